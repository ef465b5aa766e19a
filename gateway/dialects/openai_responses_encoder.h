#pragma once
// ChatEvents → OpenAI response objects and their streams
// (platform.openai.com/docs/api-reference/responses/object and …/responses-streaming).

#include "gateway/dialects/dialect.h"

#include <memory>
#include <string>
#include <string_view>

namespace tollgate {

std::unique_ptr<ReplyEncoder> makeOpenAiResponsesEncoder(const RequestEnvelope& envelope,
                                                         const ReplyFacts& facts, const ChatRequest& request);

/// An event response.failed that knows nothing of what was sent before it.
std::string openAiResponsesFailure(const Error& error, std::string_view requestId);

} // namespace tollgate
