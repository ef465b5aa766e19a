#pragma once
// One line of the command palette: icon, name with the matched letters marked, what it is, its keys.

#include <QStyledItemDelegate>

namespace tollgate::ui {

class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace tollgate::ui
