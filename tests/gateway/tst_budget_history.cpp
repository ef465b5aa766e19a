// Budgets over the real ledger: made while requests end, they know every one of them, once.

#include "gateway/budget_history.h"
#include "tests/gateway/ledger/ledger_fixture.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

using namespace tollgate;
using namespace tollgate::test;

namespace {

/// Records that may wait for the database at once: without a bound, three writers outrun it for good.
constexpr std::int64_t kMaxPending = 2'000;

} // namespace

class BudgetHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatEndsWhileABudgetIsMadeCountsOnce();
    void aRestartKnowsAllThatWasSpent();

private:
    static Budget budgetOf(const std::string& id, BudgetScope scope, const std::string& subject,
                           BudgetPeriod period) {
        Budget budget;
        budget.id = id;
        budget.scope = scope;
        budget.subject = subject;
        budget.period = period;
        budget.limit = Money::fromUsd(1000);
        return budget;
    }
};

void BudgetHistoryTest::whatEndsWhileABudgetIsMadeCountsOnce() {
    LedgerHome home;
    const auto ledger = home.start();
    LedgerReader reader(home.database(), home.clock, nullptr);
    BudgetBook book(home.clock);
    ConfigSnapshot snapshot;
    std::atomic<bool> over{false};
    std::atomic<int> written{0};
    std::vector<std::thread> workers;
    for (unsigned seed = 1; seed <= 3; ++seed) {
        workers.emplace_back([&, seed] {
            RecordSource records(seed);
            while (!over) {
                if (ledger->health().pending > kMaxPending) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                    continue;
                }
                RequestRecord record = records.next(kNow);
                record.arm.clear();
                const BudgetSubjects who{record.project, record.keyId, record.user, record.provider, kNow};
                BudgetVerdict verdict = book.reserve(who, Money{1'000'000});
                book.settle(verdict.reservation, who, record.cost, record.id);
                ledger->append(std::move(record));
                BudgetBook::recorded(verdict.reservation);
                ++written;
                std::this_thread::yield();
            }
        });
    }
    while (written < 20) // whatever the machine does meanwhile
        std::this_thread::yield();
    for (int i = 0; i < 12; ++i) {
        const std::string id = "b" + std::to_string(i);
        snapshot.budgets[id] = i % 3 == 0 ? budgetOf(id, BudgetScope::Global, {}, BudgetPeriod::Day)
                               : i % 3 == 1
                                   ? budgetOf(id, BudgetScope::User, "alice", BudgetPeriod::Rolling30d)
                                   : budgetOf(id, BudgetScope::Provider, "openai", BudgetPeriod::Month);
        book.configure(
            snapshot, [&] { return openSpendingHistory(*ledger, reader); },
            i == 7 ? BudgetBook::Counters::Reread : BudgetBook::Counters::Keep);
    }
    over = true;
    for (std::thread& worker : workers)
        worker.join();
    QVERIFY(ledger->flush());
    const auto read = reader.spend({{BudgetScope::Global, {}, kNow - 1, kNow + 1},
                                    {BudgetScope::User, "alice", kNow - 1, kNow + 1},
                                    {BudgetScope::Provider, "openai", kNow - 1, kNow + 1}});
    QVERIFY(read.has_value() && (*read)[0].cost > Money{});
    for (int i = 0; i < 12; ++i) {
        const BudgetStatus status = book.status("b" + std::to_string(i));
        const Spend& wanted = (*read)[static_cast<std::size_t>(i % 3)];
        QCOMPARE(status.spent.nanodollars, wanted.cost.nanodollars);
        QCOMPARE(status.unpricedRequests, wanted.unpriced);
        QCOMPARE(status.reserved.nanodollars, 0);
    }
    reader.close();
}

void BudgetHistoryTest::aRestartKnowsAllThatWasSpent() {
    LedgerHome home;
    ConfigSnapshot snapshot;
    for (const BudgetPeriod period :
         {BudgetPeriod::Day, BudgetPeriod::Week, BudgetPeriod::Month, BudgetPeriod::Rolling30d}) {
        const std::string id = std::to_string(static_cast<int>(period));
        snapshot.budgets[id] = budgetOf(id, BudgetScope::Global, {}, period);
        snapshot.budgets[id].timezone = "Asia/Kolkata"; // half an hour beside everybody's hours
    }
    std::map<std::string, std::int64_t> spent;
    for (int process = 0; process < 3; ++process) {
        const auto ledger = home.start();
        LedgerReader reader(home.database(), home.clock, nullptr);
        BudgetBook book(home.clock);
        book.configure(snapshot, [&] { return openSpendingHistory(*ledger, reader); });
        for (const auto& [id, before] : spent)
            QCOMPARE(book.status(id).spent.nanodollars, before);
        RecordSource records(static_cast<std::uint64_t>(process) + 1);
        for (int i = 0; i < 300; ++i) {
            home.clock.advanceMs(7'000);
            RequestRecord record = records.next(home.clock.unixMs());
            record.arm.clear();
            const BudgetSubjects who{record.project, record.keyId, record.user, record.provider, record.atMs};
            BudgetVerdict verdict = book.reserve(who, Money{});
            book.settle(verdict.reservation, who, record.cost, record.id);
            ledger->append(std::move(record));
            BudgetBook::recorded(verdict.reservation);
        }
        for (const auto& [id, budget] : snapshot.budgets)
            spent[id] = book.status(id).spent.nanodollars;
        reader.close();
    }
}

QTEST_GUILESS_MAIN(BudgetHistoryTest)
#include "tst_budget_history.moc"
