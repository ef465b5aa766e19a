#pragma once
// ChatRequest → OpenAI Chat Completions or Embeddings body, for callers of other dialects.

#include "gateway/providers/provider_adapter.h"

namespace tollgate {

tl::expected<EncodedCall, Error> encodeOpenAiChat(const ChatRequest& request, const CallTarget& target,
                                                  TranslationLog& log);
tl::expected<EncodedCall, Error> encodeOpenAiEmbeddings(const ChatRequest& request, const CallTarget& target,
                                                        TranslationLog& log);

} // namespace tollgate
