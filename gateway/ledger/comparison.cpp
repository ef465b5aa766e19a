#include "gateway/ledger/comparison.h"

#include <algorithm>
#include <cmath>

namespace tollgate {

namespace {

constexpr double kZ = 1.959963984540054; ///< 97.5 % of the standard normal
constexpr double kTail = 0.025;
/// Above, the binomial distribution is normal for our purpose, and adding it up would take too long.
constexpr std::int64_t kMaxExact = 20'000;

/// The largest k with P(B ≤ k) ≤ tail, and the smallest with P(B ≤ k) ≥ 1 − tail, B binomial.
struct Bounds {
    std::int64_t low = -1;
    std::int64_t high = 0;
};
Bounds binomialBounds(std::int64_t count, double fraction) {
    const auto n = static_cast<double>(count);
    Bounds bounds;
    if (count > kMaxExact) {
        const double centre = n * fraction;
        const double half = kZ * std::sqrt(n * fraction * (1 - fraction));
        bounds.low = static_cast<std::int64_t>(std::floor(centre - half - 0.5));
        bounds.high = static_cast<std::int64_t>(std::ceil(centre + half - 0.5));
        return bounds;
    }
    double below = 0;
    for (std::int64_t k = 0; k <= count; ++k) {
        const auto x = static_cast<double>(k);
        below += std::exp(std::lgamma(n + 1) - std::lgamma(x + 1) - std::lgamma(n - x + 1) +
                          x * std::log(fraction) + (n - x) * std::log1p(-fraction));
        if (below <= kTail)
            bounds.low = k;
        bounds.high = k;
        if (below >= 1 - kTail)
            break;
    }
    return bounds;
}

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

std::optional<Ranks> percentileRanks(std::int64_t count, double fraction) {
    if (count < 1 || fraction <= 0 || fraction >= 1)
        return std::nullopt;
    const Bounds bounds = binomialBounds(count, fraction);
    const Ranks ranks{bounds.low + 1, bounds.high + 1};
    if (ranks.low < 1 || ranks.high > count)
        return std::nullopt;
    return ranks;
}

std::optional<Estimate> percentileOf(const Histogram& histogram, double fraction) {
    const auto count = static_cast<std::int64_t>(histogram.count());
    const auto ranks = percentileRanks(count, fraction);
    if (!ranks)
        return std::nullopt;
    const auto at = [&](std::int64_t rank) { // between two ranks, so that rounding meets the right one
        const double where = (static_cast<double>(rank) - 0.5) / static_cast<double>(count);
        return static_cast<double>(*histogram.percentile(where));
    };
    return Estimate{static_cast<double>(*histogram.percentile(fraction)), {at(ranks->low), at(ranks->high)}};
}

double Moments::variance() const {
    const auto n = static_cast<double>(count);
    return std::max(0.0, (sumOfSquares - n * mean() * mean()) / (n - 1));
}

double studentQuantile(double degrees) {
    if (degrees < 2)
        return 12.7062047362;
    if (degrees < 3)
        return 4.3026527297;
    // Abramowitz and Stegun 26.7.5.
    const double z = kZ;
    const double z2 = z * z;
    const double g1 = z * (z2 + 1) / 4;
    const double g2 = z * ((5 * z2 + 16) * z2 + 3) / 96;
    const double g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    const double g4 = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return z + (g1 + (g2 + (g3 + g4 / degrees) / degrees) / degrees) / degrees;
}

std::optional<Estimate> meanOf(const Moments& values) {
    if (values.count < 2)
        return std::nullopt;
    const auto n = static_cast<double>(values.count);
    const double mean = values.mean();
    const double half = studentQuantile(n - 1) * std::sqrt(values.variance() / n);
    return Estimate{mean, {mean - half, mean + half}};
}

std::optional<Difference> differenceOfMeans(const Moments& base, const Moments& other) {
    if (base.count < 2 || other.count < 2)
        return std::nullopt;
    const auto n = static_cast<double>(base.count);
    const auto m = static_cast<double>(other.count);
    const double left = base.variance() / n;
    const double right = other.variance() / m;
    const double spread = left + right;
    // Welch and Satterthwaite's degrees of freedom; without any spread there is nothing to be unsure of.
    const double degrees =
        spread > 0 ? spread * spread / (left * left / (n - 1) + right * right / (m - 1)) : n;
    const double half = studentQuantile(degrees) * std::sqrt(spread);
    Difference difference;
    difference.value = other.mean() - base.mean();
    difference.interval = {difference.value - half, difference.value + half};
    difference.significant = difference.interval.low > 0 || difference.interval.high < 0;
    return difference;
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
    arm.cost = {cell.totals.requests - cell.totals.unpriced, cell.totals.cost.usd(), cell.costSquares};
    arm.costUsd = meanOf(arm.cost);
    return arm;
}

} // namespace tollgate
