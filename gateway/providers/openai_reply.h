#pragma once
// OpenAI chat.completion, chat.completion.chunk, text_completion and embedding lists → ChatEvents; also the
// tap on bytes that are passed through.

#include "gateway/providers/provider_adapter.h"

#include <memory>

namespace tollgate {

/// Chat and text completions.
std::unique_ptr<ReplyDecoder> makeOpenAiReplyDecoder(ReplyHints hints);
std::unique_ptr<ReplyDecoder> makeOpenAiEmbeddingDecoder();

} // namespace tollgate
