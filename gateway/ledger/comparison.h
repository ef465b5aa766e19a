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
/// A percentile with the interval its order statistics give (Woodruff 1952). Nothing below 20 samples.
std::optional<Estimate> percentileOf(const Histogram& histogram, double fraction);
/// Mean of `count` values from their sum and sum of squares, with a normal interval. Nothing below 2 values.
std::optional<Estimate> meanOf(std::int64_t count, double sum, double sumOfSquares);

/// other − base, its interval from both intervals (the square-and-add method, Newcombe 1998).
struct Difference {
    double value = 0;
    Interval interval;
    bool significant = false; ///< the interval leaves out zero
};
Difference differenceOf(const Estimate& base, const Estimate& other);

/// What is compared of an arm.
struct ArmEstimates {
    std::int64_t requests = 0;
    std::optional<Estimate> errorRate;
    std::optional<Estimate> p95Us;
    std::optional<Estimate> costUsd; ///< per priced request
};
ArmEstimates estimatesOf(const RollupCell& cell);

} // namespace tollgate
