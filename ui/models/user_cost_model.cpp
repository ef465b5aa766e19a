#include "ui/models/user_cost_model.h"

#include "ui/models/format.h"
#include "ui/models/request_cells.h"

#include <algorithm>

namespace tollgate::ui {

void UserCostModel::setUsers(QList<UserCost> users) {
    double largest = 0;
    for (const UserCost& user : users)
        largest = std::max(largest, user.costUsd);
    const bool sameWho = std::equal(users.begin(), users.end(), m_users.begin(), m_users.end(),
                                    [](const UserCost& a, const UserCost& b) { return a.user == b.user; });
    if (!sameWho) {
        beginResetModel();
        m_users = std::move(users);
        m_largest = largest;
        endResetModel();
        return;
    }
    if (users == m_users)
        return;
    m_users = std::move(users);
    m_largest = largest; // every bar is drawn against it
    if (!m_users.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int UserCostModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_users.size());
}

int UserCostModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString UserCostModel::text(const UserCost& user, int column) const {
    switch (column) {
    case User:
        if (user.others > 0)
            return tr("others (%1)").arg(user.others);
        return user.user.isEmpty() ? tr("nobody named") : user.user;
    case Project:
        return user.project;
    case Cost:
        if (user.costUsd <= 0 && user.unpriced > 0)
            return tr("unknown");
        return format::usdSmall(user.costUsd);
    default:
        return {};
    }
}

QVariant UserCostModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const UserCost& user = m_users[index.row()];
    const double share = m_largest > 0 ? user.costUsd / m_largest : 0;
    switch (role) {
    case Qt::DisplayRole:
        return text(user, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Share ? tr("%1 of the largest").arg(format::percent(share))
                                       : text(user, index.column());
    case Qt::ToolTipRole:
        return user.unpriced > 0
                   ? tr("%n request(s) without a known price", nullptr, static_cast<int>(user.unpriced))
                   : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() == Cost ? Qt::AlignRight : Qt::AlignLeft));
    case ShareRole:
        return share;
    case FilterTermRole:
        return user.others > 0 ? QString() : cells::term(QStringLiteral("user"), user.user);
    default:
        return {};
    }
}

QVariant UserCostModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case User:
        return tr("user");
    case Project:
        return tr("project");
    case Share:
        return tr("share");
    case Cost:
        return tr("cost");
    default:
        return {};
    }
}

} // namespace tollgate::ui
