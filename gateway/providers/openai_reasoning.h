#pragma once
// What OpenAI's reasoning models take of thinking and sampling. Sources: openai_models.h; "When reasoning
// effort is not none, remove temperature, top_p, and top_logprobs"
// (developers.openai.com/api/docs/guides/deployment-checklist); "Unsupported value: 'temperature' does not
// support 0.5 with this model."

#include "gateway/providers/provider_adapter.h"

#include <string>

namespace tollgate {

struct OpenAiReasoning {
    std::string effort; ///< to send; empty: none is sent
    bool fixedSampling =
        false; ///< the model reasons, and takes no temperature, penalties, stops and the like
};

/// In Chat Completions. `callsFunctions`: the request declares some.
OpenAiReasoning openAiReasoning(const ReasoningWish& wish, const CallTarget& target, bool callsFunctions,
                                TranslationLog& log);
/// In Responses, where functions and reasoning go together.
OpenAiReasoning openAiResponsesReasoning(const ReasoningWish& wish, const CallTarget& target,
                                         TranslationLog& log);

/// By its name, or by what the catalogue says of it.
bool isReasoningModel(const CallTarget& target);

/// What the caller asks for, in OpenAI's words; empty: nothing.
std::string wantedEffort(const ReasoningWish& wish);

} // namespace tollgate
