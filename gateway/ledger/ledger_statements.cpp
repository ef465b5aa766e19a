#include "gateway/ledger/ledger_statements.h"

namespace tollgate {

namespace {

std::string rollupSelect(const std::string& table) {
    return "SELECT latency, ttft, overhead FROM " + table + " WHERE bucket = ? AND dim = ?";
}

std::string rollupUpsert(const std::string& table) {
    return "INSERT INTO " + table + R"((bucket, dim, requests, errors, saved, input, cache_read, cache_write,
            output, reasoning, cost, unpriced, estimated, latency, ttft, overhead, cost_squares)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(bucket, dim) DO UPDATE SET
            requests = requests + excluded.requests, errors = errors + excluded.errors,
            saved = saved + excluded.saved, input = input + excluded.input,
            cache_read = cache_read + excluded.cache_read, cache_write = cache_write + excluded.cache_write,
            output = output + excluded.output, reasoning = reasoning + excluded.reasoning,
            cost = cost + excluded.cost, unpriced = unpriced + excluded.unpriced,
            estimated = estimated + excluded.estimated, cost_squares = cost_squares + excluded.cost_squares,
            latency = excluded.latency, ttft = excluded.ttft, overhead = excluded.overhead)";
}

} // namespace

LedgerDatabase::Result<> LedgerDatabase::Statements::prepare(SqliteConnection& connection) {
    const std::pair<SqliteStatement*, std::string> all[] = {
        {&insertDimension, R"(INSERT OR IGNORE INTO ledger_dims(user, project, key_id, provider, model, alias,
            flag, arm, prompt_version, status, failed_arm, prompt_flag, prompt)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"},
        {&selectDimension, R"(SELECT id FROM ledger_dims WHERE user = ? AND project = ? AND key_id = ? AND
            provider = ? AND model = ? AND alias = ? AND flag = ? AND arm = ? AND prompt_version = ? AND
            status = ? AND failed_arm = ? AND prompt_flag = ? AND prompt = ?)"},
        {&insertShape, R"(INSERT OR IGNORE INTO ledger_shapes(route, dialect, outcome, error_code,
            requested_model, first_provider, first_model, note) VALUES(?, ?, ?, ?, ?, ?, ?, ?))"},
        {&selectShape, R"(SELECT id FROM ledger_shapes WHERE route = ? AND dialect = ? AND outcome = ? AND
            error_code = ? AND requested_model = ? AND first_provider = ? AND first_model = ? AND note = ?)"},
        {&insertRequest, R"(INSERT OR IGNORE INTO requests(at_ms, id, trace_id, dim, shape, bits, attempts,
            input, cache_read, cache_write_5m, cache_write_1h, audio_input, output, reasoning, audio_output,
            cost, reserved, latency_us, ttft_us, overhead_us, error, detail, audio_cache_read, image_output,
            busy_us)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"},
        {&insertDetail, "INSERT INTO request_details(seq, body) VALUES(?, ?)"},
        {&selectHour, rollupSelect("rollup_hour")},
        {&upsertHour, rollupUpsert("rollup_hour")},
        {&selectDay, rollupSelect("rollup_day")},
        {&upsertDay, rollupUpsert("rollup_day")},
        {&upsertPosition, "INSERT OR REPLACE INTO journal_positions(segment, offset) VALUES(?, ?)"},
        {&deletePosition, "DELETE FROM journal_positions WHERE segment = ?"},
        {&addRows, "UPDATE ledger_meta SET value = value + ? WHERE name = 'rows'"},
    };
    for (const auto& [statement, sql] : all) {
        auto prepared = connection.prepare(sql);
        if (!prepared)
            return tl::unexpected(std::move(prepared.error()));
        *statement = std::move(*prepared);
    }
    return {};
}

} // namespace tollgate
