// The data path: reserve, move, settle. How budgets come and go is in budget_opening.cpp.

#include "gateway/policy/budget_book.h"

#include "gateway/policy/budget_slot.h"

#include <algorithm>
#include <limits>

namespace tollgate {

BudgetReservation& BudgetReservation::operator=(BudgetReservation&& other) noexcept {
    m_holds = std::move(other.m_holds);
    m_providerHolds = std::move(other.m_providerHolds);
    m_amount = std::exchange(other.m_amount, {});
    m_providerAmount = std::exchange(other.m_providerAmount, {});
    m_atMs = other.m_atMs;
    m_open = std::exchange(other.m_open, false);
    m_unrecorded = std::move(other.m_unrecorded);
    return *this;
}

BudgetReservation::Holds& BudgetReservation::Holds::operator=(Holds&& other) noexcept {
    m_few = std::move(other.m_few);
    m_more = std::move(other.m_more);
    m_count = std::exchange(other.m_count, 0);
    return *this;
}

void BudgetReservation::Holds::add(std::shared_ptr<Slot> slot) {
    if (m_count < kFew)
        m_few[m_count] = std::move(slot);
    else
        m_more.push_back(std::move(slot));
    ++m_count;
}

void BudgetReservation::Holds::clear() {
    for (std::size_t i = 0; i < std::min(m_count, kFew); ++i)
        m_few[i].reset();
    m_more.clear();
    m_count = 0;
}

/// Whether one promise fits everywhere; collects what there is to say on the way.
struct BudgetBook::Check {
    std::int64_t atMs;
    std::int64_t nowMs;
    bool downgraded;
    std::optional<BudgetRefusal> refusal = {};

    static bool enforces(const BudgetAccount& account, bool downgraded) {
        const BudgetAction action = account.budget().action;
        return action == BudgetAction::Block || (action == BudgetAction::Downgrade && !downgraded);
    }

