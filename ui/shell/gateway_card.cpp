#include "ui/shell/gateway_card.h"

#include "ui/link/gateway_link.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/paint.h"

#include <QPushButton>
#include <QToolButton>

#include <cmath>

namespace tollgate::ui {
namespace {

/// Filled while the gateway listens, a ring while it does not: readable without its colour.
class StateDot : public QWidget {
public:
    explicit StateDot(const GatewayLink& link, QWidget* parent)
        : QWidget(parent)
        , m_link(link) {
        const int size = Theme::of(this).px(10);
        setFixedSize(size, size);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::of(this);
        const LinkState state = m_link.state();
        const ColorRole role = state == LinkState::Listening  ? ColorRole::Good
                               : state == LinkState::Starting ? ColorRole::Warning
                               : state == LinkState::Failed   ? ColorRole::Bad
                                                              : ColorRole::TextFaint;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF circle = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.setPen(state == LinkState::Listening ? QPen(Qt::NoPen) : QPen(theme.color(role), 2));
        painter.setBrush(state == LinkState::Listening ? QBrush(theme.color(role)) : QBrush(Qt::NoBrush));
        painter.drawEllipse(circle);
    }

private:
    const GatewayLink& m_link;
};

QString stateText(const GatewayLink& link) {
    const bool remote = !link.canControl();
    switch (link.state()) {
    case LinkState::Listening:
        return remote ? GatewayCard::tr("Connected") : GatewayCard::tr("Listening");
    case LinkState::Starting:
        return remote ? GatewayCard::tr("Connecting") : GatewayCard::tr("Starting");
    case LinkState::Failed:
        return remote ? GatewayCard::tr("Not connected") : GatewayCard::tr("Not listening");
    case LinkState::Stopped:
        break;
    }
    return GatewayCard::tr("Stopped");
}

QString rateText(double perSecond) {
    const int decimals = perSecond > 0 && perSecond < 9.95 ? 1 : 0;
    return GatewayCard::tr("· %1 req/s").arg(perSecond, 0, 'f', decimals);
}

} // namespace

GatewayCard::GatewayCard(GatewayLink& link, QWidget* parent)
    : QWidget(parent)
    , m_link(link)
    , m_state(makeLabel({}, ColorRole::Text, 0, QFont::DemiBold, this))
    , m_rate(makeLabel({}, ColorRole::TextMuted, 0, QFont::Normal, this))
    , m_address(makeMonoLabel({}, ColorRole::TextMuted, -1, this))
    , m_detail(makeLabel({}, ColorRole::Bad, -1, QFont::Normal, this))
    , m_dot(new StateDot(link, this))
    , m_copy(new CopyButton(
          tr("address"), [&link] { return link.url(); }, this))
    , m_power(new QToolButton(this))
    , m_otherPort(new QPushButton(tr("Use another port"), this)) {
    const Theme& theme = Theme::of(this);
    setAccessibleName(tr("Gateway"));
    m_detail->setWordWrap(true);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_power->setIconSize(QSize(theme.px(12), theme.px(12)));
    m_power->setFixedSize(theme.px(20), theme.px(20));
    m_otherPort->setAccessibleName(m_otherPort->text());
    m_otherPort->setToolTip(tr("Listen on a free port this time"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(10), theme.px(5), theme.px(6), theme.px(5));
    column->setSpacing(0);
    auto* first = makeRow(4);
    first->addWidget(m_dot);
    first->addSpacing(1);
    first->addWidget(m_state);
    first->addWidget(m_rate);
    first->addStretch(1);
    first->addWidget(m_power);
    column->addLayout(first);
    auto* second = makeRow(3);
    second->addWidget(m_address);
    second->addWidget(m_copy);
    second->addStretch(1);
    column->addLayout(second);
    column->addWidget(m_detail);
    auto* third = makeRow(0);
    third->setContentsMargins(0, theme.px(2), theme.px(4), theme.px(2));
    third->addWidget(m_otherPort);
    column->addLayout(third);

    connect(m_power, &QToolButton::clicked, this, &GatewayCard::toggle);
    connect(m_otherPort, &QPushButton::clicked, this, [this] { m_link.startOnFreePort(); });
    connect(&link, &GatewayLink::stateChanged, this, &GatewayCard::refresh);
    refresh();
}

void GatewayCard::toggle() {
    if (m_link.state() == LinkState::Listening)
        m_link.stop();
    else
        m_link.start();
}

void GatewayCard::setNarrow(bool narrow) {
    m_narrow = narrow;
    refresh();
}

void GatewayCard::setTick(const QJsonObject& tick) {
    const double perSecond = tick.value(QLatin1StringView("requests_per_second")).toDouble(std::nan(""));
    m_rate->setText(std::isfinite(perSecond) ? rateText(perSecond) : QString());
    refresh();
}

void GatewayCard::refresh() {
    const Theme& theme = Theme::of(this);
    const LinkState state = m_link.state();
    const bool listening = state == LinkState::Listening;
    const bool failed = state == LinkState::Failed;
    m_state->setText(stateText(m_link));
    m_rate->setVisible(!m_narrow && listening && !m_rate->text().isEmpty());
    m_address->setText(m_link.address());
    m_state->setVisible(!m_narrow);
    m_address->setVisible(!m_narrow);
    m_copy->setVisible(!m_narrow && !m_link.address().isEmpty());
    m_detail->setText(m_link.stateDetail());
    m_detail->setVisible(!m_narrow && failed && m_link.canControl() &&
                         !m_link.stateDetail().isEmpty()); // else the banner says it
    m_otherPort->setVisible(!m_narrow && failed && m_link.canControl());
    m_power->setVisible(m_link.canControl());
    m_power->setEnabled(state != LinkState::Starting);
    const QString action = listening ? tr("Stop the gateway") : tr("Start the gateway");
    if (m_power->accessibleName() != action) {
        m_power->setIcon(theme.icon(listening ? u"stop"_qs : u"play"_qs));
        m_power->setAccessibleName(action);
        m_power->setToolTip(action);
    }
    setAccessibleDescription(m_state->text() + u' ' + m_link.address() + u' ' + m_detail->text());
    setToolTip(m_narrow ? accessibleDescription().toHtmlEscaped() : QString());
    m_dot->update();
}

void GatewayCard::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    paintRoundedRect(painter, rect(), theme.px(7), theme.color(ColorRole::Field),
                     theme.color(ColorRole::Border));
}

} // namespace tollgate::ui
