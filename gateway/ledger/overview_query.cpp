// GET /overview: puts the parts together.
#include "gateway/ledger/flag_report.h"
#include "gateway/ledger/forecast.h"
#include "gateway/ledger/ledger_connection.h"
#include "gateway/ledger/ledger_reader.h"
#include "gateway/ledger/overview_parts.h"

#include <algorithm>

namespace tollgate {

namespace json = boost::json;

namespace {

Answer<void> checkBy(const std::string& by) {
    for (const char* known : {"provider", "project", "user", "model"}) {
        if (by == known)
            return {};
    }
    return tl::unexpected(QueryError{"by is one of provider, project, user, model", "by"});
}

json::object spendToday(const overview::Spending& spending, const WindowStats& stats,
                        const std::optional<BudgetView>& budget, const DayProfile& profile,
                        std::int64_t now) {
    json::object today{{"cost_usd", spending.todayUsd},
                       {"budget_id", nullptr},
                       {"budget_name", nullptr},
                       {"budget_usd", nullptr},
                       {"used_ratio", nullptr},
                       {"exceeds_at", nullptr},
                       {"unpriced_requests", spending.unpricedToday},
                       {"spark", overview::spendSpark(stats)}};
    if (!budget || budget->limit <= Money{})
        return today;
    today["budget_id"] = budget->id;
    today["budget_name"] = budget->name;
    today["budget_usd"] = budget->limit.usd();
    today["used_ratio"] = budget->spent.usd() / budget->limit.usd();
    if (const auto when = exceedsAt(budget->spent.usd(), budget->limit.usd(), profile, now))
        today["exceeds_at"] = toRfc3339(*when);
    return today;
}

} // namespace

Answer<json::object> LedgerReader::overview(const OverviewQuery& query) {
    const auto window = windowOf(query.window);
    if (!window)
        return tl::unexpected(window.error());
    if (auto known = checkBy(query.by); !known)
        return tl::unexpected(known.error());
    if (auto begun = m_connection->beginRead(); !begun)
        return tl::unexpected(begun.error());
    auto answer = overviewOf(query, *window);
    m_connection->endRead();
    return answer;
}

Answer<json::object> LedgerReader::overviewOf(const OverviewQuery& query, const Window& window) {
    const std::int64_t now = m_clock.unixMs();
    const auto stats = windowStats(*m_connection, m_live, window, query.project, now);
    if (!stats)
        return tl::unexpected(stats.error());
    const auto spending = overview::readSpending(*m_connection, query.by, query.project, now);
    if (!spending)
        return tl::unexpected(spending.error());
    const auto habit = habits(now);
    if (!habit)
        return tl::unexpected(habit.error());
    const auto rows = rowCount();
    if (!rows)
        return tl::unexpected(rows.error());
    // A budget on everything says nothing about one project.
    const auto budget = query.project.empty() ? query.budget : std::nullopt;

    json::object overview{
        {"window", window.name},
        {"from", toRfc3339(stats->fromMs)},
        {"to", toRfc3339(stats->toMs)},
        {"bucket_seconds", window.bucketMs / 1000},
        {"by", query.by},
        {"project", query.project.empty() ? json::value() : json::value(query.project)},
        {"requests", overview::requests(*stats)},
        {"latency", overview::latency(*stats)},
        {"overhead", overview::overhead(*stats)},
        {"errors", overview::errors(*stats)},
        {"spend_today", spendToday(*spending, *stats, budget, (*habit)->profile, now)},
        {"tokens", overview::tokens(*stats)},
        {"latency_series", overview::latencySeries(*stats)},
        {"cost_by_day", overview::costByDay(*spending, query.by, budget)},
        {"providers", overview::providers(query.providers, m_live)},
        {"ledger", json::object{{"rows", *rows},
                                {"database_bytes", query.databaseBytes},
                                {"journal_pending", query.journalPending}}},
    };
    overview::putUsers(*spending, overview);
    overview["anomaly"] = nullptr;
    if (const auto found = findAnomalies((*habit)->hourly, now); !found.empty()) {
        const Anomaly& worst = found.front();
        overview["anomaly"] =
            json::object{{"user", worst.user}, {"ratio", worst.ratio}, {"since", toRfc3339(worst.sinceMs)}};
    }
    overview["canary"] = nullptr;
    if (query.canary) {
        // A quarter of an hour of a canary says nothing: a day at least.
        const Window compared = window.live ? *windowOf("24h") : window;
        const auto arms = readArms(*m_connection, *query.canary, compared.fromMs(now));
        if (!arms)
            return tl::unexpected(arms.error());
        overview["canary"] = canaryJson(*query.canary, *arms, compared.name);
    }
    return overview;
}

} // namespace tollgate
