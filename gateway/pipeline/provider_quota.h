#pragma once
// The gateway's own limits on what a provider is asked for: the router looks before it chooses, an attempt
// takes before it begins.

#include "gateway/policy/rate_limiter.h"
#include "gateway/routing/plan.h"

namespace tollgate {

/// Thread-safe. A provider without limits costs nothing.
class ProviderQuotas final : public ProviderQuota {
public:
    explicit ProviderQuotas(RateLimiter& limiter)
        : m_limiter(limiter) {}

    std::int64_t waitMs(const Provider& provider, std::int64_t tokens) const override;
    /// The ticket is to be finished or cancelled with the limiter.
    RateLimiter::Verdict take(const Provider& provider, std::int64_t tokens);

private:
    RateLimiter& m_limiter;
};

/// `max_parallel` beside `limits` is the older way to say it: the smaller one counts.
Limits limitsOf(const Provider& provider);

} // namespace tollgate
