#pragma once
// Every shortcut in reach, grouped.

#include <QDialog>
#include <QTimer>

class QScrollArea;

namespace tollgate::ui {

class ShortcutRegistry;

class CheatSheet : public QDialog {
    Q_OBJECT
public:
    /// Follows the registry: pages that are not made yet register theirs later.
    explicit CheatSheet(const ShortcutRegistry& shortcuts, QWidget* parent = nullptr);

private:
    void fill();

    const ShortcutRegistry& m_shortcuts;
    QScrollArea* m_scroll = nullptr;
    QTimer m_soon;
};

} // namespace tollgate::ui
