#pragma once
// Paints a RowLook: switch, name, subtitle, state. Clicking the switch (or Space) asks to toggle, without
// selecting.

#include "ui/models/resource_row.h"

#include <QStyledItemDelegate>

namespace tollgate::ui {

class ResourceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

Q_SIGNALS:
    void toggleRequested(const QModelIndex& index);
};

} // namespace tollgate::ui
