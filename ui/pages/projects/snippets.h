#pragma once
// The shortest ways to use a key: three lines each. Pure functions.

#include <QString>

namespace tollgate::ui::snippets {

enum class Language { Curl, Python, Node };

/// url: "http://127.0.0.1:8655"; model: an alias.
QString make(Language language, const QString& url, const QString& secret, const QString& model);

} // namespace tollgate::ui::snippets
