#pragma once
// Anthropic Messages body → ChatRequest, for providers that speak something else.

#include "gateway/wire/chat_request.h"
#include "gateway/wire/error.h"

#include <tl/expected.hpp>

#include <string_view>

namespace tollgate {

/// Expects a body that inspectAnthropic() has accepted; what is still wrong names its field.
tl::expected<ChatRequest, Error> decodeAnthropic(std::string_view body, Operation operation);

} // namespace tollgate
