// Rollups, housekeeping and the few reads of the writer's connection.
#include "gateway/ledger/ledger_database.h"
#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/ledger_statements.h"
#include "gateway/ledger/record_json.h"
#include "gateway/ledger/record_row.h"

namespace tollgate {

namespace {

/// Cells whose histograms are remembered: some kilobytes each.
constexpr std::size_t kMaxWritten = 2'000;

} // namespace

void LedgerDatabase::forgetWritten() {
    m_writtenHours.clear();
    m_writtenDays.clear();
}

LedgerDatabase::Result<LedgerDatabase::Histograms*>
LedgerDatabase::histogramsOf(const Rollup::key_type& key, Written& written, SqliteStatement& select) {
    if (const auto known = written.find(key); known != written.end())
        return &known->second;
    Histograms stored;
    auto done = select.bind(key.first).bind(key.second).eachRow([&](SqliteRow& row) {
        for (Histogram* histogram : {&stored.latency, &stored.ttft, &stored.overhead})
            histogram->mergeSerialised(row.bytes());
    });
    if (!done)
        return tl::unexpected(std::move(done.error()));
    // What is written belongs to the newest buckets, which are the last.
    if (written.size() >= kMaxWritten)
        written.erase(written.begin());
    return &written.emplace(key, std::move(stored)).first->second;
}

LedgerDatabase::Result<> LedgerDatabase::writeRollup(const Rollup& rollup, Written& written,
                                                     SqliteStatement& select, SqliteStatement& upsert) {
    for (const auto& [key, cell] : rollup) {
        auto histograms = histogramsOf(key, written, select);
        if (!histograms)
            return tl::unexpected(std::move(histograms.error()));
        (*histograms)->latency.merge(cell.latency);
        (*histograms)->ttft.merge(cell.ttft);
        (*histograms)->overhead.merge(cell.overhead);
        const Totals& totals = cell.totals;
        for (const std::int64_t value :
             {key.first, key.second, totals.requests, totals.errors, totals.savedByFallback,
              totals.inputTokens, totals.cacheReadTokens, totals.cacheWriteTokens, totals.outputTokens,
              totals.reasoningTokens, totals.cost.nanodollars, totals.unpriced, totals.estimated})
            upsert.bind(value);
        const std::string bytes[] = {(*histograms)->latency.serialise(), (*histograms)->ttft.serialise(),
                                     (*histograms)->overhead.serialise()};
        for (const std::string& histogram : bytes) {
            if (histogram.empty())
                upsert.bindNull();
            else
                upsert.bindBlob(histogram);
        }
        if (auto done = upsert.bindReal(cell.costSquares).run(); !done)
            return done;
    }
    return {};
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::number(const std::string& sql) {
    auto statement = m_connection->prepare(sql);
    if (!statement)
        return tl::unexpected(std::move(statement.error()));
    auto found = statement->number();
    if (!found)
        return tl::unexpected(std::move(found.error()));
    if (!*found)
        return tl::unexpected("nothing answers " + sql);
    return **found;
}

LedgerDatabase::Result<std::unordered_map<std::string, std::int64_t>> LedgerDatabase::journalPositions() {
    std::unordered_map<std::string, std::int64_t> positions;
    auto statement = m_connection->prepare("SELECT segment, offset FROM journal_positions");
    if (!statement)
        return tl::unexpected(std::move(statement.error()));
    auto done = statement->eachRow([&](SqliteRow& row) {
        std::string segment = row.text();
        positions.emplace(std::move(segment), row.number());
    });
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return positions;
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::usedBytes() {
    return number("SELECT (p.page_count - f.freelist_count) * s.page_size FROM pragma_page_count p, "
                  "pragma_freelist_count f, pragma_page_size s");
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::fileBytes() {
    return number("SELECT p.page_count * s.page_size FROM pragma_page_count p, pragma_page_size s");
}

LedgerDatabase::Result<Money> LedgerDatabase::spentOnDay(std::int64_t day) {
    const auto sum =
        number("SELECT coalesce(sum(x.cost), 0) FROM rollup_day x JOIN ledger_dims d ON d.id = x.dim "
               "WHERE x.bucket = " +
               std::to_string(day) + " AND d.arm <> 'mirror'");
    if (!sum)
        return tl::unexpected(sum.error());
    return Money{*sum};
}

LedgerDatabase::Result<> LedgerDatabase::readSince(std::int64_t fromMs, std::int64_t limit,
                                                   const std::function<void(const RequestRecord&)>& take) {
    // A single answered attempt says nothing its row does not: only the others' details are worth reading.
    auto statement = m_connection->prepare("SELECT " + std::string(kRecordColumns) +
                                           std::string(kUsageColumns) + R"(, t.body
        FROM (SELECT * FROM requests WHERE at_ms >= ? ORDER BY at_ms DESC, id DESC LIMIT ?) r
        JOIN ledger_dims d ON d.id = r.dim JOIN ledger_shapes s ON s.id = r.shape
        LEFT JOIN request_details t ON t.seq = r.detail AND (r.attempts > 1 OR (r.bits & ?) = 0)
        ORDER BY r.at_ms, r.id)");
    if (!statement)
        return tl::unexpected(std::move(statement.error()));
    return statement->bind(fromMs).bind(limit).bind(kAnsweredBit).eachRow([&](SqliteRow& row) {
        RequestRecord record = readRecord(row, kEstimatedBit);
        const std::size_t attempts = record.attempts.size();
        record.attempts.clear();
        if (!row.nextIsNull())
            readDetail(row.bytes(), record);
        else if (attempts == 1)
            record.attempts.push_back(
                {record.provider, record.model, 0, 0, -1, record.latencyUs, record.status, "ok", {}});
        take(record);
    });
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::deleteOldest(std::int64_t beforeMs, int limit) {
    struct Victim {
        std::int64_t atMs;
        std::string id;
        std::int64_t detail;
    };
    std::vector<Victim> victims;
    auto find = m_connection->prepare(
        "SELECT at_ms, detail, id FROM requests WHERE at_ms < ? ORDER BY at_ms, id LIMIT ?");
    if (!find)
        return tl::unexpected(std::move(find.error()));
    auto found = find->bind(beforeMs).bind(limit).eachRow([&](SqliteRow& row) {
        const std::int64_t atMs = row.number();
        const std::int64_t detail = row.number();
        victims.push_back({atMs, row.text(), detail});
    });
    if (!found)
        return tl::unexpected(std::move(found.error()));
    if (victims.empty())
        return 0;
    const auto count = std::ssize(victims);
    const auto remove = [&]() -> Result<> {
        auto row = m_connection->prepare("DELETE FROM requests WHERE at_ms = ? AND id = ?");
        auto body = m_connection->prepare("DELETE FROM request_details WHERE seq = ?");
        auto meta = m_connection->prepare(
            "UPDATE ledger_meta SET value = CASE name WHEN 'rows' THEN value - ? ELSE max(value, ?) END "
            "WHERE name IN ('rows', 'complete_from_ms')");
        for (auto* prepared : {&row, &body, &meta}) {
            if (!*prepared)
                return tl::unexpected(prepared->error());
        }
        for (const Victim& victim : victims) {
            if (auto done = row->bind(victim.atMs).bind(victim.id).run(); !done)
                return done;
            if (auto done = body->bind(victim.detail).run(); !done)
                return done;
        }
        return meta->bind(count).bind(victims.back().atMs + 1).run();
    };
    if (auto done = m_connection->inTransaction(remove); !done)
        return tl::unexpected(std::move(done.error()));
    m_rows -= count;
    return count;
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::countBefore(std::int64_t beforeMs) {
    return number("SELECT count(*) FROM requests WHERE at_ms < " + std::to_string(beforeMs));
}

LedgerDatabase::Result<> LedgerDatabase::deleteHoursBefore(std::int64_t beforeMs) {
    const std::int64_t first = floorDiv(beforeMs, kMsPerHour);
    m_writtenHours.erase(m_writtenHours.begin(), m_writtenHours.lower_bound({first, 0}));
    return m_connection->execute("DELETE FROM rollup_hour WHERE bucket < " + std::to_string(first));
}

LedgerDatabase::Result<> LedgerDatabase::probe(std::int64_t nowMs) {
    return m_connection->execute("INSERT OR REPLACE INTO ledger_meta(name, value) VALUES('probed_ms', " +
                                 std::to_string(nowMs) + ")");
}

LedgerDatabase::Result<> LedgerDatabase::checkpoint() {
    return m_connection->execute("PRAGMA wal_checkpoint(PASSIVE)");
}

} // namespace tollgate
