#include "tests/ui/support/page_probe.h"

#include "ui/charts/stacked_bar_chart.h"
#include "ui/pages/spend/anomalies_card.h"
#include "ui/pages/spend/spend_chart_card.h"
#include "ui/pages/spend/spend_export.h"
#include "ui/pages/spend/spend_page.h"
#include "ui/pages/spend/spend_tiles.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/warning_line.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

using namespace tollgate::ui;

namespace {

QJsonObject usageRow(const QString& day, const QString& provider, double usd, int requests,
                     int unpriced = 0) {
    QJsonObject row = parseObject(R"({"errors":0,"input_tokens":1200,"cache_read_tokens":0,
        "cache_write_tokens":0,"output_tokens":300,"reasoning_tokens":0,"estimated":false})");
    row.insert(u"day", day);
    row.insert(u"provider", provider.isEmpty() ? QJsonValue() : QJsonValue(provider));
    row.insert(u"requests", requests);
    row.insert(u"unpriced_requests", unpriced);
    row.insert(u"cost_usd", unpriced == requests ? QJsonValue() : QJsonValue(usd));
    return row;
}

QString dayAgo(int days) {
    return QDateTime::currentDateTimeUtc().date().addDays(-days).toString(Qt::ISODate);
}

QJsonArray usage() {
    return {usageRow(dayAgo(2), QStringLiteral("openai"), 0.1, 3),
            usageRow(dayAgo(2), QStringLiteral("anthropic"), 0.2, 2),
            usageRow(dayAgo(1), QStringLiteral("openai"), 4.000000001, 7),
            usageRow(dayAgo(1), QString(), 0, 1), usageRow(dayAgo(0), QStringLiteral("groq"), 0, 4, 4)};
}

QJsonObject outlook() {
    return parseObject(R"({"month":"2026-11","from":"2026-11-01T00:00:00Z","to":"2026-12-01T00:00:00Z",
        "to_date_usd":301.5,"today_usd":19.72,"unpriced_requests":4,"forecast_usd":412.25,"low_usd":390,
        "high_usd":434.5,"confidence":0.8,"method":"mean","forecast_days":[{"day":"2026-11-23","cost_usd":12}],
        "anomalies":[{"user":"nightly-eval","ratio":3.4,"since":"2026-11-22T13:00:00Z","recent_usd":4.1,
        "usual_usd":1.2}]})");
}

using Probe = PageProbe<SpendPage>;

struct Filled : Probe {
    Filled() {
        link.answer(QStringLiteral("/usage?from"), page(usage()));
        link.answer(QStringLiteral("/usage/outlook"), outlook());
        form->deactivate();
        form->activate();
        settle();
    }
    QString cell(int row, int column) const { return form->model().index(row, column).data().toString(); }
    int columnOf(const QString& name) const {
        for (int column = 0; column < form->model().columnCount(); ++column)
            if (form->model().headerData(column, Qt::Horizontal).toString() == name)
                return column;
        return -1;
    }
    QList<QVariant> clicked(int row, int column) {
        QSignalSpy spy(form, &Page::navigate);
        Q_EMIT form->table()->clicked(form->model().index(row, column));
        return spy.isEmpty() ? QList<QVariant>() : spy.first();
    }
};

} // namespace

