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
    FlagResource()
        : TypedResource(ResourceKind::Flag, "flags", "key") {}

protected:
    Parsed<Flag> parse(const boost::json::object& json) const override { return flagFromJson(json); }

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
};

} // namespace

std::unique_ptr<ResourceType> makeFlagType() {
    return std::make_unique<FlagResource>();
}

} // namespace tollgate
