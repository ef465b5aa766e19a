#pragma once
// Gathers candidates and skips in the order they are considered, and tells the story while it does.

#include "gateway/routing/health_board.h"
#include "gateway/routing/plan.h"
#include "gateway/wire/error.h"

#include <string>

namespace tollgate {

/// Lives as long as one call of Router::plan().
class PlanBuilder {
public:
    PlanBuilder(const ConfigSnapshot& snapshot, const HealthBoard& health, const RouteRequest& request)
        : m_snapshot(snapshot)
        , m_health(health)
        , m_request(request) {}

    Plan plan;

    void say(std::string code, std::string text) {
        plan.decision.push_back({std::move(code), std::move(text)});
    }

    /// The canary flag of an alias decides which target goes first.
    void applyCanary(const Flag& flag, std::vector<Target>& targets);

    /// Next in line: becomes a candidate or is skipped with a reason. What was considered before is passed
    /// over. `mayLackCapability`: there is no other, so the upstream is to judge.
    void consider(const Target& target, bool fallback, bool mayLackCapability);

    /// NoHealthyTarget with every reason and when to come back.
    Error noHealthyTarget() const;

private:
    void skip(const Target& target, std::string code, std::string reason);

    const ConfigSnapshot& m_snapshot;
    const HealthBoard& m_health;
    const RouteRequest& m_request;
    std::int64_t m_retryAtMs = 0;
};

} // namespace tollgate
