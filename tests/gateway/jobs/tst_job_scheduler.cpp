#include "gateway/jobs/job_scheduler.h"
#include "gateway/jobs/retry_rule.h"

#include <QtTest/QTest>

#include <QTemporaryDir>

#include <map>
#include <set>

using namespace tollgate;

namespace {

JobReply reply(int status, std::optional<Money> cost = Money{1'000}) {
    JobReply out;
    out.status = status;
    out.body = "{}";
    out.cost = status == 200 ? cost : std::nullopt;
    out.attempted = true;
    return out;
}

/// A database of its own, a clock that stands, and a list of what was sent.
struct Desk {
    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<JobDatabase> database;
    std::unique_ptr<JobScheduler> scheduler;
    std::vector<Job> sent;
    std::vector<std::string> finishedTasks;
    TaskRow lastFinished;
    bool hasWorker = true;

    Desk() { open(); }

    std::string path() const { return folder.filePath(QStringLiteral("jobs.db")).toStdString(); }

    void open() {
        scheduler.reset();
        database.reset();
        database = *JobDatabase::open(path());
        scheduler = std::make_unique<JobScheduler>(
            clock, *database,
            [this](const Job& job) {
                if (hasWorker)
                    sent.push_back(job);
                return hasWorker;
            },
            [this](const TaskRow& task) {
                finishedTasks.push_back(task.id);
                lastFinished = task;
                return SqliteResult<>();
            },
            7);
        QVERIFY(scheduler->load().has_value());
    }

    std::int64_t task(const std::string& id, const std::string& project) {
        NewJob job;
        job.id = id;
        job.owner = {"key_1", project};
        job.path = "/v1/chat/completions";
        job.body = "{}";
        job.nowMs = clock.unixMs();
        job.ttlMs = 1000;
        const auto seq = database->addJob(job);
        scheduler->added(job.owner.name());
        return *seq;
    }

    std::int64_t batch(int items, std::optional<Money> budget = std::nullopt, Money worst = {}) {
        NewBatch batch;
        batch.id = "batch_1";
        batch.owner = {"key_1", "p"};
        batch.nowMs = clock.unixMs();
        batch.ttlMs = 1000;
        batch.budget = budget;
        const auto seq = database->addBatch(batch);
        for (int i = 0; i < items; ++i) {
            NewJob job;
            job.owner = batch.owner;
            job.batch = *seq;
            job.place = i;
            job.customId = std::to_string(i);
            job.path = "/v1/chat/completions";
            job.body = "{}";
            job.nowMs = batch.nowMs;
            job.worst = worst;
            (void)database->addJob(job);
        }
        (void)database->setBatchSize(*seq, items, std::nullopt);
        scheduler->added(batch.owner.name());
        return *seq;
    }

    void turn(int parallel) {
        QVERIFY(database->begin().has_value());
        QVERIFY(scheduler->apply().has_value());
        QVERIFY(scheduler->pump(parallel).has_value());
        QVERIFY(database->commit().has_value());
        scheduler->applied();
    }

    /// Ends everything that runs.
    void endAll(int status) {
        const std::vector<Job> running = std::exchange(sent, {});
        for (const Job& job : running)
            scheduler->ended(job.seq, reply(status));
    }

    TaskRow row(const std::string& id) { return **database->task(id); }
};

} // namespace

class JobSchedulerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverMoreRunThanAllowed() {
        Desk desk;
        for (int i = 0; i < 10; ++i)
            desk.task("task_" + std::to_string(i), "p");
        desk.turn(4);
        QCOMPARE(desk.sent.size(), std::size_t{4});
        desk.scheduler->ended(desk.sent[0].seq, reply(200));
        desk.turn(4);
        QCOMPARE(desk.sent.size(), std::size_t{5});
    }

