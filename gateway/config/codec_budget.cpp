#include "gateway/config/codec_parts.h"
#include "gateway/config/enum_names.h"

#include <algorithm>

namespace tollgate {

Parsed<Budget> budgetFromJson(const boost::json::object& json) {
    FieldReader in(json);
    Budget budget;
    in.text("id", budget.id, {false, 64, wordMistake});
    in.require("scope");
    in.choice<BudgetScope>("scope", budget.scope, kBudgetScopes);
    in.text("subject", budget.subject, {false, 256, nullptr});
    if (budget.scope == BudgetScope::Global && !budget.subject.empty())
        in.fail("subject", "must be null for a global budget");
    if (budget.scope != BudgetScope::Global && budget.subject.empty())
        in.fail("subject", "is required: whose budget it is");
    in.choice<BudgetPeriod>("period", budget.period, kBudgetPeriods);

    double limit = 0;
    in.require("limit_usd");
    in.number("limit_usd", limit, 0, 1e9);
    budget.limit = Money::fromUsd(limit);

    in.integers("thresholds", budget.thresholds, 1, 1000);
    if (std::ranges::adjacent_find(budget.thresholds, std::greater_equal<>{}) != budget.thresholds.end())
        in.fail("thresholds", "must ascend");
    in.choice<BudgetAction>("action", budget.action, kBudgetActions);
    in.text("downgrade_to", budget.downgradeTo, {false, 128, wordMistake});
    if (budget.action == BudgetAction::Downgrade && budget.downgradeTo.empty())
        in.fail("downgrade_to", "is required: the alias to downgrade to");
    in.text("timezone", budget.timezone, {false, 64, wordMistake});
    in.boolean("enabled", budget.enabled);
    in.readOnly({"spent_usd", "reserved_usd", "state", "resets_at", "forecast_usd", "exhausted_at",
                 "unpriced_requests"});
    return in.finish(std::move(budget));
}

boost::json::object toJson(const Budget& budget) {
    boost::json::array thresholds;
    for (const int threshold : budget.thresholds)
        thresholds.emplace_back(threshold);
    return {{"id", budget.id},
            {"scope", toString(budget.scope)},
            {"subject", textOrNull(budget.subject)},
            {"period", toString(budget.period)},
            {"limit_usd", budget.limit.usd()},
            {"thresholds", std::move(thresholds)},
            {"action", toString(budget.action)},
            {"downgrade_to", textOrNull(budget.downgradeTo)},
            {"timezone", textOrNull(budget.timezone)},
            {"enabled", budget.enabled}};
}

} // namespace tollgate
