#include "gateway/jobs_desk.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace tollgate {

namespace {

constexpr std::string_view kSecretField = "webhook_secret";

using Kind = JobsQuery::Kind;

constexpr std::array kKinds{
    std::pair{Kind::State, JobQuestion::Kind::State},
    std::pair{Kind::Tasks, JobQuestion::Kind::Tasks},
    std::pair{Kind::Task, JobQuestion::Kind::Task},
    std::pair{Kind::CancelTask, JobQuestion::Kind::CancelTask},
    std::pair{Kind::Batches, JobQuestion::Kind::Batches},
    std::pair{Kind::Batch, JobQuestion::Kind::Batch},
    std::pair{Kind::CancelBatch, JobQuestion::Kind::CancelBatch},
    std::pair{Kind::BatchItems, JobQuestion::Kind::BatchItems},
    std::pair{Kind::BatchResults, JobQuestion::Kind::BatchResults},
    std::pair{Kind::Webhooks, JobQuestion::Kind::Webhooks},
    std::pair{Kind::ResendWebhook, JobQuestion::Kind::ResendWebhook},
    std::pair{Kind::ResendWebhooks, JobQuestion::Kind::ResendWebhooks},
};

bool setStatus(JobQuestion& question, const JobsQuery& query) {
    if (query.status.empty())
        return true;
    using List = JobDatabase::WebhookList;
    if (query.kind == Kind::Webhooks) {
        question.webhooks = query.status == "dead" ? List::Dead : List::Waiting;
        return query.status == "dead" || query.status == "waiting";
    }
    question.filter.state =
        query.kind == Kind::Batches ? batchStateOf(query.status) : taskStateOf(query.status);
    return question.filter.state.has_value();
}

Outcome<JobQuestion> questionOf(const JobsQuery& query) {
    JobQuestion question;
    question.kind = std::ranges::find(kKinds, query.kind, &decltype(kKinds)::value_type::first)->second;
    question.id = query.id;
    question.filter.project = query.project;
    question.filter.keyId = query.key;
    question.filter.model = query.model;
    question.filter.limit = query.limit;
    if (!setStatus(question, query))
        return tl::unexpected(invalid("status", "is none that there is"));
    std::int64_t& before = question.filter.beforeSeq;
    const char* const last = query.cursor.data() + query.cursor.size();
    const auto [end, error] = std::from_chars(query.cursor.data(), last, before);
    if (!query.cursor.empty() && (error != std::errc{} || end != last || before <= 0))
        return tl::unexpected(invalid("cursor", "is not one that this list gave out"));
    question.place = before - 1; // of results
    return question;
}

/// Lines of JSON, each as a text: so they reach the reader as they are, byte for byte.
AdminResponse linesResponse(const JobAnswer& answer) {
    boost::json::array lines;
    for (std::string_view rest = answer.body; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        lines.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    boost::json::object out;
    out["data"] = std::move(lines);
    out["next_cursor"] =
        answer.more ? boost::json::value(std::to_string(answer.place + 1)) : boost::json::value(nullptr);
    return jsonResponse(200, out);
}

Outcome<AdminResponse> responseOf(Kind kind, JobAnswer answer) {
    if (answer.status >= 300)
        return tl::unexpected(ApiError{answer.status, std::move(answer.code), std::move(answer.message),
                                       std::move(answer.param)});
    if (kind == Kind::BatchResults)
        return linesResponse(answer);
    return AdminResponse{answer.status, "application/json", std::move(answer.body)};
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
        queue.ask(
            *std::move(question), [&context, kind = query.kind, reply = std::move(reply)](JobAnswer answer) {
                QMetaObject::invokeMethod(
                    &context, [reply, kind, answer = std::move(answer)] { reply(responseOf(kind, answer)); },
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
    out["stored_bytes"] = gauges.storedBytes;
    out["tasks_failed"] = gauges.failedTasks;
    return out;
}

} // namespace tollgate
