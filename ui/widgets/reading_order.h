#pragma once
// Where Tab goes: through what one sees, in the order one reads it. Worked out when Tab is pressed, so that
// what was made, moved or hidden since needs no arranging.

#include <QList>

class QWidget;

namespace tollgate::ui {

/// The controls of the window that take the focus by Tab, in the order of its layouts.
QList<QWidget*> tabStops(const QWidget* window);

/// For focusNextPrevChild() of a window: gives the focus to the next stop, round and round.
bool moveFocusByReading(QWidget* window, bool next);

} // namespace tollgate::ui
