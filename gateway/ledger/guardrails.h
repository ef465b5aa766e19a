#pragma once
// Whether a canary, or a version of a prompt, keeps within what its flag allows. Pure. Thresholds are
// compared with what was measured, not with intervals: a guardrail is a bound that the owner of the flag has
// chosen together with the sample it takes.

#include "gateway/config/resources.h"
#include "gateway/ledger/arm_stats.h"

#include <string>

namespace tollgate {

enum class RailState {
    Satisfied,
    Broken,
    NotEnoughData, ///< fewer than min_requests, or nothing to compare with
};

struct RailVerdict {
    RailState state = RailState::NotEnoughData;
    std::string reason; ///< "error rate 8.2 % is above 2 % after 220 requests"; or what is missing
};

/// `arms` as ArmStats counts them. The error rate needs min_requests of the canary; ratios need them of both
/// arms. What is broken is told even where something else cannot be judged.
RailVerdict judge(const Guardrails& rails, const ArmCells& arms);
/// Of an experiment with prompts: every other version against the default one; the first that is broken. Not
/// enough data means: of none of them.
RailVerdict judgeVersions(const Guardrails& rails, const ArmCells& arms, const std::string& defaultVersion);

} // namespace tollgate
