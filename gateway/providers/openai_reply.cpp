#include "gateway/providers/openai_reply.h"

#include "gateway/providers/custom_tools.h"
#include "gateway/providers/encode_common.h"
#include "gateway/providers/repeated_delta.h"
#include "gateway/providers/reply_json.h"

#include <boost/json.hpp>
#include <simdjson.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace tollgate {

namespace {

using reply::converted;
using reply::integer;
using reply::parseObject;
using reply::text;
using simdjson::SUCCESS;
using simdjson::dom::element;

constexpr int kMaxIndex = 1'000'000; ///< of tool calls; each choice numbers its own
constexpr int kMaxChoice = 127;

/// What was heard is inside the prompt, and what of it no place is left for must have come from the cache.
void splitAudio(std::int64_t heard, std::int64_t prompt, Usage& usage) {
    const std::int64_t rest = std::max<std::int64_t>(0, prompt - usage.cacheRead - usage.cacheWrite5m);
    usage.audioInput = std::min(heard, rest);
    usage.inputUncached = rest - usage.audioInput;
    usage.audioCacheRead = std::min(heard - usage.audioInput, usage.cacheRead);
    usage.cacheRead -= usage.audioCacheRead;
}

/// OpenAI counts cached and audio tokens inside prompt_tokens, reasoning and audio inside completion_tokens
/// (platform.openai.com/docs/api-reference/chat/object, usage). xAI counts reasoning beside
/// completion_tokens, which only total_tokens shows (docs.cloud.google.com, "Reasoning for Grok models").
Usage usageOf(element object, element root) {
    Usage usage;
    usage.tier = serviceTierNamed(text(root, "service_tier"));
    const std::int64_t prompt = integer(object, "prompt_tokens");
    const std::int64_t completion = integer(object, "completion_tokens");
    std::int64_t heard = 0;
    element details;
    if (object["prompt_tokens_details"].get(details) == SUCCESS && details.is_object()) {
        usage.cacheRead = integer(details, "cached_tokens");
        usage.cacheWrite5m = integer(details, "cache_write_tokens"); // charged for since GPT-5.6
        heard = integer(details, "audio_tokens");
    }
    splitAudio(heard, prompt, usage);
    if (object["completion_tokens_details"].get(details) == SUCCESS && details.is_object()) {
        usage.reasoning = integer(details, "reasoning_tokens");
        usage.audioOutput = integer(details, "audio_tokens");
    }
    const bool apart =
        usage.reasoning > 0 && integer(object, "total_tokens") == prompt + completion + usage.reasoning;
    usage.outputText =
        std::max<std::int64_t>(0, completion - (apart ? 0 : usage.reasoning) - usage.audioOutput);
    return usage;
}

FinishReason finishOf(std::string_view reason) {
    if (reason == "length")
        return FinishReason::Length;
    if (reason == "tool_calls" || reason == "function_call")
        return FinishReason::ToolCalls;
    return reason == "content_filter" ? FinishReason::ContentFilter : FinishReason::Stop;
}

std::string_view textOf(element value) {
    std::string_view text;
    return value.get(text) == SUCCESS ? text : std::string_view{};
}

/// The members of a delta or message that mean something here, by one pass over all of them.
struct DeltaParts {
    std::string_view reasoning; ///< servers of the compatible kind call it reasoning_content or reasoning
    std::string_view content;
    std::string_view refusal;
    std::optional<element> contentParts;
    std::optional<element> annotations;
    std::optional<element> calls;
    std::optional<element> legacyCall;

    void take(std::string_view name, element value) {
        if (name == "content") {
            content = textOf(value);
            keep(contentParts, value, value.is_array());
        } else if (name == "reasoning_content" || (name == "reasoning" && reasoning.empty())) {
            if (const std::string_view text = textOf(value); !text.empty())
                reasoning = text;
        } else if (name == "tool_calls") {
            keep(calls, value, value.is_array());
        } else if (name == "refusal") {
            refusal = textOf(value);
        } else if (name == "annotations") {
            keep(annotations, value, value.is_array());
        } else if (name == "function_call") {
            keep(legacyCall, value, value.is_object());
        }
    }

private:
    static void keep(std::optional<element>& place, element value, bool fits) {
        if (fits)
            place = value;
    }
};

class OpenAiReplyDecoder final : public ReplyDecoder {
public:
    explicit OpenAiReplyDecoder(ReplyHints hints)
        : m_hints(std::move(hints)) {}

