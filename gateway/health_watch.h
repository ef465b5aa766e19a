#pragma once
// Tells when what is shown as a provider's health has changed, whatever changed it: traffic, a check, the
// configuration, or time. An event `health` without a model; that a circuit has changed is told by its
// target. Control thread.

#include "gateway/config/snapshot.h"
#include "gateway/routing/health_board.h"
#include "gateway/wire/event_sink.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace tollgate {

class HealthWatch {
public:
    HealthWatch(const HealthBoard& health, EventSink& events)
        : m_health(health)
        , m_events(events) {}

    /// May be asked at any time. A provider that is seen for the first time has not changed.
    void look(const ConfigSnapshot& world);

private:
    const HealthBoard& m_health;
    EventSink& m_events;
    std::map<std::string, std::string_view, std::less<>> m_shown; ///< health.state by provider
};

} // namespace tollgate
