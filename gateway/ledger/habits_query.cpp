// Who usually spends how much when. The past hardly changes: after the first time only the last hours are
// read again.
#include "gateway/ledger/forecast.h"
#include "gateway/ledger/ledger_connection.h"
#include "gateway/ledger/ledger_reader.h"

#include <algorithm>
#include <utility>

namespace tollgate {

namespace {

constexpr std::int64_t kHabitDays = 15;
constexpr std::int64_t kHabitsKeptMs = 60'000;
/// A request counts in the hour it arrived in and is written when it has ended.
constexpr std::int64_t kHoursReadAgain = 3;

void forget(HourlyByUser& hourly, std::int64_t before, std::int64_t from) {
    for (auto& [user, hours] : hourly) {
        hours.erase(hours.begin(), hours.lower_bound(before));
        hours.erase(hours.lower_bound(from), hours.end());
    }
    std::erase_if(hourly, [](const auto& entry) { return entry.second.empty(); });
}

DayProfile profileOf(const HourlyByUser& hourly, std::int64_t today) {
    DayProfile profile{};
    std::int64_t firstDay = today;
    for (const auto& [user, hours] : hourly) {
        for (const auto& [hour, cost] : hours) {
            const std::int64_t day = floorDiv(hour, 24);
            firstDay = std::min(firstDay, day);
            if (day < today)
                profile[static_cast<std::size_t>(hour - day * 24)] += cost;
        }
    }
    for (double& amount : profile)
        amount /= static_cast<double>(std::max<std::int64_t>(today - firstDay, 1));
    return profile;
}

} // namespace

Answer<const LedgerReader::Habits*> LedgerReader::habits(std::int64_t nowMs) {
    const std::int64_t hour = floorDiv(nowMs, kMsPerHour);
    const std::int64_t today = floorDiv(nowMs, kMsPerDay);
    const std::int64_t oldest = (today - kHabitDays) * 24;
    if (m_habits && m_habits->hour == hour && nowMs - m_habits->readAtMs < kHabitsKeptMs)
        return m_habits.get();
    const bool known = m_habits && m_habits->hour <= hour && nowMs >= m_habits->readAtMs;
    auto habits = known ? std::move(m_habits) : std::make_unique<Habits>();
    m_habits.reset(); // a failure begins from nothing
    const std::int64_t from = known ? std::max(oldest, habits->hour - kHoursReadAgain) : oldest;
    forget(habits->hourly, oldest, from);
    const auto read = m_connection->each(
        "SELECT x.bucket, d.user, sum(x.cost) FROM rollup_hour x JOIN ledger_dims d ON d.id = x.dim "
        "WHERE x.bucket >= ? AND d.arm <> 'mirror' GROUP BY x.bucket, d.user",
        {from}, [&](SqliteRow& row) {
            const std::int64_t bucket = row.number();
            auto& hours = habits->hourly[row.text()];
            hours[bucket] = Money{row.number()}.usd();
        });
    if (!read)
        return tl::unexpected(read.error());
    if (!known || habits->hour != hour)
        habits->profile = profileOf(habits->hourly, today);
    habits->readAtMs = nowMs;
    habits->hour = hour;
    m_habits = std::move(habits);
    return m_habits.get();
}

Answer<std::vector<Anomaly>> LedgerReader::anomalies() {
    const std::int64_t now = m_clock.unixMs();
    const auto known = habits(now);
    if (!known)
        return tl::unexpected(known.error());
    return findAnomalies((*known)->hourly, now);
}

} // namespace tollgate