    void whatIsTakenStartsBeforeTheEndsAreWritten() {
        Desk desk;
        for (int i = 0; i < 5; ++i)
            desk.task("task_" + std::to_string(i), "p");
        desk.turn(2);
        for (std::size_t i = 0; i < 3; ++i) {
            desk.scheduler->ended(desk.sent[i].seq, reply(200));
            QCOMPARE(desk.scheduler->pumpReady(2).value_or(false), true);
            QCOMPARE(desk.sent.size(), 3 + i);
        }
        QCOMPARE(desk.scheduler->unwritten(), std::size_t{3});
        QVERIFY(desk.row("task_0").state < JobState::Completed);
        desk.scheduler->ended(desk.sent[3].seq, reply(200));
        QCOMPARE(desk.scheduler->pumpReady(2).value_or(false), true); // there is nothing else
        desk.task("task_5", "p");
        QCOMPARE(desk.scheduler->pumpReady(2).value_or(false), true);
        QCOMPARE(desk.sent.size(), std::size_t{6});
        desk.turn(2);
        QCOMPARE(desk.scheduler->unwritten(), std::size_t{0});
        QVERIFY(desk.row("task_0").state == JobState::Completed);
    }

    void aBatchEndsForItsBudgetInATransaction() {
        Desk desk;
        const std::int64_t batch = desk.batch(5, Money{150}, Money{100});
        desk.turn(1);
        JobReply answer = reply(200);
        answer.cost = Money{100};
        desk.scheduler->ended(desk.sent.front().seq, answer);
        QCOMPARE(desk.scheduler->pumpReady(1).value_or(true), false);
        QVERIFY((*desk.database->batch(batch))->state < BatchState::Completed);
        desk.turn(1);
        QVERIFY((*desk.database->batch(batch))->state == BatchState::OverBudget);
        QCOMPARE(desk.sent.size(), std::size_t{1});
    }

    void whatRunsEndsByItselfWhenItsBatchIsCancelled() {
        Desk desk;
        const std::int64_t batch = desk.batch(6);
        desk.turn(2);
        QCOMPARE(desk.scheduler->runningUnmarked(), std::int64_t{2});
        QVERIFY(desk.database->begin().has_value());
        QVERIFY(desk.scheduler->stopBatch(batch, BatchState::Cancelling).has_value());
        QVERIFY(desk.database->commit().has_value());
        QCOMPARE((*desk.database->batch(batch))->cancelled, 4);
        QCOMPARE(desk.database->counts()->waiting - desk.scheduler->runningUnmarked(), 0);
        desk.endAll(200);
        desk.turn(2);
        QCOMPARE((*desk.database->batch(batch))->completed, 2);
        QVERIFY((*desk.database->batch(batch))->state == BatchState::Cancelled);
        QVERIFY(desk.sent.empty());
    }

    void nothingIsTakenTwiceWhenATransactionFails() {
        Desk desk;
        for (int i = 0; i < 8; ++i)
            desk.task("task_" + std::to_string(i), "p");
        desk.turn(2);
        desk.scheduler->ended(desk.sent[0].seq, reply(503));
        desk.clock.advanceMs(1);
        QVERIFY(desk.database->begin().has_value());
        QVERIFY(desk.scheduler->apply().has_value());
        QVERIFY(desk.scheduler->pump(4).has_value());
        desk.database->rollBack();
        QVERIFY(desk.scheduler->load().has_value());
        desk.turn(4);
        desk.clock.advanceMs(3'600'000);
        for (int i = 0; i < 20; ++i) {
            desk.turn(4);
            const std::vector<Job> running = desk.sent;
            for (const Job& job : running) {
                if (desk.scheduler->isRunning(job.seq))
                    desk.scheduler->ended(job.seq, reply(200));
            }
        }
        std::map<std::string, int> runs;
        for (const Job& job : desk.sent)
            ++runs[job.id];
        QCOMPARE(runs.size(), std::size_t{8});
        for (const auto& [id, count] : runs)
            QCOMPARE(count, id == "task_0" ? 2 : 1);
    }

