#pragma once
// A conversation in the shape of Bedrock's Converse API
// (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html).

#include "gateway/providers/anthropic_turns.h"
#include "gateway/providers/provider_adapter.h"

#include <boost/json/array.hpp>

namespace tollgate {

/// Whose models stand behind Converse, and what of it they take
/// (docs.aws.amazon.com/bedrock/latest/userguide, "Supported models and model features").
struct BedrockFamily {
    bool claude = false;
    bool nova = false;
    bool nova2 = false; ///< the generation that reasons
    bool mistral = false;
    bool gptOss = false;

    bool caches() const { return claude || nova; }
    bool marksFailedTools() const { return claude || nova; }
    bool forcesTools() const { return claude || nova || mistral; }
};

BedrockFamily bedrockFamily(std::string_view model);

/// Reasoning and opaque blocks that this model reads back. Claude's signatures are good on every platform.
bool bedrockTakesBack(const ContentPart& part, const BedrockFamily& family);

boost::json::array bedrockSystem(const Conversation& conversation, const BedrockFamily& family,
                                 const std::string& instruction, TranslationLog& log);
tl::expected<boost::json::array, Error> bedrockMessages(const Conversation& conversation,
                                                        const BedrockFamily& family, TranslationLog& log,
                                                        ReplyHints& hints);

/// {"cachePoint":{"type":"default"}} with its lifetime.
boost::json::object cachePoint(const CacheMark& mark);

/// Of tool names and call ids.
inline constexpr std::size_t kBedrockName = 64;

} // namespace tollgate
