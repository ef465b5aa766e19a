#pragma once
// The data of a chart as a table of plain text, to read and to copy.

#include "ui/charts/chart.h"

#include <QDialog>

class QTableWidget;

namespace tollgate::ui {

class ChartTableDialog : public QDialog {
    Q_OBJECT
public:
    ChartTableDialog(const QString& title, const Chart::Table& table, QWidget* parent = nullptr);

    /// Tab-separated, headers first.
    static QString asText(const Chart::Table& table);
};

} // namespace tollgate::ui
