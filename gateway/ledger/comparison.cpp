#include "gateway/ledger/comparison.h"

#include <algorithm>
#include <cmath>

namespace tollgate {

namespace {

constexpr double kZ = 1.959963984540054; ///< 97.5 % of the standard normal
constexpr double kMinPercentileSamples = 20;

} // namespace

std::optional<Estimate> rateOf(std::int64_t hits, std::int64_t total) {
    if (total <= 0)
        return std::nullopt;
    const auto n = static_cast<double>(total);
    const double rate = static_cast<double>(hits) / n;
    const double z2 = kZ * kZ;
    const double centre = (rate + z2 / (2 * n)) / (1 + z2 / n);
    const double half = kZ / (1 + z2 / n) * std::sqrt(rate * (1 - rate) / n + z2 / (4 * n * n));
    return Estimate{rate, {std::max(0.0, centre - half), std::min(1.0, centre + half)}};
}

std::optional<Estimate> percentileOf(const Histogram& histogram, double fraction) {
    const auto n = static_cast<double>(histogram.count());
    if (n < kMinPercentileSamples)
        return std::nullopt;
    const double half = kZ * std::sqrt(fraction * (1 - fraction) / n);
    const auto at = [&](double where) {
        return static_cast<double>(*histogram.percentile(std::clamp(where, 0.0, 1.0)));
    };
    return Estimate{at(fraction), {at(fraction - half), at(fraction + half)}};
}

std::optional<Estimate> meanOf(std::int64_t count, double sum, double sumOfSquares) {
    if (count < 2)
        return std::nullopt;
    const auto n = static_cast<double>(count);
    const double mean = sum / n;
    const double variance = std::max(0.0, (sumOfSquares - n * mean * mean) / (n - 1));
    const double half = kZ * std::sqrt(variance / n);
    return Estimate{mean, {mean - half, mean + half}};
}

Difference differenceOf(const Estimate& base, const Estimate& other) {
    Difference difference;
    difference.value = other.value - base.value;
    difference.interval.low =
        difference.value - std::hypot(other.value - other.interval.low, base.interval.high - base.value);
    difference.interval.high =
        difference.value + std::hypot(other.interval.high - other.value, base.value - base.interval.low);
    difference.significant = difference.interval.low > 0 || difference.interval.high < 0;
    return difference;
}

ArmEstimates estimatesOf(const RollupCell& cell) {
    ArmEstimates arm;
    arm.requests = cell.totals.requests;
    arm.errorRate = rateOf(cell.totals.errors, cell.totals.requests);
    arm.p95Us = percentileOf(cell.latency, 0.95);
    arm.costUsd =
        meanOf(cell.totals.requests - cell.totals.unpriced, cell.totals.cost.usd(), cell.costSquares);
    return arm;
}

} // namespace tollgate
