#include "gateway/jobs/job_queue.h"

#include "gateway/jobs/job_intake.h"
#include "gateway/jobs/job_reader.h"
#include "gateway/jobs/webhook_queue.h"
#include "gateway/store/database_rescue.h"

#include <QDebug>
#include <QTimer>

#include <algorithm>
#include <utility>
#include <vector>

namespace tollgate {

namespace {

constexpr std::int64_t kLongestSleepMs = 60'000;
constexpr std::int64_t kShortestSleepMs = 20;
constexpr std::int64_t kAfterFailureMs = 1'000;
constexpr std::int64_t kTrimEveryMs = 60'000;
constexpr std::int64_t kCountEveryMs = 1'000;
constexpr int kTrimStep = 500;
// What ends is written together, unless somebody asks or nothing else runs: a transaction costs as much as
// some of what it writes.
constexpr std::size_t kWrittenAtOnce = 64;
constexpr int kWriteAfterMs = 5;

bool isResend(JobQuestion::Kind kind) {
    return kind == JobQuestion::Kind::ResendWebhook || kind == JobQuestion::Kind::ResendWebhooks;
}

JobAnswer unavailableAnswer() {
    return refusal({ErrorCode::Unavailable, "Tasks and batches cannot be kept right now."});
}

} // namespace

/// Everything that happens in the queue's thread: what has come since the last turn is one transaction, and
/// only then anybody is answered.
class JobQueue::Core : public QObject {
public:
    Core(JobQueue& queue, std::unique_ptr<JobDatabase> database, JobSecrets secrets)
        : m_queue(queue)
        , m_database(std::move(database))
        , m_scheduler(
              queue.m_clock, *m_database, [this](const Job& job) { return send(job); },
              [this](const TaskRow& task) { return taskFinished(task); },
              static_cast<std::uint32_t>(randomSeed()))
        , m_webhooks(
              queue.m_clock, *m_database, secrets.open, [this] { wakeToWrite(); },
              static_cast<std::uint32_t>(randomSeed()))
        , m_desk(queue.m_clock, queue.m_snapshots, queue.m_router, *m_database, m_scheduler,
                 std::move(secrets),
                 {[this](std::int64_t seq) { cancel(seq); },
                  [this](const TaskRow& task) { return taskFinished(task); }},
                 randomSeed())
        , m_intake(*m_database, m_scheduler,
                   [this](NewBatch& batch, std::int64_t bytes) { return m_desk.admitBatch(batch, bytes); })
        , m_reader(queue.m_path, queue.m_clock) {
        for (QTimer* timer : {&m_timer, &m_writeTimer}) {
            timer->setSingleShot(true);
            connect(timer, &QTimer::timeout, this, [this] { turn(); });
        }
    }

    void begin() {
        auto loaded = m_scheduler.load();
        if (loaded)
            loaded = m_webhooks.load();
        if (!loaded)
            fail(loaded.error());
        wakeToWrite();
    }

    void ask(JobQuestion question, Answered answered) {
        if (question.kind == JobQuestion::Kind::SubmitBatch) {
            read(std::move(question), std::move(answered));
            return;
        }
        auto& to = JobLists::knows(question.kind) ? m_lists : m_questions;
        to.push_back({std::move(question), std::move(answered)});
        wakeToWrite();
    }
    void attach(const RunnerPortPtr& port) {
        m_ports.push_back(port);
        wakeToWrite();
    }
    void detach(const RunnerPortPtr& port) {
        std::erase(m_ports, port);
        std::vector<std::int64_t> lost;
        for (const auto& [seq, where] : m_where) {
            if (where == port)
                lost.push_back(seq);
        }
        for (const std::int64_t seq : lost)
            ended(seq, {});
    }
    void ended(std::int64_t seq, JobReply reply) {
        if (const auto where = m_where.find(seq); where != m_where.end()) {
            --where->second->running;
            m_where.erase(where);
        }
        m_scheduler.ended(seq, std::move(reply));
        wake();
    }
    /// All that there is to do.
    void turn();

private:
    struct Asked {
        JobQuestion question;
        Answered answered;
    };

