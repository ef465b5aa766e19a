#pragma once
// jobs.db: tasks, batches and webhooks that wait, and what came of them. One thread. Nothing here decides
// anything.

#include "gateway/jobs/job.h"
#include "gateway/store/sqlite.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tollgate {

enum class TaskWay : std::size_t;
enum class BatchWay : std::size_t;

struct NewJob {
    std::string id;
    JobOwner owner;
    std::string path;
    std::string model;   ///< as it was asked for
    std::string headers; ///< as headerText() writes them
    std::string body;
    std::int64_t nowMs = 0;
    std::int64_t ttlMs = 0;
    std::string webhookUrl;    ///< empty: none
    std::string webhookSecret; ///< sealed
    // Of a batch.
    std::int64_t batch = 0; ///< 0: a task
    std::int64_t place = 0;
    std::string customId;
    Money worst;

    /// What it is charged for while it waits: what it is, and room for a short answer.
    std::int64_t bytes() const {
        constexpr std::size_t kAnswer = 4096;
        return static_cast<std::int64_t>(headers.size() + body.size() + webhookUrl.size() + kAnswer);
    }
};

struct NewBatch {
    std::string id;
    JobOwner owner;
    std::int64_t nowMs = 0;
    std::int64_t ttlMs = 0;
    std::optional<Money> budget;
};

struct TaskRow {
    std::int64_t seq = 0;
    std::string id;
    JobOwner owner;
    JobState state = JobState::Waiting;
    std::string path;
    std::string model;
    int tries = 0;
    int status = 0;
    std::string error; ///< of a failed one: its error object, shortened
    std::string reply; ///< body; not in lists
    std::optional<Money> cost;
    std::string traceId;
    std::int64_t createdMs = 0;
    std::int64_t finishedMs = 0; ///< 0: not finished
    std::int64_t ttlMs = 0;
    std::int64_t bytes = 0; ///< kept of it
    bool webhook = false;
};

/// One of a batch, for lists.
struct ItemRow {
    std::int64_t seq = 0;
    std::int64_t place = 0;
    std::string customId;
    JobState state = JobState::Waiting;
    std::string path;
    std::string model;
    int tries = 0;
    int status = 0;
    std::string error;
    std::optional<Money> cost;
    std::string traceId;
    std::int64_t finishedMs = 0;
};

struct BatchRow {
    std::int64_t seq = 0;
    std::string id;
    JobOwner owner;
    BatchState state = BatchState::Waiting;
    std::int64_t total = 0;
    std::int64_t completed = 0;
    std::int64_t failed = 0;
    std::int64_t cancelled = 0;
    std::int64_t unpriced = 0; ///< of the completed
    Money cost;
    std::optional<Money> estimate;
    std::optional<Money> budget;
    std::int64_t createdMs = 0;
    std::int64_t finishedMs = 0;
    std::int64_t ttlMs = 0;

    std::int64_t open() const { return total - completed - failed - cancelled; }
};

/// What a finished item adds to its batch.
struct BatchDelta {
    std::int64_t completed = 0;
    std::int64_t failed = 0;
    std::int64_t unpriced = 0;
    Money cost;
};

struct WebhookRow {
    std::int64_t seq = 0;
    std::string id;
    std::string taskId;
    std::string owner;
    std::string url;
    std::string receiver; ///< its host, and its port where that is not the usual one
    std::string secret;   ///< sealed; not in lists
    std::string body;     ///< not in lists
    int tries = 0;
    int lastStatus = 0;
    std::string lastError;
    std::int64_t dueMs = 0;     ///< of the next attempt
    std::int64_t createdMs = 0; ///< or resent
    std::int64_t deadMs = 0;    ///< 0: still tried
};

/// What waits for one receiver of one owner.
struct WebhookLane {
    std::string owner;
    std::string receiver;
    std::int64_t dueMs = 0; ///< of the first
};

/// For lists, newest first; empty fields mean all.
struct JobFilter {
    std::string project;
    std::string keyId;
    std::string model;
    std::optional<std::int64_t> state;
    std::int64_t beforeSeq = 0; ///< 0: from the newest; of items: from this place on
    int limit = 100;
};

