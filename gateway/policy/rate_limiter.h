#pragma once
// Requests and tokens per minute and running requests, per key and per project, exact across all workers.

#include "gateway/config/resources.h"
#include "gateway/wire/clock.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tollgate {

/// One that limits apply to: ("key:key_…", limits of the key).
struct LimitedSubject {
    std::string id;
    const Limits* limits = nullptr;
};

/// For the x-ratelimit-* headers: the tightest of the limits that apply.
struct RateView {
    struct Dimension {
        std::int64_t limit = -1; ///< -1: not limited
        std::int64_t remaining = 0;
        std::int64_t resetMs = 0; ///< until the bucket is full again
    };
    Dimension requests;
    Dimension tokens;
};

struct RateRefusal {
    std::string subject;
    std::string dimension; ///< "rpm", "tpm" or "max_parallel"
    std::int64_t retryAfterMs = 0;
};

/// What admission took; give it back with finish().
struct RateTicket {
    std::vector<std::string> subjects;
    std::int64_t reservedTokens = 0;
};

/// Thread-safe. Token buckets hold one and a half minutes' worth (seed 004's burst) and refill steadily.
class RateLimiter {
public:
    explicit RateLimiter(const Clock& clock);
    ~RateLimiter();

    struct Verdict {
        RateTicket ticket;
        std::optional<RateRefusal> refusal; ///< set: nothing was taken from any subject
        RateView view;
    };
    /// Takes one request, the estimated tokens and one running slot from every subject, or nothing at all.
    Verdict admit(const std::vector<LimitedSubject>& subjects, std::int64_t estimatedTokens);

    /// The request has ended: corrects the estimate by what was really used and frees the slot.
    void finish(RateTicket& ticket, std::int64_t usedTokens);
    /// Undoes an admission altogether (a later gate refused).
    void cancel(RateTicket& ticket);

private:
    struct Counters;
    Counters& counters(const LimitedSubject& subject, std::int64_t nowNs);
    void giveBack(RateTicket& ticket, std::int64_t requests, std::int64_t tokens);

    const Clock& m_clock;
    std::mutex m_mutex;
    std::unordered_map<std::string, Counters> m_counters;
};

} // namespace tollgate
