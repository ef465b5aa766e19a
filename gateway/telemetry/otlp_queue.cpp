#include "gateway/telemetry/otlp_queue.h"

#include <utility>

namespace tollgate {

void OtlpQueue::add(Chunk chunk) {
    m_waiting += chunk.count;
    m_bytes += chunk.body.size();
    m_chunks.push_back(std::move(chunk));
    makeRoom();
}

void OtlpQueue::makeRoom() {
    while (m_bytes > kMaxBytes && m_chunks.size() > 1) {
        const Chunk& oldest = m_chunks.front();
        m_dropped += oldest.count;
        m_waiting -= oldest.count;
        m_bytes -= oldest.body.size();
        m_chunks.pop_front();
    }
}

OtlpQueue::Chunk OtlpQueue::take() {
    Chunk chunk = std::move(m_chunks.front());
    m_chunks.pop_front();
    m_bytes -= chunk.body.size();
    m_waiting -= chunk.count;
    return chunk;
}

void OtlpQueue::giveBack(Chunk chunk) {
    m_waiting += chunk.count;
    m_bytes += chunk.body.size();
    m_chunks.push_front(std::move(chunk));
    makeRoom();
}

std::string OtlpQueue::memory() {
    std::string memory;
    if (!m_spares.empty()) {
        memory = std::move(m_spares.back());
        m_spares.pop_back();
    } else {
        memory.reserve(kRoom);
    }
    return memory;
}

void OtlpQueue::recycle(std::string memory) {
    if (m_spares.size() < kMostSpares && memory.capacity() >= kRoom)
        m_spares.push_back(std::move(memory));
}

void OtlpQueue::clear() {
    m_spares.clear();
    m_dropped += m_waiting;
    m_waiting = 0;
    m_bytes = 0;
    m_chunks.clear();
}

} // namespace tollgate
