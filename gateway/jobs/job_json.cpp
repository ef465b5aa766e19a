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

std::string_view wordOf(JobState state, bool running) {
    if (state < JobState::Completed)
        return running ? "processing" : "pending";
    return kTaskWords.at(static_cast<std::size_t>(state));
}

/// At most so many bytes, and no character in two.
std::string cutText(std::string_view text, std::size_t most) {
    if (text.size() <= most)
        return std::string(text);
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0U) == 0x80)
        --most;
    return std::string(text.substr(0, most)) + "\u2026";
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

std::string shortErrorOf(std::string_view reply) {
    constexpr std::size_t kMost = 2000;
    boost::system::error_code failure;
    const json::value body = parsedJson(reply, failure);
    const json::value* error = !failure && body.is_object() ? body.as_object().if_contains("error") : nullptr;
    if (error == nullptr)
        return {};
    std::string text = toJsonText(*error);
    if (text.size() <= kMost || !error->is_object())
        return text.size() <= kMost ? text : std::string();
    json::object cut;
    for (const char* name : {"message", "type", "code", "param"}) {
        const json::value* value = error->as_object().if_contains(name);
        if (value == nullptr || !value->is_string())
            continue;
        cut[name] = cutText(std::string_view(value->as_string()), kMost / 4);
    }
    return toJsonText(cut);
}

namespace {

/// What is in the database of an error; old rows have none.
json::value storedError(std::string_view text, int status) {
    boost::system::error_code failure;
    json::value error = parsedJson(text, failure);
    if (!text.empty() && !failure)
        return error;
    json::object unknown;
    unknown["message"] = "It failed with status " + std::to_string(status) + ".";
    return unknown;
}

} // namespace

json::object toJson(const TaskRow& task, bool running) {
    json::object out;
    out["task_id"] = task.id;
    out["status"] = json::string(wordOf(task.state, running));
    out["path"] = task.path;
    out["model"] = task.model;
    out["project"] = task.owner.project;
    out["key_id"] = task.owner.keyId;
    out["webhook"] = task.webhook;
    out["tries"] = task.tries;
    out["status_code"] = task.status > 0 ? json::value(task.status) : json::value(nullptr);
    out["error"] =
        task.state == JobState::Failed ? storedError(task.error, task.status) : json::value(nullptr);
    out["cost_usd"] = usdOrNull(task.cost);
    out["trace_id"] = task.traceId.empty() ? json::value(nullptr) : json::value(task.traceId);
    out["bytes"] = task.bytes;
    out["created_at"] = toRfc3339(task.createdMs);
    out["finished_at"] = timeOrNull(task.finishedMs);
    out["expires_at"] = timeOrNull(task.finishedMs > 0 ? task.finishedMs + task.ttlMs : 0);
    return out;
}

std::string taskText(const TaskRow& task, bool running) {
    json::object out;
    out["task_id"] = task.id;
    out["status"] = json::string(wordOf(task.state, running));
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

json::object toJson(const ItemRow& item, bool running) {
    json::object out;
    out["place"] = item.place;
    out["custom_id"] = item.customId;
    out["status"] = json::string(wordOf(item.state, running));
    out["path"] = item.path;
    out["model"] = item.model;
    out["tries"] = item.tries;
    out["status_code"] = item.status > 0 ? json::value(item.status) : json::value(nullptr);
    out["error"] =
        item.state == JobState::Failed ? storedError(item.error, item.status) : json::value(nullptr);
    out["cost_usd"] = usdOrNull(item.cost);
    out["trace_id"] = item.traceId.empty() ? json::value(nullptr) : json::value(item.traceId);
    out["finished_at"] = timeOrNull(item.finishedMs);
    return out;
}

json::object toJson(const WebhookRow& webhook, bool sending) {
    const bool dead = webhook.deadMs > 0;
    json::object out;
    out["id"] = webhook.id;
    out["status"] = dead ? "dead" : sending ? "sending" : "waiting";
    out["task_id"] = webhook.taskId;
    out["url"] = webhook.url;
    out["receiver"] = webhook.receiver;
    out["owner"] = webhook.owner;
    out["tries"] = webhook.tries;
    out["last_status"] = webhook.lastStatus > 0 ? json::value(webhook.lastStatus) : json::value(nullptr);
    out["last_error"] = webhook.lastError;
    out["created_at"] = toRfc3339(webhook.createdMs);
    out["next_attempt_at"] = timeOrNull(dead || sending ? 0 : webhook.dueMs);
    out["dead_at"] = timeOrNull(webhook.deadMs);
    return out;
}

} // namespace tollgate
