#pragma once
// Which arm of a feature flag a caller gets, and why. Pure functions: same input, same arm, in every thread.

#include "gateway/config/resources.h"

#include <string>
#include <string_view>

namespace tollgate {

struct FlagSubject {
    std::string_view user;
    std::string_view project;
    std::string_view key; ///< the client key's id or name
};

struct FlagVerdict {
    int bucket = 0;     ///< 0..99
    std::string serve;  ///< "stable", "canary", or a prompt version
    std::string reason; ///< "disabled", "rule:N" (from 1), "rollout"
};

/// Of a subject that could not be hashed: beyond every rollout, so that it is served what it always was.
inline constexpr int kNoBucket = 100;

/// First 8 hex digits of SHA-256 of the subject (salt + ":" + subject with a salt) as an integer, modulo 100.
int flagBucket(std::string_view subject, std::string_view salt);

/// Canary and prompt flags.
FlagVerdict evaluateFlag(const Flag& flag, const FlagSubject& subject);

} // namespace tollgate
