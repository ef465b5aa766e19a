#include "gateway/providers/anthropic_reply.h"

#include "gateway/providers/anthropic_usage.h"
#include "gateway/providers/claude_words.h"
#include "gateway/providers/repeated_delta.h"
#include "gateway/providers/reply_json.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>
#include <simdjson.h>

#include <algorithm>
#include <map>

namespace tollgate {

namespace json = boost::json;

namespace {

using reply::converted;
using reply::parseObject;
using reply::text;
using simdjson::SUCCESS;
using simdjson::dom::element;

std::string faultOf(element root) {
    element error;
    std::string_view message;
    std::string_view type;
    if (root["error"].get(error) == SUCCESS && error.is_object()) {
        message = text(error, "message");
        type = text(error, "type");
    }
    if (message.empty() && type.empty())
        return "The upstream reported an error.";
    if (message.empty() || type.empty())
        return std::string(message.empty() ? type : message);
    return std::string(type) + ": " + std::string(message);
}

FinishReason finishOf(std::string_view reason) {
    if (reason == "max_tokens" || reason == "model_context_window_exceeded")
        return FinishReason::Length;
    if (reason == "stop_sequence")
        return FinishReason::StopSequence;
    if (reason == "tool_use")
        return FinishReason::ToolCalls;
    if (reason == "pause_turn")
        return FinishReason::Pause;
    return reason == "refusal" ? FinishReason::Refusal : FinishReason::Stop;
}

std::int64_t charactersIn(std::string_view utf8) {
    return std::ranges::count_if(utf8, [](unsigned char c) { return (c & 0xC0U) != 0x80U; });
}

/// Where a citation points to, if that is an address.
std::string_view addressOf(element citation) {
    for (const char* name : {"url", "source"}) {
        if (const std::string_view address = text(citation, name); address.starts_with("http"))
            return address;
    }
    return {};
}

class AnthropicReplyDecoder final : public ReplyDecoder {
public:
    explicit AnthropicReplyDecoder(ReplyHints hints)
        : m_calls(std::move(hints)) {}

    void body(std::string_view bytes, std::vector<ChatEvent>& events) override {
        element root;
        simdjson::dom::array content;
        if (!parseObject(bytes, root)) {
            m_malformed = true;
            return;
        }
        if (root["content"].get(content) != SUCCESS) {
            m_malformed = true;
            if (text(root, "type") == "error")
                m_streamError = faultOf(root);
            return;
        }
        start(root, events);
        std::int64_t index = 0;
        for (element block : content) {
            if (block.is_object())
                openBlock(index, block, events);
            closeBlock(index++, events);
        }
        readUsage(root, events);
        finish(root, events);
    }

    void event(std::string_view, std::string_view data, std::vector<ChatEvent>& events) override {
        if (m_repeated.read(data, events)) {
            if (const auto* piece = std::get_if<event::TextDelta>(&events.back()))
                m_characters += charactersIn(piece->text);
            return;
        }
        m_repeated.forget();
        readEvent(data, events);
    }

    bool finished() const override { return m_finished; }
    bool sawTerminator() const override { return m_stopped; }
    bool malformed() const override { return m_malformed; }
    const std::string& streamError() const override { return m_streamError; }

private:
    void readEvent(std::string_view data, std::vector<ChatEvent>& events) {
        element root;
        std::string_view type;
        if (!parseObject(data, root) || root["type"].get(type) != SUCCESS) {
            m_malformed = true;
            return;
        }
        if (type == "content_block_delta") {
            const std::size_t known = events.size();
            readDelta(root, events);
            m_repeated.learn(data, std::span(events).subspan(known));
        } else if (type == "content_block_start")
            readStart(root, events);
        else if (type == "content_block_stop")
            closeBlock(indexOf(root), events);
        else if (type == "message_start")
            readMessage(root, events);
        else if (type == "message_delta")
            readEnd(root, events);
        else if (type == "message_stop")
            m_stopped = true;
        else if (type == "error")
            m_streamError = faultOf(root);
        // "ping", and whatever will be added: the API asks readers to pass over it.
    }

    struct Block {
        enum class Kind { Text, Thinking, Call, Answer, Opaque };
        Kind kind = Kind::Text;
        int call = 0;                           ///< Call: the events' index
        bool anyInput = false;                  ///< Call, Answer: arguments came in pieces
        std::string input;                      ///< Call, Answer: as the start gave it; Opaque: the pieces
        std::string signature;                  ///< Thinking
        json::object opaque;                    ///< Opaque
        std::int64_t begin = 0;                 ///< Text: where it begins, in characters
        std::vector<event::Citation> citations; ///< Text
    };

