// GET /requests and GET /requests/{id}: newest first, paged by key, never by offset.
#include "gateway/ledger/ledger_connection.h"
#include "gateway/ledger/ledger_reader.h"
#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/record_json.h"
#include "gateway/ledger/row_json.h"
#include "gateway/ledger/sql_text.h"

#include <boost/json/array.hpp>

#include <charconv>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr int kMaxLimit = 1000;
/// Below so many matches all of them are fetched and sorted; above, the newest are found by walking back.
constexpr std::int64_t kFewMatches = 10'000;

constexpr std::string_view kColumns =
    "r.at_ms, r.id, r.trace_id, r.bits, r.attempts, r.input, r.cache_read, r.cache_write_5m, "
    "r.cache_write_1h, "
    "r.audio_input, r.output, r.reasoning, r.audio_output, r.cost, r.reserved, r.latency_us, r.ttft_us, "
    "r.overhead_us, r.error, d.user, d.project, d.key_id, d.provider, d.model, d.alias, d.flag, d.arm, "
    "d.prompt_version, d.status, s.route, s.dialect, s.outcome, s.error_code, s.requested_model, "
    "s.first_provider, "
    "s.first_model, s.note, d.failed_arm, d.prompt_flag, r.audio_cache_read, r.image_output, r.busy_us";

/// The row without its detail; attempts are there in number, the first one with its target.
RequestRecord recordAt(const QSqlQuery& query) {
    RequestRecord record;
    record.atMs = numberAt(query, 0);
    record.id = textAt(query, 1);
    record.traceId = query.value(2).isNull() ? record.id : textAt(query, 2);
    record.streaming = (numberAt(query, 3) & kStreamingBit) != 0;
    record.usage = {numberAt(query, 5),
                    numberAt(query, 6),
                    numberAt(query, 7),
                    numberAt(query, 8),
                    numberAt(query, 9),
                    numberAt(query, 10),
                    numberAt(query, 11),
                    numberAt(query, 12),
                    (numberAt(query, 3) & kUsageEstimatedBit) != 0,
                    tierOfBits(numberAt(query, 3)),
                    numberAt(query, 39),
                    numberAt(query, 40)};
    record.busyUs = numberAt(query, 41);
    if (!query.value(13).isNull())
        record.cost = Money{numberAt(query, 13)};
    record.reserved = Money{numberAt(query, 14)};
    record.latencyUs = numberAt(query, 15);
    record.ttftUs = query.value(16).isNull() ? -1 : numberAt(query, 16);
    record.overheadUs = numberAt(query, 17);
    record.error = textAt(query, 18);
    record.user = textAt(query, 19);
    record.project = textAt(query, 20);
    record.keyId = textAt(query, 21);
    record.provider = textAt(query, 22);
    record.model = textAt(query, 23);
    record.alias = textAt(query, 24);
    record.flag = textAt(query, 25);
    record.arm = textAt(query, 26);
    record.promptVersion = textAt(query, 27);
    record.status = query.value(28).toInt();
    record.route = textAt(query, 29);
    record.dialect = textAt(query, 30);
    record.outcome = outcomeFromString(textAt(query, 31)).value_or(RequestOutcome::Error);
    record.errorCode = textAt(query, 32);
    record.requestedModel = textAt(query, 33);
    record.attempts.resize(static_cast<std::size_t>(numberAt(query, 4)));
    if (!record.attempts.empty()) {
        record.attempts.front().provider = textAt(query, 34);
        record.attempts.front().model = textAt(query, 35);
    }
    record.note = textAt(query, 36);
    record.failedArm = textAt(query, 37);
    record.promptFlag = textAt(query, 38);
    return record;
}

struct Cursor {
    std::int64_t atMs = 0;
    std::string id;
};

std::string toString(const Cursor& cursor) {
    return std::to_string(cursor.atMs) + "." + cursor.id;
}

std::optional<Cursor> cursorFromString(std::string_view text) {
    Cursor cursor;
    const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), cursor.atMs);
    const auto used = static_cast<std::size_t>(stop - text.data());
    if (failure != std::errc{} || used + 1 >= text.size() || text[used] != '.')
        return std::nullopt;
    cursor.id = std::string(text.substr(used + 1));
    return cursor;
}

