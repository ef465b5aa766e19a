#include "ui/widgets/bars.h"

#include <QLocale>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace tollgate::ui {

SplitBar::SplitBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SplitBar::setSplit(const QString& leftName, const QString& rightName, double rightPercent) {
    m_left = leftName;
    m_right = rightName;
    m_percent = std::clamp(rightPercent, 0.0, 100.0);
    setAccessibleName(tr("Traffic split"));
    setAccessibleDescription(tr("%1 %2 %, %3 %4 %")
                                 .arg(m_left, QLocale::c().toString(100 - m_percent, 'f', 1), m_right,
                                      QLocale::c().toString(m_percent, 'f', 1)));
    setToolTip(accessibleDescription());
    update();
}

QSize SplitBar::sizeHint() const {
    const Theme& theme = Theme::of(this);
    return {theme.px(240), theme.px(20)};
}

QSize SplitBar::minimumSizeHint() const {
    const Theme& theme = Theme::of(this);
    return {theme.px(100), theme.px(20)};
}

void SplitBar::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()), theme.px(5), theme.px(5));
    painter.setClipPath(shape);
    const qreal edge = width() * (1 - m_percent / 100);
    const QRectF left(0, 0, edge, height());
    const QRectF right(edge, 0, width() - edge, height());
    painter.fillRect(left, theme.color(ColorRole::AccentFill));
    painter.fillRect(right, theme.seriesColor(u"canary"_qs));

    painter.setFont(theme.textFont(-1, QFont::Medium));
    const auto label = [&](const QRectF& part, const QString& name, double percent, const QColor& color) {
        const QString figure = QLocale::c().toString(percent, 'f', 1) + u" %"_qs;
        const qreal pad = theme.px(8);
        const QString full = name.isEmpty() ? figure : name + u' ' + figure;
        const QFontMetricsF metrics(painter.font());
        const QString shown = metrics.horizontalAdvance(full) + 2 * pad <= part.width() ? full : figure;
        if (metrics.horizontalAdvance(shown) + pad > part.width())
            return;
        painter.setPen(color);
        painter.drawText(part.adjusted(pad, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, shown);
    };
    label(left, m_left, 100 - m_percent, theme.color(ColorRole::AccentText));
    label(right, m_right, m_percent, QColor(0x1b, 0x14, 0x05)); // ink on amber, in both themes
}

UptimeStrip::UptimeStrip(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Uptime"));
}

void UptimeStrip::setRatios(const QList<double>& ratios) {
    m_ratios = ratios;
    setAccessibleDescription(describe(ratios));
    setToolTip(describe(ratios));
    update();
}

QString UptimeStrip::describe(const QList<double>& ratios) {
    qsizetype known = 0;
    qsizetype perfect = 0;
    for (const double ratio : ratios) {
        known += std::isfinite(ratio) ? 1 : 0;
        perfect += std::isfinite(ratio) && ratio >= 0.999 ? 1 : 0;
    }
    if (known == 0)
        return tr("No traffic in the last %1 min").arg(ratios.size());
    return tr("Without errors in %1 of %2 min with traffic").arg(perfect).arg(known);
}

QSize UptimeStrip::sizeFor(const QWidget* widget) {
    const Theme& theme = Theme::of(widget);
    return {kCells * theme.px(5) - 1, theme.px(16)};
}

QSize UptimeStrip::sizeHint() const {
    return sizeFor(this);
}

void UptimeStrip::paint(QPainter& painter, const QRect& rect, const QList<double>& ratios,
                        const QWidget* widget) {
    const Theme& theme = Theme::of(widget);
    const QSize size = sizeFor(widget);
    const int step = qMax(2, qMin(theme.px(5), rect.width() / kCells));
    const int top = rect.top() + (rect.height() - size.height()) / 2;
    const qsizetype first = std::max<qsizetype>(0, ratios.size() - kCells);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int cell = 0; cell < kCells; ++cell) {
        const qsizetype index = ratios.size() - kCells + cell;
        const double ratio = index >= first && index >= 0 ? ratios[index] : std::nan("");
        QColor color = theme.color(ColorRole::Border);
        // Trouble is also shorter, so that it reads without colour; no traffic is a dash.
        qreal height = size.height();
        if (std::isfinite(ratio) && ratio >= 0.99) {
            color = toneFill(Tone::Good, widget);
        } else if (std::isfinite(ratio) && ratio >= 0.5) {
            color = toneFill(Tone::Warning, widget);
            height *= 0.7;
        } else if (std::isfinite(ratio)) {
            color = toneFill(Tone::Bad, widget);
            height *= 0.4;
        } else {
            height *= 0.15;
        }
        painter.setBrush(color);
        painter.drawRoundedRect(
            QRectF(rect.left() + cell * step, top + (size.height() - height) / 2, step - 1, height), 1, 1);
    }
    painter.restore();
}

void UptimeStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, rect(), m_ratios, this);
}

UsageBar::UsageBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Usage"));
}

void UsageBar::setUsage(double spent, double reserved, double limit) {
    m_spent = spent;
    m_reserved = reserved;
    m_limit = limit;
    const auto share = [limit](double part) {
        return QLocale::c().toString(limit > 0 ? 100 * part / limit : 0.0, 'f', 0);
    };
    setAccessibleDescription(tr("%1 % used, %2 % reserved").arg(share(spent), share(reserved)));
    setToolTip(accessibleDescription());
    update();
}

void UsageBar::setThresholds(double warning, double bad) {
    m_warning = warning;
    m_bad = bad;
    update();
}

QSize UsageBar::sizeHint() const {
    const Theme& theme = Theme::of(this);
    return {theme.px(96), theme.px(8)};
}

QSize UsageBar::minimumSizeHint() const {
    const Theme& theme = Theme::of(this);
    return {theme.px(32), theme.px(8)};
}

void UsageBar::paint(QPainter& painter, const QRectF& rect, double spentRatio, double reservedRatio,
                     Tone tone, const QWidget* widget) {
    const Theme& theme = Theme::of(widget);
    const qreal radius = rect.height() / 2;
    const QColor color = toneFill(tone, widget);
    painter.save();
    paintRoundedRect(painter, rect, radius, theme.color(ColorRole::Field), theme.color(ColorRole::Border));
    QPainterPath shape;
    shape.addRoundedRect(rect, radius, radius);
    painter.setClipPath(shape);
    const qreal spent = rect.width() * std::clamp(spentRatio, 0.0, 1.0);
    const qreal reserved = rect.width() * std::clamp(reservedRatio, 0.0, 1.0);
    QColor pale = color;
    pale.setAlphaF(0.35F);
    const QRectF hatch(rect.left() + spent, rect.top(), reserved, rect.height());
    painter.fillRect(hatch, pale);
    painter.fillRect(hatch, QBrush(color, Qt::BDiagPattern));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (spent > 0)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), qMax(spent, rect.height()), rect.height()),
                                radius, radius);
    painter.restore();
}

void UsageBar::paintEvent(QPaintEvent*) {
    const double spent = m_limit > 0 ? m_spent / m_limit : 0;
    const double reserved = m_limit > 0 ? m_reserved / m_limit : 0;
    const Tone tone = spent >= m_bad ? Tone::Bad : spent >= m_warning ? Tone::Warning : Tone::Accent;
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    const qreal thickness = qMin<qreal>(height(), theme.px(8));
    paint(painter, QRectF(0, (height() - thickness) / 2, width(), thickness), spent, reserved, tone, this);
}

} // namespace tollgate::ui
