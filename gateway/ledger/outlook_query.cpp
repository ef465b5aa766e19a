// GET /usage/outlook: the month's spending so far and to come.
#include "gateway/ledger/forecast.h"
#include "gateway/ledger/ledger_connection.h"
#include "gateway/ledger/ledger_reader.h"
#include "gateway/ledger/overview_parts.h"

#include <boost/json/array.hpp>

#include <chrono>
#include <numeric>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr double kConfidence = 0.8;

/// Day numbers of the month's first day and of the next month's.
std::pair<std::int64_t, std::int64_t> monthOf(std::int64_t day) {
    using namespace std::chrono;
    const year_month_day date{sys_days{days{day}}};
    const year_month month{date.year(), date.month()};
    return {sys_days{month / 1}.time_since_epoch().count(),
            sys_days{(month + months{1}) / 1}.time_since_epoch().count()};
}

std::vector<double> wholeDays(const overview::Spending& spending) {
    std::vector<double> past;
    for (std::size_t at = 0; at + 1 < spending.days.size(); ++at) {
        const auto& day = spending.days[at];
        past.push_back(std::accumulate(day.begin(), day.end(), 0.0,
                                       [](double sum, const auto& entry) { return sum + entry.second; }));
    }
    return past;
}

json::array anomaliesJson(const std::vector<Anomaly>& anomalies) {
    json::array list;
    for (const Anomaly& one : anomalies)
        list.push_back(json::object{{"user", one.user},
                                    {"ratio", one.ratio},
                                    {"since", toRfc3339(one.sinceMs)},
                                    {"recent_usd", one.recentUsd},
                                    {"usual_usd", one.usualUsd}});
    return list;
}

void putForecast(json::object& answer, const std::optional<Outlook>& rest, double toDate,
                 std::int64_t today) {
    const auto total = [&](const std::optional<double>& amount) {
        return amount ? json::value(toDate + *amount) : json::value();
    };
    answer["forecast_usd"] = rest ? total(rest->expected) : json::value();
    answer["low_usd"] = rest ? total(rest->low) : json::value();
    answer["high_usd"] = rest ? total(rest->high) : json::value();
    answer["confidence"] = kConfidence;
    answer["method"] = kForecastMethod;
    json::array days;
    if (rest) {
        for (const double cost : rest->days)
            days.push_back(json::object{
                {"day", utcDay((today + 1 + static_cast<std::int64_t>(days.size())) * kMsPerDay)},
                {"cost_usd", cost}});
    }
    answer["forecast_days"] = std::move(days);
}

} // namespace

Answer<json::object> LedgerReader::outlook(const std::string& project) {
    const std::int64_t now = m_clock.unixMs();
    const std::int64_t today = floorDiv(now, kMsPerDay);
    const auto [first, next] = monthOf(today);
    const BudgetScope scope = project.empty() ? BudgetScope::Global : BudgetScope::Project;
    if (auto begun = m_connection->beginRead(); !begun)
        return tl::unexpected(begun.error());
    const auto spent = spend({{scope, project, first * kMsPerDay, next * kMsPerDay},
                              {scope, project, today * kMsPerDay, next * kMsPerDay}});
    const auto spending = overview::readSpending(*m_connection, "provider", project, now);
    const auto unusual = anomalies();
    m_connection->endRead();
    if (!spent)
        return tl::unexpected(spent.error());
    if (!spending)
        return tl::unexpected(spending.error());
    if (!unusual)
        return tl::unexpected(unusual.error());

    const double toDate = spent->front().cost.usd();
    json::object answer{{"month", utcDay(first * kMsPerDay).substr(0, 7)},
                        {"from", toRfc3339(first * kMsPerDay)},
                        {"to", toRfc3339(next * kMsPerDay)},
                        {"to_date_usd", toDate},
                        {"today_usd", spent->back().cost.usd()},
                        {"unpriced_requests", spent->front().unpriced}};
    const double restOfToday =
        static_cast<double>((today + 1) * kMsPerDay - now) / static_cast<double>(kMsPerDay);
    putForecast(answer,
                forecastRest(wholeDays(*spending), today, restOfToday, static_cast<int>(next - today - 1)),
                toDate, today);
    answer["anomalies"] = anomaliesJson(*unusual);
    return answer;
}

} // namespace tollgate
