// Taking in: tasks and tasks with a webhook. Everything is looked at before anything is kept.

#include "gateway/jobs/address_rule.h"
#include "gateway/jobs/job_desk.h"
#include "gateway/jobs/job_intake.h"
#include "gateway/jobs/job_items.h"
#include "gateway/jobs/webhook_signature.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostSecret = 512;

std::string textOf(const json::object& body, std::string_view name) {
    const json::value* value = body.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

bool hasValue(const json::object& body, std::string_view name) {
    const json::value* value = body.if_contains(name);
    return value != nullptr && !value->is_null();
}

} // namespace

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
    const auto ttl = ttlOf(*body, snapshot->settings);
    if (!ttl)
        return refusal(ttl.error());
    HttpHeaders headers = keptHeaders(question.headers);
    if (const auto mistake = timeoutMistake(headers.value("x-tollgate-timeout-ms")))
        return refusal(*mistake);
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

SqliteResult<std::optional<Error>> JobDesk::admitBatch(NewBatch& batch, std::int64_t bytes) {
    if (m_waiting >= kMostWaiting)
        return std::optional(Error{ErrorCode::Unavailable, "Too many requests are waiting already."});
    batch.nowMs = m_clock.unixMs();
    batch.id = "batch_" + m_ids.next(batch.nowMs);
    return roomMistake(batch.owner, bytes);
}

} // namespace tollgate
