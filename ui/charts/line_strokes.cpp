#include "ui/charts/line_strokes.h"

#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_canvas.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QPen>

namespace tollgate::ui {
namespace {

constexpr qreal kLineWidth = 1.8;

QColor faded(QColor color, float alpha) {
    color.setAlphaF(alpha);
    return color;
}

} // namespace

LineStrokes::Run& LineStrokes::run(std::size_t index) {
    while (m_runs.size() <= index) {
        Run run;
        run.upper = new QLineSeries(m_canvas);
        run.lower = new QLineSeries(m_canvas);
        run.area = new QAreaSeries(run.upper, run.lower);
        run.line = new QLineSeries;
        m_canvas->place(run.area);
        m_canvas->place(run.line);
        m_runs.push_back(run);
    }
    return m_runs[index];
}

void LineStrokes::fill(Run& run, const QList<QPointF>& points, bool area) {
    run.line->setPen(QPen(m_color, kLineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    run.line->replace(points);
    run.area->setPen(Qt::NoPen);
    run.area->setBrush(faded(m_color, 0.15F));
    QList<QPointF> floor;
    if (area && points.size() > 1)
        floor = {QPointF(points.first().x(), 0), QPointF(points.last().x(), 0)};
    run.area->setVisible(!floor.isEmpty());
    run.lower->replace(floor);
    run.upper->replace(floor.isEmpty() ? floor : points);
}

void LineStrokes::set(const QList<qint64>& times, const QList<double>& values, bool lastPartial, bool area,
                      const QColor& color) {
    m_color = color;
    m_area = area;
    if (!m_tail) {
        m_tail = new QLineSeries;
        m_canvas->place(m_tail);
    }
    const auto point = [&](qsizetype i) { return QPointF(static_cast<double>(times[i]), values[i]); };
    QList<QPointF> tail;
    std::size_t used = 0;
    for (const auto& [first, last] : finiteRuns(values)) {
        const bool partial = lastPartial && last == values.size() - 1 && last > first;
        QList<QPointF> points;
        for (qsizetype i = first; i <= (partial ? last - 1 : last); ++i)
            points << point(i);
        if (partial)
            tail = {point(last - 1), point(last)};
        fill(run(used++), points, area);
    }
    for (; used < m_runs.size(); ++used)
        fill(m_runs[used], {}, false);
    m_tail->setPen(QPen(faded(color, 0.45F), kLineWidth, Qt::DotLine, Qt::RoundCap));
    m_tail->replace(tail);
}

void LineStrokes::clear() {
    for (Run& run : m_runs)
        fill(run, {}, false);
    if (m_tail)
        m_tail->replace(QList<QPointF>());
}

QList<QList<QPointF>> LineStrokes::runs() const {
    QList<QList<QPointF>> runs;
    for (const Run& run : m_runs) {
        if (run.line->count() > 0)
            runs << run.line->points();
    }
    return runs;
}

void LineStrokes::paintLonePoints(QPainter& painter) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_color);
    for (const Run& run : m_runs) {
        if (run.line->count() == 1)
            painter.drawEllipse(m_canvas->toPlot(run.line->at(0).x(), run.line->at(0).y()), 2, 2);
    }
}

} // namespace tollgate::ui
