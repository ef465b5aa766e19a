#include "ui/widgets/fit_headers.h"

#include <QHeaderView>
#include <QTableView>

namespace tollgate::ui {

void fitHeaders(QTableView* table) {
    const QHeaderView* header = table->horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const int wanted = header->sectionSizeHint(column);
        if (header->sectionResizeMode(column) != QHeaderView::Stretch && table->columnWidth(column) < wanted)
            table->setColumnWidth(column, wanted);
    }
}

} // namespace tollgate::ui
