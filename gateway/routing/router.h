#pragma once
// From a model name to an ordered list of targets, each with its reason.

#include "gateway/routing/health_board.h"
#include "gateway/routing/plan.h"
#include "gateway/routing/strategies.h"
#include "gateway/wire/error.h"

#include <tl/expected.hpp>

#include <cstdint>

namespace tollgate {

/// Thread-safe. Holds nothing but the turns of weighted aliases and the dice of least_latency.
class Router {
public:
    static constexpr std::uint64_t kSeed = 2026;
    explicit Router(const HealthBoard& health, std::uint64_t seed = kSeed)
        : m_health(health)
        , m_strategist(seed) {}

    /// Errors: ModelNotFound, NoHealthyTarget (with when to come back), InvalidRequest where no target can
    /// ever serve such a request.
    tl::expected<Plan, Error> plan(const ConfigSnapshot& snapshot, const RouteRequest& request);

private:
    void planAlias(const ConfigSnapshot& snapshot, const Alias& alias, const RouteRequest& request,
                   PlanBuilder& builder);

    const HealthBoard& m_health;
    Strategist m_strategist;
};

} // namespace tollgate
