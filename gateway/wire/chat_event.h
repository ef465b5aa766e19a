#pragma once
// What a provider says while it answers, one small step at a time, in an order every dialect can write down:
// Start, then any number of deltas, then Finish; UsageReport may come anywhere and sets, it does not add.
// Content comes block by block: all deltas of one text, reasoning or tool call before the next begins, except
// that arguments of parallel tool calls may interleave (their index tells).

#include "gateway/wire/chat_request.h"
#include "gateway/wire/usage.h"

#include <boost/json/value.hpp>

#include <string>
#include <variant>
#include <vector>

namespace tollgate {

enum class FinishReason {
    Stop,
    StopSequence,
    Length,
    ToolCalls,
    ContentFilter,
    Refusal,
    Pause, ///< Anthropic's pause_turn: a server tool wants to go on
};

namespace event {

struct Start {
    std::string id;    ///< the upstream's id of the reply
    std::string model; ///< as the upstream names it
};
struct TextDelta {
    std::string text;
    int choice = 0;              ///< of n
    bool begins = false;         ///< a message of its own, where a turn may hold several (OpenAI Responses)
    Phase phase = Phase::Unsaid; ///< of the message that begins
};
struct ReasoningDelta {
    std::string text;
};
/// Ends the reasoning block before it, or stands alone: what the upstream wants back with the next turn.
struct ReasoningSignature {
    std::string signature; ///< opaque bytes
    Origin origin = Origin::Unknown;
    bool redacted = false; ///< a block of its own whose text nobody may read
    std::string id = {};   ///< of the reasoning item (OpenAI Responses)
};
struct RefusalDelta {
    std::string text;
};
/// Comes before any arguments of that call, with id and name complete.
struct ToolCallStart {
    int index = 0;
    std::string id;
    std::string name;
    std::string signature = {}; ///< Gemini's thoughtSignature
    int choice = 0;
};
struct ToolArgumentsDelta {
    int index = 0;
    std::string json;
};
/// Of the text before it; `value` is in OpenAI's shape: {"type":"url_citation","url_citation":{url,title,…}}.
struct Citation {
    boost::json::value value;
    boost::json::value original; ///< as the upstream of `origin` said it
    Origin origin = Origin::Unknown;
};
/// OpenAI's "logprobs" object of the text before it.
struct Logprobs {
    boost::json::value value;
    int choice = 0;
};
/// A block only callers of `origin`'s own dialect can be shown, whole.
struct OpaqueBlock {
    boost::json::value block;
    Origin origin = Origin::Unknown;
};
struct Embedding {
    int index = 0;
    std::vector<float> values;
};
/// The answer to Operation::CountTokens.
struct TokenCount {
    std::int64_t inputTokens = 0;
};
struct UsageReport {
    Usage usage;
};
struct Finish {
    FinishReason reason = FinishReason::Stop;
    int choice = 0;
    std::string stopSequence = {}; ///< of StopSequence, where the upstream tells
};

} // namespace event

using ChatEvent =
    std::variant<event::Start, event::TextDelta, event::ReasoningDelta, event::ReasoningSignature,
                 event::RefusalDelta, event::ToolCallStart, event::ToolArgumentsDelta, event::Citation,
                 event::Logprobs, event::OpaqueBlock, event::Embedding, event::TokenCount, event::UsageReport,
                 event::Finish>;

} // namespace tollgate
