#pragma once
// Buttons that open a menu, as wide as their words and arrow need: "All projects ▾", and quiet in a line of
// text.

#include <QString>

class QPushButton;
class QWidget;

namespace tollgate::ui {

enum class MenuButtonKind { Framed, Quiet };

/// Has an empty menu of its own.
QPushButton* makeMenuButton(MenuButtonKind kind, const QString& accessibleName, QWidget* parent);
void setMenuButtonText(QPushButton* button, const QString& text);

} // namespace tollgate::ui
