#include "gateway/providers/openai_reply.h"

#include <simdjson.h>

#include <algorithm>
#include <map>

namespace tollgate {

namespace {

using simdjson::SUCCESS;
using simdjson::dom::element;

constexpr int kMaxIndex = 1'000'000;

std::int64_t integer(element object, const char* name) {
    std::int64_t value = 0;
    return object[name].get(value) == SUCCESS ? std::max<std::int64_t>(0, value) : 0;
}

std::string_view text(element object, const char* name) {
    std::string_view value;
    return object[name].get(value) == SUCCESS ? value : std::string_view{};
}

/// OpenAI counts cached and audio tokens inside prompt_tokens, reasoning and audio inside completion_tokens
/// (platform.openai.com/docs/api-reference/chat/object, usage).
Usage usageOf(element object) {
    Usage usage;
    element details;
    if (object["prompt_tokens_details"].get(details) == SUCCESS && details.is_object()) {
        usage.cacheRead = integer(details, "cached_tokens");
        usage.audioInput = integer(details, "audio_tokens");
    }
    if (object["completion_tokens_details"].get(details) == SUCCESS && details.is_object()) {
        usage.reasoning = integer(details, "reasoning_tokens");
        usage.audioOutput = integer(details, "audio_tokens");
    }
    usage.inputUncached =
        std::max<std::int64_t>(0, integer(object, "prompt_tokens") - usage.cacheRead - usage.audioInput);
    usage.outputText =
        std::max<std::int64_t>(0, integer(object, "completion_tokens") - usage.reasoning - usage.audioOutput);
    return usage;
}

FinishReason finishOf(std::string_view reason) {
    if (reason == "length")
        return FinishReason::Length;
    if (reason == "tool_calls" || reason == "function_call")
        return FinishReason::ToolCalls;
    return reason == "content_filter" ? FinishReason::ContentFilter : FinishReason::Stop;
}

class OpenAiReplyDecoder final : public ReplyDecoder {
public:
    void body(std::string_view bytes, std::vector<ChatEvent>& events) override {
        element root;
        // Some servers answer an error with status 200; a whole reply without choices is none.
        if (!parse(bytes, root) || !root["choices"].is_array()) {
            m_malformed = true;
            return;
        }
        readReply(root, "message", events);
    }

    void event(std::string_view, std::string_view data, std::vector<ChatEvent>& events) override {
        m_usageOnly = false;
        if (data == "[DONE]") {
            m_done = true;
            return;
        }
        element root;
        if (!parse(data, root)) {
            m_malformed = true;
            return;
        }
        if (element error; root["error"].get(error) == SUCCESS && !error.is_null()) {
            std::string_view message;
            if (error.is_object())
                message = text(error, "message");
            else if (error.get(message) != SUCCESS)
                message = {};
            m_streamError = message.empty() ? "The upstream reported an error." : std::string(message);
            return;
        }
        readReply(root, "delta", events);
    }

    bool finished() const override { return m_finished; }
    bool sawTerminator() const override { return m_done; }
    bool malformed() const override { return m_malformed; }
    const std::string& streamError() const override { return m_streamError; }
    bool wasUsageOnly() const override { return m_usageOnly; }

private:
    bool parse(std::string_view bytes, element& root) {
        m_text.reserve(bytes.size() + simdjson::SIMDJSON_PADDING);
        m_text.assign(bytes);
        return m_parser.parse(m_text.data(), m_text.size(), false).get(root) == SUCCESS && root.is_object();
    }

    void readReply(element root, const char* part, std::vector<ChatEvent>& events) {
        if (!m_started) {
            m_started = true;
            events.emplace_back(
                event::Start{std::string(text(root, "id")), std::string(text(root, "model"))});
        }
        bool anyChoice = false;
        simdjson::dom::array choices;
        if (root["choices"].get(choices) == SUCCESS) {
            for (element choice : choices) {
                anyChoice = true;
                readChoice(choice, part, events);
            }
        }
        element usage;
        if (root["usage"].get(usage) == SUCCESS && usage.is_object()) {
            events.emplace_back(event::UsageReport{usageOf(usage)});
            m_usageOnly = !anyChoice;
        }
    }

    void readChoice(element choice, const char* part, std::vector<ChatEvent>& events) {
        element delta;
        if (choice[part].get(delta) == SUCCESS && delta.is_object()) {
            // Servers of the compatible kind call it reasoning_content or reasoning.
            for (const char* name : {"reasoning_content", "reasoning"}) {
                if (const std::string_view reasoning = text(delta, name); !reasoning.empty()) {
                    events.emplace_back(event::ReasoningDelta{std::string(reasoning)});
                    break;
                }
            }
            if (const std::string_view content = text(delta, "content"); !content.empty())
                events.emplace_back(event::TextDelta{std::string(content)});
            if (const std::string_view refusal = text(delta, "refusal"); !refusal.empty())
                events.emplace_back(event::RefusalDelta{std::string(refusal)});
            simdjson::dom::array calls;
            if (delta["tool_calls"].get(calls) == SUCCESS)
                readToolCalls(calls, events);
        }
        if (const std::string_view reason = text(choice, "finish_reason"); !reason.empty() && !m_finished) {
            m_finished = true;
            events.emplace_back(event::Finish{finishOf(reason)});
        }
    }

    /// Which call a piece belongs to. Servers that give no index tell calls apart by their ids, or begin a
    /// call with its name; anything else belongs to the last call.
    int indexOf(element call, element function) const {
        if (std::int64_t given = 0; call["index"].get(given) == SUCCESS)
            return static_cast<int>(std::clamp<std::int64_t>(given, 0, kMaxIndex));
        const std::string_view id = text(call, "id");
        for (const auto& [index, known] : m_calls) {
            if (!id.empty() && known == id)
                return index;
        }
        const bool begins = !id.empty() || !text(function, "name").empty();
        return begins && !m_calls.empty() ? m_calls.rbegin()->first + 1 : m_lastCall;
    }

    void readToolCalls(simdjson::dom::array calls, std::vector<ChatEvent>& events) {
        for (element call : calls) {
            element function;
            if (call["function"].get(function) != SUCCESS || !function.is_object())
                continue;
            const int index = indexOf(call, function);
            // Some servers repeat id and name on every delta: only the first opens the call.
            if (!m_calls.contains(index) && !text(function, "name").empty()) {
                m_calls.emplace(index, text(call, "id"));
                events.emplace_back(event::ToolCallStart{index, std::string(text(call, "id")),
                                                         std::string(text(function, "name"))});
            }
            m_lastCall = index;
            if (const std::string_view arguments = text(function, "arguments"); !arguments.empty())
                events.emplace_back(event::ToolArgumentsDelta{index, std::string(arguments)});
        }
    }

    simdjson::dom::parser m_parser;
    std::string m_text;
    std::map<int, std::string> m_calls; ///< opened: index → id
    int m_lastCall = 0;
    std::string m_streamError;
    bool m_started = false;
    bool m_finished = false;
    bool m_done = false;
    bool m_malformed = false;
    bool m_usageOnly = false;
};

} // namespace

std::unique_ptr<ReplyDecoder> makeOpenAiReplyDecoder() {
    return std::make_unique<OpenAiReplyDecoder>();
}

} // namespace tollgate
