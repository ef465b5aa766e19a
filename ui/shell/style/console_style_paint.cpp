#include "ui/shell/style/console_style.h"

#include "ui/widgets/paint.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyleOption>

namespace tollgate::ui {
namespace {

constexpr int kIconGap = 4; ///< QPushButton::sizeHint() reckons with it

/// What a control is painted with; an invalid colour is not painted.
struct Paint {
    QColor fill;
    QColor border;
    QColor text;
};

bool is(const QStyleOption& option, QStyle::StateFlag flag) {
    return option.state.testFlag(flag);
}

bool isHovered(const QStyleOption& option) {
    return is(option, QStyle::State_Enabled) && is(option, QStyle::State_MouseOver);
}

bool hasFocus(const QStyleOption& option) {
    return is(option, QStyle::State_Enabled) && is(option, QStyle::State_HasFocus);
}

void paintBox(QPainter& painter, const QRect& rect, int radius, const Paint& paint) {
    painter.save();
    paintRoundedRect(painter, rect, radius, paint.fill, paint.border);
    painter.restore();
}

Paint primaryPaint(const Theme& theme, const QStyleOption& option) {
    if (!is(option, QStyle::State_Enabled))
        return {theme.color(ColorRole::Field), theme.color(ColorRole::Border),
                theme.color(ColorRole::TextFaint)};
    const QColor fill = theme.color(isHovered(option) ? ColorRole::Accent : ColorRole::AccentFill);
    return {fill, hasFocus(option) ? theme.color(ColorRole::Text) : fill, theme.color(ColorRole::AccentText)};
}

/// Links and quiet buttons: no more than their text until they have the focus.
Paint barePaint(const Theme& theme, const QStyleOption& option, ColorRole text) {
    return {{},
            hasFocus(option) ? theme.color(ColorRole::Accent) : QColor(),
            theme.color(isHovered(option) ? ColorRole::Text : text)};
}

Paint usualPaint(const Theme& theme, const QStyleOption& option, bool danger) {
    if (!is(option, QStyle::State_Enabled))
        return {theme.color(ColorRole::Card), theme.color(ColorRole::Border),
                theme.color(ColorRole::TextFaint)};
    const bool hovered = isHovered(option);
    const ColorRole fill = is(option, QStyle::State_Sunken) ? ColorRole::Border
                           : hovered                        ? ColorRole::Selection
                                                            : ColorRole::Field;
    ColorRole border = hasFocus(option) ? ColorRole::Accent : ColorRole::Border;
    if (danger && (hasFocus(option) || hovered))
        border = ColorRole::Bad;
    return {theme.color(fill), theme.color(border), theme.color(danger ? ColorRole::Bad : ColorRole::Text)};
}

Paint buttonPaint(const Theme& theme, const QStyleOption& option, ControlKind kind) {
    switch (kind) {
    case ControlKind::Primary:
        return primaryPaint(theme, option);
    case ControlKind::Link:
        return barePaint(theme, option, ColorRole::Accent);
    case ControlKind::Quiet:
        return barePaint(theme, option, ColorRole::TextMuted);
    default:
        return usualPaint(theme, option, kind == ControlKind::Danger);
    }
}

Paint toolButtonPaint(const Theme& theme, const QStyleOption& option, bool secondary) {
    Paint paint;
    paint.text = theme.color(secondary ? ColorRole::Text : ColorRole::TextMuted);
    if (secondary) {
        paint.fill = theme.color(ColorRole::Field);
        paint.border = theme.color(ColorRole::Border);
    }
    if (isHovered(option))
        paint = {theme.color(ColorRole::Hover), theme.color(ColorRole::Border), theme.color(ColorRole::Text)};
    if (hasFocus(option))
        paint.border = theme.color(ColorRole::Accent);
    if (is(option, QStyle::State_On)) {
        paint.fill = theme.color(ColorRole::Selection);
        paint.text = theme.color(ColorRole::Accent);
    }
    return paint;
}

Paint fieldPaint(const Theme& theme, const QStyleOption& option, const QWidget* widget) {
    const bool enabled = is(option, QStyle::State_Enabled);
    const bool cell = controlKind(widget) == ControlKind::Cell;
    ColorRole border = widget && widget->property("invalid").toBool() ? ColorRole::Bad : ColorRole::Border;
    bool bordered = !cell || border == ColorRole::Bad;
    if (isHovered(option) && !isTextArea(widget)) {
        border = cell ? ColorRole::Border : ColorRole::TextFaint;
        bordered = true;
    }
    if (hasFocus(option)) {
        border = ColorRole::Accent;
        bordered = true;
    }
    Paint paint;
    if (bordered)
        paint.border = theme.color(border);
    if (!cell || hasFocus(option))
        paint.fill = theme.color(enabled && !(is(option, QStyle::State_ReadOnly) && !isTextArea(widget))
                                     ? ColorRole::Field
                                     : ColorRole::Card);
    return paint;
}

} // namespace

void ConsoleStyle::drawImage(QPainter& painter, const QRect& rect, const char* name, bool themed) const {
    const QString folder = !themed            ? QString()
                           : theme().isDark() ? QStringLiteral("dark/")
                                              : QStringLiteral("light/");
    const QString path =
        QStringLiteral(":/controls/") + folder + QLatin1String(name) + QStringLiteral(".svg");
    QIcon& icon = m_images[path];
    if (icon.isNull())
        icon = QIcon(path);
    icon.paint(&painter, rect);
}

void ConsoleStyle::drawButtonPanel(const QStyleOptionButton& option, QPainter& painter,
                                   const QWidget* widget) const {
    const ControlKind kind = controlKind(widget);
    paintBox(painter, option.rect, buttonBox(theme(), widget).radius, buttonPaint(theme(), option, kind));
    if (!option.features.testFlag(QStyleOptionButton::HasMenu))
        return;
    const QRect inside = option.rect.adjusted(1, 1, -1, -1);
    const int gap = px(kind == ControlKind::Quiet ? 2 : 8);
    const QRect arrow =
        alignedRect(Qt::LeftToRight, Qt::AlignRight | Qt::AlignVCenter, {px(12), px(12)}, inside);
    drawImage(painter, visualRect(option.direction, inside, arrow.translated(-gap, 0)), "chevron-down");
}

void ConsoleStyle::drawButtonLabel(const QStyleOptionButton& option, QPainter& painter,
                                   const QWidget* widget) const {
    QRect text = option.rect;
    if (option.features.testFlag(QStyleOptionButton::HasMenu)) {
        const int indicator = pixelMetric(PM_MenuButtonIndicator, &option, widget);
        text = visualRect(option.direction, option.rect, text.adjusted(0, 0, -indicator, 0));
    }
    int flags = Qt::AlignVCenter | Qt::TextShowMnemonic;
    if (!styleHint(SH_UnderlineShortcut, &option, widget, nullptr))
        flags |= Qt::TextHideMnemonic;
    const bool left = widget && widget->property("align").toString() == QLatin1StringView("left");
    int alignment = left ? Qt::AlignLeft : Qt::AlignHCenter;
    if (!option.icon.isNull()) {
        const bool enabled = is(option, State_Enabled);
        const QIcon::Mode mode = !enabled           ? QIcon::Disabled
                                 : hasFocus(option) ? QIcon::Active
                                                    : QIcon::Normal;
        const QPixmap pixmap = option.icon.pixmap(option.iconSize, painter.device()->devicePixelRatio(), mode,
                                                  is(option, State_On) ? QIcon::On : QIcon::Off);
        const QSize size = pixmap.deviceIndependentSize().toSize();
        const int words = option.fontMetrics.boundingRect(option.rect, flags, option.text).width();
        const int whole = size.width() + (option.text.isEmpty() ? 0 : words + kIconGap);
        const int gap = left ? kIconGap : kIconGap / 2; // as Qt's own styles have it
        const int from = left ? text.x() : text.x() + (text.width() - whole) / 2;
        const QRect icon =
            visualRect(option.direction, text,
                       QRect(QPoint(from, text.y() + (text.height() - size.height()) / 2), size));
        painter.drawPixmap(icon, pixmap);
        if (option.direction == Qt::RightToLeft) {
            text.setRight(icon.left() - gap);
            alignment = Qt::AlignRight;
        } else {
            text.setLeft(icon.left() + icon.width() + gap);
            alignment = Qt::AlignLeft;
        }
    }
    QPalette palette = option.palette;
    palette.setColor(QPalette::ButtonText, buttonPaint(theme(), option, controlKind(widget)).text);
    drawItemText(&painter, text, flags | alignment, palette, true, option.text, QPalette::ButtonText);
}

void ConsoleStyle::drawButton(const QStyleOptionButton& option, QPainter& painter,
                              const QWidget* widget) const {
    drawButtonPanel(option, painter, widget);
    QStyleOptionButton label(option);
    label.rect = option.features.testFlag(QStyleOptionButton::HasMenu)
                     ? option.rect.adjusted(1, 1, -1, -1) // with the arrow, all of it is centred
                     : subElementRect(SE_PushButtonContents, &option, widget);
    drawButtonLabel(label, painter, widget);
    if (!is(option, State_HasFocus))
        return;
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(option);
    focus.rect = label.rect;
    drawPrimitive(PE_FrameFocusRect, &focus, &painter, widget);
}

void ConsoleStyle::drawToolButton(const QStyleOptionToolButton& option, QPainter& painter,
                                  const QWidget* widget) const {
    const bool secondary = controlKind(widget) == ControlKind::Secondary;
    const ControlBox box = toolButtonBox(theme(), widget);
    const Paint paint = toolButtonPaint(theme(), option, secondary);
    paintBox(painter, option.rect, box.radius, paint);
    QStyleOptionToolButton label(option);
    label.rect = box.content(option.rect);
    label.palette.setColor(QPalette::ButtonText, paint.text);
    QProxyStyle::drawControl(CE_ToolButtonLabel, &label, &painter, widget);
}

void ConsoleStyle::drawField(const QStyleOption& option, QPainter& painter, const QWidget* widget) const {
    paintBox(painter, option.rect, fieldBox(theme(), widget).radius, fieldPaint(theme(), option, widget));
}

void ConsoleStyle::drawCombo(const QStyleOptionComboBox& option, QPainter& painter,
                             const QWidget* widget) const {
    drawField(option, painter, widget);
    if (!option.subControls.testFlag(SC_ComboBoxArrow))
        return;
    const QRect button = comboPart(option, SC_ComboBoxArrow, widget);
    drawImage(painter, alignedRect(option.direction, Qt::AlignCenter, {px(12), px(12)}, button),
              "chevron-down");
}

void ConsoleStyle::drawComboLabel(const QStyleOptionComboBox& option, QPainter& painter,
                                  const QWidget* widget) const {
    constexpr int kSpacing = 6;
    QRect text = comboPart(option, SC_ComboBoxEditField, widget);
    painter.save();
    painter.setClipRect(text);
    if (!option.currentIcon.isNull()) {
        const QRect icon =
            alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, option.iconSize, text);
        option.currentIcon.paint(&painter, icon, Qt::AlignCenter,
                                 is(option, State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        const int taken = option.iconSize.width() + kSpacing;
        text.translate(option.direction == Qt::RightToLeft ? -taken : taken, 0);
    }
    if (!option.currentText.isEmpty() && !option.editable)
        drawItemText(&painter, text, Qt::AlignLeft | Qt::AlignVCenter, option.palette,
                     is(option, State_Enabled), option.currentText, QPalette::Text);
    painter.restore();
}

void ConsoleStyle::drawSpin(const QStyleOptionSpinBox& option, QPainter& painter,
                            const QWidget* widget) const {
    drawField(option, painter, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const QSize arrow(px(10), px(10));
    const QRect up = spinPart(option, SC_SpinBoxUp, widget).adjusted(0, px(3), 0, 0);
    const QRect down = spinPart(option, SC_SpinBoxDown, widget).adjusted(0, 0, 0, -px(3));
    if (option.subControls.testFlag(SC_SpinBoxUp))
        drawImage(painter, alignedRect(option.direction, Qt::AlignCenter, arrow, up), "chevron-up");
    if (option.subControls.testFlag(SC_SpinBoxDown))
        drawImage(painter, alignedRect(option.direction, Qt::AlignCenter, arrow, down), "chevron-down");
}

void ConsoleStyle::drawScrollBar(const QStyleOptionSlider& option, QPainter& painter,
                                 const QWidget* widget) const {
    const QRect slider = scrollBarPart(option, SC_ScrollBarSlider, widget);
    const bool hovered = isHovered(option) && option.activeSubControls.testFlag(SC_ScrollBarSlider);
    const int margin = px(2);
    Paint paint;
    paint.fill = color(hovered ? ColorRole::TextFaint : ColorRole::Border);
    paintBox(painter, slider.adjusted(margin, margin, -margin, -margin), px(3), paint);
}

void ConsoleStyle::drawCheckMark(const QStyleOption& option, QPainter& painter, bool round) const {
    const bool partly = is(option, State_NoChange);
    const bool on = is(option, State_On) || partly;
    const QColor fill = color(on ? ColorRole::AccentFill : ColorRole::Field);
    paintBox(painter, option.rect, px(round ? 8 : 4), {fill, on ? fill : color(ColorRole::TextFaint), {}});
    if (on)
        drawImage(painter, option.rect.adjusted(1, 1, -1, -1),
                  partly  ? "minus"
                  : round ? "dot"
                          : "check",
                  false);
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                      QPainter* painter, const QWidget* widget) const {
    if (control == CC_ComboBox) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return drawCombo(*combo, *painter, widget);
    } else if (control == CC_SpinBox) {
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return drawSpin(*spin, *painter, widget);
    } else if (control == CC_ToolButton) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
            return drawToolButton(*button, *painter, widget);
    } else if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return drawScrollBar(*bar, *painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    switch (element) {
    case PE_PanelLineEdit:
        if (!isInnerEdit(widget) && controlKind(widget) != ControlKind::Bare)
            drawField(*option, *painter, widget);
        return;
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
    case PE_FrameMenu: // PE_PanelMenu has it
        return;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, color(ColorRole::Border));
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), color(ColorRole::Field));
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckMark(*option, *painter, false);
    case PE_IndicatorRadioButton:
        return drawCheckMark(*option, *painter, true);
    case PE_FrameTabWidget:
        painter->fillRect(QRect(option->rect.topLeft(), QSize(option->rect.width(), 1)),
                          color(ColorRole::Divider));
        return;
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem own(*item);
            own.palette.setColor(QPalette::Highlight, color(ColorRole::Selection));
            own.palette.setColor(QPalette::AlternateBase, Qt::transparent);
            if (isCompletions(widget) && (own.state & (State_Selected | State_MouseOver)))
                return paintBox(
                    *painter, own.rect, px(5),
                    {color(is(own, State_Selected) ? ColorRole::Selection : ColorRole::Hover), {}, {}});
            return QProxyStyle::drawPrimitive(element, &own, painter, widget);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

} // namespace tollgate::ui
