#include "ui/shell/style/console_style.h"

#include "ui/widgets/paint.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

namespace tollgate::ui {
namespace {

bool is(const QStyleOption& option, QStyle::StateFlag flag) {
    return option.state.testFlag(flag);
}

bool isHovered(const QStyleOption& option) {
    return is(option, QStyle::State_Enabled) && is(option, QStyle::State_MouseOver);
}

} // namespace

void ConsoleStyle::drawTab(const QStyleOptionTab& option, QPainter& painter) const {
    if (!is(option, State_Selected))
        return;
    const int line = px(2);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom() + 1 - line, option.rect.width(), line),
                     color(ColorRole::Accent));
}

void ConsoleStyle::drawHeaderSection(const QStyleOption& option, QPainter& painter) const {
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     color(ColorRole::Divider));
}

void ConsoleStyle::drawHeader(const QStyleOptionHeader& option, QPainter& painter,
                              const QWidget* widget) const {
    painter.save();
    painter.setClipRect(option.rect);
    drawHeaderSection(option, painter);
    QStyleOptionHeader part(option);
    part.rect = subElementRect(SE_HeaderLabel, &option, widget);
    drawControl(CE_HeaderLabel, &part, &painter, widget);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        part.rect = subElementRect(SE_HeaderArrow, &option, widget);
        drawPrimitive(PE_IndicatorHeaderArrow, &part, &painter, widget);
    }
    painter.restore();
}

void ConsoleStyle::drawMenuText(const QStyleOptionMenuItem& option, QPainter& painter, const QRect& rect,
                                const QWidget* widget) const {
    int flags =
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!styleHint(SH_UnderlineShortcut, &option, widget, nullptr))
        flags |= Qt::TextHideMnemonic;
    painter.save();
    painter.setFont(option.font);
    painter.setPen(color(is(option, State_Enabled) ? ColorRole::Text : ColorRole::TextFaint));
    QRect text = rect;
    text.setWidth(rect.width() - option.reservedShortcutWidth);
    const qsizetype tab = option.text.indexOf(u'\t');
    if (tab >= 0) {
        const QRect keys(QPoint(text.right(), text.top()), QPoint(rect.right(), text.bottom()));
        painter.drawText(visualRect(option.direction, option.rect, keys), flags, option.text.mid(tab + 1));
    }
    painter.drawText(visualRect(option.direction, option.rect, text), flags, option.text.left(tab));
    painter.restore();
}

void ConsoleStyle::drawMenuItem(const QStyleOptionMenuItem& option, QPainter& painter,
                                const QWidget* widget) const {
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(
            QRect(option.rect.left() + px(8), option.rect.top() + px(4), option.rect.width() - 2 * px(8), 1),
            color(ColorRole::Border));
        return;
    }
    const ControlBox box = menuItemBox(theme());
    const bool enabled = is(option, State_Enabled);
    if (enabled && is(option, State_Selected)) {
        painter.save();
        paintRoundedRect(painter, option.rect, box.radius, color(ColorRole::Selection), {});
        painter.restore();
    }
    QRect inside = box.content(option.rect);
    int taken = option.maxIconWidth;
    if (!option.icon.isNull()) {
        const int size = pixelMetric(PM_SmallIconSize, &option, widget);
        const QRect icon = alignedRect(Qt::LeftToRight, Qt::AlignLeft | Qt::AlignVCenter, {size, size},
                                       option.rect.adjusted(px(4), 0, 0, 0));
        option.icon.paint(&painter, visualRect(option.direction, option.rect, icon), Qt::AlignCenter,
                          !enabled                     ? QIcon::Disabled
                          : is(option, State_Selected) ? QIcon::Active
                                                       : QIcon::Normal,
                          option.checked ? QIcon::On : QIcon::Off);
    } else if (option.menuHasCheckableItems) {
        const int size = px(12);
        const QRect mark = alignedRect(Qt::LeftToRight, Qt::AlignLeft | Qt::AlignVCenter, {size, size},
                                       option.rect.adjusted(px(6), 0, 0, 0));
        if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
            drawImage(painter, visualRect(option.direction, option.rect, mark), "tick");
        taken = qMax(taken, px(6) + size);
    }
    inside.setLeft(inside.left() + taken);
    drawMenuText(option, painter, inside, widget);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        QStyleOption arrow(option);
        arrow.rect = visualRect(
            option.direction, option.rect,
            alignedRect(Qt::LeftToRight, Qt::AlignRight | Qt::AlignVCenter, {px(12), px(12)}, option.rect));
        drawPrimitive(option.direction == Qt::RightToLeft ? PE_IndicatorArrowLeft : PE_IndicatorArrowRight,
                      &arrow, &painter, widget);
    }
}

