#pragma once
// Small painting and layout helpers shared by the widgets.

#include "ui/shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

class QMenu;
class QPushButton;

namespace tollgate::ui {

/// What a status colour says; each always comes with a text or an icon.
enum class Tone { Neutral, Accent, Good, Warning, Bad };

ColorRole toneRole(Tone tone);
QColor toneFill(Tone tone, const QWidget* widget); ///< for bars and cells, which carry no text
QString toneIcon(Tone tone);                       ///< name of the icon that says the same without colour

void paintRoundedRect(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill,
                      const QColor& border);
void paintFocusRing(QPainter& painter, const QWidget* widget, const QRectF& rect, qreal radius);
/// Text in one line, elided at its end when it does not fit.
void paintText(QPainter& painter, const QRectF& rect, int alignment, const QString& text);

/// Plain-text label whose colour follows the theme; `role` is re-read at each paint of the palette.
QLabel* makeLabel(const QString& text, ColorRole role = ColorRole::Text, qreal pointDelta = 0,
                  QFont::Weight weight = QFont::Normal, QWidget* parent = nullptr);
/// In one line where there is room for it (QLabel's own wrapping prefers two).
QLabel* makeWrappingLabel(const QString& text, ColorRole role = ColorRole::Text, qreal pointDelta = 0,
                          QFont::Weight weight = QFont::Normal, QWidget* parent = nullptr);
QLabel* makeMonoLabel(const QString& text, ColorRole role = ColorRole::Text, qreal pointDelta = 0,
                      QWidget* parent = nullptr);
void setLabelRole(QLabel* label, ColorRole role);

/// Sets the `kind` the style looks at ("primary", "danger", "chip", "link", "quiet"; shell/style/control_box)
/// and polishes again.
void setKind(QWidget* widget, const char* kind);

/// Gives the button its menu, and room for the arrow that says so.
void attachMenu(QPushButton* button, QMenu* menu);

QHBoxLayout* makeRow(int spacing = 8);
QVBoxLayout* makeColumn(int spacing = 8);

} // namespace tollgate::ui
