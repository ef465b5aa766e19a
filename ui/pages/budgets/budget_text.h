#pragma once
// Budgets in words. Pure functions, main thread (translations).

#include "ui/widgets/paint.h"

#include <QJsonObject>
#include <QString>

namespace tollgate::ui::budgetText {

QString scope(const QString& scope);
QString period(const QString& period);
QString action(const QString& action);
Tone tone(const QString& state);

/// "checkout · month"; `keyName` stands for the id of a key.
QString title(const QJsonObject& budget, const QString& keyName = {});

/// "Dec 1", "today 18:40": when the period ends, in local time.
QString when(const QString& rfc3339);

} // namespace tollgate::ui::budgetText
