#pragma once
// What flags say in words: rows of the list, rules, reasons, changes. Pure functions, main thread
// (translations).

#include <QJsonObject>
#include <QList>
#include <QString>

namespace tollgate::ui::flagText {

QString percent(double value);             ///< "15 %", "0.5 %"
QString typeName(const QString& type);     ///< "kill switch"
QString subtitle(const QJsonObject& flag); ///< "canary · 15 %"

/// A rule's condition in pieces: words, and the patterns people typed.
struct Piece {
    QString text;
    bool mono = false;
};
QList<Piece> condition(const QJsonObject& rule);
QString plain(const QList<Piece>& pieces);

/// Why evaluate() served what it did: "not in 15 %", "rule 1", "flag is off".
QString reason(const QString& reason, int bucket, double rolloutPercent);

/// "rollout 5 % → 15 %, sticky by user → project"; for a creation or deletion that word first.
QString change(const QString& action, const QJsonValue& before, const QJsonValue& after);

} // namespace tollgate::ui::flagText
