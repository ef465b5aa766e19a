#include "ui/widgets/fit_headers.h"

#include "ui/shell/theme.h"

#include <QHeaderView>
#include <QTableView>

namespace tollgate::ui {

void fitHeaders(QTableView* table) {
    constexpr int kMargins = 18; // of a section's text, left and right
    QHeaderView* header = table->horizontalHeader();
    header->ensurePolished();
    const int margins = Theme::of(table).px(kMargins);
    for (int column = 0; column < header->count(); ++column) {
        const QString text = header->model()->headerData(column, Qt::Horizontal).toString();
        const int wanted = header->fontMetrics().horizontalAdvance(text) + margins;
        if (header->sectionResizeMode(column) != QHeaderView::Stretch && table->columnWidth(column) < wanted)
            table->setColumnWidth(column, wanted);
    }
}

} // namespace tollgate::ui
