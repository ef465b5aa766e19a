#pragma once
// What is read of tasks, batches and webhooks without changing anything: lists, page by page, and results.
// Any one thread, with a database connection of its own.

#include "gateway/jobs/job_question.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/error.h"

namespace tollgate {

/// What only the queue's thread knows.
struct JobView {
    JobSeqs running;
    JobSeqs sending; ///< webhooks
};

class JobLists {
public:
    JobLists(const Clock& clock, JobDatabase& database)
        : m_clock(clock)
        , m_database(database) {}

    static bool knows(JobQuestion::Kind kind);
    /// The error is the database's.
    SqliteResult<JobAnswer> answer(const JobQuestion& question, const JobView& view);

private:
    SqliteResult<JobAnswer> tasks(const JobQuestion& question, const JobView& view);
    SqliteResult<JobAnswer> batches(const JobQuestion& question);
    SqliteResult<JobAnswer> items(const JobQuestion& question, const JobView& view);
    SqliteResult<JobAnswer> webhooks(const JobQuestion& question, const JobView& view);
    SqliteResult<JobAnswer> results(const JobQuestion& question);

    const Clock& m_clock;
    JobDatabase& m_database;
};

JobAnswer refusal(const Error& error);
/// "There is no such …."
JobAnswer nothingThere(const std::string& what);

/// Nothing, when its time is over or it is somebody else's.
template <typename Row>
SqliteResult<std::optional<Row>> seenBy(const JobQuestion& question, SqliteResult<std::optional<Row>> row,
                                        std::int64_t nowMs) {
    if (!row || !*row)
        return row;
    const bool expired = (*row)->finishedMs > 0 && (*row)->finishedMs + (*row)->ttlMs <= nowMs;
    if (expired || (question.owner && question.owner->name() != (*row)->owner.name()))
        row->reset();
    return row;
}

} // namespace tollgate
