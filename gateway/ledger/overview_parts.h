#pragma once
// The pieces of GET /overview, one function each. Amounts in USD, times as in the contract.

#include "gateway/ledger/ledger_connection.h"
#include "gateway/ledger/ledger_reader.h"
#include "gateway/ledger/window_stats.h"

#include <boost/json/object.hpp>

namespace tollgate::overview {

// From the window alone.
boost::json::object requests(const WindowStats& stats);
boost::json::object latency(const WindowStats& stats);
boost::json::object overhead(const WindowStats& stats);
boost::json::object errors(const WindowStats& stats);
boost::json::object tokens(const WindowStats& stats);
boost::json::array spendSpark(const WindowStats& stats);
boost::json::object latencySeries(const WindowStats& stats);
boost::json::array providers(const std::vector<ProviderView>& views, const LiveStats* live);

/// What the last days and today came to, read once per answer.
struct Spending {
    std::int64_t today = 0;                          ///< day number
    std::vector<std::map<std::string, double>> days; ///< by series name; the last one is today, up to 29
    double todayUsd = 0;
    std::int64_t unpricedToday = 0;
    struct User {
        Money cost;
        std::int64_t requests = 0;
        std::int64_t unpriced = 0; ///< of the requests; their cost is not known
        std::map<std::string, Money> byProject;
    };
    std::map<std::string, User> users; ///< today
};
Answer<Spending> readSpending(LedgerConnection& connection, const std::string& by, const std::string& project,
                              std::int64_t nowMs);

boost::json::object costByDay(const Spending& spending, const std::string& by,
                              const std::optional<BudgetView>& budget);
/// users_today and other_users.
void putUsers(const Spending& spending, boost::json::object& overview);

} // namespace tollgate::overview
