#include "ui/charts/chart_canvas.h"

#include "ui/widgets/paint.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QMouseEvent>
#include <QValueAxis>

namespace tollgate::ui {
namespace {

QFont labelFont(const QWidget* widget) {
    return Theme::of(widget).textFont(-1.5);
}

} // namespace

ChartCanvas::ChartCanvas(Chart* owner)
    : QChartView(owner)
    , m_owner(owner)
    , m_x(new QValueAxis)
    , m_y(new QValueAxis) {
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::NoFocus); // the chart around it takes the keys
    viewport()->setAutoFillBackground(false);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setViewportUpdateMode(FullViewportUpdate);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setAnimationOptions(QChart::NoAnimation);
    for (QValueAxis* axis : {m_x, m_y}) {
        axis->setVisible(false);
        axis->setTickCount(2);
    }
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
}

void ChartCanvas::place(QAbstractSeries* series) {
    chart()->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
}

void ChartCanvas::setXRange(double low, double high) {
    if (m_x->min() != low || m_x->max() != high)
        m_x->setRange(low, high);
}

void ChartCanvas::setYRange(double low, double high) {
    if (m_y->min() != low || m_y->max() != high)
        m_y->setRange(low, high);
}

QPointF ChartCanvas::toPlot(double x, double y) const {
    const double width = m_x->max() - m_x->min();
    const double height = m_y->max() - m_y->min();
    return {m_plot.left() + m_plot.width() * (width > 0 ? (x - m_x->min()) / width : 0),
            m_plot.bottom() - m_plot.height() * (height > 0 ? (y - m_y->min()) / height : 0)};
}

double ChartCanvas::xAt(double position) const {
    return m_x->min() + (m_x->max() - m_x->min()) * (position - m_plot.left()) / qMax(1.0, m_plot.width());
}

double ChartCanvas::yAt(double position) const {
    return m_y->min() + (m_y->max() - m_y->min()) * (m_plot.bottom() - position) / qMax(1.0, m_plot.height());
}

void ChartCanvas::arrange() {
    const Theme& theme = Theme::of(this);
    const QFontMetricsF metrics(labelFont(this));
    qreal left = metrics.horizontalAdvance(u"0.0 s"_qs);
    for (const double tick : m_owner->scale().ticks())
        left = qMax(left, metrics.horizontalAdvance(m_owner->axisText(tick)));
    const qreal half = metrics.height() / 2;
    m_plot = QRectF(rect()).adjusted(left + theme.px(6), half, -1, -metrics.height() - theme.px(4));
    if (m_plot.width() > 1 && m_plot.height() > 1)
        chart()->setPlotArea(m_plot);
}

void ChartCanvas::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    arrange();
}

void ChartCanvas::drawBackground(QPainter* painter, const QRectF&) {
    const Theme& theme = Theme::of(this);
    painter->save();
    painter->setFont(labelFont(this));
    const QFontMetricsF metrics(painter->font());
    painter->setRenderHint(QPainter::Antialiasing, false);
    QPen grid(theme.color(ColorRole::GridLine), 1, Qt::CustomDashLine);
    grid.setDashPattern({2, 3});
    for (const double tick : m_owner->scale().ticks()) {
        const double y = qRound(toPlot(0, tick).y()) + (tick == 0 ? 0.0 : 0.5);
        painter->setPen(tick == 0 ? QPen(theme.color(ColorRole::GridLine), 1) : grid);
        painter->drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter->setPen(theme.color(ColorRole::TextMuted));
        painter->drawText(QRectF(0, y - metrics.height() / 2, m_plot.left() - theme.px(6), metrics.height()),
                          Qt::AlignRight | Qt::AlignVCenter, m_owner->axisText(tick));
    }
    painter->setPen(theme.color(ColorRole::TextMuted));
    const qreal top = m_plot.bottom() + theme.px(4);
    for (const Chart::AxisLabel& label : m_owner->bottomLabels()) {
        const qreal width = metrics.horizontalAdvance(label.text) + 2;
        qreal left = label.position - width / 2;
        if (label.alignment == Qt::AlignLeft)
            left = label.position;
        else if (label.alignment == Qt::AlignRight)
            left = label.position - width;
        painter->drawText(QRectF(left, top, width, metrics.height()), Qt::AlignCenter, label.text);
    }
    painter->setRenderHint(QPainter::Antialiasing, true);
    m_owner->paintBehind(*painter);
    painter->restore();
}

void ChartCanvas::drawForeground(QPainter* painter, const QRectF&) {
    painter->save();
    painter->setFont(labelFont(this));
    painter->setRenderHint(QPainter::Antialiasing);
    m_owner->paintMark(*painter);
    m_owner->paintOver(*painter);
    painter->restore();
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event) {
    m_owner->moved(event->position(), m_plot.adjusted(-4, -4, 4, 4).contains(event->position()));
    event->accept();
}

void ChartCanvas::mousePressEvent(QMouseEvent* event) {
    m_owner->setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton)
        m_owner->pressed(event->position());
    event->accept();
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        m_owner->released(event->position(), m_plot.contains(event->position()));
    event->accept();
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    m_owner->resetZoom();
    event->accept();
}

void ChartCanvas::leaveEvent(QEvent* event) {
    m_owner->pointerLeft();
    QChartView::leaveEvent(event);
}

} // namespace tollgate::ui
