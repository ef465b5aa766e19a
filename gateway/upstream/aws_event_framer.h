#pragma once
// AWS event streams (application/vnd.amazon.eventstream) out of bytes that may be cut anywhere
// (smithy.io/2.0/aws/amazon-eventstream.html).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace tollgate {

/// Views are valid during the callback only.
struct AwsEvent {
    std::string_view name; ///< ":event-type"; of exceptions and errors "exception:" and their type or code
    std::string_view data; ///< the payload; of errors without one their message
    std::string_view raw;  ///< the frame as it came
};

/// Not thread-safe. Checks both checksums of every frame.
class AwsEventFramer {
public:
    explicit AwsEventFramer(std::size_t maxEventBytes = 16 * 1024 * 1024)
        : m_maxEventBytes(maxEventBytes) {}

    enum class Result { Ok, Stopped, TooLarge, Corrupt };
    /// Calls `sink` for each frame that is now complete, until it returns false. After TooLarge or Corrupt
    /// there is no finding the next frame.
    Result push(std::string_view bytes, const std::function<bool(const AwsEvent&)>& sink);

    /// Bytes of a frame whose end has not come.
    bool hasPartial() const { return !m_partial.empty(); }

private:
    Result consume(std::string_view bytes, std::size_t& used,
                   const std::function<bool(const AwsEvent&)>& sink);
    bool parse(std::string_view frame, std::size_t headerBytes, AwsEvent& event);

    const std::size_t m_maxEventBytes;
    std::string m_partial;
    std::string m_name;
};

/// CRC-32 as in IEEE 802.3 and zlib.
std::uint32_t crc32Of(std::string_view bytes);

} // namespace tollgate
