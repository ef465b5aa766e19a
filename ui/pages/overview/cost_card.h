#pragma once
// What each of the last days cost, stacked by provider, project, user or model, with the budget and the days
// to come.

#include "ui/models/overview_data.h"
#include "ui/widgets/card.h"

class QPushButton;
class QStackedLayout;

namespace tollgate::ui {

class EmptyState;
class LegendLabel;
class StackedBarChart;

class CostCard : public Card {
    Q_OBJECT
public:
    explicit CostCard(QWidget* parent = nullptr);

    void setData(const CostByDay& cost);
    void setGrouping(const QString& by); ///< what the picker shows; the data follows with the next reply
    StackedBarChart* chart() const { return m_chart; }
    QStringList named() const { return m_named; } ///< the series that have a name of their own

Q_SIGNALS:
    void groupingChosen(const QString& by);
    void dayClicked(const QString& isoDate, const QString& series);

private:
    void fillMenu();

    QString m_by = QStringLiteral("provider");
    QStringList m_named;
    LegendLabel* m_legend = nullptr;
    QPushButton* m_picker = nullptr;
    QStackedLayout* m_stack = nullptr;
    StackedBarChart* m_chart = nullptr;
    EmptyState* m_empty = nullptr;
};

} // namespace tollgate::ui
