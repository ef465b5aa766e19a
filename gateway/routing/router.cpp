#include "gateway/routing/router.h"

#include "gateway/routing/canary.h"
#include "gateway/routing/flag_lookup.h"
#include "gateway/routing/plan_builder.h"

namespace tollgate {

namespace {

Error notFound(std::string_view model) {
    Error error;
    error.code = ErrorCode::ModelNotFound;
    error.param = "model";
    error.message = "The model \"" + std::string(model) +
                    "\" is neither an alias nor provider/model of a known provider.";
    return error;
}

/// The canary flag of an alias decides which target goes first: the arm's own, in front of the alias'.
std::vector<Target> armTargets(const ConfigSnapshot& snapshot, const Alias& alias,
                               const RouteRequest& request, Plan& plan) {
    std::vector<Target> targets;
    const Flag* flag = canaryOf(snapshot, alias.alias);
    if (flag == nullptr)
        return targets;
    CanaryChoice choice = chooseArm(*flag, request.subject);
    plan.flag = flag->key;
    plan.arm = choice.arm;
    plan.decision.push_back(std::move(choice.step));
    putArmFirst(*flag, choice.arm, targets);
    return targets;
}

} // namespace

tl::expected<Plan, Error> Router::plan(const ConfigSnapshot& snapshot, const RouteRequest& request) {
    PlanBuilder builder(snapshot, m_health, request);
    const Alias* alias = ConfigSnapshot::find(snapshot.aliases, request.model);
    if (alias != nullptr && alias->enabled) {
        planAlias(snapshot, *alias, request, builder);
    } else {
        const Target target = splitReference(request.model);
        if (!snapshot.providers.contains(target.provider))
            return tl::unexpected(notFound(request.model));
        builder.say("direct", "named directly: " + target.reference());
        builder.take(builder.look(target, false, true));
        if (const Alias* behind = ConfigSnapshot::find(snapshot.aliases, request.fallbacksOf)) {
            for (const Target& fallback : behind->fallbacks)
                builder.take(builder.look(fallback, true, false));
        }
    }
    if (builder.plan.candidates.empty())
        return tl::unexpected(builder.nobody());
    return std::move(builder.plan);
}

void Router::planAlias(const ConfigSnapshot& snapshot, const Alias& alias, const RouteRequest& request,
                       PlanBuilder& builder) {
    const std::size_t all = alias.targets.size() + alias.fallbacks.size();
    builder.plan.alias = &alias;
    builder.plan.candidates.reserve(all);
    builder.plan.decision.reserve(all + 3);
    builder.say("alias.strategy",
                "alias " + alias.alias + " → strategy " + std::string(strategyName(alias.strategy)));
    std::vector<Look> looks;
    looks.reserve(alias.targets.size());
    for (const Target& target : alias.targets)
        looks.push_back(builder.look(target, false, all == 1));
    m_strategist.order(alias, request, looks, builder);
    const std::vector<Target> arm = armTargets(snapshot, alias, request, builder.plan);
    for (const Target& target : arm)
        builder.take(builder.look(target, false, false));
    for (Look& look : looks)
        builder.take(std::move(look));
    for (const Target& target : alias.fallbacks)
        builder.take(builder.look(target, true, false));
}

} // namespace tollgate
