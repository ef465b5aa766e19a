#include "gateway/ledger/live_stats.h"

#include "gateway/ledger/arm_stats.h"
#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/rollup.h"

#include <algorithm>
#include <array>
#include <mutex>

namespace tollgate {

namespace {

constexpr std::size_t kSlots = LiveStats::kSpanMs / LiveStats::kSlotMs + 4;
constexpr std::size_t kMaxCells = 96;    ///< per slot: (project, provider) pairs
constexpr std::size_t kMaxProjects = 48; ///< per slot
constexpr std::size_t kMaxProviders = 64;
constexpr std::size_t kSeconds = 64;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::size_t kMinutes = LiveStats::kUptimeMinutes + 2;
constexpr std::int64_t kRateSeconds = 5;
constexpr std::string_view kOther = "other";

struct Cell {
    std::string project;
    std::string provider;
    Totals totals;
    Histogram latency;
};

struct Timing {
    std::string project;
    Histogram ttft;
    Histogram overhead;
};

struct Slot {
    std::int64_t index = -1;
    std::vector<Cell> cells;
    std::vector<Timing> timings;

    Cell& cell(std::string_view project, std::string_view provider) {
        for (Cell& candidate : cells) {
            if (candidate.project == project && candidate.provider == provider)
                return candidate;
        }
        if (cells.size() >= kMaxCells && (project != kOther || provider != kOther))
            return cell(kOther, kOther);
        cells.push_back({std::string(project), std::string(provider), {}, {}});
        return cells.back();
    }
    Timing& timing(std::string_view project) {
        for (Timing& candidate : timings) {
            if (candidate.project == project)
                return candidate;
        }
        if (timings.size() >= kMaxProjects && project != kOther)
            return timing(kOther);
        timings.push_back({std::string(project), {}, {}});
        return timings.back();
    }
};

struct Second {
    std::int64_t index = -1;
    std::int64_t requests = 0;
    std::int64_t errors = 0;
    Histogram latency;
};

struct ProviderMinute {
    std::int64_t attempts = 0;
    std::int64_t failures = 0;
    Histogram latency;
};

struct Minute {
    std::int64_t index = -1;
    std::map<std::string, ProviderMinute, std::less<>> providers;
};

/// The ring's place for `index`, emptied first when it held something older; null when it holds something
/// newer.
template <typename T, std::size_t N>
T* place(std::array<T, N>& ring, std::int64_t index) {
    T& candidate = ring[static_cast<std::size_t>(index) % N];
    if (candidate.index > index)
        return nullptr;
    if (candidate.index < index) {
        candidate = T{};
        candidate.index = index;
    }
    return &candidate;
}

template <typename T, std::size_t N>
const T* lookUp(const std::array<T, N>& ring, std::int64_t index) {
    if (index < 0)
        return nullptr;
    const T& candidate = ring[static_cast<std::size_t>(index) % N];
    return candidate.index == index ? &candidate : nullptr;
}

} // namespace

Totals& Totals::operator+=(const Totals& other) {
    requests += other.requests;
    errors += other.errors;
    savedByFallback += other.savedByFallback;
    inputTokens += other.inputTokens;
    cacheReadTokens += other.cacheReadTokens;
    cacheWriteTokens += other.cacheWriteTokens;
    outputTokens += other.outputTokens;
    reasoningTokens += other.reasoningTokens;
    unpriced += other.unpriced;
    estimated += other.estimated;
    cost += other.cost;
    return *this;
}

void SpanStats::merge(const SpanStats& other) {
    totals += other.totals;
    latency.merge(other.latency);
    ttft.merge(other.ttft);
    overhead.merge(other.overhead);
    for (const auto& [provider, histogram] : other.latencyByProvider)
        latencyByProvider[provider].merge(histogram);
}

struct LiveStats::State {
    mutable std::mutex mutex;
    std::array<Slot, kSlots> slots;
    std::array<Second, kSeconds> seconds;
    std::array<Minute, kMinutes> minutes;

