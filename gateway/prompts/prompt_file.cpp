#include "gateway/prompts/prompt_file.h"

#include "gateway/prompts/prompt_template.h"
#include "gateway/wire/json_text.h"

#include <algorithm>
#include <charconv>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::string_view kSystemField = "system_prompt";

std::string fieldName(const std::string& param) {
    return param == "system" ? std::string(kSystemField) : param;
}

/// Document 001 renders with Jinja, of which only the variables mean the same here.
std::optional<std::string> fileMistake(std::string_view text) {
    const std::size_t block = text.find("{%");
    if (block == std::string_view::npos)
        return templateMistake(text);
    return "line " + std::to_string(1 + std::ranges::count(text.substr(0, block), '\n')) +
           ": {% … %} is Jinja; templates here are Mustache: {{#name}} … {{/name}}";
}

tl::expected<PromptFileEntry, FieldError> readEntry(std::string name, const json::value& value) {
    const std::string where = "prompts." + name;
    if (!value.is_object())
        return tl::unexpected(FieldError{where, "must be a mapping with a template"});
    json::object fields = value.get_object();
    if (!fields.contains("template"))
        return tl::unexpected(FieldError{where + ".template", "is required"});
    for (const char* only : {"system", "version", "hash", "created_at"}) {
        if (fields.contains(only))
            return tl::unexpected(FieldError{where + "." + only,
                                             "is not a known field; there are template, model, temperature, "
                                             "max_tokens, system_prompt, note"});
    }
    if (const auto* system = fields.if_contains(kSystemField)) {
        const json::value text = *system;
        fields.erase(kSystemField);
        if (!text.is_null())
            fields["system"] = text;
    }
    auto says = promptVersionFromJson(fields);
    if (!says)
        return tl::unexpected(FieldError{where + "." + fieldName(says.error().param), says.error().message});
    if (auto mistake = fileMistake(says->system))
        return tl::unexpected(
            FieldError{where + "." + std::string(kSystemField), "is no template: " + *mistake});
    if (auto mistake = fileMistake(says->templateText))
        return tl::unexpected(FieldError{where + ".template", "is no template: " + *mistake});
    return PromptFileEntry{std::move(name), *std::move(says)};
}

json::object entryJson(const PromptVersion& says) {
    json::object fields;
    if (says.model)
        fields["model"] = *says.model;
    if (says.temperature)
        fields["temperature"] = *says.temperature;
    if (says.maxTokens)
        fields["max_tokens"] = *says.maxTokens;
    if (!says.system.empty())
        fields[kSystemField] = says.system;
    fields["template"] = says.templateText;
    if (!says.note.empty())
        fields["note"] = says.note;
    return fields;
}

/// Whether a text comes back the same from a literal block (YAML 1.2.2, 8.1.2).
bool fitsBlock(std::string_view text) {
    if (text.find('\n') == std::string_view::npos || text.front() == ' ' || text.front() == '\n' ||
        text.ends_with("\n\n"))
        return false;
    return std::ranges::none_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n') || byte == 0x7f || byte >= 0x80;
    });
}

std::string yamlText(std::string_view text) {
    if (!fitsBlock(text))
        return toJsonText(json::value(text)); // JSON's strings are YAML's, too
    std::string block = text.ends_with('\n') ? "|" : "|-";
    if (text.ends_with('\n'))
        text.remove_suffix(1);
    while (true) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        block.append(line.empty() ? "\n" : "\n      ").append(line);
        if (end == std::string_view::npos)
            return block;
        text.remove_prefix(end + 1);
    }
}

int numberOf(const PromptVersion& version) {
    int number = 0;
    std::from_chars(version.version.data() + 1, version.version.data() + version.version.size(), number);
    return number;
}

} // namespace

tl::expected<std::vector<PromptFileEntry>, FieldError> readPromptFile(const json::object& prompts) {
    std::vector<PromptFileEntry> entries;
    for (const auto& entry : prompts) {
        auto read = readEntry(std::string(entry.key()), entry.value());
        if (!read)
            return tl::unexpected(read.error());
        entries.push_back(*std::move(read));
    }
    return entries;
}

std::string writePromptFile(const std::vector<PromptFileEntry>& entries) {
    if (entries.empty())
        return "prompts: {}\n";
    std::string text = "prompts:\n";
    for (const PromptFileEntry& entry : entries) {
        text.append("  ").append(toJsonText(json::value(entry.name))).append(":\n");
        for (const auto& field : entryJson(entry.says)) {
            text.append("    ").append(field.key()).append(": ");
            text.append(field.value().is_string() ? yamlText(field.value().get_string())
                                                  : toJsonText(field.value()));
            text.append("\n");
        }
    }
    return text;
}

json::object promptFileJson(const std::vector<PromptFileEntry>& entries) {
    json::object prompts;
    for (const PromptFileEntry& entry : entries)
        prompts[entry.name] = entryJson(entry.says);
    json::object file;
    file["prompts"] = std::move(prompts);
    return file;
}

PromptFileStep planPromptEntry(const Prompt* old, const PromptFileEntry& entry, std::int64_t nowMs) {
    using Action = PromptFileStep::Action;
    PromptFileStep step;
    if (old != nullptr) {
        step.prompt = *old;
        step.defaultBefore = old->defaultVersion;
        const auto isSame = [&](const PromptVersion* one) {
            return one != nullptr && one->hash == entry.says.hash;
        };
        if (isSame(findVersion(*old, old->defaultVersion))) {
            step.version = old->defaultVersion;
            return step;
        }
        const auto known = std::ranges::find(old->versions, entry.says.hash, &PromptVersion::hash);
        if (known != old->versions.end()) {
            step.action = Action::Promote;
            step.version = step.prompt.defaultVersion = known->version;
            return step;
        }
    }
    step.action = old == nullptr ? Action::Create : Action::AddVersion;
    step.prompt.name = entry.name;
    PromptVersion version = entry.says;
    version.version = step.version = nextVersion(step.prompt);
    version.createdAtMs = nowMs;
    step.prompt.versions.push_back(std::move(version));
    step.prompt.defaultVersion = step.version;
    return step;
}

std::string_view toString(PromptFileStep::Action action) {
    switch (action) {
    case PromptFileStep::Action::Create:
        return "create";
    case PromptFileStep::Action::AddVersion:
        return "add_version";
    case PromptFileStep::Action::Promote:
        return "promote";
    case PromptFileStep::Action::Unchanged:
        break;
    }
    return "unchanged";
}

const PromptVersion* findVersion(const Prompt& prompt, std::string_view version) {
    const auto found = std::ranges::find(prompt.versions, version, &PromptVersion::version);
    return found == prompt.versions.end() ? nullptr : &*found;
}

std::string nextVersion(const Prompt& prompt) {
    int newest = 0;
    for (const PromptVersion& version : prompt.versions)
        newest = std::max(newest, numberOf(version));
    return "v" + std::to_string(newest + 1);
}

} // namespace tollgate
