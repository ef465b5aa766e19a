#include "ui/widgets/badge.h"

namespace tollgate::ui {

Badge::Badge(const QString& text, Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_tone(tone) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Badge::setText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setTone(Tone tone) {
    m_tone = tone;
    update();
}

void Badge::set(const QString& text, Tone tone) {
    m_tone = tone;
    setText(text);
}

QSize Badge::sizeFor(const QString& text, const QWidget* widget) {
    const Theme& theme = Theme::of(widget);
    const QFontMetrics metrics(theme.textFont(-1, QFont::Medium));
    return {metrics.horizontalAdvance(text) + theme.px(16), metrics.height() + theme.px(4)};
}

QSize Badge::sizeHint() const {
    return sizeFor(m_text, this);
}

void Badge::paint(QPainter& painter, const QRect& rect, const QString& text, Tone tone,
                  const QWidget* widget) {
    const Theme& theme = Theme::of(widget);
    const QSize size = sizeFor(text, widget).boundedTo(QSize(rect.width(), rect.height()));
    const QRect pill(rect.left(), rect.top() + (rect.height() - size.height()) / 2, size.width(),
                     size.height());
    painter.save();
    paintRoundedRect(painter, pill, theme.px(5), theme.color(ColorRole::Field),
                     theme.color(ColorRole::Border));
    painter.setFont(theme.textFont(-1, QFont::Medium));
    painter.setPen(theme.color(toneRole(tone)));
    paintText(painter, pill.adjusted(theme.px(4), 0, -theme.px(4), 0), Qt::AlignCenter, text);
    painter.restore();
}

void Badge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, rect(), m_text, m_tone, this);
}

void paintCountBadge(QPainter& painter, const QRect& rect, int count, const QWidget* widget) {
    const Theme& theme = Theme::of(widget);
    const QString text = count > 99 ? u"99+"_qs : QString::number(count);
    const QFont font = theme.textFont(-2, QFont::DemiBold);
    const int height = theme.px(18);
    const int width = qMax(height, QFontMetrics(font).horizontalAdvance(text) + theme.px(9));
    const QRect pill(rect.right() - width, rect.center().y() - height / 2, width, height);
    painter.save();
    paintRoundedRect(painter, pill, height / 2.0, theme.color(ColorRole::Bad), {});
    painter.setFont(font);
    painter.setPen(theme.color(ColorRole::Card)); // dark on the light red, light on the dark one
    painter.drawText(pill, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace tollgate::ui
