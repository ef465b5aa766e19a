#pragma once
// ChatRequest → generateContent, countTokens, embedContent and batchEmbedContents bodies
// (ai.google.dev/api/generate-content, /api/tokens, /api/embeddings).

#include "gateway/providers/provider_adapter.h"

namespace tollgate {

tl::expected<EncodedCall, Error> encodeGeminiChat(const ChatRequest& request, const CallTarget& target,
                                                  TranslationLog& log);
tl::expected<EncodedCall, Error> encodeGeminiTokenCount(const ChatRequest& request, const CallTarget& target,
                                                        TranslationLog& log);
tl::expected<EncodedCall, Error> encodeGeminiEmbeddings(const ChatRequest& request, const CallTarget& target,
                                                        TranslationLog& log);
/// Such a body goes to :batchEmbedContents.
bool isGeminiBatch(std::string_view body);

} // namespace tollgate
