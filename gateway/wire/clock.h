#pragma once
// The only source of time. Tests inject ManualClock.

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

/// Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    virtual std::int64_t unixMs() const = 0;      ///< wall clock, UTC
    virtual std::int64_t monotonicNs() const = 0; ///< for durations; never goes back

    static const Clock& system();
};

class ManualClock final : public Clock {
public:
    explicit ManualClock(std::int64_t startUnixMs = 1'767'225'600'000)
        : m_unixMs(startUnixMs) {}
    std::int64_t unixMs() const override { return m_unixMs.load(); }
    std::int64_t monotonicNs() const override { return m_monotonicNs.load(); }
    void advanceMs(std::int64_t ms) {
        m_unixMs += ms;
        m_monotonicNs += ms * 1'000'000;
    }
    void setUnixMs(std::int64_t ms) { m_unixMs = ms; }

private:
    std::atomic<std::int64_t> m_unixMs;
    std::atomic<std::int64_t> m_monotonicNs{1};
};

/// "2026-11-22T03:04:05.678Z"; milliseconds only when they are not zero.
std::string toRfc3339(std::int64_t unixMs);
/// Accepts RFC 3339 with any offset, or a bare date (midnight UTC).
std::optional<std::int64_t> fromRfc3339(std::string_view text);
/// "2026-11-22" of the UTC day that holds the instant.
std::string utcDay(std::int64_t unixMs);

constexpr std::int64_t kMsPerHour = 3'600'000;
constexpr std::int64_t kMsPerDay = 24 * kMsPerHour;

} // namespace tollgate
