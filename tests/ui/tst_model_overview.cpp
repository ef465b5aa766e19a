// The numbers of GET /overview as values, in words, and in the two small lists.

#include "tests/ui/support/observe_samples.h"
#include "ui/models/format.h"
#include "ui/models/provider_health_model.h"
#include "ui/models/user_cost_model.h"
#include "ui/shell/theme.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace tollgate::ui;

namespace {

QString plain(QString text) {
    return text.replace(QChar(0x202f), u' ').replace(QChar(0x00a0), u' ');
}

} // namespace

class tst_model_overview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryPartOfTheReply();
    void gapsStayGaps();
    void anEmptyReplyHasNoNumbers();
    void numbersReadAsInThePicture();
    void usersKeepTheirRowsWhenOnlyCostsChange();
    void aProviderChangesInPlace();
    void aTickMovesOnlyTheCircuit();
};

void tst_model_overview::readsEveryPartOfTheReply() {
    const OverviewData data = OverviewData::fromJson(samples::overview());
    QCOMPARE(data.requests.perSecond, MaybeNumber(42.1));
    QCOMPARE(data.latency.p95Ms, MaybeNumber(812));
    QCOMPARE(data.overhead.p99Us, MaybeNumber(900));
    QCOMPARE(data.errors.savedByFallback, 128);
    QCOMPARE(data.spend.exceedsAt, u"2026-11-22T18:40:00Z"_qs);
    QCOMPARE(data.tokens.cachedRatio, MaybeNumber(0.31));
    QCOMPARE(data.latencyTimes.size(), 60);
    QCOMPARE(data.latencySeries.size(), 3);
    QCOMPARE(data.costByDay.days.size(), 14);
    QCOMPARE(data.costByDay.forecastUsd.size(), 3);
    QCOMPARE(data.users.size(), 7);
    QCOMPARE(data.users.last().others, 14);
    QCOMPARE(data.anomaly->user, u"nightly-eval"_qs);
    QCOMPARE(data.canary->rows.size(), 3);
    QCOMPARE(data.providers.size(), 6);
    QVERIFY(!data.providers.last().p95Ms);
    QCOMPARE(data.ledgerRows, 1284310);
}

void tst_model_overview::gapsStayGaps() {
    const OverviewData data =
        OverviewData::fromJson({{u"latency"_qs, QJsonObject{{u"spark"_qs, QJsonArray{1, QJsonValue(), 0}},
                                                            {u"p50_ms"_qs, QJsonValue()}}}});
    QCOMPARE(data.latency.spark.size(), 3);
    QVERIFY(std::isnan(data.latency.spark.at(1)));
    QCOMPARE(data.latency.spark.at(2), 0.0);
    QVERIFY(!data.latency.p50Ms);
}

void tst_model_overview::anEmptyReplyHasNoNumbers() {
    const OverviewData data = OverviewData::fromJson(samples::emptyOverview());
    QVERIFY(!data.requests.perSecond);
    QVERIFY(!data.spend.costUsd);
    QVERIFY(!data.canary);
    QVERIFY(!data.anomaly);
    QVERIFY(data.users.isEmpty());
}

