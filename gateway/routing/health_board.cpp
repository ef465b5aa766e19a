#include "gateway/routing/health_board.h"

#include <algorithm>
#include <array>
#include <deque>
#include <vector>

namespace tollgate {

namespace {

constexpr std::size_t kLatencies = 128;
constexpr std::size_t kMinutes = 5;
constexpr double kEwmaWeight = 0.2;
constexpr double kDegradedErrorRate = 0.05;

struct Minute {
    std::int64_t number = -1;
    std::int64_t requests = 0;
    std::int64_t failures = 0;
};

} // namespace

struct HealthBoard::State {
    mutable std::mutex mutex;
    Circuit circuit = Circuit::Closed;
    std::deque<std::int64_t> failureTimes; ///< within the breaker's window
    std::int64_t retryAtMs = 0;
    std::int64_t restUntilMs = 0;
    std::int64_t cooldownMs = 0;
    int probes = 0;
    int successes = 0;
    std::string lastError;
    std::int64_t checkedAtMs = 0;
    bool checkFailed = false;
    std::array<Minute, kMinutes> minutes{};
    std::array<float, kLatencies> latencies{};
    std::size_t latencyCount = 0;
    double ewmaMs = -1;

    void count(std::int64_t nowMs, bool failure) {
        const std::int64_t number = nowMs / 60'000;
        Minute& minute = minutes[static_cast<std::size_t>(number) % kMinutes];
        if (minute.number != number)
            minute = {number, 0, 0};
        ++minute.requests;
        minute.failures += failure ? 1 : 0;
        checkedAtMs = nowMs;
    }

    void latency(double ms) {
        latencies[latencyCount++ % kLatencies] = static_cast<float>(ms);
        ewmaMs = ewmaMs < 0 ? ms : ewmaMs + kEwmaWeight * (ms - ewmaMs);
    }

    double p95() const {
        const std::size_t n = std::min(latencyCount, kLatencies);
        if (n == 0)
            return -1;
        std::vector<float> sorted(latencies.begin(), latencies.begin() + static_cast<std::ptrdiff_t>(n));
        std::ranges::sort(sorted);
        return static_cast<double>(sorted[(n - 1) * 95 / 100]);
    }

    /// An open circuit whose cool-down is over lets probes in. Only an attempt makes it so, because that is
    /// what others are told about; who merely looks asks circuitAt().
    Circuit circuitAt(std::int64_t nowMs) const {
        return circuit == Circuit::Open && nowMs >= retryAtMs ? Circuit::HalfOpen : circuit;
    }
    void mature(std::int64_t nowMs) {
        if (circuit != circuitAt(nowMs)) {
            circuit = Circuit::HalfOpen;
            probes = 0;
            successes = 0;
        }
    }

    void open(std::int64_t nowMs, const Settings::Breaker& rules) {
        const std::int64_t first = rules.cooldownSeconds * 1000LL;
        const std::int64_t longest = rules.maxCooldownSeconds * 1000LL;
        cooldownMs = cooldownMs == 0 ? first : std::min(cooldownMs * 2, std::max(longest, first));
        circuit = Circuit::Open;
        retryAtMs = nowMs + cooldownMs;
        failureTimes.clear();
        probes = 0;
    }

