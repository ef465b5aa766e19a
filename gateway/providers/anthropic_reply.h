#pragma once
// Anthropic's messages and their streams → ChatEvents; also the tap on bytes that are passed through.
// (platform.claude.com/docs/en/build-with-claude/streaming, …/api/messages)

#include "gateway/providers/provider_adapter.h"

#include <memory>

namespace tollgate {

std::unique_ptr<ReplyDecoder> makeAnthropicReplyDecoder(ReplyHints hints);
/// {"input_tokens": n}
std::unique_ptr<ReplyDecoder> makeAnthropicCountDecoder();

} // namespace tollgate
