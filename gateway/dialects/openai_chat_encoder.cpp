#include "gateway/dialects/openai_chat_encoder.h"

#include "gateway/dialects/openai_usage.h"
#include "gateway/dialects/reply_fold.h"

#include <boost/json.hpp>

#include <set>

namespace tollgate {

namespace json = boost::json;

namespace {

json::string_view nameOf(Origin origin) {
    switch (origin) {
    case Origin::OpenAi:
        return "openai";
    case Origin::Anthropic:
        return "anthropic";
    case Origin::Gemini:
        return "gemini";
    case Origin::Bedrock:
        return "bedrock";
    case Origin::Unknown:
        break;
    }
    return "unknown";
}

/// Signed reasoning has no place in this format; several servers write it as reasoning_details, and the
/// decoder takes it back from there.
json::object reasoningDetail(std::string_view text, std::string_view signature, bool redacted,
                             Origin origin) {
    json::object detail{{"type", redacted ? "reasoning.encrypted" : "reasoning.text"}};
    if (redacted) {
        detail["data"] = signature;
    } else {
        detail["text"] = text;
        detail["signature"] = signature;
    }
    detail["format"] = nameOf(origin);
    return detail;
}

/// Where Gemini's own OpenAI endpoint puts it (ai.google.dev, "Thought signatures").
json::object signedCall(std::string_view signature) {
    return {{"google", {{"thought_signature", signature}}}};
}

class OpenAiChatEncoder final : public ReplyEncoder {
public:
    OpenAiChatEncoder(const RequestEnvelope& envelope, const ReplyFacts& facts)
        : m_streaming(envelope.stream)
        , m_includeUsage(envelope.includeUsage)
        , m_facts(facts) {}

    void add(const ChatEvent& event) override {
        if (!m_streaming) {
            m_fold.add(event);
            return;
        }
        std::visit([this](const auto& e) { stream(e); }, event);
    }

    std::string takeBytes() override { return std::exchange(m_bytes, {}); }

    std::string end(const ReplyFacts&) override {
        if (m_includeUsage) {
            json::object chunk = frame();
            chunk["choices"] = json::array();
            chunk["usage"] = openAiUsage(m_usage);
            send(chunk);
        }
        m_bytes += "data: [DONE]\n\n";
        return takeBytes();
    }

    std::string body(const ReplyFacts& facts) override {
        m_fold.finish();
        json::object reply;
        reply["id"] = m_fold.id.empty() ? "chatcmpl-" + facts.replyId : m_fold.id;
        reply["object"] = "chat.completion";
        reply["created"] = facts.createdSeconds;
        reply["model"] = m_fold.model.empty() ? facts.model : m_fold.model;
        json::array choices;
        for (std::size_t i = 0; i < m_fold.choices.size(); ++i)
            choices.push_back(choiceObject(i, m_fold.choices[i]));
        reply["choices"] = std::move(choices);
        reply["usage"] = openAiUsage(m_fold.usage);
        return json::serialize(reply);
    }

private:
    static json::object choiceObject(std::size_t index, const ReplyChoice& choice) {
        json::object message{{"role", "assistant"}};
        const std::string text = choice.text();
        const std::string refusal = choice.text(ReplyBlock::Kind::Refusal);
        const bool otherwise = choice.hasToolCalls() || !refusal.empty();
        message["content"] = text.empty() && otherwise ? json::value(nullptr) : json::value(text);
        message["refusal"] = refusal.empty() ? json::value(nullptr) : json::value(refusal);
        if (const std::string reasoning = choice.text(ReplyBlock::Kind::Reasoning); !reasoning.empty())
            message["reasoning_content"] = reasoning;
        addBlocks(message, choice);
        json::object object;
        object["index"] = index;
        object["message"] = std::move(message);
        object["logprobs"] = choice.logprobs;
        const FinishReason reason =
            choice.finishOr(choice.hasToolCalls() ? FinishReason::ToolCalls : FinishReason::Stop);
        object["finish_reason"] = json::string_view(openAiFinishReason(reason));
        return object;
    }

    static void addBlocks(json::object& message, const ReplyChoice& choice) {
        json::array calls;
        json::array details;
        json::array annotations;
        for (const ReplyBlock& block : choice.blocks) {
            if (block.kind == ReplyBlock::Kind::ToolCall) {
                json::object call{{"id", block.id},
                                  {"type", "function"},
                                  {"function", {{"name", block.name}, {"arguments", block.arguments}}}};
                if (!block.signature.empty())
                    call["extra_content"] = signedCall(block.signature);
                calls.push_back(std::move(call));
            } else if (block.kind == ReplyBlock::Kind::Reasoning && !block.signature.empty()) {
                details.push_back(reasoningDetail(block.text, block.signature, block.redacted, block.origin));
            }
            for (const event::Citation& citation : block.citations) {
                if (!citation.value.is_null())
                    annotations.push_back(citation.value);
            }
        }
        if (!details.empty())
            message["reasoning_details"] = std::move(details);
        if (!annotations.empty())
            message["annotations"] = std::move(annotations);
        if (!calls.empty())
            message["tool_calls"] = std::move(calls);
    }

