// The ledger's tables after a rescue.
#include "gateway/ledger/ledger_database.h"
#include "gateway/ledger/ledger_statements.h"
#include "gateway/ledger/request_cell.h"
#include "gateway/ledger/sql_text.h"

namespace tollgate {

namespace {

constexpr std::size_t kCellsAtOnce = 20'000;

} // namespace

LedgerDatabase::Result<> LedgerDatabase::writeSums() {
    Rollup days;
    for (const auto& [key, cell] : m_hours)
        days[{floorDiv(key.first, 24), key.second}].merge(cell);
    if (auto done = writeRollup(m_hours, m_statements->selectHour, m_statements->upsertHour); !done)
        return done;
    return writeRollup(days, m_statements->selectDay, m_statements->upsertDay);
}

LedgerDatabase::Result<> LedgerDatabase::mendRows() {
    return m_database->inTransaction([this]() -> Result<> {
        for (const QString& statement :
             {u"DELETE FROM requests WHERE dim NOT IN (SELECT id FROM ledger_dims) OR shape NOT IN (SELECT "
              u"id "
              "FROM ledger_shapes) OR detail NOT IN (SELECT seq FROM request_details)"_qs,
              u"DELETE FROM request_details WHERE seq NOT IN (SELECT detail FROM requests)"_qs,
              u"INSERT OR REPLACE INTO ledger_meta(name, value) SELECT 'rows', count(*) FROM requests"_qs,
              u"INSERT OR IGNORE INTO ledger_meta(name, value) VALUES('complete_from_ms', 0)"_qs}) {
            if (auto done = m_database->execute(statement); !done)
                return done;
        }
        return {};
    });
}

LedgerDatabase::Result<> LedgerDatabase::rebuildSums() {
    const auto complete = number(u"SELECT value FROM ledger_meta WHERE name = 'complete_from_ms'"_qs);
    if (!complete)
        return tl::unexpected(complete.error());
    // Where rows have been deleted for their age, the sums that were kept are all there is.
    const auto hour = static_cast<qint64>(-floorDiv(-*complete, kMsPerHour));
    const auto day = static_cast<qint64>(-floorDiv(-*complete, kMsPerDay));
    m_hours.clear();
    return m_database->inTransaction([&]() -> Result<> {
        for (const QString& statement : {u"DELETE FROM rollup_hour WHERE bucket >= %1"_qs.arg(hour),
                                         u"DELETE FROM rollup_day WHERE bucket >= %1"_qs.arg(day),
                                         u"DELETE FROM journal_positions"_qs}) {
            if (auto done = m_database->execute(statement); !done)
                return done;
        }
        auto query =
            m_database->prepare(sqlText(std::string("SELECT ") + kRequestCellColumns +
                                        " FROM requests r WHERE r.at_ms >= " + std::to_string(*complete)));
        if (!query)
            return tl::unexpected(query.error());
        if (auto done = Database::run(*query); !done)
            return done;
        while (query->next()) {
            const std::int64_t bucket = floorDiv(numberAt(*query, 0), kMsPerHour);
            m_hours[{bucket, numberAt(*query, 1)}].merge(requestCell(*query));
            if (m_hours.size() < kCellsAtOnce)
                continue;
            if (auto done = writeSums(); !done)
                return done;
            m_hours.clear();
        }
        auto done = writeSums();
        m_hours.clear();
        return done;
    });
}

} // namespace tollgate
