#pragma once
// generateContent and countTokens → ChatRequest (ai.google.dev/api/generate-content).

#include "gateway/wire/chat_request.h"
#include "gateway/wire/error.h"
#include "gateway/wire/http.h"

#include <boost/json/value.hpp>
#include <tl/expected.hpp>

namespace tollgate {

/// The model is that of the path. Error: InvalidRequest that names the field.
tl::expected<ChatRequest, Error> decodeGemini(const HttpRequest& request, Operation operation);

/// Gemini's schemas are OpenAPI's: types in capitals, "nullable", numbers as strings. The same as JSON
/// Schema.
boost::json::value schemaFromGemini(const boost::json::value& schema);

} // namespace tollgate
