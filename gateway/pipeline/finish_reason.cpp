#include "gateway/pipeline/finish_reason.h"

namespace tollgate {

namespace {

constexpr std::size_t kLongestList = 2'048; // 128 choices, as many as OpenAI takes

} // namespace

std::string_view finishWord(FinishReason reason) {
    switch (reason) {
    case FinishReason::Stop:
    case FinishReason::StopSequence:
        return "stop";
    case FinishReason::Length:
        return "length";
    case FinishReason::ToolCalls:
        return "tool_call";
    case FinishReason::ContentFilter:
        return "content_filter";
    case FinishReason::Refusal:
        return "refusal";
    case FinishReason::Pause:
        return "pause";
    }
    return "stop";
}

void addFinishReason(std::string& list, FinishReason reason) {
    if (list.size() > kLongestList)
        return;
    if (!list.empty())
        list += ',';
    list += finishWord(reason);
}

} // namespace tollgate
