// Money: promised before a request goes anywhere, at the provider that is really tried.

#include "gateway/pipeline/call.h"
#include "gateway/pipeline/route_request.h"
#include "gateway/policy/allowed_models.h"

#include <algorithm>

namespace tollgate {

BudgetSubjects ChatCall::payers(const std::string& provider) const {
    return {m_record.project, m_record.keyId, m_record.user, provider, m_record.atMs};
}

bool ChatCall::admitBudget(bool mayDowngrade) {
    m_downgraded = !mayDowngrade;
    m_budgetRefusal.reset();
    Money worst;
    if (m_services.budgets.any()) {
        for (const Candidate& one : m_plan.candidates)
            worst = std::max(worst, worstCostAt(one, m_envelope));
    }
    // A provider whose budget is used up stands for itself only: the next one may still have money.
    for (m_candidate = 0; m_candidate < m_plan.candidates.size(); ++m_candidate) {
        if (reserveAt(candidate(), worst))
            return true;
        if (m_budgetRefusal->budget.scope != BudgetScope::Provider || mayDowngradeFor(*m_budgetRefusal))
            break;
        skipForBudget(candidate(), *std::move(m_budgetRefusal));
    }
    m_candidate = 0;
    if (mayDowngradeFor(*m_budgetRefusal))
        return downgrade();
    refuseForBudget();
    return false;
}

bool ChatCall::reserveAt(const Candidate& target, Money worst) {
    BudgetVerdict verdict = m_services.budgets.reserve(payers(target.target.provider), worst, m_downgraded);
    m_budgetsNotOk = std::move(verdict.notOk);
    if (verdict.refusal) {
        m_budgetRefusal = std::move(verdict.refusal);
        return false;
    }
    m_budgetRefusal.reset();
    m_reservation = std::move(verdict.reservation);
    m_promisedAt = target.provider;
    if (verdict.anyApplies)
        m_record.reserved = worst;
    if (!m_budgetsNotOk.empty())
        m_record.note += "budget:" + std::string(toString(m_budgetsNotOk.front().second));
    return true;
}

bool ChatCall::mayDowngradeFor(const BudgetRefusal& refusal) const {
    const Budget& budget = refusal.budget;
    return budget.action == BudgetAction::Downgrade && !m_downgraded && !budget.downgradeTo.empty();
}

bool ChatCall::downgrade() {
    const Budget& budget = m_budgetRefusal->budget;
    if (!keyAllows(m_key, budget.downgradeTo)) {
        refuseForBudget();
        return false;
    }
    m_record.decision.push_back(
        {"budget.downgrade", "budget " + budget.id + " is used up → alias " + budget.downgradeTo});
    m_record.note += "downgraded ";
    m_modelName = budget.downgradeTo;
    return route() && admitBudget(false);
}

/// Moves the provider's part of the promise to the target that is tried next, or leaves it out.
bool ChatCall::promisedAt(const Candidate& target) {
    if (target.provider == m_promisedAt || !m_services.budgets.anyForProviders())
        return true;
    auto refusal = m_services.budgets.moveTo(m_reservation, payers(target.target.provider),
                                             worstCostAt(target, m_envelope), m_downgraded);
    if (refusal) {
        skipForBudget(target, *std::move(refusal));
        return false;
    }
    m_promisedAt = target.provider;
    return true;
}

void ChatCall::skipForBudget(const Candidate& target, BudgetRefusal refusal) {
    m_record.decision.push_back({"candidate.budget", target.target.reference() + " — skipped: budget " +
                                                         refusal.budget.id + " of provider " +
                                                         refusal.budget.subject + " is used up"});
    m_budgetRefusal = std::move(refusal);
}

void ChatCall::refuseForBudget() {
    const auto& [budget, status] = *m_budgetRefusal;
    m_services.limiter.cancel(m_ticket);
    Error error;
    error.code = ErrorCode::BudgetExceeded;
    error.message = "Budget " + budget.id + " of " + budget.limit.toString() + " USD is used up (" +
                    status.spent.toString() + " spent, " + status.reserved.toString() +
                    " reserved); it resets at " + toRfc3339(status.resetsAtMs) + ".";
    m_budgetsNotOk.emplace_back(budget.id, BudgetState::Exceeded);
    m_record.decision.push_back({"budget.block", error.message});
    fail(error);
}

} // namespace tollgate
