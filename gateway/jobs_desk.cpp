#include "gateway/jobs_desk.h"

#include <boost/json.hpp>

#include <charconv>
#include <utility>

namespace tollgate {

namespace {

constexpr std::string_view kSecretField = "webhook_secret";

JobQuestion::Kind kindOf(JobsQuery::Kind kind) {
    switch (kind) {
    case JobsQuery::Kind::Tasks:
        return JobQuestion::Kind::Tasks;
    case JobsQuery::Kind::Task:
        return JobQuestion::Kind::Task;
    case JobsQuery::Kind::CancelTask:
        return JobQuestion::Kind::CancelTask;
    case JobsQuery::Kind::Batches:
        return JobQuestion::Kind::Batches;
    case JobsQuery::Kind::Batch:
        return JobQuestion::Kind::Batch;
    case JobsQuery::Kind::CancelBatch:
        return JobQuestion::Kind::CancelBatch;
    case JobsQuery::Kind::DeadWebhooks:
        return JobQuestion::Kind::DeadWebhooks;
    case JobsQuery::Kind::ResendWebhook:
        break;
    }
    return JobQuestion::Kind::ResendWebhook;
}

Outcome<JobQuestion> questionOf(const JobsQuery& query) {
    JobQuestion question;
    question.kind = kindOf(query.kind);
    question.id = query.id;
    question.filter.project = query.project;
    question.filter.keyId = query.key;
    question.filter.limit = query.limit;
    if (!query.status.empty()) {
        question.filter.state =
            query.kind == JobsQuery::Kind::Batches ? batchStateOf(query.status) : taskStateOf(query.status);
        if (!question.filter.state)
            return tl::unexpected(invalid("status", "is none that there is"));
    }
    std::int64_t& before = question.filter.beforeSeq;
    const char* const last = query.cursor.data() + query.cursor.size();
    const auto [end, error] = std::from_chars(query.cursor.data(), last, before);
    if (!query.cursor.empty() && (error != std::errc{} || end != last || before <= 0))
        return tl::unexpected(invalid("cursor", "is not one that this list gave out"));
    return question;
}

Outcome<AdminResponse> responseOf(JobAnswer answer) {
    if (answer.status < 300)
        return AdminResponse{answer.status, "application/json", std::move(answer.body)};
    return tl::unexpected(
        ApiError{answer.status, std::move(answer.code), std::move(answer.message), std::move(answer.param)});
}

} // namespace

JobsDesk jobsDesk(JobQueue& queue, QObject& context) {
    return [&queue, &context](const JobsQuery& query, std::function<void(Outcome<AdminResponse>)> reply) {
        auto question = questionOf(query);
        if (!question) {
            reply(tl::unexpected(std::move(question.error())));
            return;
        }
        // The queue is stopped, which answers nobody any more, before the context dies.
        queue.ask(*std::move(question), [&context, reply = std::move(reply)](JobAnswer answer) {
            QMetaObject::invokeMethod(
                &context, [reply, answer = std::move(answer)] { reply(responseOf(answer)); },
                Qt::QueuedConnection);
        });
    };
}

JobSecrets jobSecrets(const SecretBox& box) {
    return {[&box](std::string_view plain, std::string_view owner) {
                return box.seal(plain, owner, kSecretField);
            },
            [&box](const std::string& sealed, const std::string& owner) -> std::optional<std::string> {
                auto opened = box.open(sealed, owner, kSecretField);
                return opened ? std::optional(*std::move(opened)) : std::nullopt;
            }};
}

boost::json::object jobsStatus(const JobGauges& gauges) {
    boost::json::object out;
    out["waiting"] = gauges.waiting;
    out["running"] = gauges.running;
    out["webhooks_waiting"] = gauges.webhooksWaiting;
    out["webhooks_dead"] = gauges.webhooksDead;
    return out;
}

} // namespace tollgate
