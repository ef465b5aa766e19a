// Money: promised before a request goes anywhere, at the provider that is really tried.

#include "gateway/pipeline/call.h"
#include "gateway/pipeline/route_request.h"
#include "gateway/policy/allowed_models.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::int64_t kShortReply = 32; ///< tokens that must be affordable for a try

bool isPriced(const Model* model) {
    return model != nullptr && ((model->input && model->output) || model->usdPerHour);
}

} // namespace

BudgetSubjects ChatCall::payers(const std::string& provider) const {
    return {m_record.project, m_record.keyId, m_record.user, provider, m_record.atMs};
}

bool ChatCall::admitBudget(bool mayDowngrade) {
    m_downgraded = !mayDowngrade;
    m_budgetRefusal.reset();
    Money worst;
    if (m_services.budgets.any()) {
        for (const Candidate& one : m_plan.candidates)
            worst = std::max(worst, worstAt(one));
    }
    // A provider whose budget is used up stands for itself only: the next one may still have money.
    for (m_candidate = 0; m_candidate < m_plan.candidates.size(); ++m_candidate) {
        if (reserveAt(candidate(), worst) || reserveLess(candidate(), worst))
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

/// Nobody says how long the reply gets, and too few were seen to know.
bool ChatCall::isGuess(const Candidate& target) const {
    return !m_envelope.maxTokens && (target.model == nullptr || !target.model->maxOutputTokens) &&
           !usualReply(target);
}

/// The guess does not fit. The longest reply that was seen is taken for the worst then; and before any was, a
/// request may go alone, holding what is left, or nothing would ever be learnt.
bool ChatCall::reserveLess(const Candidate& target, Money worst) {
    if (m_budgetRefusal->budget.action != BudgetAction::Block)
        return false;
    Money less;
    bool guessed = false;
    bool seen = true;
    for (const Candidate& one : m_plan.candidates) {
        ReplyBounds bounds;
        if (isGuess(one)) {
            guessed = true;
            bounds.usual = m_services.lengths.longest(one.target.reference());
            seen = seen && bounds.usual;
            bounds.usual = bounds.usual.value_or(kShortReply);
        }
        less =
            std::max(less, bounds.usual ? worstCostAt(one, m_envelope, bounds, m_record.atMs) : worstAt(one));
    }
    if (!guessed)
        return false;
    return seen ? less < worst && reserveAt(target, less) : reserveAt(target, worst, less);
}

bool ChatCall::reserveAt(const Candidate& target, Money worst, std::optional<Money> aloneFrom) {
    BudgetVerdict verdict =
        m_services.budgets.reserve(payers(target.target.provider), worst, m_downgraded, aloneFrom);
    m_budgetsNotOk = std::move(verdict.notOk);
    if (verdict.refusal) {
        m_budgetRefusal = std::move(verdict.refusal);
        return false;
    }
    m_budgetRefusal.reset();
    m_reservation = std::move(verdict.reservation);
    m_promisedAt = target.provider;
    if (verdict.anyApplies) {
        m_record.reserved = m_reservation.amount();
        if (!isPriced(target.model))
            m_record.decision.push_back(
                {"budget.floor", "the price of " + target.target.reference() +
                                     " is not known: budgets hold a floor for it and count it apart"});
    }
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
    auto refusal = m_services.budgets.moveTo(m_reservation, payers(target.target.provider), worstAt(target),
                                             m_downgraded);
    if (refusal) {
        skipForBudget(target, *std::move(refusal));
        return false;
    }
    m_promisedAt = target.provider;
    return true;
}

/// What goes up may ask for more than the caller did: room for thoughts beside the reply.
bool ChatCall::affords(const Candidate& target, std::int64_t replyTokens) {
    if (replyTokens <= m_envelope.maxTokens.value_or(0) || !m_services.budgets.any())
        return true;
    const Money worst = worstAt(target, replyTokens);
    auto refusal =
        m_services.budgets.moveTo(m_reservation, payers(target.target.provider), worst, m_downgraded);
    if (refusal) {
        skipForBudget(target, *std::move(refusal));
        return false;
    }
    if (m_record.reserved > Money{})
        m_record.reserved = m_reservation.amount();
    return true;
}

Money ChatCall::worstAt(const Candidate& target, std::int64_t replyTokens) const {
    ReplyBounds bounds;
    bounds.asked = replyTokens;
    if (!m_envelope.maxTokens && (target.model == nullptr || !target.model->maxOutputTokens))
        bounds.usual = usualReply(target);
    return worstCostAt(target, m_envelope, bounds, m_record.atMs);
}

std::optional<std::int64_t> ChatCall::usualReply(const Candidate& target) const {
    return m_services.lengths.p95(target.target.reference());
}

/// Only replies that nobody limited say how long they usually are, and only who counts wants to know.
void ChatCall::noteReplyLength() {
    if (m_record.outcome == RequestOutcome::Ok && !m_envelope.maxTokens &&
        m_dialect.operation() == Operation::Chat && !m_record.attempts.empty() &&
        (m_ticket.countsTokens() || m_services.budgets.any()))
        m_services.lengths.note(candidate().target.reference(), m_record.usage.outputTotal());
}

void ChatCall::skipForBudget(const Candidate& target, BudgetRefusal refusal) {
    m_record.decision.push_back({"candidate.budget", target.target.reference() + " — skipped: budget " +
                                                         refusal.budget.id + " of provider " +
                                                         refusal.budget.subject + " is used up"});
    m_budgetRefusal = std::move(refusal);
}

void ChatCall::refuseForBudget() {
    const auto& [budget, status, asked] = *m_budgetRefusal;
    m_services.limiter.cancel(m_ticket);
    Error error;
    error.code = ErrorCode::BudgetExceeded;
    const std::string sums =
        " (" + status.spent.toString() + " spent, " + status.reserved.toString() + " reserved)";
    error.message = "Budget " + budget.id + " of " + budget.limit.toString() + " USD ";
    if (status.spent >= budget.limit)
        error.message += "is used up" + sums;
    else
        error.message += "has too little left" + sums + " for a request that may cost " + asked.toString();
    error.message += "; it resets at " + toRfc3339(status.resetsAtMs) + ".";
    m_budgetsNotOk.emplace_back(budget.id, BudgetState::Exceeded);
    m_record.decision.push_back({"budget.block", error.message});
    fail(error);
}

} // namespace tollgate
