#pragma once
// In which order the targets of an alias are tried: by tags and preference first, then by its strategy.

#include "gateway/routing/plan_builder.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace tollgate {

std::string_view strategyName(Strategy strategy);

/// Thread-safe. Holds the turns of weighted aliases and the dice of least_latency.
class Strategist {
public:
    explicit Strategist(std::uint64_t seed)
        : m_dice(seed) {}

    /// Puts the looks at an alias' targets into the order to take them. `builder` hears what there is to say
    /// about the whole.
    void order(const Alias& alias, const RouteRequest& request, std::vector<Look>& looks,
               PlanBuilder& builder);

private:
    struct Turn {
        std::string reference;
        std::int64_t credit = 0;
    };
    std::size_t turn(const Alias& alias, const std::vector<Look>& looks, std::size_t front, bool dryRun);
    std::size_t roll(std::size_t sides, std::uint64_t salt, bool dryRun);
    void twoChoices(std::vector<Look>& looks, std::size_t front, bool dryRun);

    std::atomic<std::uint64_t> m_dice;
    std::mutex m_turnsMutex;
    ByName<std::vector<Turn>> m_turns;
};

} // namespace tollgate
