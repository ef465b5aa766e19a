#include "gateway/upstream/sse_framer.h"

namespace tollgate {

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

struct Line {
    std::string_view text;
    std::size_t next = 0; ///< where the following line starts; npos: the line's end has not come
};

Line lineAt(std::string_view text, std::size_t start) {
    const std::size_t newline = text.find('\n', start);
    const std::size_t end = newline == std::string_view::npos ? text.size() : newline;
    const std::size_t carriage = text.substr(0, end).find('\r', start);
    if (carriage == std::string_view::npos) {
        if (newline == std::string_view::npos)
            return {{}, std::string_view::npos};
        return {text.substr(start, end - start), newline + 1};
    }
    if (carriage + 1 == text.size())
        return {{}, std::string_view::npos}; // a LF may follow in the next read
    const std::size_t next = text[carriage + 1] == '\n' ? carriage + 2 : carriage + 1;
    return {text.substr(start, carriage - start), next};
}

} // namespace

SseFramer::Result SseFramer::push(std::string_view bytes, const std::function<bool(const SseEvent&)>& sink) {
    std::size_t used = 0;
    if (m_partial.empty() && !m_atStart) {
        // The common case: whole events in one read, framed where they lie.
        const Result result = consume(bytes, sink, used);
        m_partial.assign(bytes.substr(used));
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
    const std::string text = std::move(m_partial);
    m_partial.clear();
    const Result result = consume(text, sink, used);
    m_partial.assign(text, used);
    return result;
}

SseFramer::Result SseFramer::consume(std::string_view text, const std::function<bool(const SseEvent&)>& sink,
                                     std::size_t& used) {
    std::size_t start = used;
    std::size_t at = start;
    for (;;) {
        const Line line = lineAt(text, at);
        if (line.next == std::string_view::npos)
            break;
        at = line.next;
        if (!line.text.empty())
            continue;
        const SseEvent event = parse(text.substr(start, at - start));
        start = at;
        used = at;
        if (event.raw.size() > m_maxEventBytes)
            return Result::TooLarge;
        if (!sink(event))
            return Result::Stopped;
    }
    return text.size() - start > m_maxEventBytes ? Result::TooLarge : Result::Ok;
}

SseEvent SseFramer::parse(std::string_view raw) {
    SseEvent event;
    event.raw = raw;
    for (std::size_t at = 0; at < raw.size();) {
        const Line line = lineAt(raw, at);
        if (line.next == std::string_view::npos)
            break;
        at = line.next;
        const std::size_t colon = line.text.find(':');
        const std::string_view field = line.text.substr(0, colon);
        std::string_view value =
            colon == std::string_view::npos ? std::string_view{} : line.text.substr(colon + 1);
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
