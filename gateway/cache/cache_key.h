#pragma once
// What makes two requests the same question: the digest under which an answer is kept.

#include <array>
#include <cstdint>
#include <string_view>

namespace tollgate {

/// SHA-256: nobody can make another project's key meet theirs.
using CacheKey = std::array<unsigned char, 32>;

struct CacheKeyHash {
    std::size_t operator()(const CacheKey& key) const;
};

/// Everything but the body that the bytes of an answer depend on.
struct CacheQuestion {
    std::string_view project; ///< answers never leave it
    std::string_view owner;   ///< where an answer is of use to one key only (OpenAI Responses); else empty
    std::string_view path;
    std::string_view model; ///< as asked for, after X-Model
    std::string_view promptVersion;
    std::string_view arm;     ///< of the canary that takes part: an experiment answers for itself
    std::string_view variant; ///< protocol versions and betas by header
    bool streaming = false;
};

/// Over the question and the body in canonical form: without white space, its members in order of their
/// names, without those that only say who asks (user, metadata, safety_identifier, prompt_cache_key) and
/// without the model. Below the top level order is kept, since the order of a schema's properties changes
/// answers. A body that is no JSON object counts as it stands.
CacheKey cacheKeyOf(const CacheQuestion& question, std::string_view body);

} // namespace tollgate
