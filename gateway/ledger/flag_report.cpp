// GET /flags/{key}/report and the arms behind Overview's canary card.
#include "gateway/ledger/flag_report.h"

#include "gateway/ledger/flag_comparison.h"

#include <boost/json/array.hpp>

#include <algorithm>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::int64_t kSecondMs = 1000;

json::value orNull(const std::optional<double>& value) {
    return value ? json::value(*value) : json::value();
}

json::value intervalJson(const std::optional<Interval>& interval, double unit = 1) {
    return interval ? json::value(json::array{interval->low * unit, interval->high * unit}) : json::value();
}

std::optional<Interval> intervalOf(const std::optional<Estimate>& estimate) {
    return estimate ? std::optional(estimate->interval) : std::nullopt;
}

json::object armJson(const std::string& name, const RollupCell& cell, std::int64_t all) {
    const auto ms = [](const std::optional<std::int64_t>& us) {
        return us ? json::value(static_cast<double>(*us) / 1000) : json::value();
    };
    const ArmEstimates estimates = estimatesOf(cell);
    const std::int64_t priced = cell.totals.requests - cell.totals.unpriced;
    return {
        {"arm", name},
        {"requests", cell.totals.requests},
        {"share", all > 0 ? static_cast<double>(cell.totals.requests) / static_cast<double>(all) : 0.0},
        {"errors", cell.totals.errors},
        {"error_rate", estimates.errorRate ? json::value(estimates.errorRate->value) : json::value()},
        {"error_rate_interval", intervalJson(intervalOf(estimates.errorRate))},
        {"p50_ms", ms(cell.latency.percentile(0.5))},
        {"p95_ms", ms(cell.latency.percentile(0.95))},
        {"p95_interval_ms", intervalJson(intervalOf(estimates.p95Us), 1e-3)},
        {"cost_usd", cell.totals.cost.usd()},
        {"unpriced_requests", cell.totals.unpriced},
        {"cost_per_request_usd",
         priced > 0 ? json::value(cell.totals.cost.usd() / static_cast<double>(priced)) : json::value()},
        {"cost_interval_usd", intervalJson(intervalOf(estimates.costUsd))},
    };
}

std::string_view differenceVerdict(const MetricComparison& row) {
    if (row.breaksGuardrail)
        return "worse";
    if (!row.enough)
        return "not_enough_data";
    if (!row.difference->significant)
        return "no_difference";
    return row.difference->value > 0 ? "worse" : "better";
}

json::object differenceJson(const MetricComparison& row, const std::string& base, const std::string& other) {
    json::object item{{"metric", row.metric}, {"arm", other}, {"against", base}};
    item["base"] = orNull(row.base);
    item["value"] = orNull(row.other);
    item["difference"] = row.shown ? json::value(row.shown->value) : json::value();
    item["relative"] = row.metric != "error_rate";
    item["interval"] = row.shown ? intervalJson(row.shown->interval) : json::value();
    item["significant"] = row.enough && row.difference->significant;
    item["breaks_guardrail"] = row.breaksGuardrail;
    item["verdict"] = differenceVerdict(row);
    return item;
}

std::int64_t allRequests(const ArmCells& arms) {
    std::int64_t all = 0;
    for (const auto& [name, cell] : arms)
        all += cell.totals.requests;
    return all;
}

/// The arm the others are measured against.
std::string baseArm(const Flag& flag) {
    if (flag.type != FlagType::Prompt)
        return "stable";
    if (!flag.defaultVersion.empty() || flag.weights.empty())
        return flag.defaultVersion;
    return flag.weights.front().first;
}

std::vector<std::string> armNames(const Flag& flag, const ArmCells& arms) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    };
    if (flag.type == FlagType::Canary) {
        add("stable");
        add("canary");
    } else if (flag.type == FlagType::Prompt) {
        add(baseArm(flag));
        for (const auto& [version, weight] : flag.weights)
            add(version);
    }
    for (const auto& [name, cell] : arms)
        add(name);
    return names;
}

} // namespace

Answer<ArmCells> readArms(LedgerConnection& connection, const Flag& flag, std::int64_t fromMs) {
    // A prompt's arm is its version, whichever other flag the request also met; versions that callers chose
    // themselves are no part of the experiment.
    const bool prompt = flag.type == FlagType::Prompt;
    const SqlCondition condition{prompt ? "d.prompt_flag = ?" : "d.flag = ?", {flag.key}};
    ScanRange range{fromMs, std::nullopt, kMsPerDay, true};
    range.mirrors = flag.type == FlagType::Mirror;
    ArmCells arms;
    const auto scanned =
        connection.scan(range, condition, [&](const Dimension& who, std::int64_t, const SumRow& row) {
            RollupCell cell;
            cell.add(row);
            if (prompt)
                addArm(arms, who.promptVersion, {}, cell);
            else
                addArm(arms, who.arm, who.failedArm, cell);
        });
    if (!scanned)
        return tl::unexpected(scanned.error());
    return arms;
}

