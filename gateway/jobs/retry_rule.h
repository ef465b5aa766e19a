#pragma once
// Whether a job that failed is tried again, and when: by the failure classes of the contract.

#include "gateway/jobs/job.h"

#include <cstdint>
#include <optional>
#include <random>

namespace tollgate {

/// Beside what the pipeline tries within one run.
inline constexpr int kMostTries = 5;
/// A rate limit is waited for, and no try is spent, for as long as this.
inline constexpr std::int64_t kMostPatienceMs = 24 * 3'600'000LL;

/// Milliseconds until the next try, with full jitter; nothing: that was the last. `tries` includes this one.
std::optional<std::int64_t> retryDelayMs(const JobReply& reply, int tries, std::int64_t ageMs,
                                         std::minstd_rand& dice);
/// The caller's own rate limit, not one of a provider's: its other jobs need not try.
bool isOwnLimit(const JobReply& reply);

/// For webhooks: exponential from 5 seconds to 3 hours, the upper half of each step at random; nothing once a
/// day has passed.
std::optional<std::int64_t> webhookDelayMs(int tries, std::int64_t ageMs, std::minstd_rand& dice);

} // namespace tollgate
