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
        std::string spans; ///< JSON objects, each followed by a comma, behind the head
        std::int64_t count = 0;
        bool whole = false; ///< it has been made a body already, and came back
    };

    /// Where to append spans; then appended() with their number. A chunk begins with `head`.
    std::string& end(std::string_view head);
    void appended(std::int64_t count);
    bool empty() const { return m_full.empty() && m_open.count == 0; }
    bool hasFullChunk() const { return !m_full.empty(); }

    /// The oldest chunk, or what has gathered so far. Not when empty().
    Chunk take();
    /// Could not be sent yet: first in the line again.
    void giveBack(Chunk chunk);

    /// Of a chunk that is done with. It serves again: fresh pages would cost more than what is written into
    /// them.
    void recycle(std::string memory);

    std::int64_t waiting() const { return m_waiting; }
    std::int64_t dropped() const { return m_dropped; }
    void clear();

private:
    void makeRoom();

    static constexpr std::size_t kMostSpares = 4;
    std::vector<std::string> m_spares; ///< empty, each with room for a chunk
    std::deque<Chunk> m_full;
    Chunk m_open;
    std::size_t m_bytes = 0; ///< of the full ones
    std::int64_t m_waiting = 0;
    std::int64_t m_dropped = 0;
};

} // namespace tollgate