class TestSpend : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void monthWithoutAPriceIsUnknownAndNotZero() {
        SpendTiles tiles;
        SpendOutlook month;
        month.month = QStringLiteral("2026-11");
        month.unpricedRequests = 16;
        tiles.setOutlook(month, {});
        QCOMPARE(tiles.month()->value(), QStringLiteral("unknown"));
        QVERIFY(tiles.month()->detail().contains(QStringLiteral("16 unpriced")));
        month.toDateUsd = 3;
        tiles.setOutlook(month, {});
        QCOMPARE(tiles.month()->value(), QStringLiteral("$3.00"));
    }

    void sumsAreThoseOfTheAnswer() {
        // Sums of binary fractions drift; sums of nanodollars do not.
        QJsonArray rows;
        qint64 nano = 0;
        for (int i = 0; i < 2'000; ++i) {
            const qint64 amount = (i * 7'919'333LL) % 900'000'000LL + 1;
            nano += amount;
            rows.append(usageRow(dayAgo(i % 30), QStringLiteral("p%1").arg(i % 40),
                                 static_cast<double>(amount) / 1e9, 1));
        }
        const SpendTable table(rows, QStringLiteral("day"), QStringLiteral("provider"));
        QCOMPARE(table.total().nanodollars, nano);
        QCOMPARE(table.total().requests, 2'000);
        qint64 byRow = 0;
        for (const SpendTable::Value& row : table.rows()) {
            byRow += row.sum.nanodollars;
            qint64 across = 0;
            for (const SpendTable::Value& column : table.columns())
                across += table.at(row.id, column.id).nanodollars;
            QCOMPARE(across, row.sum.nanodollars);
        }
        QCOMPARE(byRow, nano);
    }

    void asksForTheRangeAndBothDimensions() {
        const QDate today(2026, 11, 22);
        SpendQuery query;
        QCOMPARE(spend::usagePath(query, today),
                 QStringLiteral("/usage?from=2026-10-24&group_by=day,provider"));
        query.range = QStringLiteral("last");
        query.rows = QStringLiteral("user");
        query.split = QStringLiteral("model");
        query.filter = QStringLiteral("project:ci");
        QCOMPARE(
            spend::usagePath(query, today),
            QStringLiteral("/usage?from=2026-10-01&to=2026-11-01&group_by=user,model&filter=project%3Aci"));
        query.split = query.rows;
        QVERIFY(spend::usagePath(query, today).contains(QStringLiteral("group_by=user&")));
    }

    void showsTheTableAndItsSums() {
        Filled probe;
        QAbstractItemModelTester tester(const_cast<SpendModel*>(&probe.form->model()),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(probe.form->model().rowCount(), 4); // sums and three days
        QCOMPARE(probe.cell(0, SpendModel::Total), QStringLiteral("$4.30"));
        QCOMPARE(probe.cell(0, SpendModel::Requests), QStringLiteral("17"));
        QCOMPARE(probe.cell(1, SpendModel::Name), dayAgo(0)); // the newest day first
        QCOMPARE(probe.cell(0, probe.columnOf(QStringLiteral("openai"))), QStringLiteral("$4.10"));
        QCOMPARE(probe.cell(3, probe.columnOf(QStringLiteral("anthropic"))), QStringLiteral("$0.20"));
        QCOMPARE(probe.cell(2, probe.columnOf(QStringLiteral("anthropic"))), QString());
        QVERIFY(probe.columnOf(QStringLiteral("no provider")) > 0);
        QVERIFY(probe.form->model()
                    .index(0, SpendModel::Total)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("$4.300000001")));
        QCOMPARE(probe.namelessControls(), QString());
    }

    void unknownPricesAreNoZero() {
        Filled probe;
        QCOMPARE(probe.cell(1, SpendModel::Total), QStringLiteral("unknown"));
        QCOMPARE(probe.form->tiles()->unpriced()->value(), QStringLiteral("4"));
    }

    void anyColumnSorts() {
        Filled probe;
        auto& model = const_cast<SpendModel&>(probe.form->model());
        model.sort(SpendModel::Total, Qt::DescendingOrder);
        QCOMPARE(probe.cell(0, SpendModel::Name), QStringLiteral("everything"));
        QCOMPARE(probe.cell(1, SpendModel::Name), dayAgo(1));
        model.sort(SpendModel::Requests, Qt::AscendingOrder);
        QCOMPARE(probe.cell(1, SpendModel::Requests), QStringLiteral("4"));
        model.sort(probe.columnOf(QStringLiteral("anthropic")), Qt::DescendingOrder);
        QCOMPARE(probe.cell(1, SpendModel::Name), dayAgo(2));
    }

    void everyCellLeadsToItsRequests() {
        Filled probe;
        QCOMPARE(probe.clicked(2, SpendModel::Total),
                 QList<QVariant>({QStringLiteral("traffic"), QString(QStringLiteral("at:") + dayAgo(1))}));
        QCOMPARE(probe.clicked(2, probe.columnOf(QStringLiteral("openai"))).value(1).toString(),
                 QString(QStringLiteral("at:") + dayAgo(1) + QStringLiteral(" provider:openai")));
        QCOMPARE(probe.clicked(2, probe.columnOf(QStringLiteral("no provider"))).value(1).toString(),
                 QString(QStringLiteral("at:") + dayAgo(1) + QStringLiteral(" provider:\"\"")));
        // The sums are of the whole range.
        QCOMPARE(probe.clicked(0, SpendModel::Total).value(1).toString(),
                 QString(QStringLiteral("at:>=") + dayAgo(29)));
    }

    void barsLeadToTheirRequests() {
        Filled probe;
        QSignalSpy spy(probe.form, &Page::navigate);
        Q_EMIT probe.form->chartCard()->chart()->barClicked(
            QDateTime::currentDateTimeUtc().date().addDays(-1), QStringLiteral("openai"));
        QCOMPARE(spy.last().value(1).toString(),
                 QString(QStringLiteral("at:") + dayAgo(1) + QStringLiteral(" provider:openai")));
        Q_EMIT probe.form->tiles()->unpriced()->clicked();
        QCOMPARE(spy.last().value(1).toString(), QString(QStringLiteral("cost:unknown at:>=") + dayAgo(29)));
    }

    void chartAndTableSayTheSame() {
        Filled probe;
        const Chart::Table table = probe.form->chartCard()->chart()->table();
        QCOMPARE(table.rows.size(), 31); // thirty days, and one ahead
        QCOMPARE(table.rows[28].last(), QStringLiteral("$4.00"));
        QVERIFY(table.rows[30].last().contains(QStringLiteral("$12")));
        SpendQuery byName;
        byName.rows = QStringLiteral("provider");
        byName.split = QStringLiteral("provider");
        probe.form->setQuery(byName);
        probe.settle();
        const Chart::Table names = probe.form->chartCard()->chart()->table();
        QCOMPARE(names.rows.first().first(), QStringLiteral("openai"));
        QCOMPARE(names.rows.first().last(), QStringLiteral("$4.10"));
    }

    void manyNamesAreOthersTogether() {
        QJsonArray rows;
        for (int i = 0; i < 30; ++i)
            rows.append(usageRow(dayAgo(0), QStringLiteral("p%1").arg(i), 30 - i, 1));
        SpendQuery query;
        query.rows = query.split = QStringLiteral("provider");
        SpendChartCard card;
        card.setData(SpendTable(rows, query.rows, query.split), query, QDate::currentDate(), {});
        const Chart::Table table = card.chart()->table();
        QCOMPARE(table.rows.size(), 12);
        QCOMPARE(table.rows.last().first(), QStringLiteral("others"));
        QCOMPARE(table.rows.last().last(), QStringLiteral("$190.00")); // 1 + … + 19
        QSignalSpy spy(&card, &SpendChartCard::termsClicked);
        Q_EMIT card.chart()->categoryClicked(11, {});
        const QStringList others = spy.last().first().toStringList(); // none of the eleven before
        QCOMPARE(others.size(), 11);
        QCOMPARE(others.first(), QStringLiteral("-provider:p0"));
        Q_EMIT card.chart()->categoryClicked(0, {});
        QCOMPARE(spy.last().first().toStringList(), QStringList{QStringLiteral("provider:p0")});
    }

    void theMonthItsForecastAndItsBudget() {
        Filled probe;
        QCOMPARE(probe.form->tiles()->month()->value(), QStringLiteral("$301.50"));
        QCOMPARE(probe.form->tiles()->forecast()->value(), QStringLiteral("$412.25"));
        QCOMPARE(probe.form->tiles()->forecast()->detail(), QStringLiteral("80\u00a0%: $390.00 to $434.50"));
        QJsonObject month = budgetJson();
        month.insert(u"scope", QStringLiteral("global"));
        month.insert(u"subject", QJsonValue::Null);
        month.insert(u"limit_usd", 400);
        probe.link.answer(QStringLiteral("/budgets"), page({month}));
        probe.link.emitEvent(QStringLiteral("config"), {});
        probe.settle();
        QCOMPARE(probe.form->tiles()->forecast()->detail(), QStringLiteral("over the budget of $400"));
    }

    void theBudgetLineIsOfWhatTheFilterLetsThrough() {
        const QJsonArray budgets{
            parseObject(
                R"({"id":"a","scope":"global","subject":null,"period":"day","limit_usd":26,"enabled":true})"),
            parseObject(
                R"({"id":"b","scope":"global","subject":null,"period":"day","limit_usd":20,"enabled":false})"),
            parseObject(
                R"({"id":"c","scope":"project","subject":"ci","period":"day","limit_usd":5,"enabled":true})")};
        const auto day = QStringLiteral("day");
        QCOMPARE(limitFor(budgets, {}, day)->usd, 26.0);
        QCOMPARE(limitFor(budgets, QStringLiteral("project:ci"), day)->usd, 5.0);
        QVERIFY(!limitFor(budgets, QStringLiteral("project:ci user:bob"), day));
        QVERIFY(!limitFor(budgets, {}, QStringLiteral("month")));
    }

    void whoSpendsUnlikeThemselves() {
        Filled probe;
        WarningLine* line = probe.form->anomalies()->lines().first();
        QVERIFY(line->text().startsWith(QStringLiteral("nightly-eval: 3.4\u00d7")));
        QVERIFY(line->text().contains(QStringLiteral("$4.10")));
        QSignalSpy spy(probe.form, &Page::navigate);
        line->click();
        QCOMPARE(spy.first().value(1).toString(),
                 QStringLiteral("user:nightly-eval at:>=2026-11-22T13:00:00Z"));
    }

    void allWhoSpendUnlikeThemselvesCanBeSeen() {
        AnomaliesCard card;
        QList<SpendOutlook::Anomaly> many;
        for (int at = 0; at < 9; ++at)
            many.append(
                {QStringLiteral("user%1").arg(at), 3.0, QStringLiteral("2025-01-02T13:00:00Z"), 4, 1});
        const auto shown = [&card] {
            const QList<WarningLine*> lines = card.lines();
            return std::count_if(lines.begin(), lines.end(),
                                 [](const WarningLine* line) { return !line->isHidden(); });
        };
        card.setAnomalies(many);
        QCOMPARE(shown(), 4);
        QVERIFY(card.lines().first()->text().contains(QStringLiteral("Jan 2"))); // not of today
        auto* more = card.findChild<QPushButton*>();
        more->click();
        QCOMPARE(shown(), 9);
        card.setAnomalies(many.mid(0, 6));
        QCOMPARE(shown(), 6);
        more->click();
        QCOMPARE(shown(), 4);
        card.setAnomalies(many.mid(0, 3));
        QCOMPARE(shown(), 3);
        QVERIFY(more->isHidden());
    }

    void aRefusedFilterSaysWhyAndKeepsTheNumbers() {
        Filled probe;
        probe.link.answer(
            "GET", QStringLiteral("/usage?from"),
            ScriptedLink::refusal(QStringLiteral("latency takes a duration"), QStringLiteral("filter")));
        probe.form->open(QStringLiteral("latency:soon"));
        probe.settle();
        QCOMPARE(probe.form->note(), QStringLiteral("latency takes a duration"));
        QCOMPARE(probe.cell(0, SpendModel::Total), QStringLiteral("$4.30"));
    }

    void incompleteSumsAreCalledSo() {
        Filled probe;
        QJsonObject answer = page(usage());
        answer.insert(u"truncated", true);
        probe.link.answer(QStringLiteral("/usage?from"), answer);
        probe.form->open(QStringLiteral("user:bob"));
        probe.settle();
        QVERIFY(probe.form->note().contains(QStringLiteral("not complete")));
    }

    void lateAnswersToAnotherQuestionAreNotShown() {
        Filled probe;
        probe.link.answer(QStringLiteral("/usage?from"),
                          page({usageRow(dayAgo(0), QStringLiteral("slow"), 1, 1)}));
        SpendQuery query = probe.form->query();
        query.range = QStringLiteral("7d");
        probe.form->setQuery(query); // its answer is on the way
        probe.link.answer(QStringLiteral("/usage?from"),
                          page({usageRow(dayAgo(0), QStringLiteral("fast"), 2, 1)}));
        query.range = QStringLiteral("month");
        probe.form->setQuery(query);
        probe.settle();
        QVERIFY(probe.columnOf(QStringLiteral("fast")) > 0);
        QVERIFY(probe.columnOf(QStringLiteral("slow")) < 0);
    }

    void nothingIsAskedWhileHidden() {
        Filled probe;
        probe.form->deactivate();
        probe.link.clearSent();
        probe.link.emitEvent(QStringLiteral("config"), {});
        probe.form->open(QStringLiteral("user:bob"));
        probe.settle();
        QVERIFY(probe.link.sentTo("GET", QStringLiteral("/usage?from")).isEmpty());
    }

    void emptyLedgerSaysSo() {
        Probe probe(Probe::Data::Empty);
        QVERIFY(probe.form->chartCard()->empty()->isVisible());
        QCOMPARE(probe.form->model().rowCount(), 0);
        QCOMPARE(probe.form->statusText(), QStringLiteral("No requests in this range"));
    }

    void csvHasEveryRowToTheNanodollar() {
        Filled probe;
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("spend.csv"));
        QSignalSpy spy(probe.form, &SpendPage::exported);
        probe.form->exportTo(path);
        QVERIFY(spy.wait(5'000));
        QCOMPARE(spy.first().value(1).toString(), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines[0].trimmed(),
                 QByteArray("day,provider,requests,errors,input_tokens,cache_read_tokens,cache_write_tokens,"
                            "output_tokens,reasoning_tokens,cost_usd,unpriced_requests,estimated"));
        QCOMPARE(lines[3].trimmed(),
                 QByteArray(dayAgo(1).toLatin1() + ",openai,7,0,1200,0,0,300,0,4.000000001,0,false"));
        QCOMPARE(lines[5].trimmed(), QByteArray(dayAgo(0).toLatin1() + ",groq,4,0,1200,0,0,300,0,,4,false"));
    }

    void anExportCanBeStopped() {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("long.csv"));
        FileExport exported;
        QSignalSpy done(&exported, &FileExport::finished);
        QVERIFY(exported.start(path, 1'000'000'000, [](qsizetype) { return QByteArray("line\n"); }));
        QVERIFY(!exported.start(path, 1, [](qsizetype) { return QByteArray(); }));
        exported.cancel();
        QVERIFY(done.wait(5'000));
        QVERIFY(!done.first().value(1).toString().isEmpty());
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_MAIN(TestSpend)
#include "tst_spend.moc"
