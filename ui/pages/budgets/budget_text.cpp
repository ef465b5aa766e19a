#include "ui/pages/budgets/budget_text.h"

#include "ui/models/format.h"

#include <QCoreApplication>
#include <QDateTime>

namespace tollgate::ui::budgetText {

namespace {
QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui::budgetText", text);
}
} // namespace

QString scope(const QString& scope) {
    if (scope == QLatin1String("global"))
        return tr("everything");
    if (scope == QLatin1String("project"))
        return tr("a project");
    if (scope == QLatin1String("key"))
        return tr("a client key");
    if (scope == QLatin1String("user"))
        return tr("a user");
    if (scope == QLatin1String("provider"))
        return tr("a provider");
    return scope;
}

QString period(const QString& period) {
    if (period == QLatin1String("day"))
        return tr("day");
    if (period == QLatin1String("week"))
        return tr("week");
    if (period == QLatin1String("month"))
        return tr("month");
    if (period == QLatin1String("rolling_30d"))
        return tr("rolling 30 days");
    return period;
}

QString action(const QString& action) {
    if (action == QLatin1String("block"))
        return tr("refuse requests");
    if (action == QLatin1String("warn"))
        return tr("only warn");
    if (action == QLatin1String("downgrade"))
        return tr("use a cheaper alias");
    return action;
}

Tone tone(const QString& state) {
    if (state == QLatin1String("ok"))
        return Tone::Good;
    if (state == QLatin1String("warning"))
        return Tone::Warning;
    return state == QLatin1String("exceeded") ? Tone::Bad : Tone::Neutral;
}

QString title(const QJsonObject& budget, const QString& keyName) {
    const QString kind = budget.value(u"scope").toString();
    QString subject = budget.value(u"subject").toString();
    if (kind == QLatin1String("global"))
        subject = tr("everything");
    else if (!keyName.isEmpty())
        subject = keyName;
    return subject + QStringLiteral(" · ") + period(budget.value(u"period").toString());
}

QString when(const QString& rfc3339) {
    const qint64 ms = format::fromIso(rfc3339);
    if (ms <= 0)
        return format::none();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms);
    const qint64 days = QDate::currentDate().daysTo(local.date());
    if (days == 0)
        return tr("today %1").arg(format::clock(ms));
    if (days == 1)
        return tr("tomorrow %1").arg(format::clock(ms));
    return format::dayShort(local.date().toString(Qt::ISODate));
}

} // namespace tollgate::ui::budgetText
