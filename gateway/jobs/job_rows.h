#pragma once
// The columns of jobs.db that more than one file of the database reads.

#include "gateway/jobs/job_database.h"

#include <string>
#include <string_view>

namespace tollgate {

/// What taskOf() reads, in its order.
inline constexpr const char* kTaskColumns =
    "seq, id, key_id, project, state, path, model, tries, status, error, cost, trace, created_ms,"
    " finished_ms, ttl_ms, bytes, webhook_url <> ''";

TaskRow taskOf(SqliteRow& row);

/// What itemOf() reads, in its order.
inline constexpr const char* kItemColumns =
    "seq, place, custom_id, state, path, model, tries, status, error, cost, trace, finished_ms";

/// What batchOf() reads, in its order.
inline constexpr const char* kBatchColumns =
    "seq, id, key_id, project, state, total, completed, failed, cancelled, unpriced, cost, estimate, "
    "budget, created_ms, finished_ms, ttl_ms";

BatchRow batchOf(SqliteRow& row);

/// What webhookOf() reads, in its order; the secret and the body follow where a delivery needs them.
inline constexpr const char* kWebhookColumns =
    "seq, id, task, owner, url, receiver, tries, status, error, due_ms, created_ms, dead_ms";

WebhookRow webhookOf(SqliteRow& row);

/// The owner whose rows an admin's `project` means; empty: everybody's.
std::string ownerOf(std::string_view project);

} // namespace tollgate
