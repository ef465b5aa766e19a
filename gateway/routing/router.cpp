#include "gateway/routing/router.h"

#include "gateway/routing/canary.h"
#include "gateway/routing/flag_lookup.h"

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

/// Why this target cannot serve the request at all; empty: it can, or nobody knows.
std::string incapability(const ConfigSnapshot& snapshot, const Target& target, const RouteRequest& request) {
    const Model* model = ConfigSnapshot::find(snapshot.models, target.reference());
    if (model == nullptr)
        return {};
    if (model->contextWindow && request.promptTokens + request.maxOutputTokens > *model->contextWindow)
        return "its context window holds " + std::to_string(*model->contextWindow) + " tokens";
    const auto lacks = [&](const char* name) {
        return !model->capabilities.empty() &&
               std::ranges::find(model->capabilities, name) == model->capabilities.end();
    };
    if (request.needsEmbeddings && lacks("embeddings"))
        return "it makes no embeddings";
    if (request.needsTools && lacks("tools"))
        return "it has no tools";
    return request.needsVision && lacks("vision") ? "it cannot see images" : std::string();
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

/// Gathers candidates and skips, and tells the story while it does.
class PlanBuilder {
public:
    PlanBuilder(const ConfigSnapshot& snapshot, const HealthBoard& health, const RouteRequest& request)
        : m_snapshot(snapshot)
        , m_health(health)
        , m_request(request) {}

    Plan plan;

    void say(std::string code, std::string text) {
        plan.decision.push_back({std::move(code), std::move(text)});
    }

    /// The canary flag of an alias decides which target goes first.
    void applyCanary(const Flag& flag, std::vector<Target>& targets) {
        CanaryChoice choice = chooseArm(flag, m_request.subject);
        plan.flag = flag.key;
        plan.arm = choice.arm;
        plan.decision.push_back(std::move(choice.step));
        putArmFirst(flag, choice.arm, targets);
    }

    void consider(const Target& target, bool fallback, bool mayLackCapability) {
        const std::string reference = target.reference();
        const auto isThis = [&](const auto& one) {
            return one.target.provider == target.provider && one.target.model == target.model;
        };
        if (std::ranges::any_of(plan.candidates, isThis) || std::ranges::any_of(plan.skipped, isThis))
            return;
        const Provider* provider = ConfigSnapshot::find(m_snapshot.providers, target.provider);
        if (provider == nullptr)
            return skip(target, "candidate.unknown_provider", "no such provider");
        if (!provider->enabled)
            return skip(target, "candidate.disabled", "provider disabled");
        if (const Flag* flag = killSwitchOf(m_snapshot, target))
            return skip(target, "candidate.kill_switch", "kill switch " + flag->key);
        if (std::string why = incapability(m_snapshot, target, m_request); !why.empty() && !mayLackCapability)
            return skip(target, "candidate.incapable", std::move(why));
        if (!m_health.available(reference)) {
            const TargetHealth health = m_health.health(reference);
            m_retryAtMs = m_retryAtMs == 0 ? health.retryAtMs : std::min(m_retryAtMs, health.retryAtMs);
            return skip(target, "candidate.circuit",
                        health.circuit == Circuit::Closed
                            ? "resting"
                            : "circuit " + std::string(toString(health.circuit)));
        }
        Candidate candidate{
            target, provider, ConfigSnapshot::find(m_snapshot.models, reference), fallback, {}};
        candidate.reason = plan.candidates.empty() ? "chosen" : fallback ? "fallback" : "next in chain";
        say(plan.candidates.empty() ? "candidate.chosen" : "candidate.next",
            reference + " — " + candidate.reason);
        plan.candidates.push_back(std::move(candidate));
    }

    std::int64_t retryAtMs() const { return m_retryAtMs; }

private:
    void skip(const Target& target, std::string code, std::string reason) {
        say(code, target.reference() + " — skipped: " + reason);
        plan.skipped.push_back({target, std::move(code), std::move(reason)});
    }

    const ConfigSnapshot& m_snapshot;
    const HealthBoard& m_health;
    const RouteRequest& m_request;
    std::int64_t m_retryAtMs = 0;
};

Error notFound(std::string_view model) {
    Error error;
    error.code = ErrorCode::ModelNotFound;
    error.param = "model";
    error.message = "The model \"" + std::string(model) +
                    "\" is neither an alias nor provider/model of a known provider.";
    return error;
}

Error noHealthyTarget(const PlanBuilder& builder, std::int64_t now) {
    Error error;
    error.code = ErrorCode::NoHealthyTarget;
    error.message = "No healthy target:";
    for (const SkippedCandidate& skipped : builder.plan.skipped)
        error.message += " " + skipped.target.reference() + " (" + skipped.reason + ")";
    error.retryAfterMs = builder.retryAtMs() > now ? builder.retryAtMs() - now : 1'000;
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
        return tl::unexpected(noHealthyTarget(builder, m_health.clock().unixMs()));
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
