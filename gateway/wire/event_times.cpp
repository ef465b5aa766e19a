#include "gateway/wire/event_times.h"

namespace tollgate {

void EventTimes::add(std::string_view bytes, std::int64_t nowMs, std::vector<std::int64_t>& times) {
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::string_view line = bytes.substr(0, end);
        if (!line.empty() && line != "\r") {
            m_inLine = true;
            if (!m_inEvent)
                times.push_back(nowMs);
            m_inEvent = true;
        }
        if (end == std::string_view::npos)
            return;
        m_inEvent = m_inEvent && m_inLine;
        m_inLine = false;
        bytes.remove_prefix(end + 1);
    }
}

} // namespace tollgate
