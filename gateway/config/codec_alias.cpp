#include "gateway/config/codec_parts.h"
#include "gateway/config/enum_names.h"

namespace tollgate {

namespace {

boost::json::array targetsToJson(const std::vector<Target>& targets, bool withWeight) {
    boost::json::array list;
    list.reserve(targets.size());
    for (const Target& target : targets) {
        boost::json::object item{{"provider", target.provider}, {"model", target.model}};
        if (withWeight)
            item.emplace("weight", target.weight);
        list.push_back(std::move(item));
    }
    return list;
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
