#pragma once
// The tables of jobs.db. A file of its own, so numbers of its own: 30 to 39.

#include <array>
#include <string_view>

namespace tollgate {

inline constexpr std::array<std::string_view, 10> kJobSchema{
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

} // namespace tollgate
