#include "ui/widgets/legend_label.h"

#include "ui/widgets/paint.h"

namespace tollgate::ui {
namespace {

QFont legendFont(const QWidget* widget) {
    return Theme::of(widget).textFont(-0.25, QFont::Medium);
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
    update();
}

int LegendLabel::swatchWidth() const {
    return Theme::of(this).px(9);
}

int LegendLabel::widthOf(const QString& name) const {
    const Theme& theme = Theme::of(this);
    return swatchWidth() + theme.px(4) + QFontMetrics(legendFont(this)).horizontalAdvance(name) + theme.px(8);
}

QSize LegendLabel::sizeHint() const {
    const QFontMetrics metrics(legendFont(this));
    int width = m_trailing.isEmpty() ? 0 : metrics.horizontalAdvance(u"· "_qs + m_trailing) + 2;
    for (const QString& name : m_names)
        width += widthOf(name);
    return {width, metrics.height() + 2};
}

void LegendLabel::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(legendFont(this));
    int x = qMax(0, width() - sizeHint().width());
    for (const QString& name : m_names) {
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
    if (!m_trailing.isEmpty()) {
        painter.setPen(theme.color(ColorRole::TextMuted));
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         u"· "_qs + m_trailing);
    }
}

} // namespace tollgate::ui
