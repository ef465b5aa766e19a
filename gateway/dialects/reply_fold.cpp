#include "gateway/dialects/reply_fold.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr int kMostChoices = 128; ///< of n

class Folder {
public:
    explicit Folder(ReplyFold& fold)
        : m_fold(fold) {}

    void operator()(const event::Start& e) const {
        m_fold.id = e.id;
        m_fold.model = e.model;
    }
    void operator()(const event::TextDelta& e) const {
        ReplyBlock& block =
            e.begins ? append(ReplyBlock::Kind::Text, e.choice) : open(ReplyBlock::Kind::Text, e.choice);
        block.text += e.text;
        block.begins = block.begins || e.begins;
    }
    void operator()(const event::ReasoningDelta& e) const {
        open(ReplyBlock::Kind::Reasoning, 0).text += e.text;
    }
    void operator()(const event::ReasoningSignature& e) const {
        ReplyBlock& block =
            e.redacted ? append(ReplyBlock::Kind::Reasoning, 0) : open(ReplyBlock::Kind::Reasoning, 0);
        block.signature = e.signature;
        block.origin = e.origin;
        block.redacted = e.redacted;
        block.id = e.id;
    }
    void operator()(const event::RefusalDelta& e) const { open(ReplyBlock::Kind::Refusal, 0).text += e.text; }
    void operator()(const event::ToolCallStart& e) const {
        ReplyBlock& block = append(ReplyBlock::Kind::ToolCall, e.choice);
        block.index = e.index;
        block.id = e.id;
        block.name = e.name;
        block.signature = e.signature;
    }
    void operator()(const event::ToolArgumentsDelta& e) const {
        for (ReplyChoice& choice : m_fold.choices) {
            const auto call = std::ranges::find_if(choice.blocks, [&](const ReplyBlock& block) {
                return block.kind == ReplyBlock::Kind::ToolCall && block.index == e.index;
            });
            if (call != choice.blocks.end())
                call->arguments += e.json;
        }
    }
    void operator()(const event::Citation& e) const {
        open(ReplyBlock::Kind::Text, 0).citations.push_back(e);
    }
    void operator()(const event::Logprobs& e) const { join(choice(e.choice).logprobs, e.value); }
    void operator()(const event::OpaqueBlock& e) const {
        ReplyBlock& block = append(ReplyBlock::Kind::Opaque, 0);
        block.opaque = e.block;
        block.origin = e.origin;
    }
    void operator()(const event::Embedding& e) const { m_fold.embeddings.push_back(e); }
    void operator()(const event::TokenCount& e) const { m_fold.tokenCount = e.inputTokens; }
    void operator()(const event::UsageReport& e) const { m_fold.usage = e.usage; }
    void operator()(const event::Finish& e) const {
        ReplyChoice& ended = choice(e.choice);
        if (!ended.finish) {
            ended.finish = e.reason;
            ended.stopSequence = e.stopSequence;
        }
    }

private:
    ReplyChoice& choice(int index) const {
        const auto at = static_cast<std::size_t>(std::clamp(index, 0, kMostChoices - 1));
        if (m_fold.choices.size() <= at)
            m_fold.choices.resize(at + 1);
        return m_fold.choices[at];
    }

    ReplyBlock& append(ReplyBlock::Kind kind, int index) const {
        ReplyBlock& block = choice(index).blocks.emplace_back();
        block.kind = kind;
        return block;
    }

    /// The last block if it is of that kind and still open, else a new one.
    ReplyBlock& open(ReplyBlock::Kind kind, int index) const {
        std::vector<ReplyBlock>& blocks = choice(index).blocks;
        const bool fits = !blocks.empty() && blocks.back().kind == kind && blocks.back().signature.empty();
        return fits ? blocks.back() : append(kind, index);
    }

    /// {"content":[…],"refusal":[…]}: arrays grow, the rest is set.
    static void join(boost::json::value& whole, const boost::json::value& delta) {
        if (!whole.is_object() || !delta.is_object()) {
            whole = delta;
            return;
        }
        for (const auto& [name, value] : delta.get_object()) {
            boost::json::value& known = whole.get_object()[name];
            if (known.is_array() && value.is_array()) {
                for (const boost::json::value& one : value.get_array())
                    known.get_array().push_back(one);
            } else {
                known = value;
            }
        }
    }

    ReplyFold& m_fold;
};

} // namespace

void ReplyFold::add(const ChatEvent& event) {
    std::visit(Folder(*this), event);
}

void ReplyFold::finish() {
    for (ReplyChoice& choice : choices) {
        for (ReplyBlock& block : choice.blocks) {
            if (block.kind == ReplyBlock::Kind::ToolCall && block.arguments.empty())
                block.arguments = "{}";
        }
    }
}

std::string ReplyChoice::text(ReplyBlock::Kind kind) const {
    std::string joined;
    for (const ReplyBlock& block : blocks) {
        if (block.kind != kind)
            continue;
        if (block.begins && !joined.empty())
            joined += kBetweenMessages;
        joined += block.text;
    }
    return joined;
}

bool ReplyChoice::hasToolCalls() const {
    return std::ranges::find(blocks, ReplyBlock::Kind::ToolCall, &ReplyBlock::kind) != blocks.end();
}

} // namespace tollgate
