// Workers and the control thread at once: for the thread sanitizer, and for what must hold whatever they do.

#include "gateway/policy/budget_book.h"
#include "gateway/policy/key_ring.h"
#include "gateway/policy/rate_limiter.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <random>
#include <thread>

using namespace tollgate;

namespace {

constexpr int kWorkers = 4;
constexpr int kRounds = 1'500;
const std::array<std::string, 3> kProviders{"openai", "anthropic", "azure"};

/// What the ledger would hold; append() is what its journal does.
class Rows {
public:
    struct Row {
        std::string id;
        std::string provider;
        Money cost;
    };
    void append(Row row) {
        const std::scoped_lock lock(m_mutex);
        m_rows.push_back(std::move(row));
    }
    std::vector<Row> all() const {
        const std::scoped_lock lock(m_mutex);
        return m_rows;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Row> m_rows;
};

class View final : public SpendingHistory {
public:
    explicit View(const Rows& rows)
        : m_rows(rows.all()) {}
    std::vector<SpentSum> sums(const std::vector<SpentSpan>& spans) override {
        std::vector<SpentSum> sums(spans.size());
        for (std::size_t i = 0; i < spans.size(); ++i) {
            for (const Rows::Row& row : m_rows) {
                if (spans[i].scope == BudgetScope::Global || spans[i].subject == row.provider)
                    sums[i].amount += row.cost;
            }
        }
        return sums;
    }
    std::vector<std::string> held(const std::vector<std::string>& ids) override {
        std::vector<std::string> held;
        for (const std::string& id : ids) {
            if (std::ranges::find(m_rows, id, &Rows::Row::id) != m_rows.end())
                held.push_back(id);
        }
        return held;
    }

private:
    const std::vector<Rows::Row> m_rows;
};

Budget budgetOf(std::string id, BudgetScope scope, std::string subject, Money limit) {
    Budget budget;
    budget.id = std::move(id);
    budget.scope = scope;
    budget.subject = std::move(subject);
    budget.limit = limit;
    budget.action = BudgetAction::Block;
    return budget;
}

} // namespace

class PolicyThreadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void budgetsStayExactWhileTheyComeAndGo();
    void limitsHoldForKeyAndProjectTogether();
};

void PolicyThreadsTest::budgetsStayExactWhileTheyComeAndGo() {
    ManualClock clock;
    BudgetBook book(clock);
    Rows rows;
    const Money limit = Money{60'000'000};
    ConfigSnapshot snapshot;
    snapshot.budgets["all"] = budgetOf("all", BudgetScope::Global, {}, limit);
    snapshot.budgets["openai"] = budgetOf("openai", BudgetScope::Provider, "openai", Money{9'000'000});
    const auto configure = [&] { book.configure(snapshot, [&] { return std::make_unique<View>(rows); }); };
    configure();
    std::atomic<bool> overshot{false};
    std::atomic<int> ended{0};
    std::vector<std::thread> threads;
    for (int worker = 0; worker < kWorkers; ++worker) {
        threads.emplace_back([&, worker] {
            std::minstd_rand random(static_cast<unsigned>(worker) + 1);
            for (int i = 0; i < kRounds; ++i) {
                Rows::Row row{std::to_string(worker) + "/" + std::to_string(i), kProviders[random() % 3], {}};
                const Money worst{static_cast<std::int64_t>(random() % 20'000)};
                BudgetVerdict verdict = book.reserve({"p", "k", "u", row.provider, 0}, worst);
                if (verdict.refusal)
                    continue;
                if (const std::string next = kProviders[random() % 3];
                    !book.moveTo(verdict.reservation, {"p", "k", "u", next, 0}, worst))
                    row.provider = next;
                row.cost = Money{worst.nanodollars * static_cast<std::int64_t>(random() % 3) / 2};
                row.cost = std::min(row.cost, worst);
                const BudgetSubjects who{"p", "k", "u", row.provider, 0};
                book.settle(verdict.reservation, who, row.cost, row.id);
                rows.append(row);
                BudgetBook::recorded(verdict.reservation);
                const BudgetStatus status = book.status("all");
                overshot = overshot || status.spent + status.reserved > limit;
            }
            ++ended;
        });
    }
    for (int n = 0; ended < kWorkers; ++n) {
        const std::string id = "late" + std::to_string(n % 3);
        if (n % 5 == 4)
            snapshot.budgets.erase(id);
        else
            snapshot.budgets[id] =
                budgetOf(id, BudgetScope::Provider, kProviders[static_cast<std::size_t>(n) % 3], limit);
        configure();
        (void)book.alertCount();
        std::this_thread::yield();
    }
    for (std::thread& thread : threads)
        thread.join();
    QVERIFY(!overshot);
    for (const auto& [id, budget] : snapshot.budgets) {
        Money wanted;
        for (const Rows::Row& row : rows.all()) {
            if (budget.scope == BudgetScope::Global || budget.subject == row.provider)
                wanted += row.cost;
        }
        QCOMPARE(book.status(id).spent.nanodollars, wanted.nanodollars);
        QCOMPARE(book.status(id).reserved.nanodollars, 0);
    }
}

void PolicyThreadsTest::limitsHoldForKeyAndProjectTogether() {
    QTemporaryDir directory;
    ManualClock clock;
    RateLimiter limiter(clock);
    QVERIFY(limiter.keepIn(directory.filePath(QStringLiteral("limits")).toStdString()).has_value());
    const Limits key{400, 1'000'000, 3};
    const Limits project{1'000, 2'000'000, 5};
    std::atomic<int> taken{0};
    std::atomic<int> running{0};
    std::atomic<bool> crowded{false};
    std::vector<std::thread> threads;
    for (int worker = 0; worker < kWorkers; ++worker) {
        threads.emplace_back([&, worker] {
            const std::string name = "k" + std::to_string(worker % 2);
            const std::array<LimitedSubject, 2> subjects{
                {{LimitScope::Key, name, &key}, {LimitScope::Project, "p", &project}}};
            for (int i = 0; i < kRounds; ++i) {
                auto verdict = limiter.admit(subjects, 10);
                if (verdict.refusal)
                    continue;
                crowded = crowded || ++running > 5;
                limiter.use(verdict.ticket, 20);
                ++taken;
                --running;
                limiter.finish(verdict.ticket, 15);
                if (i % 100 == 0)
                    limiter.forgetIdle();
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QVERIFY(!crowded);
    for (const std::string name : {"k0", "k1"}) {
        auto verdict = limiter.admit({{LimitScope::Key, name, &key}}, 0);
        for (; !verdict.refusal; verdict = limiter.admit({{LimitScope::Key, name, &key}}, 0)) {
            ++taken;
            limiter.finish(verdict.ticket, 0);
        }
    }
    QCOMPARE(taken.load(), 1'200); // each key's 600, and less than the project's 1,500
}

QTEST_GUILESS_MAIN(PolicyThreadsTest)
#include "tst_policy_threads.moc"
