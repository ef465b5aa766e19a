#include "ui/widgets/reading_order.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QGridLayout>
#include <QScrollArea>
#include <QWidget>

#include <algorithm>

namespace tollgate::ui {
namespace {

/// Of choices that exclude each other Tab comes to the chosen one; arrows go to the others.
bool isOtherChoice(const QWidget* widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (!button || button->isChecked() || !button->group() || !button->group()->exclusive())
        return false;
    const QAbstractButton* chosen = button->group()->checkedButton();
    return chosen && chosen->isVisible();
}

bool isStop(const QWidget* widget) {
    return widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
           !widget->focusProxy() && !widget->size().isEmpty() && !isOtherChoice(widget);
}

QList<QLayoutItem*> itemsOf(QLayout& layout) {
    QList<QLayoutItem*> items;
    for (int i = 0; i < layout.count(); ++i)
        items << layout.itemAt(i);
    if (auto* grid = qobject_cast<QGridLayout*>(&layout)) {
        const auto cell = [grid](QLayoutItem* item) {
            int row = 0;
            int column = 0;
            int rows = 0;
            int columns = 0;
            grid->getItemPosition(grid->indexOf(item), &row, &column, &rows, &columns);
            return std::pair(row, column);
        };
        std::stable_sort(items.begin(), items.end(),
                         [&cell](QLayoutItem* a, QLayoutItem* b) { return cell(a) < cell(b); });
    }
    return items;
}

void arrange(QLayout& layout, QList<QWidget*>& widgets) {
    for (QLayoutItem* item : itemsOf(layout)) {
        if (QWidget* widget = item->widget())
            widgets << widget;
        else if (QLayout* inner = item->layout())
            arrange(*inner, widgets);
    }
}

/// As the layouts have them; what no layout has, by where it is.
QList<QWidget*> childrenInOrder(const QWidget& parent) {
    QList<QWidget*> widgets;
    if (QLayout* layout = parent.layout())
        arrange(*layout, widgets);
    QList<QWidget*> others;
    for (QObject* child : parent.children()) {
        auto* widget = qobject_cast<QWidget*>(child);
        if (widget && !widget->isWindow() && !widgets.contains(widget))
            others << widget;
    }
    std::stable_sort(others.begin(), others.end(), [](const QWidget* a, const QWidget* b) {
        return std::pair(a->y(), a->x()) < std::pair(b->y(), b->x());
    });
    return widgets + others;
}

void collect(const QWidget& parent, QList<QWidget*>& stops) {
    for (QWidget* widget : childrenInOrder(parent)) {
        if (!widget->isVisible())
            continue;
        if (isStop(widget))
            stops << widget;
        collect(*widget, stops);
    }
}

} // namespace

QList<QWidget*> tabStops(const QWidget* window) {
    QList<QWidget*> stops;
    collect(*window, stops);
    return stops;
}

bool moveFocusByReading(QWidget* window, bool next) {
    const QList<QWidget*> stops = tabStops(window);
    if (stops.isEmpty())
        return false;
    qsizetype at = -1;
    const QWidget* focused = window->focusWidget();
    for (const QWidget* one = focused; one && at < 0; one = one->parentWidget())
        at = stops.indexOf(one);
    if (at < 0 && focused) {
        // The focus rests on something that is no stop, a page: on with the first stop inside.
        const auto inside = std::find_if(stops.begin(), stops.end(), [focused](const QWidget* stop) {
            return focused->isAncestorOf(stop);
        });
        if (inside != stops.end())
            at = inside - stops.begin() - (next ? 1 : 0);
    }
    const qsizetype count = stops.size();
    const qsizetype to = next ? (at + 1) % count : (qMax<qsizetype>(at, 0) + count - 1) % count;
    for (QWidget* one = stops[to]->parentWidget(); one; one = one->parentWidget())
        if (auto* scroll = qobject_cast<QScrollArea*>(one))
            scroll->ensureWidgetVisible(stops[to]);
    stops[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace tollgate::ui