    static std::int64_t indexOf(element root) {
        std::int64_t index = 0;
        return root["index"].get(index) == SUCCESS ? index : 0;
    }

    void start(element message, std::vector<ChatEvent>& events) {
        if (std::exchange(m_started, true))
            return;
        events.emplace_back(
            event::Start{std::string(text(message, "id")), std::string(text(message, "model"))});
    }

    void readUsage(element object, std::vector<ChatEvent>& events) {
        element usage;
        if (object["usage"].get(usage) != SUCCESS || !usage.is_object())
            return;
        m_usage.read(usage);
        events.emplace_back(event::UsageReport{m_usage.usage()});
    }

    void readMessage(element root, std::vector<ChatEvent>& events) {
        element message;
        if (root["message"].get(message) != SUCCESS || !message.is_object()) {
            m_malformed = true;
            return;
        }
        start(message, events);
        readUsage(message, events);
    }

    void readStart(element root, std::vector<ChatEvent>& events) {
        element block;
        if (root["content_block"].get(block) == SUCCESS && block.is_object())
            openBlock(indexOf(root), block, events);
    }

    void openBlock(std::int64_t index, element from, std::vector<ChatEvent>& events) {
        closeBlock(index, events);
        Block& block = m_blocks[index];
        const std::string_view type = text(from, "type");
        if (type == "text") {
            block.begin = m_characters;
            addText(text(from, "text"), events);
            readCitations(block, from);
        } else if (type == "thinking") {
            block.kind = Block::Kind::Thinking;
            addThought(text(from, "thinking"), events);
            block.signature = text(from, "signature");
        } else if (type == "redacted_thinking") {
            events.emplace_back(
                event::ReasoningSignature{std::string(text(from, "data")), Origin::Anthropic, true});
            m_blocks.erase(index);
        } else if (type == "tool_use") {
            openCall(block, from, events);
        } else {
            // Whatever the upstream's own tools say; only callers of its own dialect can read it.
            block.kind = Block::Kind::Opaque;
            json::value whole = converted(from);
            block.opaque = std::move(whole.as_object());
        }
    }

    void openCall(Block& block, element from, std::vector<ChatEvent>& events) {
        if (element input; from["input"].get(input) == SUCCESS && input.is_object()) {
            block.input = simdjson::minify(input);
            if (block.input == "{}") // streams begin so
                block.input.clear();
        }
        block.call = m_calls.open(text(from, "id"), text(from, "name"), events);
        block.kind = block.call == ReplyCalls::kAnswer ? Block::Kind::Answer : Block::Kind::Call;
    }

    void readDelta(element root, std::vector<ChatEvent>& events) {
        element delta;
        if (root["delta"].get(delta) != SUCCESS || !delta.is_object())
            return;
        const std::string_view type = text(delta, "type");
        if (type == "text_delta") {
            if (Block* block = find(root); block != nullptr && block->kind == Block::Kind::Opaque)
                block->opaque["text"] = joined(block->opaque, "text", text(delta, "text"));
            else
                addText(text(delta, "text"), events);
        } else if (type == "thinking_delta") {
            addThought(text(delta, "thinking"), events);
        } else if (Block* block = find(root); block == nullptr) {
            return;
        } else if (type == "input_json_delta") {
            addInput(*block, text(delta, "partial_json"), events);
        } else if (type == "signature_delta") {
            block->signature += text(delta, "signature");
        } else if (type == "citations_delta") {
            if (element citation; delta["citation"].get(citation) == SUCCESS && citation.is_object())
                addCitation(*block, citation);
        } else if (type == "compaction_delta") {
            block->opaque["content"] = joined(block->opaque, "content", text(delta, "content"));
        }
    }

    Block* find(element root) {
        const auto it = m_blocks.find(indexOf(root));
        return it == m_blocks.end() ? nullptr : &it->second;
    }

    static std::string joined(const json::object& block, std::string_view name, std::string_view more) {
        const json::value* known = block.if_contains(name);
        std::string whole(known != nullptr && known->is_string() ? std::string_view(known->get_string())
                                                                 : std::string_view());
        return whole.append(more);
    }

    void addText(std::string_view words, std::vector<ChatEvent>& events) {
        if (words.empty())
            return;
        m_characters += charactersIn(words);
        events.emplace_back(event::TextDelta{std::string(words)});
    }

