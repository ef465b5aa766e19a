#pragma once
// The languages of the console. What is not translated stays English; the gateway's own sentences, which are
// English, are said in them by models/gateway_words.

#include <QList>
#include <QString>

namespace tollgate::ui {

struct Language {
    QString code; ///< "pl"
    QString name; ///< as its speakers call it
};

/// English first.
const QList<Language>& languages();

/// Speaks `code` from now on; when the console does not know it, the desktop's language; else English.
/// Returns what is spoken. Main thread, before the first widget: what is on the screen is not translated
/// again.
QString speak(const QString& code);

/// Where ConsoleState keeps the code that was chosen; nothing kept means the desktop's language.
QString languageKey();

} // namespace tollgate::ui
