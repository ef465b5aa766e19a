#include "ui/widgets/toggle_switch.h"

#include "ui/widgets/paint.h"

#include <QKeyEvent>

namespace tollgate::ui {

ToggleSwitch::ToggleSwitch(const QString& accessibleName, QWidget* parent)
    : QAbstractButton(parent) {
    setCheckable(true);
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize ToggleSwitch::sizeFor(const QWidget* widget) {
    const Theme& theme = Theme::of(widget);
    return {theme.px(30), theme.px(17)};
}

QSize ToggleSwitch::sizeHint() const {
    return sizeFor(this) + QSize(4, 4); // room for the focus ring
}

void ToggleSwitch::paint(QPainter& painter, const QRect& rect, bool on, bool enabled, const QWidget* widget) {
    const Theme& theme = Theme::of(widget);
    QRectF track(QPointF(), QSizeF(sizeFor(widget)));
    track.moveCenter(QRectF(rect).center());
    painter.save();
    if (!enabled)
        painter.setOpacity(0.5);
    const QColor off = theme.isDark() ? theme.color(ColorRole::Border) : theme.color(ColorRole::TextFaint);
    paintRoundedRect(painter, track, track.height() / 2, on ? toneFill(Tone::Good, widget) : off, {});
    const qreal gap = track.height() * 0.12;
    const qreal size = track.height() - 2 * gap;
    const QRectF knob(on ? track.right() - gap - size : track.left() + gap, track.top() + gap, size, size);
    painter.setBrush(Qt::white);
    painter.drawEllipse(knob);
    painter.restore();
}

void ToggleSwitch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, rect(), isChecked(), isEnabled(), this);
    paintFocusRing(painter, this, rect(), height() / 2.0);
}

void ToggleSwitch::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace tollgate::ui
