#pragma once
// What widgets that paint themselves are to assistive technology. Qt knows its own classes; anything else
// would be a nameless area that cannot be pressed.

#include <QAccessible>

class QWidget;

namespace tollgate::ui {

/// Once per program (Theme does); buttons of our own are buttons, check boxes or radio buttons from then on.
void installAccessibleRoles();

/// For a widget that is no button: a chart, a picture, or a tile that can be pressed (Space presses it).
void setAccessibleRole(QWidget* widget, QAccessible::Role role);

} // namespace tollgate::ui
