#pragma once
// Events as lines of text, for comparing what a decoder understood.

#include "gateway/wire/chat_event.h"

#include <QByteArray>

#include <boost/json.hpp>

#include <string>
#include <vector>

namespace tollgate {

inline const char* nameOf(FinishReason reason) {
    switch (reason) {
    case FinishReason::Stop:
        return "stop";
    case FinishReason::Length:
        return "length";
    case FinishReason::ToolCalls:
        return "tools";
    case FinishReason::ContentFilter:
        return "filter";
    default:
        return "another";
    }
}

/// An event as one line, for comparing.
struct EventLine {
    Origin own; ///< whose signatures and blocks are expected

    static std::string of(int choice) { return choice == 0 ? " " : " @" + std::to_string(choice) + " "; }
    std::string operator()(const event::Start& e) const { return "start " + e.id + " " + e.model; }
    std::string operator()(const event::TextDelta& e) const { return "text" + of(e.choice) + e.text; }
    std::string operator()(const event::ReasoningDelta& e) const { return "reasoning " + e.text; }
    std::string operator()(const event::ReasoningSignature& e) const {
        return (e.origin == own ? "signature " : "whose ") + e.signature;
    }
    std::string operator()(const event::Citation& e) const {
        return "citation " + boost::json::serialize(e.value);
    }
    std::string operator()(const event::Logprobs& e) const {
        return "logprobs " + boost::json::serialize(e.value);
    }
    std::string operator()(const event::OpaqueBlock& e) const {
        return (e.origin == own ? "opaque " : "whose ") + boost::json::serialize(e.block);
    }
    std::string operator()(const event::Embedding& e) const {
        std::string line = "embedding " + std::to_string(e.index);
        for (const float value : e.values)
            line += " " + QByteArray::number(value).toStdString();
        return line;
    }
    std::string operator()(const event::TokenCount& e) const {
        return "count " + std::to_string(e.inputTokens);
    }
    std::string operator()(const event::RefusalDelta& e) const { return "refusal " + e.text; }
    std::string operator()(const event::ToolCallStart& e) const {
        return "call" + of(e.choice) + std::to_string(e.index) + " " + e.id + " " + e.name +
               (e.signature.empty() ? "" : " signed " + e.signature);
    }
    std::string operator()(const event::ToolArgumentsDelta& e) const {
        return "arguments " + std::to_string(e.index) + " " + e.json;
    }
    std::string operator()(const event::UsageReport& e) const {
        std::string line = "usage";
        for (const std::int64_t tokens : {e.usage.inputUncached, e.usage.cacheRead, e.usage.audioInput,
                                          e.usage.outputText, e.usage.reasoning, e.usage.audioOutput})
            line += " " + std::to_string(tokens);
        if (e.usage.cacheWrite() > 0)
            line += " written " + std::to_string(e.usage.cacheWrite());
        if (e.usage.audioCacheRead > 0)
            line += " heard before " + std::to_string(e.usage.audioCacheRead);
        if (e.usage.imageOutput > 0)
            line += " drawn " + std::to_string(e.usage.imageOutput);
        if (e.usage.tier != ServiceTier::Unsaid)
            line.append(" served ").append(toString(e.usage.tier));
        return line;
    }
    std::string operator()(const event::Finish& e) const {
        return "finish" + of(e.choice) + nameOf(e.reason);
    }
};

using Lines = std::vector<std::string>;

inline Lines linesOf(const std::vector<ChatEvent>& events, Origin own) {
    Lines lines;
    for (const ChatEvent& event : events)
        lines.push_back(std::visit(EventLine{own}, event));
    return lines;
}

} // namespace tollgate
