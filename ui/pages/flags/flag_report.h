#pragma once
// What the console needs of GET /flags/{key}/report and of hourly usage by arm. Pure functions.

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace tollgate::ui {

/// Changes are relative to stable: 0.07 is 7 % worse. Nothing where an arm has no value.
struct ArmComparison {
    qint64 stableRequests = 0;
    qint64 canaryRequests = 0;
    std::optional<double> canaryErrorRate;
    std::optional<double> p95Change;
    std::optional<double> costChange;
};
ArmComparison compareArms(const QJsonObject& report, const QString& base = QStringLiteral("stable"),
                          const QString& other = QStringLiteral("canary"));
/// Of all versions but the default one the worst value each: any of them breaks a guardrail.
ArmComparison compareVersions(const QJsonObject& report, const QString& defaultVersion);

/// Share of the canary hour by hour; NaN in an hour without requests.
struct SplitSeries {
    QList<qint64> times; ///< ms since epoch
    QList<double> percent;
    qint64 requests = 0;
    double actualPercent = 0;
    double halfWidth = 0; ///< of the 95 % interval, in percent
};
SplitSeries splitByHour(const QJsonArray& usageRows, qint64 nowMs, int hours = 24);

} // namespace tollgate::ui
