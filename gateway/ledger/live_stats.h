#pragma once
// The last two hours in memory: what the console shows every second without asking the database. Slots are
// keyed by the time a request arrived, as in the ledger, so that sums over the same span are the same sums.
// Memory is bounded: a fixed number of slots with a bounded number of cells.

#include "gateway/ledger/histogram.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/money.h"
#include "gateway/wire/request_record.h"

#include <boost/json/object.hpp>

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// Sums over requests. `errors`: see isFailed() in ledger_row.h.
struct Totals {
    std::int64_t requests = 0;
    std::int64_t errors = 0;
    std::int64_t savedByFallback = 0; ///< answered by another target after the first one failed
    std::int64_t inputTokens = 0;     ///< cached and written ones included
    std::int64_t cacheReadTokens = 0;
    std::int64_t cacheWriteTokens = 0;
    std::int64_t outputTokens = 0; ///< reasoning included
    std::int64_t reasoningTokens = 0;
    std::int64_t unpriced = 0;
    std::int64_t estimated = 0; ///< rows whose usage or price is an estimate
    Money cost;

    std::int64_t tokens() const { return inputTokens + outputTokens; }
    Totals& operator+=(const Totals& other);
    friend bool operator==(const Totals&, const Totals&) = default;
};

class ArmStats;

/// One span of time: sums, and durations in microseconds of requests that were answered.
struct SpanStats {
    Totals totals;
    Histogram latency;
    Histogram ttft;
    Histogram overhead; ///< of all requests
    std::map<std::string, Histogram, std::less<>> latencyByProvider;

    void merge(const SpanStats& other);
};

struct ProviderLive {
    std::string name;
    std::int64_t attempts = 0; ///< in the span asked for
    std::int64_t failures = 0;
    std::optional<std::int64_t> p95Us; ///< of attempts that were answered
    std::vector<std::optional<double>>
        uptime; ///< per minute, oldest first: share answered; nothing: no attempt
};

class LiveStats {
public:
    static constexpr std::int64_t kSlotMs = 30'000;
    static constexpr std::int64_t kSpanMs = 2 * kMsPerHour;
    static constexpr int kUptimeMinutes = 26;

    explicit LiveStats(const Clock& clock);
    ~LiveStats();

    /// Thread-safe, all below.
    void record(const RequestRecord& record);
    /// Like record(), for rows read back at start: they do not count as happening now.
    void restore(const RequestRecord& record);

    /// Adds to the sums of a request that happened then, if they are still here.
    void correct(std::int64_t atMs, std::string_view project, std::string_view provider, const Totals& delta);

    /// A request in flight; destroying it ends it, however the request ended.
    class Active {
    public:
        Active() = default;
        explicit Active(LiveStats* stats);
        Active(Active&& other) noexcept;
        Active& operator=(Active&& other) noexcept;
        ~Active();

    private:
        void release();
        LiveStats* m_stats = nullptr;
    };
    Active enter() { return Active(this); }
    std::int64_t activeCount() const { return m_active.load(std::memory_order_relaxed); }

    /// Stats of [fromMs, fromMs + count × bucketMs) in `count` buckets; both must be multiples of kSlotMs.
    /// Buckets the memory no longer (or never) covers are empty. An empty project means all.
    std::vector<SpanStats> buckets(std::int64_t fromMs, std::int64_t bucketMs, int count,
                                   std::string_view project = {}) const;
    /// The last kUptimeMinutes minutes of every provider that was tried in them.
    std::vector<ProviderLive> providers() const;
    /// Of the flags that are watched.
    ArmStats& arms() { return *m_arms; }
    /// The live part of a `tick` event: at, requests_per_second, active, errors_per_second, p95_ms.
    boost::json::object tick() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
    std::unique_ptr<ArmStats> m_arms;
    const Clock& m_clock;
    std::atomic<std::int64_t> m_active{0};
};

} // namespace tollgate
