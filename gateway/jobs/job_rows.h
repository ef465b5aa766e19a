#pragma once
// The columns of jobs.db that more than one file of the database reads.

#include "gateway/jobs/job_database.h"

namespace tollgate {

/// What taskOf() reads, in its order.
inline constexpr const char* kTaskColumns =
    "seq, id, key_id, project, state, path, model, tries, status, error, cost, trace, created_ms,"
    " finished_ms, ttl_ms, bytes, webhook_url <> ''";

TaskRow taskOf(SqliteRow& row);

} // namespace tollgate
