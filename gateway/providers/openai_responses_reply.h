#pragma once
// OpenAI response objects and their streams → ChatEvents; the tap on bytes that are passed through
// (platform.openai.com/docs/api-reference/responses/object and …/responses-streaming).

#include "gateway/providers/provider_adapter.h"

#include <memory>

namespace tollgate {

std::unique_ptr<ReplyDecoder> makeOpenAiResponsesReplyDecoder(ReplyHints hints);

} // namespace tollgate
