#pragma once
// Figures of one width before Qt 6.7, which first lets a QFont switch on an OpenType feature.
//
// A font whose figures have one width only as the feature "tnum" is registered a second time, for this
// process only, under a name of its own and with that feature filed under a tag that the shaper always
// applies. The font on disk is not touched. (OpenType 1.9: "otff", "name", "GSUB" chapters.)

#include <QByteArray>
#include <QFont>
#include <QString>

namespace tollgate::ui {

/// Family to use instead of `family`: one with tabular figures, or `family` itself where that cannot be had.
/// GUI thread, once a process; the weights the console uses are registered.
QString tabularFamily(const QString& family);

namespace opentype {
/// GSUB table with "tnum" renamed to a default feature the table does not use; empty when there is nothing to
/// rename.
QByteArray withTabularFigures(QByteArray gsub);
/// An sfnt file of the given tables.
QByteArray assemble(const QList<QPair<QByteArray, QByteArray>>& tables);
/// A name table with the family and style under the English (Windows, Unicode) names.
QByteArray nameTable(const QString& family, const QString& style);
} // namespace opentype

} // namespace tollgate::ui
