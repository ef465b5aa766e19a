#include "gateway/providers/gemini_reply.h"

#include "gateway/providers/encode_common.h"
#include "gateway/providers/gemini_metadata.h"
#include "gateway/providers/reply_json.h"

#include <boost/json.hpp>
#include <simdjson.h>

#include <algorithm>
#include <map>
#include <set>

namespace tollgate {

namespace {

using reply::parse;
using reply::text;
using simdjson::SUCCESS;
using simdjson::dom::element;

constexpr int kMaxIndex = 1'000'000; ///< of tool calls; each choice numbers its own
constexpr int kMaxChoice = 127;

bool isTrue(element object, const char* name) {
    bool value = false;
    return object[name].get(value) == SUCCESS && value;
}

std::string hexHash(std::string_view words) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : words) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3U;
    }
    std::string digits;
    for (int i = 0; i < 16; ++i, hash >>= 4U)
        digits += kDigits[hash & 0xFU];
    return digits;
}

enum class Ending { Stop, Length, Filter, Unclear, Failure, None };

/// ai.google.dev/api/generate-content#FinishReason.
Ending endingOf(std::string_view reason) {
    if (reason == "STOP")
        return Ending::Stop;
    if (reason == "MAX_TOKENS" || reason == "CONTINUATION")
        return Ending::Length;
    for (const std::string_view filter :
         {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY",
          "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION", "MODEL_ARMOR"}) {
        if (reason == filter)
            return Ending::Filter;
    }
    // The model tried to call something and failed: what came before is not its answer.
    for (const std::string_view failure :
         {"MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS",
          "MISSING_THOUGHT_SIGNATURE", "MALFORMED_RESPONSE"}) {
        if (reason == failure)
            return Ending::Failure;
    }
    return reason.empty() || reason == "FINISH_REASON_UNSPECIFIED" ? Ending::None : Ending::Unclear;
}

class GeminiReplyDecoder final : public ReplyDecoder {
public:
    GeminiReplyDecoder(ReplyHints hints, std::int64_t unixMs)
        : m_hints(std::move(hints))
        , m_seed(std::to_string(unixMs)) {}

    void body(std::string_view bytes, std::vector<ChatEvent>& events) override {
        element root;
        if (!parse(bytes, root)) {
            m_malformed = true;
            return;
        }
        // Without alt=sse a stream is one array of the same objects.
        if (simdjson::dom::array all; root.get(all) == SUCCESS) {
            for (element one : all)
                read(one, events);
        } else {
            read(root, events);
        }
        if (m_choices.empty() && !m_blocked && m_streamError.empty())
            m_malformed = true;
    }

    void event(std::string_view, std::string_view data, std::vector<ChatEvent>& events) override {
        element root;
        if (!parse(data, root)) {
            m_malformed = true;
            return;
        }
        if (simdjson::dom::array all; root.get(all) == SUCCESS) {
            for (element one : all)
                read(one, events);
        } else {
            read(root, events);
        }
    }

    bool finished() const override {
        return m_blocked || (!m_choices.empty() && std::ranges::all_of(m_choices, [](const auto& choice) {
                   return choice.second.ended;
               }));
    }
    bool sawTerminator() const override { return false; } // there is none
    bool malformed() const override { return m_malformed; }
    const std::string& streamError() const override { return m_streamError; }

private:
    struct Choice {
        std::string text; ///< what citations point into
        int calls = 0;
        bool anything = false;
        bool ended = false;
        std::set<std::string> cited;
    };

    void read(element root, std::vector<ChatEvent>& events) {
        if (!root.is_object()) {
            m_malformed = true;
            return;
        }
        if (element error; root["error"].get(error) == SUCCESS && !error.is_null()) {
            const std::string_view message = error.is_object() ? text(error, "message") : std::string_view{};
            fail(message.empty() ? "The upstream reported an error." : std::string(message));
            return;
        }
        if (!m_started) {
            m_started = true;
            m_seed += text(root, "responseId");
            events.emplace_back(
                event::Start{std::string(text(root, "responseId")), std::string(text(root, "modelVersion"))});
        }
        int position = 0;
        if (simdjson::dom::array candidates; root["candidates"].get(candidates) == SUCCESS) {
            for (element candidate : candidates)
                readCandidate(candidate, position++, events);
        }
        readUsage(root, events);
        element feedback;
        if (position == 0 && root["promptFeedback"].get(feedback) == SUCCESS &&
            !text(feedback, "blockReason").empty() && !m_blocked && m_choices.empty()) {
            m_blocked = true; // the prompt itself was refused: there will be no candidates
            events.emplace_back(event::Finish{FinishReason::ContentFilter});
        }
    }