    void close() {
        circuit = Circuit::Closed;
        cooldownMs = 0;
        retryAtMs = 0;
        probes = 0;
        successes = 0;
        failureTimes.clear();
    }
};

HealthBoard::HealthBoard(const Clock& clock)
    : m_clock(clock) {}
HealthBoard::~HealthBoard() = default;

void HealthBoard::setRules(const Settings::Breaker& rules) {
    const std::scoped_lock lock(m_rulesMutex);
    m_rules = rules;
}

void HealthBoard::setChangeHandler(ChangeHandler handler) {
    const std::scoped_lock lock(m_rulesMutex);
    m_onChange = std::move(handler);
}

HealthBoard::StatePtr HealthBoard::find(std::string_view target) const {
    const std::shared_lock lock(m_mapMutex);
    const auto it = m_states.find(target);
    return it == m_states.end() ? nullptr : it->second;
}

HealthBoard::StatePtr HealthBoard::state(std::string_view target) {
    if (StatePtr known = find(target))
        return known;
    const std::int64_t now = m_clock.unixMs();
    const std::unique_lock lock(m_mapMutex);
    if (m_states.size() >= kMaxTargets) {
        // Callers may name any model behind a provider: what has nothing against it can be forgotten.
        std::erase_if(m_states, [now](const auto& entry) {
            const std::scoped_lock stateLock(entry.second->mutex);
            return entry.second->circuit == Circuit::Closed && entry.second->restUntilMs <= now;
        });
    }
    StatePtr& slot = m_states[std::string(target)];
    if (!slot)
        slot = std::make_shared<State>();
    return slot;
}

void HealthBoard::notify(std::string_view target, Circuit circuit) const {
    ChangeHandler handler;
    {
        const std::scoped_lock lock(m_rulesMutex);
        handler = m_onChange;
    }
    if (handler)
        handler(target, circuit);
}

bool HealthBoard::available(std::string_view target) const {
    const StatePtr s = find(target);
    if (!s)
        return true;
    const std::int64_t now = m_clock.unixMs();
    const std::scoped_lock lock(s->mutex);
    const Circuit circuit = s->circuitAt(now);
    return now >= s->restUntilMs &&
           (circuit == Circuit::Closed || (circuit == Circuit::HalfOpen && s->probes == 0));
}

bool HealthBoard::tryAcquire(std::string_view target) {
    const StatePtr held = state(target);
    State& s = *held;
    const std::int64_t now = m_clock.unixMs();
    Circuit before{};
    Circuit after{};
    bool granted = false;
    {
        const std::scoped_lock lock(s.mutex);
        before = s.circuit;
        s.mature(now);
        after = s.circuit;
        if (now >= s.restUntilMs && s.circuit == Circuit::Closed) {
            granted = true;
        } else if (now >= s.restUntilMs && s.circuit == Circuit::HalfOpen && s.probes == 0) {
            s.probes = 1;
            granted = true;
        }
    }
    if (before != after)
        notify(target, after);
    return granted;
}

void HealthBoard::release(std::string_view target) {
    const StatePtr held = state(target);
    State& s = *held;
    const std::scoped_lock lock(s.mutex);
    s.probes = 0;
}

void HealthBoard::succeeded(std::string_view target, double latencyMs) {
    const StatePtr held = state(target);
    State& s = *held;
    const std::int64_t now = m_clock.unixMs();
    int needed = 0;
    {
        const std::scoped_lock lock(m_rulesMutex);
        needed = m_rules.successes;
    }
    bool closed = false;
    {
        const std::scoped_lock lock(s.mutex);
        s.count(now, false);
        s.latency(latencyMs);
        s.checkFailed = false;
        s.probes = 0;
        if (s.circuit == Circuit::HalfOpen && ++s.successes >= needed) {
            s.close();
            closed = true;
        }
    }
    if (closed)
        notify(target, Circuit::Closed);
}

void HealthBoard::failed(std::string_view target, std::string_view error) {
    const StatePtr held = state(target);
    State& s = *held;
    const std::int64_t now = m_clock.unixMs();
    Settings::Breaker rules;
    {
        const std::scoped_lock lock(m_rulesMutex);
        rules = m_rules;
    }
    bool opened = false;
    {
        const std::scoped_lock lock(s.mutex);
        s.count(now, true);
        s.lastError = error;
        // While open, what fails was sent before it opened and says nothing new.
        if (s.circuit == Circuit::HalfOpen) {
            s.open(now, rules);
            opened = true;
        } else if (s.circuit == Circuit::Closed) {
            s.failureTimes.push_back(now);
            while (!s.failureTimes.empty() && s.failureTimes.front() <= now - rules.windowSeconds * 1000LL)
                s.failureTimes.pop_front();
            if (static_cast<int>(s.failureTimes.size()) >= rules.failures) {
                s.open(now, rules);
                opened = true;
            }
        }
    }
    if (opened)
        notify(target, Circuit::Open);
}

void HealthBoard::noted(std::string_view target, std::string_view error) {
    const StatePtr held = state(target);
    State& s = *held;
    const std::scoped_lock lock(s.mutex);
    s.count(m_clock.unixMs(), true);
    s.lastError = error;
    s.probes = 0;
}

void HealthBoard::rest(std::string_view target, std::int64_t untilMs) {
    const StatePtr held = state(target);
    State& s = *held;
    const std::scoped_lock lock(s.mutex);
    s.restUntilMs = std::max(s.restUntilMs, untilMs);
}

void HealthBoard::reset(std::string_view target) {
    const StatePtr held = state(target);
    State& s = *held;
    bool changed = false;
    {
        const std::scoped_lock lock(s.mutex);
        changed = s.circuit != Circuit::Closed;
        s.close();
        s.restUntilMs = 0;
        s.checkFailed = false;
    }
    if (changed)
        notify(target, Circuit::Closed);
}

void HealthBoard::checked(std::string_view target, bool ok, double latencyMs, std::string_view error) {
    if (ok) {
        succeeded(target, latencyMs);
        return;
    }
    const StatePtr held = state(target);
    State& s = *held;
    const std::scoped_lock lock(s.mutex);
    s.checkedAtMs = m_clock.unixMs();
    s.checkFailed = true;
    s.lastError = error;
}

TargetHealth HealthBoard::health(std::string_view target) const {
    TargetHealth result;
    const StatePtr found = find(target);
    if (!found)
        return result;
    const State& s = *found;
    const std::int64_t now = m_clock.unixMs();
    const std::scoped_lock lock(s.mutex);
    result.circuit = s.circuitAt(now);
    if (result.circuit == Circuit::Open)
        result.retryAtMs = s.retryAtMs;
    if (s.restUntilMs > now)
        result.retryAtMs = std::max(result.retryAtMs, s.restUntilMs);
    result.lastError = s.lastError;
    result.checkedAtMs = s.checkedAtMs;
    for (const Minute& minute : s.minutes) {
        if (minute.number > now / 60'000 - static_cast<std::int64_t>(kMinutes)) {
            result.requests += minute.requests;
            result.failures += minute.failures;
        }
    }
    result.ewmaMs = s.ewmaMs;
    result.p95Ms = s.p95();
    result.checkFailed = s.checkFailed;
    return result;
}

TargetHealth HealthBoard::providerHealth(std::string_view provider) const {
    std::vector<std::string> targets;
    {
        const std::shared_lock lock(m_mapMutex);
        for (const auto& [name, unused] : m_states) {
            const std::string_view view(name);
            if (view.starts_with(provider) && view.size() > provider.size() && view[provider.size()] == '/')
                targets.push_back(name);
        }
    }
    const auto severity = [](Circuit c) { return c == Circuit::Open ? 2 : c == Circuit::HalfOpen ? 1 : 0; };
    TargetHealth sum;
    for (const std::string& target : targets) {
        const TargetHealth one = health(target);
        if (severity(one.circuit) > severity(sum.circuit))
            sum.circuit = one.circuit;
        sum.retryAtMs = std::max(sum.retryAtMs, one.retryAtMs);
        if (one.checkedAtMs >= sum.checkedAtMs) {
            sum.checkedAtMs = one.checkedAtMs;
            sum.checkFailed = one.checkFailed;
        }
        if (!one.lastError.empty())
            sum.lastError = one.lastError;
        sum.requests += one.requests;
        sum.failures += one.failures;
        sum.ewmaMs = std::max(sum.ewmaMs, one.ewmaMs);
        sum.p95Ms = std::max(sum.p95Ms, one.p95Ms);
    }
    return sum;
}

std::string_view toString(Circuit circuit) {
    switch (circuit) {
    case Circuit::Closed:
        return "closed";
    case Circuit::Open:
        return "open";
    case Circuit::HalfOpen:
        return "half_open";
    }
    return "closed";
}

std::string_view healthState(const TargetHealth& health, bool enabled) {
    if (!enabled)
        return "disabled";
    if (health.checkedAtMs == 0)
        return "unknown";
    if (health.circuit == Circuit::Open || health.checkFailed)
        return "down";
    const bool errorProne =
        health.requests > 0 &&
        static_cast<double>(health.failures) > kDegradedErrorRate * static_cast<double>(health.requests);
    return health.circuit == Circuit::HalfOpen || errorProne ? "degraded" : "healthy";
}

} // namespace tollgate
