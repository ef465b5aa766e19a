#include "ui/pages/aliases/drag_handle.h"

#include "ui/widgets/paint.h"

#include <QMouseEvent>

namespace tollgate::ui {

DragHandle::DragHandle(QWidget* row)
    : QWidget(row) {
    setCursor(Qt::OpenHandCursor);
    setToolTip(tr("Drag to reorder"));
    setAccessibleName(tr("Drag to reorder"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize DragHandle::sizeHint() const {
    const Theme& theme = Theme::of(this);
    return {theme.px(16), theme.px(24)};
}

void DragHandle::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int side = qMin(width(), height());
    Theme::of(this)
        .icon(QStringLiteral("drag"), underMouse() ? ColorRole::TextMuted : ColorRole::TextFaint)
        .paint(&painter, QRect((width() - side) / 2, (height() - side) / 2, side, side));
}

void DragHandle::mousePressEvent(QMouseEvent*) {
    setCursor(Qt::ClosedHandCursor);
}

void DragHandle::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton))
        Q_EMIT dragged(mapTo(parentWidget()->parentWidget(), event->position().toPoint()).y());
}

void DragHandle::mouseReleaseEvent(QMouseEvent*) {
    setCursor(Qt::OpenHandCursor);
}

} // namespace tollgate::ui
