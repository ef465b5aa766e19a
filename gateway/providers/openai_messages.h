#pragma once
// The messages of a ChatRequest in OpenAI's Chat Completions shape.

#include "gateway/providers/provider_adapter.h"

#include <boost/json/array.hpp>

namespace tollgate {

tl::expected<boost::json::array, Error> openAiMessages(const ChatRequest& request, const CallTarget& target,
                                                       TranslationLog& log, ReplyHints& hints);

/// Of tool names; OpenAI's limit.
inline constexpr std::size_t kOpenAiToolName = 64;

} // namespace tollgate
