// Whether the ledger can be written: found out, remembered, said once.
#include "gateway/ledger/ledger_worker.h"
#include "gateway/store/database_rescue.h"

#include <QDebug>

namespace tollgate {

namespace {

constexpr std::int64_t kNsPerSecond = 1'000'000'000;
constexpr std::int64_t kProbeFailingEveryNs = kNsPerSecond;
constexpr std::int64_t kProbeIdleEveryNs = 5 * kNsPerSecond;
constexpr std::int64_t kTellLostEveryNs = 60 * kNsPerSecond;

} // namespace

LedgerHealth Ledger::Worker::health() const {
    LedgerHealth health;
    health.rows = m_rows.load(std::memory_order_relaxed);
    health.databaseBytes = m_databaseBytes.load(std::memory_order_relaxed);
    const std::scoped_lock lock(m_mutex);
    health.pending = m_appended - m_written;
    health.lost = m_lost;
    health.lastError = m_journalError.empty() ? m_databaseError : m_journalError;
    health.writable = health.lastError.empty();
    health.corrupt = m_corrupt;
    return health;
}

void Ledger::Worker::setJournalError(const std::string& why) {
    if (why.empty() && m_journalError.empty())
        return;
    m_journalError = why;
    m_writable = m_journalError.empty() && m_databaseError.empty();
}

void Ledger::Worker::setDatabaseError(const std::string& why) {
    if (why.empty() && m_databaseError.empty())
        return;
    m_databaseError = why;
    m_corrupt = saysCorrupt(why);
    m_writable = m_journalError.empty() && m_databaseError.empty();
}

/// Who refuses requests while the ledger fails gets no records to find out that it works again; and nobody
/// should have to send the one that finds the disk full.
void Ledger::Worker::probe() {
    bool journalFails = false;
    bool databaseFails = false;
    bool idle = false;
    const std::int64_t now = m_clock.monotonicNs();
    {
        const std::scoped_lock lock(m_mutex);
        journalFails = !m_journalError.empty();
        databaseFails = !m_databaseError.empty();
        const bool due =
            now - m_lastProbeNs >= (journalFails || databaseFails ? kProbeFailingEveryNs : kProbeIdleEveryNs);
        if (!due)
            return;
        idle = m_appended == m_appendedAtProbe;
        m_appendedAtProbe = m_appended;
        m_lastProbeNs = now;
    }
    if (journalFails || idle) {
        const std::string error = m_journal.probe();
        const std::scoped_lock lock(m_mutex);
        setJournalError(error);
    }
    // Waiting records try the database themselves.
    if (databaseFails && m_unwritten.empty() && !m_detached) {
        if (const auto done = m_database.probe(m_clock.unixMs()); done)
            wroteOk();
        else
            writeFailed(done.error());
    }
}

void Ledger::Worker::tellTrouble() {
    const LedgerHealth now = health();
    const std::int64_t ns = m_clock.monotonicNs();
    if (now.lost > m_toldLost && (m_toldLost == 0 || now.writable || ns - m_toldLostNs >= kTellLostEveryNs)) {
        qCritical("the ledger has lost %lld records for good: it could not be written and memory for them is "
                  "used up",
                  static_cast<long long>(now.lost));
        m_toldLost = now.lost;
        m_toldLostNs = ns;
    }
    if (now.writable != m_toldTrouble)
        return;
    m_toldTrouble = !now.writable;
    if (now.writable)
        qWarning("the ledger is written again; %lld records are waiting, %lld were lost",
                 static_cast<long long>(now.pending), static_cast<long long>(now.lost));
    else
        qCritical("the ledger cannot be written: %s; records are kept in memory", now.lastError.c_str());
}

} // namespace tollgate
