#pragma once
// ChatRequest → the body of /v1/messages or /v1/messages/count_tokens, for callers of other dialects.

#include "gateway/providers/anthropic_turns.h"
#include "gateway/providers/provider_adapter.h"

namespace tollgate {

tl::expected<EncodedCall, Error> encodeAnthropic(const ChatRequest& request, const CallTarget& target,
                                                 TranslationLog& log);

/// Definitions for the tools that a conversation used, where the request declares none: these APIs take no
/// calls without tools.
std::vector<ToolDefinition> toolsOfHistory(const Conversation& conversation, TranslationLog& log);

} // namespace tollgate
