// Reserving and settling money, exactly, whoever asks at the same time.

#include "tests/gateway/policy/budget_fixture.h"

#include <QTest>

#include <atomic>
#include <limits>
#include <random>
#include <thread>

using namespace tollgate;

using Told = std::vector<std::string>;

class BudgetBookTest : public QObject, private BudgetFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }

    void reservingAndSettlingIsExact();
    void whatWouldGoOverIsRefused();
    void aReservationGivenBackCostsNothing();
    void aReservationIsSettledOnce();
    void aDearerEndIsBookedAll();
    void scopesApplyToTheirSubjects_data();
    void scopesApplyToTheirSubjects();
    void refusedByOneReservesNone();
    void warningNeverBlocks();
    void downgradingBlocksUntilDowngraded();
    void disabledBudgetsDoNotCount();
    void statesFollowTheThresholds();
    void statesWithoutAThresholdBelowTheLimit();
    void budgetsThatAreNotOkAreNamed();
    void aWorstCaseBeyondAllNumbersIsRefused();
    void aDeletedBudgetIsForgotten();
    void aloneAGuessMayHoldWhatIsLeft();
    void whoTurnsAwayNearTheLimitIsExceeded();
    void noOvershootWithManyThreads();
    void manyThreadsLeaveNothingReserved();
};

