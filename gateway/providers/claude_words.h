#pragma once
// What Anthropic's API and Bedrock's Converse say alike to the same models and hear from them, under other
// names.

#include "gateway/providers/anthropic_plan.h"
#include "gateway/providers/provider_adapter.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// {"type":"enabled","budget_tokens":…} and its likes; empty: nothing is said.
boost::json::object thinkingWords(const ClaudePlan& plan);

/// Without those that are refused for holding only white space.
boost::json::array stopSequences(const ChatRequest& request, TranslationLog& log);

/// Of the tool whose arguments are the answer.
std::string answerToolDescription(const ResponseFormat& format);

/// The arguments of a call as an object, wrapped in one where they are something else.
boost::json::value callInput(const ContentPart& call, const std::string& at, TranslationLog& log);

bool isBlank(std::string_view text);

/// The calls of one reply. What is said in the forced tool that stands for JSON is the answer's text.
class ReplyCalls {
public:
    explicit ReplyCalls(ReplyHints hints)
        : m_hints(std::move(hints)) {}

    static constexpr int kAnswer = -1;
    /// The number of the call that begins, or kAnswer.
    int open(std::string_view id, std::string_view name, std::vector<ChatEvent>& events);
    /// To call nothing but that tool is to answer.
    FinishReason finished(FinishReason reason) const;

private:
    const ReplyHints m_hints;
    int m_count = 0;
    bool m_answered = false;
};

} // namespace tollgate
