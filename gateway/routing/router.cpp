#include "gateway/routing/router.h"

#include "gateway/routing/capability.h"
#include "gateway/routing/flag_lookup.h"
#include "gateway/routing/plan_builder.h"

#include <algorithm>
#include <limits>

namespace tollgate {

namespace {

/// What 1,000 input and 1,000 output tokens cost: enough to put targets in order. Unknown prices come last.
std::int64_t priceRank(const ConfigSnapshot& snapshot, const Target& target, const RouteRequest& request) {
    const Model* model = ConfigSnapshot::find(snapshot.models, target.reference());
    if (model == nullptr || !model->input || !model->output)
        return std::numeric_limits<std::int64_t>::max();
    const std::int64_t output = request.maxOutputTokens > 0 ? request.maxOutputTokens : 1'000;
    CostSum sum;
    sum.add(std::max<std::int64_t>(request.promptTokens, 1), *model->input);
    sum.add(output, *model->output);
    return sum.total().nanodollars;
}

std::string_view strategyName(Strategy strategy) {
    switch (strategy) {
    case Strategy::Simple:
        return "simple";
    case Strategy::Weighted:
        return "weighted";
    case Strategy::LeastLatency:
        return "least latency";
    case Strategy::LeastCost:
        return "least cost";
    case Strategy::Auto:
        return "cheapest capable";
    }
    return "simple";
}

/// Sorts by a key that is asked for once per target: what it reads may change meanwhile in another thread.
template <typename Key>
void sortBy(std::vector<Target>& targets, Key keyOf) {
    std::vector<std::pair<decltype(keyOf(targets.front())), Target>> keyed;
    keyed.reserve(targets.size());
    for (Target& target : targets) {
        auto key = keyOf(target);
        keyed.emplace_back(std::move(key), std::move(target));
    }
    std::ranges::stable_sort(keyed, {}, [](const auto& one) { return one.first; });
    for (std::size_t i = 0; i < targets.size(); ++i)
        targets[i] = std::move(keyed[i].second);
}

void moveToFront(std::vector<Target>& targets, std::size_t index) {
    std::rotate(targets.begin(), targets.begin() + static_cast<std::ptrdiff_t>(index),
                targets.begin() + static_cast<std::ptrdiff_t>(index) + 1);
}

Error notFound(std::string_view model) {
    Error error;
    error.code = ErrorCode::ModelNotFound;
    error.param = "model";
    error.message = "The model \"" + std::string(model) +
                    "\" is neither an alias nor provider/model of a known provider.";
    return error;
}

} // namespace

tl::expected<Plan, Error> Router::plan(const ConfigSnapshot& snapshot, const RouteRequest& request) {
    PlanBuilder builder(snapshot, m_health, request);
    const Alias* alias = ConfigSnapshot::find(snapshot.aliases, request.model);
    if (alias != nullptr && alias->enabled) {
        builder.plan.alias = alias;
        builder.say("alias.strategy",
                    "alias " + alias->alias + " → strategy " + std::string(strategyName(alias->strategy)));
        std::vector<Target> targets = order(snapshot, *alias, request);
        if (const Flag* flag = canaryOf(snapshot, alias->alias))
            builder.applyCanary(*flag, targets);
        for (const Target& target : targets)
            builder.consider(target, false, targets.size() + alias->fallbacks.size() == 1);
        for (const Target& target : alias->fallbacks)
            builder.consider(target, true, false);
    } else {
        const Target target = splitReference(request.model);
        if (!snapshot.providers.contains(target.provider))
            return tl::unexpected(notFound(request.model));
        builder.say("direct", "named directly: " + target.reference());
        builder.consider(target, false, true);
        if (const Alias* behind = ConfigSnapshot::find(snapshot.aliases, request.fallbacksOf)) {
            for (const Target& fallback : behind->fallbacks)
                builder.consider(fallback, true, false);
        }
    }
    if (builder.plan.candidates.empty())
        return tl::unexpected(builder.noHealthyTarget());
    return std::move(builder.plan);
}

std::vector<Target> Router::order(const ConfigSnapshot& snapshot, const Alias& alias,
                                  const RouteRequest& request) {
    std::vector<Target> targets = alias.targets;
    switch (alias.strategy) {
    case Strategy::Simple:
        break;
    case Strategy::Weighted: {
        // A turn given to a target that cannot be tried would all go to the next in line.
        std::vector<Target> ready;
        std::ranges::copy_if(targets, std::back_inserter(ready),
                             [&](const Target& target) { return mayTry(snapshot, target, request); });
        if (ready.size() < 2)
            break;
        const Target chosen = ready[turn(alias, ready, request.dryRun)];
        std::ranges::stable_sort(targets, std::greater<>{}, &Target::weight);
        moveToFront(targets, static_cast<std::size_t>(std::ranges::find(targets, chosen) - targets.begin()));
        break;
    }
    case Strategy::LeastLatency:
        sortBy(targets, [&](const Target& t) { return m_health.health(t.reference()).ewmaMs; });
        break;
    case Strategy::LeastCost:
    case Strategy::Auto:
        sortBy(targets, [&](const Target& t) { return priceRank(snapshot, t, request); });
        break;
    }
    return targets;
}

bool Router::mayTry(const ConfigSnapshot& snapshot, const Target& target, const RouteRequest& request) const {
    const Provider* provider = ConfigSnapshot::find(snapshot.providers, target.provider);
    return provider != nullptr && provider->enabled && killSwitchOf(snapshot, target) == nullptr &&
           incapability(snapshot, target, request).empty() && m_health.available(target.reference());
}

std::size_t Router::turn(const Alias& alias, const std::vector<Target>& targets, bool dryRun) {
    // Smooth weighted round-robin, as nginx describes it: everyone gains its weight, the richest is served
    // and pays the sum, so that 3:1 runs a a b a and not a a a b.
    const std::scoped_lock lock(m_turnsMutex);
    auto& turns = m_turns[alias.alias];
    int total = 0;
    std::size_t best = 0;
    int bestCredit = std::numeric_limits<int>::min();
    std::vector<int> credits(targets.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto known = turns.find(targets[i].reference());
        credits[i] = (known == turns.end() ? 0 : known->second) + targets[i].weight;
        total += targets[i].weight;
        if (credits[i] > bestCredit) {
            bestCredit = credits[i];
            best = i;
        }
    }
    if (dryRun)
        return best;
    credits[best] -= total;
    for (std::size_t i = 0; i < targets.size(); ++i)
        turns[targets[i].reference()] = credits[i];
    return best;
}

} // namespace tollgate
