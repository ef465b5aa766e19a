#pragma once
// From a model name to an ordered list of targets, each with its reason.

#include "gateway/routing/health_board.h"
#include "gateway/routing/plan.h"
#include "gateway/wire/error.h"

#include <tl/expected.hpp>

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tollgate {

/// Thread-safe. Holds nothing but the turns of weighted aliases.
class Router {
public:
    explicit Router(const HealthBoard& health)
        : m_health(health) {}

    /// Errors: ModelNotFound, NoHealthyTarget (with when to come back).
    tl::expected<Plan, Error> plan(const ConfigSnapshot& snapshot, const RouteRequest& request);

private:
    std::vector<Target> order(const ConfigSnapshot& snapshot, const Alias& alias,
                              const RouteRequest& request);
    bool mayTry(const ConfigSnapshot& snapshot, const Target& target, const RouteRequest& request) const;
    std::size_t turn(const Alias& alias, const std::vector<Target>& targets, bool dryRun);

    const HealthBoard& m_health;
    std::mutex m_turnsMutex;
    std::unordered_map<std::string, std::unordered_map<std::string, int>> m_turns;
};

} // namespace tollgate