    void body(std::string_view bytes, std::vector<ChatEvent>& events) override {
        element root;
        // Some servers answer an error with status 200; a whole reply without choices is none.
        if (!parseObject(bytes, root) || !root["choices"].is_array()) {
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
        if (m_repeated.read(data, events))
            return;
        m_repeated.forget();
        element root;
        if (!parseObject(data, root)) {
            m_malformed = true;
            return;
        }
        const std::size_t known = events.size();
        readReply(root, "delta", events);
        m_repeated.learn(data, std::span(events).subspan(known));
    }

    bool finished() const override { return !m_ended.empty(); }
    bool sawTerminator() const override { return m_done; }
    bool malformed() const override { return m_malformed; }
    const std::string& streamError() const override { return m_streamError; }
    bool wasUsageOnly() const override { return m_usageOnly; }

private:
    /// One pass over the members: this runs for every piece of a stream.
    void readReply(element root, std::string_view part, std::vector<ChatEvent>& events) {
        std::optional<element> choices;
        std::optional<element> usage;
        for (const auto [name, value] : simdjson::dom::object(root)) {
            if (name == "choices" && value.is_array()) {
                choices = value;
            } else if (name == "usage" && value.is_object()) {
                usage = value;
            } else if (name == "error" && !value.is_null() && part == "delta") {
                readError(value);
                return;
            }
        }
        if (!m_started) {
            m_started = true;
            events.emplace_back(
                event::Start{std::string(text(root, "id")), std::string(text(root, "model"))});
        }
        bool anyChoice = false;
        if (choices) {
            for (element choice : simdjson::dom::array(*choices)) {
                anyChoice = true;
                if (choice.is_object())
                    readChoice(choice, part, events);
            }
        }
        if (usage) {
            events.emplace_back(event::UsageReport{usageOf(*usage, root)});
            m_usageOnly = !anyChoice;
        }
    }

    void readError(element error) {
        std::string_view message;
        if (error.is_object())
            message = text(error, "message");
        else if (error.get(message) != SUCCESS)
            message = {};
        m_streamError = message.empty() ? "The upstream reported an error." : std::string(message);
    }

    void readChoice(element choice, std::string_view part, std::vector<ChatEvent>& events) {
        std::optional<element> delta;
        std::optional<element> logprobs;
        std::string_view legacy; // of text completions
        std::string_view reason;
        std::int64_t index = 0;
        for (const auto [name, value] : simdjson::dom::object(choice)) {
            if (name == part && value.is_object())
                delta = value;
            else if (name == "index" && value.is_int64())
                index = value.get_int64().value_unsafe();
            else if (name == "finish_reason")
                reason = textOf(value);
            else if (name == "logprobs" && value.is_object())
                logprobs = value;
            else if (name == "text")
                legacy = textOf(value);
        }
        m_choice = static_cast<int>(std::clamp<std::int64_t>(index, 0, kMaxChoice));
        if (delta)
            readDelta(*delta, events);
        else if (!legacy.empty())
            events.emplace_back(event::TextDelta{std::string(legacy), m_choice});
        if (logprobs)
            events.emplace_back(event::Logprobs{converted(*logprobs), m_choice});
        if (!reason.empty() && !m_freeTexts.empty())
            closeFreeTexts(events);
        if (!reason.empty() && m_ended.insert(m_choice).second)
            events.emplace_back(event::Finish{finishOf(reason), m_choice});
    }

    void readDelta(element delta, std::vector<ChatEvent>& events) {
        DeltaParts parts;
        for (const auto [name, value] : simdjson::dom::object(delta))
            parts.take(name, value);
        if (!parts.reasoning.empty())
            events.emplace_back(event::ReasoningDelta{std::string(parts.reasoning)});
        if (!parts.content.empty())
            events.emplace_back(event::TextDelta{std::string(parts.content), m_choice});
        else if (parts.contentParts)
            readParts(*parts.contentParts, events);
        if (!parts.refusal.empty())
            events.emplace_back(event::RefusalDelta{std::string(parts.refusal)});
        if (parts.annotations) {
            for (element annotation : simdjson::dom::array(*parts.annotations)) {
                boost::json::value value = converted(annotation);
                events.emplace_back(event::Citation{value, value, Origin::OpenAi});
            }
        }
        if (parts.calls)
            readToolCalls(*parts.calls, events);
        if (parts.legacyCall)
            readFunctionCall(*parts.legacyCall, events);
    }

    /// Mistral's reasoning models answer with parts: {"type":"thinking","thinking":[{"text"}]},
    /// {"type":"text"}.
    void readParts(simdjson::dom::array parts, std::vector<ChatEvent>& events) {
        for (element part : parts) {
            if (const std::string_view content = text(part, "text"); !content.empty())
                events.emplace_back(event::TextDelta{std::string(content), m_choice});
            simdjson::dom::array thoughts;
            if (part["thinking"].get(thoughts) != SUCCESS)
                continue;
            for (element thought : thoughts) {
                if (const std::string_view content = text(thought, "text"); !content.empty())
                    events.emplace_back(event::ReasoningDelta{std::string(content)});
            }
        }
    }

    /// From before there were tools: one call, no id.
    void readFunctionCall(element call, std::vector<ChatEvent>& events) {
        const std::string_view name = text(call, "name");
        if (!name.empty() && m_calls.try_emplace(m_choice * kMaxIndex, "call").second)
            events.emplace_back(event::ToolCallStart{m_choice * kMaxIndex,
                                                     "call_" + std::string(name),
                                                     callersToolName(name, m_hints),
                                                     {},
                                                     m_choice});
        if (const std::string_view arguments = text(call, "arguments"); !arguments.empty())
            events.emplace_back(event::ToolArgumentsDelta{m_choice * kMaxIndex, std::string(arguments)});
    }

    /// Which call a piece belongs to. Servers that give no index tell calls apart by their ids, or begin a
    /// call with its name; anything else belongs to the last call.
    int indexOf(element call, element function) const {
        if (std::int64_t given = 0; call["index"].get(given) == SUCCESS)
            return m_choice * kMaxIndex + static_cast<int>(std::clamp<std::int64_t>(given, 0, kMaxIndex - 1));
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
            const bool custom = call["custom"].get(function) == SUCCESS && function.is_object();
            if (!custom && (call["function"].get(function) != SUCCESS || !function.is_object()))
                continue;
            const int index = indexOf(call, function);
            // Some servers repeat id and name on every delta: only the first opens the call.
            if (!m_calls.contains(index) && !text(function, "name").empty()) {
                closeFreeTexts(events);
                m_calls.emplace(index, text(call, "id"));
                std::string id(text(call, "id"));
                if (id.empty()) // local servers leave it out; results are matched by it
                    id = "call_" + std::to_string(index);
                events.emplace_back(event::ToolCallStart{index, std::move(id),
                                                         callersToolName(text(function, "name"), m_hints),
                                                         signatureOf(call), m_choice});
            }
            m_lastCall = index;
            if (custom)
                addFreeText(index, text(function, "input"), events);
            else if (const std::string_view arguments = text(function, "arguments"); !arguments.empty())
                events.emplace_back(event::ToolArgumentsDelta{index, std::string(arguments)});
            else if (element whole; function["arguments"].get(whole) == SUCCESS && whole.is_object())
                events.emplace_back(event::ToolArgumentsDelta{index, simdjson::minify(whole)});
        }
    }

