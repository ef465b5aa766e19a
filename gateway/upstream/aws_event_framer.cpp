#include "gateway/upstream/aws_event_framer.h"

#include <array>

namespace tollgate {

namespace {

constexpr std::size_t kPrelude = 12; ///< lengths of frame and headers, their checksum
constexpr std::size_t kChecksum = 4;

constexpr std::array<std::uint32_t, 256> kCrcTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
        table[i] = value;
    }
    return table;
}();

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size = 4) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// Takes headers off the front: one byte of name length, name, one byte of type, value.
class HeaderReader {
public:
    explicit HeaderReader(std::string_view bytes)
        : m_rest(bytes) {}

    bool done() const { return m_rest.empty(); }

    /// False when they do not fit what the prelude said. `value` is empty for all but texts and bytes.
    bool next(std::string_view& name, std::string_view& value) {
        std::string_view length;
        std::string_view type;
        if (!take(1, length) || !take(static_cast<unsigned char>(length[0]), name) || !take(1, type))
            return false;
        constexpr std::array<std::size_t, 10> kSizes{0, 0, 1, 2, 4, 8, 0, 0, 8, 16};
        const auto kind = static_cast<unsigned char>(type[0]);
        if (kind >= kSizes.size())
            return false;
        value = {};
        const bool measured = kind == 6 || kind == 7; // bytes and texts say how long they are
        if (!measured) {
            std::string_view unused;
            return take(kSizes[kind], unused);
        }
        return take(2, length) && take(number(length, 0, 2), value);
    }

private:
    bool take(std::size_t size, std::string_view& part) {
        if (m_rest.size() < size)
            return false;
        part = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return true;
    }

    std::string_view m_rest;
};

} // namespace

std::uint32_t crc32Of(std::string_view bytes) {
    std::uint32_t value = 0xFFFFFFFFU;
    for (const char c : bytes)
        value = kCrcTable[(value ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (value >> 8U);
    return value ^ 0xFFFFFFFFU;
}

AwsEventFramer::Result AwsEventFramer::push(std::string_view bytes,
                                            const std::function<bool(const AwsEvent&)>& sink) {
    std::size_t used = 0;
    if (m_partial.empty()) {
        // The common case: whole frames in one read, taken where they lie.
        const Result result = consume(bytes, used, sink);
        m_partial.assign(bytes.substr(used));
        return result;
    }
    m_partial.append(bytes);
    const Result result = consume(m_partial, used, sink);
    m_partial.erase(0, used);
    return result;
}

AwsEventFramer::Result AwsEventFramer::consume(std::string_view bytes, std::size_t& used,
                                               const std::function<bool(const AwsEvent&)>& sink) {
    while (bytes.size() - used >= kPrelude) {
        const std::string_view rest = bytes.substr(used);
        const std::size_t size = number(rest, 0);
        const std::size_t headers = number(rest, 4);
        if (crc32Of(rest.substr(0, 8)) != number(rest, 8) || size < kPrelude + kChecksum ||
            headers > size - kPrelude - kChecksum)
            return Result::Corrupt;
        if (size > m_maxEventBytes)
            return Result::TooLarge;
        if (rest.size() < size)
            break;
        const std::string_view frame = rest.substr(0, size);
        AwsEvent event;
        if (crc32Of(frame.substr(0, size - kChecksum)) != number(frame, size - kChecksum) ||
            !parse(frame, headers, event))
            return Result::Corrupt;
        used += size;
        if (!sink(event))
            return Result::Stopped;
    }
    return Result::Ok;
}

bool AwsEventFramer::parse(std::string_view frame, std::size_t headerBytes, AwsEvent& event) {
    std::string_view kind;
    std::string_view type;
    std::string_view exception;
    std::string_view code;
    std::string_view message;
    HeaderReader reader(frame.substr(kPrelude, headerBytes));
    while (!reader.done()) {
        std::string_view name;
        std::string_view value;
        if (!reader.next(name, value))
            return false;
        if (name == ":message-type")
            kind = value;
        else if (name == ":event-type")
            type = value;
        else if (name == ":exception-type")
            exception = value;
        else if (name == ":error-code")
            code = value;
        else if (name == ":error-message")
            message = value;
    }
    event.raw = frame;
    event.data = frame.substr(kPrelude + headerBytes, frame.size() - kPrelude - headerBytes - kChecksum);
    event.name = type;
    if (kind == "exception" || kind == "error") {
        m_name.assign("exception:").append(kind == "error" ? code : exception);
        event.name = m_name;
        if (event.data.empty())
            event.data = message;
    }
    return true;
}

} // namespace tollgate
