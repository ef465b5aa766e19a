#include "gateway/dialects/openai_chat_encoder.h"

#include "gateway/dialects/free_text_call.h"
#include "gateway/dialects/openai_usage.h"
#include "gateway/dialects/reply_fold.h"

#include <boost/json.hpp>

#include <map>
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

/// {"type","function":{"name","arguments"}} or {"type","custom":{"name","input"}}.
void addCallee(json::object& call, std::string_view name, std::string_view text, bool custom) {
    json::object callee{{"name", name}};
    callee[custom ? "input" : "arguments"] = text;
    call["type"] = custom ? "custom" : "function";
    call[custom ? "custom" : "function"] = std::move(callee);
}

std::string textOfCall(std::string_view arguments) {
    FreeTextCall call;
    call.add(arguments);
    return call.whole();
}

class OpenAiChatEncoder final : public ReplyEncoder {
public:
    OpenAiChatEncoder(const RequestEnvelope& envelope, const ReplyFacts& facts, const ChatRequest& request)
        : m_streaming(envelope.stream)
        , m_includeUsage(envelope.includeUsage)
        , m_facts(facts) {
        for (const ToolDefinition& tool : request.tools) {
            if (tool.kind == ToolDefinition::Kind::Custom)
                m_customTools.insert(tool.name);
        }
    }

    void add(const ChatEvent& event) override {
        if (const auto* text = std::get_if<event::TextDelta>(&event))
            m_hadPhase = m_hadPhase || text->phase != Phase::Unsaid;
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

    std::vector<TranslationNote> notes() const override {
        if (!m_hadPhase)
            return {};
        return {{"dropped", "phase", "Chat Completions does not tell comments from the answer"}};
    }

private:
    json::object choiceObject(std::size_t index, const ReplyChoice& choice) const {
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

    void addBlocks(json::object& message, const ReplyChoice& choice) const {
        json::array calls;
        json::array details;
        json::array annotations;
        for (const ReplyBlock& block : choice.blocks) {
            if (block.kind == ReplyBlock::Kind::ToolCall) {
                const bool custom = m_customTools.contains(block.name);
                json::object call{{"id", block.id}};
                addCallee(call, block.name, custom ? textOfCall(block.arguments) : block.arguments, custom);
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
    void stream(const event::TextDelta& e) {
        if (!m_said.insert(e.choice).second && e.begins)
            sendDelta({{"content", kBetweenMessages}}, e.choice);
        sendDelta({{"content", e.text}}, e.choice);
    }
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
        Call& known = m_calls[e.index];
        known.choice = e.choice;
        known.number = m_callsOf[e.choice]++;
        known.custom = m_customTools.contains(e.name);
        json::object call{{"index", known.number}, {"id", e.id}};
        addCallee(call, e.name, {}, known.custom);
        if (!e.signature.empty())
            call["extra_content"] = signedCall(e.signature);
        sendCall(std::move(call), e.choice);
    }
    void stream(const event::ToolArgumentsDelta& e) {
        const auto found = m_calls.find(e.index);
        if (found == m_calls.end())
            return;
        Call& call = found->second;
        if (call.custom)
            sendFreeText(call, call.text.add(e.json));
        else
            sendCall({{"index", call.number}, {"function", {{"arguments", e.json}}}}, call.choice);
    }
    void stream(const event::Citation& e) {
        json::array annotations;
        annotations.push_back(e.value);
        if (!e.value.is_null())
            sendDelta({{"annotations", std::move(annotations)}});
    }
    void stream(const event::Logprobs& e) { sendDelta({}, e.choice, nullptr, e.value); }
    void stream(const event::OpaqueBlock&) {}
    void stream(const event::Embedding&) {}
    void stream(const event::TokenCount&) {}
    void stream(const event::UsageReport& e) { m_usage = e.usage; }
    void stream(const event::Finish& e) {
        for (auto& [index, call] : m_calls) {
            if (call.custom && call.choice == e.choice)
                sendRest(call);
        }
        sendDelta({}, e.choice, json::string_view(openAiFinishReason(e.reason)));
    }

    /// One that goes on; each choice numbers its own.
    struct Call {
        int choice = 0;
        int number = 0;
        bool custom = false;
        FreeTextCall text = {};
        std::string sent = {}; ///< of the text
    };

    void sendFreeText(Call& call, std::string_view text) {
        if (text.empty())
            return;
        call.sent += text;
        sendCall({{"index", call.number}, {"custom", {{"input", text}}}}, call.choice);
    }
    /// Of arguments that had another shape.
    void sendRest(Call& call) {
        const std::string whole = call.text.whole();
        if (whole.size() > call.sent.size() && whole.starts_with(call.sent))
            sendFreeText(call, std::string_view(whole).substr(call.sent.size()));
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
    std::set<int> m_said; ///< choices that have text
    bool m_hadPhase = false;
    std::set<std::string, std::less<>> m_customTools;
    std::map<int, Call> m_calls;
    std::map<int, int> m_callsOf; ///< choice → how many
    Usage m_usage;
    std::string m_bytes;
};

} // namespace

std::unique_ptr<ReplyEncoder> makeOpenAiChatEncoder(const RequestEnvelope& envelope, const ReplyFacts& facts,
                                                    const ChatRequest& request) {
    return std::make_unique<OpenAiChatEncoder>(envelope, facts, request);
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
