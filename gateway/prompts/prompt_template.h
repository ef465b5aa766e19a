#pragma once
// Prompt versions with their variables filled in. Templates are Mustache (mustache.github.io): `{{name}}`,
// sections, inverted sections; nothing is HTML-escaped, since prompts are no HTML. Pure; any thread.

#include "gateway/config/resources.h"

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// What is wrong with a template ("unclosed section …"), or nothing.
std::optional<std::string> templateMistake(std::string_view text);

/// The error is templateMistake()'s. A variable that is not given is empty.
tl::expected<std::string, std::string> renderTemplate(std::string_view text,
                                                      const boost::json::object& variables);

struct RenderedPrompt {
    std::string system; ///< empty: no system message
    std::string user;
};
tl::expected<RenderedPrompt, std::string> renderPrompt(const PromptVersion& version,
                                                       const boost::json::object& variables);

/// Names that a template asks for, in order of appearance, each once.
std::vector<std::string> templateVariables(std::string_view text);

} // namespace tollgate
