#include "ui/widgets/legend_label.h"

#include "ui/widgets/paint.h"

namespace tollgate::ui {
namespace {

QFont legendFont(const QWidget* widget) {
    return Theme::of(widget).textFont(-0.25, QFont::Medium);
}

QString restText(qsizetype count) {
    return u'+' + QString::number(count);
}

} // namespace

LegendLabel::LegendLabel(Swatch swatch, QWidget* parent)
    : QWidget(parent)
    , m_swatch(swatch) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LegendLabel::setNames(const QStringList& names, const QString& trailing) {
    if (names == m_names && trailing == m_trailing)
        return;
    m_names = names;
    m_trailing = trailing;
    setAccessibleName(tr("Legend: %1").arg(names.join(u", "_qs)));
    updateGeometry();
    tellRest();
    update();
}

int LegendLabel::swatchWidth() const {
    return Theme::of(this).px(9);
}

int LegendLabel::widthOf(const QString& name) const {
    const Theme& theme = Theme::of(this);
    return swatchWidth() + theme.px(4) + QFontMetrics(legendFont(this)).horizontalAdvance(name) + theme.px(8);
}

int LegendLabel::widthOf(qsizetype shown) const {
    const QFontMetrics metrics(legendFont(this));
    int width = m_trailing.isEmpty() ? 0 : metrics.horizontalAdvance(u"· "_qs + m_trailing) + 2;
    for (const QString& name : m_names.first(shown))
        width += widthOf(name);
    if (shown < m_names.size())
        width += metrics.horizontalAdvance(restText(m_names.size() - shown)) + Theme::of(this).px(8);
    return width;
}

qsizetype LegendLabel::shownCount() const {
    qsizetype shown = m_names.size();
    while (shown > 0 && widthOf(shown) > width())
        --shown;
    return shown;
}

void LegendLabel::tellRest() {
    setToolTip(shownCount() < m_names.size() ? m_names.join(u", "_qs).toHtmlEscaped() : QString());
}

void LegendLabel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    tellRest();
}

QSize LegendLabel::sizeHint() const {
    return {widthOf(m_names.size()), QFontMetrics(legendFont(this)).height() + 2};
}

void LegendLabel::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(legendFont(this));
    const qsizetype shown = shownCount();
    int x = qMax(0, width() - widthOf(shown));
    for (const QString& name : m_names.first(shown)) {
        const qreal size = swatchWidth();
        const qreal thickness = m_swatch == Swatch::Line ? 2 : size;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.seriesColor(name));
        painter.drawRoundedRect(QRectF(x, (height() - thickness) / 2.0, size, thickness), 1, 1);
        painter.setPen(theme.color(ColorRole::TextMuted));
        const int textLeft = x + swatchWidth() + theme.px(4);
        painter.drawText(QRect(textLeft, 0, width() - textLeft, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         name);
        x += widthOf(name);
    }
    painter.setPen(theme.color(ColorRole::TextMuted));
    if (shown < m_names.size()) {
        const QString rest = restText(m_names.size() - shown);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, rest);
        x += painter.fontMetrics().horizontalAdvance(rest) + theme.px(8);
    }
    if (!m_trailing.isEmpty()) {
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         u"· "_qs + m_trailing);
    }
}

} // namespace tollgate::ui
