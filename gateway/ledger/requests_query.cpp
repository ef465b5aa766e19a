// GET /requests and GET /requests/{id}: newest first, paged by key, never by offset. What has to be looked
// for row by row is looked for in so many rows an answer: a page may then have less than was asked for, or
// nothing, and a cursor to go on from.
#include "gateway/ledger/ledger_connection.h"
#include "gateway/ledger/ledger_reader.h"
#include "gateway/ledger/record_json.h"
#include "gateway/ledger/record_row.h"
#include "gateway/ledger/row_json.h"

#include <boost/json/array.hpp>

#include <charconv>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr int kMaxLimit = 1000;
/// Below so many matches all of them are fetched and sorted; above, the newest are found by walking back.
constexpr std::int64_t kFewMatches = 10'000;
/// Rows that one answer looks through: some 100 ms where each is searched for a text.
constexpr std::int64_t kScannedRows = 100'000;

constexpr std::string_view kMoreColumns =
    ", r.trace_id, r.reserved, r.error, d.user, d.key_id, d.alias, d.flag, d.prompt, d.prompt_version, "
    "d.failed_arm, "
    "d.prompt_flag, s.route, s.dialect, s.error_code, s.requested_model, s.first_provider, s.first_model, "
    "s.note";

std::string columns() {
    return std::string(kRecordColumns).append(kUsageColumns).append(kMoreColumns);
}

