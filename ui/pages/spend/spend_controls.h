#pragma once
// The title row of the Spend page: range, the two dimensions, filter, export.

#include "ui/pages/spend/spend_query.h"
#include "ui/pages/traffic/filter_field.h"

#include <QWidget>

class QPushButton;

namespace tollgate::ui {

class SegmentedControl;

class SpendControls : public QWidget {
    Q_OBJECT
public:
    SpendControls(FilterLineEdit::Values values, QWidget* parent = nullptr);

    void show(const SpendQuery& query); ///< without emitting anything
    SegmentedControl* range() const { return m_range; }
    QPushButton* rows() const { return m_rows; }
    QPushButton* split() const { return m_split; }
    FilterLineEdit* filter() const { return m_filter; }
    QPushButton* exportButton() const { return m_export; }
    /// While it runs the button says how far and stops it.
    void showExport(bool running, int percent);

Q_SIGNALS:
    void rangeChosen(const QString& range);
    void rowsChosen(const QString& dimension);
    void splitChosen(const QString& dimension);
    void filterTyped(const QString& filter);
    void exportClicked();

private:
    void fillMenus();

    SegmentedControl* m_range = nullptr;
    QPushButton* m_rows = nullptr;
    QPushButton* m_split = nullptr;
    FilterLineEdit* m_filter = nullptr;
    QPushButton* m_export = nullptr;
    SpendQuery m_query;
};

} // namespace tollgate::ui
