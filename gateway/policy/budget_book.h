#pragma once
// Budgets in memory: what is spent, what is promised to running requests, and the one place that says no.
//
// The life of a request here: reserve() before it goes out, moveTo() when another provider is tried, settle()
// with what it cost, recorded() once the ledger has it. A request counts in the period it arrived in, and in
// every budget that applies when it ends, so that what is spent is always the ledger's own sum.

#include "gateway/config/snapshot.h"
#include "gateway/policy/budget_account.h"
#include "gateway/policy/short_mutex.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/money.h"

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate {

/// Who pays, and when the request arrived. An empty name has no budget.
struct BudgetSubjects {
    std::string_view project;
    std::string_view keyId;
    std::string_view user;
    std::string_view provider;
    std::int64_t atMs = 0; ///< as the ledger will have it; 0: now
};

/// A promise of money under every budget that applies. To be settled exactly once, with nothing to give it
/// all back; settling one that is empty or settled already does nothing.
class BudgetReservation {
public:
    BudgetReservation() = default;
    BudgetReservation(BudgetReservation&& other) noexcept { *this = std::move(other); }
    BudgetReservation& operator=(BudgetReservation&& other) noexcept;
    BudgetReservation(const BudgetReservation&) = delete;
    BudgetReservation& operator=(const BudgetReservation&) = delete;
    ~BudgetReservation() = default;
    Money amount() const { return m_amount; }

private:
    friend class BudgetBook;
    struct Slot;
    /// The accounts that hold the promise; few, so mostly without an allocation.
    class Holds {
    public:
        void add(std::shared_ptr<Slot> slot);
        void clear();
        bool empty() const { return m_count == 0; }
        template <typename Fn>
        void each(Fn&& fn) const {
            for (std::size_t i = 0; i < m_count; ++i)
                fn(i < kFew ? *m_few[i] : *m_more[i - kFew]);
        }
        Holds() = default;
        Holds(Holds&& other) noexcept { *this = std::move(other); }
        Holds& operator=(Holds&& other) noexcept;
        Holds(const Holds&) = delete;
        Holds& operator=(const Holds&) = delete;
        ~Holds() = default;

    private:
        static constexpr std::size_t kFew = 4;
        std::array<std::shared_ptr<Slot>, kFew> m_few;
        std::vector<std::shared_ptr<Slot>> m_more;
        std::size_t m_count = 0;
    };

    struct CountDown {
        void operator()(std::atomic<std::int64_t>* counter) const { --*counter; }
    };

    Holds m_holds;         ///< of everything but the provider
    Holds m_providerHolds; ///< of the provider that is being tried
    Money m_amount;
    Money m_providerAmount;
    std::int64_t m_atMs = 0;
    bool m_open = false; ///< reserved and not settled
    /// Settled and not recorded: where it is counted until it is, or will never be.
    std::unique_ptr<std::atomic<std::int64_t>, CountDown> m_unrecorded;
};

struct BudgetRefusal {
    Budget budget;
    BudgetStatus status;
    Money asked; ///< what did not fit
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

/// One sum that a new budget wants of the ledger. `toMs` is exclusive.
struct SpentSpan {
    BudgetScope scope = BudgetScope::Global;
    std::string subject;
    std::int64_t fromMs = 0;
    std::int64_t toMs = 0;
};

/// One unchanging view of the ledger.
class SpendingHistory {
public:
    virtual ~SpendingHistory() = default;
    /// In the order of the spans; nothing at all: the ledger cannot be read.
    virtual std::vector<SpentSum> sums(const std::vector<SpentSpan>& spans) = 0;
    /// Those of the request ids that the view holds.
    virtual std::vector<std::string> held(const std::vector<std::string>& requestIds) = 0;
};

/// Thread-safe; one mutex, held for well under a microsecond per call.
class BudgetBook {
public:
    using ThresholdHandler = std::function<void(const BudgetThreshold&)>;
    /// Makes all that was recorded() readable and opens a view of it; null: nothing is known.
    using OpenHistory = std::function<std::unique_ptr<SpendingHistory>()>;

    explicit BudgetBook(const Clock& clock);
    ~BudgetBook();

    /// Takes over the budgets of a new snapshot; counters of those that stay are kept. A new or re-scoped
    /// budget starts from what the ledger says was spent in its period, to the last request: those that end
    /// while the ledger is read count once. It cannot have refused what began before it, but counts it.
    /// One that is over a threshold from the first is told of, once, with the highest it has reached; not
    /// those that are there at the first call: they were told of before the restart.
    /// `Reread`: the ledger was corrected, so every budget begins again from it; promises are kept.
    /// Waits for the ledger; control thread only.
    enum class Counters { Keep, Reread };
    void configure(const ConfigSnapshot& snapshot, const OpenHistory& openHistory,
                   Counters counters = Counters::Keep);
    void setThresholdHandler(ThresholdHandler handler);

    /// Whether there is any budget at all; without one the rest costs nothing.
    bool any() const { return m_any.load(std::memory_order_relaxed); }
    bool anyForProviders() const { return m_anyForProviders.load(std::memory_order_relaxed); }

    /// Reserves `worst` under all budgets that apply, or under none of them and says which `block` budget
    /// refused.
    /// `downgraded`: the request already goes to a cheaper alias, so budgets that downgrade let it through.
    /// `aloneFrom`: `worst` is a mere guess. Where no other request runs and at least this is left, what is
    /// left is promised instead.
    BudgetVerdict reserve(const BudgetSubjects& subjects, Money worst, bool downgraded = false,
                          std::optional<Money> aloneFrom = {});
    /// Another provider, or another worst cost, for a request that runs: the provider's part of the promise
    /// moves, and the rest grows if `worst` is above it. Refused: everything stays as it was.
    std::optional<BudgetRefusal> moveTo(BudgetReservation& reservation, const BudgetSubjects& subjects,
                                        Money worst, bool downgraded = false);
    /// Books the real cost (nothing: its price is not known) and gives the reservation back. `requestId` is
    /// the ledger's. Has to be followed by recorded() when the ledger has the request.
    void settle(BudgetReservation& reservation, const BudgetSubjects& subjects, std::optional<Money> actual,
                std::string_view requestId = {});
    static void recorded(BudgetReservation& reservation) { reservation.m_unrecorded.reset(); }

    BudgetStatus status(std::string_view budgetId) const;
    /// Budgets in state warning or exceeded: the console's badge. The thread that configures.
    int alertCount() const;

private:
    using Slot = BudgetReservation::Slot;
    using SlotPtr = std::shared_ptr<Slot>;
    using BySubject = ByName<std::vector<SlotPtr>>;
    /// Every budget, to be found by what it is for.
    struct Index {
        std::array<BySubject, 5> bySubject; ///< by scope; the global ones under ""
        ByName<SlotPtr> byId;
        void add(const SlotPtr& slot);
        template <typename Fn>
        void each(BudgetScope scope, std::string_view subject, Fn&& fn) const;
        template <typename Fn>
        void eachFor(const BudgetSubjects& subjects, Fn&& fn) const;
        template <typename Fn>
        void eachButProviderFor(const BudgetSubjects& subjects, Fn&& fn) const;
    };
    struct Check;
    Money leftForOne(const BudgetSubjects& subjects, const Check& check) const;

    bool settleWithoutBudgets(BudgetReservation& reservation, const SpentSum& sum);
    struct Reading;
    Reading read(const std::vector<SlotPtr>& slots, SpendingHistory& history) const;
    void open(const std::vector<SlotPtr>& slots, const OpenHistory& openHistory);
    void awaitRecorded(unsigned generation) const;
    void collectReached(Slot& slot, std::int64_t nowMs, std::vector<BudgetThreshold>& crossed) const;
    void collectHighest(Slot& slot, std::int64_t nowMs, std::vector<BudgetThreshold>& crossed) const;

    const Clock& m_clock;
    bool m_configured = false; ///< of the thread that configures
    std::atomic<bool> m_any{false};
    std::atomic<bool> m_anyForProviders{false};
    mutable ShortMutex m_mutex; ///< of everything down to the blank line, and of every account
    Index m_index;
    ThresholdHandler m_onThreshold;

    /// Of bookings: the next one begins whenever budgets are opened. Written under the mutex.
    std::atomic<unsigned> m_generation{0};
    /// Booked and not yet in the ledger, by the parity of their generation.
    std::array<std::atomic<std::int64_t>, 2> m_unrecorded{};
};

} // namespace tollgate
