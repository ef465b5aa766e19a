#pragma once
// Who spends how much today, and who spends unlike himself.

#include "ui/models/user_cost_model.h"
#include "ui/widgets/card.h"

#include <QAbstractButton>

namespace tollgate::ui {

class EmptyState;
class TableView;

/// A warning in two lines at most that leads somewhere.
class WarningLine : public QAbstractButton {
    Q_OBJECT
public:
    explicit WarningLine(QWidget* parent = nullptr);
    void setWarning(const QString& text);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString whole() const;
};

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
