#include "gateway/ledger/forecast.h"

#include "gateway/ledger/rollup.h"
#include "gateway/wire/clock.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace tollgate {

namespace {

constexpr std::size_t kLearnDays = 28;
/// How many weeks of its own a weekday needs before it is believed half.
constexpr double kWeekdayDoubt = 1.0;
constexpr int kWeek = 7;
constexpr double kFourOfFive =
    1.2816; // standard deviations to each side that hold 80 % of a normal distribution
constexpr double kMinLevel = 0.25;
constexpr double kMaxLevel = 4.0;

constexpr std::int64_t kAnomalyHours = 3;
constexpr std::int64_t kHabitDays = 14;
constexpr std::size_t kHabitActiveDays = 5;
constexpr double kAnomalyRatio = 2.5;
constexpr double kAnomalyMinUsd = 0.25;
constexpr double kStillUnusual = 2.0;

/// 0 = Thursday: the epoch's weekday. Only equality matters.
std::int64_t weekday(std::int64_t day) {
    return day - floorDiv(day, 7) * 7;
}

double at(const std::map<std::int64_t, double>& hours, std::int64_t hour) {
    const auto found = hours.find(hour);
    return found == hours.end() ? 0.0 : found->second;
}

/// What that hour cost on average on the days before.
double usualAt(const std::map<std::int64_t, double>& hours, std::int64_t hour) {
    double sum = 0;
    for (std::int64_t day = 1; day <= kHabitDays; ++day)
        sum += at(hours, hour - day * 24);
    return sum / static_cast<double>(kHabitDays);
}

bool hasHabit(const std::map<std::int64_t, double>& hours, std::int64_t today) {
    std::set<std::int64_t> days;
    for (const auto& [hour, cost] : hours) {
        const std::int64_t day = floorDiv(hour, 24);
        if (cost > 0 && day < today && day >= today - kHabitDays)
            days.insert(day);
    }
    return days.size() >= kHabitActiveDays;
}

} // namespace

std::vector<double> forecastDays(const std::vector<double>& past, std::int64_t today, int days) {
    // Days before the first spending say nothing about the days to come.
    auto first = std::find_if(past.begin(), past.end(), [](double cost) { return cost > 0; });
    if (first == past.end())
        return {};
    if (static_cast<std::size_t>(past.end() - first) > kLearnDays)
        first = past.end() - kLearnDays;
    const auto count = past.end() - first;
    const double mean = std::accumulate(first, past.end(), 0.0) / static_cast<double>(count);
    std::vector<double> forecast;
    for (int ahead = 1; ahead <= days; ++ahead) {
        double sum = 0;
        double weeks = 0;
        for (auto day = first; day != past.end(); ++day) {
            const std::int64_t number = today - (past.end() - day);
            if (weekday(number) == weekday(today + ahead)) {
                sum += *day;
                weeks += 1;
            }
        }
        const double own = weeks > 0 ? sum / weeks : mean;
        const double trust = weeks / (weeks + kWeekdayDoubt);
        forecast.push_back(trust * own + (1 - trust) * mean);
    }
    return forecast;
}

std::optional<Outlook> forecastRest(const std::vector<double>& past, std::int64_t today, double restOfToday,
                                    int days) {
    const std::vector<double> week = forecastDays(past, today, kWeek);
    if (week.empty())
        return std::nullopt;
    Outlook outlook;
    outlook.expected = restOfToday * week.back(); // in a week it is the same weekday as today
    for (int ahead = 0; ahead < days; ++ahead) {
        outlook.days.push_back(week[static_cast<std::size_t>(ahead % kWeek)]);
        outlook.expected += outlook.days.back();
    }
    auto first = std::find_if(past.begin(), past.end(), [](double cost) { return cost > 0; });
    if (static_cast<std::size_t>(past.end() - first) > kLearnDays)
        first = past.end() - kLearnDays;
    const auto count = static_cast<double>(past.end() - first);
    if (count < kWeek)
        return outlook;
    double squares = 0;
    for (auto day = first; day != past.end(); ++day) {
        const auto back = past.end() - day; // so many days ago: the weekday of so many less a week
        const double off = *day - week[static_cast<std::size_t>(kWeek - 1 - back % kWeek)];
        squares += off * off;
    }
    // Each day to come is off by itself, and all of them by what the mean is off.
    const double ahead = restOfToday + days;
    const double variance = squares / (count - 1) * (ahead + ahead * ahead / count);
    const double margin = kFourOfFive * std::sqrt(variance);
    outlook.low = std::max(0.0, outlook.expected - margin);
    outlook.high = outlook.expected + margin;
    return outlook;
}

