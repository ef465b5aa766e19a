#include "ui/widgets/completions.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStyledItemDelegate>

namespace tollgate::ui {

void styleCompletions(QCompleter& completer) {
    QAbstractItemView* list = completer.popup();
    list->setObjectName(QStringLiteral("completions")); // as style.qss calls it
    // The completer's own delegate knows nothing of style sheets: no room around the words.
    list->setItemDelegate(new QStyledItemDelegate(list));
}

} // namespace tollgate::ui
