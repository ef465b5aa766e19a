#pragma once
// Anthropic's token counts, gathered over a reply. They are cumulative: later ones set, and what a later
// report leaves out stays as it was (platform.claude.com/docs/en/api/messages, usage).

#include "gateway/wire/usage.h"

#include <simdjson.h>

#include <string>

namespace tollgate {

class AnthropicUsage {
public:
    void read(simdjson::dom::element usage);
    /// input_tokens leaves the cache out; output_tokens holds the thinking.
    Usage usage() const;

private:
    std::int64_t m_input = 0;
    std::int64_t m_cacheRead = 0;
    std::int64_t m_cacheWrite = 0;
    std::int64_t m_cacheWrite1h = 0;
    std::int64_t m_output = 0;
    std::int64_t m_thinking = 0;
    std::string m_tier;
    std::string m_speed;
    std::string m_place;
};

} // namespace tollgate
