#pragma once
// Tools of OpenAI Responses (platform.openai.com/docs/api-reference/responses/create, tools): flat functions,
// custom tools of free text, namespaces of both, and what OpenAI runs itself.
//
// Other providers have no namespaces and no free text: the members of a namespace become tools of their own
// ("weather__today"), a local shell becomes a function. CallerTools finds the way back for calls.

#include "gateway/wire/chat_request.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// "mcp__files__" and "read" → "mcp__files__read"; "weather" and "today" → "weather__today"; without a
/// namespace the name alone.
std::string flatToolName(std::string_view nameSpace, std::string_view name);

void readResponsesTools(const boost::json::array& tools, std::vector<ToolDefinition>& known);
/// allowed_tools also takes the other tools out of the request.
void readResponsesToolChoice(const boost::json::value& choice, ChatRequest& request);

/// As the caller declared them, for the reply.
boost::json::array echoedTools(const ChatRequest& request);
boost::json::value echoedToolChoice(const ChatRequest& request);

/// What a call by that (flat) name is to the caller.
struct CallerTool {
    enum class Kind { Function, Custom, LocalShell };
    Kind kind = Kind::Function;
    std::string name;
    std::string nameSpace; ///< empty: none
};

class CallerTools {
public:
    CallerTools() = default;
    explicit CallerTools(const ChatRequest& request);
    CallerTool find(std::string_view flatName) const;

private:
    std::map<std::string, CallerTool, std::less<>> m_tools; ///< all but plain functions
};

} // namespace tollgate
