#pragma once
// What OpenAI's reasoning models take in Chat Completions. Sources:
// developers.openai.com/api/docs/guides/reasoning (efforts per model) and the API's own refusals: "Function
// tools with reasoning_effort are not supported for gpt-5.6-terra in /v1/chat/completions. To use function
// tools, use /v1/responses or set reasoning_effort to 'none'.", "Unsupported value: 'temperature' does not
// support 0.5 with this model."

#include "gateway/providers/provider_adapter.h"

#include <string>

namespace tollgate {

struct OpenAiReasoning {
    std::string effort; ///< to send; empty: none is sent
    bool fixedSampling =
        false; ///< the model reasons, and takes no temperature, penalties, stops and the like
};

/// `callsFunctions`: the request declares some.
OpenAiReasoning openAiReasoning(const ReasoningWish& wish, const CallTarget& target, bool callsFunctions,
                                TranslationLog& log);

} // namespace tollgate
