#pragma once
// Are two arms really different? Interval estimates of rates, percentiles and means, and of their
// differences, at 95 %. Pure.

#include "gateway/ledger/histogram.h"
#include "gateway/ledger/rollup.h"

#include <cstdint>
#include <optional>

namespace tollgate {

struct Interval {
    double low = 0;
    double high = 0;
};

/// A value with its interval.
struct Estimate {
    double value = 0;
    Interval interval;
};

/// Share of `hits` in `total` with Wilson's score interval (Wilson 1927). Nothing for an empty total.
std::optional<Estimate> rateOf(std::int64_t hits, std::int64_t total);
/// Ranks, from 1, of the order statistics between which the percentile lies (David and Nagaraja, Order
/// Statistics, 7.1): exact by the binomial distribution. Nothing where even the largest value may be too
/// small: of a 95th percentile below 72 samples.
struct Ranks {
    std::int64_t low = 0;
    std::int64_t high = 0;
};
std::optional<Ranks> percentileRanks(std::int64_t count, double fraction);
/// A percentile with the interval its order statistics give. Nothing where there is no such interval.
std::optional<Estimate> percentileOf(const Histogram& histogram, double fraction);

/// What is known of values that were added up.
struct Moments {
    std::int64_t count = 0;
    double sum = 0;
    double sumOfSquares = 0;

    double mean() const { return sum / static_cast<double>(count); }
    double variance() const; ///< of one value; of at least 2
};
/// 97.5 % of Student's t with so many degrees of freedom (at least 1), within 0.5 %.
double studentQuantile(double degrees);
/// Mean with Student's interval. Nothing below 2 values.
std::optional<Estimate> meanOf(const Moments& values);

/// other − base, its interval from both intervals (the square-and-add method, Newcombe 1998).
struct Difference {
    double value = 0;
    Interval interval;
    bool significant = false; ///< the interval leaves out zero
};
Difference differenceOf(const Estimate& base, const Estimate& other);
/// Of means, by Welch's t (Welch 1947): the arms need not spread alike. Nothing below 2 values in either.
std::optional<Difference> differenceOfMeans(const Moments& base, const Moments& other);

/// What is compared of an arm.
struct ArmEstimates {
    std::int64_t requests = 0;
    std::optional<Estimate> errorRate;
    std::optional<Estimate> p95Us;
    std::optional<Estimate> costUsd; ///< per priced request
    Moments cost;                    ///< of priced requests, USD
};
ArmEstimates estimatesOf(const RollupCell& cell);

} // namespace tollgate
