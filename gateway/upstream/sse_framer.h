#pragma once
// Server-sent events out of bytes that may be cut anywhere (WHATWG HTML §9.2.6).

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace tollgate {

/// Views are valid during the callback only.
struct SseEvent {
    std::string_view name; ///< empty: "message"
    std::string_view data; ///< data lines joined by \n
    std::string_view raw;  ///< the event as it came, with its blank line
    bool hasData = false;  ///< false: only comments or fields without data
};

/// Not thread-safe. Understands LF, CRLF and CR, comments, several data lines, a missing space after the
/// colon, a BOM.
class SseFramer {
public:
    explicit SseFramer(std::size_t maxEventBytes = 8 * 1024 * 1024)
        : m_maxEventBytes(maxEventBytes) {}

    enum class Result { Ok, Stopped, TooLarge };
    /// Calls `sink` for each event that is now complete, until it returns false.
    Result push(std::string_view bytes, const std::function<bool(const SseEvent&)>& sink);

    /// Bytes of an event whose end has not come.
    bool hasPartial() const { return !m_partial.empty(); }

private:
    /// How far the bytes at hand have been looked at, so that a long event is not searched again with every
    /// read.
    struct Cursor {
        std::size_t event = 0; ///< where the current event starts
        std::size_t line = 0;  ///< where the current line starts
        std::size_t scan = 0;  ///< no line ends before here
    };

    static bool nextLine(std::string_view text, Cursor& cursor, std::string_view& line);
    static bool wholeEvent(std::string_view text, Cursor& cursor, SseEvent& event);
    Result consume(std::string_view text, Cursor& cursor, const std::function<bool(const SseEvent&)>& sink);
    SseEvent parse(std::string_view raw);

    const std::size_t m_maxEventBytes;
    std::string m_partial;
    Cursor m_cursor; ///< in m_partial
    std::string m_joined;
    bool m_atStart = true;
};

} // namespace tollgate
