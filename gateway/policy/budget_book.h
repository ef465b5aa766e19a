#pragma once
// Budgets in memory: what is spent, what is promised to running requests, and the one place that says no.

#include "gateway/config/snapshot.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/money.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

enum class BudgetState { Ok, Warning, Exceeded };
std::string_view toString(BudgetState state);

struct BudgetStatus {
    Money spent;
    Money reserved;
    BudgetState state = BudgetState::Ok;
    std::int64_t periodStartMs = 0;
    std::int64_t resetsAtMs = 0;
    std::optional<Money> forecast; ///< spent so far carried on to the period's end; nothing in its first 2 %
};

struct BudgetSubjects {
    std::string_view project;
    std::string_view keyId;
    std::string_view user;
    std::string_view provider;
};

/// A promise of money under every budget that applies. To be settled exactly once, with nothing to give it
/// all back; settling one that is empty or settled already does nothing.
class BudgetReservation {
public:
    BudgetReservation() = default;
    BudgetReservation(BudgetReservation&&) = default;
    BudgetReservation& operator=(BudgetReservation&&) = default;
    BudgetReservation(const BudgetReservation&) = delete;
    BudgetReservation& operator=(const BudgetReservation&) = delete;
    Money amount() const { return m_amount; }

private:
    friend class BudgetBook;
    std::vector<std::string> m_budgets;
    Money m_amount;
};

struct BudgetRefusal {
    Budget budget;
    BudgetStatus status;
};

struct BudgetVerdict {
    BudgetReservation reservation;
    std::optional<BudgetRefusal> refusal; ///< set: nothing was reserved
    /// Budgets that apply and are not ok, as "id=state" pairs for the x-tollgate-budget header.
    std::vector<std::pair<std::string, BudgetState>> notOk;
    bool anyApplies = false;
};

/// Told once per threshold and period.
struct BudgetThreshold {
    Budget budget;
    BudgetStatus status;
    int percent = 0;
};

/// Thread-safe; one mutex, held for well under a microsecond per call.
class BudgetBook {
public:
    using ThresholdHandler = std::function<void(const BudgetThreshold&)>;

    explicit BudgetBook(const Clock& clock);
    ~BudgetBook();

    /// Takes over the budgets of a new snapshot; counters of those that stay are kept. A new or re-scoped
    /// budget starts from what `spentSince` says was already spent in its period. Control thread.
    using SpentSince =
        std::function<Money(BudgetScope scope, const std::string& subject, std::int64_t fromMs)>;
    void configure(const ConfigSnapshot& snapshot, const SpentSince& spentSince);
    void setThresholdHandler(ThresholdHandler handler);

    /// Reserves `worst` under all budgets that apply, or under none of them and says which `block` budget
    /// refused.
    /// `downgraded`: the request already goes to a cheaper alias, so budgets that downgrade let it through.
    BudgetVerdict reserve(const BudgetSubjects& subjects, Money worst, bool downgraded = false);
    /// Books the real cost and gives the reservation back.
    void settle(BudgetReservation& reservation, Money actual);

    BudgetStatus status(std::string_view budgetId) const;
    /// Budgets in state warning or exceeded: the console's badge.
    int alertCount() const;

private:
    struct Account;
    Account* account(std::string_view id) const;

    const Clock& m_clock;
    mutable std::mutex m_mutex;
    mutable std::vector<std::unique_ptr<Account>> m_accounts;
    ThresholdHandler m_onThreshold;
};

} // namespace tollgate
