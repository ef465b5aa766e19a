// The rows of the request list: parsing, texts, and how they come and go.

#include "tests/ui/support/observe_samples.h"
#include "ui/models/json_tree_model.h"
#include "ui/models/request_cells.h"
#include "ui/models/sse_events.h"
#include "ui/models/traffic_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace tollgate::ui;

namespace {

std::vector<RequestRow> parsed(const QJsonArray& array) {
    TextPool pool;
    std::vector<RequestRow> rows;
    for (const QJsonValue& value : array)
        rows.push_back(RequestRow::fromJson(value.toObject(), pool));
    return rows;
}

RequestRow parsed(const QJsonObject& object) {
    TextPool pool;
    return RequestRow::fromJson(object, pool);
}

/// Thin spaces read as spaces here.
QString plain(QString text) {
    return text.replace(QChar(0x202f), u' ').replace(QChar(0x00a0), u' ');
}

} // namespace

class tst_model_requests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newRowsStandOnTopAndTheOldestGoAtTheCap();
    void aBatchIsOneInsertion();
    void knownIdsAreNotInsertedAgain();
    void aRunningRequestIsUpdatedInPlace();
    void olderPagesAreAppendedWithoutRepeats();
    void aFullModelWantsNoOlderRows();
    void cellsReadAsInThePicture_data();
    void cellsReadAsInThePicture();
    void waysToEndAreFourTexts();
    void anUnknownPriceIsNotZero();
    void filterTermsQuoteWhatNeedsIt();
    void aTermMatchesTheRowItCameFrom();
    void aModelNobodyAnsweredWithIsText();
    void anOlderRowSaysItsDay();
    void tooltipsDoNotRenderMarkup();
    void aRowSurvivesItsJson();
    void aTreeKeepsTheOrderAndOpensLate();
    void hugeListsAreCutInTheTree();
    void eventsAreFoundAndTimed();
};

void tst_model_requests::newRowsStandOnTopAndTheOldestGoAtTheCap() {
    TrafficModel model(10);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.reset(parsed(samples::rows(8, 8)));
    model.prepend(parsed(samples::rows(13, 5)));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.at(0).id, u"01JD8Y00000013"_qs);
    QCOMPARE(model.at(9).id, u"01JD8Y00000004"_qs);
    QVERIFY(!model.contains(u"01JD8Y00000003"_qs));
    QCOMPARE(model.indexOf(u"01JD8Y00000012"_qs), 1);
    // More than fits at once: only the newest stay.
    model.prepend(parsed(samples::rows(113, 40)));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.at(0).id, u"01JD8Y00000113"_qs);
    QCOMPARE(model.at(9).id, u"01JD8Y00000104"_qs);
}

void tst_model_requests::aBatchIsOneInsertion() {
    TrafficModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.prepend(parsed(samples::rows(100, 100)));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 0);
    QCOMPARE(inserted.first().at(2).toInt(), 99);
}

void tst_model_requests::knownIdsAreNotInsertedAgain() {
    TrafficModel model;
    model.reset(parsed(samples::rows(5, 5)));
    model.prepend(parsed(samples::rows(7, 4)));
    QCOMPARE(model.rowCount(), 7);
    QJsonArray twice = samples::rows(9, 1);
    twice.append(samples::request(9));
    model.prepend(parsed(twice));
    QCOMPARE(model.rowCount(), 8);
}

void tst_model_requests::aRunningRequestIsUpdatedInPlace() {
    TrafficModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QJsonArray array = samples::rows(3, 3);
    array[1] = samples::changed(array[1].toObject(), {{u"outcome"_qs, u"running"_qs}, {u"status"_qs, 0}});
    model.reset(parsed(array));
    QCOMPARE(model.text(1, TrafficModel::Status), u"\u25b6 \u2026"_qs);
    QVERIFY(model.index(1, 0).data(TrafficModel::RunningRole).toBool());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.prepend(parsed(QJsonArray{samples::request(2)}));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.text(1, TrafficModel::Status), u"200"_qs);
}

void tst_model_requests::olderPagesAreAppendedWithoutRepeats() {
    TrafficModel model(8);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.reset(parsed(samples::rows(20, 5)));
    model.append(parsed(samples::rows(16, 5))); // 16 is held already
    QCOMPARE(model.rowCount(), 8);              // and the last one does not fit
    QCOMPARE(model.at(7).id, u"01JD8Y00000013"_qs);
}

void tst_model_requests::aFullModelWantsNoOlderRows() {
    TrafficModel model(5);
    QSignalSpy wanted(&model, &TrafficModel::olderRowsWanted);
    model.reset(parsed(samples::rows(4, 4)));
    QVERIFY(!model.canFetchMore({}));
    model.setOlderAvailable(true);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(wanted.size(), 1);
    model.prepend(parsed(samples::rows(9, 2)));
    QVERIFY(!model.canFetchMore({}));
}

