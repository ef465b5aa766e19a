#pragma once
// Lines over time with a crosshair that other charts can share. NaN is a gap and stays one.

#include "ui/charts/chart.h"

#include <memory>
#include <vector>

namespace tollgate::ui {

struct ChartLine {
    QString name;
    QList<double> values; ///< one a time; NaN: no data
    bool area = false;    ///< filled down to zero
    QString colorName;    ///< for Theme::seriesColor; the name when empty
};

class TimeSeriesChart : public Chart {
    Q_OBJECT
public:
    static constexpr qsizetype kMaxPoints = 600;

    explicit TimeSeriesChart(const QString& title = {}, QWidget* parent = nullptr);
    ~TimeSeriesChart() override;

    /// Times in ms since epoch, ascending. lastPartial: the last bucket is not over yet, and is drawn faint.
    void setData(const QList<qint64>& times, const QList<ChartLine>& lines, bool lastPartial = false);
    /// A dashed level with a name, as a target.
    void setReference(double value, const QString& label);
    void clearReference();
    /// The axis reaches at least to here, so that small values do not look like large ones.
    void setMinimumTop(double top);
    /// The axis never goes beyond: 100 for a share in percent.
    void setMaximumTop(double top);

    /// The distance to the next time, 0 with a single one.
    qint64 bucketMs() const { return m_times.size() > 1 ? m_times[1] - m_times[0] : 0; }

    /// Points that are drawn, run by run: what a test asks.
    QList<QList<QPointF>> drawnRuns(const QString& lineName) const;

    Table table() const override;

Q_SIGNALS:
    /// lengthMs: bucketMs(); of a zoomed chart all that it shows.
    void timeClicked(qint64 at, qint64 lengthMs);

protected:
    void apply() override;
    ValueScale scale() const override;
    QList<ReadoutLine> legend() const override;
    QList<AxisLabel> bottomLabels() const override;
    void paintBehind(QPainter& painter) const override;
    void paintOver(QPainter& painter) const override;
    void pointerMoved(const QPointF& position) override;
    void pointerLeft() override;
    void pointerClicked(const QPointF& position) override;
    void step(int direction) override;
    void choose() override;
    QList<qint64> slotTimes() const override { return m_times; }
    qsizetype slotAt(double x) const override;
    double slotPosition(qsizetype slot) const override;
    std::optional<qsizetype> currentSlot() const override;
    void zoomApplied() override;

private:
    class Strokes; ///< the series of one line
    qsizetype indexAt(qint64 time) const;
    QColor colorOf(const ChartLine& line) const;
    void paintReference(QPainter& painter) const;
    void paintCrosshair(QPainter& painter) const;

    QList<qint64> m_times;
    QList<ChartLine> m_lines;
    bool m_lastPartial = false;
    double m_minimumTop = 0;
    std::optional<double> m_maximumTop;
    std::optional<double> m_reference;
    QString m_referenceLabel;
    std::vector<std::unique_ptr<Strokes>> m_strokes;
};

} // namespace tollgate::ui
