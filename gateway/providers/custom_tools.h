#pragma once
// OpenAI's custom tools, whose input is free text, perhaps held to a grammar
// (platform.openai.com/docs/guides/function-calling, "Custom tools"): as OpenAI's two APIs write them, and as
// functions of one text, {"input": text}, for everyone else.

#include "gateway/providers/provider_adapter.h"

#include <boost/json/object.hpp>

#include <set>
#include <string>
#include <string_view>

namespace tollgate {

/// Chat Completions takes them from models since GPT-5; Responses takes them anyway.
bool takesCustomToolsInChat(const CallTarget& target);

/// {"type":"custom",…}: flat in Responses, in an object of its own in Chat Completions. `name` is as sent.
boost::json::object customToolForChat(const ToolDefinition& tool, const std::string& name);
boost::json::object customToolForResponses(const ToolDefinition& tool, const std::string& name);

/// The receipt of one that becomes a function; `at` is its place in the caller's request.
void reportFreeText(const ToolDefinition& tool, const std::string& at, TranslationLog& log);

/// Names of the request's custom tools, as the caller said them.
std::set<std::string, std::less<>> customToolNames(const ChatRequest& request);

/// {"input": text} → text; arguments of another shape are the text themselves.
std::string freeTextOf(const std::string& arguments);

/// The way back: text that comes in pieces → pieces of {"input": text}.
class FreeTextArguments {
public:
    std::string add(std::string_view text);
    /// What closes it.
    std::string end() const;

private:
    bool m_begun = false;
};

} // namespace tollgate