void tst_model_requests::cellsReadAsInThePicture_data() {
    QTest::addColumn<QJsonObject>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    const QJsonObject fallback = samples::fallbackRequest(1);
    QTest::newRow("fallback") << fallback << int(TrafficModel::ServedBy)
                              << u"vllm-gpu1 \u2192 openai/gpt-4o"_qs;
    QTest::newRow("tokens") << fallback << int(TrafficModel::Tokens) << u"8 210 \u2192 655"_qs;
    QTest::newRow("cost") << fallback << int(TrafficModel::Cost) << u"$0.02708"_qs;
    QTest::newRow("seconds") << fallback << int(TrafficModel::Latency) << u"2.31 s"_qs;
    const QJsonObject refused = samples::pictureRows().at(2).toObject();
    QTest::newRow("nobody served") << refused << int(TrafficModel::ServedBy) << u"\u2014"_qs;
    QTest::newRow("fast") << refused << int(TrafficModel::Latency) << u"0.3 ms"_qs;
    QTest::newRow("free") << refused << int(TrafficModel::Cost) << u"$0"_qs;
    QTest::newRow("input only") << refused << int(TrafficModel::Tokens) << u"1 204"_qs;
    QTest::newRow("slow") << samples::pictureRows().at(9).toObject() << int(TrafficModel::Latency)
                          << u"30.0 s"_qs;
    QTest::newRow("milliseconds") << samples::request(1) << int(TrafficModel::Latency) << u"842 ms"_qs;
    QTest::newRow("overhead") << samples::request(1) << int(TrafficModel::Overhead) << u"0.3 ms"_qs;
    QTest::newRow("flag") << samples::request(1) << int(TrafficModel::Flag)
                          << u"chat-canary \u00b7 stable"_qs;
    QTest::newRow("same provider, other model")
        << samples::changed(samples::request(1), {{u"first_model"_qs, u"gpt-5"_qs}})
        << int(TrafficModel::ServedBy) << u"gpt-5 \u2192 openai/gpt-4o-mini"_qs;
}

void tst_model_requests::cellsReadAsInThePicture() {
    QFETCH(QJsonObject, row);
    QFETCH(int, column);
    QFETCH(QString, text);
    TrafficModel model;
    model.reset(parsed(QJsonArray{row}));
    QCOMPARE(plain(model.index(0, column).data().toString()), text);
}

void tst_model_requests::waysToEndAreFourTexts() {
    QSet<QString> texts;
    for (const char* outcome : {"client_gone", "aborted", "rejected", "error"}) {
        RequestRow row = parsed(samples::request(1));
        row.outcome = QString::fromLatin1(outcome);
        texts.insert(cells::outcomeText(row));
    }
    QCOMPARE(texts.size(), 4);
}

void tst_model_requests::anUnknownPriceIsNotZero() {
    const RequestRow row = parsed(samples::changed(samples::request(1), {{u"cost_usd"_qs, QJsonValue()}}));
    QCOMPARE(cells::text(row, TrafficModel::Cost), u"no price"_qs);
    QCOMPARE(cells::tone(row, TrafficModel::Cost), ColorRole::Warning);
    QCOMPARE(cells::filterTerm(row, TrafficModel::Cost), u"cost:unknown"_qs);
}

void tst_model_requests::filterTermsQuoteWhatNeedsIt() {
    RequestRow row = parsed(samples::request(1));
    QCOMPARE(cells::filterTerm(row, TrafficModel::User), u"user:alice"_qs);
    QCOMPARE(cells::filterTerm(row, TrafficModel::Status), u"status:200"_qs);
    row.user = u"Ann \"A\" Lee"_qs;
    QCOMPARE(cells::filterTerm(row, TrafficModel::User), u"user:\"Ann \\\"A\\\" Lee\""_qs);
    for (const QString& user : {u"a,b"_qs, u"gpt-*"_qs, u">x"_qs}) {
        row.user = user;
        QCOMPARE(cells::filterTerm(row, TrafficModel::User), u"user:\""_qs + user + u'"');
    }
    row.user.clear();
    QVERIFY(cells::filterTerm(row, TrafficModel::User).isEmpty());
}