    void largeOnesAreTakenAFewAtATime() {
        Desk desk;
        for (int i = 0; i < 6; ++i) {
            NewJob job;
            job.id = "task_" + std::to_string(i);
            job.owner = {"key_1", "p"};
            job.path = "/v1/chat/completions";
            job.body = std::string(600'000, 'x');
            job.nowMs = desk.clock.unixMs();
            job.ttlMs = 1000;
            (void)desk.database->addJob(job);
        }
        desk.scheduler->added("project:p");
        desk.turn(1);
        const auto taken =
            desk.database->take("project:p", desk.clock.unixMs(), 10, [](std::int64_t) { return false; });
        QCOMPARE(taken->jobs.size(), std::size_t{2});
        QVERIFY(taken->nextDueMs.has_value());
        std::set<std::string> seen;
        for (int i = 0; i < 6; ++i) {
            for (const Job& job : desk.sent)
                seen.insert(job.id);
            desk.endAll(200);
            desk.turn(1);
        }
        QCOMPARE(seen.size(), std::size_t{6});
    }

    void whatIsToldOfAnEndKnowsHowLongItIsKept() {
        Desk desk;
        desk.task("task_1", "p");
        desk.turn(1);
        desk.clock.advanceMs(7);
        desk.endAll(200);
        desk.turn(1);
        QCOMPARE(desk.lastFinished.ttlMs, 1000);
        QCOMPARE(desk.lastFinished.finishedMs - desk.lastFinished.createdMs, 7);
    }

    void whatOurCredentialsAreRefusedForIsNotTriedAgain() {
        Desk desk;
        desk.task("task_1", "p");
        desk.turn(1);
        JobReply refused = reply(502);
        refused.refused = true;
        desk.scheduler->ended(desk.sent.front().seq, refused);
        desk.turn(1);
        QVERIFY(desk.row("task_1").state == JobState::Failed);
        QCOMPARE(desk.row("task_1").tries, 1);
    }

    void projectsTakeTurns() {
        Desk desk;
        for (int i = 0; i < 40; ++i)
            desk.task("task_big" + std::to_string(i), "big");
        desk.turn(2);
        for (int i = 0; i < 3; ++i)
            desk.task("task_small" + std::to_string(i), "small");
        std::size_t small = 0;
        for (int i = 0; i < 4; ++i) {
            desk.endAll(200);
            desk.turn(2);
            for (const Job& job : desk.sent)
                small += job.owner.project == "small" ? 1 : 0;
        }
        QCOMPARE(small, std::size_t{3});
    }

    void jobsOfOneProjectKeepTheirOrder() {
        Desk desk;
        for (int i = 0; i < 40; ++i)
            desk.task("task_" + std::to_string(100 + i), "p");
        std::vector<std::string> order;
        for (int i = 0; i < 40; ++i) {
            desk.turn(1);
            order.push_back(desk.sent.back().id);
            desk.endAll(200);
        }
        QVERIFY(std::ranges::is_sorted(order));
        QCOMPARE(std::set<std::string>(order.begin(), order.end()).size(), std::size_t{40});
    }

    void whatWasFinishedDoesNotRunAfterARestartAndWhatRanDoes() {
        Desk desk;
        for (int i = 0; i < 6; ++i)
            desk.task("task_" + std::to_string(i), "p");
        desk.turn(4);
        desk.scheduler->ended(desk.sent[0].seq, reply(200));
        desk.scheduler->ended(desk.sent[1].seq, reply(400));
        desk.turn(2);
        desk.sent.clear();
        desk.open(); // as after kill -9: nothing was told to the database meanwhile
        desk.turn(10);
        std::set<std::string> again;
        for (const Job& job : desk.sent)
            again.insert(job.id);
        QCOMPARE(again, (std::set<std::string>{"task_2", "task_3", "task_4", "task_5"}));
        QVERIFY(desk.row("task_0").state == JobState::Completed);
        QVERIFY(desk.row("task_1").state == JobState::Failed);
    }

    void passingFailuresAreTriedAgainLaterAndNotForEver() {
        Desk desk;
        desk.task("task_1", "p");
        int runs = 0;
        for (desk.turn(1); !desk.sent.empty() && runs < 20; desk.turn(1)) {
            ++runs;
            desk.endAll(503);
            desk.turn(0); // what ended is written, nothing starts
            desk.clock.advanceMs(120'000);
        }
        QCOMPARE(runs, kMostTries);
        QVERIFY(desk.row("task_1").state == JobState::Failed);
        QCOMPARE(desk.finishedTasks.size(), std::size_t{1});
    }

    void aRateLimitIsWaitedForWithoutSpendingTries() {
        Desk desk;
        desk.task("task_1", "p");
        for (int i = 0; i < 12; ++i) {
            desk.turn(1);
            QCOMPARE(desk.sent.size(), std::size_t{1});
            JobReply limited = reply(429);
            limited.attempted = false;
            limited.retryAfterMs = 30'000;
            desk.scheduler->ended(std::exchange(desk.sent, {}).front().seq, limited);
            desk.turn(1);
            QVERIFY(desk.sent.empty());
            desk.clock.advanceMs(120'000);
        }
        desk.turn(1);
        desk.endAll(200);
        desk.turn(1);
        QVERIFY(desk.row("task_1").state == JobState::Completed);
    }

    void aCallersMistakeIsNotTriedAgain() {
        Desk desk;
        desk.task("task_1", "p");
        desk.turn(1);
        desk.endAll(404);
        desk.turn(1);
        QVERIFY(desk.row("task_1").state == JobState::Failed);
    }

    void aWorkerThatEndsGivesItsJobBack() {
        Desk desk;
        desk.task("task_1", "p");
        desk.turn(1);
        desk.hasWorker = false;
        desk.endAll(0);
        desk.turn(1);
        QVERIFY(desk.row("task_1").state < JobState::Completed);
        desk.hasWorker = true;
        desk.turn(1);
        QCOMPARE(desk.sent.size(), std::size_t{1});
    }

    void whatEndedIsWrittenAgainWhenTheTransactionFailed() {
        Desk desk;
        desk.task("task_1", "p");
        desk.turn(1);
        desk.endAll(200);
        QVERIFY(desk.database->begin().has_value());
        QVERIFY(desk.scheduler->apply().has_value());
        desk.database->rollBack();
        QVERIFY(desk.scheduler->load().has_value());
        QVERIFY(desk.row("task_1").state < JobState::Completed);
        desk.turn(1);
        QVERIFY(desk.sent.empty()); // it did not run again
        QVERIFY(desk.row("task_1").state == JobState::Completed);
    }

    void aTransactionThatFailsLosesNothingThatWasTaken() {
        Desk desk;
        const std::int64_t batch = desk.batch(40);
        desk.turn(2); // sixteen are taken, two of them run
        std::set<std::int64_t> seen;
        int sent = 0;
        for (int i = 0; i < 100 && (**desk.database->batch(batch)).open() > 0; ++i) {
            for (const Job& job : std::exchange(desk.sent, {})) {
                ++sent;
                seen.insert(job.seq);
                desk.scheduler->ended(job.seq, reply(200));
            }
            if (i % 3 != 1) {
                desk.turn(2);
                continue;
            }
            QVERIFY(desk.database->begin().has_value());
            QVERIFY(desk.scheduler->apply().has_value());
            QVERIFY(desk.scheduler->pump(2).has_value());
            desk.database->rollBack();
            QVERIFY(desk.scheduler->load().has_value());
        }
        const BatchRow row = **desk.database->batch(batch);
        QCOMPARE(row.completed, 40);
        QVERIFY(row.state == BatchState::Completed);
        QCOMPARE(seen.size(), std::size_t{40});
        QCOMPARE(sent, 40); // none twice
    }

    void aBatchAddsUpAndEnds() {
        Desk desk;
        const std::int64_t batch = desk.batch(20);
        for (int i = 0; i < 5; ++i) {
            desk.turn(4);
            desk.endAll(i == 0 ? 404 : 200);
        }
        desk.turn(4);
        const BatchRow row = **desk.database->batch(batch);
        QCOMPARE(row.completed, 16);
        QCOMPARE(row.failed, 4);
        QCOMPARE(row.cost.nanodollars, 16'000);
        QVERIFY(row.state == BatchState::Completed);
        QVERIFY(row.finishedMs > 0);
        const auto lines = desk.database->results(batch, -1, 1U << 20U);
        QCOMPARE(std::ranges::count(lines->text, '\n'), 20);
    }

    void aBatchNeverSpendsMoreThanItsBudget() {
        Desk desk;
        // Each may cost 3000 and does cost 1000: two at a time, then one, then none.
        const std::int64_t batch = desk.batch(20, Money{6'500}, Money{3'000});
        for (int i = 0; i < 20; ++i) {
            desk.turn(8);
            QVERIFY(desk.sent.size() <= 2);
            desk.endAll(200);
        }
        desk.turn(8);
        const BatchRow row = **desk.database->batch(batch);
        QVERIFY(row.state == BatchState::OverBudget);
        QVERIFY(row.cost <= Money{6'500});
        QCOMPARE(row.completed, 4);
        QCOMPARE(row.cancelled, 16);
    }

    void aCancelledBatchEndsWhenWhatRunsHasEnded() {
        Desk desk;
        const std::int64_t batch = desk.batch(20);
        desk.turn(4);
        QVERIFY(desk.scheduler->stopBatch(batch, BatchState::Cancelling).has_value());
        QCOMPARE((**desk.database->batch(batch)).finishedMs, 0);
        desk.endAll(200);
        desk.turn(4);
        QVERIFY(desk.sent.empty());
        const BatchRow row = **desk.database->batch(batch);
        QVERIFY(row.state == BatchState::Cancelled);
        QCOMPARE(row.completed + row.cancelled, 20);
        QCOMPARE(row.cancelled, 16);
    }

    void resultsComeInPiecesOfBoundedSize() {
        Desk desk;
        const std::int64_t batch = desk.batch(50);
        for (int i = 0; i < 50; ++i) {
            desk.turn(1);
            desk.endAll(200);
        }
        desk.turn(1);
        std::int64_t place = -1;
        int lines = 0;
        int pieces = 0;
        for (bool more = true; more; ++pieces) {
            const auto piece = desk.database->results(batch, place, 300);
            QVERIFY(piece->text.size() < 600);
            lines += static_cast<int>(std::ranges::count(piece->text, '\n'));
            place = piece->place;
            more = piece->more;
        }
        QCOMPARE(lines, 50);
        QVERIFY(pieces > 5);
    }

    void resultsAreForgottenAfterTheirTime() {
        Desk desk;
        desk.task("task_1", "p");
        desk.batch(3);
        for (int i = 0; i < 4; ++i) {
            desk.turn(1);
            desk.endAll(200);
        }
        desk.turn(1);
        desk.clock.advanceMs(999);
        (void)desk.database->trim(desk.clock.unixMs(), 100);
        QVERIFY(desk.database->task("task_1")->has_value());
        desk.clock.advanceMs(2);
        (void)desk.database->trim(desk.clock.unixMs(), 100);
        (void)desk.database->trim(desk.clock.unixMs(), 100);
        QVERIFY(!desk.database->task("task_1")->has_value());
        QVERIFY(!desk.database->batch("batch_1")->has_value());
    }
};

QTEST_GUILESS_MAIN(JobSchedulerTest)
#include "tst_job_scheduler.moc"
