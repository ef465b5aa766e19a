#include "gateway/ledger/ledger.h"

#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/ledger_worker.h"
#include "gateway/ledger/record_json.h"

namespace tollgate {

Ledger::Ledger(LedgerOptions options, const Clock& clock, LiveStats* live, EventSink* events,
               const SnapshotCell* config)
    : m_worker(std::make_unique<Worker>(std::move(options), clock, live, events, config)) {}

Ledger::~Ledger() = default;

void Ledger::addObserver(RecordObserver& observer) {
    m_worker->addObserver(observer);
}
tl::expected<void, std::string> Ledger::start(bool refill) {
    return m_worker->start(refill);
}
void Ledger::detach() {
    m_worker->detach();
}
tl::expected<void, std::string> Ledger::attach(bool refill) {
    return m_worker->attach(refill);
}
void Ledger::stop() {
    m_worker->stop();
}
void Ledger::append(RequestRecord&& record) {
    m_worker->append(std::move(record));
}
bool Ledger::flush(int timeoutMs) {
    return m_worker->flush(timeoutMs);
}
LedgerHealth Ledger::health() const {
    return m_worker->health();
}
bool Ledger::writable() const {
    return m_worker->writable();
}
Money Ledger::spentToday() const {
    return m_worker->spentToday();
}
void Ledger::setRetention(int days, int maxDatabaseMb) {
    m_worker->setRetention(days, maxDatabaseMb);
}

Ledger::Worker::Worker(LedgerOptions options, const Clock& clock, LiveStats* live, EventSink* events,
                       const SnapshotCell* config)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_live(live)
    , m_events(events)
    , m_config(config)
    , m_journal(m_options.journalDirectory, m_options.segmentBytes, m_options.segmentMaxAgeMs, clock)
    , m_retentionDays(m_options.retentionDays)
    , m_maxDatabaseMb(m_options.maxDatabaseMb)
    , m_database(m_options.databasePath, m_options.busyTimeoutMs) {}

Ledger::Worker::~Worker() {
    stop();
}

tl::expected<void, std::string> Ledger::Worker::start(bool refill) {
    if (auto opened = m_journal.open(); !opened)
        return opened;
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = false;
        m_detached = false;
    }
    m_refill = refill;
    std::promise<tl::expected<void, std::string>> started;
    auto outcome = started.get_future();
    m_thread = std::thread(&Worker::run, this, std::move(started));
    auto result = outcome.get();
    if (!result)
        m_thread.join();
    return result;
}

void Ledger::Worker::stop() {
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Ledger::Worker::detach() {
    std::promise<void> done;
    auto when = done.get_future();
    {
        const std::scoped_lock lock(m_mutex);
        m_detach = std::move(done);
    }
    m_wake.notify_one();
    when.wait();
}

tl::expected<void, std::string> Ledger::Worker::attach(bool refill) {
    std::promise<tl::expected<void, std::string>> done;
    auto outcome = done.get_future();
    {
        const std::scoped_lock lock(m_mutex);
        m_refill = refill;
        m_attach = std::move(done);
    }
    m_wake.notify_one();
    return outcome.get();
}

void Ledger::Worker::append(RequestRecord&& record) {
    auto item = std::make_unique<Item>();
    item->detail = detailJson(record);
    const std::string line = journalLine(record, item->detail);
    item->record = std::move(record);
    // The record, its detail and what they are made of: near enough for a bound.
    item->bytes = static_cast<std::int64_t>(2 * line.size() + sizeof(Item));
    bool wake = false;
    m_journal.append(line, [&](const Journal::Written& written) {
        item->segment = written.segment;
        item->end = written.range.end;
        const std::scoped_lock lock(m_mutex);
        setJournalError(written.error);
        ++m_appended;
        chargeToday(item->record);
        // What the ledger thread holds already counts as well: the bound is on memory, not on the queue.
        if (m_appended - m_written - m_spilled > m_options.maxPendingInMemory ||
            m_pendingBytes + item->bytes > m_options.maxPendingBytes) {
            if (written.segment) {
                ++m_spilled;
            } else {
                ++m_lost;
                ++m_written;
            }
            return false;
        }
        m_pendingBytes += item->bytes;
        wake = m_queue.empty();
        m_queue.push_back(std::move(item));
        return true;
    });
    if (wake)
        m_wake.notify_one();
}

void Ledger::Worker::chargeToday(const RequestRecord& record) {
    const std::int64_t day = floorDiv(record.atMs, kMsPerDay);
    if (day < m_spentDay)
        return;
    if (day > m_spentDay) {
        m_spentDay = day;
        m_spent = {};
    }
    if (!isMirror(record))
        m_spent += record.cost.value_or(Money{});
}

bool Ledger::Worker::flush(int timeoutMs) {
    std::unique_lock lock(m_mutex);
    const std::int64_t target = m_appended;
    m_flushRequested = true;
    m_wake.notify_one();
    return m_settled.wait_for(lock, std::chrono::milliseconds(timeoutMs),
                              [&] { return m_written >= target; });
}

Money Ledger::Worker::spentToday() const {
    const std::int64_t today = floorDiv(m_clock.unixMs(), kMsPerDay);
    const std::scoped_lock lock(m_mutex);
    return m_spentDay == today ? m_spent : Money{};
}

void Ledger::Worker::setRetention(int days, int maxDatabaseMb) {
    m_retentionDays = days;
    m_maxDatabaseMb = maxDatabaseMb;
}

} // namespace tollgate
