#pragma once
// Answers what is asked of the queue, within the caller's transaction: takes tasks and batches in, tells how
// they are, cancels them. Batches are taken in and lists are read
// elsewhere (JobIntake, JobLists).

#include "gateway/jobs/job_estimate.h"
#include "gateway/jobs/job_lists.h"
#include "gateway/jobs/job_scheduler.h"
#include "gateway/wire/trace_id.h"

namespace tollgate {

/// Seals and unseals what callers entrust to us, under the master key.
struct JobSecrets {
    std::function<std::string(std::string_view plain, std::string_view owner)> seal;
    std::function<std::optional<std::string>(const std::string& sealed, const std::string& owner)> open;
};

/// One thread.
class JobDesk {
public:
    using Answer = SqliteResult<JobAnswer>; ///< an error is the database's
    struct Hooks {
        std::function<void(std::int64_t seq)> cancel;
        std::function<SqliteResult<>(const TaskRow&)> finished; ///< its webhook is to be told
    };

    JobDesk(const Clock& clock, const SnapshotCell& snapshots, Router& router, JobDatabase& database,
            JobScheduler& scheduler, JobSecrets secrets, Hooks hooks, std::uint64_t seed);

    Answer answer(const JobQuestion& question);
    /// Names a batch that is to be kept; the error: it may not be.
    SqliteResult<std::optional<Error>> admitBatch(NewBatch& batch, std::int64_t bytes);

    static constexpr std::int64_t kMostWaiting = 1'000'000;
    void setWaiting(std::int64_t waiting) { m_waiting = waiting; }
    void setStored(std::int64_t bytes) { m_stored = bytes; }

private:
    Answer submit(const JobQuestion& question);
    Answer webhookSecret(const JobQuestion& question);
    Answer task(const JobQuestion& question);
    Answer cancelTask(const JobQuestion& question);
    Answer batch(const JobQuestion& question);
    Answer cancelBatch(const JobQuestion& question);
    Answer resend(const JobQuestion& question);
    Answer resendAll(const JobQuestion& question);
    Answer state();
    /// Whether so much more may be kept of the owner; the error names the limit.
    SqliteResult<std::optional<Error>> roomMistake(const JobOwner& owner, std::int64_t bytes);

    SqliteResult<std::string> ownerSecret(const std::string& owner);

    const Clock& m_clock;
    const SnapshotCell& m_snapshots;
    Router& m_router;
    JobDatabase& m_database;
    JobScheduler& m_scheduler;
    const JobSecrets m_secrets;
    const Hooks m_hooks;
    UlidSource m_ids;
    std::int64_t m_waiting = 0;
    std::int64_t m_stored = 0; ///< bytes of everybody
};

} // namespace tollgate
