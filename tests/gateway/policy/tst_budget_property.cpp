// Whatever happens in whatever order, what is spent is the ledger's own sum and no hard limit is passed.

#include "gateway/policy/budget_book.h"

#include <QTest>

#include <algorithm>
#include <list>
#include <random>
#include <set>

using namespace tollgate;

namespace {

/// What the ledger would have kept of one request.
struct Row {
    std::string id;
    std::string project;
    std::string key;
    std::string user;
    std::string provider;
    std::int64_t atMs = 0;
    Money cost;

    BudgetSubjects subjects() const { return {project, key, user, provider, atMs}; }
};

bool counts(const Row& row, BudgetScope scope, const std::string& subject) {
    switch (scope) {
    case BudgetScope::Global:
        return true;
    case BudgetScope::Project:
        return row.project == subject;
    case BudgetScope::Key:
        return row.key == subject;
    case BudgetScope::User:
        return row.user == subject;
    case BudgetScope::Provider:
        return row.provider == subject;
    }
    return false;
}

struct Running {
    Row row;
    BudgetReservation promise;
    Money worst;
};

/// A gateway reduced to its money: requests begin, move, end and are recorded, budgets come and go, time
/// passes, the process dies.
class World {
public:
    explicit World(unsigned seed)
        : m_random(seed) {
        m_clock.setUnixMs(fromRfc3339("2026-10-24T21:00:00Z").value()); // the clocks change that night
        for (int i = 0; i < 8; ++i)
            putBudget("hard" + std::to_string(i), true);
        restart();
    }

    void step() {
        switch (below(24)) {
        case 0:
            m_clock.advanceMs((below(8) == 0 ? below(9) * kMsPerDay : below(7) * kMsPerHour) +
                              below(1'000'000));
            break;
        case 1:
            changeBudgets();
            break;
        case 2:
            if (below(10) == 0)
                restart();
            break;
        case 3:
        case 4:
        case 5:
            move();
            break;
        default:
            if (below(2) == 0 || m_running.empty())
                begin();
            else
                end();
        }
    }

    /// What does not hold; empty when all is well.
    std::string mistake() {
        for (const auto& [id, budget] : m_snapshot.budgets) {
            const BudgetStatus status = m_book->status(id);
            Money wanted;
            for (const Row& row : m_ledger) {
                if (row.atMs >= status.periodStartMs && row.atMs < status.resetsAtMs &&
                    counts(row, budget.scope, budget.subject))
                    wanted += row.cost;
            }
            if (wanted != status.spent)
                return id + " has spent " + wanted.toString() + ", not " + status.spent.toString();
            if (status.reserved < Money{})
                return id + " has promised " + status.reserved.toString();
            const bool sworn = m_sworn.contains(id) && budget.action == BudgetAction::Block;
            if (sworn && status.spent + status.reserved > budget.limit)
                return id + " overshoots: " + status.spent.toString() + " and " + status.reserved.toString();
        }
        return {};
    }

    void endAll() {
        while (!m_running.empty())
            end();
    }
    bool nothingPromised() const {
        return std::ranges::all_of(m_snapshot.budgets, [this](const auto& entry) {
            return m_book->status(entry.first).reserved == Money{};
        });
    }
    int refused = 0;
    int granted = 0;
    int moved = 0;
    int stayed = 0;

private:
    std::int64_t below(std::int64_t limit) {
        return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(limit));
    }
    std::string pick(const char* kind) { return kind + std::to_string(below(3)); }

