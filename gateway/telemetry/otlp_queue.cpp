#include "gateway/telemetry/otlp_queue.h"

#include <utility>

namespace tollgate {

std::string& OtlpQueue::end(std::string_view head) {
    if (m_open.count > 0)
        return m_open.spans;
    if (m_open.spans.capacity() < kChunkBytes && !m_spares.empty()) {
        m_open.spans = std::move(m_spares.back());
        m_spares.pop_back();
    }
    if (m_open.spans.capacity() < kChunkBytes)
        m_open.spans.reserve(kChunkBytes + kChunkBytes / 8); // one request more than is enough
    m_open.spans = head;
    return m_open.spans;
}

void OtlpQueue::appended(std::int64_t count) {
    m_open.count += count;
    m_waiting += count;
    if (m_open.spans.size() < kChunkBytes)
        return;
    m_bytes += m_open.spans.size();
    m_full.push_back(std::exchange(m_open, {}));
    makeRoom();
}

void OtlpQueue::makeRoom() {
    while (m_bytes > kMaxBytes && m_full.size() > 1) {
        const Chunk& oldest = m_full.front();
        m_dropped += oldest.count;
        m_waiting -= oldest.count;
        m_bytes -= oldest.spans.size();
        m_full.pop_front();
    }
}

OtlpQueue::Chunk OtlpQueue::take() {
    Chunk chunk;
    if (m_full.empty()) {
        chunk = std::exchange(m_open, {});
    } else {
        chunk = std::move(m_full.front());
        m_full.pop_front();
        m_bytes -= chunk.spans.size();
    }
    m_waiting -= chunk.count;
    return chunk;
}

void OtlpQueue::giveBack(Chunk chunk) {
    m_waiting += chunk.count;
    m_bytes += chunk.spans.size();
    m_full.push_front(std::move(chunk));
    makeRoom();
}

void OtlpQueue::recycle(std::string memory) {
    if (m_spares.size() >= kMostSpares || memory.capacity() < kChunkBytes)
        return;
    memory.clear();
    m_spares.push_back(std::move(memory));
}

void OtlpQueue::clear() {
    m_spares.clear();
    m_dropped += m_waiting;
    m_waiting = 0;
    m_bytes = 0;
    m_full.clear();
    m_open = {};
}

} // namespace tollgate
