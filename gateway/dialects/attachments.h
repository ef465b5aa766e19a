#pragma once
// Pictures, files and sound in the messages of OpenAI's dialects: how many and how large.

#include "gateway/dialects/dialect.h"

#include <simdjson.h>

#include <string_view>

namespace tollgate {

/// Counts one content part of Chat Completions or Responses (platform.openai.com/docs/api-reference:
/// image_url, input_audio, file; input_image, input_file). Parts of other types count nothing.
void noteAttachment(std::string_view type, simdjson::dom::object part, Attachments& attached);

} // namespace tollgate
