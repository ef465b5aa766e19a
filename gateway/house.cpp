#include "gateway/house.h"

#include "gateway/config/codec.h"

#include <QDebug>

#include <boost/json.hpp>

namespace tollgate {

namespace json = boost::json;

namespace {

LedgerOptions ledgerOptions(const std::string& dataDirectory) {
    LedgerOptions options;
    options.databasePath = House::databasePath(dataDirectory);
    options.journalDirectory = dataDirectory + "/journal";
    return options;
}

ResponseStoreOptions responseOptions(const std::string& dataDirectory) {
    ResponseStoreOptions options;
    options.path = dataDirectory + "/responses.db";
    return options;
}

} // namespace

House::House(const Clock& theClock, const std::string& dataDirectory)
    : clock(theClock)
    , events(static_cast<std::uint64_t>(theClock.unixMs()) * 1000)
    , health(theClock)
    , router(health, static_cast<std::uint64_t>(theClock.unixMs()))
    , limiter(theClock)
    , budgets(theClock)
    , live(theClock)
    , telemetry(theClock)
    , ledger(ledgerOptions(dataDirectory), theClock, &live, &events, &snapshots)
    , responses(responseOptions(dataDirectory), theClock)
    , mirrors(theClock)
    , cache(theClock)
    , jobs(dataDirectory + "/jobs.db", theClock, snapshots, router) {
    ledger.addObserver(telemetry);
    ledger.addObserver(requestLog);
    ledger.addObserver(clients);
    health.setChangeHandler(
        [this](std::string_view target, Circuit circuit) { tellHealth(target, circuit); });
    budgets.setThresholdHandler([this](const BudgetThreshold& threshold) { tellThreshold(threshold); });
}

PipelineServices House::services() {
    return {clock,  snapshots, keys,    limiter,   budgets, health,  router, simulated,
            ledger, live,      metrics, responses, lengths, mirrors, cache};
}

void House::tellHealth(std::string_view target, Circuit circuit) {
    const Target parts = splitReference(target);
    const TargetHealth now = health.health(target);
    events.publish("health",
                   json::object{{"provider", parts.provider},
                                {"model", parts.model},
                                {"circuit", json::string(toString(circuit))},
                                {"state", json::string(healthState(now, true))},
                                {"last_error",
                                 now.lastError.empty() ? json::value(nullptr) : json::value(now.lastError)}});
    qInfo("circuit of %s is %s", std::string(target).c_str(), std::string(toString(circuit)).c_str());
}

void House::tellThreshold(const BudgetThreshold& threshold) {
    const Budget& budget = threshold.budget;
    json::object event;
    event["id"] = budget.id;
    event["scope"] = toString(budget.scope);
    event["subject"] = budget.subject.empty() ? json::value(nullptr) : json::value(budget.subject);
    event["threshold"] = threshold.percent;
    event["state"] = toString(threshold.status.state);
    event["spent_usd"] = threshold.status.spent.usd();
    event["limit_usd"] = budget.limit.usd();
    event["resets_at"] = toRfc3339(threshold.status.resetsAtMs);
    events.publish("budget", std::move(event));
    qWarning("budget %s has reached %d %% of %s USD", budget.id.c_str(), threshold.percent,
             budget.limit.toString().c_str());
}

} // namespace tollgate
