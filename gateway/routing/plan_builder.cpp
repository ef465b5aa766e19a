#include "gateway/routing/plan_builder.h"

#include "gateway/routing/capability.h"
#include "gateway/routing/flag_lookup.h"
#include "gateway/routing/labels.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::string_view kIncapable = "candidate.incapable";
constexpr std::string_view kTags = "candidate.tags";
constexpr std::string_view kQuota = "candidate.quota";
constexpr std::string_view kMaxCost = "candidate.max_cost";

/// Waiting does not change it.
bool isForGood(std::string_view code) {
    return code == kIncapable || code == kTags || code == kMaxCost;
}

std::string inSeconds(std::int64_t ms) {
    return std::to_string((ms + 999) / 1'000) + " s";
}

} // namespace

std::optional<Money> tokenCost(const Model& model, std::int64_t promptTokens, std::int64_t outputTokens) {
    if (!model.input || !model.output)
        return std::nullopt;
    CostSum sum;
    sum.add(std::max<std::int64_t>(promptTokens, 1), *model.input);
    sum.add(outputTokens, *model.output);
    return sum.total();
}

const RouteOptions& PlanBuilder::options() const {
    static const RouteOptions kDefaults;
    return plan.alias != nullptr ? plan.alias->route : kDefaults;
}

Look PlanBuilder::look(const Target& target, bool fallback, bool mayLackCapability) {
    Look look;
    look.target = &target;
    look.fallback = fallback;
    look.reference = target.reference();
    look.provider = ConfigSnapshot::find(m_snapshot.providers, target.provider);
    look.model = ConfigSnapshot::find(m_snapshot.models, look.reference);
    judge(look, mayLackCapability);
    return look;
}

void PlanBuilder::judge(Look& look, bool mayLackCapability) {
    const auto skip = [&look](std::string_view code, std::string reason) {
        look.skipCode = code;
        look.skipReason = std::move(reason);
    };
    if (look.provider == nullptr)
        return skip("candidate.unknown_provider", "no such provider");
    if (look.model != nullptr) {
        const std::int64_t expected = options().expectedOutputTokens;
        const std::int64_t most = m_request.maxOutputTokens;
        look.cost =
            m_request.estimateCost(*look.model, m_request.promptTokens,
                                   (most > 0 ? std::min(most, expected) : expected) * m_request.choices);
    }
    if (!look.provider->enabled)
        return skip("candidate.disabled", "provider disabled");
    if (const Flag* flag = killSwitchOf(m_snapshot, *look.target))
        return skip("candidate.kill_switch", "kill switch " + flag->key);
    if (std::string why = incapability(look.model, m_request); !why.empty() && !mayLackCapability)
        return skip(kIncapable, std::move(why));
    if (plan.alias != nullptr && !m_request.tags.empty()) {
        const Target& own = labelled(*plan.alias, *look.target);
        const std::string_view missing = missingLabel(m_request.tags, own);
        if (!missing.empty() && options().tagsRequired)
            return skip(kTags, "it is not tagged " + std::string(missing));
    }
    if (const auto& most = options().maxCost; most && look.cost && *look.cost > *most)
        return skip(kMaxCost, "about " + look.cost->toString() + " USD is more than " + most->toString());
    judgeReadiness(look);
}

/// What may be otherwise in a moment.
void PlanBuilder::judgeReadiness(Look& look) {
    const auto skip = [&look](std::string_view code, std::string reason) {
        look.skipCode = code;
        look.skipReason = std::move(reason);
    };
    const std::int64_t now = m_health.clock().unixMs();
    look.health = m_health.glance(look.reference, m_request.streaming);
    if (!look.health.available) {
        retryAt(look.health.retryAtMs);
        return skip("candidate.circuit", look.health.circuit == Circuit::Closed
                                             ? "resting"
                                             : "circuit " + std::string(toString(look.health.circuit)));
    }
    if (const Credentials* keys = ConfigSnapshot::find(m_snapshot.credentials, look.target->provider)) {
        const std::int64_t ready =
            m_health.credentials().retryAtMs(look.target->provider, look.target->model, *keys);
        if (ready > now) {
            retryAt(ready);
            return skip("candidate.credentials", "all its keys rest for " + inSeconds(ready - now));
        }
    }
    if (m_request.quota == nullptr)
        return;
    const std::int64_t wait =
        m_request.quota->waitMs(*look.provider, m_request.promptTokens + m_request.maxOutputTokens);
    if (wait > 0) {
        retryAt(now + wait);
        skip(kQuota, "its quota is used up for " + inSeconds(wait));
    }
}

void PlanBuilder::retryAt(std::int64_t unixMs) {
    if (unixMs > 0)
        m_retryAtMs = m_retryAtMs == 0 ? unixMs : std::min(m_retryAtMs, unixMs);
}

void PlanBuilder::take(Look look) {
    const auto isThis = [&](const auto& one) {
        return one.target.provider == look.target->provider && one.target.model == look.target->model;
    };
    if (std::ranges::any_of(plan.candidates, isThis) || std::ranges::any_of(plan.skipped, isThis))
        return;
    const std::size_t position = m_considered++;
    std::string text = std::move(look.reference);
    if (!look.ready()) {
        text.append(" — skipped: ").append(look.skipReason);
        say(std::string(look.skipCode), std::move(text));
        plan.skipped.push_back({{look.target->provider, look.target->model, look.target->weight},
                                std::string(look.skipCode),
                                std::move(look.skipReason),
                                look.cost,
                                position});
        return;
    }
    const bool first = plan.candidates.empty();
    std::string reason = first ? "chosen" : look.fallback ? "fallback" : "next in chain";
    if (!look.detail.empty())
        reason.append(": ").append(look.detail);
    text.append(" — ").append(reason);
    if (look.cost)
        text.append(", about ").append(look.cost->toString()).append(" USD");
    say(first ? "candidate.chosen" : "candidate.next", std::move(text));
    plan.candidates.push_back({{look.target->provider, look.target->model, look.target->weight},
                               look.provider,
                               look.model,
                               look.fallback,
                               std::move(reason),
                               look.cost,
                               position});
}

Error PlanBuilder::nobody() const {
    const std::int64_t now = m_health.clock().unixMs();
    const auto forGood = [](const SkippedCandidate& one) { return isForGood(one.code); };
    Error error;
    if (!plan.skipped.empty() && std::ranges::all_of(plan.skipped, forGood)) {
        const auto tagged = [](const SkippedCandidate& one) { return one.code == kTags; };
        error.code = ErrorCode::InvalidRequest;
        error.param = std::ranges::any_of(plan.skipped, tagged) ? "X-Tollgate-Tags" : "model";
        error.message = "No target can serve this request:";
    } else {
        // Whose limits are used up is not ill.
        const auto limited = [&](const SkippedCandidate& one) { return one.code == kQuota || forGood(one); };
        const bool allLimited = std::ranges::all_of(plan.skipped, limited) && !plan.skipped.empty();
        error.code = allLimited ? ErrorCode::RateLimited : ErrorCode::NoHealthyTarget;
        error.message =
            allLimited ? "No target has room within its provider's limits:" : "No healthy target:";
        error.retryAfterMs = m_retryAtMs > now ? m_retryAtMs - now : 1'000;
    }
    for (const SkippedCandidate& skipped : plan.skipped)
        error.message += " " + skipped.target.reference() + " (" + skipped.reason + ")";
    return error;
}

} // namespace tollgate
