// Budgets as time goes by: roll-over, thresholds, forecasts, restarts, changed configurations.

#include "tests/gateway/policy/budget_fixture.h"

#include <QTest>

using namespace tollgate;

using Told = std::vector<std::string>;

class BudgetPeriodsTest : public QObject, private BudgetFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }

    void periodsBeginAgain_data();
    void periodsBeginAgain();
    void runningRequestsCrossTheBoundary();
    void thirtyDaysForgetDayByDay();
    void thirtyDaysFollowTheClocksOfTheirZone();
    void thresholdsAreToldOncePerPeriod();
    void thresholdsCrossedAtOnceAreAllTold();
    void aLowerLimitTellsAtOnce();
    void whoArrivedBeforeTheBoundaryCountsBeforeIt();
    void thirtyDaysKeepPromisesOverMidnight();
    void aCorrectedLedgerIsReadAgain();
    void requestsOfUnknownPriceAreCounted();
    void exhaustionIsForetold();
    void theHandlerMayAskBack();
    void aRestartKnowsWhatWasSpent();
    void aRestartKnowsThirtyDays();
    void aRestartDoesNotTellAgain();
    void whatIsOverFromTheFirstIsToldOnce();
    void anUnchangedBudgetIsNotAskedForAgain();
    void aNewLimitKeepsWhatIsSpent();
    void aHigherLimitMayBeCrossedAgain();
    void anotherScopeBeginsFromTheLedger();
    void forecastsCarryOn();
};

void BudgetPeriodsTest::periodsBeginAgain_data() {
    QTest::addColumn<int>("period");
    QTest::addColumn<std::string>("zone");
    QTest::addColumn<std::string>("last");
    QTest::addColumn<std::string>("first");
    const auto row = [](const char* name, BudgetPeriod period, const char* zone, const char* last,
                        const char* first) {
        QTest::newRow(name) << static_cast<int>(period) << std::string(zone) << std::string(last)
                            << std::string(first);
    };
    row("day", BudgetPeriod::Day, "", "2026-11-22T23:59:59.999Z", "2026-11-23T00:00:00Z");
    row("week", BudgetPeriod::Week, "", "2026-11-22T23:59:59.999Z", "2026-11-23T00:00:00Z");
    row("month", BudgetPeriod::Month, "", "2026-11-30T23:59:59.999Z", "2026-12-01T00:00:00Z");
    row("day in Tokyo", BudgetPeriod::Day, "Asia/Tokyo", "2026-11-22T14:59:59.999Z", "2026-11-22T15:00:00Z");
    row("day of 25 hours", BudgetPeriod::Day, "America/New_York", "2026-11-23T04:59:59.999Z",
        "2026-11-23T05:00:00Z");
}

void BudgetPeriodsTest::periodsBeginAgain() {
    QFETCH(int, period);
    QFETCH(std::string, zone);
    QFETCH(std::string, last);
    QFETCH(std::string, first);
    Budget& one = budget("b", BudgetAction::Block, 1);
    one.period = static_cast<BudgetPeriod>(period);
    one.timezone = zone;
    publish();
    QVERIFY(spend(1));
    setTime(last.c_str());
    QVERIFY(!spend(0.000000001));
    QCOMPARE(toRfc3339(m_book->status("b").resetsAtMs), first);
    setTime(first.c_str());
    QCOMPARE(spent("b"), std::string("0"));
    QVERIFY(m_book->status("b").state == BudgetState::Ok);
    QVERIFY(spend(1));
    QCOMPARE(toRfc3339(m_book->status("b").periodStartMs), first);
}

void BudgetPeriodsTest::runningRequestsCrossTheBoundary() {
    budget("b", BudgetAction::Block, 1).period = BudgetPeriod::Day;
    publish();
    BudgetVerdict verdict = reserve(0.9);
    setTime("2026-11-23T00:00:01Z");
    QCOMPARE(reserved("b"), std::string("0")); // it is yesterday's
    BudgetVerdict whole = reserve(1);
    QVERIFY(!whole.refusal);
    settle(verdict.reservation, 0.9);
    settle(whole.reservation, 0.4);
    QCOMPARE(spent("b"), std::string("0.4"));
    QCOMPARE(reserved("b"), std::string("0"));
}

