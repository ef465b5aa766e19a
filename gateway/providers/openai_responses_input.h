#pragma once
// The messages of a ChatRequest as instructions and input items of OpenAI Responses
// (platform.openai.com/docs/api-reference/responses/create, input).

#include "gateway/providers/provider_adapter.h"

#include <boost/json/array.hpp>

#include <string>

namespace tollgate {

struct ResponsesInput {
    std::string instructions; ///< the system text that stands before all else; empty: none
    boost::json::array items;
};

tl::expected<ResponsesInput, Error> openAiResponsesInput(const ChatRequest& request, TranslationLog& log,
                                                         ReplyHints& hints);

} // namespace tollgate
