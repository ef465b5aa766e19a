// Whose doing a reply is: the arm of a canary, the version of an experiment.

#include "gateway/ledger/ledger_row.h"
#include "gateway/pipeline/call.h"
#include "gateway/routing/canary.h"

#include <algorithm>

namespace tollgate {

/// The ledger names the arm that answers. A canary that could not is named beside it: to its caller the
/// request came out well, to its guardrails it is a failure. Requests that reach no target have no arm.
void ChatCall::noteArm(const Candidate& target) {
    if (m_dialect.operation() == Operation::CountTokens)
        return; // costs nothing and answers nobody: an arm would only look cheaper
    m_record.promptFlag = m_promptFlag;
    if (m_plan.flag.empty())
        return;
    const Flag* flag = ConfigSnapshot::find(m_snapshot->flags, m_plan.flag);
    if (flag == nullptr)
        return;
    m_record.flag = flag->key;
    m_record.arm = armOfTarget(*flag, target.target, m_plan.arm);
    const bool left = m_plan.arm == kCanaryArm && m_record.arm != kCanaryArm;
    if (!left || !m_record.failedArm.empty() || !canaryFailed(*flag))
        return;
    m_record.failedArm = kCanaryArm;
    m_record.note +=
        m_record.note.empty() || m_record.note.ends_with(' ') ? "canary_failed" : " canary_failed";
    m_record.decision.push_back({"flag.canary_failed", "flag " + flag->key + ": the canary failed → " +
                                                           target.target.reference() + " answers for it"});
}

/// The cache did. Where targets were tried before, the caller's arm has failed.
void ChatCall::noArmAnswered() {
    if (!m_record.arm.empty() && m_record.failedArm.empty())
        m_record.failedArm = m_plan.arm;
    m_record.arm.clear();
    m_record.promptFlag.clear();
}

/// Not when it was switched off, was full or cannot do what was asked: that is no fault of its answers.
bool ChatCall::canaryFailed(const Flag& flag) const {
    const bool tried = std::ranges::any_of(m_record.attempts, [&](const AttemptRecord& attempt) {
        return isProviderFailure(attempt) && refersTo(flag.canary, {attempt.provider, attempt.model, 1});
    });
    const auto isDown = [](std::string_view code) {
        return code == "candidate.circuit" || code == "candidate.credentials";
    };
    const auto plannedOut = [&](const SkippedCandidate& one) {
        return isDown(one.code) && refersTo(flag.canary, one.target);
    };
    const std::string start = splitReference(flag.canary).reference() + " ";
    const auto skippedSince = [&](const DecisionStep& step) {
        return isDown(step.code) && step.text.starts_with(start);
    };
    return tried || std::ranges::any_of(m_plan.skipped, plannedOut) ||
           std::ranges::any_of(m_record.decision, skippedSince);
}

/// "chat-canary=canary, tone=v2": target flags first, then experiments.
std::string ChatCall::flagsSaid() const {
    std::string said;
    if (!m_record.arm.empty())
        said = m_record.flag + "=" + m_record.arm;
    if (!m_record.promptFlag.empty())
        said.append(said.empty() ? "" : ", ").append(m_record.promptFlag + "=" + m_record.promptVersion);
    return said;
}

} // namespace tollgate
