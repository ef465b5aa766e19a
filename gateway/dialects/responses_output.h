#pragma once
// The output items of an OpenAI Responses reply, as they come into being: exactly one item and one part of it
// is open at any time, and each is closed before the next opens
// (platform.openai.com/docs/api-reference/responses-streaming).

#include "gateway/dialects/free_text_call.h"
#include "gateway/dialects/openai_responses_tools.h"
#include "gateway/dialects/responses_events.h"
#include "gateway/dialects/sealed_reasoning.h"
#include "gateway/wire/chat_event.h"
#include "gateway/wire/translation.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

class ResponsesOutput {
public:
    /// Items are named by their kind, `base` and their number.
    ResponsesOutput(ResponsesEvents& events, CallerTools tools, std::string base, bool wantsLogprobs)
        : m_events(events)
        , m_tools(std::move(tools))
        , m_base(std::move(base))
        , m_wantsLogprobs(wantsLogprobs) {}

    void text(std::string_view delta);
    /// The text to come is a message of its own.
    void beginMessage(Phase phase);
    void refusal(std::string_view delta);
    void reasoning(std::string_view delta);
    void signature(const event::ReasoningSignature& e);
    void callStart(const event::ToolCallStart& e);
    void callArguments(const event::ToolArgumentsDelta& e);
    void citation(const event::Citation& e);
    void logprobs(const boost::json::value& value);
    void opaque(const event::OpaqueBlock& e);

    /// Text waits until it is known whether logprobs belong to it.
    void flush();
    /// Closes what is open; `incomplete`: the reply was cut short in it.
    void close(bool incomplete);

    /// Finished items, separated by commas.
    const std::string& items() const { return m_items; }
    bool hasRefusal() const { return m_hasRefusal; }
    const std::vector<TranslationNote>& notes() const { return m_notes; }

private:
    enum class Open { Nothing, Reasoning, Message, Calls };
    enum class Part { None, Text, Refusal };
    struct Call {
        int index = 0;
        CallerTool tool;
        std::string callId;
        std::string signature;
        std::string arguments;
        std::size_t sent = 0; ///< bytes of the arguments that are out
        FreeTextCall freeText;
        std::string textSent;
        JsonObjectWatch watch;
        bool opened = false;
    };

    void openItem(std::string_view prefix);
    void finishItem(std::string_view item);
    void sendHere(std::string_view type, const std::string& members);

    void openReasoning(std::string_view id = {});
    void closeReasoning(const SealedReasoning& sealed);

    void openPart(Part part);
    void closePart();
    void closeMessage(bool incomplete);
    std::string messageItem(std::string_view status, std::string_view content) const;
    void sendText(std::string_view delta, const boost::json::value& logprobs);

    void advanceCalls(bool all);
    void openCall(Call& call);
    void sendArguments(Call& call);
    void finishCall(Call& call, bool incomplete);
    std::string callItem(const Call& call, std::string_view status, std::string_view arguments) const;
    void dropped(std::string param, std::string reason);

    ResponsesEvents& m_events;
    const CallerTools m_tools;
    const std::string m_base;
    const bool m_wantsLogprobs;

    Open m_open = Open::Nothing;
    int m_count = 0;     ///< items opened so far
    std::string m_id;    ///< of the open item
    std::string m_where; ///< its item_id and output_index, as JSON members
    std::string m_items;

    // Of the open reasoning item or message.
    Part m_part = Part::None;
    bool m_summaryOpen = false;
    std::string m_text;
    std::string m_parts; ///< finished ones
    int m_contentIndex = 0;
    boost::json::array m_annotations;
    boost::json::array m_logprobs;
    std::string m_held;
    Phase m_phase = Phase::Unsaid; ///< of the open message or the next one

    std::deque<Call> m_calls; ///< the first one is open; the others wait for its end
    bool m_hasRefusal = false;
    std::vector<TranslationNote> m_notes;
};

} // namespace tollgate
