#pragma once
// Taking batches in without holding up anybody else: what a caller sent is read in another thread, and kept
// some items at a time. Until the last of them is kept the batch is nowhere to be seen and nothing of it
// runs; what a process that ended has left of one goes when the file is opened.

#include "gateway/config/snapshot.h"
#include "gateway/jobs/job_lists.h"
#include "gateway/jobs/job_scheduler.h"
#include "gateway/routing/router.h"

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <deque>
#include <functional>

namespace tollgate {

struct ReadBatch {
    NewBatch batch; ///< without its id and time
    std::vector<NewJob> jobs;
    std::optional<Money> estimate;
    std::int64_t bytes = 0; ///< that it is charged for
};

/// Any thread. The error is the caller's.
tl::expected<ReadBatch, Error> readBatch(const JobQuestion& question, const ConfigSnapshot& snapshot,
                                         Router& router);

/// Milliseconds.
tl::expected<std::int64_t, Error> ttlOf(const boost::json::object& body, const Settings& settings);

/// The queue's thread. Each turn: step() within its transaction, then committed() or failed().
class JobIntake {
public:
    using Answered = std::function<void(JobAnswer)>;
    /// Names the batch and says when it came; the error: it may not be kept.
    using Admit = std::function<SqliteResult<std::optional<Error>>(NewBatch& batch, std::int64_t bytes)>;

    JobIntake(JobDatabase& database, JobScheduler& scheduler, Admit admit)
        : m_database(database)
        , m_scheduler(scheduler)
        , m_admit(std::move(admit)) {}

    void add(ReadBatch batch, Answered answered);
    bool isBusy() const { return !m_coming.empty() || !m_leftovers.empty(); }
    SqliteResult<> step();
    void committed();
    void failed();

    static constexpr std::size_t kKeptAtOnce = 500;

private:
    struct Coming {
        ReadBatch what;
        Answered answered;
        std::int64_t seq = 0; ///< 0: nothing of it is kept
        std::size_t next = 0;
    };
    /// What a step has done, once it is committed.
    struct Step {
        std::int64_t seq = 0;
        std::size_t next = 0;
        std::optional<JobAnswer> answer;
        bool dropped = false; ///< the first of the leftovers
    };

    SqliteResult<> keep(Coming& coming);
    SqliteResult<> drop(std::int64_t batch);

    JobDatabase& m_database;
    JobScheduler& m_scheduler;
    const Admit m_admit;
    std::deque<Coming> m_coming;
    std::deque<std::int64_t> m_leftovers; ///< batches that could not be kept to their end
    Step m_step;
};

} // namespace tollgate
