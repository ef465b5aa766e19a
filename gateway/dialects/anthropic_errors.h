#pragma once
// Errors in Anthropic's shape: {"type":"error","error":{"type","message"},"request_id"}
// (platform.claude.com/docs/en/api/errors, "Error shapes").

#include "gateway/wire/error.h"

#include <string>
#include <string_view>

namespace tollgate {

/// `requestId` may be empty: then the member is left out.
std::string anthropicErrorBody(const Error& error, std::string_view requestId);

/// Within a stream: what an Anthropic upstream said there keeps its own type and words. Its adapter tells
/// both as "overloaded_error: Overloaded".
std::string anthropicStreamErrorBody(const Error& error, std::string_view requestId);

} // namespace tollgate
