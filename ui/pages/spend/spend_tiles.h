#pragma once
// Four numbers over the Spend page: the month so far, what it will come to, what the table adds up to, and
// what has no price.

#include "ui/pages/spend/spend_outlook.h"
#include "ui/pages/spend/spend_table.h"

#include <QWidget>

namespace tollgate::ui {

class StatTile;

class SpendTiles : public QWidget {
    Q_OBJECT
public:
    explicit SpendTiles(QWidget* parent = nullptr);

    void setTotal(const SpendSum& total);
    void setOutlook(const SpendOutlook& outlook, const std::optional<SpendLimit>& monthly);

    StatTile* month() const { return m_month; }
    StatTile* forecast() const { return m_forecast; }
    StatTile* total() const { return m_total; }
    StatTile* unpriced() const { return m_unpriced; }

Q_SIGNALS:
    void monthClicked();
    void unpricedClicked();
    void budgetsClicked();

private:
    StatTile* m_month = nullptr;
    StatTile* m_forecast = nullptr;
    StatTile* m_total = nullptr;
    StatTile* m_unpriced = nullptr;
};

} // namespace tollgate::ui
