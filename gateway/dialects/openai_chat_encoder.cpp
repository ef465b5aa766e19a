#include "gateway/dialects/openai_chat_encoder.h"

#include "gateway/dialects/reply_fold.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

namespace {

json::object usageObject(const Usage& usage) {
    return {
        {"prompt_tokens", usage.inputTotal()},
        {"completion_tokens", usage.outputTotal()},
        {"total_tokens", usage.total()},
        {"prompt_tokens_details", {{"cached_tokens", usage.cacheRead}, {"audio_tokens", usage.audioInput}}},
        {"completion_tokens_details",
         {{"reasoning_tokens", usage.reasoning}, {"audio_tokens", usage.audioOutput}}}};
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
            chunk["usage"] = usageObject(m_usage);
            send(chunk);
        }
        m_bytes += "data: [DONE]\n\n";
        return takeBytes();
    }

    std::string body(const ReplyFacts& facts) override {
        json::object message{{"role", "assistant"}};
        const bool otherwise = !m_fold.toolCalls.empty() || !m_fold.refusal.empty();
        message["content"] =
            m_fold.text.empty() && otherwise ? json::value(nullptr) : json::value(m_fold.text);
        message["refusal"] = m_fold.refusal.empty() ? json::value(nullptr) : json::value(m_fold.refusal);
        if (!m_fold.reasoning.empty())
            message["reasoning_content"] = m_fold.reasoning;
        if (!m_fold.toolCalls.empty())
            message["tool_calls"] = toolCalls();
        json::object choice{{"index", 0},
                            {"message", std::move(message)},
                            {"logprobs", nullptr},
                            {"finish_reason", json::string(openAiFinishReason(m_fold.finish))}};
        return json::serialize(json::object{{"id", m_fold.id.empty() ? facts.replyId : m_fold.id},
                                            {"object", "chat.completion"},
                                            {"created", facts.createdSeconds},
                                            {"model", m_fold.model.empty() ? facts.model : m_fold.model},
                                            {"choices", json::array{std::move(choice)}},
                                            {"usage", usageObject(m_fold.usage)}});
    }

private:
    void stream(const event::Start& e) {
        m_id = e.id;
        m_model = e.model;
        sendDelta({{"role", "assistant"}, {"content", ""}}, nullptr);
    }
    void stream(const event::TextDelta& e) { sendDelta({{"content", e.text}}, nullptr); }
    void stream(const event::ReasoningDelta& e) { sendDelta({{"reasoning_content", e.text}}, nullptr); }
    void stream(const event::RefusalDelta& e) { sendDelta({{"refusal", e.text}}, nullptr); }
    void stream(const event::ToolCallStart& e) {
        sendDelta({{"tool_calls", json::array{{{"index", e.index},
                                               {"id", e.id},
                                               {"type", "function"},
                                               {"function", {{"name", e.name}, {"arguments", ""}}}}}}},
                  nullptr);
    }
    void stream(const event::ToolArgumentsDelta& e) {
        sendDelta({{"tool_calls", json::array{{{"index", e.index}, {"function", {{"arguments", e.json}}}}}}},
                  nullptr);
    }
    void stream(const event::UsageReport& e) { m_usage = e.usage; }
    void stream(const event::Finish& e) { sendDelta({}, json::string(openAiFinishReason(e.reason))); }

    json::object frame() const {
        return {{"id", m_id.empty() ? m_facts.replyId : m_id},
                {"object", "chat.completion.chunk"},
                {"created", m_facts.createdSeconds},
                {"model", m_model.empty() ? m_facts.model : m_model}};
    }

    void sendDelta(json::object delta, json::value finish) {
        json::object chunk = frame();
        chunk["choices"] =
            json::array{{{"index", 0}, {"delta", std::move(delta)}, {"finish_reason", std::move(finish)}}};
        if (m_includeUsage)
            chunk["usage"] = nullptr; // as OpenAI does on every chunk but the last
        send(chunk);
    }

    void send(const json::object& chunk) {
        m_bytes += "data: ";
        m_bytes += json::serialize(chunk);
        m_bytes += "\n\n";
    }

    json::array toolCalls() const {
        json::array calls;
        for (const ReplyFold::ToolCall& call : m_fold.toolCalls) {
            calls.push_back({{"id", call.id},
                             {"type", "function"},
                             {"function", {{"name", call.name}, {"arguments", call.arguments}}}});
        }
        return calls;
    }

    const bool m_streaming;
    const bool m_includeUsage;
    const ReplyFacts m_facts;
    ReplyFold m_fold;
    std::string m_id;
    std::string m_model;
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
        return "stop";
    case FinishReason::Length:
        return "length";
    case FinishReason::ToolCalls:
        return "tool_calls";
    case FinishReason::ContentFilter:
        return "content_filter";
    }
    return "stop";
}

} // namespace tollgate
