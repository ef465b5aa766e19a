#pragma once
// What a provider says while it answers, one small step at a time, in an order every dialect can write down:
// Start, then any number of deltas, then Finish; Usage may come anywhere and sets, it does not add.

#include "gateway/wire/usage.h"

#include <string>
#include <variant>

namespace tollgate {

enum class FinishReason { Stop, Length, ToolCalls, ContentFilter };

namespace event {

struct Start {
    std::string id;    ///< the upstream's id of the reply
    std::string model; ///< as the upstream names it
};
struct TextDelta {
    std::string text;
};
struct ReasoningDelta {
    std::string text;
};
struct RefusalDelta {
    std::string text;
};
/// Comes before any arguments of that call, with id and name complete.
struct ToolCallStart {
    int index = 0;
    std::string id;
    std::string name;
};
struct ToolArgumentsDelta {
    int index = 0;
    std::string json;
};
struct UsageReport {
    Usage usage;
};
struct Finish {
    FinishReason reason = FinishReason::Stop;
};

} // namespace event

using ChatEvent =
    std::variant<event::Start, event::TextDelta, event::ReasoningDelta, event::RefusalDelta,
                 event::ToolCallStart, event::ToolArgumentsDelta, event::UsageReport, event::Finish>;

} // namespace tollgate
