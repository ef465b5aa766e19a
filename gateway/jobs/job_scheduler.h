#pragma once
// Which job runs next: owners take turns, each in the order of its own jobs; how many run is bounded; what
// failed in passing waits and runs again; what was finished never does.
//
// Nothing is written when a job ends: apply() writes what has ended since, within the caller's transaction,
// and until applied() says that this was committed it can be asked for again.

#include "gateway/jobs/job_database.h"
#include "gateway/wire/clock.h"

#include <deque>
#include <functional>
#include <list>
#include <map>
#include <random>
#include <unordered_map>
#include <unordered_set>

namespace tollgate {

/// One thread.
class JobScheduler {
public:
    template <typename T = void>
    using Result = SqliteResult<T>;

    /// Hands the job to a worker; false: there is none.
    using Send = std::function<bool(const Job&)>;
    /// A task has its last answer, and this is within the transaction that keeps it.
    using Finished = std::function<Result<>(const TaskRow&)>;

    JobScheduler(const Clock& clock, JobDatabase& database, Send send, Finished finished, std::uint32_t seed);

    /// Begins with what the database holds, also after a transaction that failed. What is taken or runs goes
    /// on.
    Result<> load();
    void added(const std::string& owner) { lane(owner).stock = Stock::Unknown; }
    /// Starts what may be started, in a transaction.
    Result<> pump(int parallel);
    /// The same without one. False: to go on something has to be written.
    Result<bool> pumpReady(int parallel);
    /// Of a job that was sent; others are ignored.
    void ended(std::int64_t seq, JobReply reply);

    Result<> apply();
    void applied() { m_ended.clear(); }
    /// How many have ended and are not written.
    std::size_t unwritten() const { return m_ended.size(); }

    bool isRunning(std::int64_t seq) const { return m_running.contains(seq); }
    std::size_t running() const { return m_running.size(); }
    JobSeqs runningSeqs() const;
    /// Of those the database counts as waiting.
    std::int64_t runningUnmarked() const {
        return static_cast<std::int64_t>(m_running.size() - m_marked.size());
    }
    std::map<std::string, std::int64_t> runningByOwner() const;
    /// A task that is cancelled: it is not sent, and its answer is not waited for.
    void drop(std::int64_t seq);
    /// Nothing of the batch begins any more, and all that has not is cancelled.
    Result<> stopBatch(std::int64_t batch, BatchState as);
    /// All of the batch is there: it may run.
    void arrived(std::int64_t batch, const std::string& owner);
    /// Of a batch that is gone.
    void forget(std::int64_t batch);
    /// When there may be something to start; nothing: not by time alone.
    std::optional<std::int64_t> wakeMs() const;

private:
    enum class Stock { Unknown, Later, None }; ///< what the database still has for a lane
    struct Lane {
        std::string owner;
        std::deque<Job> ready; ///< taken out of the database
        Stock stock = Stock::Unknown;
        std::int64_t dueMs = 0;       ///< of Later
        std::int64_t restUntilMs = 0; ///< its own rate limit is used up
        std::int64_t heldBy = 0;      ///< the batch whose money has to come back first
    };
    struct Batch {
        BatchState state = BatchState::Waiting;
        std::optional<Money> budget;
        Money spent;    ///< with what has ended, written or not
        Money promised; ///< to what runs
        int running = 0;
    };
    struct Ended {
        Job job;
        JobReply reply;
    };
    enum class Verdict { Go, Hold, Stop };

    Lane& lane(const std::string& owner);
    enum class Writing { Allowed, Forbidden };
    Result<Lane*> nextLane(std::int64_t nowMs);
    Result<bool> start(int parallel, Writing writing);
    Result<bool> refill(Lane& lane, std::int64_t nowMs);
    Result<Batch*> batchOf(std::int64_t seq);
    Result<Verdict> admit(const Job& job);
    Result<> settle(const Ended& ended);
    Result<> finish(const Ended& ended, JobState state);
    Result<> closeIfDone(std::int64_t batch);

    const Clock& m_clock;
    JobDatabase& m_database;
    const Send m_send;
    const Finished m_finished;
    std::minstd_rand m_dice;
    std::list<Lane> m_lanes; ///< the first is next
    std::unordered_map<std::string, std::list<Lane>::iterator> m_lanesByOwner;
    std::unordered_set<std::int64_t> m_taken; ///< ready, running, or ended and not written
    std::unordered_map<std::int64_t, Job> m_running;
    std::unordered_set<std::int64_t> m_marked;         ///< of these: kept from cancelling, in the database
    std::unordered_map<std::int64_t, Batch> m_batches; ///< of what is ready or runs
    std::vector<Ended> m_ended;
    std::unordered_map<std::int64_t, BatchDelta> m_deltas;
};

} // namespace tollgate