    void readUsage(element root, std::vector<ChatEvent>& events) {
        element metadata;
        if (root["usageMetadata"].get(metadata) != SUCCESS || !metadata.is_object())
            return;
        const Usage usage = geminiUsage(metadata);
        if (m_usage == usage)
            return;
        m_usage = usage;
        events.emplace_back(event::UsageReport{usage});
    }

    void readCandidate(element candidate, int position, std::vector<ChatEvent>& events) {
        std::int64_t given = 0;
        if (candidate["index"].get(given) != SUCCESS)
            given = position;
        m_index = static_cast<int>(std::clamp<std::int64_t>(given, 0, kMaxChoice));
        Choice& choice = m_choices[m_index];
        element content;
        simdjson::dom::array parts;
        if (candidate["content"].get(content) == SUCCESS && content["parts"].get(parts) == SUCCESS) {
            for (element part : parts)
                readPart(part, choice, events);
        }
        for (event::Citation& citation : geminiCitations(candidate, choice.text)) {
            if (choice.cited.insert(boost::json::serialize(citation.value)).second)
                events.emplace_back(std::move(citation));
        }
        if (element logprobs; candidate["logprobsResult"].get(logprobs) == SUCCESS) {
            if (boost::json::value value = geminiLogprobs(logprobs); !value.is_null())
                events.emplace_back(event::Logprobs{std::move(value), m_index});
        }
        finish(candidate, choice, events);
    }

    void readPart(element part, Choice& choice, std::vector<ChatEvent>& events) {
        if (!part.is_object())
            return;
        const std::string_view signature = text(part, "thoughtSignature");
        if (element call; part["functionCall"].get(call) == SUCCESS && call.is_object()) {
            readCall(call, signature, choice, events);
            return;
        }
        if (std::string_view words; part["text"].get(words) == SUCCESS) {
            if (isTrue(part, "thought")) {
                if (!words.empty())
                    events.emplace_back(event::ReasoningDelta{std::string(words)});
            } else if (!words.empty()) {
                choice.anything = true;
                choice.text += words;
                events.emplace_back(event::TextDelta{std::string(words), m_index});
            }
        } else if (part["thoughtSignature"].error() != SUCCESS || simdjson::dom::object(part).size() > 1) {
            // Code it ran, pictures it drew: shown only to those who speak Gemini.
            choice.anything = true;
            events.emplace_back(event::OpaqueBlock{geminiValue(part), Origin::Gemini});
            return;
        }
        if (!signature.empty())
            events.emplace_back(event::ReasoningSignature{std::string(signature), Origin::Gemini});
    }

    /// A call comes whole, often without an id: results are matched by the one made up here.
    void readCall(element call, std::string_view signature, Choice& choice, std::vector<ChatEvent>& events) {
        const int number = choice.calls++;
        const int index = m_index * kMaxIndex + std::min(number, kMaxIndex - 1);
        choice.anything = true;
        std::string id(text(call, "id"));
        if (id.empty())
            id = "call_" + hexHash(m_seed + "/" + std::to_string(index));
        events.emplace_back(event::ToolCallStart{index, std::move(id),
                                                 callersToolName(text(call, "name"), m_hints),
                                                 std::string(signature), m_index});
        element arguments;
        const bool has = call["args"].get(arguments) == SUCCESS && arguments.is_object();
        events.emplace_back(event::ToolArgumentsDelta{index, has ? simdjson::minify(arguments) : "{}"});
    }

    void finish(element candidate, Choice& choice, std::vector<ChatEvent>& events) {
        const std::string_view reason = text(candidate, "finishReason");
        const Ending ending = endingOf(reason);
        if (ending == Ending::None || choice.ended)
            return;
        if (ending == Ending::Failure || (ending == Ending::Unclear && !choice.anything)) {
            const std::string_view message = text(candidate, "finishMessage");
            fail("Gemini ended with " + std::string(reason) + (message.empty() ? "." : ": ") +
                 std::string(message));
            return;
        }
        choice.ended = true;
        FinishReason told = choice.calls > 0 ? FinishReason::ToolCalls : FinishReason::Stop;
        if (ending == Ending::Length)
            told = FinishReason::Length;
        else if (ending == Ending::Filter)
            told = FinishReason::ContentFilter;
        events.emplace_back(event::Finish{told, m_index});
    }

    void fail(std::string message) {
        if (m_streamError.empty())
            m_streamError = std::move(message);
    }

    const ReplyHints m_hints;
    std::string m_seed;
    std::map<int, Choice> m_choices;
    int m_index = 0; ///< of the choice that is being read
    Usage m_usage;
    std::string m_streamError;
    bool m_started = false;
    bool m_blocked = false;
    bool m_malformed = false;
};

} // namespace

std::unique_ptr<ReplyDecoder> makeGeminiReplyDecoder(ReplyHints hints, std::int64_t unixMs) {
    return std::make_unique<GeminiReplyDecoder>(std::move(hints), unixMs);
}

} // namespace tollgate
