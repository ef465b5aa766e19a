#include "gateway/jobs/job_desk.h"

#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

JobAnswer jsonAnswer(int status, const json::object& body) {
    JobAnswer answer;
    answer.status = status;
    answer.body = toJsonText(body);
    return answer;
}

JobAnswer finished(const std::string& what) {
    JobAnswer answer = refusal({ErrorCode::InvalidRequest, "The " + what + " is finished."});
    answer.status = 409;
    answer.code = what + "_finished";
    return answer;
}

} // namespace

JobDesk::JobDesk(const Clock& clock, const SnapshotCell& snapshots, Router& router, JobDatabase& database,
                 JobScheduler& scheduler, JobSecrets secrets, Hooks hooks, std::uint64_t seed)
    : m_clock(clock)
    , m_snapshots(snapshots)
    , m_router(router)
    , m_database(database)
    , m_scheduler(scheduler)
    , m_secrets(std::move(secrets))
    , m_hooks(std::move(hooks))
    , m_ids(seed) {}

JobDesk::Answer JobDesk::answer(const JobQuestion& question) {
    using Kind = JobQuestion::Kind;
    switch (question.kind) {
    case Kind::SubmitTask:
    case Kind::SubmitWebhook:
        return submit(question);
    case Kind::WebhookSecret:
        return webhookSecret(question);
    case Kind::Task:
        return task(question);
    case Kind::CancelTask:
        return cancelTask(question);
    case Kind::Batch:
        return batch(question);
    case Kind::CancelBatch:
        return cancelBatch(question);
    case Kind::ResendWebhook:
        return resend(question);
    case Kind::ResendWebhooks:
        return resendAll(question);
    default:
        break; // lists are another's (JobLists)
    }
    return state();
}

JobDesk::Answer JobDesk::task(const JobQuestion& question) {
    const auto row = seenBy(question, m_database.task(question.id), m_clock.unixMs());
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return nothingThere("task");
    JobAnswer answer;
    answer.body = taskText(**row, m_scheduler.isRunning((*row)->seq));
    return answer;
}

JobDesk::Answer JobDesk::cancelTask(const JobQuestion& question) {
    const auto row = seenBy(question, m_database.task(question.id), m_clock.unixMs());
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return nothingThere("task");
    if ((*row)->state >= JobState::Completed)
        return finished("task");
    m_scheduler.drop((*row)->seq);
    m_hooks.cancel((*row)->seq);
    if (auto done = m_database.finish((*row)->seq, JobState::Cancelled, {}, (*row)->tries, m_clock.unixMs());
        !done)
        return tl::unexpected(std::move(done.error()));
    const auto ended = m_database.task(question.id);
    if (!ended)
        return tl::unexpected(ended.error());
    if (auto done = m_hooks.finished(ended->value_or(TaskRow{})); !done)
        return tl::unexpected(std::move(done.error()));
    return task(question);
}

JobDesk::Answer JobDesk::batch(const JobQuestion& question) {
    const auto row = seenBy(question, m_database.batch(question.id), m_clock.unixMs());
    if (!row)
        return tl::unexpected(row.error());
    return *row ? jsonAnswer(200, toJson(**row)) : nothingThere("batch");
}

JobDesk::Answer JobDesk::cancelBatch(const JobQuestion& question) {
    const auto row = seenBy(question, m_database.batch(question.id), m_clock.unixMs());
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return nothingThere("batch");
    if ((*row)->finishedMs > 0)
        return finished("batch");
    if (auto done = m_scheduler.stopBatch((*row)->seq, BatchState::Cancelling); !done)
        return tl::unexpected(std::move(done.error()));
    return batch(question);
}

} // namespace tollgate
