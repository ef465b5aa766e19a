#pragma once
// From a model name to an ordered list of targets, each with its reason.

#include "gateway/config/snapshot.h"
#include "gateway/routing/flag_evaluator.h"
#include "gateway/routing/health_board.h"
#include "gateway/routing/reference.h"
#include "gateway/wire/error.h"
#include "gateway/wire/request_record.h"

#include <tl/expected.hpp>

#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tollgate {

struct RouteRequest {
    std::string_view model; ///< alias, provider/model or provider:model
    FlagSubject subject;
    std::int64_t promptTokens = 0;    ///< estimated
    std::int64_t maxOutputTokens = 0; ///< 0: the caller set none
    bool needsTools = false;
    bool needsVision = false;
    bool needsEmbeddings = false;
    /// Of an alias whose fallbacks also stand behind a directly named model (the notebook's /chat); empty:
    /// none.
    std::string_view fallbacksOf;
    bool dryRun = false; ///< explain only: no turn of the weighted round-robin is used up
};

struct Candidate {
    Target target;
    const Provider* provider = nullptr; ///< in the snapshot the plan was made from
    const Model* model = nullptr;       ///< null: not in the catalogue, so unpriced
    bool fallback = false;
    std::string reason;
};

struct SkippedCandidate {
    Target target;
    std::string code;
    std::string reason;
};

struct Plan {
    const Alias* alias = nullptr; ///< null: named directly
    std::string flag;
    std::string arm;
    std::vector<Candidate> candidates; ///< in the order to try; never empty
    std::vector<SkippedCandidate> skipped;
    std::vector<DecisionStep> decision;
};

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
