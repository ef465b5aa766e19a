#include "gateway/routing/health_board.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace tollgate {

namespace {

constexpr double kDegradedErrorRate = 0.05;

bool belongsTo(std::string_view target, std::string_view provider) {
    return target.starts_with(provider) && target.size() > provider.size() && target[provider.size()] == '/';
}

/// An attempt that began before the circuit opened says nothing about what came after.
bool speaksFor(const HealthGrant& grant, const TargetState& state) {
    return grant.generation == HealthGrant::kNow || grant.generation == state.generation;
}

} // namespace

HealthBoard::HealthBoard(const Clock& clock)
    : m_clock(clock)
    , m_credentials(clock) {}
HealthBoard::~HealthBoard() = default;

void HealthBoard::setRules(const Settings::Breaker& rules) {
    const std::scoped_lock lock(m_rulesMutex);
    m_rules = rules;
}

Settings::Breaker HealthBoard::rules() const {
    const std::scoped_lock lock(m_rulesMutex);
    return m_rules;
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
            return entry.second->circuit == Circuit::Closed && entry.second->restUntilMs <= now &&
                   entry.second->running == 0;
        });
    }
    StatePtr& slot = m_states[std::string(target)];
    if (!slot)
        slot = std::make_shared<TargetState>(std::string(target));
    return slot;
}

