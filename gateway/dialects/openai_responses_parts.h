#pragma once
// Content of OpenAI Responses messages and tool outputs: input_text, output_text, refusal, input_image,
// input_file, input_audio (platform.openai.com/docs/api-reference/responses/create, input).

#include "gateway/wire/chat_request.h"

#include <boost/json/value.hpp>

#include <vector>

namespace tollgate {

/// A string or an array of parts.
std::vector<ContentPart> responsesContent(const boost::json::value& content);

} // namespace tollgate
