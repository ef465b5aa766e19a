#pragma once
// Asks providers that are in use and have been silent for a while whether they are still there, and tells the
// health board, so that weights drift away from one that is not before a request finds out. Only what costs
// nothing is asked (the list of models), and simulated providers are left alone.

#include "gateway/config/snapshot.h"
#include "gateway/provider_check.h"

#include <functional>
#include <string>

namespace tollgate {

/// Control thread.
class ProviderProbes {
public:
    using Ask = std::function<void(const Provider&, const Credentials&, ProviderChecks::Done)>;

    ProviderProbes(const Clock& clock, HealthBoard& health, Ask ask, std::uint64_t seed);

    /// Once a second: begins what is due by settings.health_probe_seconds (0: nothing is), give or take a
    /// fifth, so that many gateways do not ask in step.
    void tick(const ConfigSnapshot& snapshot);

private:
    struct State {
        std::string address; ///< of the provider, to notice when it becomes another
        std::int64_t dueMs = 0;
        int failures = 0; ///< in a row
        bool running = false;
        bool pointless = false; ///< it has no list of models to ask for
    };
    bool isInUse(const ConfigSnapshot& snapshot, const std::string& provider, std::int64_t nowMs) const;
    void probe(const Provider& provider, const Credentials& credentials, State& state);
    void ended(const std::string& provider, const ProviderCheckResult& result);
    std::int64_t jittered(std::int64_t ms);

    const Clock& m_clock;
    HealthBoard& m_health;
    const Ask m_ask;
    std::uint64_t m_dice;
    std::int64_t m_intervalMs = 0;
    ByName<State> m_states;
};

} // namespace tollgate
