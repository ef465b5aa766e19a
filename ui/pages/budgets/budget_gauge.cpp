#include "ui/pages/budgets/budget_gauge.h"

#include "ui/models/format.h"
#include "ui/widgets/bars.h"

#include <QPolygonF>

namespace tollgate::ui {

BudgetGauge::BudgetGauge(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize BudgetGauge::sizeHint() const {
    const Theme& theme = Theme::of(this);
    return {theme.px(320), theme.px(52)};
}

QSize BudgetGauge::minimumSizeHint() const {
    return {Theme::of(this).px(160), sizeHint().height()};
}

double BudgetGauge::fullScale() const {
    // A forecast beyond the limit stays on the bar.
    return qMax(m_numbers.limit, qMax(m_numbers.spent + m_numbers.reserved, m_numbers.forecast));
}

void BudgetGauge::setNumbers(const BudgetNumbers& numbers) {
    m_numbers = numbers;
    QString text = tr("%1 of %2 spent, %3 reserved")
                       .arg(format::usd(numbers.spent), format::usdRounded(numbers.limit),
                            format::usd(numbers.reserved));
    if (numbers.forecast >= 0)
        text += tr(", forecast %1").arg(format::usd(numbers.forecast));
    setAccessibleName(text);
    setToolTip(text);
    update();
}

void BudgetGauge::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    const double full = fullScale();
    if (full <= 0)
        return;
    const qreal top = theme.px(18);
    const QRectF bar(0, top, width(), theme.px(12));
    const auto x = [&](double usd) { return qBound(0.0, usd / full, 1.0) * width(); };
    UsageBar::paint(painter, bar, m_numbers.spent / full, m_numbers.reserved / full,
                    m_numbers.tone == Tone::Good ? Tone::Accent : m_numbers.tone, this);

    painter.setFont(theme.textFont(-1.5));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const double percent : m_numbers.thresholds) {
        const qreal at = qMin<qreal>(x(m_numbers.limit * percent / 100), width() - 1);
        painter.setPen(QPen(theme.color(ColorRole::TextMuted), 1));
        painter.drawLine(QPointF(at, bar.top() - 2), QPointF(at, bar.bottom() + 2));
        painter.setPen(theme.color(ColorRole::TextMuted));
        const QRectF label(qBound(0.0, at - 30, width() - 60.0), bar.bottom() + 3, 60,
                           height() - bar.bottom() - 3);
        const int side = at < 30 ? Qt::AlignLeft : at > width() - 30 ? Qt::AlignRight : Qt::AlignHCenter;
        painter.drawText(label, side | Qt::AlignTop, QString::number(percent) + QStringLiteral(" %"));
    }
    if (m_numbers.forecast < 0)
        return;
    const qreal size = theme.px(4);
    const qreal at = qMin(x(m_numbers.forecast), width() - size);
    const bool over = m_numbers.forecast > m_numbers.limit;
    const QColor color = theme.color(over ? ColorRole::Bad : ColorRole::TextMuted);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF(
        {{at - size, bar.top() - size - 2}, {at + size, bar.top() - size - 2}, {at, bar.top() - 1}}));
    painter.setPen(color);
    const QString text = tr("forecast %1").arg(format::usdRounded(m_numbers.forecast));
    const qreal textWidth = painter.fontMetrics().horizontalAdvance(text) + 4;
    const bool leftSide = at + size + 4 + textWidth > width();
    const QRectF label(leftSide ? at - size - 4 - textWidth : at + size + 4, 0, textWidth, bar.top() - 4);
    painter.drawText(label, (leftSide ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text);
}

} // namespace tollgate::ui
