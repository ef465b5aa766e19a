#pragma once
// Answers what is asked of the queue, within the caller's transaction: takes tasks and batches in, tells how
// they are, cancels them.

#include "gateway/jobs/job_estimate.h"
#include "gateway/jobs/job_question.h"
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
        std::function<bool(std::int64_t seq)> isSending; ///< a webhook
    };

    JobDesk(const Clock& clock, const SnapshotCell& snapshots, Router& router, JobDatabase& database,
            JobScheduler& scheduler, JobSecrets secrets, Hooks hooks, std::uint64_t seed);

    Answer answer(const JobQuestion& question);

    static constexpr std::size_t kMostItems = 100'000; ///< of one batch
    static constexpr std::int64_t kMostWaiting = 1'000'000;
    void setWaiting(std::int64_t waiting) { m_waiting = waiting; }
    void setStored(std::int64_t bytes) { m_stored = bytes; }

private:
    Answer submit(const JobQuestion& question);
    Answer submitBatch(const JobQuestion& question);
    Answer putItems(const JobQuestion& question, const NewBatch& batch, boost::json::object& body);
    Answer webhookSecret(const JobQuestion& question);
    Answer task(const JobQuestion& question);
    Answer cancelTask(const JobQuestion& question);
    Answer batch(const JobQuestion& question);
    Answer cancelBatch(const JobQuestion& question);
    Answer results(const JobQuestion& question);
    Answer tasks(const JobQuestion& question);
    Answer batches(const JobQuestion& question);
    Answer items(const JobQuestion& question);
    Answer webhooks(const JobQuestion& question);
    Answer resend(const JobQuestion& question);
    Answer resendAll(const JobQuestion& question);
    Answer state();
    bool isOf(const JobFilter& filter, JobState state, std::int64_t seq) const;
    /// Whether so much more may be kept of the owner; the error names the limit.
    SqliteResult<std::optional<Error>> roomMistake(const JobOwner& owner, std::int64_t bytes);

    template <typename Row>
    SqliteResult<std::optional<Row>> seen(const JobQuestion& question,
                                          SqliteResult<std::optional<Row>> row) const;
    SqliteResult<std::string> ownerSecret(const std::string& owner);
    tl::expected<std::int64_t, Error> ttlOf(const boost::json::object& body) const;

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

JobAnswer refusal(const Error& error);

} // namespace tollgate