    /// False: refused. `more` is what would be added to what is promised there already.
    bool passes(Slot& slot, Money more) {
        BudgetAccount& account = slot.account;
        account.roll(nowMs);
        if (!enforces(account, downgraded) || refusal || account.fits(atMs, more))
            return !refusal;
        account.refused();
        refusal = BudgetRefusal{account.budget(), account.status(nowMs), more};
        refusal->status.state = BudgetState::Exceeded;
        return false;
    }
};

BudgetBook::BudgetBook(const Clock& clock)
    : m_clock(clock) {}
BudgetBook::~BudgetBook() = default;

void BudgetBook::setThresholdHandler(ThresholdHandler handler) {
    const std::scoped_lock lock(m_mutex);
    m_onThreshold = std::move(handler);
}

/// What may be promised to a request that runs alone: all that is left. Nothing where others run.
Money BudgetBook::leftForOne(const BudgetSubjects& subjects, const Check& check) const {
    Money left{std::numeric_limits<std::int64_t>::max()};
    const auto look = [&](const SlotPtr& slot) {
        BudgetAccount& account = slot->account;
        account.roll(check.nowMs);
        if (slot->enforced() && Check::enforces(account, check.downgraded))
            left = std::min(left, account.isPromised(check.atMs) ? Money{} : account.left(check.atMs));
    };
    m_index.eachButProviderFor(subjects, look);
    m_index.each(BudgetScope::Provider, subjects.provider, look);
    return left;
}

BudgetVerdict BudgetBook::reserve(const BudgetSubjects& subjects, Money worst, bool downgraded,
                                  std::optional<Money> aloneFrom) {
    BudgetVerdict verdict;
    BudgetReservation& promise = verdict.reservation;
    promise.m_open = true;
    promise.m_amount = promise.m_providerAmount = worst;
    promise.m_atMs = subjects.atMs;
    if (!any())
        return verdict;
    const std::int64_t now = m_clock.unixMs();
    if (promise.m_atMs == 0)
        promise.m_atMs = now;
    Check check{promise.m_atMs, now, downgraded};
    const auto checkIn = [&](BudgetReservation::Holds& holds) {
        return [&](const SlotPtr& slot) {
            if (!slot->enforced() || !check.passes(*slot, worst))
                return;
            holds.add(slot);
            if (const BudgetState state = slot->account.state(); state != BudgetState::Ok)
                verdict.notOk.emplace_back(slot->account.budget().id, state);
        };
    };
    const std::scoped_lock lock(m_mutex);
    if (aloneFrom) {
        if (const Money left = leftForOne(subjects, check); left >= *aloneFrom && left < worst)
            worst = promise.m_amount = promise.m_providerAmount = left;
    }
    m_index.eachButProviderFor(subjects, checkIn(promise.m_holds));
    m_index.each(BudgetScope::Provider, subjects.provider, checkIn(promise.m_providerHolds));
    if (check.refusal) {
        verdict.anyApplies = true;
        verdict.refusal = std::move(check.refusal);
        promise = {};
        return verdict;
    }
    const auto hold = [&](Slot& slot) { slot.account.reserve(promise.m_atMs, worst); };
    promise.m_holds.each(hold);
    promise.m_providerHolds.each(hold);
    verdict.anyApplies = !promise.m_holds.empty() || !promise.m_providerHolds.empty();
    return verdict;
}

std::optional<BudgetRefusal> BudgetBook::moveTo(BudgetReservation& reservation,
                                                const BudgetSubjects& subjects, Money worst,
                                                bool downgraded) {
    if (!reservation.m_open || !any())
        return std::nullopt;
    const std::int64_t atMs = reservation.m_atMs;
    const Money more = std::max(worst - reservation.m_amount, Money{});
    Check check{atMs, m_clock.unixMs(), downgraded};
    const std::scoped_lock lock(m_mutex);
    // Its own promise must not stand in its way, should it stay where it is.
    reservation.m_providerHolds.each(
        [&](Slot& slot) { slot.account.release(atMs, reservation.m_providerAmount); });
    if (more > Money{})
        reservation.m_holds.each([&](Slot& slot) { check.passes(slot, more); });
    m_index.each(BudgetScope::Provider, subjects.provider, [&](const SlotPtr& slot) {
        if (slot->enforced())
            check.passes(*slot, worst);
    });
    if (check.refusal) {
        reservation.m_providerHolds.each(
            [&](Slot& slot) { slot.account.reserve(atMs, reservation.m_providerAmount); });
        return std::move(check.refusal);
    }
    reservation.m_holds.each([&](Slot& slot) { slot.account.reserve(atMs, more); });
    reservation.m_amount += more;
    reservation.m_providerAmount = worst;
    reservation.m_providerHolds.clear();
    m_index.each(BudgetScope::Provider, subjects.provider, [&](const SlotPtr& slot) {
        if (!slot->enforced())
            return;
        slot->account.reserve(atMs, worst);
        reservation.m_providerHolds.add(slot);
    });
    return std::nullopt;
}

/// False: there are budgets, perhaps since a moment ago.
bool BudgetBook::settleWithoutBudgets(BudgetReservation& reservation, const SpentSum& sum) {
    if (any())
        return false;
    reservation = {};
    if (sum.amount == Money{} && sum.unpriced == 0)
        return true;
    // Counted first and looked again afterwards: whoever places a budget later then waits for this request.
    const unsigned generation = m_generation.load();
    std::atomic<std::int64_t>& unrecorded = m_unrecorded[generation % 2];
    ++unrecorded;
    if (m_generation.load() != generation || any()) {
        --unrecorded;
        return false;
    }
    reservation.m_unrecorded.reset(&unrecorded);
    return true;
}

void BudgetBook::settle(BudgetReservation& reservation, const BudgetSubjects& subjects,
                        std::optional<Money> actual, std::string_view requestId) {
    const SpentSum sum{actual.value_or(Money{}), actual ? 0 : 1};
    const std::int64_t reservedAt = reservation.m_atMs;
    if (!reservation.m_open || settleWithoutBudgets(reservation, sum))
        return;
    const std::int64_t now = m_clock.unixMs();
    const std::int64_t atMs = reservedAt != 0 ? reservedAt : subjects.atMs != 0 ? subjects.atMs : now;
    std::vector<BudgetThreshold> crossed;
    ThresholdHandler handler;
    std::atomic<std::int64_t>* unrecorded = nullptr;
    {
        const std::scoped_lock lock(m_mutex);
        reservation.m_holds.each([&](Slot& slot) { slot.account.release(atMs, reservation.m_amount); });
        reservation.m_providerHolds.each(
            [&](Slot& slot) { slot.account.release(atMs, reservation.m_providerAmount); });
        if (sum.amount != Money{} || sum.unpriced != 0) {
            m_index.eachFor(subjects, [&](const SlotPtr& slot) {
                if (slot->noting)
                    slot->noted.push_back({std::string(requestId), atMs, sum});
                if (slot->opening)
                    return;
                slot->account.roll(now);
                slot->account.book(atMs, sum);
                collectReached(*slot, now, crossed);
            });
            unrecorded = &m_unrecorded[m_generation.load() % 2];
            ++*unrecorded;
        }
        if (!crossed.empty())
            handler = m_onThreshold;
    }
    reservation = {};
    reservation.m_unrecorded.reset(unrecorded);
    if (handler) {
        for (const BudgetThreshold& threshold : crossed)
            handler(threshold);
    }
}

void BudgetBook::collectReached(Slot& slot, std::int64_t nowMs, std::vector<BudgetThreshold>& crossed) const {
    if (!slot.account.budget().enabled || !slot.account.hasReachedMore())
        return;
    const BudgetStatus status = slot.account.status(nowMs);
    for (const int percent : slot.account.takeReached())
        crossed.push_back({slot.account.budget(), status, percent});
}

BudgetStatus BudgetBook::status(std::string_view budgetId) const {
    const std::int64_t now = m_clock.unixMs();
    const std::scoped_lock lock(m_mutex);
    const SlotPtr* slot = ConfigSnapshot::find(m_index.byId, budgetId);
    if (slot == nullptr)
        return {};
    (*slot)->account.roll(now);
    return (*slot)->account.status(now);
}

int BudgetBook::alertCount() const {
    if (!any())
        return 0;
    const std::int64_t now = m_clock.unixMs();
    int count = 0;
    // One at a time: when a new day begins every one of them looks at the calendar.
    for (const auto& [id, slot] : m_index.byId) {
        const std::scoped_lock lock(m_mutex);
        if (!slot->account.budget().enabled)
            continue;
        slot->account.roll(now);
        count += slot->account.state() == BudgetState::Ok ? 0 : 1;
    }
    return count;
}

} // namespace tollgate
