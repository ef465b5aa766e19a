#include "gateway/pipeline/provider_quota.h"

#include <algorithm>

namespace tollgate {

Limits limitsOf(const Provider& provider) {
    Limits limits = provider.limits;
    if (provider.maxParallel)
        limits.maxParallel =
            std::min(limits.maxParallel.value_or(*provider.maxParallel), *provider.maxParallel);
    return limits;
}

std::int64_t ProviderQuotas::waitMs(const Provider& provider, std::int64_t tokens) const {
    const Limits limits = limitsOf(provider);
    return limits == Limits{} ? 0 : m_limiter.waitMs({LimitScope::Provider, provider.name, &limits}, tokens);
}

RateLimiter::Verdict ProviderQuotas::take(const Provider& provider, std::int64_t tokens) {
    const Limits limits = limitsOf(provider);
    if (limits == Limits{})
        return {};
    return m_limiter.admit({{LimitScope::Provider, provider.name, &limits}}, tokens);
}

} // namespace tollgate