/// The row without its detail; attempts are there in number, the first one with its target.
RequestRecord recordOf(SqliteRow& row) {
    RequestRecord record = readRecord(row, kUsageEstimatedBit);
    record.traceId = row.nextIsNull() ? record.id : std::string();
    record.traceId += row.bytes();
    record.reserved = Money{row.number()};
    for (std::string RequestRecord::*text :
         {&RequestRecord::error, &RequestRecord::user, &RequestRecord::keyId, &RequestRecord::alias,
          &RequestRecord::flag, &RequestRecord::prompt, &RequestRecord::promptVersion,
          &RequestRecord::failedArm, &RequestRecord::promptFlag, &RequestRecord::route,
          &RequestRecord::dialect, &RequestRecord::errorCode, &RequestRecord::requestedModel})
        record.*text = row.text();
    AttemptRecord first;
    first.provider = row.text();
    first.model = row.text();
    if (!record.attempts.empty())
        record.attempts.front() = std::move(first);
    record.note = row.text();
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

/// Where so many rows below the cursor (or the newest) end; none when there are not that many.
tl::expected<std::optional<Cursor>, QueryError>
rowsBelow(LedgerConnection& connection, const std::optional<Cursor>& from, const SqlCondition& time) {
    std::string where = time.text.empty() ? "1" : time.text;
    std::vector<SqlValue> values = time.values;
    if (from) {
        where += " AND (r.at_ms, r.id) < (?, ?)";
        values.emplace_back(from->atMs);
        values.emplace_back(from->id);
    }
    std::optional<Cursor> end;
    const auto read = connection.each("SELECT r.at_ms, r.id FROM requests r WHERE " + where +
                                          " ORDER BY r.at_ms DESC, r.id DESC LIMIT 1 OFFSET " +
                                          std::to_string(kScannedRows - 1),
                                      values, [&end](SqliteRow& row) {
                                          end.emplace();
                                          end->atMs = row.number();
                                          end->id = row.text();
                                          return true;
                                      });
    if (!read)
        return tl::unexpected(read.error());
    return end;
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
    std::optional<Cursor> from;
    if (!query.cursor.empty()) {
        from = cursorFromString(query.cursor);
        if (!from)
            return tl::unexpected(QueryError{"cursor is not one that this list gave out", "cursor"});
        where += " AND (r.at_ms, r.id) < (?, ?)";
        values.emplace_back(from->atMs);
        values.emplace_back(from->id);
    }
    bool scans = !filter->empty();
    std::string source = "requests r";
    if (const SqlCondition dimensions = filter->dimensionSql(); !dimensions.text.empty()) {
        const std::string sets = "(SELECT d.id FROM ledger_dims d WHERE " + dimensions.text + ")";
        // A day's sum is of one request at least: so many of them say enough.
        const auto matches = m_connection->number(
            "SELECT sum(y.requests) FROM (SELECT x.requests FROM rollup_day x WHERE x.dim IN " + sets +
                " LIMIT " + std::to_string(kFewMatches) + ") y",
            dimensions.values);
        if (!matches)
            return tl::unexpected(matches.error());
        const bool few = *matches < kFewMatches;
        scans = !few;
        if (few)
            source += " INDEXED BY requests_dim";
        where += (few ? " AND r.dim IN " : " AND +r.dim IN ") + sets;
        append(values, dimensions);
    }
    if (const SqlCondition rest = filter->requestSql(); !rest.text.empty()) {
        where += " AND " + rest.text;
        append(values, rest);
    }
    std::optional<Cursor> scannedTo;
    if (scans) {
        auto end = rowsBelow(*m_connection, from, filter->timeSql());
        if (!end)
            return tl::unexpected(std::move(end.error()));
        scannedTo = std::move(*end);
    }
    if (scannedTo) {
        where += " AND r.at_ms >= ? AND (r.at_ms, r.id) >= (?, ?)";
        values.emplace_back(scannedTo->atMs);
        values.emplace_back(scannedTo->atMs);
        values.emplace_back(scannedTo->id);
    }
    values.emplace_back(static_cast<std::int64_t>(query.limit) + 1);
    const SnapshotPtr names = config();
    json::array data;
    Cursor last;
    bool more = false;
    const std::string_view body = query.userAgents ? ", t.body" : "";
    const std::string_view details =
        query.userAgents ? "LEFT JOIN request_details t ON t.seq = r.detail " : "";
    const auto read = m_connection->each(
        "SELECT " + columns().append(body) + " FROM (SELECT * FROM " + source + " WHERE " + where +
            " ORDER BY r.at_ms DESC, r.id DESC LIMIT ?) r "
            "JOIN ledger_dims d ON d.id = r.dim JOIN ledger_shapes s ON s.id = r.shape " +
            std::string(details) + "ORDER BY r.at_ms DESC, r.id DESC",
        values, [&](SqliteRow& row) {
            more = data.size() == static_cast<std::size_t>(query.limit);
            if (more)
                return false;
            RequestRecord record = recordOf(row);
            if (query.userAgents)
                record.requestHeaders = {{"user-agent", requestHeaderIn(row.bytes(), "user-agent")}};
            last = {record.atMs, record.id};
            data.push_back(rowJson(record, names.get()));
            return true;
        });
    if (!read)
        return tl::unexpected(read.error());
    const std::optional<Cursor> next = more ? std::optional(last) : scannedTo;
    return json::object{{"data", std::move(data)},
                        {"next_cursor", next ? json::value(toString(*next)) : json::value()},
                        {"description", filter->describe()}};
}

Answer<std::optional<json::object>> LedgerReader::request(const std::string& idOrTrace) {
    for (const std::string_view where : {"r.id = ?", "r.trace_id = ?"}) {
        std::optional<json::object> found;
        const auto read = m_connection->each(
            "SELECT " + columns() + ", t.body FROM requests r " +
                "JOIN ledger_dims d ON d.id = r.dim JOIN ledger_shapes s ON s.id = r.shape "
                "LEFT JOIN request_details t ON t.seq = r.detail WHERE " +
                std::string(where) + " ORDER BY d.arm = 'mirror', r.at_ms DESC, r.id DESC LIMIT 1",
            {idOrTrace}, [&](SqliteRow& row) {
                RequestRecord record = recordOf(row);
                record.attempts.clear();
                readDetail(row.bytes(), record);
                found = requestJson(record, config().get());
            });
        if (!read)
            return tl::unexpected(read.error());
        if (found)
            return found;
    }
    return std::optional<json::object>();
}

} // namespace tollgate
