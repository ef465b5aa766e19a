#include "gateway/dialects/anthropic_encoder.h"

#include "gateway/dialects/anthropic_reply_blocks.h"
#include "gateway/dialects/anthropic_usage.h"
#include "gateway/dialects/body_edit.h"

#include <boost/json.hpp>

#include <optional>
#include <utility>

namespace tollgate {

namespace json = boost::json;

namespace {

using Kind = AnthropicReplyBlock::Kind;

json::object blockOf(std::string_view type) {
    json::object block;
    block["type"] = json::string_view(type);
    return block;
}

/// A block as its start event shows it: empty, to be filled by deltas.
json::object started(const AnthropicReplyBlock& block) {
    json::object start;
    switch (block.kind) {
    case Kind::Text:
        start = blockOf("text");
        start["text"] = "";
        return start;
    case Kind::Thinking:
        start = blockOf("thinking");
        start["thinking"] = "";
        start["signature"] = "";
        return start;
    case Kind::ToolUse:
        start = blockOf("tool_use");
        start["id"] = block.id;
        start["name"] = block.name;
        start["input"] = json::object();
        return start;
    case Kind::Opaque:
        start = block.opaque;
        // Its input is streamed like any tool's; everything else comes whole.
        if (start["type"] == "server_tool_use" && start.contains("input"))
            start["input"] = json::object();
        return start;
    case Kind::Redacted:
        break;
    }
    return block.whole();
}

class AnthropicEncoder final : public ReplyEncoder {
public:
    AnthropicEncoder(bool stream, const ReplyFacts& facts, std::string model)
        : m_streaming(stream)
        , m_facts(facts)
        , m_blocks(facts.replyId)
        , m_named(!model.empty())
        , m_model(std::move(model)) {}

    void add(const ChatEvent& event) override {
        if (m_blocks.add(event)) {
            m_finished = false; // some servers go on after their finish reason
            write();
        } else {
            std::visit([this](const auto& e) { on(e); }, event);
        }
    }

    std::string takeBytes() override { return std::exchange(m_bytes, {}); }

    std::string end(const ReplyFacts&) override {
        begin();
        m_finished = true;
        write();
        json::object delta;
        addStop(delta);
        json::object event = blockOf("message_delta");
        event["delta"] = std::move(delta);
        event["usage"] = anthropicUsage(usage());
        send("message_delta", json::serialize(event));
        send("message_stop", R"({"type":"message_stop"})");
        return takeBytes();
    }

    std::string body(const ReplyFacts& facts) override {
        m_facts = facts;
        json::object message = frame();
        json::array content;
        for (const AnthropicReplyBlock& block : m_blocks.all())
            content.emplace_back(block.whole());
        message["content"] = std::move(content);
        addStop(message);
        message["usage"] = anthropicUsage(usage());
        return json::serialize(message);
    }

    std::vector<TranslationNote> notes() const override { return m_blocks.notes(); }

private:
    void on(const event::Start& e) {
        m_id = e.id;
        if (!m_named)
            m_model = e.model;
        begin();
    }
    void on(const event::UsageReport& e) { m_usage = e.usage; }
    void on(const event::Finish& e) {
        if (e.choice != 0)
            return;
        if (!m_reason) {
            m_reason = e.reason;
            m_stopSequence = e.stopSequence;
        }
        m_finished = true;
        write();
    }
    template <typename Other>
    void on(const Other&) {}

    /// Until the upstream has counted, what we think of the prompt.
    Usage usage() const {
        if (m_usage)
            return *m_usage;
        Usage guess;
        guess.inputUncached = m_facts.promptTokens;
        guess.estimated = true;
        return guess;
    }

    json::object frame() const {
        json::object message;
        message["id"] = m_id.starts_with("msg_") ? m_id : "msg_" + m_facts.replyId;
        message["type"] = "message";
        message["role"] = "assistant";
        message["model"] = m_model.empty() ? m_facts.model : m_model;
        return message;
    }

    FinishReason reason() const {
        const FinishReason told = m_reason.value_or(FinishReason::Stop);
        if (m_blocks.sawRefusal() && told == FinishReason::Stop)
            return FinishReason::Refusal;
        // Some servers say "stop" behind a call, and clients run tools only when told to.
        if (told == FinishReason::Stop && m_blocks.sawToolUse())
            return FinishReason::ToolCalls;
        if (told == FinishReason::ToolCalls && !m_blocks.sawToolUse())
            return FinishReason::Stop;
        return told;
    }

