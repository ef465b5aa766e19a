#pragma once
// Gemini's GenerateContentResponse, whole or one per server-sent event, embeddings and token counts →
// ChatEvents (ai.google.dev/api/generate-content#generatecontentresponse).

#include "gateway/providers/provider_adapter.h"

namespace tollgate {

/// `unixMs` tells the ids this makes up for calls apart from those of other replies.
std::unique_ptr<ReplyDecoder> makeGeminiReplyDecoder(ReplyHints hints, std::int64_t unixMs);
std::unique_ptr<ReplyDecoder> makeGeminiEmbeddingDecoder();
std::unique_ptr<ReplyDecoder> makeGeminiTokenCountDecoder();

} // namespace tollgate
