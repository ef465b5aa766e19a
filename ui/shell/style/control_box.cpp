#include "ui/shell/style/control_box.h"

#include "ui/shell/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QVariant>

#include <array>

namespace tollgate::ui {
namespace {

struct KindName {
    QLatin1StringView name;
    ControlKind kind;
};

constexpr std::array kKinds{
    KindName{QLatin1StringView("primary"), ControlKind::Primary},
    KindName{QLatin1StringView("danger"), ControlKind::Danger},
    KindName{QLatin1StringView("chip"), ControlKind::Chip},
    KindName{QLatin1StringView("link"), ControlKind::Link},
    KindName{QLatin1StringView("quiet"), ControlKind::Quiet},
    KindName{QLatin1StringView("secondary"), ControlKind::Secondary},
    KindName{QLatin1StringView("plain"), ControlKind::NoButtons},
    KindName{QLatin1StringView("tight"), ControlKind::Tight},
    KindName{QLatin1StringView("cell"), ControlKind::Cell},
    KindName{QLatin1StringView("bare"), ControlKind::Bare},
};

constexpr int kLineHeight = 18; ///< of a control with one line of text

QMargins sides(const Theme& theme, int left, int top, int right, int bottom) {
    return {theme.px(left), theme.px(top), theme.px(right), theme.px(bottom)};
}

ControlBox spinBox(const Theme& theme, ControlKind kind) {
    switch (kind) {
    case ControlKind::NoButtons:
        return {sides(theme, 10, 5, 10, 5), 1, theme.px(7), theme.px(kLineHeight)};
    case ControlKind::Tight:
        return {sides(theme, 6, 5, 6, 5), 1, theme.px(7), theme.px(kLineHeight)};
    case ControlKind::Cell:
        return {sides(theme, 8, 1, 8, 1), 1, theme.px(7), theme.px(16)};
    default:
        return {sides(theme, 10, 5, 22, 5), 1, theme.px(7), theme.px(kLineHeight)};
    }
}

ControlBox lineBox(const Theme& theme, const QWidget* edit) {
    if (isInnerEdit(edit))
        return {{}, 0, 0, 0};
    if (controlKind(edit) == ControlKind::Bare)
        return {{}, 0, 0, theme.px(20)};
    // The icon before the text of a filter brings its own margin.
    const int left = edit->objectName() == QLatin1StringView("filter") ? 3 : 10;
    return {sides(theme, left, 5, 10, 5), 1, theme.px(7), theme.px(kLineHeight)};
}

} // namespace

ControlKind controlKind(const QWidget* widget) {
    if (!widget)
        return ControlKind::Plain;
    const QString name = widget->property("kind").toString();
    if (name.isEmpty())
        return ControlKind::Plain;
    for (const KindName& known : kKinds) {
        if (name == known.name)
            return known.kind;
    }
    return ControlKind::Plain;
}

ControlBox buttonBox(const Theme& theme, const QWidget* button) {
    const bool menu = button && button->property("hasMenu").toBool();
    switch (controlKind(button)) {
    case ControlKind::Chip:
        return {sides(theme, 8, 1, 8, 1), 1, theme.px(5), theme.px(kLineHeight)};
    case ControlKind::Link:
        return {sides(theme, 3, 1, 3, 1), 1, theme.px(4), 0};
    case ControlKind::Quiet:
        return {sides(theme, 4, 1, menu ? 6 : 4, 1), 1, theme.px(4), 0};
    default:
        return {sides(theme, 12, 5, menu ? 16 : 12, 5), 1, theme.px(7), theme.px(kLineHeight)};
    }
}

ControlBox toolButtonBox(const Theme& theme, const QWidget* button) {
    if (controlKind(button) == ControlKind::Secondary)
        return {sides(theme, 12, 5, 12, 5), 1, theme.px(7), theme.px(kLineHeight)};
    return {sides(theme, 3, 3, 3, 3), 1, theme.px(5), -1};
}

ControlBox fieldBox(const Theme& theme, const QWidget* field) {
    if (isTextArea(field))
        return {sides(theme, 6, 6, 6, 6), 1, theme.px(7), -1};
    if (const auto* combo = qobject_cast<const QComboBox*>(field))
        return {sides(theme, 10, 5, combo->isEditable() ? 2 : 26, 5), 1, theme.px(7), theme.px(kLineHeight)};
    if (const auto* date = qobject_cast<const QDateTimeEdit*>(field); date && date->calendarPopup())
        return {sides(theme, 10, 5, 2, 5), 1, theme.px(7), theme.px(kLineHeight)};
    if (qobject_cast<const QAbstractSpinBox*>(field))
        return spinBox(theme, controlKind(field));
    if (qobject_cast<const QLineEdit*>(field))
        return lineBox(theme, field);
    return {sides(theme, 10, 5, 10, 5), 1, theme.px(7), theme.px(kLineHeight)};
}

ControlBox checkBoxBox(const Theme& theme) {
    return {sides(theme, 0, 2, 3, 2), 1, theme.px(4), -1};
}

ControlBox menuItemBox(const Theme& theme) {
    return {sides(theme, 12, 5, 24, 5), 0, theme.px(5), -1};
}

ControlBox tabBox(const Theme& theme) {
    return {sides(theme, 12, 7, 12, 9), 0, 0, -1}; // the line below the text is 2 of the 9
}

ControlBox headerBox(const Theme& theme) {
    QMargins padding = sides(theme, 8, 5, 8, 5);
    padding.setBottom(padding.bottom() + 1); // the line
    return {padding, 0, 0, -1};
}

bool isInnerEdit(const QWidget* widget) {
    return widget && qobject_cast<const QLineEdit*>(widget) &&
           (qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
            qobject_cast<const QComboBox*>(widget->parentWidget()));
}

bool isComboList(const QWidget* widget) {
    return widget && widget->parentWidget() && qobject_cast<const QAbstractItemView*>(widget) &&
           qobject_cast<const QComboBox*>(widget->parentWidget()->parentWidget());
}

bool isCompletions(const QWidget* widget) {
    return qobject_cast<const QAbstractItemView*>(widget) &&
           widget->objectName() == QLatin1StringView("completions");
}

bool isTextArea(const QWidget* widget) {
    return qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget);
}

} // namespace tollgate::ui
