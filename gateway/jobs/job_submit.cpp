// Taking in: tasks, tasks with a webhook, batches. Everything is looked at before anything is kept.

#include "gateway/jobs/address_rule.h"
#include "gateway/jobs/job_desk.h"
#include "gateway/jobs/webhook_signature.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <unordered_set>
#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::int64_t kMostTtlSeconds = 30LL * 24 * 3600;
constexpr std::size_t kMostSecret = 512;

std::string textOf(const json::object& body, std::string_view name) {
    const json::value* value = body.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

bool hasValue(const json::object& body, std::string_view name) {
    const json::value* value = body.if_contains(name);
    return value != nullptr && !value->is_null();
}

tl::expected<std::optional<Money>, Error> budgetOf(const json::object& body) {
    if (!hasValue(body, "budget_usd"))
        return std::optional<Money>();
    const json::value& value = body.at("budget_usd");
    if (!value.is_number() || value.to_number<double>() <= 0 || value.to_number<double>() > 1e9)
        return tl::unexpected(mistakeIn("budget_usd", "must be a number above 0."));
    return std::optional(Money::fromUsd(value.to_number<double>()));
}

Error tooMany() {
    return mistakeIn("items", "must hold 1 to " + std::to_string(JobDesk::kMostItems) + " requests.");
}

/// The items of {"items":[{"custom_id","body"}]}, or of {"prompts":[…]} as such.
tl::expected<json::array, Error> itemsOf(json::object& body) {
    json::array items;
    if (json::value* given = body.if_contains("items"); given != nullptr && given->is_array()) {
        items = std::move(given->get_array());
    } else if (const json::value* prompts = body.if_contains("prompts");
               prompts != nullptr && prompts->is_array()) {
        json::object common; // model, temperature, max_tokens, …
        for (const auto& [name, value] : body) {
            if (name != "prompts" && name != "budget_usd")
                common[name] = value;
        }
        if (prompts->as_array().size() > JobDesk::kMostItems)
            return tl::unexpected(tooMany());
        if (auto fits = checkRepeated(prompts->as_array().size(), common); !fits)
            return tl::unexpected(std::move(fits.error()));
        for (const json::value& prompt : prompts->as_array()) {
            json::object content = common;
            content["prompt"] = prompt;
            json::object item;
            item["body"] = std::move(content);
            items.push_back(std::move(item));
        }
    } else {
        return tl::unexpected(
            mistakeIn("items", "must be a list of {\"custom_id\",\"body\"}; or give prompts."));
    }
    if (items.empty() || items.size() > JobDesk::kMostItems)
        return tl::unexpected(tooMany());
    return items;
}

} // namespace

tl::expected<std::int64_t, Error> JobDesk::ttlOf(const json::object& body) const {
    if (!hasValue(body, "ttl_seconds"))
        return m_snapshots.load()->settings.taskTtlHours * kMsPerHour;
    const json::value& value = body.at("ttl_seconds");
    if (!value.is_int64() || value.as_int64() < 1 || value.as_int64() > kMostTtlSeconds)
        return tl::unexpected(mistakeIn("ttl_seconds", "must be a whole number from 1 to 2592000."));
    return value.as_int64() * 1000;
}

SqliteResult<std::string> JobDesk::ownerSecret(const std::string& owner) {
    auto sealed = m_database.webhookSecret(owner);
    if (!sealed)
        return sealed;
    if (!sealed->empty()) {
        if (const auto secret = m_secrets.open(*sealed, owner))
            return *secret;
    }
    std::string secret = newWebhookSecret();
    if (auto done = m_database.setWebhookSecret(owner, m_secrets.seal(secret, owner)); !done)
        return tl::unexpected(std::move(done.error()));
    return secret;
}

