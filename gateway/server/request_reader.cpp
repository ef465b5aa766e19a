#include "gateway/server/request_reader.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::string_view kEndOfHead = "\r\n\r\n";
constexpr std::size_t kReserveAtOnce = 1024 * 1024; ///< a client's word is not enough for more
constexpr std::size_t kKeptHead = 4 * 1024;

constexpr Refusal kHeadTooLarge{
    431, "headers_too_large", "the request line and header fields are over the limit", {}};
constexpr Refusal kBodyTooLarge{413, "request_too_large", "the request body is over the limit", {}};
constexpr Refusal kBadChunks{400, "bad_request", "the chunked request body is malformed", {}};

} // namespace

RequestReader::State RequestReader::feed(std::string_view& input) {
    if (m_state == State::Empty || m_state == State::Head)
        m_state = readHead(input);
    if (m_state == State::Body)
        m_state = readBody(input);
    return m_state;
}

RequestReader::State RequestReader::readHead(std::string_view& input) {
    if (m_state == State::Empty) {
        // An empty line before the request line is allowed (RFC 9112 §2.2), and some old clients send one.
        while (!input.empty() && (input.front() == '\r' || input.front() == '\n'))
            input.remove_prefix(1);
        if (input.empty())
            return State::Empty;
    }
    const std::size_t kept = m_headText.size();
    const std::size_t from = kept < 3 ? 0 : kept - 3;
    const std::size_t room = m_headLimit > kept ? m_headLimit - kept : 0;
    std::size_t end = std::string_view::npos;
    if (kept == 0) {
        end = input.find(kEndOfHead);
        if (end != std::string_view::npos)
            end += kEndOfHead.size();
        const std::size_t take = std::min(end, input.size());
        m_headText.append(input.substr(0, std::min(take, room + 1)));
        input.remove_prefix(take);
    } else {
        const std::string_view part = input.substr(0, std::min(input.size(), room + 1));
        m_headText.append(part);
        end = m_headText.find(kEndOfHead, from);
        if (end != std::string::npos) {
            end += kEndOfHead.size();
            m_headText.resize(end);
            input.remove_prefix(end - kept);
        } else {
            input.remove_prefix(part.size());
        }
    }
    if (m_headText.size() > m_headLimit)
        return refuse(kHeadTooLarge);
    return end == std::string_view::npos ? State::Head : headDone(!input.empty());
}

RequestReader::State RequestReader::headDone(bool moreInput) {
    if (const Refusal refusal = parseHead(m_headText, m_head))
        return refuse(refusal);
    m_headParsed = true;
    if (const Refusal refusal = m_judge.judge(m_head))
        return refuse(refusal);
    if (m_head.contentLength > 0 && static_cast<std::uint64_t>(m_head.contentLength) > m_bodyLimit)
        return refuse(kBodyTooLarge);
    if (m_head.contentLength <= 0 && !m_head.chunked)
        return State::Complete;
    if (m_head.contentLength > 0)
        m_body.reserve(std::min(static_cast<std::size_t>(m_head.contentLength), kReserveAtOnce));
    m_continueWanted = m_head.expectContinue && m_head.minorVersion == 1 && !moreInput;
    return State::Body;
}

RequestReader::State RequestReader::readBody(std::string_view& input) {
    if (m_head.chunked) {
        switch (m_chunked.feed(input, m_body, m_bodyLimit)) {
        case ChunkedBody::State::NeedMore:
            return State::Body;
        case ChunkedBody::State::Done:
            return State::Complete;
        case ChunkedBody::State::TooLarge:
            return refuse(kBodyTooLarge);
        case ChunkedBody::State::Malformed:
            return refuse(kBadChunks);
        }
    }
    const std::size_t length = static_cast<std::size_t>(m_head.contentLength);
    const std::size_t take = std::min(length - m_body.size(), input.size());
    m_body.append(input.substr(0, take));
    input.remove_prefix(take);
    return m_body.size() == length ? State::Complete : State::Body;
}

RequestReader::State RequestReader::refuse(const Refusal& refusal) {
    m_refusal = refusal;
    return State::Refused;
}

std::string_view RequestReader::requestLine() const {
    const std::string_view text(m_headText);
    return text.substr(0, text.find('\r'));
}

std::string_view RequestReader::path() const {
    if (m_headParsed)
        return m_head.path;
    std::string_view line = requestLine();
    line.remove_prefix(std::min(line.find(' '), line.size()));
    while (line.starts_with(' '))
        line.remove_prefix(1);
    return line.substr(0, line.find_first_of(" ?"));
}

void RequestReader::reset() {
    m_state = State::Empty;
    m_headParsed = false;
    m_headText.clear();
    if (m_headText.capacity() > kKeptHead)
        m_headText.shrink_to_fit();
    m_body = std::string();
    m_chunked.reset();
    m_refusal = Refusal();
    m_continueWanted = false;
}

} // namespace tollgate
