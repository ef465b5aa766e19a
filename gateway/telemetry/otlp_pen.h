#pragma once
// Writes the JSON of spans straight into the memory that will be sent. Spans are some forty short pieces
// each, nearly all of them constants: inlined, a piece is a few moves, where appending to a std::string is a
// call.

#include "gateway/telemetry/otlp_literal.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace tollgate {

/// Not thread-safe.
class OtlpPen {
public:
    /// Goes on in memory that may have served before: what is in it is written over.
    void begin(std::string memory);
    /// What was written; the pen has no memory after that.
    std::string end();
    std::size_t size() const { return m_size; }
    std::string_view view() const { return {m_memory.data(), m_size}; }
    /// Takes the last byte back.
    void back() { --m_size; }

    void put(std::string_view text) {
        std::memcpy(room(text.size()), text.data(), text.size());
        m_size += text.size();
    }
    /// `"quoted"`, with bytes that are no UTF-8 replaced.
    void quoted(std::string_view text);
    void number(std::int64_t number);
    /// number / 10^places, exactly: a shortest decimal.
    void decimal(std::int64_t number, int places);
    /// Nanoseconds since 1970, of microseconds; what was before is 0.
    void time(std::int64_t us);

    // Attributes behind others of the same list. An empty text is left out.
    template <OtlpLiteral Key>
    void text(std::string_view value) {
        if (value.empty())
            return;
        put(otlpJoined<",{\"key\":\"", Key, "\",\"value\":{\"stringValue\":">());
        quoted(value);
        put("}}");
    }
    /// Of a text that needs no escaping.
    template <OtlpLiteral Key>
    void word(std::string_view value) {
        if (value.empty())
            return;
        put(otlpJoined<",{\"key\":\"", Key, "\",\"value\":{\"stringValue\":\"">());
        put(value);
        put("\"}}");
    }
    template <OtlpLiteral Key>
    void integer(std::int64_t value) {
        put(otlpJoined<",{\"key\":\"", Key, "\",\"value\":{\"intValue\":\"">());
        number(value);
        put("\"}}");
    }
    template <OtlpLiteral Key>
    void real(std::int64_t value, int places) {
        put(otlpJoined<",{\"key\":\"", Key, "\",\"value\":{\"doubleValue\":">());
        decimal(value, places);
        put("}}");
    }
    /// Of words that need no escaping, with commas between them.
    template <OtlpLiteral Key>
    void words(std::string_view list) {
        if (list.empty())
            return;
        put(otlpJoined<",{\"key\":\"", Key, "\",\"value\":{\"arrayValue\":{\"values\":[">());
        values(list);
        put("]}}}");
    }

private:
    static constexpr std::size_t kSecondDigits = 10; ///< until the year 2286

    void values(std::string_view list);
    void escaped(std::string_view text);
    void grow(std::size_t bytes);
    char* room(std::size_t bytes) {
        if (m_memory.size() - m_size < bytes) [[unlikely]]
            grow(bytes);
        return m_memory.data() + m_size;
    }

    std::string m_memory;
    std::size_t m_size = 0;     ///< of it that is written
    std::int64_t m_second = -1; ///< what time() wrote last; requests come close together
    std::array<char, kSecondDigits> m_secondText{};
};

} // namespace tollgate
