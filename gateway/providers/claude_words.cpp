#include "gateway/providers/claude_words.h"

#include "gateway/providers/encode_common.h"
#include "gateway/wire/json_text.h"

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

json::object thinkingWords(const ClaudePlan& plan) {
    using Thinking = ClaudePlan::Thinking;
    json::object thinking;
    switch (plan.thinking) {
    case Thinking::Unsaid:
        break;
    case Thinking::Disabled:
        thinking["type"] = "disabled";
        break;
    case Thinking::BetweenTools:
        thinking["type"] = "between_tools";
        break;
    case Thinking::Budget:
        thinking["type"] = "enabled";
        thinking["budget_tokens"] = plan.budget;
        break;
    case Thinking::Adaptive:
        thinking["type"] = "adaptive";
        if (plan.summarized)
            thinking["display"] = "summarized";
        break;
    }
    return thinking;
}

json::array stopSequences(const ChatRequest& request, TranslationLog& log) {
    json::array stops;
    for (const std::string& stop : request.stop) {
        if (isBlank(stop))
            log.dropped("stop", "a stop sequence has to hold more than whitespace");
        else
            stops.push_back(json::value(stop));
    }
    return stops;
}

std::string answerToolDescription(const ResponseFormat& format) {
    return format.description.empty()
               ? "Gives the final answer to the user. Call it once, with all of the answer."
               : format.description;
}

json::value callInput(const ContentPart& call, const std::string& at, TranslationLog& log) {
    boost::system::error_code failure;
    json::value input = parsedJson(call.arguments.empty() ? "{}" : call.arguments, failure);
    if (!failure && input.is_object())
        return input;
    log.synthesised(at + ".tool_calls", "arguments that are no JSON object are wrapped in one");
    json::object wrapped;
    wrapped["input"] = failure ? json::value(call.arguments) : std::move(input);
    return wrapped;
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

int ReplyCalls::open(std::string_view id, std::string_view name, std::vector<ChatEvent>& events) {
    if (!m_hints.unwrapTool.empty() && name == m_hints.unwrapTool) {
        m_answered = true;
        return kAnswer;
    }
    events.emplace_back(event::ToolCallStart{m_count, std::string(id), callersToolName(name, m_hints)});
    return m_count++;
}

FinishReason ReplyCalls::finished(FinishReason reason) const {
    return reason == FinishReason::ToolCalls && m_answered && m_count == 0 ? FinishReason::Stop : reason;
}

} // namespace tollgate
