#include "gateway/routing/canary.h"

#include "gateway/routing/reference.h"
#include "gateway/wire/json_text.h"

#include <utility>

namespace tollgate {

CanaryChoice chooseArm(const Flag& flag, const FlagSubject& subject) {
    const FlagVerdict verdict = evaluateFlag(flag, subject);
    const bool canary = verdict.serve == kCanaryArm;
    std::string why = "canary bucket " + std::to_string(verdict.bucket);
    if (verdict.reason == "rollout") {
        const std::string percent = toJsonText(flag.rolloutPercent);
        why += canary ? " < " + percent : " ≥ " + percent;
    } else {
        why += ", " + verdict.reason;
    }
    CanaryChoice choice;
    choice.arm = canary ? kCanaryArm : kStableArm;
    choice.step = {"flag.canary", "flag " + flag.key + ": " + why + " → " + std::string(choice.arm)};
    return choice;
}

void putArmFirst(const Flag& flag, std::string_view arm, std::vector<Target>& targets) {
    const bool canary = arm == kCanaryArm;
    std::vector<Target> chain;
    chain.reserve(targets.size() + 2);
    chain.push_back(splitReference(canary ? flag.canary : flag.stable));
    if (canary)
        chain.push_back(splitReference(flag.stable));
    for (Target& target : targets)
        chain.push_back(std::move(target));
    targets = std::move(chain);
}

std::string_view armOfTarget(const Flag& flag, const Target& target, std::string_view given) {
    if (!refersTo(flag.canary, target))
        return kStableArm;
    return refersTo(flag.stable, target) ? given : kCanaryArm;
}

} // namespace tollgate
