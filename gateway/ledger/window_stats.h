#pragma once
// A time window of Overview, cut into buckets, with the window before it to compare.

#include "gateway/ledger/ledger_connection.h"
#include "gateway/ledger/live_stats.h"

#include <string>
#include <vector>

namespace tollgate {

struct Window {
    std::string name;
    std::int64_t bucketMs = 0;
    int buckets = 0;
    bool live = false; ///< the live statistics reach back twice as far

    std::int64_t spanMs() const { return bucketMs * buckets; }
    /// The first bucket's start, so that the last one is running now.
    std::int64_t fromMs(std::int64_t nowMs) const {
        return (floorDiv(nowMs, bucketMs) - buckets + 1) * bucketMs;
    }
};

/// 15m 1h 24h 7d 30d.
Answer<Window> windowOf(const std::string& name);

struct WindowStats {
    Window window;
    std::int64_t fromMs = 0;
    std::int64_t toMs = 0; ///< now
    std::vector<SpanStats> buckets;
    SpanStats total;
    SpanStats previous;           ///< as long a time, ending where this one begins
    std::int64_t previousMs = 0;  ///< how long that is: whole hours, where the database holds no less
    std::int64_t firstEverMs = 0; ///< before it there is no data, which is not the same as no requests

    double seconds() const { return static_cast<double>(toMs - fromMs) / 1000.0; }
    bool known(std::size_t bucket) const {
        return fromMs + static_cast<std::int64_t>(bucket + 1) * window.bucketMs > firstEverMs;
    }
};

/// From memory for the short windows (when `live` is there), from rollups for the long ones.
Answer<WindowStats> windowStats(LedgerConnection& connection, const LiveStats* live, const Window& window,
                                const std::string& project, std::int64_t nowMs);

} // namespace tollgate
