#pragma once
// OpenAI Responses body → ChatRequest, for providers that speak something else.

#include "gateway/wire/chat_request.h"
#include "gateway/wire/error.h"

#include <tl/expected.hpp>

#include <string_view>

namespace tollgate {

/// Expects a body that the dialect's inspect() has accepted and in which previous_response_id and references
/// are resolved; what is still wrong names its field.
tl::expected<ChatRequest, Error> decodeOpenAiResponses(std::string_view body);

} // namespace tollgate
