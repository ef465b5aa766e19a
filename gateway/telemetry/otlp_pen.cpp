#include "gateway/telemetry/otlp_pen.h"

#include "gateway/telemetry/otlp_json.h"
#include "gateway/wire/utf8.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

constexpr std::size_t kFirstBytes = 8 * 1024;
constexpr std::size_t kMostDigits = 20;

/// "00", "01", … "99"
constexpr std::array<char, 200> pairsOfDigits() {
    std::array<char, 200> pairs{};
    for (std::size_t i = 0; i < 100; ++i) {
        pairs[2 * i] = static_cast<char>('0' + i / 10);
        pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return pairs;
}
constexpr std::array kPairs = pairsOfDigits();

/// Writes the digits so that they end at `end`; answers where they begin.
char* digitsBefore(char* end, std::uint64_t number) {
    while (number >= 100) {
        const auto pair = static_cast<std::size_t>(number % 100);
        number /= 100;
        end -= 2;
        std::memcpy(end, kPairs.data() + 2 * pair, 2);
    }
    if (number >= 10) {
        end -= 2;
        std::memcpy(end, kPairs.data() + 2 * static_cast<std::size_t>(number), 2);
        return end;
    }
    *--end = static_cast<char>('0' + number);
    return end;
}

std::uint64_t magnitude(std::int64_t number) {
    return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

} // namespace

void OtlpPen::grow(std::size_t bytes) {
    m_memory.resize(std::max({kFirstBytes, 2 * m_memory.size(), m_size + bytes}));
}

void OtlpPen::quoted(std::string_view text) {
    if (plainEnd(text, 0) == text.size()) {
        put("\"");
        put(text);
        put("\"");
        return;
    }
    std::string escaped;
    appendJsonText(escaped, text);
    put(escaped);
}

void OtlpPen::someText(std::string_view key, std::string_view value) {
    put(",{\"key\":\"");
    put(key);
    put("\",\"value\":{\"stringValue\":");
    quoted(value);
    put("}}");
}

void OtlpPen::number(std::int64_t number) {
    std::array<char, kMostDigits> digits;
    char* const end = digits.data() + digits.size();
    const char* const begin = digitsBefore(end, magnitude(number));
    if (number < 0)
        put("-");
    put({begin, static_cast<std::size_t>(end - begin)});
}

void OtlpPen::decimal(std::int64_t number, int places) {
    std::array<char, 2 * kMostDigits> digits;
    char* end = digits.data() + digits.size();
    char* begin = digitsBefore(end, magnitude(number));
    char* const point = end - places;
    while (begin >= point) // a digit before the point at least
        *--begin = '0';
    if (number < 0)
        put("-");
    put({begin, static_cast<std::size_t>(point - begin)});
    while (end > point && end[-1] == '0')
        --end;
    if (end == point)
        return;
    put(".");
    put({point, static_cast<std::size_t>(end - point)});
}

void OtlpPen::words(std::string_view key, std::string_view list) {
    if (list.empty())
        return;
    put(",{\"key\":\"");
    put(key);
    put("\",\"value\":{\"arrayValue\":{\"values\":[");
    for (std::string_view separator;; separator = ",") {
        const std::size_t comma = std::min(list.find(','), list.size());
        put(separator);
        put("{\"stringValue\":\"");
        put(list.substr(0, comma));
        put("\"}");
        if (comma == list.size())
            break;
        list.remove_prefix(comma + 1);
    }
    put("]}}}");
}

} // namespace tollgate
