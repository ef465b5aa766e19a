#pragma once
// What is asked of the router and what it answers. Plain values; a plan points into the snapshot it was made
// from.

#include "gateway/config/snapshot.h"
#include "gateway/routing/complexity.h"
#include "gateway/routing/flag_evaluator.h"
#include "gateway/routing/reference.h"
#include "gateway/wire/request_record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// What the limits of providers leave right now; asked before a target is chosen. Any thread.
class ProviderQuota {
public:
    virtual ~ProviderQuota() = default;
    /// Milliseconds until such a request may be let through; 0: now. Takes nothing.
    virtual std::int64_t waitMs(const Provider& provider, std::int64_t tokens) const = 0;
};

/// What a call is expected to cost; nothing: a price that is needed is not known.
using CostEstimate = std::optional<Money> (*)(const Model& model, std::int64_t promptTokens,
                                              std::int64_t outputTokens);
/// By the catalogue's token prices alone.
std::optional<Money> tokenCost(const Model& model, std::int64_t promptTokens, std::int64_t outputTokens);

struct RouteRequest {
    std::string_view model; ///< alias, provider/model or provider:model
    FlagSubject subject;
    std::int64_t promptTokens = 0;    ///< estimated
    std::int64_t maxOutputTokens = 0; ///< 0: the caller set none
    std::int64_t choices = 1;
    bool needsTools = false;
    bool needsVision = false;
    bool needsEmbeddings = false;
    bool streaming = false;
    std::string_view tags; ///< X-Tollgate-Tags as it came: "fast, region:eu"
    /// Of an alias whose fallbacks also stand behind a directly named model (the notebook's /chat); empty:
    /// none.
    std::string_view fallbacksOf;
    bool dryRun = false;                    ///< explain only: no turn of the weighted round-robin is used up
    const ProviderQuota* quota = nullptr;   ///< null: nothing is limited
    const TaskReader* task = nullptr;       ///< asked by strategy auto only; null: sizes must do
    CostEstimate estimateCost = &tokenCost; ///< for least_cost, maximum costs and the story
};

struct Candidate {
    Target target;
    const Provider* provider = nullptr; ///< in the snapshot the plan was made from
    const Model* model = nullptr;       ///< null: not in the catalogue, so unpriced
    bool fallback = false;
    std::string reason;
    std::optional<Money> estimatedCost = {}; ///< nothing: unpriced
    std::size_t position = 0;                ///< in the order in which targets were considered
};

struct SkippedCandidate {
    Target target;
    std::string code;
    std::string reason;
    std::optional<Money> estimatedCost = {};
    std::size_t position = 0;
};

struct Plan {
    const Alias* alias = nullptr; ///< null: named directly
    std::string flag;
    std::string arm;
    std::vector<Candidate> candidates; ///< in the order to try; never empty
    std::vector<SkippedCandidate> skipped;
    std::vector<DecisionStep> decision;
};

} // namespace tollgate
