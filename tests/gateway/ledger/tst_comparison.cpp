#include <QtTest>

#include "gateway/ledger/comparison.h"
#include "gateway/ledger/flag_comparison.h"

#include <cmath>
#include <random>

using namespace tollgate;

namespace {

/// An arm of `requests` drawn with these parameters.
RollupCell arm(std::mt19937_64& random, int requests, double errorRate, double medianMs, double meanCost) {
    std::lognormal_distribution<double> latency(std::log(medianMs * 1000), 0.5);
    std::exponential_distribution<double> cost(1 / meanCost);
    std::bernoulli_distribution fails(errorRate);
    RollupCell cell;
    for (int i = 0; i < requests; ++i) {
        cell.totals.requests += 1;
        const double usd = cost(random);
        cell.totals.cost += Money::fromUsd(usd);
        cell.costSquares += usd * usd;
        if (fails(random))
            cell.totals.errors += 1;
        else
            cell.latency.add(static_cast<std::int64_t>(latency(random)));
    }
    return cell;
}

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TestComparison : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ratesHaveWilsonsInterval() {
        const auto rate = rateOf(10, 100); // the textbook's: 0.0552 … 0.1744
        QVERIFY(near(rate->interval.low, 0.0552, 1e-4));
        QVERIFY(near(rate->interval.high, 0.1744, 1e-4));
        QCOMPARE(rateOf(0, 50)->interval.low, 0.0);
        QVERIFY(rateOf(0, 50)->interval.high > 0.05); // none seen is not none possible
        QVERIFY(!rateOf(0, 0));
    }

    void meansHaveAnInterval() {
        const auto mean = meanOf(4, 10, 30); // 1 2 3 4
        QCOMPARE(mean->value, 2.5);
        QVERIFY(near(mean->interval.high - mean->value, 1.959964 * std::sqrt(5.0 / 3 / 4), 1e-6));
        QVERIFY(!meanOf(1, 1, 1));
    }

    void intervalsHoldTheTruthNineteenTimesInTwenty() {
        std::mt19937_64 random(99);
        int rateHolds = 0;
        int percentileHolds = 0;
        int meanHolds = 0;
        constexpr int kRounds = 400;
        const double trueP95 = 300'000 * std::exp(0.5 * 1.6448536);
        for (int round = 0; round < kRounds; ++round) {
            const ArmEstimates estimates = estimatesOf(arm(random, 500, 0.04, 300, 0.002));
            const auto holds = [](const std::optional<Estimate>& estimate, double truth, double slack) {
                return estimate->interval.low <= truth * (1 + slack) &&
                       estimate->interval.high >= truth * (1 - slack);
            };
            rateHolds += holds(estimates.errorRate, 0.04, 0);
            percentileHolds += holds(estimates.p95Us, trueP95, 0.016); // the histogram's own error
            meanHolds += holds(estimates.costUsd, 0.002, 0);
        }
        for (const int holds : {rateHolds, percentileHolds, meanHolds})
            QVERIFY2(holds > 0.92 * kRounds, qPrintable(QString::number(holds)));
    }

    void equalArmsAreRarelyCalledDifferent() {
        std::mt19937_64 random(3);
        int significant = 0;
        constexpr int kRounds = 300;
        for (int round = 0; round < kRounds; ++round) {
            const RollupCell stable = arm(random, 800, 0.02, 300, 0.002);
            const RollupCell canary = arm(random, 300, 0.02, 300, 0.002);
            for (const MetricComparison& row : compareArms(stable, canary, {}))
                significant += row.difference && row.difference->significant;
        }
        QVERIFY2(significant < 0.08 * 3 * kRounds, qPrintable(QString::number(significant)));
    }

    void realDifferencesAreSeen() {
        std::mt19937_64 random(4);
        const RollupCell stable = arm(random, 4000, 0.003, 300, 0.00145);
        const RollupCell canary = arm(random, 800, 0.06, 450, 0.0030);
        const auto rows = compareArms(stable, canary, {});
        for (const MetricComparison& row : rows)
            QVERIFY2(row.difference->significant && row.difference->value > 0, row.metric.c_str());
        QVERIFY(near(rows[0].shown->value, 0.5, 0.15));   // relative
        QVERIFY(near(rows[1].shown->value, 0.057, 0.02)); // absolute
        QVERIFY(verdictOf(stable, canary, {}, rows) == ArmVerdict::Worse);
    }

    void littleDataIsNoVerdict() {
        std::mt19937_64 random(5);
        const RollupCell stable = arm(random, 4000, 0.003, 300, 0.00145);
        const RollupCell canary = arm(random, 199, 0.5, 3000, 0.1);
        const auto rows = compareArms(stable, canary, {});
        QVERIFY(verdictOf(stable, canary, {}, rows) == ArmVerdict::NotEnoughData);
        const RollupCell none;
        QVERIFY(!compareArms(stable, none, {})[0].difference);
        QVERIFY(verdictOf(stable, none, {}, compareArms(stable, none, {})) == ArmVerdict::NotEnoughData);
    }

    void guardrailsDecideWhereTheyAreSet() {
        std::mt19937_64 random(6);
        const RollupCell stable = arm(random, 4000, 0.003, 300, 0.00145);
        const RollupCell canary = arm(random, 900, 0.010, 330, 0.0018);
        Guardrails lenient{200, 0.02, 1.25, 1.4};
        auto rows = compareArms(stable, canary, lenient);
        QVERIFY(rows[1].difference->significant); // worse, yet within what was allowed
        QVERIFY(verdictOf(stable, canary, lenient, rows) == ArmVerdict::Healthy);
        Guardrails strict{200, 0.005, 1.25, 1.4};
        rows = compareArms(stable, canary, strict);
        QVERIFY(rows[1].breaksGuardrail);
        QVERIFY(verdictOf(stable, canary, strict, rows) == ArmVerdict::Worse);
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
