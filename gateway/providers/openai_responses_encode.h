#pragma once
// ChatRequest → the body of POST /responses (platform.openai.com/docs/api-reference/responses/create), for
// callers of other dialects. Nothing is kept at OpenAI: reasoning comes back encrypted and goes up again.

#include "gateway/providers/provider_adapter.h"

#include <string_view>

namespace tollgate {

/// `model` is what the body calls it: Azure wants the deployment's name.
tl::expected<EncodedCall, Error> encodeOpenAiResponses(const ChatRequest& request, const CallTarget& target,
                                                       std::string_view model, TranslationLog& log);

} // namespace tollgate
