#pragma once
// Every shortcut in reach, grouped.

#include <QDialog>

namespace tollgate::ui {

class ShortcutRegistry;

class CheatSheet : public QDialog {
    Q_OBJECT
public:
    explicit CheatSheet(const ShortcutRegistry& shortcuts, QWidget* parent = nullptr);
};

} // namespace tollgate::ui
