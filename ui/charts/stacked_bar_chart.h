#pragma once
// One stacked bar a day, a limit to stay under, and what the next days will probably be; or one bar for each
// of a few names.

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
    /// One bar for each name instead; `header` says what the names are: "Project".
    void setCategories(const QString& header, const QStringList& names, const QList<BarSeries>& series);
    void setLimit(double value, const QString& label); ///< "daily budget $26"
    void clearLimit();
    /// The day called "today" under its bar; the last one when not set, none when invalid.
    void setToday(const QDate& today);

    /// The day that is not over and so is painted pale; -1: none.
    qsizetype partialColumn() const;

    double total(qsizetype column) const;
    Table table() const override;

Q_SIGNALS:
    void barClicked(const QDate& day, const QString& series);
    void categoryClicked(qsizetype index, const QString& series); ///< an empty series: the bar as a whole

protected:
    void apply() override;
    ValueScale scale() const override;
    QList<ReadoutLine> legend() const override;
    QList<AxisLabel> bottomLabels() const override;
    void paintOver(QPainter& painter) const override;
    void pointerMoved(const QPointF& position) override;
    void pointerLeft() override;
    void pointerClicked(const QPointF& position) override;
    void step(int direction) override;
    void choose() override;
    QList<qint64> slotTimes() const override { return m_dayTimes; }
    qsizetype slotAt(double x) const override;
    double slotPosition(qsizetype slot) const override;
    std::optional<qsizetype> currentSlot() const override;
    void zoomApplied() override { hover(-1); }

private:
    qsizetype bars() const { return m_categories.isEmpty() ? m_days.size() : m_categories.size(); }
    qsizetype columns() const { return bars() + m_forecast.size(); }
    SlotRange shownColumns() const; ///< without a zoom the forecast, too
    bool isShown(qsizetype column) const;
    QList<AxisLabel> dayLabels() const;
    QList<AxisLabel> categoryLabels() const;
    void describeLatest();
    void paintPartial(QPainter& painter) const;
    void paintReadoutOf(qsizetype column, QPainter& painter) const;
    QString columnTitle(qsizetype column) const;
    void chosen(const QString& series);
    QRectF columnRect(qsizetype column, double from, double to) const;
    QString seriesAt(qsizetype column, double value) const;
    void paintForecast(QPainter& painter) const;
    void paintLimit(QPainter& painter) const;
    void hover(qsizetype column);

    QList<QDate> m_days;
    QList<qint64> m_dayTimes; ///< where each day begins, ms since epoch
    QStringList m_categories; ///< empty: the bars are days
    QString m_header;
    QList<BarSeries> m_series;
    QList<double> m_forecast;
    std::optional<double> m_limit;
    QString m_limitLabel;
    std::optional<QDate> m_today;
    qsizetype m_hovered = -1;
    QStackedBarSeries* m_bars = nullptr;
};

} // namespace tollgate::ui
