#include "gateway/ledger/schema.h"

namespace tollgate {

namespace {

// A request is one narrow row: what repeats from request to request stands once in ledger_dims (what sums are
// grouped by) and ledger_shapes (the rest), so that a filter reads little and a rollup is keyed by two
// integers. Rows are clustered by (at_ms, id), the order of every list. Money is nanodollars, durations
// microseconds.
constexpr std::string_view kStatements[] = {
    R"(CREATE TABLE ledger_dims(
        id INTEGER PRIMARY KEY,
        user TEXT NOT NULL, project TEXT NOT NULL, key_id TEXT NOT NULL, provider TEXT NOT NULL,
        model TEXT NOT NULL, alias TEXT NOT NULL, flag TEXT NOT NULL, arm TEXT NOT NULL,
        prompt_version TEXT NOT NULL, status INTEGER NOT NULL,
        UNIQUE(user, project, key_id, provider, model, alias, flag, arm, prompt_version, status)))",
    R"(CREATE TABLE ledger_shapes(
        id INTEGER PRIMARY KEY,
        route TEXT NOT NULL, dialect TEXT NOT NULL, outcome TEXT NOT NULL, error_code TEXT NOT NULL,
        requested_model TEXT NOT NULL, first_provider TEXT NOT NULL, first_model TEXT NOT NULL,
        note TEXT NOT NULL,
        UNIQUE(route, dialect, outcome, error_code, requested_model, first_provider, first_model, note)))",
    R"(CREATE TABLE requests(
        at_ms INTEGER NOT NULL, id TEXT NOT NULL, trace_id TEXT,
        dim INTEGER NOT NULL, shape INTEGER NOT NULL, bits INTEGER NOT NULL, attempts INTEGER NOT NULL,
        input INTEGER NOT NULL, cache_read INTEGER NOT NULL, cache_write_5m INTEGER NOT NULL,
        cache_write_1h INTEGER NOT NULL, audio_input INTEGER NOT NULL, output INTEGER NOT NULL,
        reasoning INTEGER NOT NULL, audio_output INTEGER NOT NULL,
        cost INTEGER, reserved INTEGER NOT NULL,
        latency_us INTEGER NOT NULL, ttft_us INTEGER, overhead_us INTEGER NOT NULL,
        error TEXT, detail INTEGER NOT NULL,
        PRIMARY KEY(at_ms, id)) WITHOUT ROWID)",
    "CREATE UNIQUE INDEX requests_id ON requests(id)",
    "CREATE INDEX requests_trace ON requests(trace_id) WHERE trace_id IS NOT NULL",
    "CREATE INDEX requests_dim ON requests(dim, at_ms)",
    "CREATE TABLE request_details(seq INTEGER PRIMARY KEY, body BLOB NOT NULL)",
    R"(CREATE TABLE rollup_hour(
        bucket INTEGER NOT NULL, dim INTEGER NOT NULL,
        requests INTEGER NOT NULL, errors INTEGER NOT NULL, saved INTEGER NOT NULL,
        input INTEGER NOT NULL, cache_read INTEGER NOT NULL, cache_write INTEGER NOT NULL,
        output INTEGER NOT NULL, reasoning INTEGER NOT NULL,
        cost INTEGER NOT NULL, cost_squares REAL NOT NULL, unpriced INTEGER NOT NULL, estimated INTEGER NOT NULL,
        latency BLOB, ttft BLOB, overhead BLOB,
        PRIMARY KEY(bucket, dim)) WITHOUT ROWID)",
    R"(CREATE TABLE rollup_day(
        bucket INTEGER NOT NULL, dim INTEGER NOT NULL,
        requests INTEGER NOT NULL, errors INTEGER NOT NULL, saved INTEGER NOT NULL,
        input INTEGER NOT NULL, cache_read INTEGER NOT NULL, cache_write INTEGER NOT NULL,
        output INTEGER NOT NULL, reasoning INTEGER NOT NULL,
        cost INTEGER NOT NULL, cost_squares REAL NOT NULL, unpriced INTEGER NOT NULL, estimated INTEGER NOT NULL,
        latency BLOB, ttft BLOB, overhead BLOB,
        PRIMARY KEY(bucket, dim)) WITHOUT ROWID)",
    "CREATE INDEX rollup_day_dim ON rollup_day(dim, requests)",
    "CREATE TABLE journal_positions(segment TEXT PRIMARY KEY, offset INTEGER NOT NULL) WITHOUT "
    "ROWID",
    "CREATE TABLE ledger_meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO ledger_meta(name, value) VALUES('rows', 0), ('complete_from_ms', 0)",
};

