#pragma once
// How every upstream target is doing: its circuit breaker, what recent traffic says of it, and which of its
// provider's keys rest.

#include "gateway/config/snapshot.h"
#include "gateway/routing/credential_board.h"
#include "gateway/routing/target_state.h"
#include "gateway/wire/clock.h"

#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>

namespace tollgate {

std::string_view toString(Circuit circuit);

/// For people.
struct TargetHealth {
    Circuit circuit = Circuit::Closed;
    std::int64_t retryAtMs = 0; ///< while open or resting: when the next try is allowed; 0 otherwise
    std::string lastError;
    std::int64_t checkedAtMs = 0; ///< last outcome of any kind; 0: never
    std::int64_t requests = 0;    ///< in the last five minutes
    std::int64_t failures = 0;
    double ewmaMs = -1;       ///< moving average of latency; -1: none yet
    double p95Ms = -1;        ///< of the last successes; -1: none yet
    double score = 1;         ///< what a weight is multiplied with
    bool checkFailed = false; ///< the last health check failed
};

/// For the router: what it needs to know of a target, in one look.
struct TargetGlance {
    bool available = true;
    Circuit circuit = Circuit::Closed;
    std::int64_t retryAtMs = 0; ///< as in TargetHealth
    double score = 1;
    double latencyMs = -1; ///< fades with time; -1: never seen
    int running = 0;       ///< attempts
};

class HealthBoard;

/// What an outcome speaks for.
struct HealthGrant {
    static constexpr std::uint64_t kNow = ~std::uint64_t{0};
    std::uint64_t generation = kNow; ///< of the circuit when permission was given; kNow: there was none
    bool probe = false;              ///< of a half-open circuit
    bool counted = false;            ///< among the running attempts
};

/// Under the state's lock: whoever held the grant is through.
void giveBack(TargetState& state, const HealthGrant& grant);

/// Permission to try a target once, and the way to say how it went. What is neither answered nor failed by
/// the time it goes away is given back without a verdict (the caller left, or was at fault). An outcome
/// counts for the breaker only if the circuit has not opened since the permission was given.
class HealthPermit {
public:
    HealthPermit() = default;
    HealthPermit(HealthPermit&& other) noexcept { *this = std::move(other); }
    HealthPermit& operator=(HealthPermit&& other) noexcept;
    HealthPermit(const HealthPermit&) = delete;
    HealthPermit& operator=(const HealthPermit&) = delete;
    ~HealthPermit() { release(); }

    explicit operator bool() const { return m_state != nullptr; }

    /// The first byte has come: a probe's place is free for the next one, its verdict is still to come.
    void answering();
    void succeeded(double latencyMs, double firstByteMs = -1); ///< firstByteMs: of a stream
    void failed(std::string_view error);                       ///< counts against the breaker
    void noted(std::string_view error);                        ///< is shown, does not count (401, 403, 429)
    void release();                                            ///< without a verdict

private:
    friend class HealthBoard;
    HealthBoard* m_board = nullptr;
    std::shared_ptr<TargetState> m_state;
    HealthGrant m_grant;
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
    CredentialBoard& credentials() { return m_credentials; }
    const CredentialBoard& credentials() const { return m_credentials; }
    void setRules(const Settings::Breaker& rules);
    void setChangeHandler(ChangeHandler handler);

    /// `streaming`: latency is the time to the first byte. Changes nothing.
    TargetGlance glance(std::string_view target, bool streaming = false) const;
    bool available(std::string_view target) const { return glance(target).available; }
    /// Takes the permission to try: a half-open circuit lets one probe through at a time. False: not now.
    HealthPermit tryAcquire(std::string_view target);

    // Outcomes as seen now, of attempts nobody asked permission for.
    void succeeded(std::string_view target, double latencyMs, double firstByteMs = -1);
    void failed(std::string_view target, std::string_view error);
    void noted(std::string_view target, std::string_view error);

    /// Leaves the target alone until then (retry-after of a 429).
    void rest(std::string_view target, std::int64_t untilMs);
    void reset(std::string_view target);           ///< by hand: closed, nothing remembered against it
    void resetProvider(std::string_view provider); ///< all its targets, and its keys
    /// A health check of a whole provider: shown there, and until traffic says otherwise its targets weigh
    /// less.
    void checked(std::string_view provider, bool ok, std::string_view error);
    /// Any of the provider's targets was tried since then.
    bool triedSince(std::string_view provider, std::int64_t unixMs) const;

    TargetHealth health(std::string_view target) const;
    /// All targets of one provider seen as one: the worst circuit, sums of requests and failures.
    TargetHealth providerHealth(std::string_view provider) const;

    static constexpr std::size_t kMaxTargets = 10'000; ///< remembered at once

private:
    friend class HealthPermit;
    using StatePtr = std::shared_ptr<TargetState>;
    StatePtr find(std::string_view target) const; ///< null: never tried
    StatePtr state(std::string_view target);
    std::vector<StatePtr> statesOf(std::string_view provider) const;
    Settings::Breaker rules() const;
    void notify(std::string_view target, Circuit circuit) const;

    void noteSuccess(TargetState& state, const HealthGrant& grant, double latencyMs, double firstByteMs);
    void noteFailure(TargetState& state, const HealthGrant& grant, std::string_view error);
    void noteOther(TargetState& state, const HealthGrant& grant, std::string_view error);

    const Clock& m_clock;
    CredentialBoard m_credentials;
    mutable std::shared_mutex m_mapMutex;
    ByName<StatePtr> m_states;
    mutable std::mutex m_rulesMutex;
    Settings::Breaker m_rules;
    ChangeHandler m_onChange;
};

/// "unknown", "healthy", "degraded", "down" or "disabled", as the contract's health.state.
std::string_view healthState(const TargetHealth& health, bool enabled);

} // namespace tollgate
