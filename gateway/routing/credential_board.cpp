#include "gateway/routing/credential_board.h"

#include <algorithm>
#include <limits>

namespace tollgate {

namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

std::size_t hashOf(std::string_view key) {
    return std::hash<std::string_view>{}(key);
}

} // namespace

const CredentialBoard::Keys* CredentialBoard::find(std::string_view provider) const {
    const auto it = m_providers.find(provider);
    return it == m_providers.end() ? nullptr : &it->second;
}

CredentialBoard::Waits CredentialBoard::waitsOf(const Keys* keys, std::size_t key, std::string_view model,
                                                std::int64_t now) {
    Waits waits;
    if (keys == nullptr)
        return waits;
    for (const Rest& rest : keys->rests) {
        if (rest.key != key || rest.untilMs <= now)
            continue;
        if (rest.model.empty())
            waits.refusedMs = rest.untilMs;
        else if (rest.model == model)
            waits.limitedMs = rest.untilMs;
    }
    return waits;
}

std::optional<std::size_t> CredentialBoard::pick(std::string_view provider, std::string_view model,
                                                 const Credentials& credentials) {
    const std::size_t count = credentials.apiKeys.size();
    if (count < 2)
        return 0;
    const std::int64_t now = m_clock.unixMs();
    const std::scoped_lock lock(m_mutex);
    auto it = m_providers.find(provider);
    if (it == m_providers.end())
        it = m_providers.try_emplace(std::string(provider)).first;
    Keys& keys = it->second;
    std::optional<std::size_t> waitedLongest;
    std::int64_t soonest = kNever;
    bool anyLimited = false;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t index = (keys.turn + i) % count;
        const Waits waits = waitsOf(&keys, hashOf(credentials.apiKeys[index]), model, now);
        if (waits.limitedMs == 0 && waits.refusedMs == 0) {
            keys.turn = index + 1;
            return index;
        }
        anyLimited = anyLimited || waits.limitedMs != 0;
        if (waits.limitedMs == 0 && waits.refusedMs < soonest) {
            soonest = waits.refusedMs;
            waitedLongest = index;
        }
    }
    return anyLimited ? std::nullopt : waitedLongest;
}

std::int64_t CredentialBoard::retryAtMs(std::string_view provider, std::string_view model,
                                        const Credentials& credentials) const {
    if (credentials.apiKeys.size() < 2 || !m_anyRest)
        return 0;
    const std::int64_t now = m_clock.unixMs();
    const std::scoped_lock lock(m_mutex);
    const Keys* keys = find(provider);
    if (keys == nullptr || keys->rests.empty())
        return 0;
    std::int64_t soonest = kNever;
    for (const std::string& key : credentials.apiKeys) {
        const Waits waits = waitsOf(keys, hashOf(key), model, now);
        if (waits.limitedMs == 0 && waits.refusedMs == 0)
            return 0;
        if (waits.limitedMs != 0)
            soonest = std::min(soonest, waits.limitedMs);
    }
    return soonest == kNever ? 0 : soonest; // all refused: one is tried all the same
}

void CredentialBoard::rest(std::string_view provider, Rest rest) {
    const std::int64_t now = m_clock.unixMs();
    const std::scoped_lock lock(m_mutex);
    Keys& keys = m_providers[std::string(provider)];
    std::erase_if(keys.rests, [&](const Rest& one) {
        return one.untilMs <= now || (one.key == rest.key && one.model == rest.model);
    });
    keys.rests.push_back(std::move(rest));
    m_anyRest = true;
}

void CredentialBoard::limited(std::string_view provider, std::string_view model, std::string_view key,
                              std::int64_t untilMs) {
    rest(provider, {hashOf(key), std::string(model), untilMs});
}

void CredentialBoard::refused(std::string_view provider, std::string_view key) {
    rest(provider, {hashOf(key), {}, m_clock.unixMs() + kRefusedRestMs});
}

void CredentialBoard::accepted(std::string_view provider, std::string_view key) {
    if (!m_anyRest)
        return;
    const std::scoped_lock lock(m_mutex);
    const auto it = m_providers.find(provider);
    if (it != m_providers.end() && !it->second.rests.empty())
        std::erase_if(it->second.rests,
                      [&](const Rest& one) { return one.model.empty() && one.key == hashOf(key); });
}

void CredentialBoard::reset(std::string_view provider) {
    const std::scoped_lock lock(m_mutex);
    if (const auto it = m_providers.find(provider); it != m_providers.end())
        it->second.rests.clear();
}

std::vector<CredentialHealth> CredentialBoard::health(std::string_view provider,
                                                      const Credentials& credentials) const {
    const std::int64_t now = m_clock.unixMs();
    std::vector<CredentialHealth> all;
    const std::scoped_lock lock(m_mutex);
    const Keys* keys = find(provider);
    for (const std::string& key : credentials.apiKeys) {
        CredentialHealth& one = all.emplace_back();
        for (const Rest& rest : keys != nullptr ? keys->rests : std::vector<Rest>()) {
            if (rest.key != hashOf(key) || rest.untilMs <= now)
                continue;
            const bool refused = rest.model.empty();
            if (!refused && one.state == CredentialHealth::State::Refused)
                continue;
            one.state = refused ? CredentialHealth::State::Refused : CredentialHealth::State::Resting;
            one.retryAtMs = refused ? rest.untilMs : std::max(one.retryAtMs, rest.untilMs);
        }
    }
    return all;
}

std::string_view toString(CredentialHealth::State state) {
    switch (state) {
    case CredentialHealth::State::Ready:
        return "ready";
    case CredentialHealth::State::Resting:
        return "resting";
    case CredentialHealth::State::Refused:
        return "refused";
    }
    return "ready";
}

} // namespace tollgate
