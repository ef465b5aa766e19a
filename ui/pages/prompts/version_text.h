#pragma once
// Versions of a prompt as texts to read and to compare. Pure functions, main thread (translations).

#include "ui/models/line_diff.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace tollgate::ui::versionText {

/// An empty object when there is none of that name.
QJsonObject find(const QJsonObject& prompt, const QString& version);
QStringList names(const QJsonObject& prompt);
/// 3 of "v3"; 0 for anything else.
int number(const QString& version);
/// Of the highest number.
QString newest(const QJsonObject& prompt);

/// Everything a version says, with its settings first: what two versions are compared by.
QString whole(const QJsonObject& version);

/// Two texts side by side: a line of both, or of one where the other has none.
struct Pair {
    enum class Kind { Same, Changed, Removed, Added } kind = Kind::Same;
    QString left;
    QString right;
    /// Of a changed line: where the difference begins and how long it is on each side.
    qsizetype at = 0;
    qsizetype leftLength = 0;
    qsizetype rightLength = 0;
    friend bool operator==(const Pair&, const Pair&) = default;
};
QList<Pair> paired(const QList<DiffLine>& lines);

/// What a person typed for a variable as the API wants it: lists, objects, true and false where they are
/// meant, text otherwise.
QJsonValue variableValue(const QString& typed, bool section);

} // namespace tollgate::ui::versionText