Answer<ArmCells> LedgerReader::arms(const Flag& flag, std::int64_t fromMs) {
    return readArms(*m_connection, flag, fromMs);
}

json::value canaryJson(const Flag& flag, const ArmCells& arms, std::string_view window) {
    const auto cellOf = [&](const char* name) {
        const auto found = arms.find(name);
        return found == arms.end() ? RollupCell() : found->second;
    };
    const RollupCell stable = cellOf("stable");
    const RollupCell canary = cellOf("canary");
    const std::int64_t all = stable.totals.requests + canary.totals.requests;
    const Guardrails guardrails = flag.guardrails.value_or(Guardrails{});
    const auto comparison = compareArms(stable, canary, guardrails);
    json::array rows;
    for (const MetricComparison& row : comparison) {
        rows.push_back(json::object{
            {"metric", row.metric},
            {"stable", orNull(row.base)},
            {"canary", orNull(row.other)},
            {"difference", row.shown ? json::value(row.shown->value) : json::value()},
            {"interval", row.shown ? intervalJson(row.shown->interval) : json::value()},
            {"significant", row.enough && row.difference->significant},
        });
    }
    return json::object{
        {"flag", flag.key},
        {"alias", flag.alias},
        {"stable", flag.stable},
        {"canary", flag.canary},
        {"rollout_percent", flag.rolloutPercent},
        {"sticky_by", toString(flag.stickyBy)},
        {"window", window},
        {"requests", all},
        {"actual_percent",
         all > 0 ? json::value(100.0 * static_cast<double>(canary.totals.requests) / static_cast<double>(all))
                 : json::value()},
        {"verdict", toString(verdictOf(guardrails, comparison))},
        {"rows", std::move(rows)},
    };
}

Answer<json::object> LedgerReader::flagReport(const Flag& flag, const std::string& windowName) {
    const auto window = windowOf(windowName);
    if (!window)
        return tl::unexpected(window.error());
    const std::int64_t now = m_clock.unixMs();
    // Whole hours for the long windows, so that rollups answer alone.
    const std::int64_t from =
        window->live ? (now - window->spanMs()) / kSecondMs * kSecondMs : window->fromMs(now);
    const auto read = readArms(*m_connection, flag, from);
    if (!read)
        return tl::unexpected(read.error());
    const ArmCells& arms = *read;
    const std::int64_t all = allRequests(arms);
    const Guardrails guardrails = flag.guardrails.value_or(Guardrails{});
    const std::string base = baseArm(flag);
    const auto baseCell = arms.find(base);
    static const RollupCell kNone;
    const RollupCell& reference = baseCell == arms.end() ? kNone : baseCell->second;
    json::array armList;
    json::array differences;
    std::optional<ArmVerdict> verdict;
    for (const std::string& name : armNames(flag, arms)) {
        const auto found = arms.find(name);
        const RollupCell& cell = found == arms.end() ? kNone : found->second;
        armList.push_back(armJson(name, cell, all));
        if (name == base || flag.type == FlagType::Mirror || flag.type == FlagType::KillSwitch)
            continue;
        const auto comparison = compareArms(reference, cell, guardrails);
        const ArmVerdict armVerdict = verdictOf(guardrails, comparison);
        if (!verdict || armVerdict > *verdict)
            verdict = armVerdict;
        for (const MetricComparison& row : comparison)
            differences.push_back(differenceJson(row, base, name));
    }
    json::object report{{"flag", flag.key},
                        {"type", toString(flag.type)},
                        {"window", windowName},
                        {"from", toRfc3339(from)},
                        {"to", toRfc3339(now)},
                        {"requests", all},
                        {"min_requests", guardrails.minRequests},
                        {"confidence", 0.95},
                        {"arms", std::move(armList)},
                        {"differences", std::move(differences)},
                        {"verdict", toString(verdict.value_or(ArmVerdict::NotEnoughData))}};
    if (flag.type == FlagType::Canary)
        report["target_percent"] = flag.rolloutPercent;
    return report;
}

} // namespace tollgate
