#pragma once
// The price and capability catalogue as a table over the list that is read from the gateway. Main thread.

#include <QAbstractTableModel>
#include <QJsonObject>

namespace tollgate::ui {

class ResourceListModel;

class ModelTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Input, Output, CacheRead, CacheWrite, Context, Capabilities, Source, ColumnCount };

    explicit ModelTable(ResourceListModel* list, QObject* parent = nullptr);

    /// Neither a price per token nor one per hour is known.
    static bool isUnpriced(const QJsonObject& model);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const QJsonObject& model, int column) const;
    QVariant sortKey(const QJsonObject& model, int column) const;

    ResourceListModel* m_list;
};

} // namespace tollgate::ui
