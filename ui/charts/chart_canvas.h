#pragma once
// The Qt Charts view behind the charts of the console; included by ui/charts only. It draws the frame itself:
// grid and labels behind the series, crosshair and readout over them.

#include "ui/charts/chart.h"

#include <QChartView>

class QValueAxis;

namespace tollgate::ui {

class ChartCanvas : public QChartView {
public:
    explicit ChartCanvas(Chart* owner);

    QRectF plot() const { return m_plot; }
    QPointF toPlot(double x, double y) const; ///< values → position in the view
    double xAt(double position) const;
    double yAt(double position) const;

    void setXRange(double low, double high);
    void setYRange(double low, double high);
    void place(QAbstractSeries* series); ///< adds it and attaches the axes

    QValueAxis* yAxis() const { return m_y; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

public:
    void arrange(); ///< recomputes the plot's rectangle from the labels' sizes

private:
    Chart* m_owner;
    QValueAxis* m_x;
    QValueAxis* m_y;
    QRectF m_plot;
};

} // namespace tollgate::ui
