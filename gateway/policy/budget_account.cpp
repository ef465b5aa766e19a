#include "gateway/policy/budget_account.h"

#include <algorithm>

namespace tollgate {

namespace {

__extension__ using Wide = __int128;
constexpr double kForecastFrom = 0.02; ///< of the period; before that a forecast says nothing
constexpr int kUsualWarning = 80;

} // namespace

std::string_view toString(BudgetState state) {
    switch (state) {
    case BudgetState::Ok:
        return "ok";
    case BudgetState::Warning:
        return "warning";
    case BudgetState::Exceeded:
        return "exceeded";
    }
    return "ok";
}

BudgetAccount::BudgetAccount(const Budget& budget, std::int64_t nowMs)
    : m_budget(budget) {
    m_now.bounds = periodBounds(budget.period, budget.timezone, nowMs);
}

void BudgetAccount::replaceBudget(const Budget& budget) {
    m_budget = budget;
    // Under a higher limit the same thresholds can be crossed again.
    m_now.told = std::min(m_now.told, highestReached());
}

bool BudgetAccount::countsTheSameAs(const Budget& budget) const {
    return m_budget.scope == budget.scope && m_budget.subject == budget.subject &&
           m_budget.period == budget.period && m_budget.timezone == budget.timezone;
}

void BudgetAccount::roll(std::int64_t nowMs) {
    if (nowMs < m_now.bounds.endMs)
        return;
    m_before = m_now;
    m_now.bounds = periodBounds(m_budget.period, m_budget.timezone, nowMs);
    if (rolling()) {
        // What is promised stays promised: it will be booked on a day that is still within.
        if (m_now.bounds.startMs >= m_before.bounds.endMs)
            m_now.reserved = {};
        forgetDays();
        m_now.told = std::min(m_now.told, highestReached()); // what was left behind may be crossed again
        return;
    }
    m_now.spent = {};
    m_now.reserved = {};
    m_now.told = 0;
}

void BudgetAccount::forgetDays() {
    while (!m_days.empty() && m_days.begin()->first < m_now.bounds.startMs) {
        m_now.spent -= m_days.begin()->second;
        m_days.erase(m_days.begin());
    }
}

bool BudgetAccount::fits(std::int64_t atMs, Money more) const {
    const auto roomIn = [&](const Window& window) {
        return !window.holds(atMs) || static_cast<Wide>(window.spent.amount.nanodollars) +
                                              window.reserved.nanodollars + more.nanodollars <=
                                          static_cast<Wide>(m_budget.limit.nanodollars);
    };
    return roomIn(m_now) && roomIn(m_before);
}

Money BudgetAccount::left(std::int64_t atMs) const {
    Wide least = m_budget.limit.nanodollars;
    for (const Window* window : {&m_now, &m_before}) {
        if (window->holds(atMs))
            least = std::min(least, static_cast<Wide>(m_budget.limit.nanodollars) -
                                        window->spent.amount.nanodollars - window->reserved.nanodollars);
    }
    return Money{static_cast<std::int64_t>(std::max<Wide>(least, 0))};
}

bool BudgetAccount::isPromised(std::int64_t atMs) const {
    const auto promisedIn = [atMs](const Window& window) {
        return window.holds(atMs) && window.reserved > Money{};
    };
    return promisedIn(m_now) || promisedIn(m_before);
}

void BudgetAccount::reserve(std::int64_t atMs, Money amount) {
    m_now.turnsAway = false;
    for (Window* window : {&m_now, &m_before}) {
        if (window->holds(atMs))
            window->reserved += amount;
    }
}

void BudgetAccount::release(std::int64_t atMs, Money amount) {
    for (Window* window : {&m_now, &m_before}) {
        if (window->holds(atMs))
            window->reserved -= amount;
    }
}

void BudgetAccount::book(std::int64_t atMs, const SpentSum& sum) {
    for (Window* window : {&m_now, &m_before}) {
        if (window->holds(atMs))
            window->spent += sum;
    }
    if (rolling() && m_now.holds(atMs))
        m_days[dayOf(atMs)] += sum;
}

std::int64_t BudgetAccount::dayOf(std::int64_t atMs) {
    if (atMs < m_day.startMs || atMs >= m_day.endMs)
        m_day = periodBounds(BudgetPeriod::Day, m_budget.timezone, atMs);
    return m_day.startMs;
}

bool BudgetAccount::reached(int percent) const {
    return static_cast<Wide>(m_now.spent.amount.nanodollars) * 100 >=
           static_cast<Wide>(m_budget.limit.nanodollars) * percent;
}

int BudgetAccount::highestReached() const {
    int highest = 0;
    for (const int percent : m_budget.thresholds) {
        if (!reached(percent))
            break; // they ascend
        highest = percent;
    }
    return highest;
}

bool BudgetAccount::hasReachedMore() const {
    return highestReached() > m_now.told;
}

std::vector<int> BudgetAccount::takeReached() {
    std::vector<int> crossed;
    for (const int percent : m_budget.thresholds) {
        if (percent > m_now.told && reached(percent))
            crossed.push_back(percent);
    }
    skipReached();
    return crossed;
}

void BudgetAccount::skipReached() {
    m_now.told = std::max(m_now.told, highestReached());
}

/// The last threshold below the limit itself is where the budget turns amber; 80 % without one.
int BudgetAccount::warningPercent() const {
    int percent = 0;
    for (const int threshold : m_budget.thresholds) {
        if (threshold < 100)
            percent = std::max(percent, threshold);
    }
    return percent == 0 ? kUsualWarning : percent;
}

BudgetState BudgetAccount::state() const {
    if (m_now.spent.amount >= m_budget.limit || (m_now.turnsAway && reached(warningPercent())))
        return BudgetState::Exceeded;
    return reached(warningPercent()) ? BudgetState::Warning : BudgetState::Ok;
}

BudgetStatus BudgetAccount::status(std::int64_t nowMs) const {
    const PeriodBounds& bounds = m_now.bounds;
    BudgetStatus result;
    result.spent = m_now.spent.amount;
    result.unpricedRequests = m_now.spent.unpriced;
    result.reserved = m_now.reserved;
    result.state = state();
    result.periodStartMs = bounds.startMs;
    result.resetsAtMs = bounds.endMs;
    const double elapsed = static_cast<double>(nowMs - bounds.startMs);
    const double share = elapsed / static_cast<double>(bounds.endMs - bounds.startMs);
    if (share < kForecastFrom || share > 1)
        return result;
    result.forecast = Money::fromUsd(result.spent.usd() / share);
    if (result.spent > Money{}) {
        const double when =
            static_cast<double>(bounds.startMs) + elapsed * m_budget.limit.usd() / result.spent.usd();
        if (when < static_cast<double>(bounds.endMs))
            result.exhaustedAtMs = static_cast<std::int64_t>(when);
    }
    return result;
}

BudgetAccount::Spans BudgetAccount::spans() const {
    if (!rolling())
        return {{m_now.bounds.startMs, m_now.bounds.endMs}};
    Spans days;
    for (std::int64_t at = m_now.bounds.startMs; at < m_now.bounds.endMs;) {
        const std::int64_t end = periodBounds(BudgetPeriod::Day, m_budget.timezone, at).endMs;
        days.emplace_back(at, end);
        at = end;
    }
    return days;
}

bool BudgetAccount::open(const Spans& spans, const std::vector<SpentSum>& sums) {
    if (spans.front().first != m_now.bounds.startMs)
        return false;
    m_now.spent = {};
    m_days.clear();
    for (std::size_t i = 0; i < spans.size(); ++i) {
        m_now.spent += sums[i];
        if (rolling())
            m_days[spans[i].first] += sums[i];
    }
    return true;
}

} // namespace tollgate
