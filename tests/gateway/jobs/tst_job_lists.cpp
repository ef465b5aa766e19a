#include "gateway/jobs/job_database.h"
#include "gateway/jobs/job_list_sql.h"
#include "gateway/jobs/job_schema.h"
#include "gateway/store/database.h"
#include "gateway/store/migrations.h"

#include <QtTest/QTest>

#include <QTemporaryDir>

#include <algorithm>
#include <functional>

using namespace tollgate;

namespace {

struct Store {
    QTemporaryDir folder;
    std::unique_ptr<JobDatabase> database = *JobDatabase::open(path());

    std::string path() const { return folder.filePath(QStringLiteral("jobs.db")).toStdString(); }

    std::int64_t add(const std::string& id, const std::string& project, const std::string& body = "{}",
                     std::int64_t batch = 0, std::int64_t place = 0) {
        NewJob job;
        job.id = id;
        job.owner = {"key_1", project};
        job.path = "/v1/chat/completions";
        job.model = project + "-model";
        job.body = body;
        job.nowMs = 1000;
        job.ttlMs = 1000;
        job.batch = batch;
        job.place = place;
        job.customId = std::to_string(place);
        return *database->addJob(job);
    }

    void end(std::int64_t seq, JobState state, const std::string& body = "{}", std::int64_t nowMs = 2000) {
        JobReply reply;
        reply.status = state == JobState::Completed ? 200 : 500;
        reply.body = body;
        QVERIFY(database->finish(seq, state, reply, 1, nowMs).has_value());
    }

    std::vector<std::string> ids(const JobFilter& filter) const {
        std::vector<std::string> list;
        const auto rows = database->tasks(filter, {});
        for (const TaskRow& row : *rows)
            list.push_back(row.id);
        return list;
    }
    std::int64_t stored(const std::string& owner) const { return *database->storedBytes(owner); }
};

using Ids = std::vector<std::string>;

/// What SQLite says it will do, in its own words (https://www.sqlite.org/eqp.html).
std::string planOf(const Store& store, const std::string& sql) {
    const auto connection = *SqliteConnection::open(store.path());
    auto statement = *connection->prepare("EXPLAIN QUERY PLAN " + sql);
    std::string plan;
    (void)statement.eachRow([&plan](SqliteRow& row) {
        row.number();
        row.number();
        row.number();
        plan += row.text() + "\n";
    });
    return plan;
}

bool searches(const std::string& plan, const std::string& index) {
    return plan.find("SEARCH") != std::string::npos && plan.find(index) != std::string::npos &&
           plan.find("B-TREE") == std::string::npos;
}

JobFilter of(std::optional<JobState> state, int limit = 100, std::int64_t before = 0) {
    JobFilter filter;
    if (state)
        filter.state = static_cast<std::int64_t>(*state);
    filter.limit = limit;
    filter.beforeSeq = before;
    return filter;
}

} // namespace

class JobListsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsArePagedByKeysAndWithoutTheReplies() {
        Store store;
        std::vector<std::int64_t> seqs;
        for (int i = 0; i < 5; ++i)
            seqs.push_back(store.add("task_" + std::to_string(i), "p"));
        for (int i = 0; i < 3; ++i)
            store.end(seqs[static_cast<std::size_t>(i)], i == 1 ? JobState::Failed : JobState::Completed,
                      std::string(100'000, 'x'));
        QCOMPARE(store.ids(of({}, 2)), (Ids{"task_4", "task_3"}));
        QCOMPARE(store.ids(of({}, 2, seqs[3])), (Ids{"task_2", "task_1"}));
        QCOMPARE(store.ids(of(JobState::Completed)), (Ids{"task_2", "task_0"}));
        QCOMPARE(store.ids(of(JobState::Failed)), (Ids{"task_1"}));
        QCOMPARE(store.ids(of(JobState::Waiting)), (Ids{"task_4", "task_3"}));
        const auto rows = store.database->tasks(of({}), {});
        for (const TaskRow& row : *rows)
            QVERIFY(row.reply.empty());
        QCOMPARE((*store.database->task("task_0"))->reply.size(), std::size_t{100'000});
    }

    void pagesHoldTheirOrderOverThousandsWhileWorkGoesOn() {
        Store store;
        constexpr int kTasks = 20'000;
        QVERIFY(store.database->begin().has_value());
        std::vector<std::int64_t> seqs;
        for (int i = 0; i < kTasks; ++i)
            seqs.push_back(store.add("task_" + std::to_string(i), i % 1'000 == 0 ? "rare" : "p"));
        QVERIFY(store.database->commit().has_value());
        const auto readAll = [&](JobFilter filter, const auto& betweenPages) {
            std::vector<std::int64_t> read;
            while (true) {
                const auto page = store.database->tasks(filter, {});
                for (const TaskRow& row : *page)
                    read.push_back(row.seq);
                if (page->size() < static_cast<std::size_t>(filter.limit))
                    return read;
                filter.beforeSeq = page->back().seq;
                betweenPages(filter.beforeSeq);
            }
        };
        // What comes and what ends between two pages is neither twice in them nor does it push anything out.
        int more = 0;
        const auto all = readAll(of({}, 1'000), [&](std::int64_t) {
            store.add("more_" + std::to_string(++more), "p");
            store.end(seqs[static_cast<std::size_t>(more)], JobState::Completed);
        });
        QCOMPARE(all.size(), seqs.size());
        QVERIFY(std::equal(all.begin(), all.end(), seqs.rbegin()));
        const auto nothing = [](std::int64_t) {};
        const auto ended = readAll(of(JobState::Completed, 7), nothing);
        QCOMPARE(ended.size(), static_cast<std::size_t>(more));
        QVERIFY(std::ranges::is_sorted(ended, std::greater()));
        JobFilter rare = of({}, 7);
        rare.project = "rare";
        const auto few = readAll(rare, nothing);
        QCOMPARE(few.size(), std::size_t{kTasks / 1'000});
        QVERIFY(std::ranges::is_sorted(few, std::greater()));
    }

    void listsKnowProjectAndModel() {
        Store store;
        store.add("task_1", "a");
        store.add("task_2", "b");
        JobFilter filter = of({});
        filter.project = "a";
        QCOMPARE(store.ids(filter), (Ids{"task_1"}));
        filter = of({});
        filter.model = "b-model";
        QCOMPARE(store.ids(filter), (Ids{"task_2"}));
    }

    void theErrorOfAListIsShort() {
        Store store;
        store.end(store.add("task_1", "a"), JobState::Failed,
                  "{\"error\":{\"message\":\"No such model\",\"code\":\"model_not_found\"}}");
        store.end(store.add("task_2", "a"), JobState::Failed,
                  "{\"error\":{\"message\":\"" + std::string(9000, 'm') + "\",\"code\":\"long\"}}");
        const auto rows = store.database->tasks(of({}), {});
        QVERIFY((*rows)[1].error.find("No such model") != std::string::npos);
        QVERIFY((*rows)[0].error.size() < 2000);
        QVERIFY((*rows)[0].error.find("\"code\":\"long\"") != std::string::npos);
    }

    void itemsOfABatchAreListedInTheirOrder() {
        Store store;
        NewBatch batch;
        batch.id = "batch_1";
        batch.owner = {"key_1", "p"};
        const std::int64_t seq = *store.database->addBatch(batch);
        std::vector<std::int64_t> items;
        for (int i = 0; i < 6; ++i)
            items.push_back(store.add({}, "p", "{}", seq, i));
        store.end(items[1], JobState::Failed);
        store.end(items[4], JobState::Failed);
        const auto first = store.database->items(seq, of({}, 2), {});
        QCOMPARE(first->size(), std::size_t{2});
        QCOMPARE((*first)[1].place, 1);
        QCOMPARE((*store.database->items(seq, of({}, 2, 2), {}))[0].place, 2);
        const auto failed = store.database->items(seq, of(JobState::Failed), {});
        QCOMPARE(failed->size(), std::size_t{2});
        QCOMPARE((*failed)[1].place, 4);
        QVERIFY(store.ids(of({})).empty()); // they are no tasks
    }

    void whatIsKeptIsCountedInBytesAndFreedWithTime() {
        Store store;
        const std::int64_t big = store.add("task_1", "a", std::string(50'000, 'x'));
        const std::int64_t waiting = store.stored("project:a");
        QVERIFY(waiting >= 50'000);
        QVERIFY(waiting < 60'000);
        QCOMPARE(store.stored("project:b"), 0);
        store.end(big, JobState::Completed, std::string(700, 'r'));
        QVERIFY(store.stored("project:a") >= 700);
        QVERIFY(store.stored("project:a") < 1'000); // the question has gone
        QVERIFY(store.database->trim(2999, 100).has_value());
        QVERIFY(store.stored("project:a") > 0);
        QVERIFY(store.database->trim(3001, 100).has_value());
        QCOMPARE(store.stored("project:a"), 0);
        QCOMPARE(store.database->counts()->storedBytes, 0);
    }

    void aTransactionThatIsTakenBackIsNotCounted() {
        Store store;
        QVERIFY(store.database->begin().has_value());
        store.add("task_1", "a", std::string(50'000, 'x'));
        store.database->rollBack();
        QCOMPARE(store.stored("project:a"), 0);
    }

    void whatAnEndFreesIsTakenBackWithIt() {
        Store store;
        const std::int64_t seq = store.add("task_1", "a", std::string(50'000, 'x'));
        const std::int64_t waiting = store.stored("project:a");
        QVERIFY(store.database->begin().has_value());
        store.end(seq, JobState::Completed, std::string(700, 'r'));
        store.database->rollBack();
        QCOMPARE(store.stored("project:a"), waiting);
        QVERIFY(store.database->begin().has_value());
        store.end(seq, JobState::Completed, std::string(700, 'r'));
        store.end(seq, JobState::Cancelled, std::string(9'000, 'r')); // which it is no more
        QVERIFY(store.database->commit().has_value());
        QVERIFY(store.stored("project:a") >= 700);
        QVERIFY(store.stored("project:a") < 1'000);
    }

    void ownersAreToldByWhatTheyHaveWaiting() {
        Store store;
        for (int i = 0; i < 3; ++i)
            store.add("task_b" + std::to_string(i), "b");
        store.add("task_a", "a");
        const auto owners = store.database->owners(10, [](std::int64_t) { return false; });
        QCOMPARE(owners->size(), std::size_t{2});
        QCOMPARE((*owners)[0].owner, std::string("project:b"));
        QCOMPARE((*owners)[0].waiting, 3);
        QCOMPARE((*owners)[0].oldestMs, 1000);
        const auto counts = store.database->taskCounts();
        QCOMPARE(counts->at(JobState::Waiting), 4);
    }

    void aFileOfTheVersionBeforeKeepsWhatIsInIt() {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("jobs.db")).toStdString();
        {
            auto database = Database::open(path);
            QVERIFY(migrate(**database, {{30, "jobs", kJobSchema30}}).has_value());
            auto connection = SqliteConnection::open(path);
            QVERIFY((*connection)
                        ->execute("INSERT INTO jobs(id, place, owner, key_id, project, path, headers, state,"
                                  " due_ms, created_ms, ttl_ms, worst, body) VALUES('task_1', 0, 'project:p',"
                                  " 'k', 'p', '/v1/chat/completions', '', 1, 5, 5, 1000, 7, x'7b7d');"
                                  "INSERT INTO webhooks(id, task, owner, url, secret, body, due_ms,"
                                  " created_ms) VALUES('whd_1', 'task_0', 'project:p',"
                                  " 'https://example.com/a', x'00', x'7b7d', 9, 9)")
                        .has_value());
        }
        const auto store = *JobDatabase::open(path);
        const auto taken = store->take("project:p", 10, 5, [](std::int64_t) { return false; });
        QCOMPARE(taken->jobs.size(), std::size_t{1});
        QCOMPARE(taken->jobs.front().body, std::string("{}"));
        QCOMPARE(taken->jobs.front().worst.nanodollars, 7);
        const auto lanes = store->webhookLanes();
        QCOMPARE(lanes->size(), std::size_t{1});
        QCOMPARE(store->dueWebhooks(lanes->front(), 10, 5)->front().body, std::string("{}"));
        QCOMPARE(*store->storedBytes("project:p"), 2 + 21 + 2);
    }

    void everyWayIntoAListIsAnIndexInItsOrder() {
        const Store store;
        const std::vector<std::string> tasks{"tasks_newest",     "tasks_open",   "tasks_by_state",
                                             "tasks_by_project", "tasks_by_key", "tasks_by_model"};
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            const std::string plan = planOf(store, taskWays().at(i).rows);
            QVERIFY2(searches(plan, tasks[i]), plan.c_str());
            const std::string count = i == 0 ? std::string() : planOf(store, taskWays().at(i).count);
            QVERIFY2(i == 0 || count.find("INDEX " + tasks[i]) != std::string::npos, count.c_str());
        }
        const std::vector<std::string> batches{"PRIMARY KEY", "batches_by_state", "batches_by_project",
                                               "batches_by_key"};
        for (std::size_t i = 0; i < batches.size(); ++i) {
            const std::string plan = planOf(store, batchWays().at(i).rows);
            QVERIFY2(searches(plan, batches[i]), plan.c_str());
        }
        QVERIFY(searches(planOf(store, itemsSql()), "jobs_by_batch (batch=? AND place>?)"));
        QVERIFY(
            searches(planOf(store, itemsOfStateSql()), "items_by_state (batch=? AND state=? AND place>?)"));
        QVERIFY(searches(planOf(store, webhooksSql(false, false)), "webhooks_waiting (seq<?)"));
        QVERIFY(searches(planOf(store, webhooksSql(true, false)), "webhooks_dead (seq<?)"));
        QVERIFY(searches(planOf(store, webhooksSql(false, true)), "webhooks_waiting_of (owner=? AND seq<?)"));
        QVERIFY(searches(planOf(store, webhooksSql(true, true)), "webhooks_dead_of (owner=? AND seq<?)"));
    }

    void theStartLooksOnlyAtWhatWasRunning() {
        const Store store;
        const std::string plan = planOf(store, "UPDATE jobs INDEXED BY jobs_taken SET state=0 WHERE state=1");
        QVERIFY2(plan.find("jobs_taken") != std::string::npos, plan.c_str());
        QVERIFY2(planOf(store, "SELECT 1 FROM jobs WHERE state=1").find("jobs_taken") != std::string::npos,
                 plan.c_str());
    }

    void theStartSearchesWhatWasArriving() {
        const Store store;
        const std::string plan =
            planOf(store, "DELETE FROM jobs WHERE batch IN (SELECT seq FROM batches WHERE state = 6)");
        QVERIFY2(plan.find("jobs_by_batch (batch=?)") != std::string::npos ||
                     plan.find("items_by_state (batch=?)") != std::string::npos,
                 plan.c_str());
        QVERIFY2(plan.find("batches_by_state (state=?)") != std::string::npos, plan.c_str());
    }

    void filtersAreAskedTogether() {
        Store store;
        std::vector<std::int64_t> seqs;
        for (int i = 0; i < 30; ++i)
            seqs.push_back(store.add("task_" + std::to_string(i), i % 10 == 0 ? "rare" : "p"));
        for (int i = 0; i < 15; ++i)
            store.end(seqs[static_cast<std::size_t>(i)], i == 10 ? JobState::Failed : JobState::Completed);
        const auto asked = [&](std::optional<JobState> state, const char* project, const char* key,
                               const char* model) {
            JobFilter filter = of(state);
            filter.project = project;
            filter.keyId = key;
            filter.model = model;
            return store.ids(filter);
        };
        QCOMPARE(asked({}, "rare", "key_1", "rare-model"), (Ids{"task_20", "task_10", "task_0"}));
        QCOMPARE(asked(JobState::Failed, "rare", "", ""), (Ids{"task_10"}));
        QCOMPARE(asked(JobState::Failed, "p", "", ""), (Ids{}));
        QCOMPARE(asked(JobState::Completed, "rare", "key_1", ""), (Ids{"task_0"}));
        QCOMPARE(asked(JobState::Waiting, "rare", "", ""), (Ids{"task_20"}));
        QCOMPARE(asked({}, "", "key_2", ""), (Ids{}));
        QCOMPARE(asked(JobState::Cancelled, "", "", "p-model"), (Ids{}));
        QCOMPARE(asked(JobState::Completed, "", "key_1", "rare-model"), (Ids{"task_0"}));
    }

    void whatRunsIsToldFromWhatWaits() {
        Store store;
        const std::int64_t running = store.add("task_1", "p");
        store.add("task_2", "p");
        const JobSeqs seqs{running};
        QCOMPARE(store.database->tasks(of(JobState::Taken), seqs)->front().id, std::string("task_1"));
        QCOMPARE(store.database->tasks(of(JobState::Taken), seqs)->size(), std::size_t{1});
        QCOMPARE(store.database->tasks(of(JobState::Waiting), seqs)->front().id, std::string("task_2"));
        QCOMPARE(store.database->tasks(of(JobState::Waiting), seqs)->size(), std::size_t{1});
        QVERIFY(store.database->tasks(of(JobState::Taken, 9, running), seqs)->empty());
        NewBatch batch;
        batch.id = "batch_1";
        batch.owner = {"key_1", "q"};
        const std::int64_t seq = *store.database->addBatch(batch);
        std::vector<std::int64_t> items;
        for (int i = 0; i < 6; ++i)
            items.push_back(store.add({}, "q", "{}", seq, i));
        QVERIFY(store.database->keepFromCancelling(items[1]).has_value());
        const JobSeqs busy{items[0], items[1], running};
        const auto waits = store.database->items(seq, of(JobState::Waiting, 2), busy);
        QCOMPARE(waits->size(), std::size_t{2});
        QCOMPARE((*waits)[0].place, 2);
        QCOMPARE((*waits)[1].place, 3);
        const auto runs = store.database->items(seq, of(JobState::Taken), busy);
        QCOMPARE(runs->size(), std::size_t{2});
        QCOMPARE((*runs)[1].place, 1);
        QCOMPARE(store.database->items(seq, of(JobState::Taken, 9, 1), busy)->size(), std::size_t{1});
    }

    void aReaderChangesNothing() {
        Store store;
        store.add("task_1", "p");
        const auto reader = *JobDatabase::openToRead(store.path());
        QCOMPARE(reader->tasks(of({}), {})->size(), std::size_t{1});
        QVERIFY(!reader->setWebhookSecret("project:p", "x"));
        store.add("task_2", "p");
        QCOMPARE(reader->tasks(of({}), {})->size(), std::size_t{2});
    }

    void deadLettersAreResentByProject() {
        Store store;
        for (const char* project : {"a", "b"}) {
            for (int i = 0; i < 2; ++i) {
                NewJob job;
                job.id = std::string("task_") + project + std::to_string(i);
                job.owner = {"key_1", project};
                job.path = "/v1/chat/completions";
                job.body = "{}";
                job.webhookUrl = "https://Example.com:8443/hook";
                job.webhookSecret = "s";
                TaskRow task;
                task.seq = *store.database->addJob(job);
                task.id = job.id;
                task.owner = job.owner;
                const auto lane = store.database->addWebhook(task, "{}", 100);
                QCOMPARE((*lane)->receiver, std::string("example.com:8443"));
                const auto due = store.database->dueWebhooks(**lane, 100, 10);
                QVERIFY(store.database->webhookDied(due->back().seq, 500, "It fell over.", 200).has_value());
            }
        }
        using Which = JobDatabase::WebhookList;
        QCOMPARE(store.database->webhooks(Which::Dead, of({}))->size(), std::size_t{4});
        QVERIFY(store.database->webhooks(Which::Waiting, of({}))->empty());
        QCOMPARE(*store.database->resendWebhooks("a", 300, 1), 1);
        QCOMPARE(*store.database->resendWebhooks("a", 300, 100), 1);
        QCOMPARE(store.database->webhooks(Which::Dead, of({}))->size(), std::size_t{2});
        QCOMPARE(store.database->webhooks(Which::All, of({}, 3))->size(), std::size_t{3});
        JobFilter own = of({});
        own.project = "a";
        QCOMPARE(store.database->webhooks(Which::Waiting, own)->size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(JobListsTest)
#include "tst_job_lists.moc"
