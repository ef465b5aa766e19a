#pragma once
// A token bucket that is one number: the instant at which it is full again. It holds one and a half minutes'
// worth (seed 004's burst) and refills steadily, so what is missing is time, whatever the limit; a changed
// limit keeps the share that was left, and no write can leave it half changed. Debt is waited off.

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <optional>

namespace tollgate {

/// Kept apart from the limit: it may live in a file (limit_file.h). Monotonic nanoseconds; 0: full.
using BucketLevel = std::atomic<std::int64_t>;
static_assert(BucketLevel::is_always_lock_free);

class TokenBucket {
public:
    /// `perMinute`: nothing means no limit; the bucket is then as good as new.
    TokenBucket(BucketLevel& fullNs, const std::optional<std::int64_t>& perMinute, std::int64_t nowNs)
        : m_fullNs(fullNs)
        , m_perMinute(perMinute.value_or(-1))
        , m_nowNs(nowNs) {
        if (m_perMinute < 0 && m_fullNs.load(std::memory_order_relaxed) != 0)
            m_fullNs.store(0, std::memory_order_relaxed);
    }

    bool limited() const { return m_perMinute >= 0; }
    std::int64_t perMinute() const { return m_perMinute; }
    /// A request larger than the bucket needs a full one.
    bool has(std::int64_t amount) const { return !limited() || (m_perMinute > 0 && missingNs(amount) <= 0); }
    void take(std::int64_t amount) {
        if (m_perMinute > 0)
            m_fullNs.store(m_nowNs + std::min(emptyNs() + nsFor(amount), kLongestDebtNs),
                           std::memory_order_relaxed);
    }
    void giveBack(std::int64_t amount) {
        if (m_perMinute > 0)
            m_fullNs.store(m_nowNs + std::max<std::int64_t>(emptyNs() - nsFor(amount), 0),
                           std::memory_order_relaxed);
    }
    /// Until `amount` is there.
    std::int64_t waitMs(std::int64_t amount) const {
        return m_perMinute > 0 ? (std::max<std::int64_t>(missingNs(amount), 0) + 999'999) / 1'000'000
                               : 60'000;
    }
    std::int64_t remaining() const {
        if (m_perMinute <= 0)
            return 0;
        const Wide left = std::max<std::int64_t>(kBurstNs - emptyNs(), 0);
        return static_cast<std::int64_t>(left * m_perMinute / kMinuteNs);
    }
    std::int64_t fullInMs() const { return m_perMinute > 0 ? emptyNs() / 1'000'000 : 0; }

    static constexpr std::int64_t kMinuteNs = 60'000'000'000;
    static constexpr std::int64_t kBurstNs = kMinuteNs * 3 / 2;
    static constexpr std::int64_t kLongestDebtNs = 30LL * 24 * 60 * kMinuteNs;

private:
    __extension__ using Wide = __int128;

    /// How far from full, in time.
    std::int64_t emptyNs() const {
        return std::max<std::int64_t>(m_fullNs.load(std::memory_order_relaxed) - m_nowNs, 0);
    }
    /// Rounded down, so that what fits to the last token does fit.
    std::int64_t nsFor(std::int64_t amount) const {
        const Wide ns = static_cast<Wide>(std::max<std::int64_t>(amount, 0)) * kMinuteNs / m_perMinute;
        return static_cast<std::int64_t>(std::min<Wide>(ns, kLongestDebtNs));
    }
    std::int64_t missingNs(std::int64_t amount) const {
        return emptyNs() + std::min(nsFor(amount), kBurstNs) - kBurstNs;
    }

    BucketLevel& m_fullNs;
    const std::int64_t m_perMinute;
    const std::int64_t m_nowNs;
};

} // namespace tollgate
