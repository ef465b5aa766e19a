#pragma once
// Events as lines of text, for comparing whole replies.

#include "gateway/wire/chat_event.h"

#include <boost/json.hpp>

#include <string>
#include <vector>

namespace tollgate::test {

using Lines = std::vector<std::string>;

inline const char* nameOf(FinishReason reason) {
    switch (reason) {
    case FinishReason::Stop:
        return "stop";
    case FinishReason::StopSequence:
        return "stop-sequence";
    case FinishReason::Length:
        return "length";
    case FinishReason::ToolCalls:
        return "tools";
    case FinishReason::ContentFilter:
        return "filter";
    case FinishReason::Refusal:
        return "refusal";
    case FinishReason::Pause:
        return "pause";
    }
    return "?";
}

inline const char* nameOf(Origin origin) {
    switch (origin) {
    case Origin::Anthropic:
        return "anthropic";
    case Origin::Bedrock:
        return "bedrock";
    default:
        return "other";
    }
}

struct LineWriter {
    std::string operator()(const event::Start& e) const { return "start " + e.id + " " + e.model; }
    std::string operator()(const event::TextDelta& e) const { return "text " + e.text; }
    std::string operator()(const event::ReasoningDelta& e) const { return "reasoning " + e.text; }
    std::string operator()(const event::ReasoningSignature& e) const {
        return std::string(e.redacted ? "redacted " : "signature ") + e.signature + " " + nameOf(e.origin);
    }
    std::string operator()(const event::RefusalDelta& e) const { return "refusal " + e.text; }
    std::string operator()(const event::ToolCallStart& e) const {
        return "call " + std::to_string(e.index) + " " + e.id + " " + e.name;
    }
    std::string operator()(const event::ToolArgumentsDelta& e) const {
        return "arguments " + std::to_string(e.index) + " " + e.json;
    }
    std::string operator()(const event::Citation& e) const {
        return "citation " + boost::json::serialize(e.value) + " " + boost::json::serialize(e.original) +
               " " + nameOf(e.origin);
    }
    std::string operator()(const event::Logprobs& e) const {
        return "logprobs " + boost::json::serialize(e.value);
    }
    std::string operator()(const event::OpaqueBlock& e) const {
        return "opaque " + boost::json::serialize(e.block) + " " + nameOf(e.origin);
    }
    std::string operator()(const event::Embedding& e) const { return "embedding " + std::to_string(e.index); }
    std::string operator()(const event::TokenCount& e) const {
        return "count " + std::to_string(e.inputTokens);
    }
    /// input, read, written for 5 minutes, for 1 hour, output, reasoning
    std::string operator()(const event::UsageReport& e) const {
        std::string line = "usage";
        for (const std::int64_t tokens : {e.usage.inputUncached, e.usage.cacheRead, e.usage.cacheWrite5m,
                                          e.usage.cacheWrite1h, e.usage.outputText, e.usage.reasoning})
            line += " " + std::to_string(tokens);
        if (e.usage.tier != ServiceTier::Unsaid)
            line.append(" served ").append(toString(e.usage.tier));
        return line;
    }
    std::string operator()(const event::Finish& e) const {
        return std::string("finish ") + nameOf(e.reason) +
               (e.stopSequence.empty() ? "" : " " + e.stopSequence);
    }
};

inline Lines linesOf(const std::vector<ChatEvent>& events) {
    Lines lines;
    for (const ChatEvent& event : events)
        lines.push_back(std::visit(LineWriter{}, event));
    return lines;
}

/// For QCOMPARE: one text that shows itself in failures.
inline std::string joined(const Lines& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

} // namespace tollgate::test
