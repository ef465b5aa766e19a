#pragma once
// What is kept of every request: journal → SQLite → rollups.
//
// append() writes the record to an append-only file before it returns, so a killed process loses no answered
// request; the ledger's own thread moves records into SQLite in batches. Every record's id is its idempotency
// key, so replaying the journal at start counts nothing twice.

#include "gateway/config/snapshot.h"
#include "gateway/ledger/hour_meter.h"
#include "gateway/ledger/live_stats.h"
#include "gateway/ledger/rerate.h"
#include "gateway/ledger/retention_run.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/event_sink.h"
#include "gateway/wire/money.h"
#include "gateway/wire/record_observer.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace tollgate {

struct LedgerHealth {
    bool writable = true;     ///< both journal and database took the last write
    std::int64_t pending = 0; ///< appended, not yet in SQLite: the lag
    std::int64_t lost = 0;    ///< neither journal nor memory could hold them
    std::int64_t rows = 0;    ///< requests in the database
    std::int64_t databaseBytes = 0;
    std::string lastError; ///< of the last failed write; empty while writable
    bool corrupt = false;  ///< the database contradicts itself: it has to be replaced
};

struct LedgerOptions {
    std::string databasePath;
    std::string journalDirectory;
    std::int64_t segmentBytes = 16 << 20;
    std::int64_t segmentMaxAgeMs = kMsPerHour;
    int batchRows = 1000;
    int batchMs = 50;
    int busyTimeoutMs = 2000; ///< how long one write waits for another program's
    // Beyond either a record waits in the journal only, and is lost when the journal cannot take it.
    std::int64_t maxPendingInMemory = 100'000;
    std::int64_t maxPendingBytes = 256 << 20;
    // What is in the database stays in the journal as well for at most so much and so long (and never longer
    // than the database keeps it), so that a lost database can be filled again.
    std::int64_t keepJournalBytes = 256 << 20;
    int keepJournalDays = 7;
    int retentionDays = 90;
    int maxDatabaseMb = 2048;
};

class Ledger {
public:
    /// `live`, `events` and `config` (names of keys in live rows) may be null; all must outlive the ledger.
    Ledger(LedgerOptions options, const Clock& clock, LiveStats* live, EventSink* events,
           const SnapshotCell* config = nullptr);
    ~Ledger(); ///< stops

    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;

    /// Shows it every record that is appended from now on. Before start(); it must outlive the ledger.
    void addObserver(RecordObserver& observer);

    /// Opens the database (already migrated), replays what the journal still holds, starts the thread,
    /// refills the live statistics. Returns when the journal is replayed; the error is for people. Control
    /// thread. `refill`: rows may be missing although their sums are there, so look for them in all of the
    /// journal.
    tl::expected<void, std::string> start(bool refill = false);
    /// Lets go of the database file, so that it can be replaced; records wait meanwhile. Then attach() goes
    /// on with what stands there, filled from the journal. Control thread, between start() and stop().
    void detach();
    tl::expected<void, std::string> attach(bool refill);
    /// Writes everything out and ends the thread. Records appended afterwards stay in the journal.
    /// Idempotent.
    void stop();

    /// Any thread, once started; never waits for the database. When it returns, the record is in the journal
    /// (or health() says why not).
    void append(RequestRecord&& record);
    /// Waits until all that was appended before is in SQLite; false when that did not happen within the time.
    bool flush(int timeoutMs = 10'000);

    /// Prices history again, in the ledger's thread and beside its other work; calls back from there, once.
    /// Budgets are the caller's to bring up to date. Any thread.
    void rerate(RerateQuery query, SnapshotPtr config, std::function<void(RerateResult)> done);

    /// Removes at once what retention would in the next sweeps, chunk by chunk beside the thread's other
    /// work, until it is done or cancelled; calls back from the ledger's thread, once. Any thread.
    void applyRetention(WorkPtr work, std::function<void(RetentionResult)> done);

    /// Any thread.
    LedgerHealth health() const;
    /// health().writable without its price: one atomic read. Failures are found by the next record or within
    /// five seconds, recovery within one.
    bool writable() const;
    /// Everything spent since midnight UTC, this instant included. Any thread.
    Money spentToday() const;
    /// Shares of targets that are paid by the hour. Any thread.
    HourMeter& hours() { return m_hours; }
    /// Takes effect at the next sweep (once a minute). Any thread.
    void setRetention(int days, int maxDatabaseMb);

private:
    class Worker;
    HourMeter m_hours;
    std::unique_ptr<Worker> m_worker;
};

} // namespace tollgate
