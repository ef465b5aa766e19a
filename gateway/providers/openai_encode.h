#pragma once
// ChatRequest → OpenAI Chat Completions body, for callers of other dialects.

#include "gateway/wire/chat_request.h"

#include <string>

namespace tollgate {

std::string encodeOpenAiChat(const ChatRequest& request, const std::string& model);

} // namespace tollgate
