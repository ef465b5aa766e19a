#pragma once
// The tables of jobs.db. A file of its own, so numbers of its own: 30 to 39.

#include <array>
#include <string_view>

namespace tollgate {

inline constexpr std::array<std::string_view, 10> kJobSchema30{
    "CREATE TABLE batches(seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
    " key_id TEXT NOT NULL, project TEXT NOT NULL, state INTEGER NOT NULL, total INTEGER NOT NULL DEFAULT 0,"
    " completed INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,"
    " cancelled INTEGER NOT NULL DEFAULT 0, unpriced INTEGER NOT NULL DEFAULT 0,"
    " cost INTEGER NOT NULL DEFAULT 0, estimate INTEGER, budget INTEGER, created_ms INTEGER NOT NULL,"
    " finished_ms INTEGER NOT NULL DEFAULT 0, ttl_ms INTEGER NOT NULL)",
    "CREATE TABLE jobs(seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE,"
    " batch INTEGER REFERENCES batches(seq) ON DELETE CASCADE, place INTEGER NOT NULL, custom_id TEXT,"
    " owner TEXT NOT NULL, key_id TEXT NOT NULL, project TEXT NOT NULL, path TEXT NOT NULL,"
    " headers TEXT NOT NULL, state INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0,"
    " due_ms INTEGER NOT NULL, created_ms INTEGER NOT NULL, finished_ms INTEGER NOT NULL DEFAULT 0,"
    " ttl_ms INTEGER NOT NULL, worst INTEGER NOT NULL, status INTEGER NOT NULL DEFAULT 0, cost INTEGER,"
    " trace TEXT NOT NULL DEFAULT '', webhook_url TEXT NOT NULL DEFAULT '', webhook_secret BLOB,"
    " body BLOB NOT NULL, reply BLOB)",
    "CREATE INDEX jobs_ready ON jobs(owner, due_ms, seq) WHERE state = 0",
    "CREATE UNIQUE INDEX jobs_by_batch ON jobs(batch, place) WHERE batch IS NOT NULL",
    "CREATE INDEX tasks_by_end ON jobs(finished_ms + ttl_ms) WHERE batch IS NULL AND finished_ms > 0",
    "CREATE INDEX batches_by_end ON batches(finished_ms + ttl_ms) WHERE finished_ms > 0",
    "CREATE TABLE webhooks(seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
    " task TEXT NOT NULL, owner TEXT NOT NULL, url TEXT NOT NULL, secret BLOB NOT NULL, body BLOB NOT NULL,"
    " tries INTEGER NOT NULL DEFAULT 0, due_ms INTEGER NOT NULL, created_ms INTEGER NOT NULL,"
    " dead_ms INTEGER NOT NULL DEFAULT 0, status INTEGER NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '')",
    "CREATE INDEX webhooks_due ON webhooks(due_ms) WHERE dead_ms = 0",
    "CREATE INDEX webhooks_dead ON webhooks(dead_ms) WHERE dead_ms > 0",
    "CREATE TABLE webhook_secrets(owner TEXT PRIMARY KEY, sealed BLOB NOT NULL)",
};

/// Lists without the bodies: what is large stands last in a row, because SQLite walks through all that stands
/// before a column. `bytes` is what a row is charged for, and `stored` its sum by owner.
inline constexpr std::array<std::string_view, 26> kJobSchema31{
    "CREATE TABLE jobs31(seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE,"
    " batch INTEGER REFERENCES batches(seq) ON DELETE CASCADE, place INTEGER NOT NULL, custom_id TEXT,"
    " owner TEXT NOT NULL, key_id TEXT NOT NULL, project TEXT NOT NULL, path TEXT NOT NULL,"
    " model TEXT NOT NULL DEFAULT '', state INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0,"
    " due_ms INTEGER NOT NULL, created_ms INTEGER NOT NULL, finished_ms INTEGER NOT NULL DEFAULT 0,"
    " ttl_ms INTEGER NOT NULL, worst INTEGER NOT NULL, status INTEGER NOT NULL DEFAULT 0, cost INTEGER,"
    " trace TEXT NOT NULL DEFAULT '', error TEXT NOT NULL DEFAULT '', bytes INTEGER NOT NULL DEFAULT 0,"
    " webhook_url TEXT NOT NULL DEFAULT '', webhook_secret BLOB, headers TEXT NOT NULL,"
    " body BLOB NOT NULL, reply BLOB)",
    "INSERT INTO jobs31(seq, id, batch, place, custom_id, owner, key_id, project, path, state, tries, due_ms,"
    " created_ms, finished_ms, ttl_ms, worst, status, cost, trace, bytes, webhook_url, webhook_secret,"
    " headers, body, reply) SELECT seq, id, batch, place, custom_id, owner, key_id, project, path, state,"
    " tries, due_ms, created_ms, finished_ms, ttl_ms, worst, status, cost, trace,"
    " length(headers) + length(body) + COALESCE(length(reply), 0), webhook_url, webhook_secret, headers,"
    " body, reply FROM jobs",
    "DROP TABLE jobs",
    "ALTER TABLE jobs31 RENAME TO jobs",
    "CREATE INDEX jobs_ready ON jobs(owner, due_ms, seq) WHERE state = 0",
    "CREATE UNIQUE INDEX jobs_by_batch ON jobs(batch, place) WHERE batch IS NOT NULL",
    "CREATE INDEX tasks_by_end ON jobs(finished_ms + ttl_ms) WHERE batch IS NULL AND finished_ms > 0",
    "CREATE INDEX tasks_newest ON jobs(seq) WHERE batch IS NULL",
    "CREATE INDEX tasks_open ON jobs(seq) WHERE batch IS NULL AND state < 2",
    "CREATE INDEX tasks_by_state ON jobs(state, seq) WHERE batch IS NULL",
    "CREATE INDEX items_failed ON jobs(batch, place) WHERE batch IS NOT NULL AND state = 3",
    "CREATE TABLE webhooks31(seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
    " task TEXT NOT NULL, owner TEXT NOT NULL, url TEXT NOT NULL, receiver TEXT NOT NULL,"
    " tries INTEGER NOT NULL DEFAULT 0, due_ms INTEGER NOT NULL, created_ms INTEGER NOT NULL,"
    " dead_ms INTEGER NOT NULL DEFAULT 0, status INTEGER NOT NULL DEFAULT 0, error TEXT NOT NULL DEFAULT '',"
    " bytes INTEGER NOT NULL DEFAULT 0, secret BLOB NOT NULL, body BLOB NOT NULL)",
    // Until it is tried, an old one has a receiver of its own.
    "INSERT INTO webhooks31(seq, id, task, owner, url, receiver, tries, due_ms, created_ms, dead_ms, status,"
    " error, bytes, secret, body) SELECT seq, id, task, owner, url, url, tries, due_ms, created_ms, dead_ms,"
    " status, error, length(url) + length(body), secret, body FROM webhooks",
    "DROP TABLE webhooks",
    "ALTER TABLE webhooks31 RENAME TO webhooks",
    "CREATE INDEX webhooks_due ON webhooks(owner, receiver, due_ms) WHERE dead_ms = 0",
    "CREATE INDEX webhooks_waiting ON webhooks(seq) WHERE dead_ms = 0",
    "CREATE INDEX webhooks_dead ON webhooks(seq) WHERE dead_ms > 0",
    "CREATE INDEX webhooks_by_death ON webhooks(dead_ms) WHERE dead_ms > 0",
    "CREATE TABLE stored(owner TEXT PRIMARY KEY, bytes INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO stored SELECT owner, SUM(bytes) FROM (SELECT owner, bytes FROM jobs UNION ALL"
    " SELECT owner, bytes FROM webhooks) GROUP BY owner",
    "CREATE TRIGGER job_kept AFTER INSERT ON jobs BEGIN INSERT INTO stored VALUES(NEW.owner, NEW.bytes)"
    " ON CONFLICT(owner) DO UPDATE SET bytes = bytes + excluded.bytes; END",
    "CREATE TRIGGER job_changed AFTER UPDATE OF bytes ON jobs BEGIN UPDATE stored SET"
    " bytes = bytes + NEW.bytes - OLD.bytes WHERE owner = NEW.owner; END",
    "CREATE TRIGGER job_gone AFTER DELETE ON jobs BEGIN UPDATE stored SET bytes = bytes - OLD.bytes"
    " WHERE owner = OLD.owner; END",
    "CREATE TRIGGER webhook_kept AFTER INSERT ON webhooks BEGIN INSERT INTO stored"
    " VALUES(NEW.owner, NEW.bytes) ON CONFLICT(owner) DO UPDATE SET bytes = bytes + excluded.bytes; END",
    "CREATE TRIGGER webhook_gone AFTER DELETE ON webhooks BEGIN UPDATE stored SET bytes = bytes - OLD.bytes"
    " WHERE owner = OLD.owner; END",
};

/// What an end changes in `stored` is written once for all ends of a transaction
/// (JobDatabase::writeStored()).
inline constexpr std::array<std::string_view, 1> kJobSchema32{"DROP TRIGGER job_changed"};

/// A way for every filter of a list (job_list_sql.h), and to what was running when the process ended.
inline constexpr std::array<std::string_view, 11> kJobSchema33{
    "CREATE INDEX jobs_taken ON jobs(seq) WHERE state = 1",
    "CREATE INDEX tasks_by_project ON jobs(project, seq) WHERE batch IS NULL",
    "CREATE INDEX tasks_by_key ON jobs(key_id, seq) WHERE batch IS NULL",
    "CREATE INDEX tasks_by_model ON jobs(model, seq) WHERE batch IS NULL",
    "DROP INDEX items_failed",
    "CREATE INDEX items_by_state ON jobs(batch, state, place) WHERE batch IS NOT NULL",
    "CREATE INDEX batches_by_state ON batches(state, seq)",
    "CREATE INDEX batches_by_project ON batches(project, seq)",
    "CREATE INDEX batches_by_key ON batches(key_id, seq)",
    "CREATE INDEX webhooks_waiting_of ON webhooks(owner, seq) WHERE dead_ms = 0",
    "CREATE INDEX webhooks_dead_of ON webhooks(owner, seq) WHERE dead_ms > 0",
};

} // namespace tollgate
