#pragma once
// Errors in OpenAI's shape: {"error":{"message","type","param","code"}}.

#include "gateway/wire/error.h"

#include <string>

namespace tollgate {

std::string openAiErrorBody(const Error& error);

} // namespace tollgate
