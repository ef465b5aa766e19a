#pragma once
// What stands around the text of a Gemini reply: usage, sources, probabilities.

#include "gateway/wire/chat_event.h"

#include <simdjson.h>

#include <string_view>
#include <vector>

namespace tollgate {

/// usageMetadata: promptTokenCount holds the cached ones, candidatesTokenCount not the thoughts; tokens of
/// tools that Gemini ran itself are counted apart (ai.google.dev/api/generate-content#UsageMetadata).
Usage geminiUsage(simdjson::dom::element metadata);

/// groundingMetadata and citationMetadata of a candidate as OpenAI's url_citation. Gemini counts bytes of
/// `text`, OpenAI characters.
std::vector<event::Citation> geminiCitations(simdjson::dom::element candidate, std::string_view text);

/// logprobsResult in OpenAI's shape.
boost::json::value geminiLogprobs(simdjson::dom::element result);

/// The same value in the vocabulary's JSON.
boost::json::value geminiValue(simdjson::dom::element value);

} // namespace tollgate
