#pragma once
// Words of the admin API as people read them, in the language of the console. An unknown word stays as it is.

#include <QString>

namespace tollgate::ui::words {

QString health(const QString& state);    ///< "healthy", "degraded", "down"; none is "unknown"
QString circuit(const QString& circuit); ///< "closed", "half_open", "open"
QString budget(const QString& state);    ///< "ok", "warning", "exceeded"
QString arm(const QString& arm);         ///< "stable", "canary"; other names are people's own
QString subject(const QString& subject); ///< "user", "project", "key"

} // namespace tollgate::ui::words
