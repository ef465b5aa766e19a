#pragma once
// Where anything in the gateway tells the world what just happened.

#include <boost/json/value.hpp>

#include <string_view>

namespace tollgate {

/// Thread-safe; publish never blocks on a subscriber.
class EventSink {
public:
    virtual ~EventSink() = default;
    /// Whether an event published now can still reach somebody: what is dear to make is left out otherwise.
    virtual bool heard() const { return true; }
    /// Types of GET /admin/v1/events: tick, request, health, budget, flag, config, audit.
    virtual void publish(std::string_view type, boost::json::value data) = 0;
};

} // namespace tollgate
