#pragma once
// A difference of two texts to look at: "+" and "-" before the lines, and their colours beside that.

#include "ui/models/line_diff.h"

class QPlainTextEdit;
class QString;
class QWidget;

namespace tollgate::ui {

/// Read-only, mono, as tall as what it shows up to some twenty lines.
QPlainTextEdit* makeDiffView(const QString& accessibleName, QWidget* parent);
void showDiff(QPlainTextEdit* view, const QList<DiffLine>& lines);

/// The same view for a text without differences: an example to read and copy.
QPlainTextEdit* makeCodeView(const QString& accessibleName, QWidget* parent);
void showCode(QPlainTextEdit* view, const QString& text);

} // namespace tollgate::ui
