#pragma once
// Spans that wait to be sent, as the bodies of whole requests. Bounded: when it is full the oldest go,
// because what happens now is worth more than what happened before an outage.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// Not thread-safe.
class OtlpQueue {
public:
    static constexpr std::size_t kChunkBytes = 400 * 1024;
    static constexpr std::size_t kMaxBytes = 16 * 1024 * 1024;

    struct Chunk {
        std::string body; ///< of one export
        std::int64_t count = 0;
    };

    bool empty() const { return m_chunks.empty(); }
    void add(Chunk chunk);
    /// The oldest chunk. Not when empty().
    Chunk take();
    /// Could not be sent yet: first in the line again.
    void giveBack(Chunk chunk);

    /// Memory for a chunk, with whatever was in it.
    std::string memory();
    /// Of a chunk that is done with. It serves again: fresh pages would cost more than what is written into
    /// them.
    void recycle(std::string memory);

    std::int64_t waiting() const { return m_waiting; }
    std::int64_t dropped() const { return m_dropped; }
    void clear();

private:
    void makeRoom();

    static constexpr std::size_t kMostSpares = 4;
    static constexpr std::size_t kRoom = kChunkBytes + 16 * 1024; ///< one request more than is enough
    std::vector<std::string> m_spares;
    std::deque<Chunk> m_chunks;
    std::size_t m_bytes = 0;
    std::int64_t m_waiting = 0;
    std::int64_t m_dropped = 0;
};

} // namespace tollgate
