#include "gateway/admin/prompt_import.h"

#include <algorithm>

namespace tollgate {

namespace {

boost::json::value versionJson(const Prompt& prompt, const std::string& version) {
    const PromptVersion* found = findVersion(prompt, version);
    return found == nullptr ? boost::json::value(nullptr) : boost::json::value(toJson(*found));
}

} // namespace

tl::expected<std::vector<PromptFileStep>, FieldError>
planPromptFile(const ConfigSnapshot& world, const boost::json::object& prompts, std::int64_t nowMs) {
    const auto entries = readPromptFile(prompts);
    if (!entries)
        return tl::unexpected(entries.error());
    std::vector<PromptFileStep> steps;
    for (const PromptFileEntry& entry : *entries)
        steps.push_back(planPromptEntry(ConfigSnapshot::find(world.prompts, entry.name), entry, nowMs));
    return steps;
}

std::optional<FieldError> takePromptMapping(const ConfigSnapshot& world, boost::json::object& document,
                                            std::int64_t nowMs) {
    boost::json::value* prompts = document.if_contains("prompts");
    if (prompts == nullptr || !prompts->is_object())
        return std::nullopt;
    const auto steps = planPromptFile(world, prompts->get_object(), nowMs);
    if (!steps)
        return steps.error();
    boost::json::array list;
    for (const PromptFileStep& step : *steps)
        list.push_back(toJson(step.prompt));
    *prompts = std::move(list);
    return std::nullopt;
}

std::vector<PromptFileEntry> promptFileOf(const ConfigSnapshot& world) {
    std::vector<PromptFileEntry> entries;
    for (const auto& [name, prompt] : world.prompts) {
        if (const PromptVersion* version = findVersion(prompt, prompt.defaultVersion))
            entries.push_back({name, *version});
    }
    std::ranges::sort(entries, {}, &PromptFileEntry::name);
    return entries;
}

boost::json::object toJson(const PromptFileStep& step) {
    boost::json::object said;
    said["name"] = step.prompt.name;
    said["action"] = toString(step.action);
    said["version"] = step.version;
    said["default_before"] =
        step.defaultBefore.empty() ? boost::json::value(nullptr) : boost::json::value(step.defaultBefore);
    said["before"] = versionJson(step.prompt, step.defaultBefore);
    said["after"] = versionJson(step.prompt, step.version);
    return said;
}

} // namespace tollgate