    void addSlot(const RequestRecord& record) {
        Slot* slot = place(slots, record.atMs / LiveStats::kSlotMs);
        if (!slot)
            return;
        Cell& cell = slot->cell(record.project, record.provider);
        cell.totals += totalsOf(record);
        Timing& timing = slot->timing(record.project);
        timing.overhead.add(record.overheadUs);
        if (!isAnswered(record))
            return;
        cell.latency.add(record.latencyUs);
        if (record.ttftUs >= 0)
            timing.ttft.add(record.ttftUs);
    }

    void addAttempts(const RequestRecord& record) {
        for (const AttemptRecord& attempt : record.attempts) {
            if (attempt.provider.empty() || attempt.outcome == "client_gone")
                continue;
            Minute* minute = place(minutes, (record.atMs + attempt.offsetUs / 1000) / kMinuteMs);
            if (!minute)
                continue;
            auto provider = minute->providers.find(attempt.provider);
            if (provider == minute->providers.end()) {
                if (minute->providers.size() >= kMaxProviders)
                    continue;
                provider = minute->providers.emplace(attempt.provider, ProviderMinute{}).first;
            }
            provider->second.attempts += 1;
            if (isProviderFailure(attempt))
                provider->second.failures += 1;
            else if (attempt.outcome == "ok")
                provider->second.latency.add(attempt.durationUs);
        }
    }

