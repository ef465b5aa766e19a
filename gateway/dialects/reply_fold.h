#pragma once
// Events folded into one finished reply, for unary callers: blocks in the order in which they came.

#include "gateway/wire/chat_event.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// Where several messages become one text.
inline constexpr std::string_view kBetweenMessages = "\n\n";

struct ReplyBlock {
    enum class Kind { Text, Reasoning, Refusal, ToolCall, Opaque };
    Kind kind = Kind::Text;
    std::string text;      ///< Text, Reasoning, Refusal
    bool begins = false;   ///< Text: a message of its own
    int index = 0;         ///< ToolCall: the events'
    std::string id;        ///< ToolCall; Reasoning: of the item
    std::string name;      ///< ToolCall
    std::string arguments; ///< ToolCall: JSON text; "{}" when the model wrote none
    std::string signature; ///< Reasoning, ToolCall
    bool redacted = false; ///< Reasoning
    Origin origin = Origin::Unknown;
    boost::json::value opaque;              ///< Opaque
    std::vector<event::Citation> citations; ///< Text
};

struct ReplyChoice {
    std::vector<ReplyBlock> blocks;
    std::optional<FinishReason> finish;
    std::string stopSequence;
    boost::json::value logprobs; ///< OpenAI's object, deltas joined; null: none

    /// All texts of that kind, joined; messages are a line apart.
    std::string text(ReplyBlock::Kind kind = ReplyBlock::Kind::Text) const;
    bool hasToolCalls() const;
    FinishReason finishOr(FinishReason other) const { return finish.value_or(other); }
};

struct ReplyFold {
    ReplyFold() { choices.emplace_back(); }

    std::string id;
    std::string model;
    std::vector<ReplyChoice> choices; ///< never empty
    Usage usage;
    std::vector<event::Embedding> embeddings;
    std::int64_t tokenCount = 0;

    void add(const ChatEvent& event);
    const ReplyChoice& first() const { return choices.front(); }
    /// Call once all events are in: a tool call without arguments gets "{}".
    void finish();
};

} // namespace tollgate
