#pragma once
// The canary flag of an alias: who is sent to which arm, and which arm a target belongs to. Pure.

#include "gateway/routing/flag_evaluator.h"
#include "gateway/wire/request_record.h"

#include <string_view>
#include <vector>

namespace tollgate {

inline constexpr std::string_view kStableArm = "stable";
inline constexpr std::string_view kCanaryArm = "canary";

struct CanaryChoice {
    std::string_view arm; ///< kStableArm or kCanaryArm
    DecisionStep step;    ///< "flag chat-canary: canary bucket 43 ≥ 15 → stable"
};
CanaryChoice chooseArm(const Flag& flag, const FlagSubject& subject);

/// Puts the arm's target in front of the alias' own; stable stands behind a canary, so that a failing one
/// does not fail its users.
void putArmFirst(const Flag& flag, std::string_view arm, std::vector<Target>& targets);

/// The arm a target answers for, to a caller who was given `given`: everything but the canary's own target is
/// what was there before the flag. Where both arms are one target, it is the caller's.
std::string_view armOfTarget(const Flag& flag, const Target& target, std::string_view given);

} // namespace tollgate
