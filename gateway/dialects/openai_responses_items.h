#pragma once
// Input items of OpenAI Responses → messages (platform.openai.com/docs/api-reference/responses/create,
// input).

#include "gateway/wire/chat_request.h"
#include "gateway/wire/error.h"

#include <boost/json/array.hpp>
#include <tl/expected.hpp>

#include <vector>

namespace tollgate {

struct DecodedItems {
    std::vector<Message> messages;
    std::vector<ToolDefinition> tools; ///< of additional_tools items
};

/// What the model said from one input of others to the next is one assistant message; results of its tools
/// follow it at once, in the order of the calls. Errors name the item: calls without a result, results
/// without a call, references that nobody resolved.
tl::expected<DecodedItems, Error> decodeResponsesItems(const boost::json::array& items);

} // namespace tollgate
