// What runs in the ledger's thread: batches, live rows, housekeeping.
#include "gateway/ledger/ledger_worker.h"
#include "gateway/ledger/row_json.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

constexpr std::int64_t kNsPerMs = 1'000'000;
constexpr std::int64_t kPublishEveryNs = 100 * kNsPerMs;
constexpr std::int64_t kRetryAfterNs = 1'000 * kNsPerMs;
constexpr std::int64_t kHousekeepEveryNs = 60'000 * kNsPerMs;
constexpr std::int64_t kSizeEveryNs = 1'000 * kNsPerMs;
constexpr std::size_t kMaxRowsPerEvent = 100;
constexpr std::size_t kObservedAtOnce = 64; // they are still in the caches when the next one looks at them
constexpr std::int64_t kMaxRestoredRows = 300'000;

} // namespace

void Ledger::Worker::run(std::promise<tl::expected<void, std::string>> started) {
    if (auto opened = openDatabase(); !opened) {
        started.set_value(tl::unexpected(opened.error()));
        return;
    }
    m_lastProbeNs = m_lastHousekeepingNs = m_clock.monotonicNs();
    started.set_value({});
    restoreLive();

    bool stopping = false;
    while (!stopping) {
        waitForWork();
        bool flushing = false;
        {
            const std::scoped_lock lock(m_mutex);
            stopping = m_stopping;
            flushing = std::exchange(m_flushRequested, false);
        }
        changeDatabase();
        work(stopping, flushing);
    }
    dropReratings();
    dropSweeps();
    if (m_detached)
        return;
    m_journal.sweep(true);
    trimJournal();
    if (!m_removedSegments.empty() && m_database.begin() && !m_database.commit({}, m_removedSegments))
        m_database.rollback();
    m_database.close();
}

void Ledger::Worker::work(bool stopping, bool flushing) {
    if (stopping)
        m_retryAtNs = 0;
    takeQueue();
    publishRows(stopping || flushing);
    if (!m_detached) {
        // What arrives meanwhile waits for a batch of its own, else every commit would carry but a few rows.
        const auto full = static_cast<std::size_t>(m_options.batchRows);
        for (bool go = !m_unwritten.empty(); go && writeBatch();
             go = !m_unwritten.empty() && (stopping || flushing || m_unwritten.size() >= full))
            takeQueue();
        if (m_unwritten.empty())
            replaySpilled();
        stepRerating();
        stepSweep();
        housekeep();
    } else {
        dropReratings();
        dropSweeps();
    }
    probe();
    tellTrouble();
}

void Ledger::Worker::waitForWork() {
    const auto pause = std::chrono::milliseconds(m_options.batchMs);
    std::unique_lock lock(m_mutex);
    const auto urgent = [this] {
        return m_stopping || m_flushRequested || m_detach || m_attach || !m_jobs.empty() ||
               !m_sweeps.empty() || m_queue.size() >= static_cast<std::size_t>(m_options.batchRows);
    };
    const bool waiting = !m_unwritten.empty() || !m_rowsToPublish.empty();
    if (m_queue.empty() && !waiting)
        m_wake.wait_for(lock, std::chrono::seconds(1), [&] { return !m_queue.empty() || urgent(); });
    // Let a batch gather: one transaction costs the same for one row as for a hundred.
    if (!m_queue.empty() || waiting)
        m_wake.wait_for(lock, pause, [&] { return urgent() && m_retryAtNs == 0; });
}

void Ledger::Worker::takeQueue() {
    std::vector<ItemPtr> taken;
    {
        const std::scoped_lock lock(m_mutex);
        taken.swap(m_queue);
    }
    const SnapshotPtr config = m_config ? m_config->load() : nullptr;
    const bool heard = m_events && m_events->heard();
    std::array<const RequestRecord*, kObservedAtOnce> seen{};
    for (std::size_t begin = 0; begin < taken.size(); begin += seen.size()) {
        const std::size_t count = std::min(seen.size(), taken.size() - begin);
        for (std::size_t i = 0; i < count; ++i) {
            seen[i] = &taken[begin + i]->record;
            if (m_live)
                m_live->record(*seen[i]);
        }
        for (RecordObserver* observer : m_observers)
            observer->recorded({seen.data(), count});
    }
    for (ItemPtr& item : taken) {
        if (heard && m_rowsToPublish.size() < kMaxRowsPerEvent)
            m_rowsToPublish.push_back(rowJson(item->record, config.get()));
        else if (heard)
            ++m_rowsSkipped;
        m_unwritten.push_back(std::move(item));
    }
}

