#pragma once
// Looks at targets, gathers candidates and skips in the order they are considered, and tells the story while
// it does.

#include "gateway/routing/health_board.h"
#include "gateway/routing/plan.h"
#include "gateway/wire/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// One target as this request finds it.
struct Look {
    const Target* target = nullptr; ///< outlives the plan's making
    const Provider* provider = nullptr;
    const Model* model = nullptr;
    bool fallback = false;
    std::string reference;
    TargetGlance health;
    std::optional<Money> cost;
    // Why it cannot be chosen; no code: it can.
    std::string_view skipCode;
    std::string skipReason;
    // How it stands among those that can; the strategy's to set.
    int rank = 0;       ///< by tags and preference; smaller goes first whatever the strategy says
    double key = 0;     ///< by the strategy; smaller goes first
    std::string detail; ///< what the strategy has to say about it

    bool ready() const { return skipCode.empty(); }
};

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

    /// Everything there is to know about a target for this request. `mayLackCapability`: there is no other,
    /// so the upstream is to judge.
    Look look(const Target& target, bool fallback, bool mayLackCapability);
    /// Next in line: becomes a candidate or is skipped. What was considered before is passed over.
    void take(Look look);

    /// Nobody is left: NoHealthyTarget with every reason and when to come back, or InvalidRequest where time
    /// would not help.
    Error nobody() const;

    const RouteOptions& options() const;

private:
    void judge(Look& look, bool mayLackCapability);
    void judgeReadiness(Look& look);
    void retryAt(std::int64_t unixMs);

    const ConfigSnapshot& m_snapshot;
    const HealthBoard& m_health;
    const RouteRequest& m_request;
    std::size_t m_considered = 0;
    std::int64_t m_retryAtMs = 0;
};

} // namespace tollgate
