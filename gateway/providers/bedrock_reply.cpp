#include "gateway/providers/bedrock_reply.h"

#include "gateway/providers/claude_words.h"
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
using reply::inside;
using reply::integer;
using reply::parseObject;
using reply::text;
using simdjson::SUCCESS;
using simdjson::dom::element;

/// inputTokens leaves the cache out (docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html).
Usage usageOf(element object, element root) {
    Usage usage;
    if (element tier; inside(root, "serviceTier", tier)) // API_runtime_Converse, serviceTier
        usage.tier = serviceTierNamed(text(tier, "type"));
    usage.inputUncached = integer(object, "inputTokens");
    usage.cacheRead = integer(object, "cacheReadInputTokens");
    usage.cacheWrite5m = integer(object, "cacheWriteInputTokens");
    usage.outputText = integer(object, "outputTokens");
    simdjson::dom::array details;
    if (object["cacheDetails"].get(details) == SUCCESS) {
        for (element detail : details) {
            if (detail.is_object() && text(detail, "ttl") == "1h")
                usage.cacheWrite1h += integer(detail, "inputTokens");
        }
    }
    usage.cacheWrite1h = std::min(usage.cacheWrite1h, usage.cacheWrite5m);
    usage.cacheWrite5m -= usage.cacheWrite1h;
    return usage;
}

FinishReason finishOf(std::string_view reason) {
    if (reason == "max_tokens" || reason == "model_context_window_exceeded")
        return FinishReason::Length;
    if (reason == "stop_sequence")
        return FinishReason::StopSequence;
    if (reason == "tool_use")
        return FinishReason::ToolCalls;
    if (reason == "guardrail_intervened" || reason == "content_filtered")
        return FinishReason::ContentFilter;
    return reason == "refusal" ? FinishReason::Refusal : FinishReason::Stop;
}

class BedrockReplyDecoder final : public ReplyDecoder {
public:
    explicit BedrockReplyDecoder(ReplyHints hints)
        : m_calls(std::move(hints)) {}

    Framing framing() const override { return Framing::AwsEventStream; }

    void body(std::string_view bytes, std::vector<ChatEvent>& events) override {
        element root;
        element output;
        element message;
        simdjson::dom::array content;
        if (!parseObject(bytes, root)) {
            m_malformed = true;
            return;
        }
        if (!inside(root, "output", output) || !inside(output, "message", message) ||
            message["content"].get(content) != SUCCESS) {
            m_malformed = true;
            m_streamError = text(root, "message");
            return;
        }
        start(events);
        std::int64_t index = 0;
        for (element block : content) {
            if (block.is_object())
                readBlock(index++, block, events);
        }
        if (element usage; inside(root, "usage", usage))
            events.emplace_back(event::UsageReport{usageOf(usage, root)});
        finish(root, events);
        m_malformed = m_malformed || !m_streamError.empty();
    }

    void event(std::string_view name, std::string_view data, std::vector<ChatEvent>& events) override {
        constexpr std::string_view kException = "exception:";
        element root;
        const bool good = parseObject(data, root);
        if (name.starts_with(kException)) {
            std::string_view message = good ? text(root, "message") : data;
            m_streamError = std::string(name.substr(kException.size()));
            if (!message.empty())
                m_streamError += ": " + std::string(message);
            return;
        }
        if (!good) {
            m_malformed = true;
            return;
        }
        if (name == "contentBlockDelta")
            readDelta(root, events);
        else if (name == "contentBlockStart")
            readStart(root, events);
        else if (name == "contentBlockStop")
            closeBlock(integer(root, "contentBlockIndex"), events);
        else if (name == "messageStart")
            start(events);
        else if (name == "messageStop")
            finish(root, events);
        else if (name == "metadata")
            readMetadata(root, events);
        // Others may be added; readers pass over them.
    }

    bool finished() const override { return m_finished; }
    bool sawTerminator() const override { return m_metadata; }
    bool malformed() const override { return m_malformed; }
    const std::string& streamError() const override { return m_streamError; }

private:
    struct Block {
        enum class Kind { Text, Thinking, Call, Answer, Opaque };
        Kind kind = Kind::Text;
        int call = 0;          ///< Call: the events' index
        std::string signature; ///< Thinking
        bool redacted = false; ///< Thinking: the signature is all of it
        json::object opaque;   ///< Opaque
        std::string input;     ///< Opaque: the pieces of its arguments
        std::vector<event::Citation> citations;
    };