void append(std::vector<SqlValue>& values, const SqlCondition& condition) {
    values.insert(values.end(), condition.values.begin(), condition.values.end());
}

} // namespace

Answer<json::object> LedgerReader::requests(const RequestsQuery& query) {
    if (query.limit < 1 || query.limit > kMaxLimit)
        return tl::unexpected(QueryError{"limit is between 1 and 1000", "limit"});
    const auto filter = parseFilter(query.filter);
    if (!filter)
        return tl::unexpected(filter.error());
    std::string where = "1";
    std::vector<SqlValue> values;
    if (!query.cursor.empty()) {
        auto cursor = cursorFromString(query.cursor);
        if (!cursor)
            return tl::unexpected(QueryError{"this is not a cursor of this list", "cursor"});
        where += " AND (r.at_ms, r.id) < (?, ?)";
        values.emplace_back(cursor->atMs);
        values.emplace_back(std::move(cursor->id));
    }
    std::string source = "requests r";
    if (const SqlCondition dimensions = filter->dimensionSql(); !dimensions.text.empty()) {
        const std::string sets = "(SELECT d.id FROM ledger_dims d WHERE " + dimensions.text + ")";
        const auto matches = m_connection->number(
            "SELECT sum(x.requests) FROM rollup_day x WHERE x.dim IN " + sets, dimensions.values);
        if (!matches)
            return tl::unexpected(matches.error());
        const bool few = *matches < kFewMatches;
        if (few)
            source += " INDEXED BY requests_dim";
        where += (few ? " AND r.dim IN " : " AND +r.dim IN ") + sets;
        append(values, dimensions);
    }
    if (const SqlCondition rest = filter->requestSql(); !rest.text.empty()) {
        where += " AND " + rest.text;
        append(values, rest);
    }
    values.emplace_back(static_cast<std::int64_t>(query.limit) + 1);
    auto rows =
        m_connection->run("SELECT " + std::string(kColumns) + " FROM (SELECT * FROM " + source + " WHERE " +
                              where + " ORDER BY r.at_ms DESC, r.id DESC LIMIT ?) r " +
                              "JOIN ledger_dims d ON d.id = r.dim JOIN ledger_shapes s ON s.id = r.shape "
                              "ORDER BY r.at_ms DESC, r.id DESC",
                          values);
    if (!rows)
        return tl::unexpected(rows.error());
    const SnapshotPtr names = config();
    json::array data;
    Cursor last;
    bool more = false;
    while (rows->next()) {
        if (data.size() == static_cast<std::size_t>(query.limit)) {
            more = true;
            break;
        }
        const RequestRecord record = recordAt(*rows);
        last = {record.atMs, record.id};
        data.push_back(rowJson(record, names.get()));
    }
    return json::object{{"data", std::move(data)},
                        {"next_cursor", more ? json::value(toString(last)) : json::value()},
                        {"description", filter->describe()}};
}

Answer<std::optional<json::object>> LedgerReader::request(const std::string& idOrTrace) {
    for (const std::string_view where : {"r.id = ?", "r.trace_id = ?"}) {
        auto query = m_connection->run(
            "SELECT " + std::string(kColumns) + ", t.body FROM requests r " +
                "JOIN ledger_dims d ON d.id = r.dim JOIN ledger_shapes s ON s.id = r.shape "
                "LEFT JOIN request_details t ON t.seq = r.detail WHERE " +
                std::string(where) + " ORDER BY d.arm = 'mirror', r.at_ms DESC, r.id DESC LIMIT 1",
            {idOrTrace});
        if (!query)
            return tl::unexpected(query.error());
        if (!query->next())
            continue;
        RequestRecord record = recordAt(*query);
        const QByteArray body = query->value(42).toByteArray();
        record.attempts.clear();
        readDetail({body.constData(), static_cast<std::size_t>(body.size())}, record);
        return requestJson(record, config().get());
    }
    return std::optional<json::object>();
}

} // namespace tollgate
