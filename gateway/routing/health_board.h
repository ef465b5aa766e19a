#pragma once
// How every upstream target is doing: its circuit breaker and what recent traffic says of it.

#include "gateway/config/snapshot.h"
#include "gateway/wire/clock.h"

#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>

namespace tollgate {

enum class Circuit { Closed, Open, HalfOpen };
std::string_view toString(Circuit circuit);

struct TargetHealth {
    Circuit circuit = Circuit::Closed;
    std::int64_t retryAtMs = 0; ///< while open or resting: when the next try is allowed; 0 otherwise
    std::string lastError;
    std::int64_t checkedAtMs = 0; ///< last outcome of any kind; 0: never
    std::int64_t requests = 0;    ///< in the last five minutes
    std::int64_t failures = 0;
    double ewmaMs = -1;       ///< moving average of latency; -1: none yet
    double p95Ms = -1;        ///< of the last successes; -1: none yet
    bool checkFailed = false; ///< the last explicit health check failed
};

/// Thread-safe. Breaker rules: the contract's "Failure classes" (settings.breaker). Keys are
/// "provider/model".
class HealthBoard {
public:
    /// Told about every change of a circuit; called in the thread that caused it, with no lock held.
    using ChangeHandler = std::function<void(std::string_view target, Circuit circuit)>;

    explicit HealthBoard(const Clock& clock);
    ~HealthBoard();

    const Clock& clock() const { return m_clock; }
    void setRules(const Settings::Breaker& rules);
    void setChangeHandler(ChangeHandler handler);

    /// May this target be tried now? Changes nothing.
    bool available(std::string_view target) const;
    /// Takes the permission to try: a half-open circuit lets one probe through at a time.
    bool tryAcquire(std::string_view target);
    /// Gives the permission back without a verdict (the caller left).
    void release(std::string_view target);

    void succeeded(std::string_view target, double latencyMs);
    /// Counts against the breaker.
    void failed(std::string_view target, std::string_view error);
    /// Does not count against the breaker (401, 403, 429), but is shown.
    void noted(std::string_view target, std::string_view error);
    /// Leaves the target alone until then (retry-after of a 429).
    void rest(std::string_view target, std::int64_t untilMs);
    void reset(std::string_view target); ///< by hand: closed, nothing remembered against it
    void checked(std::string_view target, bool ok, double latencyMs, std::string_view error);

    TargetHealth health(std::string_view target) const;
    /// All targets of one provider seen as one: the worst circuit, sums of requests and failures.
    TargetHealth providerHealth(std::string_view provider) const;

    static constexpr std::size_t kMaxTargets = 10'000; ///< remembered at once

private:
    struct State;
    using StatePtr = std::shared_ptr<State>;
    StatePtr find(std::string_view target) const; ///< null: never tried
    StatePtr state(std::string_view target);
    void notify(std::string_view target, Circuit circuit) const;

    const Clock& m_clock;
    mutable std::shared_mutex m_mapMutex;
    ByName<StatePtr> m_states;
    mutable std::mutex m_rulesMutex;
    Settings::Breaker m_rules;
    ChangeHandler m_onChange;
};

/// "unknown", "healthy", "degraded", "down" or "disabled", as the contract's health.state.
std::string_view healthState(const TargetHealth& health, bool enabled);

} // namespace tollgate
