#pragma once
// The tools of a request in Converse's words: toolConfig, and what only Claude knows in
// additionalModelRequestFields.

#include "gateway/providers/anthropic_plan.h"
#include "gateway/providers/bedrock_messages.h"
#include "gateway/providers/provider_adapter.h"

#include <boost/json.hpp>

namespace tollgate {

/// A request on its way into Converse's body; everything outlives it.
struct BedrockDraft {
    const ChatRequest& request;
    const CallTarget& target;
    const BedrockFamily& family;
    const ClaudePlan& plan;
    boost::json::object& body;
    boost::json::object& more; ///< additionalModelRequestFields
    EncodedCall& call;         ///< learns names that were changed, and the tool whose call is the answer
    TranslationLog& log;
};

void addBedrockTools(const BedrockDraft& draft, const Conversation& conversation);

} // namespace tollgate
