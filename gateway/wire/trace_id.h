#pragma once
// Identity of a request: a ULID, so that ids sort by time. 48 bits of milliseconds, 80 of randomness, in
// Crockford's base 32 (github.com/ulid/spec).

#include <cstdint>
#include <string>
#include <string_view>

namespace tollgate {

/// Not thread-safe: one per worker, seeded apart.
class UlidSource {
public:
    explicit UlidSource(std::uint64_t seed);
    /// Monotonic within one source, even inside one millisecond.
    std::string next(std::int64_t unixMs);

private:
    std::uint64_t random();

    std::uint64_t m_state[2];
    std::int64_t m_lastMs = -1;
    std::uint16_t m_high = 0;
    std::uint64_t m_low = 0;
};

/// What a caller may name a trace: 1–64 of [A-Za-z0-9_-].
bool isTraceId(std::string_view text);
/// The trace-id field of a W3C traceparent header, or empty when the header is malformed.
std::string_view traceIdOfTraceparent(std::string_view header);

/// A 64-bit seed from the system's entropy.
std::uint64_t randomSeed();

} // namespace tollgate