    /// Later, once for all that comes until then.
    void wake() {
        m_changed = true;
        if (std::exchange(m_awake, true))
            return;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_awake = false;
                if (!goesOnWithoutWriting())
                    turn();
            },
            Qt::QueuedConnection);
    }
    void wakeToWrite() {
        m_mustWrite = true;
        wake();
    }
    bool goesOnWithoutWriting();

    bool send(const Job& job) {
        const auto idlest =
            std::ranges::min_element(m_ports, {}, [](const RunnerPortPtr& port) { return port->running; });
        if (idlest == m_ports.end() || !(*idlest)->post([job](JobRunner& runner) { runner.run(job); }))
            return false;
        ++(*idlest)->running;
        m_where.emplace(job.seq, *idlest);
        return true;
    }

    void cancel(std::int64_t seq) {
        const auto where = m_where.find(seq);
        if (where == m_where.end())
            return;
        where->second->post([seq](JobRunner& runner) { runner.cancel(seq); });
        --where->second->running;
        m_where.erase(where);
    }

    SqliteResult<> taskFinished(const TaskRow& task) {
        m_failedNow += task.state == JobState::Failed ? 1 : 0;
        const auto lane = m_database->addWebhook(task, taskText(task, false), m_queue.m_clock.unixMs());
        if (!lane)
            return tl::unexpected(lane.error());
        if (*lane)
            m_webhooks.added(**lane);
        return {};
    }

    template <typename Step>
    SqliteResult<> transaction(const Step& step);
    SqliteResult<> write(std::vector<JobAnswer>& answers);
    SqliteResult<> pump();
    SqliteResult<> trim();
    SqliteResult<> count();
    void read(JobQuestion question, Answered answered);
    void fail(const std::string& why);
    void list();
    void sleep();

    JobQueue& m_queue;
    std::unique_ptr<JobDatabase> m_database;
    JobScheduler m_scheduler;
    WebhookQueue m_webhooks;
    JobDesk m_desk;
    JobIntake m_intake;
    JobReader m_reader;
    std::vector<Asked> m_questions;
    std::vector<Asked> m_lists; ///< to be read once all that came before is written
    std::vector<RunnerPortPtr> m_ports;
    std::unordered_map<std::int64_t, RunnerPortPtr> m_where; ///< what runs
    QTimer m_timer;
    QTimer m_writeTimer; ///< since the first end that is not written
    std::int64_t m_trimAtMs = 0;
    std::int64_t m_countAtMs = 0;
    bool m_checkpointDue = false;
    bool m_uncounted = true;
    std::int64_t m_failedAtMs = 0;
    std::int64_t m_failedTasks = 0; ///< tasks, not writes
    std::int64_t m_failedNow = 0;   ///< in the transaction at hand
    bool m_awake = false;
    bool m_changed = false;  ///< since the last turn
    bool m_mustWrite = true; ///< the next turn is not to wait for more
};

template <typename Step>
SqliteResult<> JobQueue::Core::transaction(const Step& step) {
    SqliteResult<> done = m_database->begin();
    if (!done)
        return done;
    done = step();
    if (done)
        done = m_database->commit();
    if (!done)
        m_database->rollBack();
    return done;
}

SqliteResult<> JobQueue::Core::write(std::vector<JobAnswer>& answers) {
    m_failedNow = 0;
    if (auto done = m_scheduler.apply(); !done)
        return done;
    if (auto done = m_webhooks.apply(); !done)
        return done;
    for (const Asked& one : m_questions) {
        auto answer = m_desk.answer(one.question);
        if (!answer)
            return tl::unexpected(std::move(answer.error()));
        answers.push_back(*std::move(answer));
        if (isResend(one.question.kind)) {
            if (auto loaded = m_webhooks.load(); !loaded)
                return loaded;
        }
    }
    if (auto done = m_intake.step(); !done)
        return done;
    return m_questions.empty() ? pump() : SqliteResult<>();
}

SqliteResult<> JobQueue::Core::pump() {
    const SnapshotPtr snapshot = m_queue.m_snapshots.load();
    if (auto done = m_scheduler.pump(snapshot->settings.jobsParallel); !done)
        return done;
    if (auto done = m_webhooks.pump(snapshot->settings.webhookAllowPrivate); !done)
        return done;
    if (auto done = trim(); !done)
        return done;
    return count();
}

SqliteResult<> JobQueue::Core::trim() {
    const std::int64_t now = m_queue.m_clock.unixMs();
    if (now < m_trimAtMs)
        return {};
    const auto more = m_database->trim(now, kTrimStep);
    if (!more)
        return tl::unexpected(more.error());
    m_trimAtMs = *more ? now : now + kTrimEveryMs;
    m_checkpointDue = m_checkpointDue || !*more;
    return {};
}

