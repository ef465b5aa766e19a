#pragma once
// What the generations of Claude take, told by a model's name alone: every dated snapshot, Bedrock's
// "us.anthropic.claude-…-v1:0" and names that are newer than this file find their generation.
// Sources: platform.claude.com/docs (extended thinking, adaptive thinking, effort, structured outputs,
// models overview).

#include <cstdint>
#include <string_view>

namespace tollgate {

struct ClaudeTraits {
    bool claude = false;             ///< false: another model behind the same API
    bool thinks = true;              ///< can think before it answers
    bool takesBudget = true;         ///< thinking.type "enabled" with budget_tokens
    bool adaptive = false;           ///< thinking.type "adaptive" with output_config.effort
    bool canStopThinking = true;     ///< thinking.type "disabled"
    bool thinksBetweenTools = false; ///< thinking.type "between_tools" is the least there is
    bool takesSampling = true;       ///< temperature, top_p, top_k
    bool oneSampling = false;        ///< temperature or top_p, not both
    bool takesForcedTools = true;    ///< tool_choice any and tool
    bool jsonSchema = false;         ///< output_config.format
    bool takesPrefill = true;        ///< the conversation may end with a turn of the assistant
    bool hidesThinking = false;      ///< shows it only when asked for a summary
    bool takesEffort = false;        ///< output_config.effort
    bool extraEffort = false;        ///< effort "xhigh"
    std::int64_t longReply = 4'096;  ///< tokens that any of its generation may answer with
};

struct ClaudeName {
    std::string_view family; ///< opus, sonnet, haiku, …; empty: an old one, or not Claude
    int version = 0;         ///< 45 for 4.5; 0: not Claude. A name without a version is a coming one.
};

ClaudeName claudeName(std::string_view model);
ClaudeTraits claudeTraits(std::string_view model);

} // namespace tollgate
