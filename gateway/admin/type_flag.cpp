#include "gateway/admin/references.h"
#include "gateway/admin/resource_type.h"

namespace tollgate {

namespace {

bool hasVersion(const Prompt& prompt, std::string_view version) {
    return std::ranges::any_of(prompt.versions, [&](const PromptVersion& v) { return v.version == version; });
}

/// Every version that a prompt flag names.
std::optional<FieldError> missingVersion(const Flag& flag, const Prompt& prompt) {
    const auto check = [&](std::string_view version, std::string param) -> std::optional<FieldError> {
        if (hasVersion(prompt, version))
            return std::nullopt;
        return FieldError{std::move(param),
                          "names no version of prompt " + prompt.name + ": " + std::string(version)};
    };
    for (const auto& [version, share] : flag.weights) {
        if (auto mistake = check(version, "weights." + version))
            return mistake;
    }
    for (std::size_t i = 0; i < flag.rules.size(); ++i) {
        if (auto mistake = check(flag.rules[i].serve, "rules[" + std::to_string(i) + "].serve"))
            return mistake;
    }
    return check(flag.defaultVersion, "default");
}

class FlagResource final : public TypedResource<Flag> {
public:
    explicit FlagResource(const AdminContext& context)
        : TypedResource(ResourceKind::Flag, "flags", "key")
        , m_clock(context.clock)
        , m_mirrors(context.mirrors) {}

    boost::json::object show(const ConfigSnapshot& world, const std::string& id) const override {
        const Flag& flag = at(world, id);
        boost::json::object shown = toStoredJson(flag);
        if (auto* kept = shown.if_contains("intervention"))
            kept->as_object().erase("declared");
        else
            shown["intervention"] = nullptr;
        if (flag.type == FlagType::Mirror && m_mirrors != nullptr) {
            const MirrorStatus today = m_mirrors->status(id);
            shown["spent_today_usd"] = today.spent.usd();
            shown["sent_today"] = today.sent;
            shown["dropped_today"] = today.dropped;
        }
        return shown;
    }

protected:
    Parsed<Flag> parse(const boost::json::object& json) const override { return flagFromJson(json); }

    /// Every change begins a new time of observation. A document that says what it said before a guardrail or
    /// a ramp acted changes nothing: applied at every start, it would send people back to a canary that
    /// failed.
    void complete(Flag& flag, const Flag* before, const StoreRequest& request) const override {
        const bool same = before != nullptr && toJson(flag) == toJson(*before);
        const bool overruled = before != nullptr && request.declarative && before->intervention &&
                               toJson(flag) == before->intervention->declared;
        if (same || overruled)
            flag = *before;
        else
            flag.changedAtMs = m_clock.unixMs();
    }

    std::optional<FieldError> referencesOf(const ConfigSnapshot& world, const Flag& flag) const override {
        if (!flag.alias.empty()) {
            if (auto mistake = missingAlias(world, flag.alias, "alias"))
                return mistake;
        }
        if (!flag.provider.empty()) {
            if (auto mistake = missingProvider(world, flag.provider, "provider"))
                return mistake;
        }
        const std::pair<const std::string&, const char*> targets[] = {
            {flag.stable, "stable"}, {flag.canary, "canary"}, {flag.target, "target"}};
        for (const auto& [reference, param] : targets) {
            if (reference.empty())
                continue;
            if (auto mistake = missingProvider(world, providerOfReference(reference), param))
                return mistake;
        }
        if (flag.type != FlagType::Prompt)
            return std::nullopt;
        if (auto mistake = missingPrompt(world, flag.prompt, "prompt"))
            return mistake;
        return missingVersion(flag, *ConfigSnapshot::find(world.prompts, flag.prompt));
    }

private:
    const Clock& m_clock;
    const MirrorBook* const m_mirrors;
};

} // namespace

std::unique_ptr<ResourceType> makeFlagType(const AdminContext& context) {
    return std::make_unique<FlagResource>(context);
}

} // namespace tollgate
