#pragma once
// What is asked of the router and what it answers. Plain values; a plan points into the snapshot it was made
// from.

#include "gateway/config/snapshot.h"
#include "gateway/routing/flag_evaluator.h"
#include "gateway/routing/reference.h"
#include "gateway/wire/request_record.h"

#include <cstdint>
#include <string>
#include <string_view>
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

} // namespace tollgate
