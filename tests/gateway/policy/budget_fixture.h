#pragma once
// A budget book over a configuration that tests change at will, and a ledger that remembers what it was
// asked.

#include "gateway/policy/budget_book.h"

#include <memory>
#include <string>
#include <vector>

namespace tollgate {

class BudgetFixture {
protected:
    void start(const char* at = "2026-11-22T12:00:00Z") {
        m_clock.setUnixMs(fromRfc3339(at).value());
        m_snapshot = {};
        m_spent.clear();
        m_asked.clear();
        m_told.clear();
        m_book = std::make_unique<BudgetBook>(m_clock);
        m_book->setThresholdHandler([this](const BudgetThreshold& threshold) {
            m_told.push_back(threshold.budget.id + " " + std::to_string(threshold.percent));
        });
    }
    void setTime(const char* at) { m_clock.setUnixMs(fromRfc3339(at).value()); }

    Budget& budget(std::string id, BudgetAction action, double limitUsd) {
        Budget& made = m_snapshot.budgets[id];
        made.id = std::move(id);
        made.action = action;
        made.limit = Money::fromUsd(limitUsd);
        return made;
    }
    /// Tells the book about the budgets made so far.
    void publish(BudgetBook::Counters counters = BudgetBook::Counters::Keep) {
        m_book->configure(
            m_snapshot, [this] { return std::make_unique<History>(*this); }, counters);
    }
    BudgetVerdict reserve(double usd, const BudgetSubjects& subjects = {}) {
        return m_book->reserve(subjects, Money::fromUsd(usd));
    }
    /// Reserves and settles the same amount.
    bool spend(double usd, const BudgetSubjects& subjects = {}) {
        BudgetVerdict verdict = reserve(usd, subjects);
        if (verdict.refusal)
            return false;
        settle(verdict.reservation, usd, subjects);
        return true;
    }
    void settle(BudgetReservation& reservation, double usd, const BudgetSubjects& subjects = {}) {
        m_book->settle(reservation, subjects, Money::fromUsd(usd));
        BudgetBook::recorded(reservation);
    }
    std::string spent(std::string_view id) const { return m_book->status(id).spent.toString(); }
    std::string reserved(std::string_view id) const { return m_book->status(id).reserved.toString(); }

    /// What the ledger says: everything, whoever spent it.
    class History final : public SpendingHistory {
    public:
        explicit History(BudgetFixture& fixture)
            : m_fixture(fixture) {}
        std::vector<SpentSum> sums(const std::vector<SpentSpan>& spans) override {
            std::vector<SpentSum> sums;
            for (const SpentSpan& span : spans) {
                m_fixture.m_asked.push_back(span.subject + " " + toRfc3339(span.fromMs));
                SpentSum& sum = sums.emplace_back();
                for (const auto& [at, amount] : m_fixture.m_spent) {
                    if (at >= span.fromMs && at < span.toMs)
                        sum.amount += amount;
                }
            }
            return sums;
        }
        std::vector<std::string> held(const std::vector<std::string>&) override { return {}; }

    private:
        BudgetFixture& m_fixture;
    };

    ManualClock m_clock;
    ConfigSnapshot m_snapshot;
    std::vector<std::pair<std::int64_t, Money>> m_spent; ///< what the ledger holds
    std::vector<std::string> m_asked;
    std::vector<std::string> m_told;
    std::unique_ptr<BudgetBook> m_book;
};

} // namespace tollgate
