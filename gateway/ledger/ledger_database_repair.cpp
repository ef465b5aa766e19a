// The ledger's tables after a rescue.
#include "gateway/ledger/ledger_database.h"
#include "gateway/ledger/ledger_statements.h"
#include "gateway/ledger/request_cell.h"

namespace tollgate {

namespace {

constexpr std::size_t kCellsAtOnce = 20'000;

} // namespace

LedgerDatabase::Result<> LedgerDatabase::writeSums() {
    Rollup days;
    for (const auto& [key, cell] : m_hours)
        days[{floorDiv(key.first, 24), key.second}].merge(cell);
    if (auto done = writeRollup(m_hours, m_writtenHours, m_statements->selectHour, m_statements->upsertHour);
        !done)
        return done;
    return writeRollup(days, m_writtenDays, m_statements->selectDay, m_statements->upsertDay);
}

LedgerDatabase::Result<> LedgerDatabase::mendRows() {
    return m_connection->inTransaction([this] {
        return m_connection->execute(R"(
            DELETE FROM requests WHERE dim NOT IN (SELECT id FROM ledger_dims)
                OR shape NOT IN (SELECT id FROM ledger_shapes)
                OR detail NOT IN (SELECT seq FROM request_details);
            DELETE FROM request_details WHERE seq NOT IN (SELECT detail FROM requests);
            INSERT OR REPLACE INTO ledger_meta(name, value) SELECT 'rows', count(*) FROM requests;
            INSERT OR IGNORE INTO ledger_meta(name, value) VALUES('complete_from_ms', 0))");
    });
}

LedgerDatabase::Result<> LedgerDatabase::rebuildSums() {
    const auto complete = number("SELECT value FROM ledger_meta WHERE name = 'complete_from_ms'");
    if (!complete)
        return tl::unexpected(complete.error());
    // Where rows have been deleted for their age, the sums that were kept are all there is.
    const std::int64_t hour = -floorDiv(-*complete, kMsPerHour);
    const std::int64_t day = -floorDiv(-*complete, kMsPerDay);
    m_hours.clear();
    forgetWritten();
    const auto rebuild = [&]() -> Result<> {
        if (auto done =
                m_connection->execute("DELETE FROM rollup_hour WHERE bucket >= " + std::to_string(hour) +
                                      "; DELETE FROM rollup_day WHERE bucket >= " + std::to_string(day) +
                                      "; DELETE FROM journal_positions");
            !done)
            return done;
        auto rows = m_connection->prepare(std::string("SELECT ") + kRequestCellColumns +
                                          " FROM requests r WHERE r.at_ms >= ?");
        if (!rows)
            return tl::unexpected(std::move(rows.error()));
        Result<> written;
        auto read = rows->bind(*complete).eachRow([&](SqliteRow& row) {
            const RequestCell cell(row);
            m_hours[{floorDiv(cell.atMs, kMsPerHour), cell.dimension}].add(cell.sums);
            if (m_hours.size() < kCellsAtOnce)
                return true;
            written = writeSums();
            m_hours.clear();
            return written.has_value();
        });
        if (!written || !read)
            return written ? read : written;
        return writeSums();
    };
    auto done = m_connection->inTransaction(rebuild);
    m_hours.clear();
    if (!done)
        forgetWritten();
    return done;
}

} // namespace tollgate
