#include "gateway/policy/budget_book.h"

#include "gateway/policy/period.h"

#include <algorithm>
#include <map>

namespace tollgate {

namespace {

__extension__ using Wide = __int128;
constexpr double kForecastFrom = 0.02; ///< of the period; before that a forecast says nothing

bool applies(const Budget& budget, const BudgetSubjects& subjects) {
    switch (budget.scope) {
    case BudgetScope::Global:
        return true;
    case BudgetScope::Project:
        return budget.subject == subjects.project;
    case BudgetScope::Key:
        return budget.subject == subjects.keyId;
    case BudgetScope::User:
        return budget.subject == subjects.user;
    case BudgetScope::Provider:
        return budget.subject == subjects.provider;
    }
    return false;
}

bool sameAccount(const Budget& a, const Budget& b) {
    return a.scope == b.scope && a.subject == b.subject && a.period == b.period && a.timezone == b.timezone;
}

} // namespace

struct BudgetBook::Account {
    Budget budget;
    PeriodBounds bounds;
    Money spent;                        ///< within the bounds
    Money reserved;                     ///< of running requests, whatever period they began in
    std::map<std::int64_t, Money> days; ///< of rolling_30d: spent by start of day
    int lastThreshold = 0;              ///< highest percent told about in this period

    void roll(std::int64_t nowMs) {
        if (nowMs < bounds.endMs)
            return;
        bounds = periodBounds(budget.period, budget.timezone, nowMs);
        if (budget.period == BudgetPeriod::Rolling30d) {
            while (!days.empty() && days.begin()->first < bounds.startMs) {
                spent -= days.begin()->second;
                days.erase(days.begin());
            }
            lastThreshold = reachedThreshold(); // what was left behind may be crossed again
            return;
        }
        spent = {};
        lastThreshold = 0;
    }

    void book(Money amount, std::int64_t nowMs) {
        spent += amount;
        if (budget.period == BudgetPeriod::Rolling30d)
            days[periodBounds(BudgetPeriod::Day, budget.timezone, nowMs).startMs] += amount;
    }

    bool reached(int percent) const {
        return static_cast<Wide>(spent.nanodollars) * 100 >=
               static_cast<Wide>(budget.limit.nanodollars) * percent;
    }

    int reachedThreshold() const {
        int highest = 0;
        for (const int percent : budget.thresholds)
            highest = reached(percent) ? std::max(highest, percent) : highest;
        return highest;
    }

    bool wouldExceed(Money more) const {
        return static_cast<Wide>(spent.nanodollars) + reserved.nanodollars + more.nanodollars >
               static_cast<Wide>(budget.limit.nanodollars);
    }

    BudgetStatus status(std::int64_t nowMs) const {
        BudgetStatus result{spent, reserved, BudgetState::Ok, bounds.startMs, bounds.endMs, std::nullopt};
        if (spent >= budget.limit)
            result.state = BudgetState::Exceeded;
        else if (reached(warningPercent()))
            result.state = BudgetState::Warning;
        const double length = static_cast<double>(bounds.endMs - bounds.startMs);
        const double share = static_cast<double>(nowMs - bounds.startMs) / length;
        if (share >= kForecastFrom && share <= 1)
            result.forecast = Money::fromUsd(spent.usd() / share);
        return result;
    }