std::vector<HealthBoard::StatePtr> HealthBoard::statesOf(std::string_view provider) const {
    std::vector<StatePtr> states;
    const std::shared_lock lock(m_mapMutex);
    for (const auto& [name, state] : m_states) {
        if (belongsTo(name, provider))
            states.push_back(state);
    }
    return states;
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

TargetGlance HealthBoard::glance(std::string_view target, bool streaming) const {
    TargetGlance seen;
    const StatePtr s = find(target);
    if (!s)
        return seen;
    const std::int64_t now = m_clock.unixMs();
    const std::scoped_lock lock(s->mutex);
    seen.available = s->availableAt(now);
    seen.circuit = s->circuitAt(now);
    if (!seen.available)
        seen.retryAtMs = std::max(seen.circuit == Circuit::Open ? s->retryAtMs : 0, s->restUntilMs);
    seen.score = s->scoreAt(now);
    seen.latencyMs = s->fadedMs(now, streaming);
    seen.running = s->running;
    return seen;
}

HealthPermit HealthBoard::tryAcquire(std::string_view target) {
    HealthPermit permit;
    StatePtr s = state(target);
    const std::int64_t now = m_clock.unixMs();
    bool matured = false;
    {
        const std::scoped_lock lock(s->mutex);
        const Circuit before = s->circuit;
        s->mature(now);
        matured = s->circuit != before;
        if (s->availableAt(now)) {
            s->probing = s->circuit == Circuit::HalfOpen;
            ++s->running;
            permit.m_grant = {s->generation, s->probing, true};
            permit.m_board = this;
            permit.m_state = s;
        }
    }
    if (matured)
        notify(s->name, Circuit::HalfOpen);
    return permit;
}

void HealthBoard::noteSuccess(TargetState& s, const HealthGrant& grant, double latencyMs,
                              double firstByteMs) {
    const std::int64_t now = m_clock.unixMs();
    const int needed = grant.probe ? rules().successes : 0;
    bool closed = false;
    {
        const std::scoped_lock lock(s.mutex);
        giveBack(s, grant);
        s.count(now, false);
        s.tookMs(now, latencyMs, firstByteMs);
        s.checkFailed = false;
        if (grant.probe && speaksFor(grant, s) && s.circuit == Circuit::HalfOpen && ++s.successes >= needed) {
            s.close();
            closed = true;
        }
    }
    if (closed)
        notify(s.name, Circuit::Closed);
}

void HealthBoard::noteFailure(TargetState& s, const HealthGrant& grant, std::string_view error) {
    const std::int64_t now = m_clock.unixMs();
    const Settings::Breaker breaker = rules();
    bool opened = false;
    {
        const std::scoped_lock lock(s.mutex);
        giveBack(s, grant);
        s.count(now, true);
        s.lastError = error;
        opened = speaksFor(grant, s) && s.failed(now, breaker, grant.probe);
    }
    if (opened)
        notify(s.name, Circuit::Open);
}

void HealthBoard::noteOther(TargetState& s, const HealthGrant& grant, std::string_view error) {
    const std::scoped_lock lock(s.mutex);
    giveBack(s, grant);
    s.count(m_clock.unixMs(), true);
    s.lastError = error;
}

void HealthBoard::succeeded(std::string_view target, double latencyMs, double firstByteMs) {
    noteSuccess(*state(target), {}, latencyMs, firstByteMs);
}

void HealthBoard::failed(std::string_view target, std::string_view error) {
    noteFailure(*state(target), {}, error);
}

void HealthBoard::noted(std::string_view target, std::string_view error) {
    noteOther(*state(target), {}, error);
}

void HealthBoard::rest(std::string_view target, std::int64_t untilMs) {
    const StatePtr s = state(target);
    const std::scoped_lock lock(s->mutex);
    s->restUntilMs = std::max(s->restUntilMs, untilMs);
}

void HealthBoard::reset(std::string_view target) {
    const StatePtr s = state(target);
    bool changed = false;
    {
        const std::scoped_lock lock(s->mutex);
        changed = s->circuit != Circuit::Closed;
        s->forget();
    }
    if (changed)
        notify(target, Circuit::Closed);
}

void HealthBoard::resetProvider(std::string_view provider) {
    for (const StatePtr& s : statesOf(provider))
        reset(s->name);
    m_credentials.reset(provider);
}

void HealthBoard::checked(std::string_view provider, bool ok, std::string_view error) {
    const StatePtr own = state(std::string(provider) + "/*");
    const std::int64_t now = m_clock.unixMs();
    for (const StatePtr& s : statesOf(provider)) {
        const std::scoped_lock lock(s->mutex);
        s->checkFailed = !ok;
        if (s != own)
            continue;
        s->checkedAtMs = now;
        if (!ok)
            s->lastError = error;
    }
}

bool HealthBoard::triedSince(std::string_view provider, std::int64_t unixMs) const {
    return std::ranges::any_of(statesOf(provider), [&](const StatePtr& s) {
        const std::scoped_lock lock(s->mutex);
        return !s->name.ends_with("/*") && s->checkedAtMs >= unixMs;
    });
}

TargetHealth HealthBoard::health(std::string_view target) const {
    TargetHealth result;
    const StatePtr found = find(target);
    if (!found)
        return result;
    const TargetState& s = *found;
    const std::int64_t now = m_clock.unixMs();
    const std::scoped_lock lock(s.mutex);
    result.circuit = s.circuitAt(now);
    if (result.circuit == Circuit::Open)
        result.retryAtMs = s.retryAtMs;
    if (s.restUntilMs > now)
        result.retryAtMs = std::max(result.retryAtMs, s.restUntilMs);
    result.lastError = s.lastError;
    result.checkedAtMs = s.checkedAtMs;
    result.requests = s.requestsAt(now);
    result.failures = s.failuresAt(now);
    result.ewmaMs = s.wholeMs();
    result.p95Ms = s.p95();
    result.score = s.scoreAt(now);
    result.checkFailed = s.checkFailed;
    return result;
}

TargetHealth HealthBoard::providerHealth(std::string_view provider) const {
    const auto severity = [](Circuit c) { return c == Circuit::Open ? 2 : c == Circuit::HalfOpen ? 1 : 0; };
    TargetHealth sum;
    for (const StatePtr& s : statesOf(provider)) {
        const TargetHealth one = health(s->name);
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
        sum.score = std::min(sum.score, one.score);
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
