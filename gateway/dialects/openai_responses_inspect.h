#pragma once
// Reading of an OpenAI Responses body what routing must know, and refusing what cannot be meant.

#include "gateway/dialects/dialect.h"

#include <tl/expected.hpp>

#include <string_view>

namespace tollgate {

tl::expected<RequestEnvelope, Error> inspectOpenAiResponses(std::string_view body);

} // namespace tollgate