    void putBudget(const std::string& id, bool sworn) {
        Budget budget;
        budget.id = id;
        budget.scope = static_cast<BudgetScope>(below(5));
        constexpr const char* kKinds[] = {"", "project", "key", "user", "provider"};
        if (budget.scope != BudgetScope::Global)
            budget.subject = pick(kKinds[static_cast<int>(budget.scope)]);
        budget.period = static_cast<BudgetPeriod>(below(4));
        budget.timezone = below(2) == 0 ? "" : "Europe/Berlin";
        budget.limit = Money{40'000 + below(80'000)};
        budget.action = sworn || below(2) == 0 ? BudgetAction::Block : BudgetAction::Warn;
        m_snapshot.budgets.insert_or_assign(id, budget);
        if (sworn)
            m_sworn.insert(id);
    }

    /// New, other and fewer budgets, while requests end.
    void changeBudgets() {
        const std::string id = "soft" + std::to_string(below(4));
        if (below(3) == 0)
            m_snapshot.budgets.erase(id);
        else
            putBudget(id, false);
        configure();
    }

    void configure() {
        m_book->configure(
            m_snapshot,
            [this] {
                // Requests end between the configuration and the view, and stay in it; others after it.
                endSome();
                return std::make_unique<View>(*this);
            },
            below(4) == 0 ? BudgetBook::Counters::Reread : BudgetBook::Counters::Keep);
    }

    class View final : public SpendingHistory {
    public:
        explicit View(World& world)
            : m_world(world)
            , m_rows(world.m_ledger) {}
        std::vector<SpentSum> sums(const std::vector<SpentSpan>& spans) override {
            std::vector<SpentSum> sums(spans.size());
            for (std::size_t i = 0; i < spans.size(); ++i) {
                for (const Row& row : m_rows) {
                    if (row.atMs >= spans[i].fromMs && row.atMs < spans[i].toMs &&
                        counts(row, spans[i].scope, spans[i].subject))
                        sums[i].amount += row.cost;
                }
            }
            m_world.endSome();
            return sums;
        }
        std::vector<std::string> held(const std::vector<std::string>& ids) override {
            std::vector<std::string> held;
            for (const std::string& id : ids) {
                if (std::ranges::find(m_rows, id, &Row::id) != m_rows.end())
                    held.push_back(id);
            }
            m_world.endSome();
            return held;
        }

    private:
        World& m_world;
        const std::vector<Row> m_rows;
    };

    void begin() {
        Running one;
        one.row = {"r" + std::to_string(m_next++),
                   pick("project"),
                   pick("key"),
                   pick("user"),
                   pick("provider"),
                   m_clock.unixMs(),
                   {}};
        one.worst = Money{below(4'000)};
        if (below(8) == 0)
            m_clock.advanceMs(below(10'000)); // its key had to be proved first
        BudgetVerdict verdict = m_book->reserve(one.row.subjects(), one.worst);
        if (verdict.refusal) {
            ++refused;
            return;
        }
        ++granted;
        one.promise = std::move(verdict.reservation);
        m_running.push_back(std::move(one));
    }

    void move() {
        if (m_running.empty())
            return;
        Running& one = any();
        Row next = one.row;
        next.provider = pick("provider");
        const Money worst = one.worst + Money{below(3) == 0 ? below(500) : 0};
        if (m_book->moveTo(one.promise, next.subjects(), worst)) {
            ++stayed;
            return;
        }
        ++moved;
        one.row.provider = next.provider;
        one.worst = worst;
    }

    Running& any() { return *std::next(m_running.begin(), below(std::ssize(m_running))); }

    void end() {
        const auto one = std::next(m_running.begin(), below(std::ssize(m_running)));
        const std::int64_t part = below(4); // aborted before anything came, aborted, half, all of it
        one->row.cost = Money{one->worst.nanodollars * part / 3};
        m_book->settle(one->promise, one->row.subjects(), one->row.cost, one->row.id);
        m_ledger.push_back(one->row);
        BudgetBook::recorded(one->promise);
        m_running.erase(one);
    }

    void endSome() {
        for (std::int64_t i = below(4); i > 0 && !m_running.empty(); --i)
            end();
    }

    void restart() {
        m_running.clear(); // nobody answered them
        m_book = std::make_unique<BudgetBook>(m_clock);
        configure();
    }

    std::mt19937 m_random;
    ManualClock m_clock;
    ConfigSnapshot m_snapshot;
    std::set<std::string> m_sworn; ///< budgets that were there before every request
    std::unique_ptr<BudgetBook> m_book;
    std::list<Running> m_running;
    std::vector<Row> m_ledger;
    int m_next = 0;
};

} // namespace

class BudgetPropertyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noInterleavingOvershootsOrMiscounts_data();
    void noInterleavingOvershootsOrMiscounts();
};

void BudgetPropertyTest::noInterleavingOvershootsOrMiscounts_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void BudgetPropertyTest::noInterleavingOvershootsOrMiscounts() {
    QFETCH(unsigned, seed);
    World world(seed);
    for (int i = 0; i < 1'500; ++i) {
        world.step();
        if (const std::string mistake = world.mistake(); !mistake.empty())
            QFAIL(("after step " + std::to_string(i) + ": " + mistake).c_str());
    }
    world.endAll();
    QCOMPARE(world.mistake(), std::string());
    QVERIFY(world.nothingPromised());
    // The seeds reach what they are for.
    QVERIFY2(world.granted > 40 && world.refused > 40 && world.moved > 5,
             qPrintable(QString::asprintf("%d granted, %d refused, %d moved, %d stayed", world.granted,
                                          world.refused, world.moved, world.stayed)));
}

QTEST_GUILESS_MAIN(BudgetPropertyTest)
#include "tst_budget_property.moc"
