#include "gateway/wire/trace_context.h"

#include "gateway/wire/trace_id.h"

#include <algorithm>
#include <cstring>

namespace tollgate {

namespace {

constexpr std::size_t kUlidChars = 26;
constexpr std::size_t kTraceIdDigits = 32;
constexpr std::size_t kTraceparentBytes = 55;

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

/// "00", "01", … "ff"
constexpr std::array<char, 512> pairsOfHex() {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::array<char, 512> pairs{};
    for (std::size_t i = 0; i < 256; ++i) {
        pairs[2 * i] = kHex[i >> 4U];
        pairs[2 * i + 1] = kHex[i & 15U];
    }
    return pairs;
}
constexpr std::array kHexPairs = pairsOfHex();

void writeHex(char* digits, std::uint64_t value) {
    for (std::size_t i = 16; i > 0; value >>= 8U) {
        i -= 2;
        std::memcpy(digits + i, kHexPairs.data() + 2 * (value & 255U), 2);
    }
}

/// Values of Crockford's base 32 digits; above 31: none of them.
constexpr std::array<unsigned char, 256> crockfordValues() {
    constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::array<unsigned char, 256> values{};
    for (unsigned char& value : values)
        value = 255;
    for (std::size_t i = 0; i < kAlphabet.size(); ++i)
        values[static_cast<unsigned char>(kAlphabet[i])] = static_cast<unsigned char>(i);
    return values;
}
constexpr std::array kCrockford = crockfordValues();

struct Bits {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    bool zero() const { return high == 0 && low == 0; }
};

/// Five bits a digit; `seen` gathers what is no digit above them.
std::uint64_t crockfordBits(std::string_view digits, unsigned& seen) {
    std::uint64_t bits = 0;
    for (const char c : digits) {
        const unsigned digit = kCrockford[static_cast<unsigned char>(c)];
        seen |= digit;
        bits = (bits << 5U) | digit;
    }
    return bits;
}

std::optional<Bits> bitsOfUlid(std::string_view text) {
    if (text.size() != kUlidChars || text.front() > '7')
        return std::nullopt;
    unsigned seen = 0;
    const std::uint64_t top = crockfordBits(text.substr(0, 2), seen);     // 8 bits
    const std::uint64_t middle = crockfordBits(text.substr(2, 12), seen); // 60
    const std::uint64_t last = crockfordBits(text.substr(14, 12), seen);  // 60
    if (seen > 31)
        return std::nullopt;
    return Bits{(top << 56U) | (middle >> 4U), (middle << 60U) | last};
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

/// A ULID's own bits tell requests apart; others are hashed.
SpanIds::SpanIds(std::string_view requestId) {
    if (const auto bits = bitsOfUlid(requestId))
        m_base = splitMix(bits->high ^ splitMix(bits->low));
    else
        m_base = hashOf(requestId, 0xcbf29ce484222325ULL);
}

SpanIdText SpanIds::of(std::size_t attempt) const {
    SpanIdText span;
    const std::uint64_t id = splitMix(m_base + attempt);
    writeHex(span.digits.data(), id == 0 ? 1 : id); // all zero is no span id
    return span;
}

std::string traceparentFor(const TraceContext& context, const SpanIdText& span) {
    std::array<char, kTraceparentBytes> header{};
    char* to = header.data();
    const auto put = [&to](std::string_view text) { to = std::ranges::copy(text, to).out; };
    put("00-");
    put(context.traceId.view());
    put("-");
    put(span.view());
    put(context.sampled ? "-01" : "-00");
    return {header.data(), header.size()};
}

} // namespace tollgate