void BudgetBookTest::reservingAndSettlingIsExact() {
    budget("b", BudgetAction::Block, 1);
    publish();
    BudgetVerdict verdict = m_book->reserve({}, Money{123'456'789});
    QVERIFY(!verdict.refusal && verdict.anyApplies);
    QCOMPARE(verdict.reservation.amount().nanodollars, 123'456'789);
    QCOMPARE(reserved("b"), std::string("0.123456789"));
    QCOMPARE(spent("b"), std::string("0"));
    m_book->settle(verdict.reservation, {}, Money{145'001});
    QCOMPARE(reserved("b"), std::string("0"));
    QCOMPARE(spent("b"), std::string("0.000145001"));
}

void BudgetBookTest::whatWouldGoOverIsRefused() {
    budget("b", BudgetAction::Block, 1);
    publish();
    BudgetVerdict half = reserve(0.5);
    BudgetVerdict rest = reserve(0.5); // just fits
    QVERIFY(!half.refusal && !rest.refusal);
    const BudgetVerdict refused = m_book->reserve({}, Money{1});
    QCOMPARE(refused.refusal->budget.id, std::string("b"));
    QVERIFY(refused.refusal->status.state == BudgetState::Exceeded);
    QCOMPARE(refused.refusal->status.reserved.toString(), std::string("1"));
    QCOMPARE(toRfc3339(refused.refusal->status.resetsAtMs), std::string("2026-12-01T00:00:00Z"));
    QVERIFY(!m_book->reserve({}, Money{0}).refusal); // what is free may go on
    settle(half.reservation, 0.1);
    QVERIFY(!reserve(0.4).refusal);
    QVERIFY(m_book->reserve({}, Money{1}).refusal.has_value());
}

void BudgetBookTest::aloneAGuessMayHoldWhatIsLeft() {
    const Money little = Money::fromUsd(0.01);
    budget("wide", BudgetAction::Block, 5);
    budget("tight", BudgetAction::Block, 1);
    budget("watched", BudgetAction::Warn, 0.01);
    publish();
    QVERIFY(spend(0.25));
    BudgetVerdict guess = m_book->reserve({}, Money::fromUsd(3), false, little);
    QVERIFY(!guess.refusal);
    QCOMPARE(guess.reservation.amount().toString(), std::string("0.75"));
    QCOMPARE(reserved("tight"), std::string("0.75"));
    QCOMPARE(reserved("wide"), std::string("0.75"));
    QVERIFY(m_book->reserve({}, Money::fromUsd(3), false, little).refusal.has_value()); // one runs
    settle(guess.reservation, 0.5);
    BudgetVerdict small = m_book->reserve({}, Money::fromUsd(0.1), false, little);
    QCOMPARE(small.reservation.amount().toString(), std::string("0.1")); // no more than was asked
    settle(small.reservation, 0.25);
    QVERIFY(m_book->reserve({}, Money{1}, false, little).refusal.has_value()); // nothing is left
}

void BudgetBookTest::whoTurnsAwayNearTheLimitIsExceeded() {
    budget("b", BudgetAction::Block, 1);
    publish();
    QVERIFY(spend(0.5));
    QVERIFY(!spend(0.6));
    QVERIFY(m_book->status("b").state == BudgetState::Ok); // a large request, much is left
    QVERIFY(spend(0.4));
    QVERIFY(m_book->status("b").state == BudgetState::Warning);
    QVERIFY(!spend(0.2));
    QVERIFY(m_book->status("b").state == BudgetState::Exceeded);
    QVERIFY(spend(0.05)); // something fits after all
    QVERIFY(m_book->status("b").state == BudgetState::Warning);
}

void BudgetBookTest::aReservationGivenBackCostsNothing() {
    budget("b", BudgetAction::Block, 1);
    publish();
    for (int i = 0; i < 100; ++i) {
        BudgetVerdict verdict = reserve(1);
        QVERIFY(!verdict.refusal);
        settle(verdict.reservation, 0);
    }
    QCOMPARE(spent("b"), std::string("0"));
    QCOMPARE(reserved("b"), std::string("0"));
}

void BudgetBookTest::aReservationIsSettledOnce() {
    budget("b", BudgetAction::Block, 1);
    publish();
    BudgetVerdict verdict = reserve(0.5);
    BudgetReservation moved = std::move(verdict.reservation);
    for (BudgetReservation* one : {&verdict.reservation, &moved, &moved})
        settle(*one, 0.2);
    QCOMPARE(spent("b"), std::string("0.2"));
    QCOMPARE(reserved("b"), std::string("0"));
}

void BudgetBookTest::aDearerEndIsBookedAll() {
    budget("b", BudgetAction::Block, 1);
    publish();
    BudgetVerdict verdict = reserve(0.5);
    settle(verdict.reservation, 3);
    QCOMPARE(spent("b"), std::string("3"));
    QVERIFY(m_book->reserve({}, Money{1}).refusal.has_value());
}

void BudgetBookTest::scopesApplyToTheirSubjects_data() {
    QTest::addColumn<int>("scope");
    QTest::addColumn<std::string>("subject");
    QTest::addColumn<bool>("applies");
    const auto row = [](const char* name, BudgetScope scope, const char* subject, bool applies) {
        QTest::newRow(name) << static_cast<int>(scope) << std::string(subject) << applies;
    };
    row("global", BudgetScope::Global, "", true);
    row("project", BudgetScope::Project, "checkout", true);
    row("another project", BudgetScope::Project, "search", false);
    row("key", BudgetScope::Key, "key_1", true);
    row("another key", BudgetScope::Key, "checkout", false);
    row("user", BudgetScope::User, "alice", true);
    row("another user", BudgetScope::User, "alic", false);
    row("provider", BudgetScope::Provider, "openai", true);
    row("another provider", BudgetScope::Provider, "openai-eu", false);
}

void BudgetBookTest::scopesApplyToTheirSubjects() {
    QFETCH(int, scope);
    QFETCH(std::string, subject);
    QFETCH(bool, applies);
    Budget& one = budget("b", BudgetAction::Block, 1);
    one.scope = static_cast<BudgetScope>(scope);
    one.subject = subject;
    publish();
    const BudgetSubjects who{"checkout", "key_1", "alice", "openai"};
    QCOMPARE(reserve(2, who).refusal.has_value(), applies);
    QCOMPARE(reserve(1, who).anyApplies, applies);
    QCOMPARE(reserved("b"), std::string(applies ? "1" : "0"));
}

void BudgetBookTest::refusedByOneReservesNone() {
    budget("wide", BudgetAction::Block, 100);
    budget("warn", BudgetAction::Warn, 100);
    budget("tight", BudgetAction::Block, 1);
    publish();
    for (int i = 0; i < 10; ++i)
        QCOMPARE(reserve(2).refusal->budget.id, std::string("tight"));
    for (const char* id : {"wide", "warn", "tight"})
        QCOMPARE(reserved(id), std::string("0"));
}

void BudgetBookTest::warningNeverBlocks() {
    budget("b", BudgetAction::Warn, 1);
    publish();
    for (int i = 0; i < 10; ++i)
        QVERIFY(spend(1));
    QCOMPARE(spent("b"), std::string("10"));
    QVERIFY(m_book->status("b").state == BudgetState::Exceeded);
}

void BudgetBookTest::downgradingBlocksUntilDowngraded() {
    budget("b", BudgetAction::Downgrade, 1).downgradeTo = "cheap";
    publish();
    const BudgetVerdict first = reserve(2);
    QCOMPARE(first.refusal->budget.downgradeTo, std::string("cheap"));
    QCOMPARE(reserved("b"), std::string("0"));
    BudgetVerdict second = m_book->reserve({}, Money::fromUsd(2), true);
    QVERIFY(!second.refusal);
    settle(second.reservation, 2); // it still counts
    QCOMPARE(spent("b"), std::string("2"));
    budget("hard", BudgetAction::Block, 1);
    publish();
    QCOMPARE(m_book->reserve({}, Money::fromUsd(2), true).refusal->budget.id, std::string("hard"));
}

void BudgetBookTest::disabledBudgetsDoNotCount() {
    budget("b", BudgetAction::Block, 1).enabled = false;
    publish();
    const BudgetVerdict verdict = reserve(5);
    QVERIFY(!verdict.refusal && !verdict.anyApplies);
    QCOMPARE(m_book->alertCount(), 0);
}

void BudgetBookTest::statesFollowTheThresholds() {
    budget("b", BudgetAction::Warn, 1).thresholds = {50, 90, 100};
    publish();
    const auto state = [this] { return std::string(toString(m_book->status("b").state)); };
    spend(0.899999999);
    QCOMPARE(state(), std::string("ok")); // 50 was told about; 90 is where it turns
    QCOMPARE(m_book->alertCount(), 0);
    spend(0.000000001);
    QCOMPARE(state(), std::string("warning"));
    QCOMPARE(m_book->alertCount(), 1);
    spend(0.1);
    QCOMPARE(state(), std::string("exceeded"));
    QCOMPARE(m_book->alertCount(), 1);
    QCOMPARE(std::string(toString(m_book->status("unknown").state)), std::string("ok"));
}

void BudgetBookTest::statesWithoutAThresholdBelowTheLimit() {
    budget("none", BudgetAction::Warn, 1).thresholds = {};
    budget("only", BudgetAction::Warn, 1).thresholds = {100};
    publish();
    spend(0.79);
    QCOMPARE(m_book->alertCount(), 0);
    spend(0.01); // 80 % where nothing else is said
    for (const char* id : {"none", "only"})
        QVERIFY(m_book->status(id).state == BudgetState::Warning);
}

void BudgetBookTest::budgetsThatAreNotOkAreNamed() {
    budget("over", BudgetAction::Warn, 1);
    budget("near", BudgetAction::Block, 2).thresholds = {50};
    budget("fine", BudgetAction::Block, 100);
    publish();
    spend(1);
    std::map<std::string, BudgetState> notOk;
    for (const auto& [id, state] : reserve(0.1).notOk)
        notOk[id] = state;
    QCOMPARE(notOk.size(), 2U);
    QVERIFY(notOk.at("over") == BudgetState::Exceeded && notOk.at("near") == BudgetState::Warning);
}

void BudgetBookTest::aWorstCaseBeyondAllNumbersIsRefused() {
    budget("b", BudgetAction::Block, 1);
    publish();
    spend(0.5);
    QVERIFY(m_book->reserve({}, Money{std::numeric_limits<std::int64_t>::max()}).refusal.has_value());
}

void BudgetBookTest::aDeletedBudgetIsForgotten() {
    budget("b", BudgetAction::Block, 1);
    publish();
    BudgetVerdict verdict = reserve(0.5);
    m_snapshot.budgets.clear();
    publish();
    settle(verdict.reservation, 0.5);
    QVERIFY(!reserve(5).anyApplies);
    QCOMPARE(spent("b"), std::string("0"));
}

void BudgetBookTest::noOvershootWithManyThreads() {
    budget("b", BudgetAction::Block, 1);
    publish();
    std::atomic<int> granted{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 2'000; ++n) {
                BudgetVerdict verdict = m_book->reserve({}, Money{1'000'000}); // a thousandth
                if (verdict.refusal)
                    continue;
                ++granted;
                m_book->settle(verdict.reservation, {}, Money{1'000'000});
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(granted.load(), 1'000);
    QCOMPARE(spent("b"), std::string("1"));
    QCOMPARE(reserved("b"), std::string("0"));
}

void BudgetBookTest::manyThreadsLeaveNothingReserved() {
    budget("hard", BudgetAction::Block, 0.01);
    budget("soft", BudgetAction::Warn, 0.005);
    publish();
    std::atomic<std::int64_t> booked{0};
    std::atomic<bool> overshot{false};
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < 8; ++i) {
        threads.emplace_back([&, i] {
            std::minstd_rand random(i + 1);
            for (int n = 0; n < 2'000; ++n) {
                const std::int64_t worst = random() % 100'000;
                BudgetVerdict verdict = m_book->reserve({}, Money{worst});
                if (verdict.refusal)
                    continue;
                const std::int64_t actual = worst * (random() % 3) / 2 / (n % 2 + 1); // never above the worst
                booked += std::min(actual, worst);
                m_book->settle(verdict.reservation, {}, Money{std::min(actual, worst)});
                const BudgetStatus status = m_book->status("hard");
                overshot = overshot || status.spent + status.reserved > Money::fromUsd(0.01);
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QVERIFY(!overshot);
    for (const char* id : {"hard", "soft"}) {
        QCOMPARE(m_book->status(id).spent.nanodollars, booked.load());
        QCOMPARE(reserved(id), std::string("0"));
    }
}

QTEST_GUILESS_MAIN(BudgetBookTest)
#include "tst_budget_book.moc"
