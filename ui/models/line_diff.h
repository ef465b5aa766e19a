#pragma once
// Two texts line by line: what stays, what goes, what comes. Pure, any thread.

#include <QList>
#include <QString>

namespace tollgate::ui {

struct DiffLine {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    friend bool operator==(const DiffLine&, const DiffLine&) = default;
};

/// The shortest list of changes, removals before additions. Texts of more than a few thousand lines are told
/// as replaced where they differ.
QList<DiffLine> lineDiff(const QString& before, const QString& after);

/// As people know it: "+ line", "- line", "  line", with at most `context` lines around a change and "…"
/// where lines are left out.
QString diffText(const QList<DiffLine>& lines, int context = 3);

} // namespace tollgate::ui
