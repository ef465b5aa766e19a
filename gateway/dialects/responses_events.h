#pragma once
// Server-sent events of an OpenAI Responses stream: `event:` and `data:` lines, numbered without a gap
// (platform.openai.com/docs/api-reference/responses-streaming).

#include <cstdint>
#include <string>
#include <string_view>

namespace tollgate {

class ResponsesEvents {
public:
    /// Not streaming: nothing is written.
    explicit ResponsesEvents(bool streaming)
        : m_streaming(streaming) {}

    bool streaming() const { return m_streaming; }
    /// `members`: of the event's object besides type and sequence_number, as JSON without braces.
    void send(std::string_view type, std::string_view members);
    std::string take();

private:
    const bool m_streaming;
    std::int64_t m_next = 0;
    std::string m_bytes;
};

} // namespace tollgate
