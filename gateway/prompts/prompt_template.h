#pragma once
// Prompt versions with their variables filled in. Templates are Mustache (template_tags.h); nothing is
// HTML-escaped, since prompts are no HTML. A variable that is reached must be given; a section whose name is
// not given is left out; null is not given. Pure; any thread.

#include "gateway/config/codec.h"
#include "gateway/config/resources.h"

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// What is wrong with a template ("line 3: {{#items}} is never closed"), or nothing.
std::optional<std::string> templateMistake(std::string_view text);

/// What the variables that were given and the templates do not agree on. Names in order, each once.
struct VariableMistakes {
    std::vector<std::string> missing;
    std::vector<std::string> notText; ///< a list or an object where a text is wanted
    std::vector<std::string> unknown; ///< given, and nowhere asked for

    bool none() const { return missing.empty() && notText.empty() && unknown.empty(); }
    /// One sentence that names each: "text and tone are missing; colour is in no template".
    std::string sentence() const;
};

struct RenderedText {
    std::string text; ///< what is missing is empty in it
    VariableMistakes mistakes;
};
/// The error is templateMistake()'s, or says that the text would be too long.
tl::expected<RenderedText, std::string> renderTemplate(std::string_view text,
                                                       const boost::json::object& variables);

struct RenderedPrompt {
    std::string system; ///< empty: no system message
    std::string user;   ///< empty: none either
    VariableMistakes mistakes;
};
/// Both texts, whatever is missing. The error's param is "system" or "template".
tl::expected<RenderedPrompt, FieldError> renderPrompt(const PromptVersion& version,
                                                      const boost::json::object& variables);
/// The same, but mistakes in the variables are an error with the param "variables".
tl::expected<RenderedPrompt, FieldError> renderComplete(const PromptVersion& version,
                                                        const boost::json::object& variables);
/// The same for a version of that prompt. What another version asks for may be given: while an experiment
/// runs, callers cannot know which one they get.
tl::expected<RenderedPrompt, FieldError> renderComplete(const Prompt& prompt, const PromptVersion& version,
                                                        const boost::json::object& variables);

struct TemplateVariable {
    std::string name;      ///< of dotted names the first part
    bool section = false;  ///< asked for by a section, somewhere
    bool required = false; ///< a variable outside all sections
};
/// What system text and template ask for, in order of appearance, each once; of a broken template nothing.
std::vector<TemplateVariable> promptVariables(const PromptVersion& version);

} // namespace tollgate
