#pragma once
// Before and after of every field that differs, one line each; what is long is whole in its tool tip.

#include "ui/pages/forms/json_diff.h"
#include "ui/widgets/table_view.h"

class QStandardItemModel;

namespace tollgate::ui {

class DiffTable : public TableView {
    Q_OBJECT
public:
    explicit DiffTable(const QString& accessibleName, QWidget* parent = nullptr);

    void setDiff(const QList<FieldDiff>& diff);
    const QList<FieldDiff>& diff() const { return m_diff; }

private:
    QStandardItemModel* m_rows = nullptr;
    QList<FieldDiff> m_diff;
};

} // namespace tollgate::ui
