#pragma once
// What of a generateContent or countTokens request the gateway must know before it decodes it.

#include "gateway/dialects/dialect.h"

#include <tl/expected.hpp>

namespace tollgate {

/// Model and method stand in the path. Error: InvalidRequest that names the field.
tl::expected<RequestEnvelope, Error> inspectGemini(const HttpRequest& request);

} // namespace tollgate
