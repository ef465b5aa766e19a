#include "gateway/routing/strategies.h"

#include "gateway/routing/capability.h"
#include "gateway/routing/labels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tollgate {

namespace {

constexpr double kWeightUnit = 1'000; ///< so that a share of a weight is a whole number
constexpr double kUnpriced = std::numeric_limits<double>::max();
constexpr int kMissingTag = 10'000; ///< more than there are providers to prefer

double effectiveWeight(const Alias& alias, const Look& look) {
    const double whole = look.target->weight * kWeightUnit;
    return alias.route.drift ? std::max(1.0, std::round(whole * look.health.score)) : whole;
}

double costKey(const Look& look) {
    return look.cost ? static_cast<double>(look.cost->nanodollars) : kUnpriced;
}

std::string rounded(double value, const char* unit) {
    const auto tenths = static_cast<std::int64_t>(std::llround(value * 10));
    std::string text = std::to_string(tenths / 10);
    if (tenths % 10 != 0)
        text += "." + std::to_string(tenths % 10);
    return text + unit;
}

int rankOf(const Alias& alias, const RouteRequest& request, const Look& look) {
    int rank = 0;
    if (!request.tags.empty())
        rank = kMissingTag * missingLabels(request.tags, labelled(alias, *look.target));
    const auto& prefer = alias.route.prefer;
    return rank + static_cast<int>(std::ranges::find(prefer, look.target->provider) - prefer.begin());
}

void keyByWeight(const Alias& alias, std::vector<Look>& looks) {
    for (Look& look : looks) {
        const double weight = effectiveWeight(alias, look);
        look.key = -weight;
        if (weight < look.target->weight * kWeightUnit) {
            look.detail = "weight " + std::to_string(look.target->weight) + " counts as " +
                          rounded(weight / kWeightUnit, " by its health");
        }
    }
}

/// What a request would wait for: the average latency times those who are in already. One that was never
/// seen is tried by one request at a time; by more it is taken for an average one.
void keyByLatency(std::vector<Look>& looks) {
    double sum = 0;
    int known = 0;
    for (const Look& look : looks) {
        if (look.ready() && look.health.latencyMs >= 0) {
            sum += look.health.latencyMs;
            ++known;
        }
    }
    const double usual = known > 0 ? sum / known : 1;
    for (Look& look : looks) {
        const TargetGlance& seen = look.health;
        if (!look.ready())
            continue;
        if (seen.latencyMs < 0) {
            look.key = seen.running == 0 ? 0 : usual * (seen.running + 1);
            look.detail = "no latency known yet";
            continue;
        }
        look.key = seen.latencyMs * (seen.running + 1);
        look.detail = rounded(seen.latencyMs, " ms");
        if (seen.running > 0)
            look.detail += ", " + std::to_string(seen.running) + " running";
    }
}

/// Enough for the task, then local, then cheap. What is not enough comes last, the nearest to it first.
void keyByTask(const Alias& alias, const RouteRequest& request, std::vector<Look>& looks,
               PlanBuilder& builder) {
    constexpr double kPerTier = 1e15; // above any price of a request, below what a double counts exactly
    const Complexity task =
        judgeComplexity(request.task != nullptr ? request.task->read() : TaskSigns(), request.promptTokens,
                        request.maxOutputTokens, request.needsVision, alias.route);
    builder.say("auto.complexity", "the task looks " + std::string(toString(task.tier)) + ": " + task.why);
    for (Look& look : looks) {
        if (!look.ready())
            continue;
        const bool local = isLocal(*look.provider, look.model, alias.route);
        const bool told = look.model != nullptr && !look.model->tier.empty();
        const Tier tier = told ? tierOf(look.model->tier) : local ? Tier::Simple : Tier::Medium;
        const int missing = std::max(0, static_cast<int>(task.tier) - static_cast<int>(tier));
        const double cost = look.cost ? costKey(look) : local ? 0 : kPerTier / 4;
        look.key = missing * kPerTier + (local && alias.route.localFirst ? 0 : kPerTier / 2) +
                   std::min(cost, kPerTier / 4);
        look.detail = std::string(local ? "local, " : "") + "tier " + std::string(toString(tier));
    }
}

/// How many of the sorted looks share the front: ready, and of the best rank.
std::size_t frontOf(const std::vector<Look>& looks) {
    std::size_t front = 0;
    while (front < looks.size() && looks[front].ready() && looks[front].rank == looks.front().rank)
        ++front;
    return front;
}

void moveToFront(std::vector<Look>& looks, std::size_t index) {
    const auto begin = looks.begin();
    std::rotate(begin, begin + static_cast<std::ptrdiff_t>(index),
                begin + static_cast<std::ptrdiff_t>(index) + 1);
}

} // namespace

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
        return "auto";
    }
    return "simple";
}

