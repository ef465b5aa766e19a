#include "gateway/config/codec_parts.h"
#include "gateway/config/enum_names.h"
#include "gateway/wire/clock.h"

namespace tollgate {

namespace {

constexpr TextRule kReference{true, 320, modelReferenceMistake};

std::optional<std::string> flagKeyMistake(std::string_view text) {
    // The response header reads key=arm.
    if (text.find_first_of("=/") != std::string_view::npos)
        return "must hold neither '=' nor '/'";
    return wordMistake(text);
}

/// One list of patterns, or one pattern.
void readPatterns(FieldReader& condition, std::string_view key, FlagRule& rule) {
    constexpr TextRule kPattern{true, 256, nullptr};
    const auto* value = condition.raw(key);
    if (value == nullptr)
        return;
    std::vector<std::string> patterns;
    if (value->is_string())
        condition.text(key, patterns.emplace_back(), kPattern);
    else
        condition.texts(key, patterns, kPattern);
    if (patterns.empty())
        condition.fail(key, "needs at least one pattern");
    rule.conditions.emplace(key, std::move(patterns));
}

void readRules(FieldReader& in, Flag& flag) {
    in.each("rules", [&flag](FieldReader& item) {
        FlagRule rule;
        item.require("if");
        item.nested("if", [&rule](FieldReader& condition) {
            for (const auto* key : {"user", "project", "key"})
                readPatterns(condition, key, rule);
            condition.rejectUnknown(); // before it is said that nothing is left
            if (rule.conditions.empty())
                condition.fail("", "needs a condition on user, project or key");
        });
        item.text("serve", rule.serve, {true, 128, nullptr});
        if (flag.type == FlagType::Canary && rule.serve != "canary" && rule.serve != "stable")
            item.fail("serve", "must be one of: canary, stable");
        flag.rules.push_back(std::move(rule));
    });
}

void readGuardrails(FieldReader& in, Flag& flag) {
    in.nested("guardrails", [&flag](FieldReader& item) {
        Guardrails rails;
        item.integer("min_requests", rails.minRequests, 1, 1'000'000'000);
        item.number("max_error_rate", rails.maxErrorRate, 0, 1);
        item.number("max_p95_ratio", rails.maxP95Ratio, 0, 1000);
        item.number("max_cost_ratio", rails.maxCostRatio, 0, 1000);
        flag.guardrails = rails;
    });
}

void readRamp(FieldReader& in, Flag& flag) {
    in.nested("ramp", [&flag](FieldReader& item) {
        Ramp ramp;
        item.number("step_percent", ramp.stepPercent, 0.01, 100);
        item.number("every_minutes", ramp.everyMinutes, 0.01, 60 * 24 * 30);
        item.number("max_percent", ramp.maxPercent, 0, 100);
        flag.ramp = ramp;
    });
}

void readCanary(FieldReader& in, Flag& flag) {
    in.text("alias", flag.alias, kWord);
    in.text("stable", flag.stable, kReference);
    in.text("canary", flag.canary, kReference);
    in.number("rollout_percent", flag.rolloutPercent, 0, 100);
    in.choice<StickyBy>("sticky_by", flag.stickyBy, kStickyBys);
    readRules(in, flag);
    readGuardrails(in, flag);
    readRamp(in, flag);
}

void readWeights(FieldReader& in, Flag& flag) {
    boost::json::object weights;
    in.require("weights");
    in.object("weights", weights);
    double sum = 0;
    in.nested("weights", [&](FieldReader& item) {
        for (const auto& entry : weights) {
            double share = 0;
            item.number(entry.key(), share, 0, 1e6);
            sum += share;
            flag.weights.emplace_back(entry.key(), share);
        }
    });
    if (sum <= 0)
        in.fail("weights", "needs at least one version with a share above 0");
}

void readPromptFlag(FieldReader& in, Flag& flag) {
    in.text("prompt", flag.prompt, kWord);
    readWeights(in, flag);
    in.text("default", flag.defaultVersion, {true, 32, wordMistake});
    in.choice<StickyBy>("sticky_by", flag.stickyBy, kStickyBys);
    readRules(in, flag);
    readGuardrails(in, flag);
}

void readKillSwitch(FieldReader& in, Flag& flag) {
    in.text("provider", flag.provider, {false, 64, providerNameMistake});
    in.text("target", flag.target, {false, 320, modelReferenceMistake});
    if (flag.provider.empty() && flag.target.empty())
        in.fail("provider", "is required unless target names a provider/model");
    if (!flag.provider.empty() && !flag.target.empty())
        in.fail("target", "must be null when provider is given");
}

void readMirror(FieldReader& in, Flag& flag) {
    in.text("alias", flag.alias, kWord);
    in.text("target", flag.target, kReference);
    in.require("percent");
    in.number("percent", flag.percent, 0, 100);
    std::optional<double> cap;
    in.number("max_cost_usd_per_day", cap, 0, 1e9);
    if (cap)
        flag.maxCostPerDay = Money::fromUsd(*cap);
}

boost::json::value wholeOrNot(double value) {
    const auto whole = static_cast<std::int64_t>(value);
    return static_cast<double>(whole) == value ? boost::json::value(whole) : boost::json::value(value);
}

boost::json::array rulesToJson(const std::vector<FlagRule>& rules) {
    boost::json::array list;
    for (const FlagRule& rule : rules) {
        boost::json::object conditions;
        for (const auto* key : {"user", "project", "key"}) {
            if (const auto it = rule.conditions.find(key); it != rule.conditions.end())
                conditions.emplace(key, toJsonList(it->second));
        }
        list.push_back(boost::json::object{{"if", std::move(conditions)}, {"serve", rule.serve}});
    }
    return list;
}

boost::json::value guardrailsToJson(const std::optional<Guardrails>& rails) {
    if (!rails)
        return nullptr;
    return boost::json::object{{"min_requests", rails->minRequests},
                               {"max_error_rate", valueOrNull(rails->maxErrorRate)},
                               {"max_p95_ratio", valueOrNull(rails->maxP95Ratio)},
                               {"max_cost_ratio", valueOrNull(rails->maxCostRatio)}};
}

void writeCanary(const Flag& flag, boost::json::object& out) {
    out.emplace("alias", flag.alias);
    out.emplace("stable", flag.stable);
    out.emplace("canary", flag.canary);
    out.emplace("rollout_percent", flag.rolloutPercent);
    out.emplace("sticky_by", toString(flag.stickyBy));
    out.emplace("rules", rulesToJson(flag.rules));
    out.emplace("guardrails", guardrailsToJson(flag.guardrails));
    boost::json::value ramp;
    if (flag.ramp) {
        ramp = boost::json::object{{"step_percent", flag.ramp->stepPercent},
                                   {"every_minutes", wholeOrNot(flag.ramp->everyMinutes)},
                                   {"max_percent", flag.ramp->maxPercent}};
    }
    out.emplace("ramp", std::move(ramp));
}

void writePromptFlag(const Flag& flag, boost::json::object& out) {
    out.emplace("prompt", flag.prompt);
    boost::json::object weights;
    for (const auto& [version, share] : flag.weights)
        weights.emplace(version, share);
    out.emplace("weights", std::move(weights));
    out.emplace("default", flag.defaultVersion);
    out.emplace("sticky_by", toString(flag.stickyBy));
    out.emplace("rules", rulesToJson(flag.rules));
    out.emplace("guardrails", guardrailsToJson(flag.guardrails));
}

} // namespace

Parsed<Flag> flagFromJson(const boost::json::object& json) {
    FieldReader in(json);
    Flag flag;
    in.text("key", flag.key, {true, 128, flagKeyMistake});
    in.require("type");
    in.choice<FlagType>("type", flag.type, kFlagTypes);
    in.boolean("enabled", flag.enabled);
    in.text("salt", flag.salt, {false, 256, nullptr});
    if (!in.failed()) {
        switch (flag.type) {
        case FlagType::Canary:
            readCanary(in, flag);
            break;
        case FlagType::Prompt:
            readPromptFlag(in, flag);
            break;
        case FlagType::KillSwitch:
            readKillSwitch(in, flag);
            break;
        case FlagType::Mirror:
            readMirror(in, flag);
            break;
        }
    }
    in.readOnly({"created_at", "updated_at", "changed_at", "intervention", "spent_today_usd", "sent_today",
                 "dropped_today"});
    return in.finish(std::move(flag));
}

boost::json::object toJson(const Flag& flag) {
    boost::json::object out{
        {"key", flag.key}, {"type", toString(flag.type)}, {"enabled", flag.enabled}, {"salt", flag.salt}};
    switch (flag.type) {
    case FlagType::Canary:
        writeCanary(flag, out);
        break;
    case FlagType::Prompt:
        writePromptFlag(flag, out);
        break;
    case FlagType::KillSwitch:
        out.emplace("provider", textOrNull(flag.provider));
        out.emplace("target", textOrNull(flag.target));
        break;
    case FlagType::Mirror:
        out.emplace("alias", flag.alias);
        out.emplace("target", flag.target);
        out.emplace("percent", flag.percent);
        out.emplace("max_cost_usd_per_day", flag.maxCostPerDay ? boost::json::value(flag.maxCostPerDay->usd())
                                                               : boost::json::value());
        break;
    }
    return out;
}

boost::json::object toStoredJson(const Flag& flag) {
    boost::json::object out = toJson(flag);
    out.emplace("changed_at", toRfc3339(flag.changedAtMs));
    if (flag.intervention) {
        out.emplace("intervention", boost::json::object{{"at", toRfc3339(flag.intervention->atMs)},
                                                        {"by", flag.intervention->by},
                                                        {"reason", flag.intervention->reason},
                                                        {"declared", flag.intervention->declared}});
    }
    return out;
}

Parsed<Flag> flagFromStoredJson(const boost::json::object& json) {
    auto flag = flagFromJson(json);
    if (!flag)
        return flag;
    FieldReader in(json);
    std::optional<std::int64_t> changedAt;
    in.time("changed_at", changedAt);
    flag->changedAtMs = changedAt.value_or(0);
    in.nested("intervention", [&](FieldReader& item) {
        FlagIntervention kept;
        std::optional<std::int64_t> at;
        item.time("at", at);
        kept.atMs = at.value_or(0);
        item.text("by", kept.by, {false, 256, nullptr});
        item.text("reason", kept.reason, {false, 4096, nullptr});
        item.object("declared", kept.declared);
        flag->intervention = std::move(kept);
    });
    return flag;
}

} // namespace tollgate
