#include "ui/pages/spend/spend_outlook.h"

#include "ui/models/request_cells.h"

namespace tollgate::ui {

namespace {

std::optional<double> number(const QJsonObject& object, const char* field) {
    const QJsonValue value = object.value(QLatin1String(field));
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

bool limitsExactly(const QJsonObject& budget, const QString& filter) {
    const QString scope = budget.value(u"scope").toString();
    if (scope == QLatin1String("global"))
        return filter.isEmpty();
    return !filter.isEmpty() && filter == cells::term(scope, budget.value(u"subject").toString());
}

} // namespace

SpendOutlook SpendOutlook::fromJson(const QJsonObject& object) {
    SpendOutlook outlook;
    outlook.month = object.value(u"month").toString();
    outlook.from = object.value(u"from").toString();
    outlook.toDateUsd = object.value(u"to_date_usd").toDouble();
    outlook.todayUsd = object.value(u"today_usd").toDouble();
    outlook.unpricedRequests = object.value(u"unpriced_requests").toInteger();
    outlook.forecastUsd = number(object, "forecast_usd");
    outlook.lowUsd = number(object, "low_usd");
    outlook.highUsd = number(object, "high_usd");
    outlook.confidence = object.value(u"confidence").toDouble();
    outlook.method = object.value(u"method").toString();
    for (const QJsonValue& day : object.value(u"forecast_days").toArray())
        outlook.forecastDays << day.toObject().value(u"cost_usd").toDouble();
    for (const QJsonValue& value : object.value(u"anomalies").toArray()) {
        const QJsonObject one = value.toObject();
        outlook.anomalies << Anomaly{one.value(u"user").toString(), one.value(u"ratio").toDouble(),
                                     one.value(u"since").toString(), one.value(u"recent_usd").toDouble(),
                                     one.value(u"usual_usd").toDouble()};
    }
    return outlook;
}

std::optional<SpendLimit> limitFor(const QJsonArray& budgets, const QString& filter, const QString& period) {
    std::optional<SpendLimit> tightest;
    for (const QJsonValue& value : budgets) {
        const QJsonObject budget = value.toObject();
        const double usd = budget.value(u"limit_usd").toDouble();
        if (budget.value(u"enabled").toBool() && budget.value(u"period").toString() == period &&
            limitsExactly(budget, filter) && (!tightest || usd < tightest->usd))
            tightest = SpendLimit{budget.value(u"id").toString(), usd};
    }
    return tightest;
}

} // namespace tollgate::ui