namespace {

/// What the gateway makes of the number in "latency:>=842ms" or "cost:>=0.02708": microseconds, nanodollars.
qint64 asTheGatewayReads(const QString& term) {
    static const QRegularExpression shape(u"^(latency|ttft|cost):>=([0-9]+(?:\\.[0-9]+)?)(us|ms|)$"_qs);
    const QRegularExpressionMatch match = shape.match(term);
    if (!match.hasMatch())
        return -1;
    const double factor = match.captured(1) == u"cost"_qs ? 1e9 : match.captured(3) == u"us"_qs ? 1 : 1e3;
    return std::llround(match.captured(2).toDouble() * factor);
}

} // namespace

void tst_model_requests::aTermMatchesTheRowItCameFrom() {
    QRandomGenerator random(20261122);
    RequestRow row = parsed(samples::request(1));
    for (int round = 0; round < 20000; ++round) {
        // As the ledger has them: whole microseconds, whole nanodollars, over all sizes.
        const auto any = [&random] {
            return static_cast<qint64>(std::pow(10.0, random.generateDouble() * 10)) + 1;
        };
        const qint64 latencyUs = any();
        const qint64 ttftUs = any();
        const qint64 nanodollars = any();
        row.latencyMs = static_cast<double>(latencyUs) / 1000;
        row.ttftMs = static_cast<double>(ttftUs) / 1000;
        row.costUsd = static_cast<double>(nanodollars) / 1e9;
        const auto fits = [&row](int column, qint64 exact) {
            const QString term = cells::filterTerm(row, column);
            const qint64 least = asTheGatewayReads(term);
            // Not above the row, and not so far below that it says nothing.
            return least >= 0 && least <= exact && least > exact - exact / 8 - 1
                       ? QString()
                       : QString(term + u" for "_qs + QString::number(exact));
        };
        for (const QString& wrong :
             {fits(TrafficModel::Latency, latencyUs), fits(TrafficModel::TimeToFirstToken, ttftUs),
              fits(TrafficModel::Cost, nanodollars)})
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
    row.latencyMs = 842.9;
    row.costUsd = 0.027089;
    QCOMPARE(cells::filterTerm(row, TrafficModel::Latency), u"latency:>=842ms"_qs);
    QCOMPARE(cells::filterTerm(row, TrafficModel::Cost), u"cost:>=0.02708"_qs);
    row.latencyMs = 0.3;
    row.costUsd = 0.00000015;
    QCOMPARE(cells::filterTerm(row, TrafficModel::Latency), u"latency:>=300us"_qs);
    QCOMPARE(cells::filterTerm(row, TrafficModel::Cost), u"cost:>=0.00000015"_qs);
    row.costUsd = 1;
    QCOMPARE(cells::filterTerm(row, TrafficModel::Cost), u"cost:>=1"_qs);
}

void tst_model_requests::aModelNobodyAnsweredWithIsText() {
    RequestRow row = parsed(samples::request(1));
    row.alias.clear();
    row.requestedModel = row.model;
    QCOMPARE(cells::filterTerm(row, TrafficModel::Alias), u"model:gpt-4o-mini"_qs);
    row.requestedModel = u"openai/gpt-4o-mini"_qs;
    QCOMPARE(cells::filterTerm(row, TrafficModel::Alias), u"model:openai/gpt-4o-mini"_qs);
    row.requestedModel = u"mistral:7b"_qs; // refused, or another one answered
    QCOMPARE(cells::filterTerm(row, TrafficModel::Alias), u"\"mistral:7b\""_qs);
}

void tst_model_requests::anOlderRowSaysItsDay() {
    RequestRow row = parsed(samples::request(1));
    const QDate today = QDate::currentDate();
    const QTime time(14, 5, 7, 118);
    const auto shown = [&row, &time](const QDate& day) {
        row.atMs = QDateTime(day, time).toMSecsSinceEpoch();
        return cells::text(row, TrafficModel::Time);
    };
    QCOMPARE(shown(today), u"14:05:07.118"_qs);
    const QDate yesterday = today.addDays(-1);
    if (yesterday.year() == today.year())
        QCOMPARE(shown(yesterday), QString(QLocale().toString(yesterday, u"MMM d") + u" 14:05:07"_qs));
    QCOMPARE(shown(QDate(today.year() - 1, 3, 9)), u"%1-03-09 14:05"_qs.arg(today.year() - 1));
    const QString tip = cells::toolTip(row, TrafficModel::Time);
    QVERIFY2(tip.contains(QString::number(today.year() - 1)) && tip.contains(u"14:05:07.118"_qs),
             qPrintable(tip));
}

void tst_model_requests::tooltipsDoNotRenderMarkup() {
    TrafficModel model;
    model.reset(parsed(QJsonArray{samples::request(1, u"<img src=x>"_qs)}));
    const QString tip = model.index(0, TrafficModel::User).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"&lt;img"_qs) && !tip.contains(u"<img"_qs), qPrintable(tip));
}

