#pragma once
// Events folded into one finished reply, for unary callers.

#include "gateway/wire/chat_event.h"

#include <string>
#include <vector>

namespace tollgate {

struct ReplyFold {
    struct ToolCall {
        int index = 0;
        std::string id;
        std::string name;
        std::string arguments;
    };
    std::string id;
    std::string model;
    std::string text;
    std::string reasoning;
    std::string refusal;
    std::vector<ToolCall> toolCalls;
    Usage usage;
    FinishReason finish = FinishReason::Stop;

    void add(const ChatEvent& event);
};

} // namespace tollgate
