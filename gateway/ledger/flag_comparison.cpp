#include "gateway/ledger/flag_comparison.h"

#include <algorithm>

namespace tollgate {

namespace {

std::optional<Estimate> scaled(const std::optional<Estimate>& estimate, double factor) {
    if (!estimate)
        return std::nullopt;
    return Estimate{estimate->value * factor,
                    {estimate->interval.low * factor, estimate->interval.high * factor}};
}

void show(MetricComparison& row, bool relative) {
    if (!row.difference)
        return;
    if (!relative) {
        row.shown = row.difference;
    } else if (row.base && *row.base > 0) {
        const Difference& absolute = *row.difference;
        row.shown = Difference{absolute.value / *row.base,
                               {absolute.interval.low / *row.base, absolute.interval.high / *row.base},
                               absolute.significant};
    }
}

MetricComparison compare(std::string metric, const std::optional<Estimate>& base,
                         const std::optional<Estimate>& other, bool relative) {
    MetricComparison row;
    row.metric = std::move(metric);
    if (base)
        row.base = base->value;
    if (other)
        row.other = other->value;
    if (base && other)
        row.difference = differenceOf(*base, *other);
    show(row, relative);
    return row;
}

MetricComparison compareCost(const ArmEstimates& base, const ArmEstimates& other) {
    MetricComparison row;
    row.metric = "cost_per_request_usd";
    if (base.cost.count > 0)
        row.base = base.cost.mean();
    if (other.cost.count > 0)
        row.other = other.cost.mean();
    row.difference = differenceOfMeans(base.cost, other.cost);
    show(row, true);
    return row;
}

bool ratioAbove(const MetricComparison& row, const std::optional<double>& limit) {
    return limit && row.base && row.other && *row.other > *limit * *row.base;
}

} // namespace

std::string_view toString(ArmVerdict verdict) {
    switch (verdict) {
    case ArmVerdict::Healthy:
        return "healthy";
    case ArmVerdict::Worse:
        return "worse";
    case ArmVerdict::NotEnoughData:
        break;
    }
    return "not_enough_data";
}

std::vector<MetricComparison> compareArms(const RollupCell& base, const RollupCell& other,
                                          const Guardrails& guardrails) {
    const ArmEstimates left = estimatesOf(base);
    const ArmEstimates right = estimatesOf(other);
    std::vector<MetricComparison> rows{
        compare("p95_ms", scaled(left.p95Us, 1e-3), scaled(right.p95Us, 1e-3), true),
        compare("error_rate", left.errorRate, right.errorRate, false),
        compareCost(left, right),
    };
    const bool enough = other.totals.requests >= guardrails.minRequests;
    const bool comparable = enough && base.totals.requests >= guardrails.minRequests;
    rows[0].breaksGuardrail = comparable && ratioAbove(rows[0], guardrails.maxP95Ratio);
    rows[1].breaksGuardrail =
        enough && guardrails.maxErrorRate && rows[1].other && *rows[1].other > *guardrails.maxErrorRate;
    rows[2].breaksGuardrail = comparable && ratioAbove(rows[2], guardrails.maxCostRatio);
    for (MetricComparison& row : rows)
        row.enough = comparable && row.difference;
    return rows;
}

ArmVerdict verdictOf(const Guardrails& guardrails, const std::vector<MetricComparison>& comparison) {
    const auto broken = [](const MetricComparison& row) { return row.breaksGuardrail; };
    if (std::ranges::any_of(comparison, broken))
        return ArmVerdict::Worse;
    // Latency and errors always matter; cost only where somebody has set it a bound.
    const bool guarded[] = {guardrails.maxP95Ratio.has_value(), guardrails.maxErrorRate.has_value(),
                            guardrails.maxCostRatio.has_value()};
    bool unknown = false;
    for (std::size_t at = 0; at < comparison.size(); ++at) {
        const MetricComparison& row = comparison[at];
        const bool cost = at == 2;
        if (row.enough && !guarded[at] && !cost && row.difference->interval.low > 0)
            return ArmVerdict::Worse;
        unknown = unknown || (!row.enough && (guarded[at] || !cost));
    }
    return unknown ? ArmVerdict::NotEnoughData : ArmVerdict::Healthy;
}

} // namespace tollgate