/// Once a second at most, and once more after the last change.
SqliteResult<> JobQueue::Core::count() {
    const std::int64_t now = m_queue.m_clock.unixMs();
    if (!m_uncounted || now < m_countAtMs)
        return {};
    m_countAtMs = now + kCountEveryMs;
    m_uncounted = false;
    const auto counts = m_database->counts();
    if (!counts)
        return tl::unexpected(counts.error());
    const std::int64_t waiting = counts->waiting - m_scheduler.runningUnmarked();
    m_desk.setWaiting(waiting);
    m_queue.m_gauges.waiting = waiting;
    m_queue.m_gauges.webhooksWaiting = counts->webhooksWaiting;
    m_queue.m_gauges.webhooksDead = counts->webhooksDead;
    m_queue.m_gauges.storedBytes = counts->storedBytes;
    m_desk.setStored(counts->storedBytes);
    return {};
}

/// Where only jobs have ended: others take their places, and what came of them is written a little later.
bool JobQueue::Core::goesOnWithoutWriting() {
    if (m_mustWrite || m_failedAtMs != 0 || m_scheduler.running() == 0 ||
        m_scheduler.unwritten() >= kWrittenAtOnce)
        return false;
    const auto done = m_scheduler.pumpReady(m_queue.m_snapshots.load()->settings.jobsParallel);
    if (!done || !*done)
        return false;
    m_queue.m_gauges.running = static_cast<std::int64_t>(m_scheduler.running());
    if (!m_writeTimer.isActive())
        m_writeTimer.start(kWriteAfterMs);
    return true;
}

void JobQueue::Core::turn() {
    m_mustWrite = false;
    m_writeTimer.stop();
    std::vector<JobAnswer> answers;
    const bool hadIntake = m_intake.isBusy();
    m_uncounted = m_uncounted || m_changed;
    m_changed = false;
    SqliteResult<> done = transaction([&] { return write(answers); });
    if (done) {
        m_scheduler.applied();
        m_webhooks.applied();
        m_failedTasks += m_failedNow;
        m_intake.committed();
        // What came in begins only when it is kept: who is told that it is not must not pay for it.
        if (!m_questions.empty())
            done = transaction([this] { return pump(); });
    } else {
        answers.assign(m_questions.size(), unavailableAnswer());
        m_intake.failed();
    }
    if (done) {
        m_failedAtMs = 0;
        // One that fails is made good by the next.
        if (m_checkpointDue && m_scheduler.running() == 0)
            m_checkpointDue = !m_database->checkpoint().has_value();
    } else {
        fail(done.error());
    }
    m_queue.m_gauges.running = static_cast<std::int64_t>(m_scheduler.running());
    m_queue.m_gauges.failedTasks = m_failedTasks;
    const std::vector<Asked> asked = std::exchange(m_questions, {});
    for (std::size_t i = 0; i < asked.size(); ++i)
        asked[i].answered(std::move(answers[i]));
    list();
    if (done && (m_intake.isBusy() || hadIntake))
        wakeToWrite(); // others come in between
    sleep();
}

/// A batch may be large: elsewhere.
void JobQueue::Core::read(JobQuestion question, Answered answered) {
    m_reader.run([this, question = std::move(question), answered = std::move(answered)] {
        auto batch = readBatch(question, *m_queue.m_snapshots.load(), m_queue.m_router);
        if (!batch) {
            answered(refusal(batch.error()));
            return;
        }
        auto read = std::make_shared<ReadBatch>(*std::move(batch));
        QMetaObject::invokeMethod(
            this,
            [this, read, answered] {
                m_intake.add(std::move(*read), answered);
                wakeToWrite();
            },
            Qt::QueuedConnection);
    });
}

void JobQueue::Core::list() {
    if (m_lists.empty())
        return;
    const JobView view{m_scheduler.runningSeqs(), m_webhooks.sendingSeqs()};
    for (Asked& one : std::exchange(m_lists, {}))
        m_reader.ask(std::move(one.question), view, std::move(one.answered));
}

/// What has ended is kept and written when the disk takes it again.
void JobQueue::Core::fail(const std::string& why) {
    if (m_failedAtMs == 0)
        qWarning("tasks and batches cannot be written: %s", why.c_str());
    m_failedAtMs = m_queue.m_clock.unixMs();
    auto loaded = m_scheduler.load();
    if (loaded)
        loaded = m_webhooks.load();
    if (!loaded)
        qWarning("tasks and batches cannot be read: %s", loaded.error().c_str());
}