void tst_model_requests::aRowSurvivesItsJson() {
    const QJsonObject before = samples::fallbackRequest(7);
    const QJsonObject after = parsed(before).toJson();
    for (const char* name : {"id", "at", "user", "provider", "first_provider", "note", "error", "cost_usd",
                             "latency_ms", "ttft_ms", "attempts", "input_tokens", "streaming"})
        QCOMPARE(after.value(QLatin1String(name)), before.value(QLatin1String(name)));
}

void tst_model_requests::aTreeKeepsTheOrderAndOpensLate() {
    JsonTreeModel tree;
    QVERIFY(tree.setDocument("{\"z\":1.50,\"a\":[{\"<b>\":\"{,}\\\"\"},null, []],\"o\":{}} "));
    QCOMPARE(tree.rowCount(), 3);
    const auto name = [](const QModelIndex& index) { return index.siblingAtColumn(0).data().toString(); };
    const auto value = [](const QModelIndex& index) { return index.siblingAtColumn(1).data().toString(); };
    QCOMPARE(name(tree.index(0, 0)), u"z"_qs);
    QCOMPARE(value(tree.index(0, 0)), u"1.50"_qs); // as it is written
    const QModelIndex list = tree.index(1, 0);
    QVERIFY(tree.hasChildren(list));
    QVERIFY(!tree.hasChildren(tree.index(2, 0)));
    tree.fetchMore(list);
    QCOMPARE(tree.rowCount(list), 3);
    QCOMPARE(name(tree.index(1, 0, list)), u"1"_qs);
    QVERIFY(!tree.hasChildren(tree.index(2, 0, list)));
    const QModelIndex object = tree.index(0, 0, list);
    tree.fetchMore(object);
    QCOMPARE(name(tree.index(0, 0, object)), u"<b>"_qs);
    QCOMPARE(value(tree.index(0, 0, object)), u"\"{,}\\\"\""_qs);
    QCOMPARE(tree.index(0, 0, object).parent(), object);
    QCOMPARE(tree.valueText(object), u"{\"<b>\":\"{,}\\\"\"}"_qs);
    for (const char* none : {"", "{", "plain", "[1,", "\"text\""}) {
        QVERIFY(!tree.setDocument(none));
        QCOMPARE(tree.rowCount(), 0);
    }
    tree.setRoots({{u"1"_qs, "{\"a\":1}"}, {u"2"_qs, "[DONE]"}});
    QVERIFY(tree.hasChildren(tree.index(0, 0)));
    QVERIFY(!tree.hasChildren(tree.index(1, 0)));
    QCOMPARE(value(tree.index(1, 0)), u"[DONE]"_qs);

    // The tester opens all there is; it would do so in the middle of a reset, too.
    QVERIFY(tree.setDocument("{\"a\":[1,{\"b\":[]},\"x\"],\"c\":{\"d\":{\"e\":null}}}"));
    QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(tree.rowCount(tree.index(0, 0)), 3);
}

void tst_model_requests::hugeListsAreCutInTheTree() {
    JsonTreeModel tree;
    const QByteArray text = '[' + QByteArray("1,").repeated(60'000) + "{\"last\":true}]";
    QVERIFY(tree.setDocument(text));
    QCOMPARE(tree.rowCount(), JsonTreeModel::kMostChildren + 1);
    QVERIFY(tree.index(JsonTreeModel::kMostChildren, 0).data().toString().contains(u"58001"_qs));
    QVERIFY(tree.index(0, 1).data().toString().size() < 300);
}

void tst_model_requests::eventsAreFoundAndTimed() {
    const QString body = u"data: {\"a\":\ndata: 1}\n\nevent: done\r\ndata: x\r\n\r\n\n: note\n\ndata: cut"_qs;
    const QList<SseEvent> events = sseEvents(body);
    QCOMPARE(events.size(), 4);
    QCOMPARE(events[0].data, QByteArray("{\"a\":\n1}"));
    QCOMPARE(events[1].name, u"done"_qs);
    QCOMPARE(events[1].text, u"event: done\ndata: x"_qs);
    QVERIFY(events[2].data.isEmpty());
    QVERIFY(looksLikeSse(body) && looksLikeSse(u": ping\n\n"_qs) && !looksLikeSse(u"{\"data\":1}"_qs));
    QCOMPARE(plain(timedEvents(body, {5, 1250, 1251})),
             u"    5 ms  data: {\"a\":\n          data: 1}\n1 250 ms  event: done\n          data: x\n"
             u"1 251 ms  : note\n          data: cut\n"_qs);
}

QTEST_GUILESS_MAIN(tst_model_requests)
#include "tst_model_requests.moc"