SqliteResult<std::optional<Error>> JobDesk::roomMistake(const JobOwner& owner, std::int64_t bytes) {
    const SnapshotPtr snapshot = m_snapshots.load();
    const Settings& settings = snapshot->settings;
    const auto full = [&](std::string who, std::int64_t kept, int mostMb, const char* setting) {
        return Error{ErrorCode::StorageFull,
                     std::move(who) + " " + std::to_string(kept >> 20) +
                         " MiB of tasks, batches and webhooks " +
                         "already, and with this one it would be more than settings." + setting + " (" +
                         std::to_string(mostMb) + " MiB). Finished ones go when their time is over: " +
                         "a smaller ttl_seconds makes room sooner."};
    };
    const std::int64_t mostOwn = std::int64_t{settings.jobsProjectMaxMb} << 20;
    const std::int64_t mostOfAll = std::int64_t{settings.jobsMaxMb} << 20;
    auto own = m_database.storedBytes(owner.name());
    if (own && (*own + bytes > mostOwn || m_stored + bytes > mostOfAll)) {
        // What has expired goes by and by; where room is wanted it goes now.
        constexpr int kTrimStep = 1000;
        if (auto trimmed = m_database.trim(m_clock.unixMs(), kTrimStep); !trimmed)
            return tl::unexpected(std::move(trimmed.error()));
        const auto counts = m_database.counts();
        if (!counts)
            return tl::unexpected(counts.error());
        m_stored = counts->storedBytes;
        own = m_database.storedBytes(owner.name());
    }
    if (!own)
        return tl::unexpected(std::move(own.error()));
    if (*own + bytes > mostOwn)
        return full(owner.project.empty() ? "This key keeps" : "Project " + owner.project + " keeps", *own,
                    settings.jobsProjectMaxMb, "jobs_project_max_mb");
    if (m_stored + bytes > mostOfAll)
        return full("The gateway keeps", m_stored, settings.jobsMaxMb, "jobs_max_mb");
    m_stored += bytes;
    return std::optional<Error>();
}

JobDesk::Answer JobDesk::webhookSecret(const JobQuestion& question) {
    auto secret = ownerSecret(question.owner->name());
    if (!secret)
        return tl::unexpected(std::move(secret.error()));
    json::object out;
    out["secret"] = *secret;
    out["algorithm"] = "hmac-sha256";
    JobAnswer answer;
    answer.body = toJsonText(out);
    return answer;
}

JobDesk::Answer JobDesk::submit(const JobQuestion& question) {
    const SnapshotPtr snapshot = m_snapshots.load();
    if (m_waiting >= kMostWaiting)
        return refusal({ErrorCode::Unavailable, "Too many requests are waiting already."});
    auto body = objectOf(question.body);
    if (!body)
        return refusal(body.error());
    NewJob job;
    job.owner = *question.owner;
    if (question.kind == JobQuestion::Kind::SubmitWebhook) {
        job.webhookUrl = textOf(*body, "webhook_url");
        if (job.webhookUrl.empty())
            return refusal(mistakeIn("webhook_url", hasValue(*body, "webhook_url")
                                                        ? "must be an http or https URL."
                                                        : "is missing."));
        if (const std::string mistake =
                webhookUrlMistake(job.webhookUrl, snapshot->settings.webhookAllowPrivate);
            !mistake.empty())
            return refusal(mistakeIn("webhook_url", mistake));
        std::string secret = textOf(*body, "webhook_secret");
        if (hasValue(*body, "webhook_secret") && (secret.empty() || secret.size() > kMostSecret))
            return refusal(mistakeIn("webhook_secret", "must be a text of 1 to 512 bytes."));
        if (secret.empty()) {
            auto own = ownerSecret(job.owner.name());
            if (!own)
                return tl::unexpected(std::move(own.error()));
            secret = *std::move(own);
        }
        job.webhookSecret = m_secrets.seal(secret, job.owner.name());
    }
    const auto ttl = ttlOf(*body);
    if (!ttl)
        return refusal(ttl.error());
    HttpHeaders headers = keptHeaders(question.headers);
    const bool named = !headers.value("x-model").empty();
    auto deferred = deferredRequest(*std::move(body), headers,
                                    named ? std::string_view() : snapshot->settings.defaultAlias);
    if (!deferred)
        return refusal(deferred.error());
    if (headers.value("x-trace-id").empty() && headers.value("traceparent").empty())
        headers.add("x-trace-id", question.traceId);
    job.nowMs = m_clock.unixMs();
    job.id = "task_" + m_ids.next(job.nowMs);
    job.ttlMs = *ttl;
    job.path = std::move(deferred->path);
    job.model = std::move(deferred->model);
    job.headers = headerText(headers);
    job.body = std::move(deferred->body);
    auto mistake = roomMistake(job.owner, job.bytes());
    if (!mistake)
        return tl::unexpected(std::move(mistake.error()));
    if (*mistake)
        return refusal(**mistake);
    if (auto added = m_database.addJob(job); !added)
        return tl::unexpected(std::move(added.error()));
    m_scheduler.added(job.owner.name());
    ++m_waiting;
    json::object out;
    out["task_id"] = job.id;
    out["status"] = question.kind == JobQuestion::Kind::SubmitWebhook ? "accepted" : "pending";
    out["status_url"] = "/v1/tasks/" + job.id;
    out["created_at"] = toRfc3339(job.nowMs);
    JobAnswer answer;
    answer.status = 202;
    answer.body = toJsonText(out);
    return answer;
}

