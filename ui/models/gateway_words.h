#pragma once
// The gateway's sentences in the language of the console. The admin API speaks English; a sentence of it is
// found by its template ("provider %1 is there already"), whose translation is filled with what stood in the
// places. A sentence that has none (an upstream's own words, people's texts) stays as it is, and in English
// all do. Sentences that are joined by marks, and those in parentheses, are looked up one by one. Main
// thread; what was found is kept.

#include <QString>
#include <QStringList>

namespace tollgate::ui {

QString gatewaySentence(const QString& english);

/// A filter as `GET /requests` reads it back: "user is alice or like bob*, and latency is over 1s".
QString gatewayFilter(const QString& english);

/// A word that the API enumerates ("timeout", "provider"); an unknown one stays as it is.
QString gatewayWord(const QString& english);

/// For tests: whether a template is meant by the whole sentence, and the English texts of all templates and
/// words.
bool gatewayKnows(const QString& english);
QStringList gatewayTemplates();

} // namespace tollgate::ui
