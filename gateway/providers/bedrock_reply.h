#pragma once
// Replies of Bedrock's Converse and the events of ConverseStream → ChatEvents
// (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html).

#include "gateway/providers/provider_adapter.h"

#include <memory>

namespace tollgate {

std::unique_ptr<ReplyDecoder> makeBedrockReplyDecoder(ReplyHints hints);
/// {"inputTokens": n}
std::unique_ptr<ReplyDecoder> makeBedrockCountDecoder();

} // namespace tollgate
