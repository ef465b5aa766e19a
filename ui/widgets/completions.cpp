#include "ui/widgets/completions.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStyledItemDelegate>

namespace tollgate::ui {

void styleCompletions(QCompleter& completer) {
    QAbstractItemView* list = completer.popup();
    list->setObjectName(QStringLiteral("completions")); // as the style calls it
    // The completer's own delegate asks no style for the size of a row: no room around the words.
    list->setItemDelegate(new QStyledItemDelegate(list));
}

} // namespace tollgate::ui
