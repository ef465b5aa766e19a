#pragma once
// Audit entries in words. Pure functions, main thread (translations).

#include "ui/widgets/paint.h"

#include <QString>

namespace tollgate::ui::auditText {

QString kind(const QString& kind);     ///< "alias"
QString action(const QString& action); ///< "changed"
Tone tone(const QString& action);
QString actor(const QString& actor);  ///< "this console"
QString when(const QString& rfc3339); ///< "today 11:20", "yesterday 17:02", "Nov 9 08:15"

} // namespace tollgate::ui::auditText
