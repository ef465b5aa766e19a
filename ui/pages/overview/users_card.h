#pragma once
// Who spends how much today, and who spends unlike himself.

#include "ui/models/user_cost_model.h"
#include "ui/widgets/card.h"

namespace tollgate::ui {

class EmptyState;
class TableView;
class WarningLine;

class UsersCard : public Card {
    Q_OBJECT
public:
    explicit UsersCard(QWidget* parent = nullptr);
    void setData(const QList<UserCost>& users, const std::optional<SpendAnomaly>& anomaly);

    TableView* table() const { return m_table; }
    WarningLine* warning() const { return m_warning; }

Q_SIGNALS:
    void filterWanted(const QString& terms);

private:
    UserCostModel m_model;
    TableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    WarningLine* m_warning = nullptr;
    QString m_anomalousUser;
};

} // namespace tollgate::ui
