// Retention: a little once a minute, or all of it when somebody asks.
#include "gateway/ledger/ledger_worker.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr int kDeleteChunk = 500;
constexpr int kDeleteChunksPerSweep = 40;
/// Hourly sums answer questions about at least this long, whatever is kept of single requests.
constexpr int kMinHourlyDays = 35;

} // namespace

void Ledger::applyRetention(WorkPtr work, std::function<void(RetentionResult)> done) {
    m_worker->applyRetention(std::move(work), std::move(done));
}

void Ledger::Worker::applyRetention(WorkPtr work, std::function<void(RetentionResult)> done) {
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_stopping && m_thread.joinable()) {
            m_sweeps.push_back({std::move(work), std::move(done), {}, false});
            done = {};
        }
    }
    m_wake.notify_all();
    if (done) {
        RetentionResult result;
        result.error = "the ledger is not running";
        done(std::move(result));
    }
}

/// Before when requests go now; 0: none does.
std::int64_t Ledger::Worker::retentionLimit() {
    const std::int64_t now = m_clock.unixMs();
    const std::int64_t megabytes = m_maxDatabaseMb;
    const auto used = m_database.usedBytes();
    if (megabytes > 0 && used && *used > megabytes << 20)
        return now;
    const int days = m_retentionDays;
    return days > 0 ? now - days * kMsPerDay : 0;
}

/// One chunk.
void Ledger::Worker::stepSweep() {
    Sweep* sweep = nullptr;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_sweeps.empty())
            return;
        sweep = &m_sweeps.front(); // stays where it is: others only add behind it
    }
    RetentionResult& result = sweep->result;
    if (!std::exchange(sweep->begun, true)) {
        const int days = m_retentionDays;
        result.beforeMs = days > 0 ? m_clock.unixMs() - days * kMsPerDay : 0;
        result.bytesBefore = m_database.usedBytes().value_or(0);
        sweep->work->total = m_database.countBefore(result.beforeMs).value_or(0);
    }
    if (sweep->work->cancelled) {
        result.cancelled = true;
        return endSweep();
    }
    const auto deleted = m_database.deleteOldest(retentionLimit(), kDeleteChunk);
    if (!deleted) {
        result.error = deleted.error().empty() ? "the database refused it" : deleted.error();
        return endSweep();
    }
    result.removed += *deleted;
    sweep->work->done = result.removed;
    m_rows = m_database.rows();
    if (*deleted > 0)
        return;
    if (auto hours = deleteOldHours(); !hours)
        result.error = hours.error();
    m_database.checkpoint();
    endSweep();
}

void Ledger::Worker::endSweep() {
    Sweep ended;
    {
        const std::scoped_lock lock(m_mutex);
        ended = std::move(m_sweeps.front());
        m_sweeps.pop_front();
    }
    ended.result.bytesAfter = m_database.usedBytes().value_or(0);
    ended.done(std::move(ended.result));
}

void Ledger::Worker::dropSweeps() {
    std::deque<Sweep> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        dropped.swap(m_sweeps);
    }
    for (Sweep& sweep : dropped) {
        sweep.result.error = "the ledger goes offline";
        sweep.done(std::move(sweep.result));
    }
}

LedgerDatabase::Result<> Ledger::Worker::deleteOldHours() {
    const int days = m_retentionDays;
    if (days <= 0)
        return {};
    const std::int64_t keep = std::max(days, kMinHourlyDays);
    return m_database.deleteHoursBefore(m_clock.unixMs() - keep * kMsPerDay);
}

void Ledger::Worker::sweepRetention() {
    for (int chunk = 0; chunk < kDeleteChunksPerSweep; ++chunk) {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_stopping || !m_queue.empty())
                return; // new records first; the rest of the sweep a minute later
        }
        const auto deleted = m_database.deleteOldest(retentionLimit(), kDeleteChunk);
        if (!deleted)
            return writeFailed(deleted.error());
        m_rows = m_database.rows();
        if (*deleted == 0)
            break;
    }
    if (auto done = deleteOldHours(); !done)
        return writeFailed(done.error());
    m_database.checkpoint();
}

} // namespace tollgate
