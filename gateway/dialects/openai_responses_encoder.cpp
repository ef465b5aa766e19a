#include "gateway/dialects/openai_responses_encoder.h"

#include "gateway/dialects/body_edit.h"
#include "gateway/dialects/openai_responses_tools.h"
#include "gateway/dialects/responses_events.h"
#include "gateway/dialects/responses_output.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

#include <optional>

namespace tollgate {

namespace json = boost::json;

namespace {

template <typename T>
json::value orNull(const std::optional<T>& value) {
    return value ? json::value(*value) : json::value(nullptr);
}

json::value orNull(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object echoedText(const ChatRequest& request) {
    json::object format;
    switch (request.format.kind) {
    case ResponseFormat::Kind::Text:
        format["type"] = "text";
        break;
    case ResponseFormat::Kind::JsonObject:
        format["type"] = "json_object";
        break;
    case ResponseFormat::Kind::JsonSchema:
        format["type"] = "json_schema";
        format["name"] = request.format.name;
        format["description"] = orNull(request.format.description);
        format["schema"] = request.format.schema;
        format["strict"] = orNull(request.format.strict);
        break;
    }
    json::object text;
    text["format"] = std::move(format);
    if (!request.verbosity.empty())
        text["verbosity"] = request.verbosity;
    return text;
}

/// What a response says of its request, without braces: the same in every event, so it is written once.
std::string echoOf(const RequestEnvelope& envelope, const ChatRequest& request) {
    json::object echo;
    const bool instructed = envelope.systemValue.length > 0 && !request.messages.empty() &&
                            request.messages.front().role == Role::System &&
                            !request.messages.front().parts.empty();
    json::object reasoning;
    reasoning["effort"] = orNull(request.reasoning.effort);
    reasoning["summary"] = orNull(request.reasoning.summary);
    echo["background"] = false;
    echo["instructions"] =
        instructed ? orNull(request.messages.front().parts.front().text) : json::value(nullptr);
    echo["max_output_tokens"] = orNull(request.maxTokens);
    echo["parallel_tool_calls"] = request.parallelToolCalls.value_or(true);
    echo["previous_response_id"] = orNull(envelope.previousResponseId);
    for (const ExtraParam& extra : request.extras) {
        if (extra.name == "prompt_cache_key" || extra.name == "safety_identifier" ||
            extra.name == "max_tool_calls")
            echo[extra.name] = extra.value;
    }
    echo["reasoning"] = std::move(reasoning);
    echo["service_tier"] = request.serviceTier.empty() ? "default" : request.serviceTier;
    echo["store"] = envelope.store;
    echo["temperature"] = orNull(request.temperature);
    echo["text"] = echoedText(request);
    echo["tool_choice"] = echoedToolChoice(request);
    echo["tools"] = echoedTools(request);
    echo["top_logprobs"] = request.topLogprobs.value_or(0);
    echo["top_p"] = orNull(request.topP);
    echo["truncation"] = "disabled";
    echo["user"] = orNull(request.user);
    echo["metadata"] = request.metadata.is_object() ? request.metadata : json::value(json::object());
    const std::string text = toJsonText(echo);
    return text.substr(1, text.size() - 2);
}

/// Cached tokens are inside input_tokens, reasoning is inside output_tokens.
std::string usageText(const Usage& usage) {
    const auto number = [](std::int64_t value) { return std::to_string(value); };
    return "{\"input_tokens\":" + number(usage.inputTotal()) +
           ",\"input_tokens_details\":{\"cached_tokens\":" + number(usage.cached()) +
           ",\"cache_write_tokens\":" + number(usage.cacheWrite()) +
           "},\"output_tokens\":" + number(usage.outputTotal()) +
           ",\"output_tokens_details\":{\"reasoning_tokens\":" + number(usage.reasoning) +
           "},\"total_tokens\":" + number(usage.total()) + "}";
}

/// ResponseError.code is one of a closed list.
std::string_view failureCode(const Error& error) {
    switch (error.code) {
    case ErrorCode::RateLimited:
        return "rate_limit_exceeded";
    case ErrorCode::InvalidRequest:
    case ErrorCode::UpstreamRejected:
        return "invalid_prompt";
    default:
        return "server_error";
    }
}

std::string failureText(const Error& error) {
    return "{\"code\":" + quotedJson(failureCode(error)) + ",\"message\":" + quotedJson(error.message) + "}";
}

class OpenAiResponsesEncoder final : public ReplyEncoder {
public:
    OpenAiResponsesEncoder(const RequestEnvelope& envelope, const ReplyFacts& facts,
                           const ChatRequest& request)
        : m_facts(facts)
        , m_echo(echoOf(envelope, request))
        , m_events(envelope.stream)
        , m_output(m_events, CallerTools(request), facts.replyId, request.logprobs.value_or(false)) {}

    void add(const ChatEvent& event) override {
        std::visit([this](const auto& e) { on(e); }, event);
    }

    std::string takeBytes() override {
        m_output.flush();
        return m_events.take();
    }

    std::string end(const ReplyFacts&) override {
        begin();
        finish();
        m_events.send(m_incomplete.empty() ? "response.completed" : "response.incomplete",
                      "\"response\":" + m_final);
        return m_events.take();
    }

    std::string body(const ReplyFacts& facts) override {
        m_facts = facts;
        finish();
        return m_final;
    }

    std::string failed(const Error& error) override {
        begin();
        // What was said stays said, though its item has no end.
        m_output.flush();
        m_events.send("response.failed",
                      "\"response\":" + response("failed", failureText(error), m_output.items(), "null"));
        return m_events.take();
    }

    std::string_view finalReply() const override { return m_final; }
    std::vector<TranslationNote> notes() const override { return m_output.notes(); }

private:
    void on(const event::Start& e) {
        if (!e.model.empty() && !m_begun)
            m_model = e.model;
        begin();
    }
    void on(const event::TextDelta& e) {
        begin();
        if (e.choice != 0)
            return;
        if (e.begins)
            m_output.beginMessage(e.phase);
        m_output.text(e.text);
    }
    void on(const event::ReasoningDelta& e) {
        begin();
        m_output.flush();
        m_output.reasoning(e.text);
    }
    void on(const event::ReasoningSignature& e) {
        begin();
        m_output.flush();
        m_output.signature(e);
    }
    void on(const event::RefusalDelta& e) {
        begin();
        m_output.refusal(e.text);
    }
    void on(const event::ToolCallStart& e) {
        begin();
        if (e.choice == 0)
            m_output.callStart(e);
    }
    void on(const event::ToolArgumentsDelta& e) { m_output.callArguments(e); }
    void on(const event::Citation& e) { m_output.citation(e); }
    void on(const event::Logprobs& e) {
        if (e.choice == 0)
            m_output.logprobs(e.value);
    }
    void on(const event::OpaqueBlock& e) {
        begin();
        m_output.opaque(e);
    }
    void on(const event::Embedding&) {}
    void on(const event::TokenCount&) {}
    void on(const event::UsageReport& e) { m_usage = e.usage; }
    void on(const event::Finish& e) {
        if (e.choice != 0)
            return;
        begin();
        if (e.reason == FinishReason::Length)
            m_incomplete = "max_output_tokens";
        else if (e.reason == FinishReason::ContentFilter ||
                 (e.reason == FinishReason::Refusal && !m_output.hasRefusal()))
            m_incomplete = "content_filter";
        m_output.close(!m_incomplete.empty());
    }

    void begin() {
        if (std::exchange(m_begun, true))
            return;
        const std::string opening = m_events.streaming()
                                        ? "\"response\":" + response("in_progress", "null", {}, "null")
                                        : std::string();
        m_events.send("response.created", opening);
        m_events.send("response.in_progress", opening);
    }

    void finish() {
        m_output.close(!m_incomplete.empty());
        m_final = response(m_incomplete.empty() ? "completed" : "incomplete", "null", m_output.items(),
                           usageText(m_usage));
    }

    std::string response(std::string_view status, std::string_view error, std::string_view items,
                         std::string_view usage) const {
        const std::string& model = m_model.empty() ? m_facts.model : m_model;
        const std::string details = m_incomplete.empty() ? "null" : "{\"reason\":\"" + m_incomplete + "\"}";
        std::string text =
            "{\"id\":" + quotedJson("resp_" + m_facts.replyId) +
            ",\"object\":\"response\",\"created_at\":" + std::to_string(m_facts.createdSeconds);
        text.append(",\"status\":\"").append(status);
        text.append("\",\"error\":").append(error);
        text.append(",\"incomplete_details\":").append(details);
        text.append(",\"model\":").append(quotedJson(model)).append(",").append(m_echo);
        text.append(",\"output\":[").append(items);
        return text.append("],\"usage\":").append(usage).append("}");
    }

    ReplyFacts m_facts;
    const std::string m_echo;
    ResponsesEvents m_events;
    ResponsesOutput m_output;
    std::string m_model; ///< as the upstream names it
    Usage m_usage;
    std::string m_incomplete; ///< why; empty: it is complete
    std::string m_final;
    bool m_begun = false;
};

} // namespace

std::unique_ptr<ReplyEncoder> makeOpenAiResponsesEncoder(const RequestEnvelope& envelope,
                                                         const ReplyFacts& facts,
                                                         const ChatRequest& request) {
    return std::make_unique<OpenAiResponsesEncoder>(envelope, facts, request);
}

std::string openAiResponsesFailure(const Error& error, std::string_view requestId) {
    ResponsesEvents events(true);
    events.send("response.failed",
                "\"response\":{\"id\":" + quotedJson("resp_" + std::string(requestId)) +
                    R"(,"object":"response","created_at":0,"status":"failed","error":)" + failureText(error) +
                    R"(,"incomplete_details":null,"instructions":null,"metadata":{},"model":"","output":[],)"
                    R"("parallel_tool_calls":true,"temperature":null,"tool_choice":"auto","tools":[],)"
                    R"("top_p":null,"usage":null})");
    return events.take();
}

} // namespace tollgate
