#include "gateway/routing/plan_builder.h"

#include "gateway/routing/canary.h"
#include "gateway/routing/capability.h"
#include "gateway/routing/flag_lookup.h"

#include <algorithm>

namespace tollgate {

void PlanBuilder::applyCanary(const Flag& flag, std::vector<Target>& targets) {
    CanaryChoice choice = chooseArm(flag, m_request.subject);
    plan.flag = flag.key;
    plan.arm = choice.arm;
    plan.decision.push_back(std::move(choice.step));
    putArmFirst(flag, choice.arm, targets);
}

void PlanBuilder::consider(const Target& target, bool fallback, bool mayLackCapability) {
    const std::string reference = target.reference();
    const auto isThis = [&](const auto& one) {
        return one.target.provider == target.provider && one.target.model == target.model;
    };
    if (std::ranges::any_of(plan.candidates, isThis) || std::ranges::any_of(plan.skipped, isThis))
        return;
    const Provider* provider = ConfigSnapshot::find(m_snapshot.providers, target.provider);
    if (provider == nullptr)
        return skip(target, "candidate.unknown_provider", "no such provider");
    if (!provider->enabled)
        return skip(target, "candidate.disabled", "provider disabled");
    if (const Flag* flag = killSwitchOf(m_snapshot, target))
        return skip(target, "candidate.kill_switch", "kill switch " + flag->key);
    if (std::string why = incapability(m_snapshot, target, m_request); !why.empty() && !mayLackCapability)
        return skip(target, "candidate.incapable", std::move(why));
    if (!m_health.available(reference)) {
        const TargetHealth health = m_health.health(reference);
        m_retryAtMs = m_retryAtMs == 0 ? health.retryAtMs : std::min(m_retryAtMs, health.retryAtMs);
        return skip(target, "candidate.circuit",
                    health.circuit == Circuit::Closed ? "resting"
                                                      : "circuit " + std::string(toString(health.circuit)));
    }
    Candidate candidate{target, provider, ConfigSnapshot::find(m_snapshot.models, reference), fallback, {}};
    candidate.reason = plan.candidates.empty() ? "chosen" : fallback ? "fallback" : "next in chain";
    say(plan.candidates.empty() ? "candidate.chosen" : "candidate.next",
        reference + " — " + candidate.reason);
    plan.candidates.push_back(std::move(candidate));
}

void PlanBuilder::skip(const Target& target, std::string code, std::string reason) {
    say(code, target.reference() + " — skipped: " + reason);
    plan.skipped.push_back({target, std::move(code), std::move(reason)});
}

Error PlanBuilder::noHealthyTarget() const {
    const std::int64_t now = m_health.clock().unixMs();
    Error error;
    error.code = ErrorCode::NoHealthyTarget;
    error.message = "No healthy target:";
    for (const SkippedCandidate& skipped : plan.skipped)
        error.message += " " + skipped.target.reference() + " (" + skipped.reason + ")";
    error.retryAfterMs = m_retryAtMs > now ? m_retryAtMs - now : 1'000;
    return error;
}

} // namespace tollgate
