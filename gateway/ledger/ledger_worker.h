#pragma once
// The ledger's thread and the queue in front of it.

#include "gateway/ledger/journal.h"
#include "gateway/ledger/ledger.h"
#include "gateway/ledger/ledger_database.h"
#include "gateway/ledger/rerating.h"

#include <boost/json/array.hpp>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

namespace tollgate {

class Ledger::Worker {
public:
    Worker(LedgerOptions options, const Clock& clock, LiveStats* live, EventSink* events,
           const SnapshotCell* config);
    ~Worker();

    void addObserver(RecordObserver& observer) { m_observers.push_back(&observer); }
    tl::expected<void, std::string> start(bool refill);
    void detach();
    tl::expected<void, std::string> attach(bool refill);
    void stop();
    void append(RequestRecord&& record);
    bool flush(int timeoutMs);
    LedgerHealth health() const;
    bool writable() const { return m_writable.load(std::memory_order_relaxed); }
    Money spentToday() const;
    void setRetention(int days, int maxDatabaseMb);
    void rerate(RerateQuery query, SnapshotPtr config, std::function<void(RerateResult)> done);
    void applyRetention(WorkPtr work, std::function<void(RetentionResult)> done);

private:
    struct Item {
        RequestRecord record;
        std::string detail;
        Journal::SegmentPtr segment; ///< null: the journal could not take it
        std::int64_t end = 0;
        std::int64_t bytes = 0; ///< of memory, about
    };
    using ItemPtr = std::unique_ptr<Item>;

    // Ledger thread.
    void run(std::promise<tl::expected<void, std::string>> started);
    void work(bool stopping, bool flushing);
    tl::expected<void, std::string> openDatabase();
    void changeDatabase();
    tl::expected<void, std::string> recallPositions();
    void replayLeftovers();
    void trimJournal();
    struct Replay {
        const Journal::Position* position = nullptr; ///< of which file to remember how far it was read
        bool restoreLive = false;
        bool counted = false; ///< the sums hold them already, only rows are missing
    };
    bool replayFile(const std::string& path, Journal::Range range, const Replay& how);
    void restoreLive();
    void takeQueue();
    bool writeBatch();
    LedgerDatabase::Result<> writeItems(std::size_t count);
    void replaySpilled();
    void housekeep();
    void sweepRetention();
    std::int64_t retentionLimit();
    LedgerDatabase::Result<> deleteOldHours();
    void stepSweep();
    void endSweep();
    void dropSweeps();
    void publishRows(bool now);
    void wroteOk();
    void writeFailed(const std::string& why);
    void waitForWork();
    void stepRerating();
    void endRerating(RerateResult result);
    void correct(const std::vector<Rerating::Correction>& corrections);
    void dropReratings();
    void probe();
    void tellTrouble();

    // m_mutex is held.
    void setJournalError(const std::string& why);
    void setDatabaseError(const std::string& why);

    void chargeToday(const RequestRecord& record);

    const LedgerOptions m_options;
    const Clock& m_clock;
    LiveStats* const m_live;
    EventSink* const m_events;
    const SnapshotCell* const m_config;
    std::vector<RecordObserver*> m_observers;
    Journal m_journal;
    std::thread m_thread;

    mutable std::mutex m_mutex; ///< of everything down to the blank line
    std::condition_variable m_wake;
    std::condition_variable m_settled;
    std::vector<ItemPtr> m_queue;
    bool m_stopping = false;
    bool m_flushRequested = false;
    std::optional<std::promise<void>> m_detach;
    std::optional<std::promise<tl::expected<void, std::string>>> m_attach;
    std::int64_t m_appended = 0;
    std::int64_t m_written = 0; ///< of those appended, in order or replayed
    std::int64_t m_lost = 0;
    std::int64_t m_spilled = 0;
    std::int64_t m_pendingBytes = 0;
    std::int64_t m_spentDay = 0;
    Money m_spent;
    std::string m_journalError;
    std::string m_databaseError;
    bool m_corrupt = false;

    std::atomic<bool> m_writable{true}; ///< both errors are empty
    std::atomic<std::int64_t> m_rows{0};
    std::atomic<std::int64_t> m_databaseBytes{0};
    std::atomic<int> m_retentionDays;
    std::atomic<int> m_maxDatabaseMb;

    struct Job {
        Rerating rerating;
        std::function<void(RerateResult)> done;
        bool begun = false;
    };
    std::deque<Job> m_jobs; ///< of m_mutex; only the ledger thread takes the first one away

    struct Sweep {
        WorkPtr work;
        std::function<void(RetentionResult)> done;
        RetentionResult result;
        bool begun = false;
    };
    std::deque<Sweep> m_sweeps; ///< as m_jobs

    // Ledger thread only.
    LedgerDatabase m_database;
    bool m_detached = false;
    bool m_refill = false;
    std::deque<ItemPtr> m_unwritten;
    std::vector<std::string> m_removedSegments;
    std::vector<std::string> m_unreadLeftovers;
    std::unordered_map<std::string, std::int64_t> m_leftoverOffsets;
    boost::json::array m_rowsToPublish;
    std::int64_t m_rowsSkipped = 0;
    std::int64_t m_lastPublishNs = 0;
    std::int64_t m_lastHousekeepingNs = 0;
    std::int64_t m_lastSizeNs = 0;
    std::int64_t m_retryAtNs = 0;
    std::int64_t m_lastProbeNs = 0;
    std::int64_t m_appendedAtProbe = 0;
    bool m_toldTrouble = false;
    std::int64_t m_toldLost = 0;
    std::int64_t m_toldLostNs = 0;
};

} // namespace tollgate
