// Who answered in place of a target that was not even tried, because it could not be: for the metrics, which
// see by themselves who answered after a failed attempt.

#include "gateway/pipeline/call.h"

#include <algorithm>

namespace tollgate {

namespace {

/// For the moment only; what can never serve the request is no loss.
bool isForNow(std::string_view code) {
    return code == "candidate.circuit" || code == "candidate.credentials" || code == "candidate.quota";
}

std::string reasonOf(std::string_view code, std::string_view why) {
    return why == "resting" ? "resting" : std::string(code.substr(code.find('.') + 1));
}

} // namespace

void ChatCall::notePassedOver(const Candidate& target, std::string_view code) {
    if (m_passedOver.target == nullptr && isForNow(code))
        m_passedOver = {&target, code};
}

void ChatCall::countPassedOver() {
    if (m_outcome != RequestOutcome::Ok || m_record.attempts.empty() ||
        (m_candidate == 0 && !candidate().fallback) ||
        m_record.attempts.front().provider != m_record.provider)
        return;
    const SkippedCandidate* first = nullptr;
    for (const SkippedCandidate& one : m_plan.skipped) {
        if (isForNow(one.code) && (first == nullptr || one.position < first->position))
            first = &one;
    }
    const std::string* from = nullptr;
    std::string reason;
    if (first != nullptr && first->position < candidate().position) {
        from = &first->target.provider;
        reason = reasonOf(first->code, first->reason);
    }
    if (const Candidate* passed = m_passedOver.target;
        passed != nullptr && (from == nullptr || passed->position < first->position)) {
        from = &passed->target.provider;
        reason = reasonOf(m_passedOver.code, {});
    }
    if (from != nullptr && *from != m_record.provider)
        m_services.metrics.fellBack(*from, m_record.provider, reason);
}

} // namespace tollgate
