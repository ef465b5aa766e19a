// The parts of Overview that are about money per day, whatever its window.
#include "gateway/ledger/forecast.h"
#include "gateway/ledger/overview_parts.h"

#include <boost/json/array.hpp>

#include <algorithm>

namespace tollgate::overview {

namespace json = boost::json;

namespace {

constexpr std::int64_t kLearnDays = 28;
constexpr std::size_t kShownDays = 14;
constexpr int kForecastDays = 3;
constexpr std::size_t kMaxSeries = 5;
constexpr std::size_t kTopUsers = 6;

const std::string& seriesName(const Dimension& who, const std::string& by) {
    if (by == "project")
        return who.project;
    if (by == "user")
        return who.user;
    if (by == "model")
        return who.model;
    return who.provider;
}

double sumOf(const std::map<std::string, double>& day) {
    double sum = 0;
    for (const auto& [name, cost] : day)
        sum += cost;
    return sum;
}

/// The dearest of the shown days first; what is left over is "others".
std::vector<std::string> topSeries(const Spending& spending) {
    std::map<std::string, double> totals;
    const std::size_t shown = std::min(kShownDays, spending.days.size());
    for (auto day = spending.days.end() - static_cast<std::ptrdiff_t>(shown); day != spending.days.end();
         ++day) {
        for (const auto& [name, cost] : *day)
            totals[name] += cost;
    }
    std::vector<std::string> names;
    for (const auto& [name, cost] : totals) {
        if (cost > 0 && !name.empty())
            names.push_back(name);
    }
    std::stable_sort(names.begin(), names.end(),
                     [&](const std::string& a, const std::string& b) { return totals[a] > totals[b]; });
    if (names.size() > kMaxSeries)
        names.resize(kMaxSeries);
    return names;
}

} // namespace

Answer<Spending> readSpending(LedgerConnection& connection, const std::string& by, const std::string& project,
                              std::int64_t nowMs) {
    Spending spending;
    spending.today = floorDiv(nowMs, kMsPerDay);
    spending.days.resize(kLearnDays + 1);
    SqlCondition condition;
    if (!project.empty())
        condition = {"d.project = ?", {project}};
    const std::int64_t firstDay = spending.today - kLearnDays;
    Money today;
    // Nanodollars are added up as integers and become USD once.
    std::vector<std::map<std::string, Money>> days(spending.days.size());
    const auto scanned = connection.scan(
        ScanRange{firstDay * kMsPerDay, std::nullopt, kMsPerDay, false}, condition,
        [&](const Dimension& who, std::int64_t at, const SumRow& cell) {
            const std::int64_t index = std::min(floorDiv(at, kMsPerDay) - firstDay, kLearnDays);
            if (cell.totals.cost != Money{})
                days[static_cast<std::size_t>(index)][seriesName(who, by)] += cell.totals.cost;
            if (index != kLearnDays)
                return;
            today += cell.totals.cost;
            spending.unpricedToday += cell.totals.unpriced;
            Spending::User& user = spending.users[who.user];
            user.cost += cell.totals.cost;
            user.requests += cell.totals.requests;
            user.unpriced += cell.totals.unpriced;
            user.byProject[who.project] += cell.totals.cost;
        });
    if (!scanned)
        return tl::unexpected(scanned.error());
    for (std::size_t at = 0; at < days.size(); ++at) {
        for (const auto& [name, cost] : days[at])
            spending.days[at][name] = cost.usd();
    }
    spending.todayUsd = today.usd();
    return spending;
}

json::object costByDay(const Spending& spending, const std::string& by,
                       const std::optional<BudgetView>& budget) {
    const std::vector<std::string> names = topSeries(spending);
    const std::size_t first = spending.days.size() - kShownDays;
    json::array days;
    for (std::size_t at = 0; at < kShownDays; ++at) {
        const auto back = static_cast<std::int64_t>(kShownDays - 1 - at);
        days.emplace_back(utcDay((spending.today - back) * kMsPerDay));
    }
    json::array series;
    std::vector<double> others(kShownDays, 0.0);
    for (std::size_t at = 0; at < kShownDays; ++at)
        others[at] = sumOf(spending.days[first + at]);
    for (const std::string& name : names) {
        json::array costs;
        for (std::size_t at = 0; at < kShownDays; ++at) {
            const auto& day = spending.days[first + at];
            const auto found = day.find(name);
            const double cost = found == day.end() ? 0.0 : found->second;
            others[at] -= cost;
            costs.emplace_back(cost);
        }
        series.push_back(json::object{{"name", name}, {"cost_usd", std::move(costs)}});
    }
    // Subtraction leaves dust of the last binary digit.
    constexpr double kDust = 5e-10;
    if (std::any_of(others.begin(), others.end(), [](double cost) { return cost > kDust; })) {
        json::array costs;
        for (const double cost : others)
            costs.emplace_back(cost > kDust ? cost : 0.0);
        series.push_back(json::object{{"name", "others"}, {"cost_usd", std::move(costs)}});
    }
    std::vector<double> past;
    for (std::size_t at = 0; at + 1 < spending.days.size(); ++at)
        past.push_back(sumOf(spending.days[at]));
    json::array forecast;
    for (const double cost : forecastDays(past, spending.today, kForecastDays))
        forecast.emplace_back(cost);
    return {{"days", std::move(days)},
            {"by", by},
            {"series", std::move(series)},
            {"forecast_usd", std::move(forecast)},
            {"forecast_method", kForecastMethod},
            {"budget_usd", budget ? json::value(budget->limit.usd()) : json::value()}};
}

void putUsers(const Spending& spending, json::object& overview) {
    std::vector<std::pair<std::string, const Spending::User*>> users;
    for (const auto& [name, user] : spending.users)
        users.emplace_back(name, &user);
    std::stable_sort(users.begin(), users.end(),
                     [](const auto& a, const auto& b) { return a.second->cost > b.second->cost; });
    json::array top;
    Money otherCost;
    std::int64_t otherCount = 0;
    std::int64_t otherUnpriced = 0;
    for (const auto& [name, user] : users) {
        if (top.size() >= kTopUsers) {
            otherCost += user->cost;
            ++otherCount;
            otherUnpriced += user->unpriced;
            continue;
        }
        const auto project =
            std::max_element(user->byProject.begin(), user->byProject.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        const bool named = project != user->byProject.end() && !project->first.empty();
        top.push_back(json::object{{"user", name},
                                   {"project", named ? json::value(project->first) : json::value()},
                                   {"cost_usd", user->cost.usd()},
                                   {"requests", user->requests},
                                   {"unpriced_requests", user->unpriced}});
    }
    overview["users_today"] = std::move(top);
    overview["other_users"] = json::object{
        {"count", otherCount}, {"cost_usd", otherCost.usd()}, {"unpriced_requests", otherUnpriced}};
}

} // namespace tollgate::overview
