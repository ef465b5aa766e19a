#pragma once
// GET /usage/outlook and the budgets that stand over it, as values. Main thread.

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace tollgate::ui {

struct SpendOutlook {
    QString month; ///< "2026-11"; empty: not known yet
    QString from;
    double toDateUsd = 0;
    double todayUsd = 0;
    qint64 unpricedRequests = 0; ///< of the month; not in the sums
    std::optional<double> forecastUsd;
    std::optional<double> lowUsd;
    std::optional<double> highUsd;
    double confidence = 0;
    QString method;
    QList<double> forecastDays; ///< from tomorrow on
    struct Anomaly {
        QString user;
        double ratio = 0;
        QString since; ///< RFC 3339
        double recentUsd = 0;
        double usualUsd = 0;
    };
    QList<Anomaly> anomalies;

    static SpendOutlook fromJson(const QJsonObject& object);
};

/// A budget that limits exactly what a filter lets through.
struct SpendLimit {
    QString id;
    double usd = 0;
};

/// The tightest enabled budget per `period` on everything (no filter), or on the one project, user, key or
/// provider the filter names and nothing else.
std::optional<SpendLimit> limitFor(const QJsonArray& budgets, const QString& filter, const QString& period);

} // namespace tollgate::ui
