#pragma once
// What the name tells of a model of OpenAI's own. Sources, read 2026-11:
// developers.openai.com/api/docs/guides/deployment-checklist ("GPT-6 Astra and GPT-6.1 Sol require Responses
// for tool calling; GPT-6 Sol and GPT-6 Luna support function calling in Chat Completions only with
// reasoning_effort: "none""), …/docs/guides/reasoning and …/docs/models/NAME (efforts), and the API's own
// refusals: "Function tools with reasoning_effort are not supported for gpt-5.4 in /v1/chat/completions.
// Please use /v1/responses instead." (openai-openapi#541; 5.2 to 5.4 reason only when asked to), the same for
// gpt-5.6-terra with "… or set reasoning_effort to 'none'" (livekit/agents#7169; reasons unless told not to),
// and "This model is only supported in v1/responses and not in v1/chat/completions." (the pro, codex and
// deep research models: aaif-goose/goose#2564, SillyTavern#5212).

#include <span>
#include <string_view>

namespace tollgate {

/// When a model calls functions in Chat Completions.
enum class ChatFunctions {
    Always,
    UnlessAskedToReason,
    WhenToldNotToReason,
    Never,
};

struct OpenAiModel {
    bool reasons = false;       ///< known as a reasoning model of theirs
    int version = 0;            ///< 54 is GPT-5.4; 0: the o series and what is not known
    bool chats = false;         ///< known as a chat model of theirs, which /completions does not serve
    bool onlyResponses = false; ///< not served in Chat Completions at all
    bool cannotBeStill = false; ///< takes no effort "none"
    ChatFunctions functions = ChatFunctions::Always;
    std::span<const std::string_view> efforts; ///< that it takes, rising; empty: not known
};

OpenAiModel openAiModelNamed(std::string_view name);

} // namespace tollgate
