#include "gateway/jobs/job_desk.h"

#include "gateway/dialects/openai_errors.h"
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

JobAnswer nothingThere(std::string what) {
    return refusal({ErrorCode::NotFound, "There is no such " + std::move(what) + "."});
}

bool isVisible(const JobQuestion& question, const JobOwner& owner) {
    return !question.owner || question.owner->name() == owner.name();
}

} // namespace

JobAnswer refusal(const Error& error) {
    JobAnswer answer;
    answer.status = error.httpStatus();
    answer.body = openAiErrorBody(error);
    answer.code = error.openAiCode();
    answer.message = error.message;
    answer.param = error.param;
    return answer;
}

namespace {

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
    case Kind::SubmitBatch:
        return submitBatch(question);
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
    case Kind::BatchResults:
        return results(question);
    case Kind::Tasks:
        return tasks(question);
    case Kind::Batches:
        return batches(question);
    case Kind::BatchItems:
        return items(question);
    case Kind::Webhooks:
        return webhooks(question);
    case Kind::ResendWebhook:
        return resend(question);
    case Kind::ResendWebhooks:
        return resendAll(question);
    case Kind::State:
        break;
    }
    return state();
}

/// Nothing, when its time is over or it is somebody else's.
template <typename Row>
SqliteResult<std::optional<Row>> JobDesk::seen(const JobQuestion& question,
                                               SqliteResult<std::optional<Row>> row) const {
    if (!row || !*row)
        return row;
    const bool expired = (*row)->finishedMs > 0 && (*row)->finishedMs + (*row)->ttlMs <= m_clock.unixMs();
    if (expired || !isVisible(question, (*row)->owner))
        row->reset();
    return row;
}

JobDesk::Answer JobDesk::task(const JobQuestion& question) {
    const auto row = seen(question, m_database.task(question.id));
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return nothingThere("task");
    JobAnswer answer;
    answer.body = taskText(**row, m_scheduler.isRunning((*row)->seq));
    return answer;
}

JobDesk::Answer JobDesk::cancelTask(const JobQuestion& question) {
    const auto row = seen(question, m_database.task(question.id));
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
    return task(question);
}

JobDesk::Answer JobDesk::batch(const JobQuestion& question) {
    const auto row = seen(question, m_database.batch(question.id));
    if (!row)
        return tl::unexpected(row.error());
    return *row ? jsonAnswer(200, toJson(**row)) : nothingThere("batch");
}

JobDesk::Answer JobDesk::cancelBatch(const JobQuestion& question) {
    const auto row = seen(question, m_database.batch(question.id));
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

JobDesk::Answer JobDesk::results(const JobQuestion& question) {
    constexpr std::size_t kChunk = 256 * 1024;
    const auto row = seen(question, m_database.batch(question.id));
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return nothingThere("batch");
    auto lines = m_database.results((*row)->seq, question.place, kChunk);
    if (!lines)
        return tl::unexpected(std::move(lines.error()));
    JobAnswer answer;
    answer.body = std::move(lines->text);
    answer.place = lines->place;
    answer.more = lines->more;
    return answer;
}

} // namespace tollgate
