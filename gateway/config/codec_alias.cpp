#include "gateway/config/codec_parts.h"
#include "gateway/config/enum_names.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

char lowerAscii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

boost::json::array targetsToJson(const std::vector<Target>& targets, bool withWeight) {
    boost::json::array list;
    list.reserve(targets.size());
    for (const Target& target : targets) {
        boost::json::object item{{"provider", target.provider}, {"model", target.model}};
        if (withWeight)
            item.emplace("weight", target.weight);
        if (!target.tags.empty())
            item.emplace("tags", toJsonList(target.tags));
        if (!target.region.empty())
            item.emplace("region", target.region);
        list.push_back(std::move(item));
    }
    return list;
}

constexpr std::array kTagRules{EnumName<bool>{"preferred", false}, EnumName<bool>{"required", true}};
constexpr std::int64_t kMostTokens = 100'000'000;
constexpr double kMostUsd = 1e6;

void readRouteOptions(FieldReader& options, RouteOptions& out) {
    options.texts("prefer", out.prefer, kProviderName);
    std::optional<double> maxCost;
    options.number("max_cost_usd", maxCost, 0, kMostUsd);
    if (maxCost)
        out.maxCost = Money::fromUsd(*maxCost);
    options.choice<bool>("tags", out.tagsRequired, kTagRules);
    options.integer("expected_output_tokens", out.expectedOutputTokens, 1, kMostTokens);
    options.boolean("serve_stale", out.serveStale);
    options.boolean("drift", out.drift);
    options.integer("simple_max_prompt_tokens", out.simpleMaxPromptTokens, 0, kMostTokens);
    options.integer("complex_min_prompt_tokens", out.complexMinPromptTokens, 1, kMostTokens);
    options.integer("complex_min_output_tokens", out.complexMinOutputTokens, 1, kMostTokens);
    if (out.complexMinPromptTokens <= out.simpleMaxPromptTokens)
        options.fail("complex_min_prompt_tokens", "must be more than simple_max_prompt_tokens");
    if (options.has("complex_words")) {
        std::vector<std::string>& words = out.complexWords.emplace();
        options.texts("complex_words", words, {true, 128, nullptr});
        for (std::string& word : words)
            std::ranges::transform(word, word.begin(), lowerAscii);
    }
    options.boolean("local_first", out.localFirst);
    options.texts("local_providers", out.localProviders, kProviderName);
}

} // namespace

Parsed<Alias> aliasFromJson(const boost::json::object& json) {
    FieldReader in(json);
    Alias alias;
    in.text("alias", alias.alias, kWord);
    in.choice<Strategy>("strategy", alias.strategy, kStrategies);
    in.boolean("enabled", alias.enabled);
    readTargets(in, "targets", alias.targets);
    if (alias.targets.empty())
        in.fail("targets", "needs at least one target");
    readTargets(in, "fallbacks", alias.fallbacks);
    for (Target& fallback : alias.fallbacks)
        fallback.weight = 1; // fallbacks are walked in order
    in.choice<UnsupportedParams>("unsupported_params", alias.unsupportedParams, kUnsupportedParams);
    in.object("options", alias.options);
    in.nested("options", [&](FieldReader& options) { readRouteOptions(options, alias.route); });
    return in.finish(std::move(alias));
}

boost::json::object toJson(const Alias& alias) {
    return {{"alias", alias.alias},
            {"strategy", toString(alias.strategy)},
            {"enabled", alias.enabled},
            {"targets", targetsToJson(alias.targets, true)},
            {"fallbacks", targetsToJson(alias.fallbacks, false)},
            {"unsupported_params", nameOf(alias.unsupportedParams, kUnsupportedParams)},
            {"options", alias.options}};
}

} // namespace tollgate
