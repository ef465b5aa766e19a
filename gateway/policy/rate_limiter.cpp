#include "gateway/policy/rate_limiter.h"

#include <algorithm>
#include <cmath>

namespace tollgate {

namespace {

constexpr double kBurst = 1.5;
constexpr double kNsPerMinute = 60e9;
constexpr double kRounding = 1e-6; ///< of many small refills that add up to a whole request

/// Level may fall below zero when a request used more than it estimated; the debt is then waited off.
struct TokenBucket {
    double level = 0;
    std::int64_t perMinute = -1; ///< -1: not limited

    double capacity() const { return static_cast<double>(perMinute) * kBurst; }

    void setRate(const std::optional<std::int64_t>& rate) {
        const std::int64_t wanted = rate.value_or(-1);
        if (wanted == perMinute)
            return;
        // A changed limit keeps the share that was left.
        const double share = perMinute > 0 ? std::min(1.0, level / capacity()) : 1.0;
        perMinute = wanted;
        level = perMinute >= 0 ? capacity() * share : 0;
    }

    void refill(std::int64_t elapsedNs) {
        if (perMinute >= 0)
            level = std::min(capacity(), level + static_cast<double>(perMinute) *
                                                     static_cast<double>(elapsedNs) / kNsPerMinute);
    }

    bool has(double amount) const {
        return perMinute < 0 || level + kRounding >= std::min(amount, capacity());
    }
    void take(double amount) {
        if (perMinute >= 0)
            level = std::min(capacity(), level - amount);
    }

    std::int64_t waitMs(double amount) const {
        if (perMinute <= 0)
            return 60'000;
        const double missing = std::min(amount, capacity()) - level;
        return static_cast<std::int64_t>(std::ceil(missing / static_cast<double>(perMinute) * 60'000));
    }

    void show(RateView::Dimension& dimension) const {
        if (perMinute < 0)
            return;
        const auto remaining = static_cast<std::int64_t>(std::floor(std::max(0.0, level)));
        if (dimension.limit >= 0 && dimension.remaining <= remaining)
            return;
        dimension.limit = perMinute;
        dimension.remaining = remaining;
        dimension.resetMs =
            perMinute > 0
                ? static_cast<std::int64_t>((capacity() - level) / static_cast<double>(perMinute) * 60'000)
                : 0;
    }
};

} // namespace

struct RateLimiter::Counters {
    TokenBucket requests;
    TokenBucket tokens;
    std::int64_t running = 0;
    std::int64_t maxParallel = -1;
    std::int64_t seenNs = 0;
};

RateLimiter::RateLimiter(const Clock& clock)
    : m_clock(clock) {}
RateLimiter::~RateLimiter() = default;

RateLimiter::Counters& RateLimiter::counters(const LimitedSubject& subject, std::int64_t nowNs) {
    Counters& entry = m_counters[subject.id];
    entry.requests.setRate(subject.limits->rpm);
    entry.tokens.setRate(subject.limits->tpm);
    entry.maxParallel = subject.limits->maxParallel.value_or(-1);
    if (entry.seenNs != 0) {
        entry.requests.refill(nowNs - entry.seenNs);
        entry.tokens.refill(nowNs - entry.seenNs);
    }
    entry.seenNs = nowNs;
    return entry;
}

RateLimiter::Verdict RateLimiter::admit(const std::vector<LimitedSubject>& subjects,
                                        std::int64_t estimatedTokens) {
    const std::int64_t now = m_clock.monotonicNs();
    const auto tokens = static_cast<double>(estimatedTokens);
    Verdict verdict;
    const std::scoped_lock lock(m_mutex);
    for (const LimitedSubject& subject : subjects) {
        const Counters& entry = counters(subject, now);
        if (entry.maxParallel >= 0 && entry.running >= entry.maxParallel)
            verdict.refusal = RateRefusal{subject.id, "max_parallel", 1'000};
        else if (!entry.requests.has(1))
            verdict.refusal = RateRefusal{subject.id, "rpm", entry.requests.waitMs(1)};
        else if (!entry.tokens.has(tokens))
            verdict.refusal = RateRefusal{subject.id, "tpm", entry.tokens.waitMs(tokens)};
        entry.requests.show(verdict.view.requests);
        entry.tokens.show(verdict.view.tokens);
        if (verdict.refusal)
            return verdict;
    }
    verdict.view = {};
    verdict.ticket.reservedTokens = estimatedTokens;
    for (const LimitedSubject& subject : subjects) {
        Counters& entry = m_counters[subject.id];
        entry.requests.take(1);
        entry.tokens.take(tokens);
        ++entry.running;
        entry.requests.show(verdict.view.requests);
        entry.tokens.show(verdict.view.tokens);
        verdict.ticket.subjects.push_back(subject.id);
    }
    return verdict;
}

void RateLimiter::giveBack(RateTicket& ticket, std::int64_t requests, std::int64_t tokens) {
    const std::scoped_lock lock(m_mutex);
    for (const std::string& id : ticket.subjects) {
        const auto it = m_counters.find(id);
        if (it == m_counters.end())
            continue;
        --it->second.running;
        it->second.requests.take(-static_cast<double>(requests));
        it->second.tokens.take(-static_cast<double>(tokens));
    }
    ticket = {};
}

void RateLimiter::finish(RateTicket& ticket, std::int64_t usedTokens) {
    giveBack(ticket, 0, ticket.reservedTokens - usedTokens);
}

void RateLimiter::cancel(RateTicket& ticket) {
    giveBack(ticket, 1, ticket.reservedTokens);
}

} // namespace tollgate
