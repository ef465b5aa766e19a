#include "gateway/ledger/guardrails.h"

#include <cstdio>
#include <optional>

namespace tollgate {

namespace {

constexpr std::uint64_t kMinAnswered = 20; ///< below, a 95th percentile is the slowest request or two

std::string text(double value) {
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.3g", value);
    return buffer;
}

std::string percent(double share) {
    return text(100 * share) + " %";
}

/// Nothing: it keeps within the limit.
struct Judgement {
    std::optional<std::string> broken;
    std::optional<std::string> missing;
};

Judgement judgeErrors(double limit, const RollupCell& canary) {
    const auto requests = static_cast<double>(canary.totals.requests);
    const double rate = static_cast<double>(canary.totals.errors) / requests;
    if (rate > limit)
        return {"error rate " + percent(rate) + " is above " + percent(limit), {}};
    return {};
}

Judgement judgeLatency(double limit, const RollupCell& stable, const RollupCell& canary,
                       const std::string& base) {
    if (stable.latency.count() < kMinAnswered || canary.latency.count() < kMinAnswered)
        return {{}, "too few answers to tell a 95th percentile"};
    const auto usual = static_cast<double>(*stable.latency.percentile(0.95));
    const auto now = static_cast<double>(*canary.latency.percentile(0.95));
    if (now > limit * usual)
        return {"p95 of " + text(now / 1000) + " ms is above " + text(limit) + " × the " +
                    text(usual / 1000) + " ms of " + base,
                {}};
    return {};
}

Judgement judgeCost(double limit, const RollupCell& stable, const RollupCell& canary,
                    const std::string& base) {
    const auto priced = [](const RollupCell& cell) { return cell.totals.requests - cell.totals.unpriced; };
    if (priced(stable) == 0 || priced(canary) == 0)
        return {{}, "no request with a known price"};
    const double usual = stable.totals.cost.usd() / static_cast<double>(priced(stable));
    const double now = canary.totals.cost.usd() / static_cast<double>(priced(canary));
    if (now > limit * usual)
        return {"cost of " + text(now) + " USD per request is above " + text(limit) + " × the " +
                    text(usual) + " USD of " + base,
                {}};
    return {};
}

const RollupCell& cellOf(const ArmCells& arms, std::string_view arm) {
    static const RollupCell kNone;
    const auto found = arms.find(arm);
    return found == arms.end() ? kNone : found->second;
}

RailVerdict judgePair(const Guardrails& rails, const RollupCell& stable, const RollupCell& canary,
                      const std::string& base) {
    const std::int64_t count = canary.totals.requests;
    const std::string after = " after " + std::to_string(count) + " requests";
    if (count < rails.minRequests)
        return {RailState::NotEnoughData,
                std::to_string(count) + " of " + std::to_string(rails.minRequests) + " requests"};

    std::optional<std::string> missing;
    const bool comparable = stable.totals.requests >= rails.minRequests;
    const auto take = [&](const Judgement& one) {
        if (one.missing && !missing)
            missing = one.missing;
        return one.broken;
    };
    if (rails.maxErrorRate) {
        if (const auto broken = take(judgeErrors(*rails.maxErrorRate, canary)))
            return {RailState::Broken, *broken + after};
    }
    if ((rails.maxP95Ratio || rails.maxCostRatio) && !comparable)
        return {RailState::NotEnoughData, base + " has " + std::to_string(stable.totals.requests) + " of " +
                                              std::to_string(rails.minRequests) + " requests"};
    if (rails.maxP95Ratio) {
        if (const auto broken = take(judgeLatency(*rails.maxP95Ratio, stable, canary, base)))
            return {RailState::Broken, *broken + after};
    }
    if (rails.maxCostRatio) {
        if (const auto broken = take(judgeCost(*rails.maxCostRatio, stable, canary, base)))
            return {RailState::Broken, *broken + after};
    }
    if (missing)
        return {RailState::NotEnoughData, *missing};
    return {RailState::Satisfied, "within its guardrails" + after};
}

} // namespace

RailVerdict judge(const Guardrails& rails, const ArmCells& arms) {
    return judgePair(rails, cellOf(arms, "stable"), cellOf(arms, "canary"), "stable");
}

RailVerdict judgeVersions(const Guardrails& rails, const ArmCells& arms, const std::string& defaultVersion) {
    RailVerdict best{RailState::NotEnoughData, "no other version was asked"};
    for (const auto& [version, cell] : arms) {
        if (version == defaultVersion)
            continue;
        RailVerdict verdict = judgePair(rails, cellOf(arms, defaultVersion), cell, defaultVersion);
        verdict.reason.insert(0, version + ": ");
        if (verdict.state == RailState::Broken)
            return verdict;
        if (best.state == RailState::NotEnoughData)
            best = std::move(verdict);
    }
    return best;
}

} // namespace tollgate
