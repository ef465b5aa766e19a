#include "gateway/dialects/anthropic_usage.h"

namespace tollgate {

boost::json::object anthropicUsage(const Usage& usage) {
    boost::json::object written;
    written["ephemeral_5m_input_tokens"] = usage.cacheWrite5m;
    written["ephemeral_1h_input_tokens"] = usage.cacheWrite1h;
    boost::json::object object;
    object["input_tokens"] = usage.inputUncached + usage.audioInput;
    object["cache_creation_input_tokens"] = usage.cacheWrite();
    object["cache_read_input_tokens"] = usage.cached();
    object["cache_creation"] = std::move(written);
    object["output_tokens"] = usage.outputTotal();
    if (usage.reasoning > 0) {
        boost::json::object details;
        details["thinking_tokens"] = usage.reasoning;
        object["output_tokens_details"] = std::move(details);
    }
    return object;
}

} // namespace tollgate
