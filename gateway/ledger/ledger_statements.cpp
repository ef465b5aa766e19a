#include "gateway/ledger/ledger_statements.h"

#include "gateway/ledger/sql_text.h"

namespace tollgate {

namespace {

QString rollupSelect(const QString& table) {
    return u"SELECT latency, ttft, overhead FROM %1 WHERE bucket = ? AND dim = ?"_qs.arg(table);
}

QString rollupUpsert(const QString& table) {
    return uR"(INSERT INTO %1(bucket, dim, requests, errors, saved, input, cache_read, cache_write, output,
            reasoning, cost, unpriced, estimated, latency, ttft, overhead, cost_squares)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(bucket, dim) DO UPDATE SET
            requests = requests + excluded.requests, errors = errors + excluded.errors,
            saved = saved + excluded.saved, input = input + excluded.input,
            cache_read = cache_read + excluded.cache_read, cache_write = cache_write + excluded.cache_write,
            output = output + excluded.output, reasoning = reasoning + excluded.reasoning,
            cost = cost + excluded.cost, unpriced = unpriced + excluded.unpriced,
            estimated = estimated + excluded.estimated, cost_squares = cost_squares + excluded.cost_squares,
            latency = excluded.latency, ttft = excluded.ttft, overhead = excluded.overhead)"_qs.arg(table);
}

} // namespace

LedgerDatabase::Statements::Statements(const QSqlDatabase& database)
    : insertDimension(database)
    , selectDimension(database)
    , insertShape(database)
    , selectShape(database)
    , insertRequest(database)
    , insertDetail(database)
    , selectHour(database)
    , upsertHour(database)
    , selectDay(database)
    , upsertDay(database)
    , upsertPosition(database)
    , deletePosition(database)
    , addRows(database) {
    for (std::size_t i = 0; i < requestColumns.size(); ++i)
        requestColumns[i] = u":c"_qs + QString::number(i);
}

std::string LedgerDatabase::Statements::prepare() {
    const std::pair<QSqlQuery*, QString> all[] = {
        {&insertDimension,
         uR"(INSERT OR IGNORE INTO ledger_dims(user, project, key_id, provider, model, alias,
            flag, arm, prompt_version, status, failed_arm, prompt_flag)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_qs},
        {&selectDimension, uR"(SELECT id FROM ledger_dims WHERE user = ? AND project = ? AND key_id = ? AND
            provider = ? AND model = ? AND alias = ? AND flag = ? AND arm = ? AND prompt_version = ? AND
            status = ? AND failed_arm = ? AND prompt_flag = ?)"_qs},
        {&insertShape, uR"(INSERT OR IGNORE INTO ledger_shapes(route, dialect, outcome, error_code,
            requested_model, first_provider, first_model, note) VALUES(?, ?, ?, ?, ?, ?, ?, ?))"_qs},
        {&selectShape, uR"(SELECT id FROM ledger_shapes WHERE route = ? AND dialect = ? AND outcome = ? AND
            error_code = ? AND requested_model = ? AND first_provider = ? AND first_model = ? AND note = ?)"_qs},
        {&insertRequest,
         uR"(INSERT OR IGNORE INTO requests(at_ms, id, trace_id, dim, shape, bits, attempts, input,
            cache_read, cache_write_5m, cache_write_1h, audio_input, output, reasoning, audio_output, cost,
            reserved, latency_us, ttft_us, overhead_us, error, detail, audio_cache_read, image_output, busy_us)
            VALUES()"_qs +
             QStringList(requestColumns.begin(), requestColumns.end()).join(u", "_qs) + u")"_qs},
        {&insertDetail, u"INSERT INTO request_details(seq, body) VALUES("_qs + requestColumns[0] + u", "_qs +
                            requestColumns[1] + u")"_qs},
        {&selectHour, rollupSelect(u"rollup_hour"_qs)},
        {&upsertHour, rollupUpsert(u"rollup_hour"_qs)},
        {&selectDay, rollupSelect(u"rollup_day"_qs)},
        {&upsertDay, rollupUpsert(u"rollup_day"_qs)},
        {&upsertPosition, u"INSERT OR REPLACE INTO journal_positions(segment, offset) VALUES(?, ?)"_qs},
        {&deletePosition, u"DELETE FROM journal_positions WHERE segment = ?"_qs},
        {&addRows, u"UPDATE ledger_meta SET value = value + ? WHERE name = 'rows'"_qs},
    };
    for (const auto& [query, sql] : all) {
        query->setForwardOnly(true);
        if (!query->prepare(sql))
            return errorOf(*query);
    }
    return {};
}

} // namespace tollgate