std::optional<std::int64_t> exceedsAt(double spent, double limit, const DayProfile& profile,
                                      std::int64_t nowMs) {
    if (spent >= limit || limit <= 0)
        return std::nullopt;
    const std::int64_t midnight = floorDiv(nowMs, kMsPerDay) * kMsPerDay;
    const auto hour = static_cast<std::size_t>((nowMs - midnight) / kMsPerHour);
    const double intoHour =
        static_cast<double>((nowMs - midnight) % kMsPerHour) / static_cast<double>(kMsPerHour);
    const double usual =
        std::accumulate(profile.begin(), profile.begin() + static_cast<std::ptrdiff_t>(hour), 0.0) +
        profile[hour] * intoHour;
    const double whole = std::accumulate(profile.begin(), profile.end(), 0.0);
    if (whole <= 0) {
        // Nothing to learn from: carry on at today's pace.
        const double elapsed = static_cast<double>(nowMs - midnight);
        if (spent <= 0 || elapsed <= 0)
            return std::nullopt;
        const double when = static_cast<double>(midnight) + elapsed * limit / spent;
        return when < static_cast<double>(midnight + kMsPerDay)
                   ? std::optional(static_cast<std::int64_t>(when))
                   : std::nullopt;
    }
    const double level = usual > 0 ? std::clamp(spent / usual, kMinLevel, kMaxLevel) : 1.0;
    double sum = spent;
    for (std::size_t at = hour; at < profile.size(); ++at) {
        const double begin = at == hour ? intoHour : 0.0;
        const double amount = profile[at] * level * (1 - begin);
        if (sum + amount >= limit && amount > 0) {
            const double share = begin + (1 - begin) * (limit - sum) / amount;
            return midnight + static_cast<std::int64_t>((static_cast<double>(at) + share) *
                                                        static_cast<double>(kMsPerHour));
        }
        sum += amount;
    }
    return std::nullopt;
}

std::vector<Anomaly> findAnomalies(const HourlyByUser& hourly, std::int64_t nowMs) {
    const std::int64_t hour = floorDiv(nowMs, kMsPerHour);
    const double intoHour = static_cast<double>(nowMs - hour * kMsPerHour) / static_cast<double>(kMsPerHour);
    std::vector<Anomaly> found;
    for (const auto& [user, hours] : hourly) {
        double recent = 0;
        for (std::int64_t back = 0; back < kAnomalyHours; ++back)
            recent += at(hours, hour - back);
        if (recent < kAnomalyMinUsd)
            continue;
        double usual = 0;
        for (std::int64_t back = 0; back < kAnomalyHours; ++back)
            usual += usualAt(hours, hour - back) * (back == 0 ? intoHour : 1.0);
        if (usual <= 0 || recent < kAnomalyRatio * usual || !hasHabit(hours, floorDiv(hour, 24)))
            continue;
        std::int64_t since = hour;
        while (since > hour - 24 && at(hours, since - 1) > 0 &&
               at(hours, since - 1) >= kStillUnusual * usualAt(hours, since - 1))
            --since;
        found.push_back({user, recent / usual, since * kMsPerHour, recent, usual});
    }
    std::stable_sort(found.begin(), found.end(), [](const Anomaly& a, const Anomaly& b) {
        return a.recentUsd - a.usualUsd > b.recentUsd - b.usualUsd;
    });
    return found;
}

} // namespace tollgate
