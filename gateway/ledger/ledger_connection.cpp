#include "gateway/ledger/ledger_connection.h"

#include "gateway/ledger/request_cell.h"
#include "gateway/ledger/sql_text.h"
#include "gateway/store/database_rescue.h"

#include <limits>

namespace tollgate {

namespace {

tl::unexpected<QueryError> databaseFailed(std::string why) {
    return tl::unexpected(QueryError{"the ledger cannot be read: " + std::move(why), {}});
}

void mergeColumn(const QSqlQuery& query, int column, Histogram& histogram) {
    const QByteArray bytes = query.value(column).toByteArray();
    histogram.mergeSerialised({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

RollupCell cellOfRollup(const QSqlQuery& query, const ScanRange& range) {
    RollupCell cell;
    Totals& totals = cell.totals;
    totals.requests = numberAt(query, 2);
    totals.errors = numberAt(query, 3);
    totals.savedByFallback = numberAt(query, 4);
    totals.inputTokens = numberAt(query, 5);
    totals.cacheReadTokens = numberAt(query, 6);
    totals.cacheWriteTokens = numberAt(query, 7);
    totals.outputTokens = numberAt(query, 8);
    totals.reasoningTokens = numberAt(query, 9);
    totals.cost.nanodollars = numberAt(query, 10);
    cell.costSquares = query.value(11).toDouble();
    totals.unpriced = numberAt(query, 12);
    totals.estimated = numberAt(query, 13);
    if (range.histograms)
        mergeColumn(query, 14, cell.latency);
    if (range.histograms && !range.onlyLatency) {
        mergeColumn(query, 15, cell.ttft);
        mergeColumn(query, 16, cell.overhead);
    }
    return cell;
}

constexpr std::int64_t ceilTo(std::int64_t value, std::int64_t step) {
    return -floorDiv(-value, step) * step;
}
constexpr std::int64_t floorTo(std::int64_t value, std::int64_t step) {
    return floorDiv(value, step) * step;
}

constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max() / 2;

} // namespace

void LedgerConnection::close() {
    m_database.reset();
    m_dimensions.clear();
}

Answer<void> LedgerConnection::open() {
    if (m_database)
        return {};
    auto opened = Database::open(m_path);
    if (!opened)
        return databaseFailed(opened.error());
    if (auto only = (*opened)->execute(u"PRAGMA query_only=ON"_qs); !only)
        return databaseFailed(only.error());
    m_database = std::move(*opened);
    return {};
}

Answer<QSqlQuery> LedgerConnection::run(const std::string& sql, const std::vector<SqlValue>& values) {
    if (auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    auto query = m_database->prepare(sqlText(sql));
    if (!query) {
        m_damaged = m_damaged || saysCorrupt(query.error());
        return databaseFailed(query.error());
    }
    for (const SqlValue& value : values) {
        if (const auto* number = std::get_if<std::int64_t>(&value))
            query->addBindValue(static_cast<qint64>(*number));
        else
            query->addBindValue(sqlText(std::get<std::string>(value)));
    }
    if (auto done = Database::run(*query); !done) {
        m_damaged = m_damaged || saysCorrupt(done.error());
        return databaseFailed(done.error());
    }
    return std::move(*query);
}

Answer<std::int64_t> LedgerConnection::number(const std::string& sql, const std::vector<SqlValue>& values) {
    auto query = run(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? numberAt(*query, 0) : 0;
}

/// A damaged page ends a query as the last row does, but for the error it leaves.
Answer<void> LedgerConnection::readToItsEnd(const QSqlQuery& query) {
    if (std::string why = errorOf(query); !why.empty()) {
        m_damaged = m_damaged || saysCorrupt(why);
        return databaseFailed(std::move(why));
    }
    return {};
}

Answer<void> LedgerConnection::beginRead() {
    if (auto opened = open(); !opened)
        return opened;
    if (auto begun = m_database->execute(u"BEGIN"_qs); !begun)
        return databaseFailed(begun.error());
    return {};
}

void LedgerConnection::endRead() {
    if (m_database)
        (void)m_database->execute(u"COMMIT"_qs); // nothing was written
}

Answer<const Dimension*> LedgerConnection::dimension(std::int64_t id) {
    if (const auto known = m_dimensions.find(id); known != m_dimensions.end())
        return &known->second;
    auto query =
        run("SELECT user, project, key_id, provider, model, alias, flag, arm, prompt_version, status, "
            "failed_arm, prompt_flag FROM ledger_dims WHERE id = ?",
            {id});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return databaseFailed("dimension set " + std::to_string(id) + " is missing");
    Dimension dimension{textAt(*query, 0), textAt(*query, 1),       textAt(*query, 2),  textAt(*query, 3),
                        textAt(*query, 4), textAt(*query, 5),       textAt(*query, 6),  textAt(*query, 7),
                        textAt(*query, 8), query->value(9).toInt(), textAt(*query, 10), textAt(*query, 11)};
    return &m_dimensions.emplace(id, std::move(dimension)).first->second;
}

Answer<std::int64_t> LedgerConnection::completeFromMs() {
    return number("SELECT value FROM ledger_meta WHERE name = 'complete_from_ms'");
}

Answer<void> LedgerConnection::scan(const ScanRange& range, const SqlCondition& dimensions,
                                    const Take& take) {
    const auto complete = completeFromMs();
    if (!complete)
        return tl::unexpected(complete.error());
    // Where single requests are gone, an hour is the finest there is.
    std::int64_t from = range.fromMs.value_or(-kEver);
    if (from > -kEver && from < *complete)
        from = floorTo(from, kMsPerHour);
    std::int64_t to = range.toMs.value_or(kEver);
    if (to < *complete)
        to = ceilTo(to, kMsPerHour);
    if (from >= to)
        return {};

    const auto part = [&](std::int64_t begin, std::int64_t end) {
        ScanRange piece = range;
        piece.fromMs = begin;
        piece.toMs = end;
        return piece;
    };
    const bool byDay = range.resolutionMs >= kMsPerDay;
    const std::int64_t firstHour = from == -kEver ? from : std::min(ceilTo(from, kMsPerHour), to);
    const std::int64_t lastHour = to == kEver ? to : std::max(floorTo(to, kMsPerHour), firstHour);
    std::int64_t firstDay = lastHour;
    std::int64_t lastDay = lastHour;
    if (byDay) {
        firstDay = from == -kEver ? from : std::min(ceilTo(firstHour, kMsPerDay), lastHour);
        lastDay = to == kEver ? to : std::max(floorTo(lastHour, kMsPerDay), firstDay);
    }
    const auto hours = [&](std::int64_t begin, std::int64_t end) -> Answer<void> {
        return begin < end ? scanRollup("rollup_hour", kMsPerHour, part(begin, end), dimensions, take)
                           : Answer<void>{};
    };
    const auto requests = [&](std::int64_t begin, std::int64_t end) -> Answer<void> {
        return begin < end ? scanRequests(part(begin, end), dimensions, {}, take) : Answer<void>{};
    };
    if (auto done = requests(from, firstHour); !done)
        return done;
    if (auto done = hours(firstHour, firstDay); !done)
        return done;
    if (firstDay < lastDay) {
        if (auto done = scanRollup("rollup_day", kMsPerDay, part(firstDay, lastDay), dimensions, take); !done)
            return done;
    }
    if (auto done = hours(lastDay, lastHour); !done)
        return done;
    return requests(lastHour, to);
}

Answer<void> LedgerConnection::scan(const ScanRange& range, const Filter& filter, const Take& take) {
    if (filter.dimensionsOnly())
        return scan(range, filter.dimensionSql(), take);
    return scanRequests(range, filter.dimensionSql(), filter.requestSql(), take);
}

Answer<void> LedgerConnection::scanRollup(const std::string& table, std::int64_t bucketMs,
                                          const ScanRange& part, const SqlCondition& dimensions,
                                          const Take& take) {
    std::string sql =
        "SELECT x.bucket, x.dim, x.requests, x.errors, x.saved, x.input, x.cache_read, x.cache_write, "
        "x.output, x.reasoning, x.cost, x.cost_squares, x.unpriced, x.estimated";
    if (part.histograms)
        sql += part.onlyLatency ? ", x.latency" : ", x.latency, x.ttft, x.overhead";
    sql += " FROM " + table + " x WHERE x.bucket >= ? AND x.bucket < ?";
    std::vector<SqlValue> values{floorDiv(*part.fromMs, bucketMs), floorDiv(*part.toMs, bucketMs)};
    if (!dimensions.text.empty()) {
        sql += " AND +x.dim IN (SELECT d.id FROM ledger_dims d WHERE " + dimensions.text + ")";
        values.insert(values.end(), dimensions.values.begin(), dimensions.values.end());
    }
    auto query = run(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        const auto who = dimension(numberAt(*query, 1));
        if (!who)
            return tl::unexpected(who.error());
        if (part.mirrors || !(*who)->isMirror())
            take(**who, numberAt(*query, 0) * bucketMs, cellOfRollup(*query, part));
    }
    return readToItsEnd(*query);
}

Answer<void> LedgerConnection::scanRequests(const ScanRange& part, const SqlCondition& dimensions,
                                            const SqlCondition& requests, const Take& take) {
    std::string sql =
        std::string("SELECT ") + kRequestCellColumns + " FROM requests r WHERE r.at_ms >= ? AND r.at_ms < ?";
    std::vector<SqlValue> values{part.fromMs.value_or(-kEver), part.toMs.value_or(kEver)};
    if (!dimensions.text.empty()) {
        sql += " AND +r.dim IN (SELECT d.id FROM ledger_dims d WHERE " + dimensions.text + ")";
        values.insert(values.end(), dimensions.values.begin(), dimensions.values.end());
    }
    if (!requests.text.empty()) {
        sql += " AND " + requests.text;
        values.insert(values.end(), requests.values.begin(), requests.values.end());
    }
    auto query = run(sql, values);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next()) {
        const auto who = dimension(numberAt(*query, 1));
        if (!who)
            return tl::unexpected(who.error());
        if (part.mirrors || !(*who)->isMirror())
            take(**who, numberAt(*query, 0), requestCell(*query));
    }
    return readToItsEnd(*query);
}

} // namespace tollgate
