#pragma once
// The answer to a count of tokens: an object of one member, called what the caller's dialect calls it
// (input_tokens at Anthropic's, totalTokens at Google's).

#include "gateway/dialects/dialect.h"

#include <memory>
#include <string_view>

namespace tollgate {

/// An upstream that counts nothing leaves our own estimate. `member` outlives the encoder.
std::unique_ptr<ReplyEncoder> makeTokenCountEncoder(std::string_view member);

} // namespace tollgate
