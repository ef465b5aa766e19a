#include "gateway/ledger/ledger_reader.h"

#include "gateway/ledger/ledger_connection.h"

namespace tollgate {

LedgerReader::LedgerReader(std::string databasePath, const Clock& clock, const LiveStats* live,
                           const SnapshotCell* config)
    : m_connection(std::make_unique<LedgerConnection>(std::move(databasePath)))
    , m_clock(clock)
    , m_live(live)
    , m_config(config) {}

LedgerReader::~LedgerReader() = default; // closes

void LedgerReader::close() {
    m_connection->close();
}

bool LedgerReader::sawDamage() const {
    return m_connection->damaged();
}

Answer<Filter> LedgerReader::parseFilter(const std::string& text) const {
    auto filter = Filter::parse(text, m_clock.unixMs(), config().get());
    if (!filter) {
        const FilterError& error = filter.error();
        return tl::unexpected(QueryError{"“" + error.term + "” at position " +
                                             std::to_string(error.position + 1) + ": " + error.message,
                                         "filter"});
    }
    return std::move(*filter);
}

Answer<std::int64_t> LedgerReader::rowCount() {
    return m_connection->number("SELECT value FROM ledger_meta WHERE name = 'rows'");
}

} // namespace tollgate
