#include <QtTest>

#include "gateway/ledger/arm_stats.h"
#include "gateway/ledger/guardrails.h"

using namespace tollgate;

namespace {

RequestRecord request(std::string_view arm, std::int64_t atMs = 100) {
    RequestRecord record;
    record.atMs = atMs;
    record.flag = "chat-canary";
    record.arm = arm;
    record.status = 200;
    record.latencyUs = 100'000;
    record.cost = Money::fromUsd(0.001);
    return record;
}

RequestRecord failed(std::string_view arm) {
    RequestRecord record = request(arm);
    record.status = 502;
    record.outcome = RequestOutcome::Error;
    record.cost = Money{};
    return record;
}

/// Answered by stable after the canary had failed.
RequestRecord saved() {
    RequestRecord record = request("stable");
    record.failedArm = "canary";
    record.latencyUs = 9'000'000;
    return record;
}

/// Arms of so many requests, so many of them failed, with one latency and one cost.
RollupCell cell(int requests, int errors, std::int64_t latencyUs = 100'000, double usd = 0.001) {
    RollupCell made;
    made.totals.requests = requests;
    made.totals.errors = errors;
    made.totals.cost = Money::fromUsd(usd * requests);
    if (requests > errors)
        made.latency.add(latencyUs, static_cast<std::uint64_t>(requests - errors));
    return made;
}

} // namespace

class ArmStatsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestCountsForTheArmThatAnswered();
    void aCanaryThatWasSavedByStableHasFailed();
    void whatReachedNoTargetCountsForNoArm();
    void whatTheCacheHadToAnswerIsAFailure();
    void onlyRequestsSinceTheChangeCount();
    void aChangeBeginsAnewAndOthersGoOn();
    void whatIsNotWatchedCostsNothing();
    void whatTheLedgerHoldsComesFirst();
    void tooFewRequestsAreNoVerdict();
    void anErrorRateIsJudgedWithoutStable();
    void ratiosNeedBothArms();
    void aLimitMayBeReachedButNotPassed();
    void whatCannotBeJudgedIsNotSatisfied();
    void whatIsBrokenIsToldFirst();
};

void ArmStatsTest::aRequestCountsForTheArmThatAnswered() {
    ArmStats stats;
    stats.watch({{"chat-canary", 0}});
    stats.record(request("stable"));
    stats.record(request("stable"));
    stats.record(request("canary"));
    stats.record(failed("canary"));
    const ArmCells arms = stats.of("chat-canary");
    QCOMPARE(arms.at("stable").totals.requests, std::int64_t{2});
    QCOMPARE(arms.at("stable").totals.errors, std::int64_t{0});
    QCOMPARE(arms.at("canary").totals.requests, std::int64_t{2});
    QCOMPARE(arms.at("canary").totals.errors, std::int64_t{1});
}

void ArmStatsTest::aCanaryThatWasSavedByStableHasFailed() {
    ArmStats stats;
    stats.watch({{"chat-canary", 0}});
    stats.record(request("stable"));
    stats.record(request("canary"));
    stats.record(saved());
    const ArmCells arms = stats.of("chat-canary");
    QCOMPARE(arms.at("canary").totals.requests, std::int64_t{2});
    QCOMPARE(arms.at("canary").totals.errors, std::int64_t{1});
    // Neither the time lost nor stable's price is the canary's; nor is it any of stable's.
    QCOMPARE(arms.at("canary").totals.cost, Money::fromUsd(0.001));
    QCOMPARE(arms.at("canary").totals.unpriced, std::int64_t{1});
    QCOMPARE(arms.at("canary").latency.count(), std::uint64_t{1});
    QCOMPARE(arms.at("stable").totals.requests, std::int64_t{1});
    QCOMPARE(arms.at("stable").latency.count(), std::uint64_t{1});
}

void ArmStatsTest::whatReachedNoTargetCountsForNoArm() {
    ArmStats stats;
    stats.watch({{"chat-canary", 0}});
    RequestRecord refused = failed("");
    refused.status = 429;
    refused.outcome = RequestOutcome::Rejected;
    stats.record(refused);
    QVERIFY(stats.of("chat-canary").empty());
}

void ArmStatsTest::whatTheCacheHadToAnswerIsAFailure() {
    ArmStats stats;
    stats.watch({{"chat-canary", 0}});
    RequestRecord stale = request("");
    stale.failedArm = "stable";
    stats.record(stale);
    QCOMPARE(stats.of("chat-canary").at("stable").totals.errors, std::int64_t{1});
}

void ArmStatsTest::onlyRequestsSinceTheChangeCount() {
    ArmStats stats;
    stats.watch({{"chat-canary", 100}});
    stats.record(request("canary", 99));
    stats.record(request("canary", 100));
    QCOMPARE(stats.of("chat-canary").at("canary").totals.requests, std::int64_t{1});
}

