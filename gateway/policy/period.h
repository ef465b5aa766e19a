#pragma once
// Budget periods on the calendar of a time zone.

#include "gateway/config/resources.h"

#include <cstdint>
#include <string>

namespace tollgate {

struct PeriodBounds {
    std::int64_t startMs = 0; ///< UTC milliseconds, inclusive
    std::int64_t endMs = 0;   ///< exclusive: when the counter starts again
};

/// The period that holds the instant. Weeks begin on Monday; rolling_30d is the day now running and the 29
/// before it, ending with that day. An empty or unknown zone is UTC. Thread-safe.
PeriodBounds periodBounds(BudgetPeriod period, const std::string& timezone, std::int64_t unixMs);

} // namespace tollgate
