#include "tests/ui/support/page_probe.h"

#include "ui/models/json_indent.h"
#include "ui/pages/jobs/batch_detail.h"
#include "ui/pages/jobs/jobs_controls.h"
#include "ui/pages/jobs/jobs_empty.h"
#include "ui/pages/jobs/jobs_page.h"
#include "ui/pages/jobs/jobs_text.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/table_view.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUrlQuery>

using namespace tollgate::ui;

namespace {

QJsonObject task(int number, const char* status) {
    QJsonObject object = parseObject(
        R"({"path":"/v1/chat/completions","model":"chat-default","project":"checkout","key_id":"key_1","webhook":false,
        "tries":1,"status_code":200,"error":null,"cost_usd":0.0004,"trace_id":"01TRACE","bytes":100,
        "created_at":"2026-11-22T12:00:00.000Z","finished_at":null,"expires_at":null})");
    object.insert(u"task_id", QStringLiteral("task_%1").arg(number, 4, 10, QLatin1Char('0')));
    object.insert(u"status", QString::fromLatin1(status));
    if (qstrcmp(status, "failed") == 0)
        object.insert(u"error",
                      parseObject(R"({"message":"<b>No</b> such model","code":"model_not_found"})"));
    return object;
}

QJsonObject batch(const char* status, int completed) {
    QJsonObject object = parseObject(
        R"({"id":"batch_1","total":500,"failed":3,"cancelled":0,"cost_usd":0.42,"unpriced_items":0,
        "estimated_cost_usd":0.7,"budget_usd":1,"project":"checkout","key_id":"key_1",
        "created_at":"2026-11-22T12:00:00.000Z","finished_at":null,"expires_at":null})");
    object.insert(u"status", QString::fromLatin1(status));
    object.insert(u"completed", completed);
    return object;
}

QJsonObject webhook(int number, const char* status) {
    QJsonObject object = parseObject(
        R"({"task_id":"task_0001","url":"https:\/\/hooks.example.com\/a","receiver":"hooks.example.com",
        "owner":"project:checkout","tries":9,"last_status":503,"last_error":"The receiver answered 503.",
        "created_at":"2026-11-22T12:00:00.000Z","next_attempt_at":null,"dead_at":"2026-11-22T13:00:00.000Z"})");
    object.insert(u"id", QStringLiteral("whd_%1").arg(number));
    object.insert(u"status", QString::fromLatin1(status));
    return object;
}

QJsonObject gauges(int running) {
    return {{QStringLiteral("jobs"),
             QJsonObject{{QStringLiteral("waiting"), 0}, {QStringLiteral("running"), running}}}};
}

using Base = PageProbe<JobsPage>;

struct Probe : Base {
    explicit Probe(const QJsonArray& tasks = {task(3, "processing"), task(2, "failed"), task(1, "completed")})
        : Base(Data::Empty) {
        link.answer(QStringLiteral("/jobs"),
                    parseObject(R"({"waiting":7,"running":2,"parallel":32,"oldest_waiting_at":null,
            "tasks":{"open":2,"completed":5,"failed":1,"cancelled":0},"webhooks_waiting":1,"webhooks_dead":2,
            "stored_bytes":2000000,"max_bytes":4294967296,"project_max_bytes":1073741824,"owners":[]})"));
        link.answer(QStringLiteral("/tasks"), page(tasks));
        link.answer(
            "GET", QStringLiteral("/tasks/task_0001"),
            ScriptedLink::json(QByteArray(
                R"({"task_id":"task_0001","status":"completed","error":null,"trace_id":"x","result":{"z":1,"a":[]}})")));
        link.answer(QStringLiteral("/batches"), page({batch("processing", 300)}));
        link.answer(
            QStringLiteral("/batches/batch_1/items"),
            page({parseObject(
                R"({"place":0,"custom_id":"one","status":"failed","path":"/v1/chat/completions","model":"m",
                        "tries":1,"status_code":404,"error":{"message":"no"},"cost_usd":null,"trace_id":"01ITEM",
                        "finished_at":null})")}));
        link.answer(QStringLiteral("/webhooks"), page({webhook(1, "dead"), webhook(2, "dead")}));
        link.setState(LinkState::Listening);
        again();
    }
    void again() {
        form->deactivate();
        form->activate();
        settle();
    }
    QString cell(int row, int column) const { return form->model().index(row, column).data().toString(); }
    void show(const char* list) {
        window.findChild<JobsControls*>()->lists()->setCurrent(QString::fromLatin1(list));
        settle();
    }
};

} // namespace

class TestJobs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tasksAreShownWithStateAndError() {
        Probe probe;
        QAbstractItemModelTester tester(&probe.form->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(probe.form->model().rowCount(), 3);
        QCOMPARE(probe.cell(0, 0), QStringLiteral("running"));
        QCOMPARE(probe.cell(1, 0), QStringLiteral("failed"));
        QCOMPARE(probe.cell(1, 6), QStringLiteral("<b>No</b> such model"));
        QCOMPARE(probe.cell(2, 2), QStringLiteral("task_0001"));
        QCOMPARE(probe.namelessControls(), QString());
        QCOMPARE(probe.tabOrderMistakes(), QString());
    }