void ArmStatsTest::aChangeBeginsAnewAndOthersGoOn() {
    ArmStats stats;
    QCOMPARE(stats.watch({{"chat-canary", 0}, {"other", 0}}).size(), std::size_t{2});
    stats.record(request("canary"));
    RequestRecord other = request("canary");
    other.flag = "other";
    stats.record(other);
    const auto begun = stats.watch({{"chat-canary", 100}, {"other", 0}});
    QCOMPARE(begun.size(), std::size_t{1});
    QCOMPARE(begun.front().flag, std::string("chat-canary"));
    QVERIFY(stats.of("chat-canary").empty());
    QCOMPARE(stats.of("other").at("canary").totals.requests, std::int64_t{1});
    stats.watch({});
    QVERIFY(stats.of("other").empty());
}

void ArmStatsTest::whatIsNotWatchedCostsNothing() {
    ArmStats stats;
    stats.record(request("canary"));
    RequestRecord copy = request("mirror");
    stats.watch({{"chat-canary", 0}});
    stats.record(copy);
    QVERIFY(stats.of("chat-canary").empty());
}

void ArmStatsTest::whatTheLedgerHoldsComesFirst() {
    ArmStats stats;
    stats.watch({{"chat-canary", 0}});
    stats.seed("chat-canary", {{"canary", cell(10, 1)}});
    stats.seed("unknown", {{"canary", cell(10, 1)}});
    stats.record(failed("canary"));
    QCOMPARE(stats.of("chat-canary").at("canary").totals.requests, std::int64_t{11});
    QCOMPARE(stats.of("chat-canary").at("canary").totals.errors, std::int64_t{2});
    QVERIFY(stats.of("unknown").empty());
}

void ArmStatsTest::tooFewRequestsAreNoVerdict() {
    const Guardrails rails{200, 0.02, {}, {}};
    const RailVerdict verdict = judge(rails, {{"canary", cell(199, 199)}});
    QVERIFY(verdict.state == RailState::NotEnoughData);
    QCOMPARE(verdict.reason, std::string("199 of 200 requests"));
    QVERIFY(judge(rails, {}).state == RailState::NotEnoughData);
}

void ArmStatsTest::anErrorRateIsJudgedWithoutStable() {
    const Guardrails rails{200, 0.02, {}, {}};
    const RailVerdict verdict = judge(rails, {{"canary", cell(220, 18)}});
    QVERIFY(verdict.state == RailState::Broken);
    QCOMPARE(verdict.reason, std::string("error rate 8.18 % is above 2 % after 220 requests"));
    QVERIFY(judge(rails, {{"canary", cell(220, 4)}}).state == RailState::Satisfied);
}

void ArmStatsTest::ratiosNeedBothArms() {
    const Guardrails rails{50, {}, 1.25, {}};
    ArmCells arms{{"stable", cell(49, 0)}, {"canary", cell(60, 0, 200'000)}};
    QVERIFY(judge(rails, arms).state == RailState::NotEnoughData);
    arms["stable"] = cell(50, 0);
    const RailVerdict verdict = judge(rails, arms);
    QVERIFY(verdict.state == RailState::Broken);
    QVERIFY2(verdict.reason.find("p95 of 199 ms is above 1.25 ") == 0, verdict.reason.c_str());
    arms["canary"] = cell(60, 0, 120'000);
    QVERIFY(judge(rails, arms).state == RailState::Satisfied);
}

void ArmStatsTest::aLimitMayBeReachedButNotPassed() {
    const Guardrails rails{50, 0.1, {}, 2.0};
    ArmCells arms{{"stable", cell(100, 0)}, {"canary", cell(100, 10, 100'000, 0.002)}};
    QVERIFY(judge(rails, arms).state == RailState::Satisfied);
    arms["canary"] = cell(100, 10, 100'000, 0.0021);
    QVERIFY(judge(rails, arms).state == RailState::Broken);
    arms["canary"] = cell(100, 11, 100'000, 0.002);
    QVERIFY(judge(rails, arms).state == RailState::Broken);
}

void ArmStatsTest::whatCannotBeJudgedIsNotSatisfied() {
    RollupCell unpriced = cell(100, 0);
    unpriced.totals.unpriced = 100;
    ArmCells arms{{"stable", cell(100, 0)}, {"canary", unpriced}};
    const RailVerdict cost = judge({50, {}, {}, 1.4}, arms);
    QVERIFY(cost.state == RailState::NotEnoughData);
    QCOMPARE(cost.reason, std::string("no request with a known price"));
    arms["canary"] = cell(100, 90);
    QVERIFY(judge({50, {}, 1.2, {}}, arms).state == RailState::NotEnoughData);
}

void ArmStatsTest::whatIsBrokenIsToldFirst() {
    // Stable has nothing to compare with, yet the canary fails plainly.
    const RailVerdict verdict = judge({50, 0.02, 1.25, 1.4}, {{"canary", cell(60, 30)}});
    QVERIFY(verdict.state == RailState::Broken);
}

QTEST_GUILESS_MAIN(ArmStatsTest)
#include "tst_arm_stats.moc"
