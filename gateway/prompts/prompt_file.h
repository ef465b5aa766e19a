#pragma once
// prompts.yaml as people keep it in a repository: one mapping from names to what the prompt says now, without
// versions: `prompts: {summarize: {template, model, temperature, max_tokens, system_prompt}}`. Pure.

#include "gateway/config/codec.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace tollgate {

struct PromptFileEntry {
    std::string name;
    PromptVersion says; ///< its version is empty
};

/// `prompts` is the mapping. The error's param: "prompts.summarize.template".
tl::expected<std::vector<PromptFileEntry>, FieldError> readPromptFile(const boost::json::object& prompts);

/// What each prompt's default version says, as YAML that reads back the same.
std::string writePromptFile(const std::vector<PromptFileEntry>& entries);
/// The same as a value.
boost::json::object promptFileJson(const std::vector<PromptFileEntry>& entries);

/// What an entry does to the prompt that has its name.
struct PromptFileStep {
    enum class Action { Unchanged, Create, AddVersion, Promote };
    Action action = Action::Unchanged;
    Prompt prompt;             ///< as it is afterwards
    std::string version;       ///< that holds what the entry says
    std::string defaultBefore; ///< empty: there was no such prompt
};
/// Content that a version has already makes that one the default; new content becomes the next version, and
/// the default. `old` is null where there is no such prompt.
PromptFileStep planPromptEntry(const Prompt* old, const PromptFileEntry& entry, std::int64_t nowMs);

std::string_view toString(PromptFileStep::Action action);

/// The one of that name, or null.
const PromptVersion* findVersion(const Prompt& prompt, std::string_view version);
/// "v3" after v1 and v2.
std::string nextVersion(const Prompt& prompt);

} // namespace tollgate
