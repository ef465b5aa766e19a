#include "gateway/telemetry/otlp_pen.h"

#include "gateway/telemetry/otlp_json.h"
#include "gateway/wire/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tollgate {

namespace {

constexpr std::size_t kFirstBytes = 8 * 1024;
constexpr std::size_t kMostDigits = 20; // of 64 bits, with the sign

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

void OtlpPen::begin(std::string memory) {
    m_memory = std::move(memory);
    m_size = 0;
}

std::string OtlpPen::end() {
    m_memory.resize(m_size);
    m_size = 0;
    return std::exchange(m_memory, {});
}

/// Within the memory there is as long as that will do.
void OtlpPen::grow(std::size_t bytes) {
    const std::size_t needed = m_size + bytes;
    std::size_t size = std::max({kFirstBytes, m_memory.size() + m_memory.size() / 2, needed});
    if (needed <= m_memory.capacity())
        size = std::min(size, m_memory.capacity());
    m_memory.resize(size);
}

void OtlpPen::quoted(std::string_view text) {
    if (plainEnd(text, 0) != text.size()) {
        escaped(text);
        return;
    }
    char* const to = room(text.size() + 2);
    to[0] = '"';
    std::memcpy(to + 1, text.data(), text.size());
    to[text.size() + 1] = '"';
    m_size += text.size() + 2;
}

void OtlpPen::escaped(std::string_view text) {
    std::string escaped;
    appendJsonText(escaped, text);
    put(escaped);
}

void OtlpPen::number(std::int64_t number) {
    std::array<char, 2 * kMostDigits> digits{}; // the second half only so that as many are copied always
    char* const end = digits.data() + kMostDigits;
    char* begin = digitsBefore(end, magnitude(number));
    if (number < 0)
        *--begin = '-';
    std::memcpy(room(kMostDigits), begin, kMostDigits);
    m_size += static_cast<std::size_t>(end - begin);
}

void OtlpPen::time(std::int64_t us) {
    constexpr std::int64_t kPerSecond = 1'000'000;
    us = std::max<std::int64_t>(us, 0);
    const std::int64_t second = us / kPerSecond;
    if (second != m_second) {
        std::array<char, kMostDigits> digits;
        digits.fill('0');
        char* const end = digits.data() + digits.size();
        digitsBefore(end, magnitude(second));
        std::memcpy(m_secondText.data(), end - kSecondDigits, kSecondDigits);
        m_second = second;
    }
    auto rest = static_cast<std::size_t>(us - second * kPerSecond);
    char* const to = room(kSecondDigits + 9);
    std::memcpy(to, m_secondText.data(), kSecondDigits);
    for (std::size_t at = kSecondDigits + 6; at > kSecondDigits; rest /= 100) {
        at -= 2;
        std::memcpy(to + at, kPairs.data() + 2 * (rest % 100), 2);
    }
    std::fill_n(to + kSecondDigits + 6, 3, '0');
    m_size += kSecondDigits + 9;
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

void OtlpPen::values(std::string_view list) {
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
}

} // namespace tollgate
