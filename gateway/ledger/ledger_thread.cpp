// What runs in the ledger's thread: replay, batches, live rows, housekeeping.
#include "gateway/ledger/ledger_worker.h"
#include "gateway/ledger/record_json.h"
#include "gateway/ledger/row_json.h"

#include <algorithm>
#include <limits>

namespace tollgate {

namespace {

constexpr std::int64_t kNsPerMs = 1'000'000;
constexpr std::int64_t kPublishEveryNs = 100 * kNsPerMs;
constexpr std::int64_t kRetryAfterNs = 1'000 * kNsPerMs;
constexpr std::int64_t kHousekeepEveryNs = 60'000 * kNsPerMs;
constexpr std::int64_t kSizeEveryNs = 1'000 * kNsPerMs;
constexpr std::size_t kMaxRowsPerEvent = 100;
constexpr std::int64_t kMaxRestoredRows = 300'000;
constexpr std::size_t kReplayBatch = 1000;
/// Hourly sums answer questions about at least this long, whatever is kept of single requests.
constexpr int kMinHourlyDays = 35;
constexpr int kDeleteChunk = 500;
constexpr int kDeleteChunksPerSweep = 40;

} // namespace

void Ledger::Worker::run(std::promise<tl::expected<void, std::string>> started) {
    if (auto opened = m_database.open(); !opened) {
        started.set_value(tl::unexpected("cannot open the ledger: " + opened.error()));
        return;
    }
    m_unreadLeftovers = m_journal.leftovers();
    if (auto recalled = recallPositions(); !recalled) {
        started.set_value(tl::unexpected("cannot read the ledger: " + recalled.error()));
        m_database.close();
        return;
    }
    replayLeftovers();
    m_rows = m_database.rows();
    m_databaseBytes = m_database.fileBytes().value_or(0);
    {
        const std::int64_t today = floorDiv(m_clock.unixMs(), kMsPerDay);
        const Money spent = m_database.spentOnDay(today).value_or(Money{});
        const std::scoped_lock lock(m_mutex);
        m_spent = spent;
        m_spentDay = today;
    }
    m_lastProbeNs = m_clock.monotonicNs();
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
        if (stopping)
            m_retryAtNs = 0;
        takeQueue();
        publishRows(stopping || flushing);
        // What arrives meanwhile waits for a batch of its own, else every commit would carry but a few rows.
        const auto full = static_cast<std::size_t>(m_options.batchRows);
        for (bool go = !m_unwritten.empty(); go && writeBatch();
             go = !m_unwritten.empty() && (stopping || flushing || m_unwritten.size() >= full))
            takeQueue();
        if (m_unwritten.empty())
            replaySpilled();
        housekeep();
        probe();
        tellTrouble();
    }
    m_removedSegments = m_journal.sweep(true);
    if (!m_removedSegments.empty() && m_database.begin() && !m_database.commit({}, m_removedSegments))
        m_database.rollback();
    m_database.close();
}