    void addSecond(const RequestRecord& record, std::int64_t nowMs) {
        Second* second = place(seconds, nowMs / 1000);
        if (!second)
            return;
        second->requests += 1;
        second->errors += isFailed(record) ? 1 : 0;
        if (isAnswered(record))
            second->latency.add(record.latencyUs);
    }
};

LiveStats::LiveStats(const Clock& clock)
    : m_state(std::make_unique<State>())
    , m_arms(std::make_unique<ArmStats>())
    , m_clock(clock) {}

LiveStats::~LiveStats() = default;

void LiveStats::record(const RequestRecord& record) {
    if (isMirror(record))
        return;
    m_arms->record(record);
    const std::int64_t now = m_clock.unixMs();
    restore(record);
    const std::scoped_lock lock(m_state->mutex);
    m_state->addSecond(record, now);
}

void LiveStats::restore(const RequestRecord& record) {
    if (isMirror(record))
        return;
    const std::int64_t now = m_clock.unixMs();
    // A time from a broken clock must not push the real past out of the rings.
    if (record.atMs < 0 || record.atMs > now + kMinuteMs || record.atMs < now - kSpanMs - kMinuteMs)
        return;
    const std::scoped_lock lock(m_state->mutex);
    m_state->addSlot(record);
    m_state->addAttempts(record);
}

void LiveStats::correct(std::int64_t atMs, std::string_view project, std::string_view provider,
                        const Totals& delta) {
    const std::scoped_lock lock(m_state->mutex);
    const std::int64_t index = atMs / kSlotMs;
    Slot& slot = m_state->slots[static_cast<std::size_t>(index) % kSlots];
    if (atMs >= 0 && slot.index == index)
        slot.cell(project, provider).totals += delta;
}

LiveStats::Active::Active(LiveStats* stats)
    : m_stats(stats) {
    m_stats->m_active.fetch_add(1, std::memory_order_relaxed);
}

LiveStats::Active::Active(Active&& other) noexcept
    : m_stats(std::exchange(other.m_stats, nullptr)) {}

LiveStats::Active& LiveStats::Active::operator=(Active&& other) noexcept {
    if (this != &other) {
        release();
        m_stats = std::exchange(other.m_stats, nullptr);
    }
    return *this;
}

LiveStats::Active::~Active() {
    release();
}

void LiveStats::Active::release() {
    if (m_stats)
        m_stats->m_active.fetch_sub(1, std::memory_order_relaxed);
    m_stats = nullptr;
}

std::vector<SpanStats> LiveStats::buckets(std::int64_t fromMs, std::int64_t bucketMs, int count,
                                          std::string_view project) const {
    std::vector<SpanStats> result(static_cast<std::size_t>(std::max(count, 0)));
    const std::int64_t first = floorDiv(fromMs, kSlotMs);
    const std::int64_t perBucket = std::max<std::int64_t>(bucketMs / kSlotMs, 1);
    const std::scoped_lock lock(m_state->mutex);
    for (std::size_t at = 0; at < result.size(); ++at) {
        SpanStats& bucket = result[at];
        for (std::int64_t step = 0; step < perBucket; ++step) {
            const Slot* slot =
                lookUp(m_state->slots, first + static_cast<std::int64_t>(at) * perBucket + step);
            if (!slot)
                continue;
            for (const Cell& cell : slot->cells) {
                if (!project.empty() && cell.project != project)
                    continue;
                bucket.totals += cell.totals;
                bucket.latency.merge(cell.latency);
                if (!cell.provider.empty() && !cell.latency.empty())
                    bucket.latencyByProvider[cell.provider].merge(cell.latency);
            }
            for (const Timing& timing : slot->timings) {
                if (!project.empty() && timing.project != project)
                    continue;
                bucket.ttft.merge(timing.ttft);
                bucket.overhead.merge(timing.overhead);
            }
        }
    }
    return result;
}

std::vector<ProviderLive> LiveStats::providers() const {
    std::map<std::string, ProviderLive, std::less<>> found;
    std::map<std::string, Histogram, std::less<>> latencies;
    const std::int64_t last = m_clock.unixMs() / kMinuteMs;
    const std::scoped_lock lock(m_state->mutex);
    for (int at = 0; at < kUptimeMinutes; ++at) {
        const Minute* minute = lookUp(m_state->minutes, last - kUptimeMinutes + 1 + at);
        if (!minute)
            continue;
        for (const auto& [name, counts] : minute->providers) {
            ProviderLive& provider = found[name];
            if (provider.uptime.empty()) {
                provider.name = name;
                provider.uptime.resize(kUptimeMinutes);
            }
            provider.attempts += counts.attempts;
            provider.failures += counts.failures;
            provider.uptime[static_cast<std::size_t>(at)] =
                1.0 - static_cast<double>(counts.failures) / static_cast<double>(counts.attempts);
            latencies[name].merge(counts.latency);
        }
    }
    std::vector<ProviderLive> result;
    result.reserve(found.size());
    for (auto& [name, provider] : found) {
        provider.p95Us = latencies[name].percentile(0.95);
        result.push_back(std::move(provider));
    }
    return result;
}

boost::json::object LiveStats::tick() const {
    const std::int64_t now = m_clock.unixMs();
    const std::int64_t thisSecond = now / 1000;
    std::int64_t requests = 0;
    std::int64_t errors = 0;
    Histogram latency;
    {
        const std::scoped_lock lock(m_state->mutex);
        for (std::int64_t back = 0; back < 60; ++back) {
            const Second* second = lookUp(m_state->seconds, thisSecond - back);
            if (!second)
                continue;
            latency.merge(second->latency);
            // The second that is still running would count as a slow one.
            if (back >= 1 && back <= kRateSeconds) {
                requests += second->requests;
                errors += second->errors;
            }
        }
    }
    boost::json::object tick;
    tick["at"] = now;
    tick["requests_per_second"] = static_cast<double>(requests) / static_cast<double>(kRateSeconds);
    tick["active"] = activeCount();
    tick["errors_per_second"] = static_cast<double>(errors) / static_cast<double>(kRateSeconds);
    const auto p95 = latency.percentile(0.95);
    tick["p95_ms"] = p95 ? boost::json::value(static_cast<double>(*p95) / 1000.0) : boost::json::value();
    return tick;
}

} // namespace tollgate
