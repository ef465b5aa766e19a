#pragma once
// The window: sidebar, title row, messages, pages, status line. Pages are made when they are first shown, or
// soon after the window, and woken and put to sleep as they come and go.

#include "ui/pages/page.h"
#include "ui/shell/console_state.h"
#include "ui/shell/shortcut_registry.h"
#include "ui/shell/theme.h"

#include <QHash>
#include <QJsonObject>
#include <QMainWindow>

class QHBoxLayout;
class QLabel;

namespace tollgate::ui {

class CommandPalette;
class CurrentStack;
class GatewayNotices;
class LeaveGuard;
class PageRegistry;
class PagesAhead;
class PaletteItems;
class Sidebar;
class StatusLine;
class Tray;

/// Main thread. Theme, link and registry outlive the window.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// stateFile: where geometry, page and theme are remembered; empty: nowhere.
    MainWindow(Theme& theme, GatewayLink& link, const PageRegistry& pages, const QString& stateFile = {},
               QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens the page, asking first when the current one has unsaved edits. The argument goes to Page::open.
    void showPage(const QString& pageId, const QString& argument = {});
    QString currentPageId() const { return m_currentId; }
    Page* currentPage() const;
    Page* page(const QString& pageId) const; ///< null until it was first shown

    MessageBar* messages() const { return m_messages; }
    ShortcutRegistry* shortcuts() { return &m_shortcuts; }
    ConsoleState* state() { return &m_state; }
    Sidebar* sidebar() const { return m_sidebar; }
    StatusLine* statusLine() const { return m_status; }
    GatewayNotices* notices() const { return m_notices; }
    const PageRegistry& pages() const { return m_registry; }
    CommandPalette* palette() const { return m_palette; }
    void showCheatSheet();
    void openPalette();
    void openSetup(); ///< the first-run wizard, also later
    Tray* tray() const { return m_tray; }
    /// Closes for good, also where closing would leave the program in the tray.
    void quit();
    void chooseTheme(ThemeMode mode) { setThemeMode(mode); }

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Loaded {
        Page* page = nullptr;
        QWidget* titleControls = nullptr;
    };

    void build();
    void registerShortcuts();
    void restore();
    void switchTo(const QString& pageId, const QString& argument);
    Loaded& load(const QString& pageId);
    void setAwake(bool awake);
    void refreshTitle();
    void refreshStatus();
    void focusFilter();
    void setThemeMode(ThemeMode mode);
    void onEvent(const QString& type, const QJsonObject& payload);
    void showJobs(const QJsonObject& jobs);

    Theme& m_theme;
    GatewayLink& m_link;
    const PageRegistry& m_registry;
    ConsoleState m_state;
    ShortcutRegistry m_shortcuts;

    Sidebar* m_sidebar = nullptr;
    QLabel* m_title = nullptr;
    QHBoxLayout* m_titleRow = nullptr;
    CurrentStack* m_stack = nullptr;
    StatusLine* m_status = nullptr;
    GatewayNotices* m_notices = nullptr;
    MessageBar* m_messages = nullptr;
    LeaveGuard* m_guard = nullptr;
    PagesAhead* m_ahead = nullptr;
    CommandPalette* m_palette = nullptr;
    PaletteItems* m_paletteItems = nullptr;
    Tray* m_tray = nullptr;

    QHash<QString, Loaded> m_loaded;
    QString m_currentId;
    bool m_awake = false;
    bool m_mayClose = false;
    bool m_quitting = false;
    int m_failedSeen = -1; ///< of the tasks that have failed
};

} // namespace tollgate::ui
