#include "gateway/ledger/ledger_connection.h"

#include "gateway/ledger/request_cell.h"
#include "gateway/store/database_rescue.h"

#include <limits>

namespace tollgate {

namespace {

/// KiB, as SQLite counts what is negative: a month of sums for a team is read from memory the second time.
constexpr const char* kSettings = "PRAGMA query_only=ON; PRAGMA cache_size=-16384";

SumRow sumsOf(SqliteRow& row, const ScanRange& range) {
    SumRow sums;
    Totals& totals = sums.totals;
    totals.requests = row.number();
    totals.errors = row.number();
    totals.savedByFallback = row.number();
    totals.inputTokens = row.number();
    totals.cacheReadTokens = row.number();
    totals.cacheWriteTokens = row.number();
    totals.outputTokens = row.number();
    totals.reasoningTokens = row.number();
    totals.cost.nanodollars = row.number();
    sums.costSquares = row.real();
    totals.unpriced = row.number();
    totals.estimated = row.number();
    if (range.histograms)
        sums.latency = row.bytes();
    if (range.histograms && !range.onlyLatency) {
        sums.ttft = row.bytes();
        sums.overhead = row.bytes();
    }
    return sums;
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
    m_selectDimension.reset();
    m_database.reset();
    m_dimensions.clear();
}

tl::unexpected<QueryError> LedgerConnection::failed(std::string why) {
    m_damaged = m_damaged || saysCorrupt(why);
    return tl::unexpected(QueryError{"the ledger cannot be read: " + std::move(why), {}});
}

Answer<void> LedgerConnection::open() {
    if (m_database)
        return {};
    auto opened = SqliteConnection::open(m_path);
    if (!opened)
        return failed(std::move(opened.error()));
    if (auto set = (*opened)->execute(kSettings); !set)
        return failed(std::move(set.error()));
    m_database = std::move(*opened);
    return {};
}

Answer<SqliteStatement> LedgerConnection::prepare(const std::string& sql,
                                                  const std::vector<SqlValue>& values) {
    if (auto opened = open(); !opened)
        return tl::unexpected(std::move(opened.error()));
    auto statement = m_database->prepare(sql);
    if (!statement)
        return failed(std::move(statement.error()));
    for (const SqlValue& value : values)
        std::visit([&](const auto& bound) { statement->bind(bound); }, value);
    return std::move(*statement);
}

Answer<std::int64_t> LedgerConnection::number(const std::string& sql, const std::vector<SqlValue>& values) {
    std::int64_t first = 0;
    auto done = each(sql, values, [&](SqliteRow& row) {
        first = row.number();
        return false;
    });
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return first;
}

Answer<void> LedgerConnection::beginRead() {
    if (auto opened = open(); !opened)
        return opened;
    if (auto begun = m_database->execute("BEGIN"); !begun)
        return failed(std::move(begun.error()));
    return {};
}

void LedgerConnection::endRead() {
    if (m_database)
        (void)m_database->execute("COMMIT"); // nothing was written
}

Answer<const Dimension*> LedgerConnection::dimension(std::int64_t id) {
    if (const auto known = m_dimensions.find(id); known != m_dimensions.end())
        return &known->second;
    if (!m_selectDimension) {
        auto prepared =
            prepare("SELECT user, project, key_id, provider, model, alias, flag, arm, "
                    "prompt_version, status, failed_arm, prompt_flag, prompt FROM ledger_dims WHERE id = ?",
                    {});
        if (!prepared)
            return tl::unexpected(std::move(prepared.error()));
        m_selectDimension = std::move(*prepared);
    }
    std::optional<Dimension> found;
    auto done = m_selectDimension->bind(id).eachRow([&](SqliteRow& row) {
        Dimension& read = found.emplace();
        for (std::string Dimension::*name : {&Dimension::user, &Dimension::project, &Dimension::keyId,
                                             &Dimension::provider, &Dimension::model, &Dimension::alias,
                                             &Dimension::flag, &Dimension::arm, &Dimension::promptVersion})
            read.*name = row.text();
        read.status = static_cast<int>(row.number());
        read.failedArm = row.text();
        read.promptFlag = row.text();
        read.prompt = row.text();
    });
    if (!done)
        return failed(std::move(done.error()));
    if (!found)
        return failed("dimension set " + std::to_string(id) + " is missing");
    return &m_dimensions.emplace(id, std::move(*found)).first->second;
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
    Answer<void> known;
    auto done = each(sql, values, [&](SqliteRow& row) {
        const std::int64_t bucket = row.number();
        const auto who = dimension(row.number());
        if (!who)
            known = tl::unexpected(who.error());
        else if (part.mirrors || !(*who)->isMirror())
            take(**who, bucket * bucketMs, sumsOf(row, part));
        return known.has_value();
    });
    return known ? done : known;
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
    Answer<void> known;
    auto done = each(sql, values, [&](SqliteRow& row) {
        const RequestCell cell(row);
        const auto who = dimension(cell.dimension);
        if (!who)
            known = tl::unexpected(who.error());
        else if (part.mirrors || !(*who)->isMirror())
            take(**who, cell.atMs, cell.sums);
        return known.has_value();
    });
    return known ? done : known;
}

} // namespace tollgate
