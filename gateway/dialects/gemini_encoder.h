#pragma once
// ChatEvents → GenerateContentResponse, whole or as server-sent events (ai.google.dev/api/generate-content).

#include "gateway/dialects/dialect.h"

#include <memory>

namespace tollgate {

std::unique_ptr<ReplyEncoder> makeGeminiEncoder(const RequestEnvelope& envelope, const ReplyFacts& facts,
                                                const ChatRequest& request);

} // namespace tollgate
