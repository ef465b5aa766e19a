#include "ui/models/overview_data.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tollgate::ui {

namespace {

MaybeNumber number(const QJsonObject& object, QLatin1String name) {
    const QJsonValue value = object.value(name);
    return value.isDouble() ? MaybeNumber(value.toDouble()) : MaybeNumber();
}

QString text(const QJsonObject& object, QLatin1String name) {
    return object.value(name).toString();
}

qint64 whole(const QJsonObject& object, QLatin1String name, qint64 otherwise = 0) {
    return object.value(name).toInteger(otherwise);
}

QList<double> series(const QJsonObject& object, QLatin1String name) {
    const QJsonArray array = object.value(name).toArray();
    QList<double> values;
    values.reserve(array.size());
    for (const QJsonValue& value : array)
        values.append(value.isDouble() ? value.toDouble() : std::numeric_limits<double>::quiet_NaN());
    return values;
}

QList<double> spark(const QJsonObject& object) {
    return series(object, QLatin1String("spark"));
}

void readTiles(const QJsonObject& object, OverviewData& data) {
    const auto part = [&object](QLatin1String name) { return object.value(name).toObject(); };
    const QJsonObject requests = part(QLatin1String("requests"));
    data.requests = {number(requests, QLatin1String("per_second")),
                     number(requests, QLatin1String("previous_per_second")),
                     whole(requests, QLatin1String("total")), spark(requests)};
    const QJsonObject latency = part(QLatin1String("latency"));
    data.latency = {
        number(latency, QLatin1String("p50_ms")),          number(latency, QLatin1String("p95_ms")),
        number(latency, QLatin1String("p99_ms")),          number(latency, QLatin1String("ttft_p95_ms")),
        number(latency, QLatin1String("previous_p95_ms")), spark(latency)};
    const QJsonObject overhead = part(QLatin1String("overhead"));
    data.overhead = {number(overhead, QLatin1String("p50_us")), number(overhead, QLatin1String("p95_us")),
                     number(overhead, QLatin1String("p99_us")),
                     number(overhead, QLatin1String("previous_p95_us")), spark(overhead)};
    const QJsonObject errors = part(QLatin1String("errors"));
    data.errors = {number(errors, QLatin1String("rate")), number(errors, QLatin1String("previous_rate")),
                   whole(errors, QLatin1String("count")), whole(errors, QLatin1String("saved_by_fallback")),
                   spark(errors)};
    const QJsonObject spend = part(QLatin1String("spend_today"));
    data.spend = {
        number(spend, QLatin1String("cost_usd")),         text(spend, QLatin1String("budget_id")),
        text(spend, QLatin1String("budget_name")),        number(spend, QLatin1String("budget_usd")),
        number(spend, QLatin1String("used_ratio")),       text(spend, QLatin1String("exceeds_at")),
        whole(spend, QLatin1String("unpriced_requests")), spark(spend)};
    const QJsonObject tokens = part(QLatin1String("tokens"));
    data.tokens = {number(tokens, QLatin1String("per_hour")),
                   number(tokens, QLatin1String("previous_per_hour")), whole(tokens, QLatin1String("total")),
                   number(tokens, QLatin1String("cached_ratio")), spark(tokens)};
}

void readCharts(const QJsonObject& object, OverviewData& data) {
    const QJsonObject latency = object.value(QLatin1String("latency_series")).toObject();
    for (const QJsonValue& time : latency.value(QLatin1String("times")).toArray())
        data.latencyTimes.append(time.toInteger());
    for (const QJsonValue& value : latency.value(QLatin1String("providers")).toArray()) {
        const QJsonObject provider = value.toObject();
        data.latencySeries.append(
            {text(provider, QLatin1String("name")), series(provider, QLatin1String("p50_ms")),
             series(provider, QLatin1String("p95_ms")), series(provider, QLatin1String("p99_ms"))});
    }
    const QJsonObject cost = object.value(QLatin1String("cost_by_day")).toObject();
    for (const QJsonValue& day : cost.value(QLatin1String("days")).toArray())
        data.costByDay.days.append(day.toString());
    data.costByDay.by = text(cost, QLatin1String("by"));
    for (const QJsonValue& value : cost.value(QLatin1String("series")).toArray()) {
        const QJsonObject one = value.toObject();
        data.costByDay.series.append(
            {text(one, QLatin1String("name")), series(one, QLatin1String("cost_usd"))});
    }
    data.costByDay.forecastUsd = series(cost, QLatin1String("forecast_usd"));
    data.costByDay.budgetUsd = number(cost, QLatin1String("budget_usd"));
}

void readUsers(const QJsonObject& object, OverviewData& data) {
    for (const QJsonValue& value : object.value(QLatin1String("users_today")).toArray()) {
        const QJsonObject user = value.toObject();
        data.users.append({text(user, QLatin1String("user")), text(user, QLatin1String("project")),
                           number(user, QLatin1String("cost_usd")).value_or(0),
                           whole(user, QLatin1String("requests")), 0,
                           whole(user, QLatin1String("unpriced_requests"))});
    }
    const QJsonObject others = object.value(QLatin1String("other_users")).toObject();
    if (const qint64 count = whole(others, QLatin1String("count")); count > 0)
        data.users.append({{},
                           {},
                           number(others, QLatin1String("cost_usd")).value_or(0),
                           whole(others, QLatin1String("requests")),
                           static_cast<int>(count),
                           whole(others, QLatin1String("unpriced_requests"))});
    const QJsonObject anomaly = object.value(QLatin1String("anomaly")).toObject();
    if (!anomaly.isEmpty())
        data.anomaly = SpendAnomaly{text(anomaly, QLatin1String("user")),
                                    number(anomaly, QLatin1String("ratio")).value_or(0),
                                    text(anomaly, QLatin1String("since"))};
}

std::optional<CanaryReport> readCanary(const QJsonObject& object) {
    if (object.isEmpty())
        return std::nullopt;
    CanaryReport report{text(object, QLatin1String("flag")),
                        text(object, QLatin1String("alias")),
                        text(object, QLatin1String("stable")),
                        text(object, QLatin1String("canary")),
                        number(object, QLatin1String("rollout_percent")).value_or(0),
                        text(object, QLatin1String("sticky_by")),
                        whole(object, QLatin1String("requests")),
                        number(object, QLatin1String("actual_percent")),
                        text(object, QLatin1String("verdict")),
                        {}};
    for (const QJsonValue& value : object.value(QLatin1String("rows")).toArray()) {
        const QJsonObject row = value.toObject();
        report.rows.append({text(row, QLatin1String("metric")), number(row, QLatin1String("stable")),
                            number(row, QLatin1String("canary")), number(row, QLatin1String("difference")),
                            row.value(QLatin1String("significant")).toBool()});
    }
    return report;
}

void readProviders(const QJsonObject& object, OverviewData& data) {
    for (const QJsonValue& value : object.value(QLatin1String("providers")).toArray()) {
        const QJsonObject provider = value.toObject();
        data.providers.append(
            {text(provider, QLatin1String("name")), text(provider, QLatin1String("kind")),
             text(provider, QLatin1String("state")), text(provider, QLatin1String("circuit")),
             number(provider, QLatin1String("p95_ms")), number(provider, QLatin1String("error_rate")),
             series(provider, QLatin1String("uptime")), text(provider, QLatin1String("retry_at"))});
    }
}

} // namespace

bool ProviderHealth::operator==(const ProviderHealth& other) const {
    // Two gaps are the same gap, though no NaN equals another.
    const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    return name == other.name && kind == other.kind && state == other.state && circuit == other.circuit &&
           p95Ms == other.p95Ms && errorRate == other.errorRate && retryAt == other.retryAt &&
           std::equal(uptime.begin(), uptime.end(), other.uptime.begin(), other.uptime.end(), same);
}

OverviewData OverviewData::fromJson(const QJsonObject& object) {
    OverviewData data;
    data.window = text(object, QLatin1String("window"));
    readTiles(object, data);
    readCharts(object, data);
    data.costByDay.unpricedToday = data.spend.unpricedRequests;
    readUsers(object, data);
    data.canary = readCanary(object.value(QLatin1String("canary")).toObject());
    readProviders(object, data);
    const QJsonObject ledger = object.value(QLatin1String("ledger")).toObject();
    data.ledgerRows = whole(ledger, QLatin1String("rows"), -1);
    data.databaseBytes = whole(ledger, QLatin1String("database_bytes"), -1);
    data.journalPending = whole(ledger, QLatin1String("journal_pending"), -1);
    return data;
}

} // namespace tollgate::ui
