#include "ui/charts/chart.h"

#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_table.h"
#include "ui/widgets/accessible_roles.h"
#include "ui/widgets/paint.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

namespace tollgate::ui {

Chart::Chart(QWidget* parent)
    : QWidget(parent)
    , m_canvas(new ChartCanvas(this)) {
    setFocusPolicy(Qt::TabFocus);
    setAccessibleRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    makeReset();
    m_click.setSingleShot(true);
    connect(&m_click, &QTimer::timeout, this, [this] { pointerClicked(m_clickAt); });
}

Chart::~Chart() = default;

void Chart::setValueText(ValueText axis, ValueText readout) {
    m_axisText = std::move(axis);
    m_readoutText = std::move(readout);
    refresh();
}

void Chart::setTitle(const QString& title) {
    setAccessibleName(title);
}

void Chart::describe(const QString& latestValues) {
    m_described = latestValues;
    describeAll();
}

QString Chart::axisText(double value) const {
    return m_axisText ? m_axisText(value) : QLocale().toString(value, 'g', 4);
}

QString Chart::readoutText(double value) const {
    return m_readoutText ? m_readoutText(value) : axisText(value);
}

QSize Chart::sizeHint() const {
    const Theme& theme = Theme::of(this);
    return {theme.px(420), theme.px(190)};
}

QSize Chart::minimumSizeHint() const {
    const Theme& theme = Theme::of(this);
    return {theme.px(160), theme.px(110)};
}

void Chart::refresh() {
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    apply();
    m_canvas->arrange();
    placeReset();
    m_canvas->viewport()->update();
}

void Chart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void Chart::resizeEvent(QResizeEvent* event) {
    m_canvas->setGeometry(rect());
    placeReset();
    QWidget::resizeEvent(event);
}

void Chart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh(); // the series have their colours from the theme
}

void Chart::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_focusedByKey = event->reason() != Qt::MouseFocusReason;
    m_canvas->viewport()->update();
}

void Chart::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_zoom.unmark();
    pointerLeft();
    m_canvas->viewport()->update();
}

void Chart::keyPressEvent(QKeyEvent* event) {
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Left ? -1 : 1;
        if (shift) {
            extendMark(direction);
        } else {
            m_zoom.unmark();
            step(direction);
        }
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_zoom.marked())
            zoomIntoMark();
        else
            choose();
        return;
    case Qt::Key_Escape:
        if (escape())
            return;
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Chart::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Show as table")), &QAction::triggered, this, &Chart::showAsTable);
    connect(menu->addAction(tr("Copy as image")), &QAction::triggered, this, &Chart::copyAsImage);
    if (zoom())
        connect(menu->addAction(tr("Reset zoom")), &QAction::triggered, this, &Chart::resetZoom);
    menu->popup(event->globalPos());
}

void Chart::showAsTable() {
    auto* dialog = new ChartTableDialog(accessibleName(), table(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Chart::paintBehind(QPainter& painter) const {
    if (!hasFocus() || !m_focusedByKey)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::of(this).color(ColorRole::Accent), 1.5));
    painter.drawRoundedRect(QRectF(m_canvas->rect()).adjusted(1, 1, -1, -1), 4, 4);
}

void Chart::paintReadout(QPainter& painter, double x, const QString& title,
                         const QList<ReadoutLine>& lines) const {
    const Theme& theme = Theme::of(this);
    const QFont font = theme.textFont(-1);
    const QFont strong = theme.textFont(-1, QFont::DemiBold);
    const QFontMetricsF metrics(strong);
    const qreal pad = theme.px(8);
    const qreal swatch = theme.px(8);
    qreal nameWidth = 0;
    qreal valueWidth = 0;
    for (const ReadoutLine& line : lines) {
        nameWidth = qMax(nameWidth, metrics.horizontalAdvance(line.name));
        valueWidth = qMax(valueWidth, metrics.horizontalAdvance(line.value));
    }
    const qreal inner = qMax(metrics.horizontalAdvance(title), swatch + 6 + nameWidth + 14 + valueWidth);
    const qreal row = metrics.height() + 2;
    const QSizeF size(inner + 2 * pad, row * static_cast<qreal>(lines.size() + 1) + 2 * pad - 2);
    const QRectF plot = m_canvas->plot();
    const bool rightSide = x + 12 + size.width() <= plot.right() || x - 12 - size.width() < 0;
    const QRectF box(QPointF(rightSide ? x + 12 : x - 12 - size.width(), plot.top() + 4), size);

    painter.save();
    paintRoundedRect(painter, box, theme.px(6), theme.color(ColorRole::Field),
                     theme.color(ColorRole::Border));
    QRectF line(box.left() + pad, box.top() + pad - 1, inner, row);
    painter.setFont(font);
    painter.setPen(theme.color(ColorRole::TextMuted));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
    for (const ReadoutLine& entry : lines) {
        line.translate(0, row);
        if (entry.color.isValid()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(entry.color);
            painter.drawRoundedRect(QRectF(line.left(), line.center().y() - swatch / 2, swatch, swatch), 2,
                                    2);
        }
        painter.setFont(font);
        painter.setPen(theme.color(ColorRole::TextMuted));
        painter.drawText(line.adjusted(swatch + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, entry.name);
        painter.setFont(strong);
        painter.setPen(theme.color(ColorRole::Text));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, entry.value);
    }
    painter.restore();
}

} // namespace tollgate::ui
