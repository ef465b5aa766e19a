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

    std::optional<qint64> crosshair() const { return m_crosshair; }
    void setCrosshair(std::optional<qint64> at); ///< does not emit; for charts that share one

    /// Points that are drawn, run by run: what a test asks.
    QList<QList<QPointF>> drawnRuns(const QString& lineName) const;

    Table table() const override;

Q_SIGNALS:
    void crosshairMoved(std::optional<qint64> at);
    /// bucketMs: the distance to the next time, 0 with a single one.
    void timeClicked(qint64 at, qint64 bucketMs);

protected:
    void apply() override;
    ValueScale scale() const override;
    QList<AxisLabel> bottomLabels() const override;
    void paintBehind(QPainter& painter) const override;
    void paintOver(QPainter& painter) const override;
    void pointerMoved(const QPointF& position) override;
    void pointerLeft() override;
    void pointerClicked(const QPointF& position) override;
    void step(int direction) override;
    void choose() override;

private:
    class Strokes; ///< the series of one line
    qsizetype indexAt(qint64 time) const;
    QColor colorOf(const ChartLine& line) const;
    void moveCrosshair(std::optional<qint64> at);

    QList<qint64> m_times;
    QList<ChartLine> m_lines;
    bool m_lastPartial = false;
    double m_minimumTop = 0;
    std::optional<double> m_maximumTop;
    std::optional<double> m_reference;
    QString m_referenceLabel;
    std::optional<qint64> m_crosshair;
    std::vector<std::unique_ptr<Strokes>> m_strokes;
};

} // namespace tollgate::ui
