#pragma once
// How a worker reaches the admin service: a request goes to the control thread, the answer comes back there.

#include "gateway/admin/admin_service.h"
#include "gateway/admin/event_feed.h"

#include <functional>
#include <string>
#include <string_view>

namespace tollgate {

struct AdminPort {
    /// Any thread; `reply` is called in the control thread.
    std::function<void(AdminRequest, std::function<void(AdminResponse)>)> send;
    EventFeed& events;
    std::string token;

    /// Compares in constant time.
    bool isToken(std::string_view secret) const;
};

} // namespace tollgate
