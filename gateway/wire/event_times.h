#pragma once
// When each event of a kept stream was sent: server-sent events (WHATWG HTML, 9.2.6), counted as their bytes
// pass by. One stream, one thread.

#include <cstdint>
#include <string_view>
#include <vector>

namespace tollgate {

class EventTimes {
public:
    /// The next bytes of the stream: appends `nowMs` to `times` for every event that begins in them. Lines up
    /// to an empty one are an event, comments too; bytes may end anywhere.
    void add(std::string_view bytes, std::int64_t nowMs, std::vector<std::int64_t>& times);

private:
    bool m_inEvent = false;
    bool m_inLine = false; ///< the line has a byte that is not its end
};

} // namespace tollgate
