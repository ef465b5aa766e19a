#pragma once
// Whose share of a machine's hour a request is. A local target costs so much an hour whether it runs one
// request or eight: at every instant each of the requests that run there bears an equal part, so that
// together they bear exactly the time in which it was busy, and idle time is nobody's. Integers throughout;
// what does not divide is carried over, never charged twice.

#include "gateway/config/snapshot.h"

#include <cstdint>
#include <mutex>
#include <string_view>

namespace tollgate {

/// Thread-safe: one short lock when a request begins and ends at a target that is paid by the hour; others
/// never come here. Must outlive its shares.
class HourMeter {
    struct Target {
        std::int64_t running = 0;
        std::int64_t lastNs = 0;
        std::int64_t partNs = 0; ///< what one request would have borne since the beginning
        std::int64_t restNs = 0; ///< not divided yet; less than `running`
    };

public:
    /// A request that runs; ends when it is destroyed at the latest.
    class Share {
    public:
        Share() = default;
        Share(Share&& other) noexcept { *this = std::move(other); }
        Share& operator=(Share&& other) noexcept;
        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;
        ~Share();

        /// What it bore in microseconds, rounded down. Later calls say the same.
        std::int64_t end(std::int64_t nowNs);

    private:
        friend class HourMeter;
        HourMeter* m_meter = nullptr;
        Target* m_target = nullptr;
        std::int64_t m_beganAt = 0; ///< Target::partNs
        std::int64_t m_us = 0;
    };

    Share begin(std::string_view target, std::int64_t nowNs);

private:
    static void advance(Target& target, std::int64_t nowNs);

    std::mutex m_mutex;
    ByName<Target> m_targets; ///< nodes stay where they are
};

} // namespace tollgate
