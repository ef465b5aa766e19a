#pragma once
// ChatEvents → OpenAI chat.completion and chat.completion.chunk objects.

#include "gateway/dialects/dialect.h"

#include <memory>
#include <string_view>

namespace tollgate {

/// The request tells which tools are called with free text.
std::unique_ptr<ReplyEncoder> makeOpenAiChatEncoder(const RequestEnvelope& envelope, const ReplyFacts& facts,
                                                    const ChatRequest& request);

/// "stop", "length", "tool_calls", "content_filter".
std::string_view openAiFinishReason(FinishReason reason);

} // namespace tollgate
