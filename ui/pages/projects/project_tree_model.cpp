#include "ui/pages/projects/project_tree_model.h"

#include "ui/models/resource_list_model.h"

#include <QHash>

namespace tollgate::ui {

ProjectTreeModel::ProjectTreeModel(ResourceListModel* projects, ResourceListModel* keys, QObject* parent)
    : QAbstractItemModel(parent)
    , m_projects(projects)
    , m_keys(keys) {
    for (ResourceListModel* source : {projects, keys}) {
        connect(source, &QAbstractItemModel::rowsInserted, this, &ProjectTreeModel::rebuild);
        connect(source, &QAbstractItemModel::rowsRemoved, this, &ProjectTreeModel::rebuild);
        connect(source, &QAbstractItemModel::rowsMoved, this, &ProjectTreeModel::rebuild);
        connect(source, &QAbstractItemModel::dataChanged, this, &ProjectTreeModel::rebuild);
    }
    m_branches = read();
}

std::vector<ProjectTreeModel::Branch> ProjectTreeModel::read() const {
    std::vector<Branch> branches;
    QHash<QString, std::size_t> byName;
    for (int row = 0; row < m_projects->rowCount(); ++row) {
        const QString name = m_projects->index(row).data(IdRole).toString();
        byName.insert(name, branches.size());
        branches.push_back({name, true, {}});
    }
    std::vector<Branch> homeless;
    for (int row = 0; row < m_keys->rowCount(); ++row) {
        const QString id = m_keys->index(row).data(IdRole).toString();
        const auto project = byName.constFind(m_keys->objectAt(row).value(u"project").toString());
        if (project != byName.cend())
            branches[*project].keys << id;
        else
            homeless.push_back({id, false, {}});
    }
    branches.insert(branches.end(), homeless.begin(), homeless.end());
    return branches;
}

void ProjectTreeModel::rebuild() {
    std::vector<Branch> next = read();
    if (next != m_branches) {
        beginResetModel();
        m_branches = std::move(next);
        endResetModel();
        return;
    }
    // The same tree: only texts changed.
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex branch = index(row, 0);
        Q_EMIT dataChanged(branch, branch);
        if (const int keys = rowCount(branch); keys > 0)
            Q_EMIT dataChanged(index(0, 0, branch), index(keys - 1, 0, branch));
    }
}

QModelIndex ProjectTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    // The internal id is 0 for a branch, else 1 + the row of its branch.
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex ProjectTreeModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int ProjectTreeModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_branches.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(m_branches[static_cast<std::size_t>(parent.row())].keys.size());
}

int ProjectTreeModel::columnCount(const QModelIndex&) const {
    return 1;
}

QVariant ProjectTreeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isChild = index.internalId() != 0;
    const Branch& branch = m_branches[isChild ? static_cast<std::size_t>(index.internalId()) - 1
                                              : static_cast<std::size_t>(index.row())];
    const bool isKey = isChild || !branch.isProject;
    const QString id = isChild ? branch.keys.at(index.row()) : branch.id;
    const ResourceListModel* source = isKey ? m_keys : m_projects;
    const int row = source->rowOf(id);
    return row < 0 ? QVariant() : source->data(source->index(row), role);
}

} // namespace tollgate::ui