void JobQueue::Core::sleep() {
    if (m_failedAtMs != 0) {
        m_timer.start(static_cast<int>(kAfterFailureMs));
        return;
    }
    const std::int64_t now = m_queue.m_clock.unixMs();
    std::int64_t wake = std::min(now + kLongestSleepMs, m_trimAtMs);
    const bool hasRoom =
        !m_ports.empty() &&
        m_scheduler.running() < static_cast<std::size_t>(m_queue.m_snapshots.load()->settings.jobsParallel);
    if (const auto due = m_scheduler.wakeMs(); due && hasRoom)
        wake = std::min(wake, *due);
    if (const auto due = m_webhooks.wakeMs())
        wake = std::min(wake, *due);
    if (m_uncounted)
        wake = std::min(wake, m_countAtMs);
    m_timer.start(static_cast<int>(std::clamp(wake - now, kShortestSleepMs, kLongestSleepMs)));
}

JobQueue::JobQueue(std::string path, const Clock& clock, const SnapshotCell& snapshots, Router& router)
    : m_path(std::move(path))
    , m_clock(clock)
    , m_snapshots(snapshots)
    , m_router(router) {
    m_thread.setObjectName(QStringLiteral("jobs"));
}

JobQueue::~JobQueue() {
    stop();
}

tl::expected<void, std::string> JobQueue::start(JobSecrets secrets) {
    if (const auto damage = damageOf(m_path)) {
        const auto moved = moveAside(m_path, m_clock.unixMs());
        if (!moved)
            return tl::unexpected(moved.error());
        qCritical("tasks and batches were damaged (%s) and are kept as %s; they begin anew", damage->c_str(),
                  moved->c_str());
    }
    // The thread's own objects are made there: timers and the upstream client belong to its loop.
    m_thread.start();
    auto* birthplace = new QObject;
    birthplace->moveToThread(&m_thread);
    std::string failure;
    QMetaObject::invokeMethod(
        birthplace,
        [&] {
            auto database = JobDatabase::open(m_path);
            if (!database) {
                failure = database.error();
                return;
            }
            m_core = new Core(*this, *std::move(database), std::move(secrets));
            m_core->begin();
        },
        Qt::BlockingQueuedConnection);
    birthplace->deleteLater();
    if (m_core != nullptr)
        return {};
    m_thread.quit();
    m_thread.wait();
    return tl::unexpected("tasks and batches cannot be kept: " + failure);
}

void JobQueue::stop() {
    if (m_core == nullptr)
        return;
    Core* core = std::exchange(m_core, nullptr);
    QMetaObject::invokeMethod(
        core,
        [core] {
            core->turn();
            delete core; // NOLINT(cppcoreguidelines-owning-memory): in its own thread
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void JobQueue::ask(JobQuestion question, Answered answered) {
    if (m_core == nullptr) {
        answered(unavailableAnswer());
        return;
    }
    QMetaObject::invokeMethod(
        m_core,
        [core = m_core, question = std::move(question), answered = std::move(answered)]() mutable {
            core->ask(std::move(question), std::move(answered));
        },
        Qt::QueuedConnection);
}

void JobQueue::attach(const RunnerPortPtr& port) {
    if (m_core != nullptr)
        QMetaObject::invokeMethod(
            m_core, [core = m_core, port] { core->attach(port); }, Qt::QueuedConnection);
}

void JobQueue::detach(const RunnerPortPtr& port) {
    if (m_core != nullptr)
        QMetaObject::invokeMethod(
            m_core, [core = m_core, port] { core->detach(port); }, Qt::QueuedConnection);
}

void JobQueue::ended(std::int64_t seq, JobReply reply) {
    if (m_core != nullptr)
        QMetaObject::invokeMethod(
            m_core,
            [core = m_core, seq, reply = std::move(reply)]() mutable { core->ended(seq, std::move(reply)); },
            Qt::QueuedConnection);
}

JobGauges JobQueue::gauges() const {
    return {m_gauges.waiting,      m_gauges.running,     m_gauges.webhooksWaiting,
            m_gauges.webhooksDead, m_gauges.storedBytes, m_gauges.failedTasks};
}

} // namespace tollgate
