#pragma once
// What differs between two states of a JSON document, field by field, in words. Pure functions, any thread.

#include <QJsonValue>
#include <QList>
#include <QString>

namespace tollgate::ui {

struct FieldDiff {
    QString path;   ///< "targets[0].weight"; empty: the document as a whole
    QString before; ///< empty: was not there
    QString after;  ///< empty: is not there any more
    friend bool operator==(const FieldDiff&, const FieldDiff&) = default;
};

/// Null stands for no document at all. Fields only one side has are listed, too.
QList<FieldDiff> jsonDiff(const QJsonValue& before, const QJsonValue& after);

/// "rollout_percent 5 → 15, enabled yes → no": the first few, and how many more.
QString diffSummary(const QList<FieldDiff>& diff, int most = 2);

} // namespace tollgate::ui
