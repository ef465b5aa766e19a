#pragma once
// A conversation in the shape of Anthropic's Messages API (platform.claude.com/docs/en/api/messages).

#include "gateway/providers/anthropic_turns.h"
#include "gateway/providers/provider_adapter.h"

#include <boost/json/array.hpp>

namespace tollgate {

/// Reasoning and opaque blocks that the API reads back.
bool anthropicTakesBack(const ContentPart& part);

boost::json::array anthropicSystem(const Conversation& conversation, const std::string& instruction);
tl::expected<boost::json::array, Error> anthropicMessages(const Conversation& conversation,
                                                          TranslationLog& log, ReplyHints& hints);

/// {"type":"ephemeral"} with its ttl, where the part or tool is marked.
void addCacheControl(boost::json::object& block, const std::optional<CacheMark>& mark);

/// Of tool names and call ids: ^[a-zA-Z0-9_-]{1,64}$.
inline constexpr std::size_t kAnthropicName = 64;

} // namespace tollgate
