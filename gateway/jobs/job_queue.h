#pragma once
// Tasks, batches and webhooks: a thread of its own has jobs.db, decides what runs next and posts webhooks;
// the workers run the requests.
//
// Whoever is answered may rely on it: what was changed is committed by then.

#include "gateway/jobs/job_desk.h"
#include "gateway/jobs/job_runner.h"
#include "gateway/telemetry/metrics.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace tollgate {

class JobQueue {
public:
    using Answered = std::function<void(JobAnswer)>;

    /// All that is given must outlive the queue.
    JobQueue(std::string path, const Clock& clock, const SnapshotCell& snapshots, Router& router);
    ~JobQueue(); ///< stops
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    /// Opens the database and starts the thread; a damaged file is put aside. The error is for people;
    /// without a database every question is answered 503.
    tl::expected<void, std::string> start(JobSecrets secrets);
    /// Writes out what has ended. Idempotent. Once nobody asks or runs any more.
    void stop();

    // Any thread.
    /// `answered` is called in the queue's thread, or in that of the lists.
    void ask(JobQuestion question, Answered answered);
    void attach(const RunnerPortPtr& port);
    /// The worker is gone: what it has not answered runs elsewhere, or waits.
    void detach(const RunnerPortPtr& port);
    void ended(std::int64_t seq, JobReply reply);
    JobGauges gauges() const;

private:
    class Core;

    const std::string m_path;
    const Clock& m_clock;
    const SnapshotCell& m_snapshots;
    Router& m_router;
    QThread m_thread;
    Core* m_core = nullptr; ///< lives in the thread
    struct {
        std::atomic<std::int64_t> waiting{0};
        std::atomic<std::int64_t> running{0};
        std::atomic<std::int64_t> webhooksWaiting{0};
        std::atomic<std::int64_t> webhooksDead{0};
        std::atomic<std::int64_t> storedBytes{0};
        std::atomic<std::int64_t> failedTasks{0};
    } m_gauges;
};

} // namespace tollgate
