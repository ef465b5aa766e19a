// Rollups, housekeeping and the few reads of the writer's connection.
#include "gateway/ledger/ledger_database.h"
#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/ledger_statements.h"
#include "gateway/ledger/record_json.h"
#include "gateway/ledger/sql_text.h"

namespace tollgate {

namespace {

/// Adds what the database already has to `histogram` and returns the sum's bytes.
std::string mergedBytes(const QVariant& stored, const Histogram& histogram) {
    if (stored.isNull())
        return histogram.serialise();
    const QByteArray bytes = stored.toByteArray();
    Histogram merged = histogram;
    merged.mergeSerialised({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    return merged.serialise();
}

} // namespace

LedgerDatabase::Result<> LedgerDatabase::writeRollup(const Rollup& rollup, QSqlQuery& select,
                                                     QSqlQuery& upsert) {
    for (const auto& [key, cell] : rollup) {
        select.bindValue(0, static_cast<qint64>(key.first));
        select.bindValue(1, static_cast<qint64>(key.second));
        if (!select.exec())
            return tl::unexpected(errorOf(select));
        const bool there = select.next();
        const std::string latency = mergedBytes(there ? select.value(0) : QVariant(), cell.latency);
        const std::string ttft = mergedBytes(there ? select.value(1) : QVariant(), cell.ttft);
        const std::string overhead = mergedBytes(there ? select.value(2) : QVariant(), cell.overhead);
        select.finish();
        const Totals& totals = cell.totals;
        int at = 0;
        for (const std::int64_t value :
             {key.first, key.second, totals.requests, totals.errors, totals.savedByFallback,
              totals.inputTokens, totals.cacheReadTokens, totals.cacheWriteTokens, totals.outputTokens,
              totals.reasoningTokens, totals.cost.nanodollars, totals.unpriced, totals.estimated})
            upsert.bindValue(at++, static_cast<qint64>(value));
        for (const std::string* bytes : {&latency, &ttft, &overhead})
            upsert.bindValue(at++, bytes->empty() ? QVariant() : QVariant(sqlBlob(*bytes)));
        upsert.bindValue(at, cell.costSquares);
        if (!upsert.exec())
            return tl::unexpected(errorOf(upsert));
    }
    return {};
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::number(const QString& sql) {
    QSqlQuery query(m_database->connection());
    query.setForwardOnly(true);
    if (!query.exec(sql) || !query.next())
        return tl::unexpected(errorOf(query));
    return numberAt(query, 0);
}

LedgerDatabase::Result<std::unordered_map<std::string, std::int64_t>> LedgerDatabase::journalPositions() {
    std::unordered_map<std::string, std::int64_t> positions;
    QSqlQuery query(m_database->connection());
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT segment, offset FROM journal_positions"_qs))
        return tl::unexpected(errorOf(query));
    while (query.next())
        positions.emplace(textAt(query, 0), numberAt(query, 1));
    return positions;
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::usedBytes() {
    return number(u"SELECT (p.page_count - f.freelist_count) * s.page_size FROM pragma_page_count p, "
                  "pragma_freelist_count f, pragma_page_size s"_qs);
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::fileBytes() {
    return number(u"SELECT p.page_count * s.page_size FROM pragma_page_count p, pragma_page_size s"_qs);
}

LedgerDatabase::Result<Money> LedgerDatabase::spentOnDay(std::int64_t day) {
    const auto sum =
        number(u"SELECT coalesce(sum(x.cost), 0) FROM rollup_day x JOIN ledger_dims d ON d.id = x.dim "
               "WHERE x.bucket = %1 AND d.arm <> 'mirror'"_qs.arg(day));
    if (!sum)
        return tl::unexpected(sum.error());
    return Money{*sum};
}

LedgerDatabase::Result<> LedgerDatabase::readSince(std::int64_t fromMs, std::int64_t limit,
                                                   const std::function<void(const RequestRecord&)>& take) {
    QSqlQuery query(m_database->connection());
    query.setForwardOnly(true);
    // A single answered attempt says nothing its row does not: only the others' details are worth reading.
    query.prepare(uR"(SELECT r.at_ms, r.id, r.bits, r.attempts, r.input, r.cache_read, r.cache_write_5m,
            r.cache_write_1h, r.audio_input, r.output, r.reasoning, r.audio_output, r.cost, r.latency_us,
            r.ttft_us, r.overhead_us, d.project, d.provider, d.model, d.status, s.outcome, t.body, d.arm,
            r.audio_cache_read, r.image_output, r.busy_us
        FROM (SELECT * FROM requests WHERE at_ms >= ? ORDER BY at_ms DESC, id DESC LIMIT ?) r
        JOIN ledger_dims d ON d.id = r.dim JOIN ledger_shapes s ON s.id = r.shape
        LEFT JOIN request_details t ON t.seq = r.detail AND (r.attempts > 1 OR (r.bits & ?) = 0)
        ORDER BY r.at_ms, r.id)"_qs);
    query.bindValue(0, static_cast<qint64>(fromMs));
    query.bindValue(1, static_cast<qint64>(limit));
    query.bindValue(2, static_cast<int>(kAnsweredBit));
    if (!query.exec())
        return tl::unexpected(errorOf(query));
    while (query.next()) {
        RequestRecord record;
        record.atMs = numberAt(query, 0);
        record.id = textAt(query, 1);
        record.streaming = (numberAt(query, 2) & kStreamingBit) != 0;
        record.usage = {numberAt(query, 4),
                        numberAt(query, 5),
                        numberAt(query, 6),
                        numberAt(query, 7),
                        numberAt(query, 8),
                        numberAt(query, 9),
                        numberAt(query, 10),
                        numberAt(query, 11),
                        (numberAt(query, 2) & kEstimatedBit) != 0,
                        tierOfBits(numberAt(query, 2)),
                        numberAt(query, 23),
                        numberAt(query, 24)};
        record.busyUs = numberAt(query, 25);
        if (!query.value(12).isNull())
            record.cost = Money{numberAt(query, 12)};
        record.latencyUs = numberAt(query, 13);
        record.ttftUs = query.value(14).isNull() ? -1 : numberAt(query, 14);
        record.overheadUs = numberAt(query, 15);
        record.project = textAt(query, 16);
        record.provider = textAt(query, 17);
        record.model = textAt(query, 18);
        record.arm = textAt(query, 22);
        record.status = query.value(19).toInt();
        record.outcome = outcomeFromString(textAt(query, 20)).value_or(RequestOutcome::Error);
        if (!query.value(21).isNull()) {
            const QByteArray body = query.value(21).toByteArray();
            readDetail({body.constData(), static_cast<std::size_t>(body.size())}, record);
        } else if (numberAt(query, 3) == 1) {
            record.attempts.push_back(
                {record.provider, record.model, 0, 0, -1, record.latencyUs, record.status, "ok", {}});
        }
        take(record);
    }
    return {};
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::deleteOldest(std::int64_t beforeMs, int limit) {
    QSqlQuery find(m_database->connection());
    find.setForwardOnly(true);
    find.prepare(u"SELECT at_ms, id, detail FROM requests WHERE at_ms < ? ORDER BY at_ms, id LIMIT ?"_qs);
    find.bindValue(0, static_cast<qint64>(beforeMs));
    find.bindValue(1, limit);
    if (!find.exec())
        return tl::unexpected(errorOf(find));
    std::vector<std::tuple<qint64, QString, qint64>> victims;
    while (find.next())
        victims.emplace_back(numberAt(find, 0), find.value(1).toString(), numberAt(find, 2));
    find.finish();
    if (victims.empty())
        return 0;
    if (auto begun = begin(); !begun)
        return tl::unexpected(begun.error());
    QSqlQuery row(m_database->connection());
    row.prepare(u"DELETE FROM requests WHERE at_ms = ? AND id = ?"_qs);
    QSqlQuery body(m_database->connection());
    body.prepare(u"DELETE FROM request_details WHERE seq = ?"_qs);
    const auto failed = [this](const QSqlQuery& query) -> Result<std::int64_t> {
        std::string why = errorOf(query);
        rollback();
        return tl::unexpected(std::move(why));
    };
    for (const auto& [atMs, id, seq] : victims) {
        row.bindValue(0, atMs);
        row.bindValue(1, id);
        body.bindValue(0, seq);
        if (!row.exec())
            return failed(row);
        if (!body.exec())
            return failed(body);
    }
    QSqlQuery meta(m_database->connection());
    meta.prepare(
        u"UPDATE ledger_meta SET value = CASE name WHEN 'rows' THEN value - ? ELSE max(value, ?) END "
        "WHERE name IN ('rows', 'complete_from_ms')"_qs);
    const auto count = static_cast<std::int64_t>(victims.size());
    meta.bindValue(0, static_cast<qint64>(count));
    meta.bindValue(1, std::get<0>(victims.back()) + 1);
    if (!meta.exec())
        return failed(meta);
    if (auto done = commit(); !done) {
        rollback();
        return tl::unexpected(done.error());
    }
    m_rows -= count;
    return count;
}

LedgerDatabase::Result<> LedgerDatabase::deleteHoursBefore(std::int64_t beforeMs) {
    QSqlQuery query(m_database->connection());
    query.prepare(u"DELETE FROM rollup_hour WHERE bucket < ?"_qs);
    query.bindValue(0, static_cast<qint64>(floorDiv(beforeMs, kMsPerHour)));
    if (!query.exec())
        return tl::unexpected(errorOf(query));
    return {};
}

LedgerDatabase::Result<> LedgerDatabase::probe(std::int64_t nowMs) {
    return m_database->execute(
        u"INSERT OR REPLACE INTO ledger_meta(name, value) VALUES('probed_ms', %1)"_qs.arg(nowMs));
}

LedgerDatabase::Result<> LedgerDatabase::checkpoint() {
    QSqlQuery query(m_database->connection());
    if (!query.exec(u"PRAGMA wal_checkpoint(PASSIVE)"_qs))
        return tl::unexpected(errorOf(query));
    return {};
}

} // namespace tollgate
