#include "ui/widgets/sparkline.h"

#include "ui/widgets/paint.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tollgate::ui {
namespace {

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
};

Range rangeOf(const QList<double>& values) {
    Range range;
    for (const double value : values) {
        if (std::isfinite(value)) {
            range.low = std::min(range.low, value);
            range.high = std::max(range.high, value);
        }
    }
    return range;
}

/// Into the part of time that is not over.
void paintTail(QPainter& painter, const QPointF& from, const QPointF& to, QColor color) {
    color.setAlphaF(0.45F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.5, Qt::DotLine, Qt::RoundCap));
    painter.drawLine(from, to);
}

void paintRun(QPainter& painter, const QRectF& rect, QPolygonF run, const QColor& color, bool lastPartial) {
    if (lastPartial && run.size() > 1) {
        paintTail(painter, run.at(run.size() - 2), run.last(), color);
        run.removeLast();
    }
    QColor fill = color;
    fill.setAlphaF(0.16F);
    QPolygonF area = run;
    area << QPointF(run.last().x(), rect.bottom()) << QPointF(run.first().x(), rect.bottom());
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(area);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (run.size() == 1)
        painter.drawPoint(run.first());
    else
        painter.drawPolyline(run);
}

} // namespace

Sparkline::Sparkline(const QString& seriesName, QWidget* parent)
    : QWidget(parent)
    , m_series(seriesName) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setSeriesName(const QString& name) {
    m_series = name;
    update();
}

void Sparkline::setValues(const QList<double>& values, bool lastPartial) {
    m_values = values;
    m_lastPartial = lastPartial;
    update();
}

void Sparkline::setMarked(qsizetype index) {
    if (index == m_marked)
        return;
    m_marked = index;
    update();
}

QSize Sparkline::sizeHint() const {
    const Theme& theme = Theme::of(this);
    return {theme.px(120), theme.px(28)};
}

QSize Sparkline::minimumSizeHint() const {
    const Theme& theme = Theme::of(this);
    return {theme.px(32), theme.px(20)};
}

void Sparkline::paint(QPainter& painter, const QRectF& rect, const QList<double>& values, const QColor& color,
                      bool lastPartial) {
    const Range range = rangeOf(values);
    if (values.size() < 2 || range.low > range.high)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // A quarter of the range stays free below, so that the lowest value is still a line above the edge.
    const double span = std::max(range.high - range.low, std::max(std::abs(range.high), 1e-9) * 0.05);
    const double floor = range.low - span * 0.35;
    const double ceiling = range.high + span * 0.05;
    const auto x = [&](qsizetype i) {
        return rect.left() + rect.width() * static_cast<double>(i) / static_cast<double>(values.size() - 1);
    };
    QPolygonF run;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i])) {
            run << QPointF(x(i), rect.bottom() - rect.height() * (values[i] - floor) / (ceiling - floor));
            continue;
        }
        if (!run.isEmpty())
            paintRun(painter, rect, run, color, false);
        run.clear();
    }
    if (!run.isEmpty())
        paintRun(painter, rect, run, color, lastPartial);
    painter.restore();
}

void Sparkline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    paint(painter, QRectF(rect()).adjusted(0, 2, 0, 0), m_values, theme.seriesColor(m_series), m_lastPartial);
    if (m_marked < 0 || m_marked >= m_values.size() || m_values.size() < 2)
        return;
    const double x = width() * static_cast<double>(m_marked) / static_cast<double>(m_values.size() - 1);
    painter.setPen(QPen(theme.color(ColorRole::TextFaint), 1));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
}

} // namespace tollgate::ui
