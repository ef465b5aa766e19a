#pragma once
// OpenAI chat.completion and chat.completion.chunk → ChatEvents; also the tap on bytes that are passed
// through.

#include "gateway/providers/provider_adapter.h"

#include <memory>

namespace tollgate {

std::unique_ptr<ReplyDecoder> makeOpenAiReplyDecoder();

} // namespace tollgate
