#include "gateway/providers/anthropic_usage.h"

#include <algorithm>

namespace tollgate {

namespace {

using simdjson::SUCCESS;
using simdjson::dom::element;

/// Null, absent and nonsense leave it alone; so does a zero after something, which some servers send for
/// "nothing new".
void take(element object, const char* name, std::int64_t& count) {
    std::int64_t value = 0;
    if (object[name].get(value) == SUCCESS && value > 0)
        count = value;
}

void take(element object, const char* name, std::string& word) {
    if (std::string_view text; object[name].get(text) == SUCCESS && !text.empty())
        word = text;
}

/// Fast inference and inference in the US have prices of their own; both together have one nobody lists
/// (platform.claude.com/docs/en/about-claude/pricing, "Feature-specific pricing").
ServiceTier tierOf(const std::string& tier, const std::string& speed, const std::string& place) {
    const ServiceTier service = serviceTierNamed(tier);
    const bool fast = speed == "fast";
    const bool usOnly = place == "us";
    if (!fast && !usOnly)
        return service;
    if ((fast && usOnly) || (service != ServiceTier::Standard && service != ServiceTier::Unsaid))
        return ServiceTier::Other;
    return fast ? ServiceTier::Fast : ServiceTier::UsOnly;
}

} // namespace

void AnthropicUsage::read(element usage) {
    take(usage, "input_tokens", m_input);
    take(usage, "cache_read_input_tokens", m_cacheRead);
    take(usage, "cache_creation_input_tokens", m_cacheWrite);
    take(usage, "output_tokens", m_output);
    if (element split; usage["cache_creation"].get(split) == SUCCESS && split.is_object()) {
        std::int64_t fiveMinutes = 0;
        take(split, "ephemeral_5m_input_tokens", fiveMinutes);
        take(split, "ephemeral_1h_input_tokens", m_cacheWrite1h);
        m_cacheWrite = std::max(m_cacheWrite, fiveMinutes + m_cacheWrite1h);
    }
    take(usage, "service_tier", m_tier);
    take(usage, "speed", m_speed);
    take(usage, "inference_geo", m_place);
    if (element details; usage["output_tokens_details"].get(details) == SUCCESS && details.is_object())
        take(details, "thinking_tokens", m_thinking);
}

Usage AnthropicUsage::usage() const {
    Usage usage;
    usage.inputUncached = m_input;
    usage.cacheRead = m_cacheRead;
    usage.cacheWrite1h = std::min(m_cacheWrite1h, m_cacheWrite);
    usage.cacheWrite5m = m_cacheWrite - usage.cacheWrite1h;
    usage.reasoning = std::min(m_thinking, m_output);
    usage.outputText = m_output - usage.reasoning;
    usage.tier = tierOf(m_tier, m_speed, m_place);
    return usage;
}

} // namespace tollgate
