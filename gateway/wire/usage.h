#pragma once
// What a request consumed, in disjoint buckets: every token is counted in exactly one of them. Dialects add
// the buckets up their own way (OpenAI's prompt_tokens is all input buckets, Anthropic's input_tokens only
// the uncached one).

#include <cstdint>
#include <string_view>

namespace tollgate {

/// How a provider served a request, where that changes its price. `Unsaid`: it did not say, which is the
/// standard way unless something else was asked for. `UsOnly`: Anthropic's inference_geo. `Other`: on terms
/// that have no list price, so that what is charged is an estimate.
enum class ServiceTier : std::uint8_t { Unsaid, Standard, Batch, Flex, Priority, Fast, UsOnly, Other };

std::string_view toString(ServiceTier tier);
/// By any of the words providers use for it, in any case; empty: Unsaid; an unknown word: Other.
ServiceTier serviceTierNamed(std::string_view name);

struct Usage {
    std::int64_t inputUncached = 0;
    std::int64_t cacheRead = 0; ///< but audio
    std::int64_t cacheWrite5m = 0;
    std::int64_t cacheWrite1h = 0;
    std::int64_t audioInput = 0; ///< not from the cache
    std::int64_t outputText = 0;
    std::int64_t reasoning = 0;
    std::int64_t audioOutput = 0;
    bool estimated = false; ///< no provider confirmed it; counted here
    ServiceTier tier = ServiceTier::Unsaid;
    std::int64_t audioCacheRead = 0;
    std::int64_t imageOutput = 0;

    std::int64_t inputTotal() const {
        return inputUncached + cacheRead + cacheWrite5m + cacheWrite1h + audioInput + audioCacheRead;
    }
    std::int64_t cached() const { return cacheRead + audioCacheRead; }
    std::int64_t audioIn() const { return audioInput + audioCacheRead; }
    std::int64_t cacheWrite() const { return cacheWrite5m + cacheWrite1h; }
    std::int64_t outputTotal() const { return outputText + reasoning + audioOutput + imageOutput; }
    std::int64_t total() const { return inputTotal() + outputTotal(); }

    friend bool operator==(const Usage&, const Usage&) = default;
};

} // namespace tollgate
