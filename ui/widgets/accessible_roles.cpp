#include "ui/widgets/accessible_roles.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QVariant>

namespace tollgate::ui {
namespace {

constexpr auto kRoleProperty = "accessibleRole";

/// A button that paints itself: what it is follows from how it is checked.
class ButtonInterface final : public QAccessibleWidget {
public:
    explicit ButtonInterface(QAbstractButton* button)
        : QAccessibleWidget(button, roleOf(*button)) {}

    QAccessible::Role role() const override { return roleOf(*button()); }

    QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = button()->isCheckable();
        state.checked = button()->isChecked();
        state.pressed = button()->isDown();
        return state;
    }

    QString text(QAccessible::Text kind) const override {
        const QString own = QAccessibleWidget::text(kind);
        return own.isEmpty() && kind == QAccessible::Name ? button()->text() : own;
    }

    QStringList actionNames() const override {
        if (!button()->isEnabled())
            return {};
        return {button()->isCheckable() ? toggleAction() : pressAction(), setFocusAction()};
    }

    void doAction(const QString& action) override {
        if (action == pressAction() || action == toggleAction())
            button()->click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    QAbstractButton* button() const { return static_cast<QAbstractButton*>(widget()); }

    static QAccessible::Role roleOf(const QAbstractButton& button) {
        if (!button.isCheckable())
            return QAccessible::Button;
        const bool oneOfMany = button.autoExclusive() || (button.group() && button.group()->exclusive());
        return oneOfMany ? QAccessible::RadioButton : QAccessible::CheckBox;
    }
};

class RoleInterface final : public QAccessibleWidget {
public:
    explicit RoleInterface(QWidget* widget)
        : QAccessibleWidget(widget) {}

    QAccessible::Role role() const override {
        return static_cast<QAccessible::Role>(widget()->property(kRoleProperty).toInt());
    }

    QStringList actionNames() const override {
        return canBePressed() ? QStringList{pressAction(), setFocusAction()}
                              : QAccessibleWidget::actionNames();
    }

    void doAction(const QString& action) override {
        if (!canBePressed() || action != pressAction())
            return QAccessibleWidget::doAction(action);
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent key(type, Qt::Key_Space, Qt::NoModifier);
            QCoreApplication::sendEvent(widget(), &key);
        }
    }

private:
    bool canBePressed() const {
        return role() == QAccessible::Button && widget()->isEnabled() &&
               widget()->focusPolicy() != Qt::NoFocus;
    }
};

/// Classes whose interfaces Qt brings along.
bool isKnown(const QWidget* widget) {
    for (const char* name : {"QPushButton", "QToolButton", "QCheckBox", "QRadioButton"}) {
        if (widget->inherits(name))
            return true;
    }
    return false;
}

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    if (!widget)
        return nullptr;
    if (widget->property(kRoleProperty).isValid())
        return new RoleInterface(widget);
    auto* button = qobject_cast<QAbstractButton*>(widget);
    return button && !isKnown(widget) ? new ButtonInterface(button) : nullptr;
}

} // namespace

void installAccessibleRoles() {
    static const bool once = [] {
        QAccessible::installFactory(&makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

void setAccessibleRole(QWidget* widget, QAccessible::Role role) {
    widget->setProperty(kRoleProperty, static_cast<int>(role));
}

} // namespace tollgate::ui
