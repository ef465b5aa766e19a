// A chart as an image for a report: with its title and what its colours mean, and nothing that is only for
// the screen.
#include "ui/charts/chart.h"
#include "ui/charts/chart_canvas.h"
#include "ui/widgets/paint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QToolTip>

#include <utility>

namespace tollgate::ui {

QPixmap Chart::image() {
    const Theme& theme = Theme::of(this);
    const int margin = theme.px(12);
    const int heading = theme.px(26);
    const qreal ratio = devicePixelRatioF();
    const QSize whole(width() + 2 * margin, m_canvas->height() + heading + 2 * margin);
    QPixmap image(whole * ratio);
    image.setDevicePixelRatio(ratio);
    image.fill(theme.color(ColorRole::Card));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont strong = theme.textFont(0, QFont::DemiBold);
    const QFont plain = theme.textFont(-1);
    qreal x = margin;
    const auto write = [&](const QString& text, const QFont& font, ColorRole role) {
        const qreal wide = QFontMetricsF(font).horizontalAdvance(text);
        painter.setFont(font);
        painter.setPen(theme.color(role));
        painter.drawText(QRectF(x, margin, wide + 1, heading), Qt::AlignLeft | Qt::AlignTop, text);
        x += wide + theme.px(12);
    };
    write(accessibleName(), strong, ColorRole::Text);
    for (const ReadoutLine& series : legend()) {
        const qreal swatch = theme.px(8);
        paintRoundedRect(painter, QRectF(x, margin + theme.px(4), swatch, swatch), 2, series.color, {});
        x += swatch + theme.px(5);
        write(series.name, plain, ColorRole::TextMuted);
    }
    const bool focused = std::exchange(m_focusedByKey, false);
    static_cast<QWidget*>(m_canvas)->render(&painter, QPoint(margin, margin + heading), QRegion(),
                                            QWidget::DrawChildren);
    m_focusedByKey = focused;
    return image;
}

void Chart::copyAsImage() {
    QGuiApplication::clipboard()->setPixmap(image());
    QToolTip::showText(mapToGlobal(rect().center()), tr("Copied as an image"), this);
}

} // namespace tollgate::ui