    void stream(const event::Start& e) {
        m_id = e.id;
        m_model = e.model;
        begin(0);
    }
    void stream(const event::TextDelta& e) { sendDelta({{"content", e.text}}, e.choice); }
    void stream(const event::ReasoningDelta& e) {
        m_reasoning += e.text;
        sendDelta({{"reasoning_content", e.text}});
    }
    void stream(const event::ReasoningSignature& e) {
        const std::string text = e.redacted ? std::string() : std::exchange(m_reasoning, {});
        json::array details;
        details.push_back(reasoningDetail(text, e.signature, e.redacted, e.origin));
        sendDelta({{"reasoning_details", std::move(details)}});
    }
    void stream(const event::RefusalDelta& e) { sendDelta({{"refusal", e.text}}); }
    void stream(const event::ToolCallStart& e) {
        json::object call{{"index", e.index},
                          {"id", e.id},
                          {"type", "function"},
                          {"function", {{"name", e.name}, {"arguments", ""}}}};
        if (!e.signature.empty())
            call["extra_content"] = signedCall(e.signature);
        sendCall(std::move(call), e.choice);
    }
    void stream(const event::ToolArgumentsDelta& e) {
        sendCall({{"index", e.index}, {"function", {{"arguments", e.json}}}}, 0);
    }
    void stream(const event::Citation& e) {
        json::array annotations;
        annotations.push_back(e.value);
        if (!e.value.is_null())
            sendDelta({{"annotations", std::move(annotations)}});
    }
    void stream(const event::Logprobs& e) { sendDelta({}, 0, nullptr, e.value); }
    void stream(const event::OpaqueBlock&) {}
    void stream(const event::Embedding&) {}
    void stream(const event::TokenCount&) {}
    void stream(const event::UsageReport& e) { m_usage = e.usage; }
    void stream(const event::Finish& e) {
        sendDelta({}, e.choice, json::string_view(openAiFinishReason(e.reason)));
    }

    json::object frame() const {
        return {{"id", m_id.empty() ? "chatcmpl-" + m_facts.replyId : m_id},
                {"object", "chat.completion.chunk"},
                {"created", m_facts.createdSeconds},
                {"model", m_model.empty() ? m_facts.model : m_model}};
    }

    /// The role comes once, with the first delta of each choice.
    void begin(int choice) {
        if (m_begun.insert(choice).second)
            sendChoice({{"role", "assistant"}, {"content", ""}}, choice, nullptr, nullptr);
    }

    void sendCall(json::object call, int choice) {
        json::array calls;
        calls.push_back(std::move(call));
        sendDelta({{"tool_calls", std::move(calls)}}, choice);
    }

    void sendDelta(json::object delta, int choice = 0, json::value finish = nullptr,
                   json::value logprobs = nullptr) {
        begin(choice);
        sendChoice(std::move(delta), choice, std::move(finish), std::move(logprobs));
    }

    void sendChoice(json::object delta, int index, json::value finish, json::value logprobs) {
        json::object choice;
        choice["index"] = index;
        choice["delta"] = std::move(delta);
        if (!logprobs.is_null())
            choice["logprobs"] = std::move(logprobs);
        choice["finish_reason"] = std::move(finish);
        json::array choices;
        choices.push_back(std::move(choice));
        json::object chunk = frame();
        chunk["choices"] = std::move(choices);
        if (m_includeUsage)
            chunk["usage"] = nullptr; // as OpenAI does on every chunk but the last
        send(chunk);
    }

    void send(const json::object& chunk) {
        m_bytes += "data: ";
        m_bytes += json::serialize(chunk);
        m_bytes += "\n\n";
    }

    const bool m_streaming;
    const bool m_includeUsage;
    const ReplyFacts m_facts;
    ReplyFold m_fold;
    std::string m_id;
    std::string m_model;
    std::string m_reasoning; ///< of the block that is open
    std::set<int> m_begun;
    Usage m_usage;
    std::string m_bytes;
};

} // namespace

std::unique_ptr<ReplyEncoder> makeOpenAiChatEncoder(const RequestEnvelope& envelope,
                                                    const ReplyFacts& facts) {
    return std::make_unique<OpenAiChatEncoder>(envelope, facts);
}

std::string_view openAiFinishReason(FinishReason reason) {
    switch (reason) {
    case FinishReason::Stop:
    case FinishReason::StopSequence:
    case FinishReason::Pause:
        return "stop";
    case FinishReason::Length:
        return "length";
    case FinishReason::ToolCalls:
        return "tool_calls";
    case FinishReason::ContentFilter:
    case FinishReason::Refusal:
        return "content_filter";
    }
    return "stop";
}

} // namespace tollgate