    void addFreeText(int index, std::string_view input, std::vector<ChatEvent>& events) {
        FreeTextArguments& arguments = m_freeTexts[index];
        if (!input.empty())
            events.emplace_back(event::ToolArgumentsDelta{index, arguments.add(input)});
    }
    /// Nothing but what follows in the same choice tells that such a text is whole.
    void closeFreeTexts(std::vector<ChatEvent>& events) {
        std::erase_if(m_freeTexts, [&](const auto& open) {
            if (open.first / kMaxIndex != m_choice)
                return false;
            events.emplace_back(event::ToolArgumentsDelta{open.first, open.second.end()});
            return true;
        });
    }

    /// Where Gemini's OpenAI endpoint puts it.
    static std::string signatureOf(element call) {
        element extra;
        element google;
        if (call["extra_content"].get(extra) != SUCCESS || !extra.is_object() ||
            extra["google"].get(google) != SUCCESS || !google.is_object())
            return {};
        return std::string(text(google, "thought_signature"));
    }

    const ReplyHints m_hints;
    RepeatedDelta m_repeated;
    std::map<int, std::string> m_calls;           ///< opened: index → id
    std::map<int, FreeTextArguments> m_freeTexts; ///< of custom tools, still open
    int m_lastCall = 0;
    int m_choice = 0;      ///< that is being read
    std::set<int> m_ended; ///< choices that have their finish reason
    std::string m_streamError;
    bool m_started = false;
    bool m_done = false;
    bool m_malformed = false;
    bool m_usageOnly = false;
};

} // namespace

std::unique_ptr<ReplyDecoder> makeOpenAiReplyDecoder(ReplyHints hints) {
    return std::make_unique<OpenAiReplyDecoder>(std::move(hints));
}

} // namespace tollgate