    /// The last threshold below the limit itself is where the budget turns amber; 80 % without one.
    int warningPercent() const {
        int percent = 0;
        for (const int threshold : budget.thresholds) {
            if (threshold < 100)
                percent = std::max(percent, threshold);
        }
        return percent == 0 ? 80 : percent;
    }
};

BudgetBook::BudgetBook(const Clock& clock)
    : m_clock(clock) {}
BudgetBook::~BudgetBook() = default;

void BudgetBook::setThresholdHandler(ThresholdHandler handler) {
    const std::scoped_lock lock(m_mutex);
    m_onThreshold = std::move(handler);
}

void BudgetBook::configure(const ConfigSnapshot& snapshot, const SpentSince& spentSince) {
    const std::int64_t now = m_clock.unixMs();
    std::vector<std::unique_ptr<Account>> fresh;
    for (const auto& [id, budget] : snapshot.budgets) {
        {
            const std::scoped_lock lock(m_mutex);
            const Account* known = account(id);
            if (known != nullptr && sameAccount(known->budget, budget))
                continue;
        }
        auto created = std::make_unique<Account>();
        created->budget = budget;
        created->bounds = periodBounds(budget.period, budget.timezone, now);
        // The database is asked without the lock: requests go on meanwhile.
        if (budget.period == BudgetPeriod::Rolling30d) {
            Money later;
            for (std::int64_t day = created->bounds.endMs - 1; day >= created->bounds.startMs;) {
                const std::int64_t start = periodBounds(BudgetPeriod::Day, budget.timezone, day).startMs;
                const Money since = spentSince(budget.scope, budget.subject, start);
                created->days[start] = since - later;
                later = since;
                day = start - 1;
            }
            created->spent = later;
        } else {
            created->spent = spentSince(budget.scope, budget.subject, created->bounds.startMs);
        }
        created->lastThreshold = created->reachedThreshold(); // told about before the restart
        fresh.push_back(std::move(created));
    }

    const std::scoped_lock lock(m_mutex);
    for (auto& created : fresh) {
        std::erase_if(m_accounts, [&](const auto& old) {
            if (old->budget.id != created->budget.id)
                return false;
            created->reserved = old->reserved;
            return true;
        });
        m_accounts.push_back(std::move(created));
    }
    std::erase_if(m_accounts, [&](const auto& one) { return !snapshot.budgets.contains(one->budget.id); });
    for (auto& one : m_accounts) {
        one->budget = snapshot.budgets.find(one->budget.id)->second;
        // Under a higher limit the same thresholds can be crossed again.
        one->lastThreshold = std::min(one->lastThreshold, one->reachedThreshold());
    }
}

BudgetBook::Account* BudgetBook::account(std::string_view id) const {
    for (const auto& one : m_accounts) {
        if (one->budget.id == id)
            return one.get();
    }
    return nullptr;
}

BudgetVerdict BudgetBook::reserve(const BudgetSubjects& subjects, Money worst, bool downgraded) {
    const std::int64_t now = m_clock.unixMs();
    BudgetVerdict verdict;
    const std::scoped_lock lock(m_mutex);
    for (const auto& one : m_accounts) {
        if (!one->budget.enabled || !applies(one->budget, subjects))
            continue;
        one->roll(now);
        verdict.anyApplies = true;
        const BudgetStatus status = one->status(now);
        const bool over = one->wouldExceed(worst);
        const bool enforced = one->budget.action == BudgetAction::Block ||
                              (one->budget.action == BudgetAction::Downgrade && !downgraded);
        if (enforced && over) {
            verdict.refusal = BudgetRefusal{one->budget, status};
            verdict.refusal->status.state = BudgetState::Exceeded;
            return verdict;
        }
        if (status.state != BudgetState::Ok)
            verdict.notOk.emplace_back(one->budget.id, status.state);
    }
    verdict.reservation.m_amount = worst;
    for (const auto& one : m_accounts) {
        if (one->budget.enabled && applies(one->budget, subjects)) {
            one->reserved += worst;
            verdict.reservation.m_budgets.push_back(one->budget.id);
        }
    }
    return verdict;
}

void BudgetBook::settle(BudgetReservation& reservation, Money actual) {
    const std::int64_t now = m_clock.unixMs();
    std::vector<BudgetThreshold> crossed;
    ThresholdHandler handler;
    {
        const std::scoped_lock lock(m_mutex);
        for (const std::string& id : reservation.m_budgets) {
            Account* one = account(id);
            if (one == nullptr)
                continue; // deleted while the request ran
            one->roll(now);
            one->reserved -= reservation.m_amount;
            one->book(actual, now);
            const int reached = one->reachedThreshold();
            if (reached > one->lastThreshold) {
                one->lastThreshold = reached;
                crossed.push_back({one->budget, one->status(now), reached});
            }
        }
        handler = m_onThreshold;
    }
    reservation = {};
    if (handler) {
        for (const BudgetThreshold& threshold : crossed)
            handler(threshold);
    }
}

BudgetStatus BudgetBook::status(std::string_view budgetId) const {
    const std::int64_t now = m_clock.unixMs();
    const std::scoped_lock lock(m_mutex);
    Account* one = account(budgetId);
    if (one == nullptr)
        return {};
    one->roll(now);
    return one->status(now);
}

int BudgetBook::alertCount() const {
    const std::int64_t now = m_clock.unixMs();
    const std::scoped_lock lock(m_mutex);
    int count = 0;
    for (const auto& one : m_accounts) {
        if (!one->budget.enabled)
            continue;
        one->roll(now);
        count += one->status(now).state == BudgetState::Ok ? 0 : 1;
    }
    return count;
}

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

} // namespace tollgate