void BudgetPeriodsTest::thirtyDaysForgetDayByDay() {
    budget("b", BudgetAction::Block, 1).period = BudgetPeriod::Rolling30d;
    publish();
    QVERIFY(spend(0.25));
    setTime("2026-11-23T00:00:00Z");
    QVERIFY(spend(0.5));
    setTime("2026-12-21T23:59:59Z"); // the 30th day of the first
    QCOMPARE(spent("b"), std::string("0.75"));
    setTime("2026-12-22T00:00:00Z");
    QCOMPARE(spent("b"), std::string("0.5"));
    QVERIFY(spend(0.5));
    setTime("2026-12-23T00:00:00Z");
    QCOMPARE(spent("b"), std::string("0.5"));
    setTime("2027-06-01T00:00:00Z");
    QCOMPARE(spent("b"), std::string("0"));
}

void BudgetPeriodsTest::thirtyDaysFollowTheClocksOfTheirZone() {
    start("2026-10-20T21:59:59Z"); // in Warsaw a second before the 21st
    Budget& one = budget("b", BudgetAction::Block, 1);
    one.period = BudgetPeriod::Rolling30d;
    one.timezone = "Europe/Warsaw";
    publish();
    QVERIFY(spend(0.25));
    m_clock.advanceMs(1'000);
    QVERIFY(spend(0.5));
    setTime("2026-11-18T22:59:59Z"); // winter time by now
    QCOMPARE(spent("b"), std::string("0.75"));
    m_clock.advanceMs(1'000);
    QCOMPARE(spent("b"), std::string("0.5"));
    setTime("2026-11-19T23:00:00Z");
    QCOMPARE(spent("b"), std::string("0"));
}

void BudgetPeriodsTest::thresholdsAreToldOncePerPeriod() {
    budget("b", BudgetAction::Warn, 1).period = BudgetPeriod::Day;
    publish();
    for (int i = 0; i < 12; ++i)
        spend(0.1);
    QCOMPARE(m_told, (Told{"b 50", "b 80", "b 100"}));
    setTime("2026-11-23T00:00:00Z");
    spend(0.5);
    QCOMPARE(m_told.back(), std::string("b 50"));
    QCOMPARE(m_told.size(), 4U);
}

void BudgetPeriodsTest::thresholdsCrossedAtOnceAreAllTold() {
    budget("b", BudgetAction::Warn, 1).thresholds = {50, 80, 100, 200};
    publish();
    spend(0.9);
    QCOMPARE(m_told, (Told{"b 50", "b 80"}));
    spend(5);
    QCOMPARE(m_told, (Told{"b 50", "b 80", "b 100", "b 200"}));
}

void BudgetPeriodsTest::aLowerLimitTellsAtOnce() {
    budget("b", BudgetAction::Warn, 10);
    publish();
    spend(0.9);
    QVERIFY(m_told.empty());
    budget("b", BudgetAction::Warn, 1);
    publish();
    QCOMPARE(m_told, (Told{"b 50", "b 80"}));
    publish();
    QCOMPARE(m_told.size(), 2U);
}

void BudgetPeriodsTest::whoArrivedBeforeTheBoundaryCountsBeforeIt() {
    budget("b", BudgetAction::Block, 1).period = BudgetPeriod::Day;
    publish();
    QVERIFY(spend(0.9));
    const std::int64_t arrived = m_clock.unixMs();
    setTime("2026-11-23T00:00:01Z");
    const BudgetSubjects late{{}, {}, {}, {}, arrived};
    QVERIFY(reserve(0.2, late).refusal.has_value()); // yesterday has no more
    QVERIFY(spend(0.1, late));
    QCOMPARE(spent("b"), std::string("0"));
    QVERIFY(spend(1));
}

void BudgetPeriodsTest::thirtyDaysKeepPromisesOverMidnight() {
    budget("b", BudgetAction::Block, 1).period = BudgetPeriod::Rolling30d;
    publish();
    BudgetVerdict verdict = reserve(0.75);
    setTime("2026-11-23T00:00:01Z");
    QCOMPARE(reserved("b"), std::string("0.75"));
    QVERIFY(reserve(0.5).refusal.has_value());
    settle(verdict.reservation, 0.5);
    QCOMPARE(spent("b"), std::string("0.5"));
    setTime("2026-12-22T00:00:00Z"); // it was the 22nd's
    QCOMPARE(spent("b"), std::string("0"));
}

void BudgetPeriodsTest::theHandlerMayAskBack() {
    budget("b", BudgetAction::Warn, 1);
    publish();
    std::string seen;
    m_book->setThresholdHandler([&](const BudgetThreshold& threshold) {
        seen = m_book->status(threshold.budget.id).spent.toString() + " " + threshold.status.spent.toString();
    });
    spend(0.6);
    QCOMPARE(seen, std::string("0.6 0.6"));
}

void BudgetPeriodsTest::aRestartKnowsWhatWasSpent() {
    m_spent = {{fromRfc3339("2026-10-31T23:59:59Z").value(), Money::fromUsd(50)},
               {fromRfc3339("2026-11-01T00:00:00Z").value(), Money::fromUsd(0.4)},
               {fromRfc3339("2026-11-22T11:00:00Z").value(), Money::fromUsd(0.2)}};
    Budget& one = budget("b", BudgetAction::Block, 1);
    one.scope = BudgetScope::User;
    one.subject = "alice";
    publish();
    QCOMPARE(m_asked, Told{"alice 2026-11-01T00:00:00Z"});
    QCOMPARE(spent("b"), std::string("0.6"));
    const BudgetSubjects alice{{}, {}, "alice", {}};
    QVERIFY(reserve(0.5, alice).refusal.has_value());
    QVERIFY(spend(0.4, alice));
}

void BudgetPeriodsTest::aRestartKnowsThirtyDays() {
    m_spent = {{fromRfc3339("2026-10-23T23:59:59Z").value(), Money::fromUsd(50)}, // a day too old
               {fromRfc3339("2026-10-24T00:00:00Z").value(), Money::fromUsd(0.1)},
               {fromRfc3339("2026-10-25T09:00:00Z").value(), Money::fromUsd(0.2)},
               {fromRfc3339("2026-11-22T11:00:00Z").value(), Money::fromUsd(0.3)}};
    budget("b", BudgetAction::Block, 1).period = BudgetPeriod::Rolling30d;
    publish();
    QCOMPARE(spent("b"), std::string("0.6"));
    setTime("2026-11-23T00:00:00Z");
    QCOMPARE(spent("b"), std::string("0.5"));
    setTime("2026-11-24T00:00:00Z");
    QCOMPARE(spent("b"), std::string("0.3"));
    setTime("2026-12-22T00:00:00Z");
    QCOMPARE(spent("b"), std::string("0"));
}

void BudgetPeriodsTest::aRestartDoesNotTellAgain() {
    m_spent = {{fromRfc3339("2026-11-22T11:00:00Z").value(), Money::fromUsd(0.6)}};
    budget("b", BudgetAction::Warn, 1);
    publish();
    spend(0.1);
    QVERIFY(m_told.empty());
    spend(0.1);
    QCOMPARE(m_told, Told{"b 80"});
}

void BudgetPeriodsTest::whatIsOverFromTheFirstIsToldOnce() {
    m_spent = {{fromRfc3339("2026-11-22T11:00:00Z").value(), Money::fromUsd(0.9)}};
    publish(); // the start
    budget("new", BudgetAction::Warn, 1);
    budget("wide", BudgetAction::Warn, 100);
    budget("off", BudgetAction::Warn, 1).enabled = false;
    publish();
    QCOMPARE(m_told, Told{"new 80"}); // and not 50 as well
    publish();
    QCOMPARE(m_told.size(), std::size_t{1});
    budget("wide", BudgetAction::Warn, 1.5); // lowered
    budget("off", BudgetAction::Warn, 1).enabled = true;
    publish();
    QVERIFY(std::ranges::find(m_told, "wide 50") != m_told.end());
    QVERIFY(std::ranges::find(m_told, "off 80") != m_told.end());
}

void BudgetPeriodsTest::aCorrectedLedgerIsReadAgain() {
    budget("b", BudgetAction::Block, 1);
    publish();
    BudgetVerdict running = reserve(0.2);
    spend(0.7);
    m_spent = {{fromRfc3339("2026-11-22T11:00:00Z").value(), Money::fromUsd(0.1)}};
    publish(BudgetBook::Counters::Reread);
    QCOMPARE(spent("b"), std::string("0.1"));
    QCOMPARE(reserved("b"), std::string("0.2")); // who runs still has its promise
    settle(running.reservation, 0.2);
    QCOMPARE(spent("b"), std::string("0.3"));
    QCOMPARE(reserved("b"), std::string("0"));
}

void BudgetPeriodsTest::requestsOfUnknownPriceAreCounted() {
    budget("b", BudgetAction::Block, 1);
    publish();
    for (int i = 0; i < 3; ++i) {
        BudgetVerdict verdict = reserve(0.1);
        m_book->settle(verdict.reservation, {}, std::nullopt);
    }
    QCOMPARE(m_book->status("b").unpricedRequests, 3);
    QCOMPARE(spent("b"), std::string("0"));
    QCOMPARE(reserved("b"), std::string("0"));
}

void BudgetPeriodsTest::exhaustionIsForetold() {
    start("2026-11-11T00:00:00Z"); // a third of the month
    budget("b", BudgetAction::Warn, 2);
    publish();
    QVERIFY(!m_book->status("b").exhaustedAtMs.has_value());
    spend(0.5);
    QVERIFY(!m_book->status("b").exhaustedAtMs.has_value()); // not this month
    spend(0.5);
    QCOMPARE(toRfc3339(*m_book->status("b").exhaustedAtMs), std::string("2026-11-21T00:00:00Z"));
    spend(3);
    QCOMPARE(toRfc3339(*m_book->status("b").exhaustedAtMs), std::string("2026-11-06T00:00:00Z"));
}

void BudgetPeriodsTest::anUnchangedBudgetIsNotAskedForAgain() {
    budget("b", BudgetAction::Block, 1);
    publish();
    spend(0.7);
    m_asked.clear();
    budget("new", BudgetAction::Warn, 1);
    publish();
    QCOMPARE(m_asked.size(), 1U);
    QCOMPARE(spent("b"), std::string("0.7"));
    QCOMPARE(spent("new"), std::string("0")); // as the ledger says
}

void BudgetPeriodsTest::aNewLimitKeepsWhatIsSpent() {
    budget("b", BudgetAction::Block, 1);
    publish();
    BudgetVerdict running = reserve(0.3);
    spend(0.7);
    budget("b", BudgetAction::Block, 2);
    publish();
    QCOMPARE(spent("b"), std::string("0.7"));
    QCOMPARE(reserved("b"), std::string("0.3"));
    QVERIFY(!reserve(1).refusal);
    budget("b", BudgetAction::Block, 0.5);
    publish();
    QVERIFY(m_book->reserve({}, Money{1}).refusal.has_value());
    settle(running.reservation, 0);
}

void BudgetPeriodsTest::aHigherLimitMayBeCrossedAgain() {
    budget("b", BudgetAction::Warn, 1);
    publish();
    spend(0.9);
    budget("b", BudgetAction::Warn, 10);
    publish();
    spend(4.5);
    spend(4);
    QCOMPARE(m_told, (Told{"b 50", "b 80", "b 50", "b 80"}));
}

void BudgetPeriodsTest::anotherScopeBeginsFromTheLedger() {
    budget("b", BudgetAction::Block, 1);
    publish();
    BudgetVerdict running = reserve(0.2);
    spend(0.7);
    m_spent = {{fromRfc3339("2026-11-22T11:00:00Z").value(), Money::fromUsd(0.1)}};
    Budget& one = budget("b", BudgetAction::Block, 1);
    one.scope = BudgetScope::Project;
    one.subject = "checkout";
    publish();
    QCOMPARE(spent("b"), std::string("0.1"));
    settle(running.reservation, 0);
    QCOMPARE(reserved("b"), std::string("0"));
}

void BudgetPeriodsTest::forecastsCarryOn() {
    start("2026-11-01T00:00:00Z");
    budget("b", BudgetAction::Warn, 100);
    publish();
    spend(1);
    QVERIFY(!m_book->status("b").forecast.has_value()); // too early to say
    setTime("2026-11-04T00:00:00Z");                    // a tenth of the month
    QCOMPARE(m_book->status("b").forecast->toString(), std::string("10"));
    setTime("2026-11-16T00:00:00Z");
    QCOMPARE(m_book->status("b").forecast->toString(), std::string("2"));
}

QTEST_GUILESS_MAIN(BudgetPeriodsTest)
#include "tst_budget_periods.moc"
