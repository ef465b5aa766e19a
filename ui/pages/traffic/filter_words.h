#pragma once
// What the filter field knows of the query language of GET /requests: enough to complete and to edit it.
// Whether a filter is right, and what it means, the gateway says. Pure functions.

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace tollgate::ui {

struct FilterField {
    QString name;         ///< "status"
    QString meaning;      ///< for people
    QStringList examples; ///< values worth offering: ">=400"
};

const QList<FilterField>& filterFields();

/// The blank-separated word around the cursor; quotes keep blanks inside.
struct FilterWord {
    int start = 0;
    int length = 0;
    QString text;
};
FilterWord filterWordAt(const QString& filter, int cursor);

struct FilterCompletion {
    QString insert; ///< what replaces the word
    QString meaning;
};
/// Fields while a field is typed, values after its colon. `values`: known ones by field.
QList<FilterCompletion> filterCompletions(const QString& word, const QHash<QString, QStringList>& values);

QString filterWith(const QString& filter,
                   const QString& term); ///< adds the term unless it stands there already
QString filterWithout(const QString& filter, const QString& term); ///< adds its negation

} // namespace tollgate::ui
