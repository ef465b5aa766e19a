#include "ui/shell/tray/tray.h"

#include "ui/link/gateway_link.h"
#include "ui/models/format.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QDateTime>
#include <QJsonArray>

namespace tollgate::ui {
namespace {

constexpr int kMostWaiting = 3; ///< older ones are no news any more
const QString kKeepKey = QStringLiteral("tray/keep-running");

QString stateText(const GatewayLink& link) {
    if (!link.canControl())
        return link.state() == LinkState::Listening ? Tray::tr("Connected to %1").arg(link.address())
                                                    : Tray::tr("Not connected to %1").arg(link.address());
    switch (link.state()) {
    case LinkState::Listening:
        return Tray::tr("Listening on %1").arg(link.address());
    case LinkState::Starting:
        return Tray::tr("Starting");
    case LinkState::Failed:
        return Tray::tr("Not listening");
    case LinkState::Stopped:
        break;
    }
    return Tray::tr("Paused: no requests are taken");
}

} // namespace

Tray::Tray(MainWindow& window, GatewayLink& link, Available available, NoticeRules::Clock clock)
    : QObject(&window)
    , m_window(window)
    , m_link(link)
    , m_available(std::move(available))
    , m_rules(clock ? std::move(clock) : NoticeRules::Clock(&QDateTime::currentMSecsSinceEpoch))
    , m_menu(std::make_unique<QMenu>()) {
    m_state = m_menu->addAction(QString());
    m_state->setEnabled(false);
    m_spend = m_menu->addAction(QString());
    m_spend->setEnabled(false);
    m_menu->addSeparator();
    m_pause = m_menu->addAction(QString(), this, [this] {
        if (m_link.state() == LinkState::Listening)
            m_link.stop();
        else
            m_link.start();
    });
    m_menu->addAction(tr("Show Tollgate"), this, &Tray::showWindow);
    m_keep = m_menu->addAction(tr("Keep running here when the window is closed"));
    m_keep->setCheckable(true);
    m_keep->setChecked(m_window.state()->value(kKeepKey, false).toBool());
    connect(m_keep, &QAction::toggled, this,
            [this](bool keep) { m_window.state()->setValue(kKeepKey, keep); });
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, [this] {
        showWindow(); // unsaved edits are asked about where they can be seen
        m_window.quit();
    });
    connect(&m_link, &GatewayLink::stateChanged, this, &Tray::refresh);
    connect(&m_link, &GatewayLink::event, this, &Tray::onEvent);
    // Queued: what dismissed a message may be about to show another one.
    connect(
        m_window.messages(), &MessageBar::dismissed, this,
        [this] {
            if (!m_waiting.isEmpty() && m_window.messages()->isHidden())
                tellInWindow(m_waiting.takeFirst());
        },
        Qt::QueuedConnection);
    refresh();
}

Tray::~Tray() = default;

bool Tray::keepsRunning() const {
    return m_keep->isChecked() && m_available() && isShown();
}

void Tray::setKeepRunning(bool keep) {
    m_keep->setChecked(keep);
}

void Tray::show() {
    if (m_icon || !m_available())
        return;
    m_icon = std::make_unique<QSystemTrayIcon>(QIcon(QStringLiteral(":/icons/tollgate.svg")));
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    showWindow();
            });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_last)
            go(*m_last);
    });
    m_icon->show();
    refresh();
}

void Tray::onEvent(const QString& type, const QJsonObject& data) {
    if (type == QLatin1String("tick")) {
        show(); // a tray may come later than the program
        m_spentToday = data.value(u"spend_today_usd").toDouble(-1);
        refresh();
        return;
    }
    if (const auto notice = m_rules.judge(type, data))
        tell(*notice);
}

void Tray::tell(const Notice& notice) {
    m_last = notice;
    if (isShown() && m_available() && QSystemTrayIcon::supportsMessages()) {
        m_icon->showMessage(notice.title, notice.text,
                            notice.urgent ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
        return;
    }
    if (m_window.messages()->isHidden()) {
        tellInWindow(notice);
        return;
    }
    m_waiting.append(notice);
    if (m_waiting.size() > kMostWaiting)
        m_waiting.removeFirst();
}

void Tray::tellInWindow(const Notice& notice) {
    const QString text = tr("%1. %2").arg(notice.title, notice.text);
    const QList<MessageBar::Action> actions{{tr("Show"), [this, notice] { go(notice); }}};
    if (notice.urgent)
        m_window.messages()->warning(text, actions);
    else
        m_window.messages()->info(text, actions);
}

void Tray::go(const Notice& notice) {
    showWindow();
    m_window.showPage(notice.page, notice.argument);
}

void Tray::showWindow() {
    if (m_window.isMinimized())
        m_window.showNormal();
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void Tray::refresh() {
    const bool listening = m_link.state() == LinkState::Listening;
    m_state->setText(stateText(m_link));
    m_spend->setText(m_spentToday < 0 ? tr("Spent today: unknown")
                                      : tr("Spent today: %1").arg(format::usd(m_spentToday)));
    m_pause->setText(listening ? tr("Pause the gateway") : tr("Start the gateway"));
    m_pause->setVisible(m_link.canControl());
    m_pause->setEnabled(m_link.state() != LinkState::Starting);
    if (m_icon)
        m_icon->setToolTip(tr("Tollgate · %1 · %2").arg(m_state->text(), m_spend->text()));
}

} // namespace tollgate::ui
