#pragma once
// One line of a chart as Qt Charts series: a series for each run between gaps, kept and refilled from update
// to update. Included by ui/charts only.

#include <QColor>
#include <QList>
#include <QPointF>

#include <vector>

class QAreaSeries;
class QLineSeries;
class QPainter;

namespace tollgate::ui {

class ChartCanvas;

class LineStrokes {
public:
    explicit LineStrokes(ChartCanvas* canvas)
        : m_canvas(canvas) {}

    void set(const QList<qint64>& times, const QList<double>& values, bool lastPartial, bool area,
             const QColor& color);
    void clear();

    QList<QList<QPointF>> runs() const;
    /// A point between two gaps has no line; it is a dot.
    void paintLonePoints(QPainter& painter) const;

private:
    struct Run {
        QLineSeries* line = nullptr;
        QLineSeries* upper = nullptr; ///< edges of the area; it takes no line that is drawn itself
        QLineSeries* lower = nullptr;
        QAreaSeries* area = nullptr;
    };

    Run& run(std::size_t index);
    void fill(Run& run, const QList<QPointF>& points, bool area);

    ChartCanvas* m_canvas;
    std::vector<Run> m_runs;
    QLineSeries* m_tail = nullptr; ///< into the bucket that is not over
    QColor m_color;
    bool m_area = false;
};

} // namespace tollgate::ui
