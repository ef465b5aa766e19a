#include "ui/shell/start_banner.h"

#include "ui/link/gateway_link.h"
#include "ui/widgets/paint.h"

#include <QProgressBar>
#include <QPushButton>

namespace tollgate::ui {

namespace {
constexpr int kPatienceMs = 400;
constexpr int kWatchMs = 200;
} // namespace

StartBanner::StartBanner(GatewayLink& link, QWidget* parent)
    : QWidget(parent)
    , m_link(link)
    , m_text(makeLabel({}, ColorRole::Text, 0, QFont::Normal, this))
    , m_bar(new QProgressBar(this))
    , m_close(new QPushButton(tr("Stop and close"), this)) {
    const Theme& theme = Theme::of(this);
    auto* row = makeRow(12);
    row->setContentsMargins(theme.px(18), theme.px(10), theme.px(18), theme.px(8));
    setLayout(row);
    m_text->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    m_bar->setFixedWidth(theme.px(160));
    m_bar->setAccessibleName(tr("How far the start is"));
    m_close->setObjectName(QStringLiteral("closeStart"));
    m_close->setAccessibleName(m_close->text());
    m_close->setToolTip(tr("Nothing is left half done: the next start begins again"));
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);
    row->addWidget(m_close);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    hide();
    m_watch.setInterval(kWatchMs);
    connect(&m_watch, &QTimer::timeout, this, &StartBanner::showProgress);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
    connect(m_close, &QPushButton::clicked, this, &StartBanner::closeWanted);
    connect(&m_link, &GatewayLink::stateChanged, this, &StartBanner::present);
    present();
}

QString StartBanner::text() const {
    return m_text->text();
}

void StartBanner::present() {
    const QString what = m_link.stateDetail();
    if (m_link.state() != LinkState::Starting || what.isEmpty()) {
        m_watch.stop();
        m_patience.stop();
        hide();
        return;
    }
    if (isHidden() && !m_patience.isActive())
        m_patience.start();
    m_watch.start();
    showProgress();
}

void StartBanner::showProgress() {
    m_text->setText(m_link.stateDetail()); // its numbers change without a signal
}

} // namespace tollgate::ui
