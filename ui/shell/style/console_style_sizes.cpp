#include "ui/shell/style/console_style.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QStyleOption>
#include <QTabWidget>

namespace tollgate::ui {
namespace {

constexpr int kDropDown = 24;
constexpr int kSpinButtons = 20;

/// Left or right of `rect` and in the middle of its height.
QRect beside(const QStyleOption& option, const QRect& rect, Qt::Alignment side, const QSize& size) {
    return QStyle::alignedRect(option.direction, side | Qt::AlignVCenter, size, rect);
}

} // namespace

QSize ConsoleStyle::headerSize(const QStyleOptionHeader& option, const QSize& size,
                               const QWidget* widget) const {
    const int margin = pixelMetric(PM_HeaderMargin, &option, widget);
    const int icon = option.icon.isNull() ? 0 : pixelMetric(PM_SmallIconSize, &option, widget);
    const QSize text = option.fontMetrics.size(0, option.text);
    const QSize needed((icon > 0 ? icon + margin : 0) + (option.text.isNull() ? 0 : margin) + text.width() +
                           margin,
                       qMax(icon, text.height()) + 2 * margin);
    return headerBox(theme()).grown(
        QProxyStyle::sizeFromContents(CT_HeaderSection, &option, size, widget).expandedTo(needed));
}

QSize ConsoleStyle::menuItemSize(const QStyleOptionMenuItem& option, const QSize& size,
                                 const QWidget* widget) const {
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {size.width(), 1 + 2 * px(4)};
    QSize grown = size;
    if (option.text.contains(u'\t'))
        grown.rwidth() += 12;
    if (!option.icon.isNull()) {
        const int small = pixelMetric(PM_SmallIconSize, &option, widget);
        grown.rwidth() += qMax(option.maxIconWidth, option.icon.actualSize({small, small}).width()) + 4;
    } else if (option.menuHasCheckableItems) {
        grown.rwidth() += qMax(option.maxIconWidth, px(12) + px(6)) + 4;
    } else {
        grown.rwidth() += option.maxIconWidth;
    }
    return menuItemBox(theme()).grown(grown);
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                     const QWidget* widget) const {
    switch (type) {
    case CT_PushButton:
        return buttonBox(theme(), widget).grown(size);
    case CT_ToolButton: { // 3: as Qt's styles have it
        const ControlBox box = toolButtonBox(theme(), widget);
        return box.grown(size.expandedTo({0, box.least}) + QSize(3, 3));
    }
    case CT_ComboBox: // 2: the margins Qt's label of a combo box has
        return fieldBox(theme(), widget).grown(size + QSize(px(kDropDown) + 2, 0));
    case CT_LineEdit:
        return isInnerEdit(widget) ? size : fieldBox(theme(), widget).grown(size);
    case CT_SpinBox: {
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        const bool buttons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        return fieldBox(theme(), widget).grown(size + QSize(buttons ? px(kSpinButtons) : 0, 0));
    }
    case CT_CheckBox:
    case CT_RadioButton: {
        const int indicator = pixelMetric(PM_IndicatorWidth, option, widget);
        const QSize inside(size.width() + indicator + px(8), qMax(size.height(), indicator));
        return checkBoxBox(theme()).grown(inside);
    }
    case CT_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return headerSize(*header, size, widget);
        break;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
            item && !qobject_cast<const QComboBox*>(widget))
            return menuItemSize(*item, size, widget);
        break;
    case CT_TabBarTab: {
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        return tabBox(theme()).grown(size + QSize(tab && !tab->icon.isNull() ? 12 : 0, 0));
    }
    case CT_Menu:
    case CT_ScrollBar:
        return size;
    case CT_ItemViewItem:
        if (isComboList(widget) || isCompletions(widget)) {
            const QSize inside = QProxyStyle::sizeFromContents(type, option, size, widget);
            return {inside.width() + 2 * px(8), qMax(inside.height(), px(24))};
        }
        break;
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect ConsoleStyle::frameContents(SubElement element, const QStyleOption* option,
                                  const QWidget* widget) const {
    const QRect rect = option->rect;
    if (isTextArea(widget))
        return fieldBox(theme(), widget).content(rect);
    if (isComboList(widget) || isCompletions(widget))
        return rect.marginsRemoved(QMargins() + (1 + px(4)));
    if (widget && widget->inherits("QTipLabel"))
        return rect.marginsRemoved(QMargins(px(8), px(4), px(8), px(4)) + 1);
    if (qobject_cast<const QAbstractScrollArea*>(widget) && !widget->inherits("QGraphicsView"))
        return rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption* option,
                                   const QWidget* widget) const {
    const QRect rect = option->rect;
    switch (element) {
    case SE_PushButtonBevel:
        return rect;
    case SE_PushButtonContents:
    case SE_PushButtonFocusRect:
        return visualRect(option->direction, rect, buttonBox(theme(), widget).content(rect));
    case SE_LineEditContents:
        return visualRect(option->direction, rect, fieldBox(theme(), widget).content(rect));
    case SE_FrameContents:
    case SE_ShapedFrameContents:
        return frameContents(element, option, widget);
    case SE_CheckBoxIndicator:
    case SE_RadioButtonIndicator: {
        const int size = pixelMetric(PM_IndicatorWidth, option, widget);
        return beside(*option, checkBoxBox(theme()).content(rect), Qt::AlignLeft, {size, size});
    }
    case SE_CheckBoxContents:
    case SE_RadioButtonContents: {
        const QRect inside = checkBoxBox(theme()).content(rect);
        const int taken = pixelMetric(PM_IndicatorWidth, option, widget) + px(8);
        return visualRect(option->direction, rect, inside.adjusted(taken, 0, 0, 0));
    }
    case SE_RadioButtonFocusRect:
    case SE_RadioButtonClickRect:
    case SE_CheckBoxClickRect:
        return rect;
    case SE_HeaderLabel:
        return headerBox(theme()).content(rect);
    case SE_TabWidgetTabBar: {
        const QRect bar = QProxyStyle::subElementRect(element, option, widget);
        return rect.intersected(bar.translated(widget ? widget->property("inset").toInt() : 0, 0));
    }
    case SE_TabWidgetTabContents: // below the line
        return QProxyStyle::subElementRect(SE_TabWidgetTabPane, option, widget).adjusted(0, 1, 0, 0);
    case SE_TabBarTabText:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            QStyleOptionTab inner(*tab);
            inner.rect = tabBox(theme()).content(rect);
            return QProxyStyle::subElementRect(element, &inner, widget);
        }
        break;
    case SE_ItemViewItemText:
    case SE_ItemViewItemDecoration:
        if (isCompletions(widget))
            return QProxyStyle::subElementRect(element, option, widget).adjusted(px(6), 0, 0, 0);
        break;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ConsoleStyle::comboPart(const QStyleOptionComplex& option, SubControl part,
                              const QWidget* widget) const {
    const QRect rect = option.rect;
    switch (part) {
    case SC_ComboBoxFrame:
        return rect;
    case SC_ComboBoxArrow:
        return beside(option, rect, Qt::AlignRight, {px(kDropDown), rect.height()});
    case SC_ComboBoxEditField:
        return visualRect(option.direction, rect,
                          fieldBox(theme(), widget).content(rect).adjusted(0, 0, -px(kDropDown), 0));
    default:
        return QProxyStyle::subControlRect(CC_ComboBox, &option, part, widget);
    }
}

QRect ConsoleStyle::spinPart(const QStyleOptionSpinBox& option, SubControl part,
                             const QWidget* widget) const {
    const QRect rect = option.rect;
    const bool buttons = option.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int width = px(kSpinButtons);
    const int height = rect.height() / 2;
    switch (part) {
    case SC_SpinBoxFrame:
        return rect;
    case SC_SpinBoxUp:
        return visualRect(option.direction, rect, {rect.right() + 1 - width, rect.top(), width, height});
    case SC_SpinBoxDown:
        return visualRect(option.direction, rect,
                          {rect.right() + 1 - width, rect.bottom() + 1 - height, width, height});
    case SC_SpinBoxEditField:
        return visualRect(option.direction, rect,
                          fieldBox(theme(), widget).content(rect).adjusted(0, 0, buttons ? -width : 0, 0));
    default:
        return QProxyStyle::subControlRect(CC_SpinBox, &option, part, widget);
    }
}

QRect ConsoleStyle::scrollBarPart(const QStyleOptionSlider& option, SubControl part,
                                  const QWidget* widget) const {
    const QRect rect = option.rect;
    const bool across = option.orientation == Qt::Horizontal;
    const int length = across ? rect.width() : rect.height();
    int slider = length;
    if (option.maximum != option.minimum) {
        const auto range = static_cast<qint64>(option.maximum) - option.minimum;
        slider =
            static_cast<int>(qint64(option.pageStep) * length / qMax<qint64>(1, range + option.pageStep));
        slider = qMin(length, qMax(slider, pixelMetric(PM_ScrollBarSliderMin, &option, widget)));
    }
    const int start = sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                              length - slider, option.upsideDown);
    const auto span = [&](int from, int size) {
        return visualRect(option.direction, rect,
                          across ? QRect(rect.left() + from, rect.top(), size, rect.height())
                                 : QRect(rect.left(), rect.top() + from, rect.width(), size));
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return rect;
    case SC_ScrollBarSlider:
        return span(start, slider);
    case SC_ScrollBarSubPage:
        return span(0, start);
    case SC_ScrollBarAddPage:
        return span(start + slider, length - start - slider);
    default: // it has no buttons
        return {};
    }
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                   const QWidget* widget) const {
    switch (control) {
    case CC_ComboBox:
        return comboPart(*option, part, widget);
    case CC_SpinBox:
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return spinPart(*spin, part, widget);
        break;
    case CC_ScrollBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return scrollBarPart(*bar, part, widget);
        break;
    default:
        break;
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace tollgate::ui
