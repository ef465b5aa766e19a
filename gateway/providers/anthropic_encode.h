#pragma once
// ChatRequest → the body of /v1/messages or /v1/messages/count_tokens, for callers of other dialects.

#include "gateway/providers/anthropic_turns.h"
#include "gateway/providers/provider_adapter.h"

namespace tollgate {

tl::expected<EncodedCall, Error> encodeAnthropic(const ChatRequest& request, const CallTarget& target,
                                                 TranslationLog& log);

/// Definitions for tools that the conversation used and the request does not declare: these APIs refuse
/// calls of unknown tools.
std::vector<ToolDefinition> toolsOfHistory(const ChatRequest& request, const Conversation& conversation,
                                           TranslationLog& log);

} // namespace tollgate