/// Which arm failed before another answered, and which experiment chose the prompt. A table's UNIQUE cannot
/// be changed: it is made anew, its ids kept.
constexpr std::string_view kArms[] = {
    R"(CREATE TABLE ledger_dims_new(
        id INTEGER PRIMARY KEY,
        user TEXT NOT NULL, project TEXT NOT NULL, key_id TEXT NOT NULL, provider TEXT NOT NULL,
        model TEXT NOT NULL, alias TEXT NOT NULL, flag TEXT NOT NULL, arm TEXT NOT NULL,
        prompt_version TEXT NOT NULL, status INTEGER NOT NULL,
        failed_arm TEXT NOT NULL, prompt_flag TEXT NOT NULL,
        UNIQUE(user, project, key_id, provider, model, alias, flag, arm, prompt_version, status, failed_arm,
            prompt_flag)))",
    R"(INSERT INTO ledger_dims_new SELECT id, user, project, key_id, provider, model, alias, flag, arm,
        prompt_version, status, '', '' FROM ledger_dims)",
    "DROP TABLE ledger_dims",
    "ALTER TABLE ledger_dims_new RENAME TO ledger_dims",
};

// Buckets that providers bill apart, and a request's share of a target that is paid by the hour.
constexpr std::string_view kMoreBuckets[] = {
    "ALTER TABLE requests ADD COLUMN audio_cache_read INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE requests ADD COLUMN image_output INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE requests ADD COLUMN busy_us INTEGER NOT NULL DEFAULT 0",
};

// A count in an index is a count that moves with every batch. What is asked of it finds its rows without.
constexpr std::string_view kStillIndex[] = {
    "DROP INDEX rollup_day_dim",
    "CREATE INDEX rollup_day_dim ON rollup_day(dim)",
};

/// Whose version it is: "v1" alone says nothing once there are several prompts.
constexpr std::string_view kPrompts[] = {
    R"(CREATE TABLE ledger_dims_new(
        id INTEGER PRIMARY KEY,
        user TEXT NOT NULL, project TEXT NOT NULL, key_id TEXT NOT NULL, provider TEXT NOT NULL,
        model TEXT NOT NULL, alias TEXT NOT NULL, flag TEXT NOT NULL, arm TEXT NOT NULL,
        prompt_version TEXT NOT NULL, status INTEGER NOT NULL,
        failed_arm TEXT NOT NULL, prompt_flag TEXT NOT NULL, prompt TEXT NOT NULL,
        UNIQUE(user, project, key_id, provider, model, alias, flag, arm, prompt_version, status, failed_arm,
            prompt_flag, prompt)))",
    R"(INSERT INTO ledger_dims_new SELECT id, user, project, key_id, provider, model, alias, flag, arm,
        prompt_version, status, failed_arm, prompt_flag, '' FROM ledger_dims)",
    "DROP TABLE ledger_dims",
    "ALTER TABLE ledger_dims_new RENAME TO ledger_dims",
};

} // namespace

std::vector<Migration> ledgerMigrations() {
    return {{10, "ledger", kStatements},
            {11, "arms", kArms},
            {12, "more buckets", kMoreBuckets},
            {13, "still index", kStillIndex},
            {14, "prompts", kPrompts}};
}

Database::Result<std::unique_ptr<Database>> openMigrated(const std::string& path, const WorkPtr& work) {
    auto database = Database::open(path);
    if (!database)
        return database;
    std::vector<Migration> steps = storeMigrations();
    for (const Migration& step : ledgerMigrations())
        steps.push_back(step);
    if (auto migrated = migrate(**database, std::move(steps), work); !migrated)
        return tl::unexpected(std::move(migrated.error()));
    return database;
}

} // namespace tollgate