    /// The id of the reply is in a header; the model is the one that was asked.
    void start(std::vector<ChatEvent>& events) {
        if (!std::exchange(m_started, true))
            events.emplace_back(event::Start{});
    }

    /// A whole block of a unary reply: an object with one member, its kind.
    void readBlock(std::int64_t index, element from, std::vector<ChatEvent>& events) {
        Block& block = m_blocks[index];
        element inner;
        if (const std::string_view words = text(from, "text"); !words.empty()) {
            events.emplace_back(event::TextDelta{std::string(words)});
        } else if (inside(from, "toolUse", inner) && text(inner, "type") != "server_tool_use") {
            openCall(block, inner, events);
            if (element input; inside(inner, "input", input))
                addInput(block, simdjson::minify(input), events);
        } else if (inside(from, "reasoningContent", inner)) {
            readReasoning(block, inner, events);
        } else if (inside(from, "citationsContent", inner)) {
            readCitations(block, inner, events);
        } else if (from["text"].error() != SUCCESS) {
            block.kind = Block::Kind::Opaque;
            json::value whole = converted(from);
            block.opaque = std::move(whole.as_object());
        }
        closeBlock(index, events);
    }

    static void readReasoning(Block& block, element from, std::vector<ChatEvent>& events) {
        block.kind = Block::Kind::Thinking;
        element words;
        if (inside(from, "reasoningText", words)) {
            addThought(text(words, "text"), events);
            block.signature = text(words, "signature");
        } else {
            block.signature = text(from, "redactedContent");
            block.redacted = true;
        }
    }

    static void readCitations(Block& block, element from, std::vector<ChatEvent>& events) {
        simdjson::dom::array content;
        if (from["content"].get(content) == SUCCESS) {
            for (element one : content) {
                if (one.is_object() && !text(one, "text").empty())
                    events.emplace_back(event::TextDelta{std::string(text(one, "text"))});
            }
        }
        simdjson::dom::array citations;
        if (from["citations"].get(citations) == SUCCESS) {
            for (element one : citations) {
                if (one.is_object())
                    addCitation(block, one);
            }
        }
    }

    static void addCitation(Block& block, element from) {
        event::Citation& citation = block.citations.emplace_back();
        citation.original = converted(from);
        citation.origin = Origin::Bedrock;
        std::string_view address = text(from, "source");
        element location;
        element web;
        if (inside(from, "location", location) && inside(location, "web", web))
            address = text(web, "url");
        if (!address.starts_with("http"))
            return;
        json::object place;
        place["url"] = address;
        place["title"] = text(from, "title");
        json::object value;
        value["type"] = "url_citation";
        value["url_citation"] = std::move(place);
        citation.value = std::move(value);
    }

    void openCall(Block& block, element from, std::vector<ChatEvent>& events) {
        block.call = m_calls.open(text(from, "toolUseId"), text(from, "name"), events);
        block.kind = block.call == ReplyCalls::kAnswer ? Block::Kind::Answer : Block::Kind::Call;
    }

    void readStart(element root, std::vector<ChatEvent>& events) {
        start(events);
        const std::int64_t index = integer(root, "contentBlockIndex");
        closeBlock(index, events);
        element from;
        if (!inside(root, "start", from))
            return;
        Block& block = m_blocks[index];
        element call;
        if (inside(from, "toolUse", call) && text(call, "type") != "server_tool_use") {
            openCall(block, call, events);
        } else {
            block.kind = Block::Kind::Opaque;
            json::value whole = converted(from);
            block.opaque = std::move(whole.as_object());
        }
    }

