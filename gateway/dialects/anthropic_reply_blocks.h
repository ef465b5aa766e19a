#pragma once
// Provider events sorted into the content blocks of an Anthropic message, in the order in which each block
// began. What belongs to a block may come while another is being written: it waits in its block.

#include "gateway/dialects/anthropic_tool_input.h"
#include "gateway/wire/chat_event.h"
#include "gateway/wire/translation.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <deque>
#include <string>

namespace tollgate {

struct AnthropicReplyBlock {
    enum class Kind { Text, Thinking, Redacted, ToolUse, Opaque };
    Kind kind = Kind::Text;
    std::string text;             ///< Text, Thinking: not yet written
    boost::json::array citations; ///< Text: not yet written
    bool cited = false;           ///< Text: has had a citation, so that further text is another block's
    bool refusal = false;         ///< Text
    std::string signature;        ///< Thinking, Redacted: as it is to be written
    std::string id;               ///< ToolUse
    std::string name;             ///< ToolUse
    int index = 0;                ///< ToolUse: the events'
    AnthropicToolInput input;     ///< ToolUse
    boost::json::object opaque;   ///< Opaque
    bool ended = false;           ///< nothing more can come

    /// The whole block, as a unary reply holds it.
    boost::json::object whole() const;
};

class AnthropicReplyBlocks {
public:
    /// Names calls that came without an id.
    explicit AnthropicReplyBlocks(std::string replyId)
        : m_replyId(std::move(replyId)) {}

    /// False: the event says nothing about content.
    bool add(const ChatEvent& event);

    bool empty() const { return m_blocks.empty(); }
    AnthropicReplyBlock& front() { return m_blocks.front(); }
    /// The first block is written and gone. What still comes for it is lost, and noted.
    void pop() { m_blocks.pop_front(); }
    /// The first block can be closed: another follows, or nothing more can come for it.
    bool frontIsDone() const;
    const std::deque<AnthropicReplyBlock>& all() const { return m_blocks; }

    bool sawToolUse() const { return m_calls > 0; }
    bool sawRefusal() const { return m_refused; }
    const std::vector<TranslationNote>& notes() const { return m_log.notes(); }

private:
    using Kind = AnthropicReplyBlock::Kind;

    bool on(const event::TextDelta& e);
    bool on(const event::RefusalDelta& e);
    bool on(const event::ReasoningDelta& e);
    bool on(const event::ReasoningSignature& e);
    bool on(const event::ToolCallStart& e);
    bool on(const event::ToolArgumentsDelta& e);
    bool on(const event::Citation& e);
    bool on(const event::OpaqueBlock& e);
    template <typename Other>
    bool on(const Other&) {
        return false;
    }

    AnthropicReplyBlock& append(Kind kind);
    AnthropicReplyBlock& openText(bool refusal);
    bool isForeign(int choice);

    std::deque<AnthropicReplyBlock> m_blocks;
    std::string m_replyId;
    int m_calls = 0;
    bool m_refused = false;
    TranslationLog m_log;
};

} // namespace tollgate