void Strategist::order(const Alias& alias, const RouteRequest& request, std::vector<Look>& looks,
                       PlanBuilder& builder) {
    const bool ranked = !alias.route.prefer.empty() || !request.tags.empty();
    if (ranked) {
        for (Look& look : looks)
            look.rank = rankOf(alias, request, look);
    }
    switch (alias.strategy) {
    case Strategy::Simple:
        break;
    case Strategy::Weighted:
        keyByWeight(alias, looks);
        break;
    case Strategy::LeastLatency:
        keyByLatency(looks);
        break;
    case Strategy::LeastCost:
        for (Look& look : looks)
            look.key = costKey(look);
        break;
    case Strategy::Auto:
        keyByTask(alias, request, looks, builder);
        break;
    }
    if (alias.strategy == Strategy::Simple && !ranked)
        return; // as they were written, the skipped ones among them
    std::ranges::stable_sort(looks, [](const Look& a, const Look& b) {
        if (a.ready() != b.ready())
            return a.ready();
        return a.rank != b.rank ? a.rank < b.rank : a.key < b.key;
    });
    const std::size_t front = frontOf(looks);
    if (front < 2)
        return;
    if (alias.strategy == Strategy::Weighted)
        moveToFront(looks, turn(alias, looks, front, request.dryRun));
    else if (alias.strategy == Strategy::LeastLatency && front > 2)
        twoChoices(looks, front, request.dryRun);
}

std::size_t Strategist::turn(const Alias& alias, const std::vector<Look>& looks, std::size_t front,
                             bool dryRun) {
    // Smooth weighted round-robin, as nginx describes it: everyone gains its weight, the richest is served
    // and pays the sum, so that 3:1 runs a a b a and not a a a b. A target that cannot be tried takes no
    // part, so that its turns do not all fall to the next in line.
    const std::scoped_lock lock(m_turnsMutex);
    auto found = m_turns.find(alias.alias);
    if (found == m_turns.end())
        found = m_turns.try_emplace(alias.alias).first;
    std::vector<Turn>& turns = found->second;
    const auto turnOf = [&](const Look& look) {
        return std::ranges::find(turns, look.reference, &Turn::reference);
    };
    std::int64_t total = 0;
    std::size_t best = 0;
    std::int64_t bestCredit = std::numeric_limits<std::int64_t>::min();
    // Of equals, the one that is written first in the alias.
    const auto before = [&](std::size_t a, std::size_t b) { return looks[a].target < looks[b].target; };
    for (std::size_t i = 0; i < front; ++i) {
        auto own = turnOf(looks[i]);
        if (own == turns.end())
            own = turns.insert(turns.end(), Turn{looks[i].reference});
        const auto weight = static_cast<std::int64_t>(-looks[i].key);
        const std::int64_t credit = own->credit + weight;
        total += weight;
        if (credit > bestCredit || (credit == bestCredit && before(i, best))) {
            bestCredit = credit;
            best = i;
        }
    }
    if (dryRun)
        return best;
    for (std::size_t i = 0; i < front; ++i)
        turnOf(looks[i])->credit += static_cast<std::int64_t>(-looks[i].key) - (i == best ? total : 0);
    return best;
}

/// A number that nobody can foretell from the last one (splitmix64), without a lock. A dry run sees the one
/// that comes next.
std::size_t Strategist::roll(std::size_t sides, std::uint64_t salt, bool dryRun) {
    constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = (dryRun ? m_dice.load() : m_dice.fetch_add(kStep)) + kStep + salt;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    z ^= z >> 31U;
    return static_cast<std::size_t>(z % sides);
}

/// The better of two drawn at random goes first (Mitzenmacher, "The Power of Two Choices"): always the best
/// of all would send everyone who looks at the same moment to the same target.
void Strategist::twoChoices(std::vector<Look>& looks, std::size_t front, bool dryRun) {
    const std::size_t pairs = front * (front - 1) / 2;
    std::size_t pair = roll(pairs, 0, dryRun);
    std::size_t better = 0; // the looks are sorted: of a pair, the one with the smaller index
    while (pair >= front - 1 - better) {
        pair -= front - 1 - better;
        ++better;
    }
    moveToFront(looks, better);
}

} // namespace tollgate
