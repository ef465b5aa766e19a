#include "ui/widgets/wrap_columns.h"

#include <QWidget>

#include <algorithm>
#include <numeric>
#include <utility>

namespace tollgate::ui {
namespace {

int heightOf(const QLayoutItem& item, int width) {
    const int wanted = item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
    return qMax(wanted, item.minimumSize().height());
}

} // namespace

WrapColumns::WrapColumns(int spacing, QList<int> shares)
    : m_shares(std::move(shares)) {
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

WrapColumns::~WrapColumns() {
    qDeleteAll(m_items);
}

void WrapColumns::addColumn(QWidget* widget, Qt::Alignment alignment) {
    addChildWidget(widget);
    auto* item = new QWidgetItemV2(widget);
    item->setAlignment(alignment);
    addItem(item);
}

void WrapColumns::addColumn(QLayout* layout) {
    addChildLayout(layout);
    addItem(layout);
}

void WrapColumns::addItem(QLayoutItem* item) {
    m_items.append(item);
    invalidate();
}

int WrapColumns::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* WrapColumns::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* WrapColumns::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QList<QLayoutItem*> WrapColumns::shown() const {
    QList<QLayoutItem*> items;
    std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(items),
                 [](const QLayoutItem* item) { return !item->isEmpty(); });
    return items;
}

QList<int> WrapColumns::widths(const QList<QLayoutItem*>& items, int width) const {
    for (qsizetype rows = 1; rows < items.size(); ++rows) {
        const qsizetype columns = (items.size() + rows - 1) / rows; // rows as equal as they can be
        const bool shared = columns == m_items.size() && m_shares.size() == columns;
        const int all =
            shared ? std::accumulate(m_shares.begin(), m_shares.end(), 0) : static_cast<int>(columns);
        const int free = width - spacing() * static_cast<int>(columns - 1);
        QList<int> result;
        int taken = 0; // up to here: the last column ends where the row does
        for (qsizetype column = 0, shares = 0; column < columns; ++column) {
            shares += shared ? m_shares[column] : 1;
            const int end = static_cast<int>(free * shares / all);
            result << end - std::exchange(taken, end);
        }
        bool fits = true;
        for (qsizetype i = 0; i < items.size(); ++i)
            fits = fits && items[i]->minimumSize().width() <= result[i % columns];
        if (fits)
            return result;
    }
    return {width};
}

int WrapColumns::arrange(const QRect& rect, bool apply) const {
    const QList<QLayoutItem*> items = shown();
    const QList<int> columns = widths(items, rect.width());
    int y = rect.top();
    for (qsizetype first = 0; first < items.size(); first += columns.size()) {
        const auto inRow = std::min(columns.size(), items.size() - first);
        int height = 0;
        for (qsizetype i = 0; i < inRow; ++i)
            height = qMax(height, heightOf(*items[first + i], columns[i]));
        if (first > 0)
            y += spacing();
        const bool last = first + columns.size() >= items.size();
        const int given = apply && last ? qMax(height, rect.bottom() + 1 - y) : height;
        int x = rect.left();
        for (qsizetype i = 0; apply && i < inRow; ++i) {
            items[first + i]->setGeometry(QRect(x, y, columns[i], given));
            x += columns[i] + spacing();
        }
        y += height;
    }
    return y - rect.top();
}

int WrapColumns::heightForWidth(int width) const {
    return m_heights.height(width, [this](int wide) { return arrange(QRect(0, 0, wide, 0), false); });
}

QSize WrapColumns::minimumSize() const {
    if (m_least.isValid())
        return m_least;
    QSize size(0, 0);
    for (const QLayoutItem* item : shown())
        size = size.expandedTo(item->minimumSize());
    return m_least = size;
}

QSize WrapColumns::sizeHint() const {
    if (m_hint.isValid())
        return m_hint;
    QSize size(0, 0);
    for (const QLayoutItem* item : shown()) {
        const QSize hint = item->sizeHint();
        size = QSize(size.width() + hint.width() + (size.width() > 0 ? spacing() : 0),
                     qMax(size.height(), hint.height()));
    }
    return m_hint = size;
}

Qt::Orientations WrapColumns::expandingDirections() const {
    Qt::Orientations directions = Qt::Horizontal;
    for (const QLayoutItem* item : shown())
        directions |= item->expandingDirections();
    return directions;
}

void WrapColumns::invalidate() {
    m_heights.clear();
    m_least = {};
    m_hint = {};
    QLayout::invalidate();
}

void WrapColumns::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

} // namespace tollgate::ui
