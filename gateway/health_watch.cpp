#include "gateway/health_watch.h"

#include <boost/json/object.hpp>

namespace tollgate {

namespace json = boost::json;

void HealthWatch::look(const ConfigSnapshot& world) {
    std::erase_if(m_shown, [&](const auto& entry) { return !world.providers.contains(entry.first); });
    for (const auto& [name, provider] : world.providers) {
        const TargetHealth health = m_health.providerHealth(name);
        const std::string_view state = healthState(health, provider.enabled);
        const auto [shown, isNew] = m_shown.try_emplace(name, state);
        if (isNew || shown->second == state)
            continue;
        json::object event;
        event["provider"] = name;
        event["model"] = nullptr;
        event["circuit"] = toString(health.circuit);
        event["state"] = state;
        event["was"] = shown->second;
        event["last_error"] = health.lastError.empty() ? json::value(nullptr) : json::value(health.lastError);
        shown->second = state;
        m_events.publish("health", std::move(event));
    }
}

} // namespace tollgate
