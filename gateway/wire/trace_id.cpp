#include "gateway/wire/trace_id.h"

#include <algorithm>
#include <random>

namespace tollgate {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::uint64_t splitMix(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

bool isLowerHex(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isNonZeroHex(std::string_view text) {
    return isLowerHex(text) && text.find_first_not_of('0') != std::string_view::npos;
}

} // namespace

UlidSource::UlidSource(std::uint64_t seed) {
    m_state[0] = splitMix(seed);
    m_state[1] = splitMix(seed);
}

std::uint64_t UlidSource::random() {
    // xoroshiro128+ (prng.di.unimi.it): uniqueness is wanted here, not secrecy.
    const std::uint64_t a = m_state[0];
    std::uint64_t b = m_state[1];
    const std::uint64_t result = a + b;
    b ^= a;
    m_state[0] = ((a << 24U) | (a >> 40U)) ^ b ^ (b << 16U);
    m_state[1] = (b << 37U) | (b >> 27U);
    return result;
}

std::string UlidSource::next(std::int64_t unixMs) {
    if (unixMs <= m_lastMs) {
        if (++m_low == 0)
            ++m_high;
    } else {
        m_lastMs = unixMs;
        m_high = static_cast<std::uint16_t>(random() >> 48U);
        m_low = random();
    }
    // 130 bits hold the 128 of the id; the first character carries only three.
    std::string text(26, '0');
    auto time = static_cast<std::uint64_t>(m_lastMs);
    for (std::size_t i = 10; i-- > 0; time >>= 5U)
        text[i] = kAlphabet[time & 31U];
    std::uint64_t low = m_low;
    std::uint64_t high = m_high;
    for (std::size_t i = 26; i-- > 10;) {
        text[i] = kAlphabet[low & 31U];
        low = (low >> 5U) | (high << 59U);
        high >>= 5U;
    }
    return text;
}

bool isTraceId(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
               c == '-';
    });
}

std::string_view traceIdOfTraceparent(std::string_view header) {
    // 00-<32 hex>-<16 hex>-<2 hex>; later versions may append "-…". W3C Trace Context §3.2, §4.3.
    if (header.size() < 55 || header[2] != '-' || header[35] != '-' || header[52] != '-')
        return {};
    const std::string_view version = header.substr(0, 2);
    const bool ends = header.size() == 55 || (version != "00" && header[55] == '-');
    if (!isLowerHex(version) || version == "ff" || !ends)
        return {};
    const std::string_view id = header.substr(3, 32);
    if (!isNonZeroHex(id) || !isNonZeroHex(header.substr(36, 16)) || !isLowerHex(header.substr(53, 2)))
        return {};
    return id;
}

std::uint64_t randomSeed() {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32U) | device();
}

} // namespace tollgate
