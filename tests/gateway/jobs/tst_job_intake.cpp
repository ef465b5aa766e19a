#include "gateway/jobs/job_intake.h"

#include <QtTest/QTest>

#include <QTemporaryDir>

using namespace tollgate;

namespace {

/// A queue's database, scheduler and intake, whose turns the test makes.
struct Desk {
    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<JobDatabase> database;
    std::unique_ptr<JobScheduler> scheduler;
    std::unique_ptr<JobIntake> intake;
    std::vector<Job> sent;
    std::vector<JobAnswer> answers;
    std::optional<Error> refuses;
    int batches = 0;

    Desk() { open(); }

    /// As after a kill -9.
    void open() {
        intake.reset();
        scheduler.reset();
        database.reset();
        database = *JobDatabase::open(folder.filePath(QStringLiteral("jobs.db")).toStdString());
        scheduler = std::make_unique<JobScheduler>(
            clock, *database,
            [this](const Job& job) {
                sent.push_back(job);
                return true;
            },
            [](const TaskRow&) { return SqliteResult<>(); }, 7);
        intake = std::make_unique<JobIntake>(*database, *scheduler, [this](NewBatch& batch, std::int64_t) {
            batch.id = "batch_" + std::to_string(++batches);
            batch.nowMs = clock.unixMs();
            return SqliteResult<std::optional<Error>>(refuses);
        });
        QVERIFY(scheduler->load().has_value());
    }

    void add(std::size_t items, const std::string& project = "p") {
        ReadBatch read;
        read.batch.owner = {"key_1", project};
        read.batch.ttlMs = 1000;
        read.jobs.resize(items);
        for (std::size_t i = 0; i < items; ++i) {
            NewJob& job = read.jobs[i];
            job.owner = read.batch.owner;
            job.place = static_cast<std::int64_t>(i);
            job.customId = std::to_string(i);
            job.path = "/v1/chat/completions";
            job.body = "{}";
        }
        intake->add(std::move(read), [this](JobAnswer answer) { answers.push_back(std::move(answer)); });
    }

    void task(const std::string& id, const std::string& project) {
        NewJob job;
        job.id = id;
        job.owner = {"key_1", project};
        job.path = "/v1/chat/completions";
        job.body = "{}";
        job.nowMs = clock.unixMs();
        QVERIFY(database->addJob(job).has_value());
        scheduler->added(job.owner.name());
    }

    void turn() {
        QVERIFY(database->begin().has_value());
        QVERIFY(scheduler->apply().has_value());
        QVERIFY(intake->step().has_value());
        QVERIFY(scheduler->pump(100).has_value());
        QVERIFY(database->commit().has_value());
        scheduler->applied();
        intake->committed();
    }
    /// One whose transaction comes to nothing.
    void lostTurn() {
        QVERIFY(database->begin().has_value());
        QVERIFY(intake->step().has_value());
        database->rollBack();
        intake->failed();
        QVERIFY(scheduler->load().has_value());
    }

    bool isThere() { return database->batch("batch_1")->has_value(); }
    std::int64_t stored() { return *database->storedBytes("project:p"); }
};

constexpr std::size_t kItems = 2 * JobIntake::kKeptAtOnce + 1;

} // namespace

class JobIntakeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBatchIsThereWithItsLastItemAndOthersRunInBetween() {
        Desk desk;
        desk.add(kItems);
        desk.task("task_other", "other");
        desk.task("task_own", "p");
        desk.turn();
        desk.turn();
        QCOMPARE(desk.sent.size(), std::size_t{2});
        QVERIFY(desk.sent[0].batch == 0 && desk.sent[1].batch == 0);
        QVERIFY(!desk.isThere());
        JobFilter all;
        QVERIFY(desk.database->batches(all)->empty());
        QVERIFY(desk.answers.empty());
        desk.turn();
        QCOMPARE(desk.answers.size(), std::size_t{1});
        QCOMPARE(desk.answers[0].status, 202);
        QVERIFY(!desk.intake->isBusy());
        QCOMPARE(static_cast<std::size_t>((*desk.database->batch("batch_1"))->total), kItems);
        desk.turn();
        QCOMPARE(desk.sent.size(), std::size_t{100}); // as many as may run
        QVERIFY(desk.sent.back().batch != 0);
    }

    void whatWasArrivingWhenTheProcessWasKilledIsGone() {
        Desk desk;
        desk.add(kItems);
        desk.turn();
        desk.turn();
        QVERIFY(desk.stored() > 0);
        desk.open();
        QCOMPARE(desk.stored(), 0);
        QCOMPARE(desk.database->counts()->waiting, 0);
        desk.turn();
        QVERIFY(desk.sent.empty());
        QVERIFY(!desk.isThere());
    }

    void whatCannotBeKeptIsTakenBackAndHoldsUpNobody() {
        Desk desk;
        desk.add(kItems);
        desk.turn();
        desk.task("task_1", "p"); // behind the items in its project's line
        desk.turn();
        QVERIFY(desk.sent.empty());
        desk.add(1);
        desk.lostTurn();
        QCOMPARE(desk.answers.size(), std::size_t{1});
        QCOMPARE(desk.answers[0].status, 503);
        for (int i = 0; i < 5; ++i)
            desk.turn();
        QVERIFY(!desk.intake->isBusy());
        QCOMPARE(desk.answers.back().status, 202);
        QCOMPARE(desk.sent.size(), std::size_t{2});
        QCOMPARE(desk.sent[0].id, std::string("task_1"));
        QVERIFY(!desk.isThere());
        QCOMPARE((*desk.database->batch("batch_2"))->total, 1);
        QCOMPARE(desk.database->counts()->waiting, 2); // what runs is among them
    }

    void whatMayNotBeKeptIsToldAtOnce() {
        Desk desk;
        desk.refuses = Error{ErrorCode::StorageFull, "Full."};
        desk.add(kItems);
        desk.turn();
        QCOMPARE(desk.answers.size(), std::size_t{1});
        QVERIFY(desk.answers[0].status >= 400);
        QVERIFY(!desk.intake->isBusy());
        QCOMPARE(desk.stored(), 0);
    }
};

QTEST_GUILESS_MAIN(JobIntakeTest)
#include "tst_job_intake.moc"