    static void addThought(std::string_view words, std::vector<ChatEvent>& events) {
        if (!words.empty())
            events.emplace_back(event::ReasoningDelta{std::string(words)});
    }

    void addInput(Block& block, std::string_view piece, std::vector<ChatEvent>& events) {
        if (piece.empty())
            return;
        block.anyInput = true;
        if (block.kind == Block::Kind::Call)
            events.emplace_back(event::ToolArgumentsDelta{block.call, std::string(piece)});
        else if (block.kind == Block::Kind::Answer)
            addText(piece, events);
        else
            block.input += piece;
    }

    void readCitations(Block& block, element from) {
        simdjson::dom::array citations;
        if (from["citations"].get(citations) != SUCCESS)
            return;
        for (element citation : citations) {
            if (citation.is_object())
                addCitation(block, citation);
        }
    }

    /// Kept until the text is complete: OpenAI's shape tells where in the answer it stands.
    void addCitation(Block& block, element citation) {
        event::Citation& kept = block.citations.emplace_back();
        kept.original = converted(citation);
        kept.origin = Origin::Anthropic;
        const std::string_view address = addressOf(citation);
        if (address.empty())
            return;
        json::object place;
        place["url"] = address;
        place["title"] = text(citation, "title");
        place["start_index"] = block.begin;
        json::object value;
        value["type"] = "url_citation";
        value["url_citation"] = std::move(place);
        kept.value = std::move(value);
    }

    void closeBlock(std::int64_t index, std::vector<ChatEvent>& events) {
        const auto it = m_blocks.find(index);
        if (it == m_blocks.end())
            return;
        Block block = std::move(it->second);
        m_blocks.erase(it);
        switch (block.kind) {
        case Block::Kind::Text:
            for (event::Citation& citation : block.citations) {
                if (citation.value.is_object())
                    citation.value.at("url_citation").as_object()["end_index"] = m_characters;
                events.emplace_back(std::move(citation));
            }
            break;
        case Block::Kind::Thinking:
            if (!block.signature.empty())
                events.emplace_back(event::ReasoningSignature{std::move(block.signature), Origin::Anthropic});
            break;
        case Block::Kind::Call:
        case Block::Kind::Answer:
            if (!block.anyInput) // it came whole with the start
                addInput(block, std::exchange(block.input, {}), events);
            break;
        case Block::Kind::Opaque:
            closeOpaque(std::move(block), events);
            break;
        }
    }

    static void closeOpaque(Block block, std::vector<ChatEvent>& events) {
        if (!block.input.empty()) {
            boost::system::error_code failure;
            json::value input = parsedJson(block.input, failure);
            if (!failure)
                block.opaque["input"] = std::move(input);
        }
        events.emplace_back(event::OpaqueBlock{std::move(block.opaque), Origin::Anthropic});
    }

    void readEnd(element root, std::vector<ChatEvent>& events) {
        readUsage(root, events);
        if (element delta; root["delta"].get(delta) == SUCCESS && delta.is_object())
            finish(delta, events);
    }

    void finish(element from, std::vector<ChatEvent>& events) {
        const std::string_view reason = text(from, "stop_reason");
        if (reason.empty() || std::exchange(m_finished, true))
            return;
        while (!m_blocks.empty()) // of servers that do not close them
            closeBlock(m_blocks.begin()->first, events);
        const FinishReason finish = m_calls.finished(finishOf(reason));
        if (element details; finish == FinishReason::Refusal &&
                             from["stop_details"].get(details) == SUCCESS && details.is_object()) {
            if (const std::string_view why = text(details, "explanation"); !why.empty())
                events.emplace_back(event::RefusalDelta{std::string(why)});
        }
        events.emplace_back(event::Finish{finish, 0, std::string(text(from, "stop_sequence"))});
    }

    std::map<std::int64_t, Block> m_blocks; ///< open
    RepeatedDelta m_repeated;
    AnthropicUsage m_usage;
    ReplyCalls m_calls;
    std::int64_t m_characters = 0; ///< of text so far
    std::string m_streamError;
    bool m_started = false;
    bool m_finished = false;
    bool m_stopped = false;
    bool m_malformed = false;
};

} // namespace

std::unique_ptr<ReplyDecoder> makeAnthropicReplyDecoder(ReplyHints hints) {
    return std::make_unique<AnthropicReplyDecoder>(std::move(hints));
}

} // namespace tollgate
