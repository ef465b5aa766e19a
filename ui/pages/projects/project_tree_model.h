#pragma once
// Projects with their keys below them, out of the two lists; keys without a project stand at the end. The
// roles are those of ResourceListModel. Main thread.

#include <QAbstractItemModel>

#include <vector>

namespace tollgate::ui {

class ResourceListModel;

class ProjectTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    ProjectTreeModel(ResourceListModel* projects, ResourceListModel* keys, QObject* parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Branch {
        QString id; ///< of the project, or of the key when it has none
        bool isProject = true;
        QStringList keys;
        friend bool operator==(const Branch&, const Branch&) = default;
    };
    void rebuild();
    std::vector<Branch> read() const;

    ResourceListModel* m_projects;
    ResourceListModel* m_keys;
    std::vector<Branch> m_branches;
};

} // namespace tollgate::ui
