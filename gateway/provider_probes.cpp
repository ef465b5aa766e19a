#include "gateway/provider_probes.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::int64_t kStillInUseMs = kMsPerHour; ///< after its last request, where no alias names it
constexpr std::int64_t kSecondLookMs = 5'000;      ///< one failed check is not yet a verdict

bool names(const std::vector<Target>& targets, std::string_view provider) {
    return std::ranges::find(targets, provider, &Target::provider) != targets.end();
}

/// There is somebody, but what we ask for is not there.
bool hasNoModelList(int status) {
    return status == 404 || status == 405 || status == 501;
}

} // namespace

ProviderProbes::ProviderProbes(const Clock& clock, HealthBoard& health, Ask ask, std::uint64_t seed)
    : m_clock(clock)
    , m_health(health)
    , m_ask(std::move(ask))
    , m_dice(seed) {}

std::int64_t ProviderProbes::jittered(std::int64_t ms) {
    m_dice = m_dice * 6364136223846793005ULL + 1442695040888963407ULL; // Knuth's MMIX generator
    const auto fifth = static_cast<std::uint64_t>(std::max<std::int64_t>(ms / 5, 1));
    return ms - static_cast<std::int64_t>(fifth) + static_cast<std::int64_t>((m_dice >> 33U) % (2 * fifth));
}

bool ProviderProbes::isInUse(const ConfigSnapshot& snapshot, const std::string& provider,
                             std::int64_t nowMs) const {
    const bool named = std::ranges::any_of(snapshot.aliases, [&](const auto& entry) {
        const Alias& alias = entry.second;
        return alias.enabled && (names(alias.targets, provider) || names(alias.fallbacks, provider));
    });
    return named || m_health.triedSince(provider, nowMs - kStillInUseMs);
}

void ProviderProbes::tick(const ConfigSnapshot& snapshot) {
    m_intervalMs = snapshot.settings.healthProbeSeconds * 1'000LL;
    std::erase_if(m_states, [&](const auto& entry) { return !snapshot.providers.contains(entry.first); });
    if (m_intervalMs == 0) {
        m_states.clear();
        return;
    }
    const std::int64_t now = m_clock.unixMs();
    for (const auto& [name, provider] : snapshot.providers) {
        if (!provider.enabled || provider.kind == ProviderKind::Simulated)
            continue;
        State& state = m_states[name];
        if (state.address != provider.baseUrl)
            state = {provider.baseUrl, now + jittered(m_intervalMs), 0, state.running, false};
        if (state.running || state.pointless || now < state.dueMs)
            continue;
        state.dueMs = now + jittered(m_intervalMs);
        // Where there is traffic, it says more than a probe can.
        const bool busy = state.failures == 0 && m_health.triedSince(name, now - m_intervalMs);
        if (busy || !isInUse(snapshot, name, now))
            continue;
        const Credentials* credentials = ConfigSnapshot::find(snapshot.credentials, name);
        probe(provider, credentials != nullptr ? *credentials : Credentials(), state);
    }
}

void ProviderProbes::probe(const Provider& provider, const Credentials& credentials, State& state) {
    state.running = true;
    m_ask(provider, credentials,
          [this, name = provider.name](const ProviderCheckResult& result) { ended(name, result); });
}

void ProviderProbes::ended(const std::string& provider, const ProviderCheckResult& result) {
    const auto found = m_states.find(provider);
    if (found == m_states.end())
        return; // removed, or probing was turned off
    State& state = found->second;
    state.running = false;
    state.pointless = hasNoModelList(result.status);
    if (result.ok || state.pointless) {
        state.failures = 0;
        m_health.checked(provider, true, {});
        return;
    }
    if (++state.failures == 1)
        state.dueMs = std::min(state.dueMs, m_clock.unixMs() + kSecondLookMs);
    else
        m_health.checked(provider, false, result.error);
}

} // namespace tollgate