    void addStop(json::object& object) const {
        const std::string_view stop = anthropicStopReason(reason());
        object["stop_reason"] = json::string_view(stop);
        object["stop_sequence"] = reason() == FinishReason::StopSequence && !m_stopSequence.empty()
                                      ? json::value(m_stopSequence)
                                      : json::value(nullptr);
        if (stop == "refusal") {
            json::object details = blockOf("refusal");
            details["category"] = nullptr;
            details["explanation"] = nullptr;
            object["stop_details"] = std::move(details);
        }
    }

    void begin() {
        if (!m_streaming || std::exchange(m_begun, true))
            return;
        json::object message = frame();
        message["content"] = json::array();
        message["stop_reason"] = nullptr;
        message["stop_sequence"] = nullptr;
        message["usage"] = anthropicUsage(usage());
        json::object event = blockOf("message_start");
        event["message"] = std::move(message);
        send("message_start", json::serialize(event));
    }

    /// Sends what can be sent in order; the rest waits in its blocks.
    void write() {
        if (!m_streaming)
            return;
        begin();
        while (!m_blocks.empty()) {
            AnthropicReplyBlock& block = m_blocks.front();
            if (!std::exchange(m_open, true))
                openBlock(block);
            writeDeltas(block);
            if (!m_finished && !m_blocks.frontIsDone())
                return;
            closeBlock(block);
            m_blocks.pop();
        }
    }

    void openBlock(const AnthropicReplyBlock& block) {
        json::object event = blockOf("content_block_start");
        event["index"] = m_index;
        event["content_block"] = started(block);
        send("content_block_start", json::serialize(event));
    }

    void writeDeltas(AnthropicReplyBlock& block) {
        if (!block.text.empty()) {
            const std::string text = std::exchange(block.text, {});
            if (block.kind == Kind::Thinking)
                sendDelta("thinking_delta", "thinking", quotedJson(text));
            else
                sendDelta("text_delta", "text", quotedJson(text));
        }
        for (const json::value& citation : std::exchange(block.citations, {}))
            sendDelta("citations_delta", "citation", json::serialize(citation));
        if (block.kind == Kind::ToolUse)
            sendInput(block.input.take());
    }

    void closeBlock(AnthropicReplyBlock& block) {
        if (block.kind == Kind::Thinking)
            sendDelta("signature_delta", "signature", quotedJson(block.signature));
        else if (block.kind == Kind::ToolUse)
            sendInput(block.input.rest());
        else if (block.kind == Kind::Opaque && block.opaque["type"] == "server_tool_use" &&
                 block.opaque.contains("input"))
            sendInput(json::serialize(block.opaque["input"]));
        send("content_block_stop",
             R"({"type":"content_block_stop","index":)" + std::to_string(m_index) + "}");
        ++m_index;
        m_open = false;
    }

    void sendInput(const std::string& text) {
        if (!text.empty())
            sendDelta("input_json_delta", "partial_json", quotedJson(text));
    }

    /// `value` is JSON text. Written by hand: a long answer is thousands of these.
    void sendDelta(std::string_view type, std::string_view member, std::string_view value) {
        m_bytes.append("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":");
        m_bytes.append(std::to_string(m_index)).append(",\"delta\":{\"type\":\"").append(type);
        m_bytes.append("\",\"").append(member).append("\":").append(value).append("}}\n\n");
    }

    void send(std::string_view name, std::string_view data) {
        m_bytes.append("event: ").append(name).append("\ndata: ").append(data).append("\n\n");
    }

    const bool m_streaming;
    ReplyFacts m_facts;
    AnthropicReplyBlocks m_blocks;
    const bool m_named; ///< by the caller, not by the upstream
    std::string m_model;
    std::string m_id;
    std::optional<Usage> m_usage;
    std::optional<FinishReason> m_reason;
    std::string m_stopSequence;
    bool m_begun = false;
    bool m_open = false; ///< the first of m_blocks has been started
    bool m_finished = false;
    int m_index = 0; ///< of the block that is open, or comes next
    std::string m_bytes;
};

} // namespace

std::unique_ptr<ReplyEncoder> makeAnthropicEncoder(bool stream, const ReplyFacts& facts, std::string model) {
    return std::make_unique<AnthropicEncoder>(stream, facts, std::move(model));
}

std::string_view anthropicStopReason(FinishReason reason) {
    switch (reason) {
    case FinishReason::Stop:
        return "end_turn";
    case FinishReason::StopSequence:
        return "stop_sequence";
    case FinishReason::Length:
        return "max_tokens";
    case FinishReason::ToolCalls:
        return "tool_use";
    case FinishReason::ContentFilter:
    case FinishReason::Refusal:
        return "refusal";
    case FinishReason::Pause:
        return "pause_turn";
    }
    return "end_turn";
}

} // namespace tollgate