void tst_model_overview::numbersReadAsInThePicture() {
    QCOMPARE(plain(format::count(1284310)), u"1 284 310"_qs);
    QCOMPARE(plain(format::count(-1284)), u"-1 284"_qs);
    QCOMPARE(format::count(999), u"999"_qs);
    QCOMPARE(format::scaledCount(1.9e6).number, u"1.9"_qs);
    QCOMPARE(format::scaledCount(1.9e6).unit, u"M"_qs);
    QCOMPARE(plain(format::scaledCount(9999).number), u"9 999"_qs);
    QCOMPARE(plain(format::percent(0.0031)), u"0.31 %"_qs);
    QCOMPARE(plain(format::percent(0.061)), u"6.1 %"_qs);
    QCOMPARE(plain(format::percent(1)), u"100 %"_qs);
    QCOMPARE(plain(format::percent(0)), u"0 %"_qs);
    QCOMPARE(plain(format::micros(400)), u"0.4 ms"_qs);
    QCOMPARE(plain(format::milliseconds(4800)), u"4.80 s"_qs);
    QCOMPARE(plain(format::milliseconds(250'000)), u"4 min 10 s"_qs);
    QCOMPARE(format::usd(19.72), u"$19.72"_qs);
    QCOMPARE(plain(format::usd(1204.1)), u"$1 204.10"_qs);
    QCOMPARE(format::usd(-0.5), u"-$0.50"_qs);
    QCOMPARE(format::usdRounded(26), u"$26"_qs);
    QCOMPARE(format::usdExact(0.1709), u"$0.17090"_qs);
    QCOMPARE(format::usdSmall(0.0014), u"$0.00140"_qs);
    QCOMPARE(format::usdSmall(0), u"$0.00"_qs);
    QCOMPARE(format::usdEach(0.0000521), u"$0.0000521"_qs);
    QCOMPARE(format::usdEach(0.00145), u"$0.00145"_qs);
    QCOMPARE(format::usdEach(1.2), u"$1.20"_qs);
    QCOMPARE(format::usdPrice(2.5), u"$2.50"_qs);
    QCOMPARE(format::usdPrice(0.075), u"$0.075"_qs);
    QCOMPARE(format::usdPrice(15), u"$15.00"_qs);
    QCOMPARE(format::usdPrice(0), u"$0"_qs);
    QCOMPARE(format::usdPrice(0.0000015), u"$0.0000015"_qs);
    QCOMPARE(format::usdRounded(0.005), u"$0.005"_qs); // a tick of a small scale
    QCOMPARE(format::usdRounded(0.5), u"$0.50"_qs);
    QCOMPARE(format::usdDecimals(0.0000248), 7);
    QCOMPARE(format::usdFixed(0.00001, 7), u"$0.0000100"_qs);
    QCOMPARE(format::usdFixed(-2.5, 2), u"-$2.50"_qs);
    QCOMPARE(plain(format::bytes(222298112)), u"212 MB"_qs);
    QCOMPARE(format::dayShort(u"2026-11-09"_qs), u"Nov 9"_qs);
}

void tst_model_overview::usersKeepTheirRowsWhenOnlyCostsChange() {
    UserCostModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QList<UserCost> users = OverviewData::fromJson(samples::overview()).users;
    model.setUsers(users);
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(model.index(0, UserCostModel::User).data().toString(), u"alice"_qs);
    QCOMPARE(model.index(6, UserCostModel::User).data().toString(), u"others (14)"_qs);
    QCOMPARE(model.index(1, UserCostModel::Share).data(UserCostModel::ShareRole).toDouble(), 4.88 / 6.42);
    QCOMPARE(model.index(1, 0).data(UserCostModel::FilterTermRole).toString(), u"user:nightly-eval"_qs);
    QVERIFY(model.index(6, 0).data(UserCostModel::FilterTermRole).toString().isEmpty());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setUsers(users);
    QCOMPARE(changed.size(), 0);
    users[0].costUsd = 7;
    model.setUsers(users);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(reset.size(), 0);
    users.swapItemsAt(0, 1);
    model.setUsers(users);
    QCOMPARE(reset.size(), 1);
}

void tst_model_overview::aProviderChangesInPlace() {
    ProviderHealthModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QList<ProviderHealth> providers = OverviewData::fromJson(samples::overview()).providers;
    model.setProviders(providers);
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.index(2, ProviderHealthModel::Circuit).data().toString(), u"half-open"_qs);
    QCOMPARE(model.index(5, ProviderHealthModel::P95).data().toString(), format::none());
    QCOMPARE(plain(model.index(5, ProviderHealthModel::Errors).data().toString()), u"100 %"_qs);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setProviders(providers); // NaN in the strip is the same gap
    QCOMPARE(changed.size(), 0);
    providers[1].p95Ms = 600;
    model.setProviders(providers);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
}

void tst_model_overview::aTickMovesOnlyTheCircuit() {
    ProviderHealthModel model;
    model.setProviders(OverviewData::fromJson(samples::overview()).providers);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setState(u"openai"_qs, u"healthy"_qs, u"closed"_qs);
    QCOMPARE(changed.size(), 0);
    model.setState(u"openai"_qs, u"down"_qs, u"open"_qs);
    QCOMPARE(changed.size(), 1);
    const QModelIndex circuit = model.index(0, ProviderHealthModel::Circuit);
    QCOMPARE(circuit.data().toString(), u"open"_qs);
    QCOMPARE(circuit.data(ProviderHealthModel::ToneRole).toInt(), int(ColorRole::Bad));
    model.setState(u"nobody"_qs, u"down"_qs, u"open"_qs);
    QCOMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(tst_model_overview)
#include "tst_model_overview.moc"