void ConsoleStyle::drawCheckBox(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget,
                                bool round) const {
    QStyleOptionButton part(option);
    part.rect = subElementRect(round ? SE_RadioButtonIndicator : SE_CheckBoxIndicator, &option, widget);
    drawCheckMark(part, painter, round);
    part.rect = subElementRect(round ? SE_RadioButtonContents : SE_CheckBoxContents, &option, widget);
    QProxyStyle::drawControl(round ? CE_RadioButtonLabel : CE_CheckBoxLabel, &part, &painter, widget);
    if (!is(option, State_HasFocus))
        return;
    painter.save();
    paintRoundedRect(painter, option.rect, checkBoxBox(theme()).radius, {}, color(ColorRole::Accent));
    painter.restore();
}

bool ConsoleStyle::drawItemControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const {
    if (element == CE_HeaderLabel) {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        if (!header)
            return false;
        QStyleOptionHeader own(*header);
        own.palette.setColor(QPalette::ButtonText,
                             color(isHovered(own) ? ColorRole::Text : ColorRole::TextMuted));
        QProxyStyle::drawControl(element, &own, painter, widget);
        return true;
    }
    if (element == CE_TabBarTabLabel) {
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        if (!tab)
            return false;
        QStyleOptionTab own(*tab);
        const ColorRole text = is(own, State_HasFocus)   ? ColorRole::Text
                               : is(own, State_Selected) ? ColorRole::Accent
                               : isHovered(own)          ? ColorRole::Text
                                                         : ColorRole::TextMuted;
        own.palette.setColor(QPalette::WindowText, color(text));
        QProxyStyle::drawControl(element, &own, painter, widget);
        return true;
    }
    if (element == CE_ItemViewItem) {
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (!item)
            return false;
        QStyleOptionViewItem own(*item);
        own.palette.setColor(QPalette::Highlight, color(ColorRole::Selection));
        own.palette.setColor(QPalette::HighlightedText, color(ColorRole::Text));
        QProxyStyle::drawControl(element, &own, painter, widget);
        return true;
    }
    return false;
}

void ConsoleStyle::drawButtonPart(ControlElement element, const QStyleOptionButton& option, QPainter& painter,
                                  const QWidget* widget) const {
    if (element == CE_PushButtonBevel)
        drawButtonPanel(option, painter, widget);
    else if (element == CE_PushButtonLabel)
        drawButtonLabel(option, painter, widget);
    else
        drawButton(option, painter, widget);
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    switch (element) {
    case CE_PushButton:
    case CE_PushButtonBevel:
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return drawButtonPart(element, *button, *painter, widget);
        break;
    case CE_CheckBox:
    case CE_RadioButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return drawCheckBox(*button, *painter, widget, element == CE_RadioButton);
        break;
    case CE_ComboBoxLabel:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return drawComboLabel(*combo, *painter, widget);
        break;
    case CE_Splitter:
        return painter->fillRect(option->rect, color(ColorRole::Divider));
    case CE_MenuEmptyArea:
        return;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            if (!qobject_cast<const QComboBox*>(widget))
                return drawMenuItem(*item, *painter, widget);
            QStyleOptionMenuItem own(*item); // of its list, which has a ground of its own
            if (!is(own, State_Selected))
                own.palette.setColor(QPalette::Window, Qt::transparent);
            return QProxyStyle::drawControl(element, &own, painter, widget);
        }
        break;
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return drawHeader(*header, *painter, widget);
        break;
    case CE_HeaderSection:
        return drawHeaderSection(*option, *painter);
    case CE_HeaderEmptyArea:
        return;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return drawTab(*tab, *painter);
        break;
    case CE_ShapedFrame:
        if (isTextArea(widget))
            return drawField(*option, *painter, widget);
        if (isComboList(widget) || isCompletions(widget))
            return drawPrimitive(PE_PanelMenu, option, painter, widget);
        if (qobject_cast<const QAbstractScrollArea*>(widget) && !widget->inherits("QGraphicsView"))
            return;
        break;
    default:
        if (drawItemControl(element, option, painter, widget))
            return;
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

} // namespace tollgate::ui