using JobSeqs = std::unordered_set<std::int64_t>;

struct JobCounts {
    std::int64_t waiting = 0; ///< or running
    std::int64_t webhooksWaiting = 0;
    std::int64_t webhooksDead = 0;
    std::int64_t storedBytes = 0;
};

/// What is there of one owner.
struct OwnerRow {
    std::string owner;
    std::int64_t waiting = 0;
    std::int64_t oldestMs = 0; ///< of those that wait; 0: none does
    std::int64_t storedBytes = 0;
};

class JobDatabase {
public:
    template <typename T = void>
    using Result = SqliteResult<T>;

    /// Creates and migrates the file. What was running when the process ended waits again.
    static Result<std::unique_ptr<JobDatabase>> open(const std::string& path);
    /// For lists in another thread, once it was opened: it changes nothing.
    static Result<std::unique_ptr<JobDatabase>> openToRead(const std::string& path);

    Result<> begin() { return m_connection->execute("BEGIN IMMEDIATE"); }
    Result<> commit();
    void rollBack();

    // job_database.cpp
    Result<std::int64_t> addJob(const NewJob& job);
    struct Taken {
        std::vector<Job> jobs;
        std::optional<std::int64_t> nextDueMs; ///< of those that are left; nothing: none is
    };
    /// The owner's next jobs but for those that `isTaken` knows, so many at most and fewer when they are
    /// large. Nothing is written: who takes them remembers it, and at the next start they wait again.
    Result<Taken> take(std::string_view owner, std::int64_t nowMs, int most,
                       const std::function<bool(std::int64_t)>& isTaken);
    /// What runs is to end by itself, whatever becomes of the batch it belongs to.
    Result<> keepFromCancelling(std::int64_t seq);
    Result<> putBack(std::int64_t seq, int tries, std::int64_t dueMs);
    Result<> finish(std::int64_t seq, JobState state, const JobReply& reply, int tries, std::int64_t nowMs);
    Result<std::vector<std::string>> waitingOwners();
    Result<std::optional<TaskRow>> task(std::string_view id);
    Result<JobCounts> counts();
    Result<std::int64_t> storedBytes(std::string_view owner);
    /// Forgets some of what is older than it should be; true: there may be more.
    Result<bool> trim(std::int64_t nowMs, int most);
    /// Moves what the write-ahead log holds into the file, which waits for the disk. Outside of a
    /// transaction.
    Result<> checkpoint();

    // job_database_lists.cpp
    /// `running`: what runs, which only the scheduler knows.
    Result<std::vector<TaskRow>> tasks(const JobFilter& filter, const JobSeqs& running);
    /// By place.
    Result<std::vector<ItemRow>> items(std::int64_t batch, const JobFilter& filter, const JobSeqs& running);
    /// How many tasks there are in each state.
    Result<std::map<JobState, std::int64_t>> taskCounts();
    /// The ones with most to do first. What runs counts as waiting, but not for the oldest.
    Result<std::vector<OwnerRow>> owners(int most, const std::function<bool(std::int64_t)>& isRunning);
    enum class WebhookList { All, Waiting, Dead };
    Result<std::vector<WebhookRow>> webhooks(WebhookList which, const JobFilter& filter);
    Result<std::vector<BatchRow>> batches(const JobFilter& filter);

    // job_database_batches.cpp
    Result<std::int64_t> addBatch(const NewBatch& batch);
    /// Some items of a batch that was arriving, and the batch with the last of them; false: it is gone.
    Result<bool> dropItems(std::int64_t batch, int most);
    Result<> setBatchSize(std::int64_t seq, std::int64_t total, std::optional<Money> estimate);
    /// Not one that is arriving.
    Result<std::optional<BatchRow>> batch(std::string_view id);
    Result<std::optional<BatchRow>> batch(std::int64_t seq);
    Result<> addToBatch(std::int64_t seq, const BatchDelta& delta);
    Result<> setBatchState(std::int64_t seq, BatchState state, std::int64_t finishedMs);
    /// Cancels what has not begun, but for the jobs that are `taken`; how many.
    Result<std::int64_t> cancelItems(std::int64_t batch, std::int64_t nowMs);
    /// One line of JSON per finished item behind `place`, until there are that many bytes; then the place of
    /// the last. Nothing behind it: the place stays.
    struct Lines {
        std::string text;
        std::int64_t place = 0;
        bool more = false;
    };
    Result<Lines> results(std::int64_t batch, std::int64_t place, std::size_t bytes);

