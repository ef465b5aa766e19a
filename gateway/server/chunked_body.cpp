#include "gateway/server/chunked_body.h"

#include <algorithm>

namespace tollgate {

namespace {

int hexValue(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

ChunkedBody::State ChunkedBody::sizeByte(char c, std::size_t room) {
    const int digit = hexValue(c);
    if (digit >= 0) {
        m_left = m_left * 16 + static_cast<unsigned>(digit);
        m_step = Step::Size;
        if (++m_digits > 16)
            return State::Malformed;
        return m_left > room ? State::TooLarge : State::NeedMore;
    }
    if (m_step == Step::SizeFirst)
        return State::Malformed;
    if (c == '\r')
        m_step = Step::SizeLf;
    else if (c == ';' || c == ' ' || c == '\t')
        m_step = Step::Extension;
    else
        return State::Malformed;
    return State::NeedMore;
}

/// A byte of framing outside the sizes; false when it is wrong or there is too much of it.
bool ChunkedBody::lineByte(char c) {
    switch (m_step) {
    case Step::Extension:
        if (c == '\r')
            m_step = Step::SizeLf;
        return c != '\n' && ++m_overhead <= kMaxOverhead;
    case Step::SizeLf:
        m_step = m_left == 0 ? Step::TrailerStart : Step::Data;
        return c == '\n';
    case Step::DataCr:
        m_step = Step::DataLf;
        return c == '\r';
    case Step::DataLf:
        m_step = Step::SizeFirst;
        return c == '\n';
    case Step::TrailerStart:
        m_step = c == '\r' ? Step::EndLf : Step::Trailer;
        return c != '\n' && ++m_overhead <= kMaxOverhead;
    case Step::Trailer:
        if (c == '\r')
            m_step = Step::TrailerLf;
        return c != '\n' && ++m_overhead <= kMaxOverhead;
    case Step::TrailerLf:
        m_step = Step::TrailerStart;
        return c == '\n';
    default:
        return false;
    }
}

ChunkedBody::State ChunkedBody::feed(std::string_view& input, std::string& body, std::size_t limit) {
    while (!input.empty()) {
        if (m_step == Step::Data) {
            const std::size_t take = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, input.size()));
            body.append(input.substr(0, take));
            input.remove_prefix(take);
            m_left -= take;
            if (m_left == 0)
                m_step = Step::DataCr;
            continue;
        }
        const char c = input.front();
        input.remove_prefix(1);
        if (m_step == Step::SizeFirst || m_step == Step::Size) {
            if (m_step == Step::SizeFirst) {
                m_left = 0;
                m_digits = 0;
            }
            const State state = sizeByte(c, limit - std::min(limit, body.size()));
            if (state != State::NeedMore)
                return state;
            continue;
        }
        if (m_step == Step::EndLf)
            return c == '\n' ? State::Done : State::Malformed;
        if (!lineByte(c))
            return State::Malformed;
    }
    return State::NeedMore;
}

} // namespace tollgate