void Ledger::Worker::waitForWork() {
    const auto pause = std::chrono::milliseconds(m_options.batchMs);
    std::unique_lock lock(m_mutex);
    const auto urgent = [this] {
        return m_stopping || m_flushRequested ||
               m_queue.size() >= static_cast<std::size_t>(m_options.batchRows);
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
    for (ItemPtr& item : taken) {
        if (m_live)
            m_live->record(item->record);
        if (m_events && m_rowsToPublish.size() < kMaxRowsPerEvent)
            m_rowsToPublish.push_back(rowJson(item->record, config.get()));
        else if (m_events)
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

tl::expected<void, std::string> Ledger::Worker::recallPositions() {
    const auto positions = m_database.journalPositions();
    if (!positions)
        return tl::unexpected(positions.error());
    for (const auto& [segment, offset] : *positions) {
        m_journal.avoidName(segment);
        const bool there =
            std::find(m_unreadLeftovers.begin(), m_unreadLeftovers.end(), segment) != m_unreadLeftovers.end();
        if (there)
            m_leftoverOffsets.emplace(segment, offset);
        else
            m_removedSegments.push_back(segment);
    }
    return {};
}

void Ledger::Worker::replayLeftovers() {
    std::erase_if(m_unreadLeftovers, [&](const std::string& name) {
        const std::int64_t begin = m_leftoverOffsets[name];
        const Journal::Position position{name, 0};
        const bool done = replayFile(m_journal.pathOf(name),
                                     {begin, std::numeric_limits<std::int64_t>::max()}, &position, false);
        if (done) {
            m_journal.removeLeftover(name);
            m_removedSegments.push_back(name);
        }
        return done;
    });
}

bool Ledger::Worker::replayFile(const std::string& path, Journal::Range range,
                                const Journal::Position* position, bool restoreLive) {
    struct Line {
        RequestRecord record;
        std::int64_t end;
    };
    std::vector<Line> batch;
    const auto write = [&]() -> LedgerDatabase::Result<> {
        if (auto begun = m_database.begin(); !begun)
            return begun;
        std::vector<RequestRecord*> fresh;
        for (Line& line : batch) {
            const auto inserted = m_database.insert(line.record, detailJson(line.record));
            if (!inserted)
                return tl::unexpected(inserted.error());
            if (*inserted)
                fresh.push_back(&line.record);
        }
        std::vector<Journal::Position> positions;
        if (position)
            positions.push_back({position->segment, batch.back().end});
        if (auto done = m_database.commit(positions); !done)
            return done;
        for (RequestRecord* record : fresh) {
            if (restoreLive && m_live)
                m_live->restore(*record);
        }
        return {};
    };
    bool healthy = true;
    const auto writeAndClear = [&] {
        if (batch.empty())
            return;
        if (const auto done = write(); !done) {
            m_database.rollback();
            writeFailed(done.error());
            healthy = false;
        }
        batch.clear();
    };
    const bool readable = Journal::readLines(path, range, [&](std::string_view line, std::int64_t end) {
        // A line the machine did not finish, or that somebody edited, says nothing.
        if (auto record = recordFromLine(line))
            batch.push_back({std::move(*record), end});
        if (batch.size() >= kReplayBatch)
            writeAndClear();
        return healthy;
    });
    if (healthy)
        writeAndClear();
    return readable && healthy;
}

void Ledger::Worker::replaySpilled() {
    if (m_clock.monotonicNs() < m_retryAtNs)
        return;
    if (!m_unreadLeftovers.empty())
        replayLeftovers();
    for (Journal::Spilled& spilled : m_journal.takeSpilled()) {
        std::int64_t lines = 0;
        while (!spilled.ranges.empty()) {
            const Journal::Range range = spilled.ranges.front();
            const std::string path = m_journal.pathOf(Journal::nameOf(spilled.segment));
            if (!replayFile(path, range, nullptr, true))
                break;
            Journal::readLines(path, range, [&](std::string_view, std::int64_t) {
                ++lines;
                return true;
            });
            m_journal.committed(spilled.segment, range.end);
            spilled.ranges.erase(spilled.ranges.begin());
        }
        {
            const std::scoped_lock lock(m_mutex);
            m_spilled -= lines;
            m_written += lines;
        }
        if (!spilled.ranges.empty()) {
            m_journal.giveBackSpilled(std::move(spilled));
            continue;
        }
        wroteOk();
    }
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
    if (m_lastHousekeepingNs == 0)
        m_lastHousekeepingNs = now;
    if (now - m_lastHousekeepingNs < kHousekeepEveryNs)
        return;
    m_lastHousekeepingNs = now;
    const auto removed = m_journal.sweep(false);
    m_removedSegments.insert(m_removedSegments.end(), removed.begin(), removed.end());
    sweepRetention();
}

void Ledger::Worker::sweepRetention() {
    const int days = m_retentionDays;
    const std::int64_t megabytes = m_maxDatabaseMb;
    const std::int64_t now = m_clock.unixMs();
    for (int chunk = 0; chunk < kDeleteChunksPerSweep; ++chunk) {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_stopping || !m_queue.empty())
                return; // new records first; the rest of the sweep a minute later
        }
        std::int64_t before = days > 0 ? now - days * kMsPerDay : 0;
        const auto used = m_database.usedBytes();
        if (megabytes > 0 && used && *used > megabytes << 20)
            before = now;
        const auto deleted = m_database.deleteOldest(before, kDeleteChunk);
        if (!deleted)
            return writeFailed(deleted.error());
        m_rows = m_database.rows();
        if (*deleted == 0)
            break;
    }
    if (days > 0) {
        const std::int64_t keep = std::max(days, kMinHourlyDays);
        if (auto done = m_database.deleteHoursBefore(now - keep * kMsPerDay); !done)
            return writeFailed(done.error());
    }
    m_database.checkpoint();
}

} // namespace tollgate