JobDesk::Answer JobDesk::submitBatch(const JobQuestion& question) {
    if (m_waiting >= kMostWaiting)
        return refusal({ErrorCode::Unavailable, "Too many requests are waiting already."});
    auto body = objectOf(question.body);
    if (!body)
        return refusal(body.error());
    const auto ttl = ttlOf(*body);
    const auto budget = budgetOf(*body);
    if (!ttl || !budget)
        return refusal(!ttl ? ttl.error() : budget.error());
    NewBatch batch;
    batch.owner = *question.owner;
    batch.nowMs = m_clock.unixMs();
    batch.id = "batch_" + m_ids.next(batch.nowMs);
    batch.ttlMs = *ttl;
    batch.budget = *budget;
    return putItems(question, batch, *body);
}

JobDesk::Answer JobDesk::putItems(const JobQuestion& question, const NewBatch& batch, json::object& body) {
    const SnapshotPtr snapshot = m_snapshots.load();
    auto items = itemsOf(body);
    if (!items)
        return refusal(items.error());
    const HttpHeaders headers = keptHeaders(question.headers);
    std::string model = textOf(body, "model");
    if (model.empty() && headers.value("x-model").empty())
        model = snapshot->settings.defaultAlias;
    std::vector<NewJob> jobs(items->size());
    std::unordered_set<std::string> ids;
    std::optional<Money> estimate = Money{};
    const std::string lines = headerText(headers);
    std::int64_t bytes = 0;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const std::string where = "items[" + std::to_string(i) + "]";
        json::value& item = (*items)[i];
        json::value* content = item.is_object() ? item.get_object().if_contains("body") : nullptr;
        if (content == nullptr || !content->is_object())
            return refusal(mistakeIn(where + ".body", "must be the object that would be sent."));
        json::object request = std::move(content->get_object());
        if (const std::string url = textOf(item.get_object(), "url"); !url.empty())
            request["path"] = url; // as OpenAI's batch files say it
        NewJob& job = jobs[i];
        job.customId = textOf(item.get_object(), "custom_id");
        if (job.customId.empty())
            job.customId = std::to_string(i);
        if (!ids.insert(job.customId).second)
            return refusal(mistakeIn(where + ".custom_id", "is not the first of that name."));
        auto deferred = deferredRequest(std::move(request), headers, model, where + ".body.");
        item = nullptr; // its memory goes into what is kept
        if (!deferred)
            return refusal(deferred.error());
        const JobEstimate cost = estimateOf(*deferred, headers, batch.owner, *snapshot, m_router);
        estimate = estimate && cost.likely ? std::optional(*estimate + *cost.likely) : std::nullopt;
        job.worst = cost.worst;
        job.path = std::move(deferred->path);
        job.model = std::move(deferred->model);
        job.body = std::move(deferred->body);
        bytes += job.bytes();
    }
    bytes += static_cast<std::int64_t>(lines.size() * jobs.size());
    auto mistake = roomMistake(batch.owner, bytes);
    if (!mistake)
        return tl::unexpected(std::move(mistake.error()));
    if (*mistake)
        return refusal(**mistake);
    const auto seq = m_database.addBatch(batch);
    if (!seq)
        return tl::unexpected(seq.error());
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        NewJob& job = jobs[i];
        job.owner = batch.owner;
        job.batch = *seq;
        job.place = static_cast<std::int64_t>(i);
        job.headers = lines;
        job.nowMs = batch.nowMs;
        job.ttlMs = batch.ttlMs;
        if (auto added = m_database.addJob(job); !added)
            return tl::unexpected(std::move(added.error()));
    }
    if (auto done = m_database.setBatchSize(*seq, static_cast<std::int64_t>(jobs.size()), estimate); !done)
        return tl::unexpected(std::move(done.error()));
    m_scheduler.added(batch.owner.name());
    m_waiting += static_cast<std::int64_t>(jobs.size());
    auto row = m_database.batch(*seq);
    if (!row)
        return tl::unexpected(std::move(row.error()));
    JobAnswer answer;
    answer.status = 202;
    answer.body = toJsonText(toJson(**row));
    return answer;
}

} // namespace tollgate
