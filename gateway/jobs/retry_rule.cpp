#include "gateway/jobs/retry_rule.h"

#include <algorithm>

namespace tollgate {

namespace {

std::int64_t jittered(std::int64_t most, std::minstd_rand& dice) {
    return std::uniform_int_distribution<std::int64_t>(0, most)(dice);
}

std::int64_t doubled(std::int64_t first, int times, std::int64_t most) {
    return std::min(most, first << std::clamp(times, 0, 30));
}

bool isPassing(int status) {
    return status == 429 || status == 500 || status == 502 || status == 503 || status == 504 || status == 529;
}

} // namespace

std::optional<std::int64_t> retryDelayMs(const JobReply& reply, int tries, std::int64_t ageMs,
                                         std::minstd_rand& dice) {
    if (!isPassing(reply.status) || reply.refused)
        return std::nullopt;
    const bool limited = reply.status == 429;
    if (limited ? ageMs >= kMostPatienceMs : tries >= kMostTries)
        return std::nullopt;
    const std::int64_t told = std::max<std::int64_t>(reply.retryAfterMs, 0);
    return told + jittered(doubled(1'000, tries - 1, 60'000), dice);
}

bool isOwnLimit(const JobReply& reply) {
    return reply.status == 429 && !reply.attempted;
}

std::optional<std::int64_t> webhookDelayMs(int tries, std::int64_t ageMs, std::minstd_rand& dice) {
    if (ageMs >= 24 * 3'600'000LL)
        return std::nullopt;
    const std::int64_t most = doubled(5'000, tries - 1, 3 * 3'600'000LL);
    return most / 2 + jittered(most / 2, dice);
}

} // namespace tollgate
