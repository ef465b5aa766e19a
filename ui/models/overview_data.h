#pragma once
// GET /overview as values. Units are in the names; an empty optional or a NaN in a series is "no data", never
// zero. Value types, parsed in the main thread.

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tollgate::ui {

using MaybeNumber = std::optional<double>;

struct TrafficTotals {
    MaybeNumber perSecond;
    MaybeNumber previousPerSecond;
    qint64 total = 0;
    QList<double> spark;
};

struct LatencyTotals {
    MaybeNumber p50Ms;
    MaybeNumber p95Ms;
    MaybeNumber p99Ms;
    MaybeNumber ttftP95Ms;
    MaybeNumber previousP95Ms;
    QList<double> spark;
};

struct OverheadTotals {
    MaybeNumber p50Us;
    MaybeNumber p95Us;
    MaybeNumber p99Us;
    MaybeNumber previousP95Us;
    QList<double> spark;
};

struct ErrorTotals {
    MaybeNumber rate; ///< 0..1
    MaybeNumber previousRate;
    qint64 count = 0;
    qint64 savedByFallback = 0;
    QList<double> spark;
};

struct SpendTotals {
    MaybeNumber costUsd;
    QString budgetId;
    QString budgetName;
    MaybeNumber budgetUsd;
    MaybeNumber usedRatio;
    QString exceedsAt; ///< RFC 3339, empty when it will not
    qint64 unpricedRequests = 0;
    QList<double> spark;
};

struct TokenTotals {
    MaybeNumber perHour;
    MaybeNumber previousPerHour;
    qint64 total = 0;
    MaybeNumber cachedRatio;
    QList<double> spark;
};

struct LatencySeries {
    QString name; ///< provider, or "all"
    QList<double> p50Ms;
    QList<double> p95Ms;
    QList<double> p99Ms;
};

struct CostSeries {
    QString name;
    QList<double> costUsd;
};

struct CostByDay {
    QStringList days; ///< ISO dates, the last is today
    QString by;
    QList<CostSeries> series;
    QList<double> forecastUsd;
    MaybeNumber budgetUsd;
    qint64 unpricedToday = 0; ///< requests of today whose price is not known
};

struct UserCost {
    QString user;
    QString project;
    double costUsd = 0;
    qint64 requests = 0;
    int others = 0;      ///< above zero: a line for that many users together
    qint64 unpriced = 0; ///< requests of unknown price, not in the cost
    bool operator==(const UserCost&) const = default;
};

struct SpendAnomaly {
    QString user;
    double ratio = 0;
    QString since;
};

struct CanaryMetric {
    QString metric; ///< "p95_ms", "error_rate", "cost_per_request_usd"
    MaybeNumber stable;
    MaybeNumber canary;
    MaybeNumber difference; ///< relative; of error_rate in absolute terms
    bool significant = false;
    bool operator==(const CanaryMetric&) const = default;
};

struct CanaryReport {
    QString flag;
    QString alias;
    QString stable;
    QString canary;
    double rolloutPercent = 0;
    QString stickyBy;
    qint64 requests = 0;
    MaybeNumber actualPercent;
    QString verdict; ///< "healthy", "worse", "not_enough_data"
    QList<CanaryMetric> rows;
};

struct ProviderHealth {
    QString name;
    QString kind;
    QString state;
    QString circuit;
    MaybeNumber p95Ms;
    MaybeNumber errorRate;
    QList<double> uptime; ///< success ratio per minute, oldest first
    QString retryAt;
    bool operator==(const ProviderHealth& other) const;
};

struct OverviewData {
    QString window;
    TrafficTotals requests;
    LatencyTotals latency;
    OverheadTotals overhead;
    ErrorTotals errors;
    SpendTotals spend;
    TokenTotals tokens;
    QList<qint64> latencyTimes; ///< ms since epoch
    QList<LatencySeries> latencySeries;
    CostByDay costByDay;
    QList<UserCost> users; ///< the most expensive first, then the others together
    std::optional<SpendAnomaly> anomaly;
    std::optional<CanaryReport> canary;
    QList<ProviderHealth> providers;
    qint64 ledgerRows = -1;
    qint64 databaseBytes = -1;
    qint64 journalPending = -1;

    static OverviewData fromJson(const QJsonObject& object);
};

} // namespace tollgate::ui
