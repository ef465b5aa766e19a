#pragma once
// Who spent how much today, the most expensive first, the rest in one last line. Main thread.

#include "ui/models/overview_data.h"

#include <QAbstractTableModel>

namespace tollgate::ui {

class UserCostModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { User, Project, Share, Cost, ColumnCount };
    enum Role {
        ShareRole = Qt::UserRole + 1, ///< double 0..1, of the largest cost
        FilterTermRole, ///< QString: selects the user's requests; empty for the line of the others
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setUsers(QList<UserCost> users);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const UserCost& user, int column) const;

    QList<UserCost> m_users;
    double m_largest = 0;
};

} // namespace tollgate::ui