    void theResultOfOneTaskIsReadAndKeepsItsOrder() {
        Probe probe;
        probe.link.clearSent();
        probe.form->choose(2);
        Probe::settle();
        QCOMPARE(probe.link.sentTo("GET", QStringLiteral("/tasks/task_0001")).size(), 1);
        const QString text = probe.form->detail()->findChild<QPlainTextEdit*>()->toPlainText();
        QCOMPARE(text, QStringLiteral("{\n  \"z\": 1,\n  \"a\": []\n}"));
    }

    void aRefreshChangesInPlaceAndKeepsTheChoice() {
        Probe probe;
        QAbstractItemModelTester tester(&probe.form->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        probe.form->choose(1);
        probe.link.answer(QStringLiteral("/tasks"),
                          page({task(4, "pending"), task(3, "completed"), task(2, "failed")}));
        probe.link.emitEvent(QStringLiteral("tick"), gauges(1));
        QTRY_COMPARE(probe.cell(0, 2), QStringLiteral("task_0004"));
        QCOMPARE(probe.form->model().rowCount(), 3); // task_0001 has expired
        QCOMPARE(probe.cell(1, 0), QStringLiteral("done"));
        QCOMPARE(probe.form->table()->currentIndex().row(), 2);
    }

    void nothingIsAskedWhileNothingMovesOrThePageIsHidden() {
        Probe probe;
        probe.link.emitEvent(QStringLiteral("tick"), gauges(0));
        Probe::settle();
        probe.link.clearSent();
        for (int i = 0; i < 20; ++i)
            probe.link.emitEvent(QStringLiteral("tick"), gauges(0));
        Probe::settle();
        QCOMPARE(probe.link.sent().size(), 0);
        probe.form->deactivate();
        probe.link.emitEvent(QStringLiteral("tick"), gauges(5));
        Probe::settle();
        QCOMPARE(probe.link.sent().size(), 0);
    }

    void olderPagesComeAsOneScrolls() {
        QJsonArray first;
        for (int i = 200; i > 100; --i)
            first.append(task(i, "completed"));
        Probe probe(first);
        QJsonObject answer = page(first);
        answer.insert(u"next_cursor", QStringLiteral("101"));
        probe.link.answer(QStringLiteral("/tasks"), answer);
        QJsonArray second;
        for (int i = 100; i > 0; --i)
            second.append(task(i, "completed"));
        probe.link.answer("GET", QStringLiteral("/tasks?limit=100&cursor=101"),
                          ScriptedLink::json(page(second)));
        probe.again();
        QVERIFY(probe.form->model().canFetchMore({}));
        probe.form->model().fetchMore({});
        QTRY_COMPARE(probe.form->model().rowCount(), 200);
        QVERIFY(!probe.form->model().canFetchMore({}));
    }

    void aRefreshReachesEverythingThatWasRead() {
        QList<int> numbers; // newest first, as the gateway lists them
        for (int i = 2'500; i > 0; --i)
            numbers << i;
        QSet<int> failed;
        Probe probe;
        QAbstractItemModel& model = probe.form->model();
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        probe.link.answer("GET", QStringLiteral("/tasks?"), [&](const ScriptedLink::Sent& sent) {
            const QUrlQuery query(sent.path.section(u'?', 1));
            const int limit = query.queryItemValue(QStringLiteral("limit")).toInt();
            const QString cursor = query.queryItemValue(QStringLiteral("cursor"));
            QJsonArray rows;
            for (const int number : std::as_const(numbers)) {
                if (!cursor.isEmpty() && number >= cursor.toInt())
                    continue;
                if (rows.size() == limit)
                    break;
                rows.append(task(number, failed.contains(number) ? "failed" : "completed"));
            }
            QJsonObject answer = page(rows);
            const QString last = rows.last()[u"task_id"].toString().section(u'_', 1);
            if (last.toInt() > numbers.last())
                answer.insert(u"next_cursor", QString::number(last.toInt()));
            return ScriptedLink::json(answer);
        });
        probe.again();
        for (int i = 0; i < 200 && model.rowCount() < 2'500; ++i) {
            if (model.canFetchMore({})) // while the table asks it cannot
                model.fetchMore({});
            Probe::settle();
        }
        QCOMPARE(model.rowCount(), 2'500);
        failed = {2'300, 700, 3};
        numbers.removeOne(1'200);
        numbers.prepend(2'501);
        probe.again();
        QTRY_COMPARE(probe.cell(2'500 - 3, 0), QStringLiteral("failed"));
        QCOMPARE(model.rowCount(), 2'500);
        QStringList shown;
        QStringList wanted;
        for (int row = 0; row < model.rowCount(); ++row) {
            shown << probe.cell(row, 2) + probe.cell(row, 0);
            const int number = numbers[row];
            wanted << QStringLiteral("task_%1").arg(number, 4, 10, QLatin1Char('0')) +
                          (failed.contains(number) ? u"failed" : u"done");
        }
        QCOMPARE(shown, wanted);
    }

    void filtersAreTheGateways() {
        Probe probe;
        probe.link.clearSent();
        auto* status = probe.window.findChild<QComboBox*>(QStringLiteral("status"));
        status->setCurrentIndex(status->findData(QStringLiteral("failed")));
        Probe::settle();
        QVERIFY(!probe.link.sentTo("GET", QStringLiteral("/tasks?limit=100&status=failed")).isEmpty());
        auto* project = probe.window.findChild<QLineEdit*>(QStringLiteral("filter"));
        QTest::keyClicks(project, QStringLiteral("a b"));
        QTRY_VERIFY(!probe.link.sentTo("GET", QStringLiteral("/tasks?limit=100&status=failed&project=a%20b"))
                         .isEmpty());
    }

    void anEmptyListSaysWhy() {
        Probe probe((QJsonArray()));
        QCOMPARE(probe.form->emptyState()->why(), JobsEmpty::Why::NothingYet);
        probe.form->open(QStringLiteral("tasks status:failed"));
        Probe::settle();
        QCOMPARE(probe.form->emptyState()->why(), JobsEmpty::Why::FilterHidesAll);
        QVERIFY(probe.press(QStringLiteral("Clear the filter")));
        QCOMPARE(probe.form->emptyState()->why(), JobsEmpty::Why::NothingYet);
        probe.link.answer("GET", QStringLiteral("/tasks"),
                          ScriptedLink::refusal(QStringLiteral("The disk is on fire."), {}, 503));
        probe.again();
        QCOMPARE(probe.form->emptyState()->why(), JobsEmpty::Why::Failed);
        probe.link.setState(LinkState::Stopped);
        Probe::settle();
        QCOMPARE(probe.form->emptyState()->why(), JobsEmpty::Why::Stopped);
    }

    void cancellingAsksOnce() {
        Probe probe;
        probe.link.answer("POST", QStringLiteral("/tasks/task_0003/cancel"),
                          ScriptedLink::json(task(3, "cancelled")));
        probe.form->choose(0);
        QVERIFY(probe.press(QStringLiteral("cancelTask")));
        QVERIFY(probe.link.sentTo("POST", QStringLiteral("/tasks")).isEmpty());
        QVERIFY(probe.press(QStringLiteral("Cancel the task")));
        QCOMPARE(probe.link.sentTo("POST", QStringLiteral("/tasks/task_0003/cancel")).size(), 1);
        QCOMPARE(probe.messages->text(), QStringLiteral("The task is cancelled."));
        probe.form->choose(1);
        QVERIFY(!probe.button(QStringLiteral("cancelTask"))); // it has failed
    }

    void aTaskLeadsToItsRequestInTraffic() {
        Probe probe;
        QSignalSpy spy(probe.form, &Page::navigate);
        probe.form->choose(2);
        QTest::keyClick(probe.form->table(), Qt::Key_Return);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().at(0).toString(), QStringLiteral("traffic"));
        QCOMPARE(spy.first().at(1).toString(), QStringLiteral("trace:01TRACE"));
    }

    void aBatchShowsHowFarItIsAndWhatItCosts() {
        Probe probe;
        probe.show("batches");
        QCOMPARE(jobsText::progress(batch("processing", 300)), QStringLiteral("303 of 500 \u00b7 3 failed"));
        const QString money = jobsText::money(batch("processing", 300));
        for (const char* part : {"so far", "expected", "at most $1"})
            QVERIFY2(money.contains(QLatin1String(part)), qPrintable(money));
        QCOMPARE(probe.form->batchDetail()->items().rowCount(), 1);
        probe.link.clearSent();
        probe.form->batchDetail()->filter()->setCurrent(QStringLiteral("failed"));
        Probe::settle();
        QVERIFY(!probe.link.sentTo("GET", QStringLiteral("/batches/batch_1/items?limit=100&status=failed"))
                     .isEmpty());
        QCOMPARE(probe.namelessControls(), QString());
    }

    void resultsAreWrittenLineByLine() {
        Probe probe;
        probe.show("batches");
        const auto part = [](const QStringList& lines, const QJsonValue& next) {
            return ScriptedLink::json(QJsonObject{{QStringLiteral("data"), QJsonArray::fromStringList(lines)},
                                                  {QStringLiteral("next_cursor"), next}});
        };
        probe.link.answer(
            "GET", QStringLiteral("/batches/batch_1/results"),
            part({QStringLiteral("{\"b\":1,\"a\":1.50}"), QStringLiteral("{\"b\":2}")}, QStringLiteral("3")));
        probe.link.answer("GET", QStringLiteral("/batches/batch_1/results?cursor=3"),
                          part({QStringLiteral("{\"b\":3}")}, QJsonValue::Null));
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out.jsonl"));
        QSignalSpy spy(probe.form->batchDetail(), &BatchDetail::downloaded);
        probe.form->batchDetail()->downloadTo(path);
        QTRY_COMPARE(spy.size(), 1);
        QCOMPARE(spy.first().at(2).toString(), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"b\":1,\"a\":1.50}\n{\"b\":2}\n{\"b\":3}\n"));
        QVERIFY(probe.messages->text().contains(QStringLiteral("3 results written")));
    }

    void savingCanBeStoppedAndLeavesNoFile() {
        Probe probe;
        probe.show("batches");
        probe.link.answer("GET", QStringLiteral("/batches/batch_1/results"),
                          ScriptedLink::json(QByteArray(R"({"data":["{}"],"next_cursor":"3"})")));
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("out.jsonl"));
        QSignalSpy spy(probe.form->batchDetail(), &BatchDetail::downloaded);
        probe.form->batchDetail()->downloadTo(path);
        Probe::settle(); // it would go round for ever
        QVERIFY(probe.press(QStringLiteral("saveResults")));
        QTRY_COMPARE(spy.size(), 1);
        QVERIFY(!spy.first().at(2).toString().isEmpty());
        QVERIFY(!QFile::exists(path));
    }

    void deadLettersAreResentOneByOneAndAllAtOnce() {
        Probe probe;
        probe.show("webhooks");
        QCOMPARE(probe.form->model().rowCount(), 2);
        QCOMPARE(probe.cell(0, 0), QStringLiteral("given up"));
        probe.link.answer("POST", QStringLiteral("/webhooks/dead/whd_1/resend"),
                          ScriptedLink::json(parseObject(R"({"id":"whd_1","status":"pending"})")));
        QVERIFY(probe.press(QStringLiteral("resend")));
        QCOMPARE(probe.link.sentTo("POST", QStringLiteral("/webhooks/dead/whd_1/resend")).size(), 1);
        probe.link.answer("POST", QStringLiteral("/webhooks/dead/resend"),
                          ScriptedLink::json(parseObject(R"({"resent":2,"more":false})")));
        QVERIFY(probe.press(QStringLiteral("resendAll")));
        QVERIFY(probe.link.sentTo("POST", QStringLiteral("/webhooks/dead/resend")).isEmpty());
        QVERIFY(probe.press(QStringLiteral("Resend them")));
        QCOMPARE(probe.link.sentTo("POST", QStringLiteral("/webhooks/dead/resend")).size(), 1);
        QCOMPARE(probe.messages->text(), QStringLiteral("2 webhooks are on their way again."));
        QCOMPARE(probe.namelessControls(), QString());
    }

    void aWebhookLeadsToItsTask() {
        Probe probe;
        probe.show("webhooks");
        QVERIFY(probe.press(QStringLiteral("toTask")));
        QCOMPARE(probe.form->list(), QStringLiteral("tasks"));
        QCOMPARE(probe.form->detail()->id(), QStringLiteral("task_0001"));
    }

    void jsonIsMadeReadableWithoutBeingRead() {
        QCOMPARE(
            indentedJson("{\"b\":1.50,\"a\":[1,{\"x\":\"{,\\\"}\"}],\"e\":{}}"),
            QByteArray("{\n  \"b\": 1.50,\n  \"a\": [\n    1,\n    {\n      \"x\": \"{,\\\"}\"\n    }\n  ],\n"
                       "  \"e\": {}\n}"));
        QCOMPARE(indentedJson("\"unfinished"), QByteArray("\"unfinished"));
    }

    void timesAreTold() {
        QCOMPARE(jobsText::span(12'000), QStringLiteral("12 s"));
        QCOMPARE(jobsText::span(5 * 60'000), QStringLiteral("5 min"));
        QCOMPARE(jobsText::span(5 * 3'600'000), QStringLiteral("5 h"));
        QCOMPARE(jobsText::owner(QStringLiteral("project:checkout")), QStringLiteral("checkout"));
    }
};

QTEST_MAIN(TestJobs)
#include "tst_jobs.moc"
