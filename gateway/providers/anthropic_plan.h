#pragma once
// What a request asks of Claude, settled among what excludes each other: thinking, forced tools, sampling,
// answers in JSON, and the room for the reply. The same on Anthropic's API and on Bedrock.

#include "gateway/providers/anthropic_models.h"
#include "gateway/providers/anthropic_turns.h"
#include "gateway/providers/provider_adapter.h"

#include <optional>
#include <string>

namespace tollgate {

struct ClaudePlan {
    enum class Thinking { Unsaid, Disabled, BetweenTools, Budget, Adaptive };
    Thinking thinking = Thinking::Unsaid;
    std::int64_t budget = 0;
    std::string effort; ///< output_config.effort; empty: unsaid
    bool summarized = false;

    std::optional<std::int64_t> maxTokens;
    std::optional<double> temperature;
    std::optional<double> topP;
    std::optional<std::int64_t> topK;

    ToolChoice choice;
    enum class Json { None, Native, Tool, Words };
    Json json = Json::None;
    boost::json::object schema; ///< of Native and Tool
    std::string answerTool;     ///< of Tool: its name
    std::string instruction;    ///< more system text; empty: none
};

/// What the road to the model is like.
struct PlanRules {
    bool nativeJson = true;  ///< it has output_config.format
    bool needsRoom = true;   ///< max_tokens has to be said
    bool forcedTools = true; ///< it can demand a tool by name
};

/// Parameters that the model does not take go to the log, and into `body` where the policy passes them.
ClaudePlan planForClaude(const ChatRequest& request, const CallTarget& target, const ClaudeTraits& traits,
                         const Conversation& conversation, PlanRules rules, boost::json::object& body,
                         TranslationLog& log);

/// What asks for JSON in words.
std::string jsonInstruction(const ResponseFormat& format);

} // namespace tollgate
