// What the ledger knows: usage, requests, the numbers behind Overview.
#include "gateway/admin/admin_core.h"

#include <algorithm>

namespace tollgate {

namespace {

ApiError queryFailure(const QueryError& error) {
    return error.param.empty() ? unavailable(error.message) : invalidAsSaid(error.param, error.message);
}

std::vector<std::string> splitAtCommas(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        if (end > at)
            parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

Outcome<AdminResponse> usage(const AdminCore& core, const Call& call) {
    const auto from = call.query.time("from");
    const auto to = call.query.time("to");
    if (!from || !to)
        return tl::unexpected(!from ? from.error() : to.error());
    UsageQuery query{*from, *to, splitAtCommas(call.query.value("group_by")), call.query.value("filter")};
    if (query.groupBy.empty())
        query.groupBy = {"day"};
    // A series is read whole, by charts and by spreadsheets: only who asks for pages gets them.
    if (call.query.contains("limit") || call.query.contains("cursor")) {
        const auto limit = call.query.limit();
        const auto cursor = idOfCursor(call.query.value("cursor"));
        if (!limit || !cursor)
            return tl::unexpected(!limit ? limit.error() : cursor.error());
        query.limit = *limit;
        query.cursor = *cursor;
    }
    auto answer = core.context().ledger.usage(query);
    if (!answer)
        return tl::unexpected(queryFailure(answer.error()));
    if (auto& next = answer->at("next_cursor"); next.is_string())
        next = cursorOf(next.get_string());
    return jsonResponse(200, *answer);
}

Outcome<AdminResponse> outlook(const AdminCore& core, const Call& call) {
    const auto answer = core.context().ledger.outlook(call.query.value("project"));
    if (!answer)
        return tl::unexpected(queryFailure(answer.error()));
    return jsonResponse(200, *answer);
}

Outcome<AdminResponse> requests(const AdminCore& core, const Call& call) {
    const auto limit = call.query.limit();
    if (!limit)
        return tl::unexpected(limit.error());
    const std::string with = call.query.value("with");
    if (!with.empty() && with != "user_agent")
        return tl::unexpected(invalid("with", "can only be user_agent"));
    const auto answer = core.context().ledger.requests(
        {call.query.value("filter"), *limit, call.query.value("cursor"), !with.empty()});
    if (!answer)
        return tl::unexpected(queryFailure(answer.error()));
    return jsonResponse(200, *answer);
}

Outcome<AdminResponse> request(const AdminCore& core, const Call& call) {
    const std::string& id = call.param("trace_id");
    const auto answer = core.context().ledger.request(id);
    if (!answer)
        return tl::unexpected(queryFailure(answer.error()));
    if (!*answer)
        return tl::unexpected(notFound("there is no request " + id));
    return jsonResponse(200, **answer);
}

Outcome<AdminResponse> clients(const AdminCore& core, const Call&) {
    boost::json::array data;
    if (ClientBook* book = core.context().clients) {
        book->fill(core.context().ledger);
        data = book->list(*core.world());
    }
    return jsonResponse(200, {{"data", std::move(data)}, {"next_cursor", nullptr}});
}

/// The tightest budget on everything per day: the line that Overview draws.
std::optional<BudgetView> dailyBudget(const AdminCore& core, const ConfigSnapshot& world) {
    const Budget* tightest = nullptr;
    for (const auto& [id, budget] : world.budgets) {
        if (budget.enabled && budget.scope == BudgetScope::Global && budget.period == BudgetPeriod::Day &&
            (tightest == nullptr || budget.limit < tightest->limit))
            tightest = &budget;
    }
    if (tightest == nullptr)
        return std::nullopt;
    return BudgetView{tightest->id, "global · day", tightest->limit,
                      core.context().budgets.status(tightest->id).spent};
}

std::vector<ProviderView> providerViews(const AdminCore& core, const ConfigSnapshot& world) {
    std::vector<ProviderView> views;
    for (const auto& [name, provider] : world.providers) {
        const TargetHealth health = core.context().health.providerHealth(name);
        ProviderView view{name, std::string(toString(provider.kind)),
                          std::string(healthState(health, provider.enabled)),
                          std::string(toString(health.circuit)), std::nullopt};
        if (health.retryAtMs != 0)
            view.retryAtMs = health.retryAtMs;
        views.push_back(std::move(view));
    }
    std::ranges::sort(views, {}, &ProviderView::name);
    return views;
}

/// The canary to compare: one that is serving, if any is, and of several the first by name.
std::optional<Flag> canaryOf(const ConfigSnapshot& world) {
    const Flag* chosen = nullptr;
    const auto better = [](const Flag& a, const Flag& b) {
        const bool aServes = a.rolloutPercent > 0;
        const bool bServes = b.rolloutPercent > 0;
        return aServes != bServes ? aServes : a.key < b.key;
    };
    for (const auto& [key, flag] : world.flags) {
        if (flag.type == FlagType::Canary && flag.enabled && (chosen == nullptr || better(flag, *chosen)))
            chosen = &flag;
    }
    return chosen == nullptr ? std::nullopt : std::optional(*chosen);
}

Outcome<AdminResponse> overview(const AdminCore& core, const Call& call) {
    const SnapshotPtr world = core.world();
    OverviewQuery query;
    if (call.query.contains("window"))
        query.window = call.query.value("window");
    if (call.query.contains("by"))
        query.by = call.query.value("by");
    query.project = call.query.value("project");
    query.budget = dailyBudget(core, *world);
    query.providers = providerViews(core, *world);
    query.canary = canaryOf(*world);
    if (core.context().status) {
        const boost::json::object status = core.context().status();
        const auto number = [&](std::string_view key) {
            const auto* value = status.if_contains(key);
            return value != nullptr && value->is_int64() ? value->get_int64() : std::int64_t{0};
        };
        query.journalPending = number("journal_lag");
        query.databaseBytes = number("database_bytes");
    }
    const auto answer = core.context().ledger.overview(query);
    if (!answer)
        return tl::unexpected(queryFailure(answer.error()));
    return jsonResponse(200, *answer);
}

} // namespace

void addLedgerRoutes(RouteTable& table, AdminCore& core) {
    RouteDoc usageDoc{"Requests, tokens and cost, grouped", "ledger", {}, "UsageRow"};
    usageDoc.list = true;
    usageDoc.query = {{"from", "RFC 3339 or a date; inclusive"},
                      {"to", "exclusive"},
                      {"group_by", "any of hour day month user project key provider model alias flag arm "
                                   "prompt_flag prompt prompt_version status, separated by commas"},
                      {"filter", "the query language of the request list"},
                      {"limit", "at most so many, 1 to 1000; without it (and without a cursor) all rows"},
                      {"cursor", "next_cursor of the page before, asked with the same group_by"}};
    table.add("GET", "/usage", usageDoc, [&core](const Call& call) { return usage(core, call); });

    RouteDoc outlookDoc{"This month so far, what it will come to, and who spends unlike themselves",
                        "ledger",
                        {},
                        "SpendOutlook"};
    outlookDoc.query = {{"project", "only this project"}};
    table.add("GET", "/usage/outlook", outlookDoc, [&core](const Call& call) { return outlook(core, call); });

    RouteDoc requestsDoc{"Requests, newest first", "ledger", {}, "Request"};
    requestsDoc.list = true;
    requestsDoc.query = {{"filter", "user:alice status:>=400 latency:>1s cost:>0.01 text"},
                         {"limit", "at most so many, 1 to 1000"},
                         {"cursor", "next_cursor of the page before. A page may have less than the limit, or "
                                    "nothing, and a next_cursor all the same: so far it was looked for"},
                         {"with", "user_agent: tell it; it is null otherwise"}};
    table.add("GET", "/requests", requestsDoc, [&core](const Call& call) { return requests(core, call); });
    table.add("GET", "/requests/{trace_id}",
              {"One request with its attempts and why it went there", "ledger", {}, "Request"},
              [&core](const Call& call) { return request(core, call); });

    RouteDoc clientsDoc{"Programs that call: the newest request of each User-Agent and key, newest first",
                        "ledger",
                        {},
                        "Client"};
    clientsDoc.list = true;
    table.add("GET", "/clients", clientsDoc, [&core](const Call& call) { return clients(core, call); });

    RouteDoc overviewDoc{"The numbers behind the Overview page", "ledger"};
    overviewDoc.query = {{"window", "15m, 1h, 24h, 7d or 30d"},
                         {"by", "provider, project, user or model"},
                         {"project", "only this project"}};
    table.add("GET", "/overview", overviewDoc, [&core](const Call& call) { return overview(core, call); });
}

} // namespace tollgate
