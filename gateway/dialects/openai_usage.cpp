#include "gateway/dialects/openai_usage.h"

namespace tollgate {

boost::json::object openAiUsage(const Usage& usage) {
    boost::json::object read{{"cached_tokens", usage.cached()}, {"audio_tokens", usage.audioIn()}};
    // Not OpenAI's own: what was written to an upstream's cache, as several gateways name it.
    if (usage.cacheWrite() > 0)
        read["cache_write_tokens"] = usage.cacheWrite();
    return {{"prompt_tokens", usage.inputTotal()},
            {"completion_tokens", usage.outputTotal()},
            {"total_tokens", usage.total()},
            {"prompt_tokens_details", std::move(read)},
            {"completion_tokens_details",
             {{"reasoning_tokens", usage.reasoning}, {"audio_tokens", usage.audioOutput}}}};
}

} // namespace tollgate
