#pragma once
// The body of POST /v1/prompts/{name}/completions: the variables of a stored prompt, and beside them what a
// Chat Completions request may hold. Pure.

#include "gateway/config/resources.h"
#include "gateway/prompts/prompt_template.h"
#include "gateway/wire/error.h"

#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace tollgate {

struct PromptRequest {
    boost::json::object variables;
    std::string version;      ///< empty: the flag's or the default one
    std::string user;         ///< by the contract's order; empty: none
    boost::json::object rest; ///< Chat Completions' own members
};
tl::expected<PromptRequest, Error> readPromptRequest(std::string_view body);

/// The Chat Completions body: the prompt's messages before the caller's. What the caller says of model,
/// temperature and length wins over the version, and the version over `defaultModel`.
std::string chatBody(PromptRequest request, const PromptVersion& version, const RenderedPrompt& rendered,
                     std::string_view defaultModel);

} // namespace tollgate