void Ledger::Worker::publishRows(bool now) {
    if (m_rowsToPublish.empty())
        return;
    const std::int64_t clock = m_clock.monotonicNs();
    if (!now && m_lastPublishNs != 0 && clock - m_lastPublishNs < kPublishEveryNs)
        return;
    m_lastPublishNs = clock;
    boost::json::object event;
    event["rows"] = std::exchange(m_rowsToPublish, {});
    event["skipped"] = std::exchange(m_rowsSkipped, 0);
    m_events->publish("request", std::move(event));
}

bool Ledger::Worker::writeBatch() {
    if (m_clock.monotonicNs() < m_retryAtNs)
        return false;
    const auto count = std::min(m_unwritten.size(), static_cast<std::size_t>(m_options.batchRows));
    if (auto done = writeItems(count); !done) {
        m_database.rollback();
        writeFailed(done.error());
        return false;
    }
    std::int64_t bytes = 0;
    for (std::size_t at = 0; at < count; ++at) {
        const Item& item = *m_unwritten[at];
        bytes += item.bytes;
        if (item.segment)
            m_journal.committed(item.segment, item.end);
    }
    m_unwritten.erase(m_unwritten.begin(), m_unwritten.begin() + static_cast<std::ptrdiff_t>(count));
    {
        const std::scoped_lock lock(m_mutex);
        m_written += static_cast<std::int64_t>(count);
        m_pendingBytes -= bytes;
    }
    wroteOk();
    return true;
}

LedgerDatabase::Result<> Ledger::Worker::writeItems(std::size_t count) {
    if (auto begun = m_database.begin(); !begun)
        return begun;
    std::unordered_map<std::string, Journal::Position> positions;
    for (std::size_t at = 0; at < count; ++at) {
        const Item& item = *m_unwritten[at];
        auto inserted = m_database.insert(item.record, item.detail);
        if (!inserted)
            return tl::unexpected(std::move(inserted.error()));
        if (item.segment) {
            Journal::Position position = Journal::position(item.segment, item.end);
            const std::string name = position.segment;
            positions.insert_or_assign(name, std::move(position));
        }
    }
    std::vector<Journal::Position> list;
    list.reserve(positions.size());
    for (auto& [name, position] : positions)
        list.push_back(std::move(position));
    if (auto done = m_database.commit(list, m_removedSegments); !done)
        return done;
    m_removedSegments.clear();
    return {};
}

void Ledger::Worker::wroteOk() {
    m_rows = m_database.rows();
    m_retryAtNs = 0;
    const std::int64_t now = m_clock.monotonicNs();
    if (m_lastSizeNs == 0 || now - m_lastSizeNs >= kSizeEveryNs) {
        m_lastSizeNs = now;
        m_databaseBytes = m_database.fileBytes().value_or(m_databaseBytes.load());
    }
    {
        const std::scoped_lock lock(m_mutex);
        setDatabaseError({});
    }
    m_settled.notify_all();
}

void Ledger::Worker::writeFailed(const std::string& why) {
    m_retryAtNs = m_clock.monotonicNs() + kRetryAfterNs;
    const std::scoped_lock lock(m_mutex);
    setDatabaseError(why.empty() ? "the database refused a write" : why);
}

void Ledger::Worker::restoreLive() {
    if (!m_live)
        return;
    const auto done = m_database.readSince(m_clock.unixMs() - LiveStats::kSpanMs, kMaxRestoredRows,
                                           [this](const RequestRecord& record) { m_live->restore(record); });
    if (!done)
        writeFailed(done.error());
}

void Ledger::Worker::housekeep() {
    const std::int64_t now = m_clock.monotonicNs();
    if (now - m_lastHousekeepingNs < kHousekeepEveryNs)
        return;
    m_lastHousekeepingNs = now;
    m_journal.sweep(false);
    trimJournal();
    sweepRetention();
}

} // namespace tollgate
