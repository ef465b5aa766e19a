#pragma once
// Paints a RowLook: switch, name, subtitle, state. Clicking the switch (or Space) asks to toggle, without
// selecting.

#include "ui/models/resource_row.h"

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace tollgate::ui {

class ResourceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// Becomes the delegate of the view and takes clicks on switches before the view selects their row.
    explicit ResourceDelegate(QAbstractItemView* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void toggleRequested(const QModelIndex& index);

private:
    bool isOnSwitch(const QPoint& position, QModelIndex* index) const;

    QAbstractItemView* m_view;
};

} // namespace tollgate::ui
