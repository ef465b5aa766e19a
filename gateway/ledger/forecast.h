#pragma once
// What spending will probably come to, from what it came to before. Pure; amounts in USD.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tollgate {

/// In plain words, for the answer that carries a forecast.
constexpr const char* kForecastMethod =
    "mean of up to 28 past days × how that weekday usually compares to the mean";

/// `past`: whole days, oldest first, the last one is yesterday; `today` is a day number since the epoch. The
/// amounts expected tomorrow and the days after. Empty when there is not one whole day to learn from.
std::vector<double> forecastDays(const std::vector<double>& past, std::int64_t today, int days);

struct Outlook {
    double expected = 0;
    // Four of five times it ends between these; nothing with less than a week to learn from.
    std::optional<double> low;
    std::optional<double> high;
    std::vector<double> days; ///< of the expected: tomorrow and the days after
};

/// What the rest of today (a share of the day, 0 to 1) and so many days after it will probably come to.
/// `past` and `today` as above; nothing when there is no day to learn from.
std::optional<Outlook> forecastRest(const std::vector<double>& past, std::int64_t today, double restOfToday,
                                    int days);

/// Amounts spent per hour of the day, on average.
using DayProfile = std::array<double, 24>;

/// When `spent` (since midnight UTC) will pass `limit` today, if the rest of the day goes as the profile
/// says, at today's level so far. Nothing when it will not, or has already.
std::optional<std::int64_t> exceedsAt(double spent, double limit, const DayProfile& profile,
                                      std::int64_t nowMs);

struct Anomaly {
    std::string user;
    double ratio = 0; ///< times the usual
    std::int64_t sinceMs = 0;
    double recentUsd = 0; ///< in the last three hours
    double usualUsd = 0;  ///< what they usually cost
};

/// Hour number since the epoch → amount, per user.
using HourlyByUser = std::map<std::string, std::map<std::int64_t, double>>;

/// Users who in the last three hours spent far above what the same hours cost on the fourteen days before: at
/// least 2.5 times as much and at least 0.25 USD, with some spending on five of those days to call it a
/// habit. Who spent most above comes first.
std::vector<Anomaly> findAnomalies(const HourlyByUser& hourly, std::int64_t nowMs);

} // namespace tollgate
