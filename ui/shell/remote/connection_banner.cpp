#include "ui/shell/remote/connection_banner.h"

#include "ui/link/gateway_link.h"
#include "ui/widgets/paint.h"

#include <QLocale>
#include <QPushButton>

namespace tollgate::ui {

ConnectionBanner::ConnectionBanner(GatewayLink& link, QWidget* parent)
    : QWidget(parent)
    , m_link(link)
    , m_icon(new QLabel(this))
    , m_text(makeLabel({}, ColorRole::Text, 0, QFont::DemiBold, this))
    , m_when(makeLabel({}, ColorRole::TextMuted, 0, QFont::Normal, this))
    , m_now(new QPushButton(tr("Connect now"), this)) {
    const Theme& theme = Theme::of(this);
    setAccessibleName(tr("Connection"));
    m_text->setWordWrap(true);
    m_when->setWordWrap(true);
    m_now->setAccessibleName(m_now->text());
    m_now->setObjectName(QStringLiteral("connectNow"));
    connect(m_now, &QPushButton::clicked, this, [this] { m_link.start(); });
    auto* words = makeColumn(1);
    words->addWidget(m_text);
    words->addWidget(m_when);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(18), theme.px(8), theme.px(18), theme.px(8));
    row->setSpacing(theme.px(10));
    row->addWidget(m_icon);
    row->addLayout(words, 1);
    row->addWidget(m_now);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &ConnectionBanner::refresh);
    connect(&m_link, &GatewayLink::stateChanged, this, &ConnectionBanner::refresh);
    refresh();
}

void ConnectionBanner::refresh() {
    const LinkState state = m_link.state();
    if (state == LinkState::Listening) {
        m_second.stop();
        hide();
        return;
    }
    const bool starting = state == LinkState::Starting;
    const Theme& theme = Theme::of(this);
    const Tone tone = starting ? Tone::Accent : Tone::Warning;
    m_icon->setPixmap(theme.icon(toneIcon(tone), toneRole(tone)).pixmap(theme.px(18), theme.px(18)));
    m_text->setText(starting ? tr("Connecting to %1").arg(m_link.address())
                             : tr("Not connected to %1: %2").arg(m_link.address(), m_link.stateDetail()));
    QStringList more;
    if (const QDateTime heard = m_link.lastHeard(); heard.isValid())
        more << tr("What you see is of %1. Edits stay.")
                    .arg(QLocale().toString(heard, QStringLiteral("HH:mm:ss")));
    if (const int wait = m_link.msToNextTry(); wait >= 0)
        more << tr("Next attempt in %n s.", nullptr, (wait + 999) / 1000);
    m_when->setText(more.join(u' '));
    m_when->setVisible(!more.isEmpty());
    m_now->setVisible(!starting);
    setAccessibleDescription(m_text->text());
    show();
    if (!starting && !m_second.isActive())
        m_second.start();
}

QString ConnectionBanner::text() const {
    return isHidden() ? QString() : QString(m_text->text() + u' ' + m_when->text()).trimmed();
}

void ConnectionBanner::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ColorRole::Field));
    const Tone tone = m_link.state() == LinkState::Starting ? Tone::Accent : Tone::Warning;
    painter.fillRect(QRect(0, 0, theme.px(3), height()), theme.color(toneRole(tone)));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(ColorRole::Border));
}

} // namespace tollgate::ui
