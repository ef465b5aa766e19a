#include "gateway/dialects/responses_events.h"

#include <utility>

namespace tollgate {

void ResponsesEvents::send(std::string_view type, std::string_view members) {
    if (!m_streaming)
        return;
    constexpr std::size_t kFrame = 80;
    m_bytes.reserve(m_bytes.size() + 2 * type.size() + members.size() + kFrame);
    m_bytes.append("event: ").append(type);
    m_bytes.append("\ndata: {\"type\":\"").append(type);
    m_bytes.append("\",\"sequence_number\":").append(std::to_string(m_next++));
    if (!members.empty())
        m_bytes.append(",").append(members);
    m_bytes.append("}\n\n");
}

std::string ResponsesEvents::take() {
    return std::exchange(m_bytes, {});
}

} // namespace tollgate
