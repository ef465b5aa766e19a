#include "gateway/dialects/reply_fold.h"

#include <algorithm>

namespace tollgate {

namespace {

struct Folder {
    ReplyFold& fold;

    void operator()(const event::Start& e) const {
        fold.id = e.id;
        fold.model = e.model;
    }
    void operator()(const event::TextDelta& e) const { fold.text += e.text; }
    void operator()(const event::ReasoningDelta& e) const { fold.reasoning += e.text; }
    void operator()(const event::RefusalDelta& e) const { fold.refusal += e.text; }
    void operator()(const event::ToolCallStart& e) const {
        fold.toolCalls.push_back({e.index, e.id, e.name, {}});
    }
    void operator()(const event::ToolArgumentsDelta& e) const {
        const auto call = std::ranges::find(fold.toolCalls, e.index, &ReplyFold::ToolCall::index);
        if (call != fold.toolCalls.end())
            call->arguments += e.json;
    }
    void operator()(const event::UsageReport& e) const { fold.usage = e.usage; }
    void operator()(const event::Finish& e) const { fold.finish = e.reason; }
};

} // namespace

void ReplyFold::add(const ChatEvent& event) {
    std::visit(Folder{*this}, event);
}

} // namespace tollgate
