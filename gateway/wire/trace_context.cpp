#include "gateway/wire/trace_context.h"

#include "gateway/wire/trace_id.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::size_t kUlidChars = 26;
constexpr std::size_t kTraceIdDigits = 32;
constexpr std::string_view kHex = "0123456789abcdef";

std::uint64_t splitMix(std::uint64_t z) {
    z += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

/// FNV-1a, 64 bits: ids are unique already, they only have to stay so.
std::uint64_t hashOf(std::string_view text, std::uint64_t basis) {
    std::uint64_t hash = basis;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return splitMix(hash);
}

void writeHex(char* digits, std::uint64_t value) {
    for (std::size_t i = 16; i-- > 0; value >>= 4U)
        digits[i] = kHex[value & 15U];
}

/// Values of Crockford's base 32 digits; -1: none of them.
constexpr std::array<int, 256> crockfordValues() {
    constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::array<int, 256> values{};
    for (int& value : values)
        value = -1;
    for (std::size_t i = 0; i < kAlphabet.size(); ++i)
        values[static_cast<unsigned char>(kAlphabet[i])] = static_cast<int>(i);
    return values;
}
constexpr std::array kCrockford = crockfordValues();

struct Bits {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    bool zero() const { return high == 0 && low == 0; }
};

std::optional<Bits> bitsOfUlid(std::string_view text) {
    if (text.size() != kUlidChars || text.front() > '7')
        return std::nullopt;
    Bits bits;
    for (const char c : text) {
        const int digit = kCrockford[static_cast<unsigned char>(c)];
        if (digit < 0)
            return std::nullopt;
        bits.high = (bits.high << 5U) | (bits.low >> 59U);
        bits.low = (bits.low << 5U) | static_cast<std::uint64_t>(digit);
    }
    return bits;
}

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// 32 hex digits, with or without the dashes of a UUID.
std::optional<Bits> bitsOfHex(std::string_view text) {
    Bits bits;
    std::size_t digits = 0;
    for (const char c : text) {
        if (c == '-')
            continue;
        const int digit = hexDigit(c);
        if (digit < 0 || ++digits > kTraceIdDigits)
            return std::nullopt;
        bits.high = (bits.high << 4U) | (bits.low >> 60U);
        bits.low = (bits.low << 4U) | static_cast<std::uint64_t>(digit);
    }
    if (digits != kTraceIdDigits)
        return std::nullopt;
    return bits;
}

Bits bitsOf(std::string_view traceId) {
    auto bits = bitsOfUlid(traceId);
    if (!bits)
        bits = bitsOfHex(traceId);
    if (bits && !bits->zero()) // all zero is no trace id
        return *bits;
    return {hashOf(traceId, 0xcbf29ce484222325ULL), hashOf(traceId, 0x84222325cbf29ce4ULL) | 1U};
}

bool isSampled(const Bits& bits, double ratio) {
    if (ratio >= 1)
        return true;
    // Ids of the same millisecond count up, so that their digits alone say too little.
    const auto dice = static_cast<double>(splitMix(bits.low ^ bits.high) >> 11U);
    return dice < ratio * 9007199254740992.0; // 2^53
}

} // namespace

std::optional<Traceparent> parseTraceparent(std::string_view header) {
    const std::string_view traceId = traceIdOfTraceparent(header);
    if (traceId.empty())
        return std::nullopt;
    const int flags = hexDigit(header[54]);
    return Traceparent{traceId, header.substr(36, 16), (flags & 1) != 0};
}

TraceContext traceContextOf(std::string_view traceparent, std::string_view traceId, double sampleRatio) {
    TraceContext context;
    if (const auto given = parseTraceparent(traceparent)) {
        std::ranges::copy(given->traceId, context.traceId.digits.begin());
        context.parentId = given->parentId;
        context.sampled = given->sampled;
        return context;
    }
    const Bits bits = bitsOf(traceId);
    writeHex(context.traceId.digits.data(), bits.high);
    writeHex(context.traceId.digits.data() + 16, bits.low);
    context.sampled = isSampled(bits, sampleRatio);
    return context;
}

SpanIds::SpanIds(std::string_view requestId)
    : m_base(hashOf(requestId, 0xcbf29ce484222325ULL)) {}

SpanIdText SpanIds::of(std::size_t attempt) const {
    SpanIdText span;
    const std::uint64_t id = splitMix(m_base + attempt);
    writeHex(span.digits.data(), id == 0 ? 1 : id); // all zero is no span id
    return span;
}

std::string traceparentFor(const TraceContext& context, const SpanIdText& span) {
    std::string header;
    header.reserve(55);
    header.append("00-").append(context.traceId.view()).append("-").append(span.view());
    return header.append(context.sampled ? "-01" : "-00");
}

} // namespace tollgate
