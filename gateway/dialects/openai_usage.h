#pragma once
// Token buckets added up OpenAI's way: everything read is in prompt_tokens, everything written in
// completion_tokens (platform.openai.com/docs/api-reference/chat/object, usage).

#include "gateway/wire/usage.h"

#include <boost/json/object.hpp>

namespace tollgate {

boost::json::object openAiUsage(const Usage& usage);

} // namespace tollgate
