#include "ui/charts/chart_table.h"

#include "ui/widgets/paint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>

namespace tollgate::ui {

ChartTableDialog::ChartTableDialog(const QString& title, const Chart::Table& table, QWidget* parent)
    : QDialog(parent) {
    const Theme& theme = Theme::of(this);
    setWindowTitle(title);
    resize(theme.px(560), theme.px(480));

    auto* widget =
        new QTableWidget(static_cast<int>(table.rows.size()), static_cast<int>(table.headers.size()), this);
    widget->setAccessibleName(title);
    widget->setHorizontalHeaderLabels(table.headers);
    widget->setEditTriggers(QAbstractItemView::NoEditTriggers);
    widget->setShowGrid(false);
    widget->setTabKeyNavigation(false); // Tab leaves the table
    widget->verticalHeader()->hide();
    widget->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    if (table.headers.size() > 1) // a time is never cut short
        widget->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    for (int row = 0; row < widget->rowCount(); ++row) {
        for (int column = 0; column < widget->columnCount(); ++column) {
            auto* item = new QTableWidgetItem(table.rows[row].value(column));
            item->setTextAlignment(column == 0 ? Qt::AlignLeft | Qt::AlignVCenter
                                               : Qt::AlignRight | Qt::AlignVCenter);
            widget->setItem(row, column, item);
        }
    }

    auto* copy = new QPushButton(tr("Copy"), this);
    copy->setAccessibleName(tr("Copy the table"));
    connect(copy, &QPushButton::clicked, this,
            [table] { QGuiApplication::clipboard()->setText(asText(table)); });
    auto* close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(tr("Close the table"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);

    auto* column = new QVBoxLayout(this);
    column->addWidget(widget, 1);
    auto* buttons = makeRow(8);
    buttons->addStretch(1);
    buttons->addWidget(copy);
    buttons->addWidget(close);
    column->addLayout(buttons);
}

QString ChartTableDialog::asText(const Chart::Table& table) {
    QString text = table.headers.join(u'\t') + u'\n';
    for (const QStringList& row : table.rows)
        text += row.join(u'\t') + u'\n';
    return text;
}

} // namespace tollgate::ui
