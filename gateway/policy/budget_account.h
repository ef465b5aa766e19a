#pragma once
// One budget's counters: the period that runs and the one before it, for requests that arrived in that.
// Not thread-safe; the book locks.

#include "gateway/config/resources.h"
#include "gateway/policy/period.h"
#include "gateway/wire/money.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate {

enum class BudgetState { Ok, Warning, Exceeded };
std::string_view toString(BudgetState state);

/// What requests came to; those without a known price cost nothing here and are counted.
struct SpentSum {
    Money amount;
    std::int64_t unpriced = 0;

    SpentSum& operator+=(const SpentSum& other) {
        amount += other.amount;
        unpriced += other.unpriced;
        return *this;
    }
    SpentSum& operator-=(const SpentSum& other) {
        amount -= other.amount;
        unpriced -= other.unpriced;
        return *this;
    }
};

struct BudgetStatus {
    Money spent;
    Money reserved;
    BudgetState state = BudgetState::Ok;
    std::int64_t periodStartMs = 0;
    std::int64_t resetsAtMs = 0;
    std::optional<Money> forecast; ///< spent so far carried on to the period's end; nothing in its first 2 %
    /// When the limit is reached at that pace, if the period does not end before; in the past when it was.
    std::optional<std::int64_t> exhaustedAtMs;
    std::int64_t unpricedRequests = 0; ///< in the period, of unknown price and so not in `spent`
};

class BudgetAccount {
public:
    BudgetAccount(const Budget& budget, std::int64_t nowMs);

    const Budget& budget() const { return m_budget; }
    /// Same scope, subject and period: the counters stay.
    void replaceBudget(const Budget& budget);
    bool countsTheSameAs(const Budget& budget) const;

    /// Goes on to the period that holds the instant. A request counts in the period it arrived in, as in the
    /// ledger, so everything below takes its time of arrival.
    void roll(std::int64_t nowMs);
    bool fits(std::int64_t atMs, Money more) const;
    /// Neither spent nor promised, in every period that the time belongs to; not below zero.
    Money left(std::int64_t atMs) const;
    /// Whether any request that runs holds a promise.
    bool isPromised(std::int64_t atMs) const;
    /// Also ends what refused() began: something fits again.
    void reserve(std::int64_t atMs, Money amount);
    /// A request was turned away: from the last warning on, that is what "exceeded" means.
    void refused() { m_now.turnsAway = true; }
    void release(std::int64_t atMs, Money amount);
    void book(std::int64_t atMs, const SpentSum& sum);

    /// The thresholds reached since they were last asked for, ascending; each once per period.
    std::vector<int> takeReached();
    /// They count as told already.
    void skipReached();
    bool hasReachedMore() const;

    BudgetState state() const;
    BudgetStatus status(std::int64_t nowMs) const;

    /// The spans of time whose sums open() wants, disjoint and in order: the period, or its days.
    using Spans = std::vector<std::pair<std::int64_t, std::int64_t>>;
    Spans spans() const;
    /// Begins again from these sums. False: another period has begun since, and everything stays as it is.
    bool open(const Spans& spans, const std::vector<SpentSum>& sums);

private:
    struct Window {
        PeriodBounds bounds;
        SpentSum spent;
        Money reserved;
        int told = 0;           ///< highest percent told about
        bool turnsAway = false; ///< since the last promise

        bool holds(std::int64_t atMs) const { return atMs >= bounds.startMs && atMs < bounds.endMs; }
    };

    bool rolling() const { return m_budget.period == BudgetPeriod::Rolling30d; }
    bool reached(int percent) const;
    int highestReached() const;
    int warningPercent() const;
    void forgetDays();
    std::int64_t dayOf(std::int64_t atMs);

    Budget m_budget;
    Window m_now;
    Window m_before;                         ///< empty bounds until the first period has ended
    std::map<std::int64_t, SpentSum> m_days; ///< of rolling_30d, by the start of the day
    PeriodBounds m_day;                      ///< the day that was looked up last
};

} // namespace tollgate
