// How tasks, batches and dead letters look to callers and to the admin API.

#include "gateway/jobs/job_question.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::array<std::string_view, 5> kTaskWords{"pending", "processing", "completed", "failed",
                                                     "cancelled"};
constexpr std::array<std::string_view, 6> kBatchWords{"pending",    "processing", "completed",
                                                      "cancelling", "cancelled",  "budget_exceeded"};

template <std::size_t N>
std::optional<std::int64_t> indexOf(const std::array<std::string_view, N>& words, std::string_view word) {
    const auto* const found = std::ranges::find(words, word);
    return found == words.end() ? std::nullopt : std::optional<std::int64_t>(found - words.begin());
}

json::value timeOrNull(std::int64_t ms) {
    return ms > 0 ? json::value(toRfc3339(ms)) : json::value(nullptr);
}

json::value usdOrNull(const std::optional<Money>& money) {
    return money ? json::value(money->usd()) : json::value(nullptr);
}

std::string_view wordOf(const TaskRow& task, bool running) {
    if (task.state < JobState::Completed)
        return running ? "processing" : "pending";
    return kTaskWords.at(static_cast<std::size_t>(task.state));
}

/// The error object of a reply that failed, in its dialect's shape.
json::value errorOf(const TaskRow& task) {
    boost::system::error_code failure;
    json::value body = parsedJson(task.reply, failure);
    if (!failure && body.is_object()) {
        if (json::value* error = body.as_object().if_contains("error"))
            return std::move(*error);
    }
    json::object unknown;
    unknown["message"] = "It failed with status " + std::to_string(task.status) + ".";
    return unknown;
}

} // namespace

std::string_view wordOf(BatchState state) {
    return kBatchWords.at(static_cast<std::size_t>(state));
}

std::optional<std::int64_t> taskStateOf(std::string_view word) {
    return indexOf(kTaskWords, word);
}

std::optional<std::int64_t> batchStateOf(std::string_view word) {
    return indexOf(kBatchWords, word);
}

json::object toJson(const TaskRow& task, bool running) {
    json::object out;
    out["task_id"] = task.id;
    out["status"] = json::string(wordOf(task, running));
    out["path"] = task.path;
    out["project"] = task.owner.project;
    out["key_id"] = task.owner.keyId;
    out["webhook"] = task.webhook;
    out["tries"] = task.tries;
    out["status_code"] = task.status > 0 ? json::value(task.status) : json::value(nullptr);
    out["error"] = task.state == JobState::Failed ? errorOf(task) : json::value(nullptr);
    out["cost_usd"] = usdOrNull(task.cost);
    out["trace_id"] = task.traceId;
    out["created_at"] = toRfc3339(task.createdMs);
    out["finished_at"] = timeOrNull(task.finishedMs);
    return out;
}

std::string taskText(const TaskRow& task, bool running) {
    json::object out;
    out["task_id"] = task.id;
    out["status"] = json::string(wordOf(task, running));
    out["error"] = task.state == JobState::Failed ? errorOf(task) : json::value(nullptr);
    out["created_at"] = toRfc3339(task.createdMs);
    out["finished_at"] = timeOrNull(task.finishedMs);
    out["expires_at"] = timeOrNull(task.finishedMs > 0 ? task.finishedMs + task.ttlMs : 0);
    out["cost_usd"] = usdOrNull(task.cost);
    out["trace_id"] = task.traceId.empty() ? json::value(nullptr) : json::value(task.traceId);
    std::string text = toJsonText(out);
    text.pop_back();
    const bool good = task.state == JobState::Completed && !task.reply.empty();
    return text + ",\"result\":" + (good ? task.reply : std::string("null")) + "}";
}

json::object toJson(const BatchRow& batch) {
    json::object out;
    out["id"] = batch.id;
    out["status"] = json::string(wordOf(batch.state));
    out["total"] = batch.total;
    out["completed"] = batch.completed;
    out["failed"] = batch.failed;
    out["cancelled"] = batch.cancelled;
    out["cost_usd"] = batch.cost.usd();
    out["unpriced_items"] = batch.unpriced;
    out["estimated_cost_usd"] = usdOrNull(batch.estimate);
    out["budget_usd"] = usdOrNull(batch.budget);
    out["project"] = batch.owner.project;
    out["key_id"] = batch.owner.keyId;
    out["created_at"] = toRfc3339(batch.createdMs);
    out["finished_at"] = timeOrNull(batch.finishedMs);
    out["expires_at"] = timeOrNull(batch.finishedMs > 0 ? batch.finishedMs + batch.ttlMs : 0);
    out["status_url"] = "/v1/batches/" + batch.id;
    out["results_url"] = "/v1/batches/" + batch.id + "/results";
    return out;
}

json::object toJson(const WebhookRow& webhook) {
    json::object out;
    out["id"] = webhook.id;
    out["task_id"] = webhook.taskId;
    out["url"] = webhook.url;
    out["owner"] = webhook.owner;
    out["tries"] = webhook.tries;
    out["last_status"] = webhook.lastStatus > 0 ? json::value(webhook.lastStatus) : json::value(nullptr);
    out["last_error"] = webhook.lastError;
    out["created_at"] = toRfc3339(webhook.createdMs);
    out["dead_at"] = timeOrNull(webhook.deadMs);
    return out;
}

} // namespace tollgate
