#pragma once
// Names, ids and results of functions as Gemini takes them (ai.google.dev/api/caching#FunctionCall).

#include "gateway/providers/provider_adapter.h"

#include <boost/json/object.hpp>

namespace tollgate {

/// A function's name: letters, digits, _ and -, no digit or - in front.
std::string geminiToolName(std::string_view name, ReplyHints& hints);

/// An id made up by this gateway or given by another provider: Gemini never said it and is not told.
bool isForeignToGemini(std::string_view id);

/// A tool's answer as the JSON object that functionResponse.response is: its own, or under the documented
/// key "output" or "error".
boost::json::object geminiToolResponse(const ContentPart& part);

} // namespace tollgate
