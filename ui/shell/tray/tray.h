#pragma once
// The console in the system tray: state, today's spend, pause, show, quit, and notifications. Where there is
// no tray, nothing is ever hidden in it, and notifications are messages in the window.

#include "ui/shell/tray/notice_rules.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

#include <memory>

namespace tollgate::ui {

class GatewayLink;
class MainWindow;

/// Main thread. Lives in the window.
class Tray : public QObject {
    Q_OBJECT
public:
    /// Whether there is a tray is asked anew each time it matters: it comes and goes with the desktop.
    using Available = std::function<bool()>;

    Tray(MainWindow& window, GatewayLink& link, Available available = &QSystemTrayIcon::isSystemTrayAvailable,
         NoticeRules::Clock clock = {});
    ~Tray() override;

    /// Closing the window leaves the gateway running in the tray: wanted, and there is one now.
    bool keepsRunning() const;
    void setKeepRunning(bool keep);
    QMenu* menu() const { return m_menu.get(); }
    bool isShown() const { return m_icon && m_icon->isVisible(); }

private:
    void onEvent(const QString& type, const QJsonObject& data);
    void tell(const Notice& notice);
    void tellInWindow(const Notice& notice);
    void show();
    void refresh();
    void showWindow();
    void go(const Notice& notice);

    MainWindow& m_window;
    GatewayLink& m_link;
    Available m_available;
    NoticeRules m_rules;
    std::unique_ptr<QMenu> m_menu; ///< has no parent widget: it outlives a hidden window's focus
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QAction* m_state = nullptr;
    QAction* m_spend = nullptr;
    QAction* m_pause = nullptr;
    QAction* m_keep = nullptr;
    double m_spentToday = -1;
    std::optional<Notice> m_last; ///< what a click on the notification is about
    QList<Notice> m_waiting;      ///< until the message in the window is gone: it may be a question
};

} // namespace tollgate::ui
