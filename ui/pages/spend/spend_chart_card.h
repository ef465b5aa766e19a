#pragma once
// The chart of the Spend page: the same table as bars, per day where a dimension is the day, else per name.

#include "ui/pages/spend/spend_query.h"
#include "ui/pages/spend/spend_table.h"
#include "ui/widgets/card.h"

#include <optional>

class QStackedLayout;

namespace tollgate::ui {

class EmptyState;
class LegendLabel;
class StackedBarChart;

class SpendChartCard : public Card {
    Q_OBJECT
public:
    explicit SpendChartCard(QWidget* parent = nullptr);

    /// forecast: totals of the next days; shown with a range that goes on.
    void setData(const SpendTable& table, const SpendQuery& query, const QDate& today,
                 const QList<double>& forecast);
    void setLimit(std::optional<double> perDayUsd); ///< drawn where the bars are days

    StackedBarChart* chart() const { return m_chart; }
    EmptyState* empty() const { return m_empty; }

Q_SIGNALS:
    void termsClicked(const QStringList& terms);

private:
    struct Axis {
        QString dimension;
        QStringList ids; ///< of the bars or parts
        QStringList names;
        bool hasOthers = false; ///< the last one stands for all the rest
        QStringList
        terms(qsizetype at) const; ///< what filters to one of them; of "others" to none of the rest
    };
    static Axis axisOf(const std::vector<SpendTable::Value>& values, const QString& dimension,
                       qsizetype most);
    void showDays(const SpendTable& table, const SpendQuery& query, const QDate& today,
                  const QList<double>& forecast);
    void showNames(const SpendTable& table, const SpendQuery& query);
    void clicked(QStringList terms, const QString& series);
    void drawLimit();

    LegendLabel* m_legend = nullptr;
    StackedBarChart* m_chart = nullptr;
    EmptyState* m_empty = nullptr;
    QStackedLayout* m_stack = nullptr;
    Axis m_bars; ///< empty ids: days
    Axis m_parts;
    std::optional<double> m_limit;
    bool m_days = true;
};

} // namespace tollgate::ui
