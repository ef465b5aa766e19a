#pragma once
// What a request consumed, in disjoint buckets: every token is counted in exactly one of them. Dialects add
// the buckets up their own way (OpenAI's prompt_tokens is all input buckets, Anthropic's input_tokens only
// the uncached one).

#include <cstdint>

namespace tollgate {

struct Usage {
    std::int64_t inputUncached = 0;
    std::int64_t cacheRead = 0;
    std::int64_t cacheWrite5m = 0;
    std::int64_t cacheWrite1h = 0;
    std::int64_t audioInput = 0;
    std::int64_t outputText = 0;
    std::int64_t reasoning = 0;
    std::int64_t audioOutput = 0;
    bool estimated = false; ///< no provider confirmed it; counted here

    std::int64_t inputTotal() const {
        return inputUncached + cacheRead + cacheWrite5m + cacheWrite1h + audioInput;
    }
    std::int64_t cacheWrite() const { return cacheWrite5m + cacheWrite1h; }
    std::int64_t outputTotal() const { return outputText + reasoning + audioOutput; }
    std::int64_t total() const { return inputTotal() + outputTotal(); }

    friend bool operator==(const Usage&, const Usage&) = default;
};

} // namespace tollgate
