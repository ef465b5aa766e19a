#pragma once
// A conversation as every dialect and every provider understands it. What a dialect can say and this cannot
// must be reported by its decoder (TranslationNote), never lost in silence.

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

enum class Role { System, Developer, User, Assistant, Tool };

struct ContentPart {
    enum class Kind { Text, Image, ToolCall, ToolResult, Refusal };
    Kind kind = Kind::Text;
    std::string text;      ///< Text, Refusal, ToolResult
    std::string url;       ///< Image: http(s) or data URI
    std::string detail;    ///< Image
    std::string id;        ///< ToolCall, and the call a ToolResult answers
    std::string name;      ///< ToolCall
    std::string arguments; ///< ToolCall: JSON text, as the model wrote it
};

struct Message {
    Role role = Role::User;
    std::string name;
    std::vector<ContentPart> parts;
};

struct ToolDefinition {
    std::string name;
    std::string description;
    boost::json::value schema; ///< JSON schema of the arguments; null when none was given
    std::optional<bool> strict;
};

struct ToolChoice {
    enum class Mode { Unset, Auto, None, Required, Named };
    Mode mode = Mode::Unset;
    std::string name;
};

struct ChatRequest {
    std::string model;
    std::vector<Message> messages;
    std::vector<ToolDefinition> tools;
    ToolChoice toolChoice;
    std::optional<bool> parallelToolCalls;
    std::optional<std::int64_t> maxTokens;
    std::optional<double> temperature;
    std::optional<double> topP;
    std::vector<std::string> stop;
    std::optional<std::int64_t> seed;
    std::optional<double> presencePenalty;
    std::optional<double> frequencyPenalty;
    std::optional<std::int64_t> n;
    boost::json::value responseFormat; ///< OpenAI's shape; null: free text
    std::string reasoningEffort;
    std::string user;
    bool stream = false;

    /// All text of system and developer messages, joined by newlines.
    std::string systemText() const;
    /// Text of the last user message.
    std::string lastUserText() const;
};

} // namespace tollgate