    // job_database_webhooks.cpp
    /// Of a task that wants one; nothing: it does not.
    Result<std::optional<WebhookLane>> addWebhook(const TaskRow& task, const std::string& body,
                                                  std::int64_t nowMs);
    Result<std::vector<WebhookLane>> webhookLanes();
    Result<std::vector<WebhookRow>> dueWebhooks(const WebhookLane& lane, std::int64_t nowMs, int most);
    /// Of those of the lane that are not due yet.
    Result<std::optional<std::int64_t>> nextWebhookDue(const WebhookLane& lane, std::int64_t afterMs);
    Result<> webhookDelivered(std::int64_t seq);
    Result<> webhookFailed(std::int64_t seq, int status, std::string_view error, std::int64_t dueMs);
    Result<> webhookDied(std::int64_t seq, int status, std::string_view error, std::int64_t nowMs);
    /// False: there is no such dead letter.
    Result<bool> resendWebhook(std::string_view id, std::int64_t nowMs);
    /// Some dead letters of the project, or of all; how many.
    Result<std::int64_t> resendWebhooks(std::string_view project, std::int64_t nowMs, int most);
    /// The signing secret of an owner, sealed; empty: none yet.
    Result<std::string> webhookSecret(std::string_view owner);
    Result<> setWebhookSecret(std::string_view owner, std::string_view sealed);

private:
    explicit JobDatabase(std::unique_ptr<SqliteConnection> connection)
        : m_connection(std::move(connection)) {}

    Result<> writeStored();
    Result<TaskWay> shortestWay(const JobFilter& filter);
    Result<BatchWay> shortestBatchWay(const JobFilter& filter);
    Result<std::vector<TaskRow>> runningTasks(const JobFilter& filter, const JobSeqs& running);
    Result<std::vector<ItemRow>> runningItems(std::int64_t batch, const JobFilter& filter,
                                              const JobSeqs& running);
    /// How many rows are behind a way, counted up to kMostCounted.
    template <typename Value>
    Result<std::int64_t> countOf(const std::string& sql, const Value& value);
    /// Prepared once. The text is a literal.
    Result<SqliteStatement*> statement(const char* sql);
    template <typename... Values>
    Result<> run(const char* sql, const Values&... values);
    template <typename Take, typename... Values>
    Result<> each(const char* sql, Take take, const Values&... values);

    std::unique_ptr<SqliteConnection> m_connection;
    std::map<const char*, SqliteStatement> m_statements;
    std::unordered_map<std::string, std::int64_t> m_storedChanges; ///< by owner, of this transaction
};

template <typename... Values>
JobDatabase::Result<> JobDatabase::run(const char* sql, const Values&... values) {
    auto prepared = statement(sql);
    if (!prepared)
        return tl::unexpected(std::move(prepared.error()));
    ((*prepared)->bind(values), ...);
    return (*prepared)->run();
}

template <typename Take, typename... Values>
JobDatabase::Result<> JobDatabase::each(const char* sql, Take take, const Values&... values) {
    auto prepared = statement(sql);
    if (!prepared)
        return tl::unexpected(std::move(prepared.error()));
    ((*prepared)->bind(values), ...);
    return (*prepared)->eachRow(std::move(take));
}

/// The error object of a reply that failed, cut to what a list can bear; empty: it has none.
std::string shortErrorOf(std::string_view reply);

/// "name: value" per line.
std::string headerText(const HttpHeaders& headers);
HttpHeaders headersOfText(std::string_view text);

} // namespace tollgate
