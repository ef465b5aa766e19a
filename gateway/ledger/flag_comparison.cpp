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

MetricComparison compare(std::string metric, const std::optional<Estimate>& base,
                         const std::optional<Estimate>& other, bool relative) {
    MetricComparison comparison;
    comparison.metric = std::move(metric);
    if (base)
        comparison.base = base->value;
    if (other)
        comparison.other = other->value;
    if (!base || !other)
        return comparison;
    comparison.difference = differenceOf(*base, *other);
    if (!relative) {
        comparison.shown = comparison.difference;
    } else if (base->value > 0) {
        const Difference& absolute = *comparison.difference;
        comparison.shown =
            Difference{absolute.value / base->value,
                       {absolute.interval.low / base->value, absolute.interval.high / base->value},
                       absolute.significant};
    }
    return comparison;
}

bool ratioAbove(const MetricComparison& comparison, const std::optional<double>& limit) {
    return limit && comparison.base && comparison.other && *comparison.base > 0 &&
           *comparison.other / *comparison.base > *limit;
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
        compare("cost_per_request_usd", left.costUsd, right.costUsd, true),
    };
    rows[0].breaksGuardrail = ratioAbove(rows[0], guardrails.maxP95Ratio);
    rows[1].breaksGuardrail =
        guardrails.maxErrorRate && rows[1].other && *rows[1].other > *guardrails.maxErrorRate;
    rows[2].breaksGuardrail = ratioAbove(rows[2], guardrails.maxCostRatio);
    return rows;
}

ArmVerdict verdictOf(const RollupCell& base, const RollupCell& other, const Guardrails& guardrails,
                     const std::vector<MetricComparison>& comparison) {
    if (std::min(base.totals.requests, other.totals.requests) < guardrails.minRequests)
        return ArmVerdict::NotEnoughData;
    const bool guarded[] = {guardrails.maxP95Ratio.has_value(), guardrails.maxErrorRate.has_value(), true};
    for (std::size_t at = 0; at < comparison.size(); ++at) {
        const MetricComparison& row = comparison[at];
        const bool plainlyWorse = row.difference && row.difference->interval.low > 0;
        if (row.breaksGuardrail || (!guarded[at] && plainlyWorse))
            return ArmVerdict::Worse;
    }
    return ArmVerdict::Healthy;
}

} // namespace tollgate
