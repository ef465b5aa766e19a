#include "gateway/upstream/sse_framer.h"

#include <algorithm>

namespace tollgate {

namespace {
constexpr std::string_view kBom = "\xEF\xBB\xBF";
}

bool SseFramer::nextLine(std::string_view text, Cursor& cursor, std::string_view& line) {
    const std::size_t newline = text.find('\n', cursor.scan);
    const std::size_t limit = std::min(newline, text.size());
    const std::size_t carriage = text.substr(0, limit).find('\r', cursor.scan);
    if (carriage == std::string_view::npos && newline == std::string_view::npos) {
        cursor.scan = text.size();
        return false;
    }
    if (carriage == std::string_view::npos) {
        line = text.substr(cursor.line, newline - cursor.line);
        cursor.line = cursor.scan = newline + 1;
        return true;
    }
    if (carriage + 1 == text.size()) {
        cursor.scan = carriage; // a LF may follow in the next read
        return false;
    }
    line = text.substr(cursor.line, carriage - cursor.line);
    cursor.line = cursor.scan = carriage + (text[carriage + 1] == '\n' ? 2 : 1);
    return true;
}

/// The common case at once: "data: …", or "event: …" and "data: …", with all of it here and plain line ends.
bool SseFramer::wholeEvent(std::string_view text, Cursor& cursor, SseEvent& event) {
    constexpr std::string_view kEvent = "event: ";
    constexpr std::string_view kData = "data: ";
    if (cursor.scan != cursor.event)
        return false;
    const std::string_view rest = text.substr(cursor.event);
    std::string_view name;
    std::size_t line = 0;
    if (rest.starts_with(kEvent)) {
        line = rest.find('\n') + 1; // 0 when there is none
        if (line == 0)
            return false;
        name = rest.substr(kEvent.size(), line - 1 - kEvent.size());
    }
    if (!rest.substr(line).starts_with(kData))
        return false;
    const std::size_t end = rest.find('\n', line);
    if (end == std::string_view::npos || end + 1 >= rest.size() || rest[end + 1] != '\n' ||
        rest.substr(0, end).find('\r') != std::string_view::npos)
        return false;
    const std::size_t data = line + kData.size();
    event = {name, rest.substr(data, end - data), rest.substr(0, end + 2), true};
    cursor.event = cursor.line = cursor.scan = cursor.event + end + 2;
    return true;
}

SseFramer::Result SseFramer::push(std::string_view bytes, const std::function<bool(const SseEvent&)>& sink) {
    if (m_partial.empty() && !m_atStart) {
        // The common case: whole events in one read, framed where they lie.
        Cursor cursor;
        const Result result = consume(bytes, cursor, sink);
        m_partial.assign(bytes.substr(cursor.event));
        m_cursor = {0, cursor.line - cursor.event, cursor.scan - cursor.event};
        return result;
    }
    m_partial.append(bytes);
    if (m_atStart) {
        if (m_partial.size() < kBom.size() && kBom.starts_with(m_partial))
            return Result::Ok;
        m_atStart = false;
        if (m_partial.starts_with(kBom))
            m_partial.erase(0, kBom.size());
    }
    const Result result = consume(m_partial, m_cursor, sink);
    m_partial.erase(0, m_cursor.event);
    m_cursor = {0, m_cursor.line - m_cursor.event, m_cursor.scan - m_cursor.event};
    return result;
}

SseFramer::Result SseFramer::consume(std::string_view text, Cursor& cursor,
                                     const std::function<bool(const SseEvent&)>& sink) {
    std::string_view line;
    for (;;) {
        SseEvent event;
        if (!wholeEvent(text, cursor, event)) {
            if (!nextLine(text, cursor, line))
                break;
            if (!line.empty())
                continue;
            event = parse(text.substr(cursor.event, cursor.line - cursor.event));
            cursor.event = cursor.line;
        }
        if (event.raw.size() > m_maxEventBytes)
            return Result::TooLarge;
        if (!sink(event))
            return Result::Stopped;
    }
    return text.size() - cursor.event > m_maxEventBytes ? Result::TooLarge : Result::Ok;
}

SseEvent SseFramer::parse(std::string_view raw) {
    SseEvent event;
    event.raw = raw;
    Cursor cursor;
    std::string_view line;
    while (cursor.line < raw.size()) {
        if (!nextLine(raw, cursor, line)) {
            if (cursor.scan >= raw.size())
                break;
            line = raw.substr(cursor.line, cursor.scan - cursor.line); // raw ends in a lone CR
            cursor.line = raw.size();
        }
        const std::size_t colon = line.find(':');
        const std::string_view field = line.substr(0, colon);
        std::string_view value =
            colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 1);
        if (value.starts_with(' '))
            value.remove_prefix(1);
        if (field == "event") {
            event.name = value;
        } else if (field == "data") {
            if (!event.hasData) {
                event.data = value;
            } else {
                if (event.data.data() != m_joined.data())
                    m_joined.assign(event.data);
                m_joined.append("\n").append(value);
                event.data = m_joined;
            }
            event.hasData = true;
        }
    }
    return event;
}

} // namespace tollgate
