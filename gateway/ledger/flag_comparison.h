#pragma once
// The arms of a flag against each other: the rows of Overview's canary card and of GET /flags/{key}/report.

#include "gateway/config/resources.h"
#include "gateway/ledger/arm_stats.h"
#include "gateway/ledger/comparison.h"

#include <boost/json/array.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// In the order of what is to be said of several arms.
enum class ArmVerdict { Healthy, NotEnoughData, Worse };
std::string_view toString(ArmVerdict verdict);

struct MetricComparison {
    std::string metric; ///< "p95_ms", "error_rate", "cost_per_request_usd"
    std::optional<double> base;
    std::optional<double> other;
    /// other − base in the metric's unit; and relative to base (rates stay absolute: 0.3 % → 0.6 % is no
    /// "+100 %").
    std::optional<Difference> difference;
    std::optional<Difference> shown;
    bool breaksGuardrail = false;
    bool enough = false; ///< both arms have min_requests, and the difference an interval
};

std::vector<MetricComparison> compareArms(const RollupCell& base, const RollupCell& other,
                                          const Guardrails& guardrails);

/// Worse: a guardrail is broken; without guardrails, or as far as they say nothing, a significantly higher
/// error rate or p95. Healthy only where everything that counts can be told; below min_requests it cannot,
/// but for an error rate that is plainly above its bound.
ArmVerdict verdictOf(const Guardrails& guardrails, const std::vector<MetricComparison>& comparison);

} // namespace tollgate
