#pragma once
// ChatRequest → the body of Bedrock's Converse, ConverseStream or CountTokens.

#include "gateway/providers/provider_adapter.h"

namespace tollgate {

tl::expected<EncodedCall, Error> encodeBedrock(const ChatRequest& request, const CallTarget& target,
                                               TranslationLog& log);

} // namespace tollgate
