#include "ui/widgets/flow_layout.h"

#include <QWidget>

#include <utility>

namespace tollgate::ui {

FlowLayout::FlowLayout(QWidget* parent, int spacing)
    : QLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout() {
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
}

void FlowLayout::insertWidget(int index, QWidget* widget) {
    addChildWidget(widget);
    m_items.insert(index, new QWidgetItem(widget));
    invalidate();
}

int FlowLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const {
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FlowLayout::sizeHint() const {
    return minimumSize();
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool apply) const {
    const QMargins margins = contentsMargins();
    const QRect area = rect.marginsRemoved(margins);
    int x = area.left();
    int y = area.top();
    int rowHeight = 0;
    QList<std::pair<QLayoutItem*, QRect>> row;
    const auto endRow = [&] { // lower ones stand in the middle of their row
        for (const auto& [item, place] : std::as_const(row))
            item->setGeometry(place.translated(0, (rowHeight - place.height()) / 2));
        row.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint().expandedTo(item->minimumSize());
        if (x > area.left() && x + size.width() > area.right() + 1) {
            endRow();
            x = area.left();
            y += rowHeight + spacing();
            rowHeight = 0;
        }
        // An editor takes what is left of its row.
        if (item->expandingDirections().testFlag(Qt::Horizontal))
            size.setWidth(qMax(size.width(), area.right() + 1 - x));
        size.setWidth(qMin(size.width(), qMax(area.width(), item->minimumSize().width())));
        if (apply)
            row.append({item, QRect(QPoint(x, y), size)});
        x += size.width() + spacing();
        rowHeight = qMax(rowHeight, size.height());
    }
    endRow();
    return y + rowHeight - rect.top() + margins.bottom();
}

} // namespace tollgate::ui
