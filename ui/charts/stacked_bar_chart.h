#pragma once
// One stacked bar a day, a limit to stay under, and what the next days will probably be.

#include "ui/charts/chart.h"

#include <QDate>

class QBarSet;
class QStackedBarSeries;

namespace tollgate::ui {

struct BarSeries {
    QString name;         ///< also its colour, by Theme::seriesColor
    QList<double> values; ///< one a day; NaN counts as nothing
};

class StackedBarChart : public Chart {
    Q_OBJECT
public:
    explicit StackedBarChart(const QString& title = {}, QWidget* parent = nullptr);

    /// forecast: totals of the days after the last one.
    void setData(const QList<QDate>& days, const QList<BarSeries>& series,
                 const QList<double>& forecast = {});
    void setLimit(double value, const QString& label); ///< "daily budget $26"
    void clearLimit();
    /// The day called "today" under its bar; the last one when not set, none when invalid.
    void setToday(const QDate& today);

    double total(qsizetype day) const;
    Table table() const override;

Q_SIGNALS:
    void barClicked(const QDate& day, const QString& series);

protected:
    void apply() override;
    ValueScale scale() const override;
    QList<AxisLabel> bottomLabels() const override;
    void paintOver(QPainter& painter) const override;
    void pointerMoved(const QPointF& position) override;
    void pointerLeft() override;
    void pointerClicked(const QPointF& position) override;
    void step(int direction) override;
    void choose() override;

private:
    qsizetype columns() const { return m_days.size() + m_forecast.size(); }
    QRectF columnRect(qsizetype column, double from, double to) const;
    QString seriesAt(qsizetype day, double value) const;
    void paintForecast(QPainter& painter) const;
    void paintLimit(QPainter& painter) const;
    void hover(qsizetype column);

    QList<QDate> m_days;
    QList<BarSeries> m_series;
    QList<double> m_forecast;
    std::optional<double> m_limit;
    QString m_limitLabel;
    std::optional<QDate> m_today;
    qsizetype m_hovered = -1;
    QStackedBarSeries* m_bars = nullptr;
};

} // namespace tollgate::ui
