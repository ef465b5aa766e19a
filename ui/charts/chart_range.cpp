// What a chart does with a range of its times: the mark, the zoom, and the crosshair it shares.

#include "ui/charts/chart.h"
#include "ui/charts/chart_canvas.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

namespace tollgate::ui {

void Chart::makeReset() {
    m_reset = new QPushButton(tr("Reset zoom"), this);
    setKind(m_reset, "chip");
    m_reset->setAccessibleName(tr("Reset the zoom of the chart"));
    m_reset->hide();
    connect(m_reset, &QPushButton::clicked, this, &Chart::resetZoom);
}

void Chart::placeReset() {
    m_reset->setVisible(zoom().has_value());
    m_reset->adjustSize();
    m_reset->move(static_cast<int>(m_canvas->plot().left()) + 4, static_cast<int>(m_canvas->plot().top()));
    m_reset->raise();
}

void Chart::describeAll() {
    QStringList parts{m_described};
    const QList<qint64> times = slotTimes();
    if (zoom() && times.size() > 1) {
        const SlotRange shown = shownSlots(times);
        const qint64 span = times.last() - times.first();
        parts << tr("Zoomed from %1 to %2")
                     .arg(timeText(times[shown.first], span), timeText(times[shown.second], span));
    }
    parts.removeAll(QString());
    setAccessibleDescription(parts.join(u". "_qs));
}

SlotRange Chart::shownSlots(const QList<qint64>& times) const {
    return m_zoom.shown(times).value_or(SlotRange{0, times.size() - 1});
}

void Chart::setZoom(std::optional<ChartSpan> span) {
    if (!m_zoom.set(span))
        return;
    zoomApplied();
    describeAll();
    refresh();
}

void Chart::resetZoom() {
    m_click.stop();
    if (!zoom())
        return;
    if (m_reset->hasFocus())
        setFocus(Qt::OtherFocusReason); // the button goes away
    setZoom(std::nullopt);
    Q_EMIT zoomChanged(std::nullopt);
}

void Chart::dropZoomWithoutData() {
    const QList<qint64> times = slotTimes();
    if (const auto mark = m_zoom.marked(); mark && mark->second >= times.size())
        m_zoom.unmark();
    if (!m_zoom.shown(times))
        resetZoom();
}

std::optional<ChartSpan> Chart::markedSpan() const {
    const auto mark = m_zoom.marked();
    const QList<qint64> times = slotTimes();
    if (!mark || mark->second >= times.size())
        return std::nullopt;
    return ChartSpan{times[mark->first], times[mark->second]};
}

void Chart::zoomIntoMark() {
    const std::optional<ChartSpan> span = markedSpan();
    m_zoom.unmark();
    if (span && span != zoom()) {
        setZoom(span);
        Q_EMIT zoomChanged(span);
    }
    m_canvas->viewport()->update();
}

void Chart::extendMark(int direction) {
    const QList<qint64> times = slotTimes();
    if (times.size() < 2)
        return;
    const SlotRange shown = shownSlots(times);
    m_zoom.extend(std::clamp(currentSlot().value_or(shown.second), shown.first, shown.second), direction,
                  shown);
    step(direction);
    m_canvas->viewport()->update();
}

bool Chart::escape() {
    const bool had = m_zoom.marked().has_value();
    m_zoom.unmark();
    m_canvas->viewport()->update();
    if (had)
        return true;
    const bool zoomed = zoom().has_value();
    resetZoom();
    return zoomed;
}

bool Chart::event(QEvent* event) {
    // Esc belongs to the chart while there is something to leave, before any shortcut of the page.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && (zoom() || m_zoom.marked())) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Chart::pressed(const QPointF& position) {
    if (slotTimes().size() > 1 && m_canvas->plot().contains(position))
        m_zoom.press(position.x(), slotAt(position.x()));
    else
        m_zoom.unmark();
}

void Chart::moved(const QPointF& position, bool inPlot) {
    const double x = qBound(m_canvas->plot().left(), position.x(), m_canvas->plot().right());
    if (m_zoom.drag(x, slotAt(x), QApplication::startDragDistance())) {
        pointerMoved({x, m_canvas->plot().center().y()});
        m_canvas->viewport()->update();
    } else if (inPlot) {
        pointerMoved(position);
    } else {
        pointerLeft();
    }
}

void Chart::released(const QPointF& position, bool inPlot) {
    const bool dragged = m_zoom.isDragging();
    const bool pressedHere = m_zoom.isPressed() || slotTimes().size() < 2;
    m_zoom.release();
    if (dragged) {
        zoomIntoMark();
        return;
    }
    m_zoom.unmark();
    if (!inPlot || !pressedHere)
        return;
    if (zoom()) {
        m_clickAt = position;
        m_click.start(QApplication::doubleClickInterval());
    } else {
        pointerClicked(position);
    }
}

void Chart::setCrosshair(std::optional<qint64> at) {
    m_crosshair = at;
    m_borrowed = true;
    m_canvas->viewport()->update();
}

void Chart::moveCrosshair(std::optional<qint64> at) {
    if (at == m_crosshair && !m_borrowed)
        return;
    m_crosshair = at;
    m_borrowed = false;
    m_canvas->viewport()->update();
    Q_EMIT crosshairMoved(at);
}

void Chart::paintMark(QPainter& painter) const {
    const std::optional<SlotRange> mark = m_zoom.marked();
    if (!mark)
        return;
    const QRectF plot = m_canvas->plot();
    const QRectF band(QPointF(slotPosition(mark->first), plot.top()),
                      QPointF(slotPosition(mark->second), plot.bottom()));
    QColor fill = Theme::of(this).color(ColorRole::Accent);
    painter.setPen(QPen(fill, 1));
    fill.setAlphaF(0.18F);
    painter.setBrush(fill);
    painter.drawRect(band.intersected(plot));
}

} // namespace tollgate::ui
