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
        const auto mean = meanOf({4, 10, 30}); // 1 2 3 4
        QCOMPARE(mean->value, 2.5);
        QVERIFY(near(mean->interval.high - mean->value, 3.1824463 * std::sqrt(5.0 / 3 / 4), 5e-3));
        QVERIFY(!meanOf({1, 1, 1}));
    }

    void studentsQuantilesAreThoseOfTheTables() {
        const std::pair<double, double> table[] = {{1, 12.7062},  {2, 4.3027},  {3, 3.1824},  {4, 2.7764},
                                                   {5, 2.5706},   {10, 2.2281}, {25, 2.0595}, {30, 2.0423},
                                                   {120, 1.9799}, {1e9, 1.9600}};
        for (const auto& [degrees, value] : table)
            QVERIFY2(near(studentQuantile(degrees), value, 0.005 * value),
                     qPrintable(QString::number(degrees)));
        QVERIFY(near(studentQuantile(25), 2.0595, 1e-4));
    }

    void differencesOfRatesAreNewcombes() {
        // Newcombe 1998 (Statistics in Medicine 17, 873), method 10: 56/70 against 48/80 and 9/10 against
        // 3/10.
        const auto first = differenceOf(*rateOf(48, 80), *rateOf(56, 70));
        QVERIFY(near(first.value, 0.2, 1e-9));
        QVERIFY2(near(first.interval.low, 0.0524, 5e-5), qPrintable(QString::number(first.interval.low)));
        QVERIFY2(near(first.interval.high, 0.3339, 5e-5), qPrintable(QString::number(first.interval.high)));
        const auto second = differenceOf(*rateOf(3, 10), *rateOf(9, 10));
        QVERIFY2(near(second.interval.low, 0.1705, 5e-5), qPrintable(QString::number(second.interval.low)));
        QVERIFY2(near(second.interval.high, 0.8090, 5e-5), qPrintable(QString::number(second.interval.high)));
        QVERIFY(second.significant);
        const auto none = differenceOf(*rateOf(0, 10), *rateOf(0, 10));
        QVERIFY(near(none.interval.high, 0.2775, 5e-5) && near(none.interval.low, -0.2775, 5e-5));
        QVERIFY(!none.significant);
    }

    void differencesOfMeansAreWelchs() {
        // Two samples of 15 with means 20.8 and 23.0 and variances 7.9 and 3.8: 25 degrees of freedom, so
        // ±2.0595 standard errors of sqrt(7.9/15 + 3.8/15).
        const auto moments = [](double mean, double variance) {
            return Moments{15, 15 * mean, 14 * variance + 15 * mean * mean};
        };
        const auto difference = differenceOfMeans(moments(20.8, 7.9), moments(23.0, 3.8));
        QVERIFY(near(difference->value, 2.2, 1e-9));
        QVERIFY2(near(difference->interval.low, 0.3811, 2e-3),
                 qPrintable(QString::number(difference->interval.low)));
        QVERIFY(near(difference->interval.high, 4.0189, 2e-3));
        QVERIFY(difference->significant);
        // Without spread there is nothing to doubt; without two values there is nothing to say.
        const auto plain = differenceOfMeans({3, 3, 3}, {3, 6, 12});
        QVERIFY(near(plain->interval.low, 1, 1e-9) && near(plain->interval.high, 1, 1e-9));
        QVERIFY(!differenceOfMeans({1, 1, 1}, {3, 6, 12}));
    }

    void percentilesHaveTheRanksOfTheBinomial() {
        // The median of 100 lies between the 40th and the 61st value: the tables' ranks.
        QCOMPARE(percentileRanks(100, 0.5)->low, std::int64_t{40});
        QCOMPARE(percentileRanks(100, 0.5)->high, std::int64_t{61});
        QCOMPARE(percentileRanks(10, 0.5)->low, std::int64_t{2});
        QCOMPARE(percentileRanks(10, 0.5)->high, std::int64_t{9});
        QVERIFY(!percentileRanks(5, 0.5)); // 2 × 0.5⁵ > 5 %
        QVERIFY(percentileRanks(6, 0.5));
        // 0.95⁷¹ > 2.5 % ≥ 0.95⁷²: before, even the slowest request may be below the 95th percentile.
        QVERIFY(!percentileRanks(71, 0.95));
        QCOMPARE(percentileRanks(72, 0.95)->high, std::int64_t{72});
        QCOMPARE(percentileRanks(100, 0.95)->low, std::int64_t{90});
        QCOMPARE(percentileRanks(100, 0.95)->high, std::int64_t{100});
        const Ranks exact = *percentileRanks(20'000, 0.95);
        const Ranks normal = *percentileRanks(20'001, 0.95);
        QVERIFY(std::abs(exact.low - normal.low) <= 3 && std::abs(exact.high - normal.high) <= 3);
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
        QVERIFY(verdictOf({}, rows) == ArmVerdict::Worse);
    }

    void littleDataIsNoVerdict() {
        std::mt19937_64 random(5);
        const RollupCell stable = arm(random, 4000, 0.003, 300, 0.00145);
        const RollupCell canary = arm(random, 199, 0.5, 3000, 0.1);
        const auto rows = compareArms(stable, canary, {});
        QVERIFY(verdictOf({}, rows) == ArmVerdict::NotEnoughData);
        const RollupCell none;
        QVERIFY(!compareArms(stable, none, {})[0].difference);
        QVERIFY(verdictOf({}, compareArms(stable, none, {})) == ArmVerdict::NotEnoughData);
    }

    void guardrailsDecideWhereTheyAreSet() {
        std::mt19937_64 random(6);
        const RollupCell stable = arm(random, 4000, 0.003, 300, 0.00145);
        const RollupCell canary = arm(random, 900, 0.010, 330, 0.0018);
        Guardrails lenient{200, 0.02, 1.25, 1.4};
        auto rows = compareArms(stable, canary, lenient);
        QVERIFY(rows[1].difference->significant); // worse, yet within what was allowed
        QVERIFY(verdictOf(lenient, rows) == ArmVerdict::Healthy);
        Guardrails strict{200, 0.005, 1.25, 1.4};
        rows = compareArms(stable, canary, strict);
        QVERIFY(rows[1].breaksGuardrail);
        QVERIFY(verdictOf(strict, rows) == ArmVerdict::Worse);
    }

    void anErrorRateAboveItsBoundNeedsNoStable() {
        std::mt19937_64 random(7);
        const Guardrails rails{200, 0.02, 1.25, {}};
        const auto rows = compareArms({}, arm(random, 250, 0.2, 300, 0.001), rails);
        QVERIFY(rows[1].breaksGuardrail);
        QVERIFY(verdictOf(rails, rows) == ArmVerdict::Worse);
    }

    void whatCannotBeToldIsNotHealthy() {
        std::mt19937_64 random(8);
        const Guardrails rails{30, 0.5, 1.25, {}};
        // Enough requests for the flag's owner, too few for the interval of a 95th percentile.
        const RollupCell stable = arm(random, 60, 0, 300, 0.001);
        auto rows = compareArms(stable, stable, rails);
        QVERIFY(!rows[0].enough && rows[1].enough);
        QVERIFY(verdictOf(rails, rows) == ArmVerdict::NotEnoughData);
        const RollupCell more = arm(random, 200, 0, 300, 0.001);
        rows = compareArms(more, more, rails);
        QVERIFY(verdictOf(rails, rows) == ArmVerdict::Healthy);
        // A bound on the cost says nothing about requests without a price.
        RollupCell unpriced = more;
        unpriced.totals.unpriced = unpriced.totals.requests;
        const Guardrails cost{30, {}, {}, 1.2};
        QVERIFY(verdictOf(cost, compareArms(more, unpriced, cost)) == ArmVerdict::NotEnoughData);
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
