#pragma once
// Writes the JSON of spans into memory that serves again for every request. Spans are some forty short pieces
// each, nearly all of them constants: inlined, a piece is a few moves, where appending to a std::string is a
// call.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace tollgate {

/// Not thread-safe.
class OtlpPen {
public:
    void clear() { m_size = 0; }
    std::string_view view() const { return {m_memory.data(), m_size}; }

    void put(std::string_view text) {
        char* const to = room(text.size());
        std::memcpy(to, text.data(), text.size());
        m_size += text.size();
    }
    /// `"quoted"`, with bytes that are no UTF-8 replaced.
    void quoted(std::string_view text);
    void number(std::int64_t number);
    /// number / 10^places, exactly: a shortest decimal.
    void decimal(std::int64_t number, int places);

    // Attributes behind others of the same list. An empty text is left out.
    void text(std::string_view key, std::string_view value) {
        if (!value.empty())
            someText(key, value);
    }
    void integer(std::string_view key, std::int64_t value) {
        put(",{\"key\":\"");
        put(key);
        put("\",\"value\":{\"intValue\":\"");
        number(value);
        put("\"}}");
    }
    void real(std::string_view key, std::int64_t value, int places) {
        put(",{\"key\":\"");
        put(key);
        put("\",\"value\":{\"doubleValue\":");
        decimal(value, places);
        put("}}");
    }
    /// Of words that need no escaping, with commas between them.
    void words(std::string_view key, std::string_view list);

private:
    void someText(std::string_view key, std::string_view value);
    void grow(std::size_t bytes);
    char* room(std::size_t bytes) {
        if (m_memory.size() - m_size < bytes) [[unlikely]]
            grow(bytes);
        return m_memory.data() + m_size;
    }

    std::string m_memory;
    std::size_t m_size = 0; ///< of it that is written
};

} // namespace tollgate
