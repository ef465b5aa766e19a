#include "gateway/admin/references.h"

namespace tollgate {

namespace {

template <typename T>
std::optional<FieldError> missing(const ByName<T>& map, std::string_view name, std::string param,
                                  std::string_view what) {
    if (map.find(name) != map.end())
        return std::nullopt;
    return FieldError{std::move(param),
                      "names no " + std::string(what) + " that there is: " + std::string(name)};
}

std::optional<std::string> inTargets(const Alias& alias, std::string_view provider) {
    const auto look = [&](const std::vector<Target>& targets,
                          const char* list) -> std::optional<std::string> {
        for (std::size_t i = 0; i < targets.size(); ++i) {
            if (targets[i].provider == provider)
                return "alias " + alias.alias + " (" + list + "[" + std::to_string(i) + "])";
        }
        return std::nullopt;
    };
    if (auto found = look(alias.targets, "targets"))
        return found;
    return look(alias.fallbacks, "fallbacks");
}

std::optional<std::string> budgetOf(const ConfigSnapshot& world, BudgetScope scope,
                                    std::string_view subject) {
    for (const auto& [id, budget] : world.budgets) {
        if (budget.scope == scope && budget.subject == subject)
            return "budget " + id;
    }
    return std::nullopt;
}

} // namespace

std::string_view providerOfReference(std::string_view reference) {
    return reference.substr(0, reference.find_first_of("/:"));
}

std::optional<FieldError> missingProvider(const ConfigSnapshot& world, std::string_view provider,
                                          std::string param) {
    return missing(world.providers, provider, std::move(param), "provider");
}
std::optional<FieldError> missingAlias(const ConfigSnapshot& world, std::string_view alias,
                                       std::string param) {
    return missing(world.aliases, alias, std::move(param), "alias");
}
std::optional<FieldError> missingProject(const ConfigSnapshot& world, std::string_view project,
                                         std::string param) {
    return missing(world.projects, project, std::move(param), "project");
}
std::optional<FieldError> missingPrompt(const ConfigSnapshot& world, std::string_view prompt,
                                        std::string param) {
    return missing(world.prompts, prompt, std::move(param), "prompt");
}

std::optional<std::string> userOfProvider(const ConfigSnapshot& world, std::string_view name) {
    for (const auto& [id, alias] : world.aliases) {
        if (auto found = inTargets(alias, name))
            return found;
    }
    for (const auto& [key, flag] : world.flags) {
        if (flag.provider == name)
            return "flag " + key;
        for (const std::string& reference : {flag.stable, flag.canary, flag.target}) {
            if (!reference.empty() && providerOfReference(reference) == name)
                return "flag " + key;
        }
    }
    return budgetOf(world, BudgetScope::Provider, name);
}

std::optional<std::string> userOfAlias(const ConfigSnapshot& world, std::string_view alias) {
    for (const auto& [key, flag] : world.flags) {
        if (flag.alias == alias)
            return "flag " + key;
    }
    for (const auto& [id, budget] : world.budgets) {
        if (budget.downgradeTo == alias)
            return "budget " + id;
    }
    return std::nullopt;
}

std::optional<std::string> userOfProject(const ConfigSnapshot& world, std::string_view name) {
    for (const auto& [id, key] : world.keys) {
        if (key.project == name)
            return "key " + key.name;
    }
    return budgetOf(world, BudgetScope::Project, name);
}

std::optional<std::string> userOfKey(const ConfigSnapshot& world, std::string_view id) {
    return budgetOf(world, BudgetScope::Key, id);
}

std::optional<std::string> userOfPrompt(const ConfigSnapshot& world, std::string_view name) {
    for (const auto& [key, flag] : world.flags) {
        if (flag.type == FlagType::Prompt && flag.prompt == name)
            return "flag " + key;
    }
    if (world.settings.defaultPrompt == name)
        return "settings.default_prompt";
    return std::nullopt;
}

} // namespace tollgate
