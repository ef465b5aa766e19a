#include "ui/pages/flags/flag_report.h"

#include "ui/models/format.h"

#include <QHash>

#include <cmath>
#include <limits>

namespace tollgate::ui {

namespace {

constexpr qint64 kHourMs = 3'600'000;

QJsonObject armOf(const QJsonObject& report, const QString& name) {
    const QJsonValue arms = report.value(u"arms");
    if (arms.isObject())
        return arms.toObject().value(name).toObject();
    for (const QJsonValue& arm : arms.toArray())
        if (arm.toObject().value(u"arm").toString() == name)
            return arm.toObject();
    return {};
}

std::optional<double> number(const QJsonObject& object, QStringView field) {
    const QJsonValue value = object.value(field);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<double> change(const QJsonObject& stable, const QJsonObject& canary, QStringView field) {
    const auto from = number(stable, field);
    const auto to = number(canary, field);
    if (!from || !to || *from <= 0)
        return std::nullopt;
    return *to / *from - 1;
}

/// Hours come as RFC 3339, or without minutes: "2026-11-22T14".
qint64 hourMs(const QJsonValue& hour) {
    if (hour.isDouble())
        return hour.toInteger();
    const QString text = hour.toString();
    const qint64 whole = format::fromIso(text);
    return whole > 0 ? whole : format::fromIso(text + QStringLiteral(":00:00Z"));
}

} // namespace

ArmComparison compareArms(const QJsonObject& report, const QString& base, const QString& other) {
    const QJsonObject stable = armOf(report, base);
    const QJsonObject canary = armOf(report, other);
    ArmComparison result;
    result.stableRequests = stable.value(u"requests").toInteger();
    result.canaryRequests = canary.value(u"requests").toInteger();
    if (result.canaryRequests > 0)
        result.canaryErrorRate = number(canary, u"error_rate");
    result.p95Change = change(stable, canary, u"p95_ms");
    result.costChange = change(stable, canary, u"cost_per_request_usd");
    return result;
}

ArmComparison compareVersions(const QJsonObject& report, const QString& defaultVersion) {
    const auto worse = [](std::optional<double>& worst, const std::optional<double>& one) {
        if (one && (!worst || *one > *worst))
            worst = one;
    };
    ArmComparison worst;
    for (const QJsonValue& value : report.value(u"arms").toArray()) {
        const QString version = value.toObject().value(u"arm").toString();
        if (version == defaultVersion)
            continue;
        const ArmComparison one = compareArms(report, defaultVersion, version);
        worst.stableRequests = one.stableRequests;
        worst.canaryRequests = qMax(worst.canaryRequests, one.canaryRequests);
        worse(worst.canaryErrorRate, one.canaryErrorRate);
        worse(worst.p95Change, one.p95Change);
        worse(worst.costChange, one.costChange);
    }
    return worst;
}

SplitSeries splitByHour(const QJsonArray& usageRows, qint64 nowMs, int hours) {
    struct Counts {
        double all = 0;
        double canary = 0;
    };
    QHash<qint64, Counts> byHour;
    Counts total;
    for (const QJsonValue& value : usageRows) {
        const QJsonObject row = value.toObject();
        const QString arm = row.value(u"arm").toString();
        if (arm != QLatin1String("canary") && arm != QLatin1String("stable"))
            continue;
        const double requests = row.value(u"requests").toDouble();
        const bool canary = arm == QLatin1String("canary");
        Counts& counts = byHour[hourMs(row.value(u"hour")) / kHourMs];
        counts.all += requests;
        counts.canary += canary ? requests : 0;
        total.all += requests;
        total.canary += canary ? requests : 0;
    }
    SplitSeries series;
    const qint64 last = nowMs / kHourMs;
    for (qint64 hour = last - hours + 1; hour <= last; ++hour) {
        const Counts counts = byHour.value(hour);
        series.times.append(hour * kHourMs);
        series.percent.append(counts.all > 0 ? 100 * counts.canary / counts.all
                                             : std::numeric_limits<double>::quiet_NaN());
    }
    series.requests = static_cast<qint64>(total.all);
    if (total.all > 0) {
        const double share = total.canary / total.all;
        series.actualPercent = 100 * share;
        series.halfWidth = 100 * 1.96 * std::sqrt(share * (1 - share) / total.all);
    }
    return series;
}

} // namespace tollgate::ui