    void readDelta(element root, std::vector<ChatEvent>& events) {
        start(events);
        element delta;
        if (!inside(root, "delta", delta))
            return;
        Block& block = m_blocks[integer(root, "contentBlockIndex")]; // texts begin without a start
        element inner;
        if (const std::string_view words = text(delta, "text"); !words.empty()) {
            events.emplace_back(event::TextDelta{std::string(words)});
        } else if (inside(delta, "toolUse", inner)) {
            addInput(block, text(inner, "input"), events);
        } else if (inside(delta, "reasoningContent", inner)) {
            block.kind = Block::Kind::Thinking;
            addThought(text(inner, "text"), events);
            block.signature += text(inner, "signature");
            if (const std::string_view hidden = text(inner, "redactedContent"); !hidden.empty()) {
                block.redacted = true;
                block.signature += hidden;
            }
        } else if (inside(delta, "citation", inner)) {
            addCitation(block, inner);
        } else if (simdjson::dom::array results;
                   block.kind == Block::Kind::Opaque && delta["toolResult"].get(results) == SUCCESS) {
            addResults(block, results);
        }
    }

    static void addResults(Block& block, simdjson::dom::array results) {
        json::value& inner = block.opaque["toolResult"];
        if (!inner.is_object())
            inner = json::object();
        json::value& content = inner.get_object()["content"];
        if (!content.is_array())
            content = json::array();
        for (element one : results)
            content.get_array().push_back(converted(one));
    }

    static void addThought(std::string_view words, std::vector<ChatEvent>& events) {
        if (!words.empty())
            events.emplace_back(event::ReasoningDelta{std::string(words)});
    }

    static void addInput(Block& block, std::string_view piece, std::vector<ChatEvent>& events) {
        if (piece.empty())
            return;
        if (block.kind == Block::Kind::Call)
            events.emplace_back(event::ToolArgumentsDelta{block.call, std::string(piece)});
        else if (block.kind == Block::Kind::Answer)
            events.emplace_back(event::TextDelta{std::string(piece)});
        else
            block.input += piece;
    }

    void closeBlock(std::int64_t index, std::vector<ChatEvent>& events) {
        const auto it = m_blocks.find(index);
        if (it == m_blocks.end())
            return;
        Block block = std::move(it->second);
        m_blocks.erase(it);
        for (event::Citation& citation : block.citations)
            events.emplace_back(std::move(citation));
        if (block.kind == Block::Kind::Thinking && !block.signature.empty())
            events.emplace_back(
                event::ReasoningSignature{std::move(block.signature), Origin::Bedrock, block.redacted});
        if (block.kind == Block::Kind::Opaque)
            closeOpaque(std::move(block), events);
    }

    static void closeOpaque(Block block, std::vector<ChatEvent>& events) {
        json::object* call = block.opaque.contains("toolUse") ? block.opaque["toolUse"].if_object() : nullptr;
        if (call != nullptr && !block.input.empty()) {
            boost::system::error_code failure;
            json::value input = parsedJson(block.input, failure);
            if (!failure)
                (*call)["input"] = std::move(input);
        }
        events.emplace_back(event::OpaqueBlock{std::move(block.opaque), Origin::Bedrock});
    }

    void readMetadata(element root, std::vector<ChatEvent>& events) {
        m_metadata = true;
        if (element usage; inside(root, "usage", usage))
            events.emplace_back(event::UsageReport{usageOf(usage, root)});
    }

    void finish(element from, std::vector<ChatEvent>& events) {
        const std::string_view reason = text(from, "stopReason");
        if (reason.empty() || m_finished)
            return;
        while (!m_blocks.empty())
            closeBlock(m_blocks.begin()->first, events);
        if (reason == "malformed_model_output" || reason == "malformed_tool_use") {
            m_streamError = "The model's output was broken (" + std::string(reason) + ").";
            return;
        }
        m_finished = true;
        events.emplace_back(event::Finish{m_calls.finished(finishOf(reason)), 0, stopSequenceOf(from)});
    }

    /// Where additionalModelResponseFieldPaths asked for it.
    static std::string stopSequenceOf(element from) {
        element more;
        element delta;
        if (!inside(from, "additionalModelResponseFields", more))
            return {};
        if (inside(more, "delta", delta))
            return std::string(text(delta, "stop_sequence"));
        return std::string(text(more, "stop_sequence"));
    }

    std::map<std::int64_t, Block> m_blocks; ///< open
    ReplyCalls m_calls;
    std::string m_streamError;
    bool m_started = false;
    bool m_finished = false;
    bool m_metadata = false;
    bool m_malformed = false;
};

} // namespace

std::unique_ptr<ReplyDecoder> makeBedrockReplyDecoder(ReplyHints hints) {
    return std::make_unique<BedrockReplyDecoder>(std::move(hints));
}

} // namespace tollgate
