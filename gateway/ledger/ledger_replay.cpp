// From the journal into the database: at start, after memory was full, and into a database that replaces a
// lost one.
#include "gateway/ledger/ledger_worker.h"
#include "gateway/ledger/record_json.h"

#include <algorithm>
#include <limits>

namespace tollgate {

namespace {

constexpr std::size_t kReplayBatch = 1000;

} // namespace

tl::expected<void, std::string> Ledger::Worker::openDatabase() {
    if (auto opened = m_database.open(); !opened)
        return tl::unexpected("cannot open the ledger: " + opened.error());
    m_unreadLeftovers = m_journal.files();
    m_leftoverOffsets.clear();
    m_removedSegments.clear();
    if (auto recalled = recallPositions(); !recalled) {
        m_database.close();
        return tl::unexpected("cannot read the ledger: " + recalled.error());
    }
    replayLeftovers();
    trimJournal();
    m_rows = m_database.rows();
    m_databaseBytes = m_database.fileBytes().value_or(0);
    const std::int64_t today = floorDiv(m_clock.unixMs(), kMsPerDay);
    const Money spent = m_database.spentOnDay(today).value_or(Money{});
    const std::scoped_lock lock(m_mutex);
    // Of a database that was replaced under way, memory knows more.
    m_spent = m_spentDay == today ? std::max(m_spent, spent) : spent;
    m_spentDay = today;
    return {};
}

/// Does what detach() and attach() wait for.
void Ledger::Worker::changeDatabase() {
    std::optional<std::promise<void>> detach;
    std::optional<std::promise<tl::expected<void, std::string>>> attach;
    {
        const std::scoped_lock lock(m_mutex);
        detach = std::exchange(m_detach, std::nullopt);
        attach = std::exchange(m_attach, std::nullopt);
    }
    if (detach) {
        m_database.close();
        m_detached = true;
        detach->set_value();
    }
    if (attach) {
        m_retryAtNs = 0;
        auto opened = openDatabase();
        m_detached = !opened;
        if (opened)
            wroteOk();
        attach->set_value(std::move(opened));
    }
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
        const std::string path = m_journal.pathOf(name);
        Replay missing;
        missing.counted = true;
        if (m_refill && begin > 0 && !replayFile(path, {0, begin}, missing))
            return false;
        const Journal::Position position{name, 0};
        Replay rest;
        rest.position = &position;
        if (!replayFile(path, {begin, std::numeric_limits<std::int64_t>::max()}, rest))
            return false;
        m_journal.drained(name);
        return true;
    });
    m_refill = m_refill && !m_unreadLeftovers.empty();
}

void Ledger::Worker::trimJournal() {
    int days = m_options.keepJournalDays;
    if (const int database = m_retentionDays; database > 0)
        days = std::min(days, database);
    const auto removed = m_journal.trim(m_options.keepJournalBytes, days * kMsPerDay);
    m_removedSegments.insert(m_removedSegments.end(), removed.begin(), removed.end());
}

bool Ledger::Worker::replayFile(const std::string& path, Journal::Range range, const Replay& how) {
    struct Line {
        RequestRecord record;
        std::int64_t end;
    };
    std::vector<Line> batch;
    const auto write = [&]() -> LedgerDatabase::Result<> {
        if (auto begun = m_database.begin(); !begun)
            return begun;
        std::vector<const RequestRecord*> fresh;
        for (Line& line : batch) {
            const auto inserted = m_database.insert(line.record, detailJson(line.record), how.counted);
            if (!inserted)
                return tl::unexpected(inserted.error());
            if (*inserted)
                fresh.push_back(&line.record);
        }
        std::vector<Journal::Position> positions;
        if (how.position != nullptr)
            positions.push_back({how.position->segment, batch.back().end});
        if (auto done = m_database.commit(positions); !done)
            return done;
        if (!how.restoreLive)
            return {};
        if (m_live) {
            for (const RequestRecord* record : fresh)
                m_live->restore(*record);
        }
        for (RecordObserver* observer : m_observers)
            observer->recorded(fresh);
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
            Replay how;
            how.restoreLive = true;
            if (!replayFile(path, range, how))
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

} // namespace tollgate
