#pragma once
// The table under the Spend chart: a line with the sums, then one line per value; every cell leads to its
// requests. Main thread.

#include "ui/pages/spend/spend_query.h"
#include "ui/pages/spend/spend_table.h"

#include <QAbstractTableModel>

namespace tollgate::ui {

class SpendModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum FixedColumn { Name, Total, Share, Requests, FixedColumns };
    enum Role {
        ShareRole = Qt::UserRole + 1, ///< 0..1 of the dearest line; invalid where there is no bar
        TermsRole,                    ///< QStringList of filter terms; the sum of everything has none
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const SpendTable& table, const SpendQuery& query);
    const SpendTable& table() const { return m_table; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

    static QString amount(const SpendSum& sum); ///< "$4.20", "$0.00012", "unknown", or nothing

private:
    SpendSum cell(int row, int column) const;
    QString text(int row, int column) const;
    QString toolTip(int row, int column) const;
    QStringList terms(int row, int column) const;
    const SpendTable::Value* splitAt(int column) const; ///< null for the fixed columns
    void measure();
    void arrange();

    SpendTable m_table;
    SpendQuery m_query;
    std::vector<int> m_order; ///< shown row (without the sums) → row of the table
    qint64 m_largest = 0;
    int m_sortColumn = -1; ///< none chosen: days from the newest, others as they are
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace tollgate::ui
