#pragma once
// What routing and admission need of an Anthropic Messages body, and whether it is one.
// Protocol: platform.claude.com/docs/en/api/messages and …/messages-count-tokens.

#include "gateway/dialects/dialect.h"

#include <tl/expected.hpp>

#include <string_view>

namespace tollgate {

/// `counting`: of count_tokens, which needs no max_tokens and never streams. Errors: InvalidRequest that
/// names the field.
tl::expected<RequestEnvelope, Error> inspectAnthropic(std::string_view body, bool counting);

} // namespace tollgate
