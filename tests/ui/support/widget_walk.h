#pragma once
// Walks a window as people do who hear it, or have no mouse: every control by its accessible name and role,
// every stop of the Tab key, there and back, and whether one sees where the focus is.

#include "ui/widgets/card.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

namespace tollgate::ui {

/// Pieces of Qt's own compound widgets, which speak for them.
inline bool isPart(const QWidget* widget) {
    const QWidget* parent = widget->parentWidget();
    return qobject_cast<const QScrollBar*>(widget) ||
           (widget->objectName().startsWith(QLatin1String("qt_")) && !qobject_cast<const QTabBar*>(widget)) ||
           widget->inherits("QTableCornerButton") || widget->inherits("QHeaderView") ||
           qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent) ||
           widget->inherits("QLineEditIconButton") ||
           (qobject_cast<const QTabBar*>(parent) && qobject_cast<const QAbstractButton*>(widget));
}

inline QString wordsFor(const QWidget* widget) {
    QStringList path;
    for (const QWidget* one = widget; one && path.size() < 4; one = one->parentWidget())
        path.prepend(QLatin1String(one->metaObject()->className()) +
                     (one->objectName().isEmpty() ? QString() : u'#' + one->objectName()));
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return path.join(QLatin1String(" > ")) + QLatin1String(" “") +
           (widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName()) + u'”';
}

inline bool isTabStop(const QWidget* widget) {
    return widget->isVisible() && !widget->size().isEmpty() && widget->isEnabled() &&
           (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && !isPart(widget);
}

/// Controls without a name, and widgets that take the focus without being anything.
inline QStringList nameMistakes(const QWidget& window) {
    using Role = QAccessible::Role;
    static const QSet<int> controls{
        Role::Button,  Role::CheckBox,    Role::RadioButton,   Role::EditableText, Role::ComboBox,
        Role::SpinBox, Role::Slider,      Role::Dial,          Role::Table,        Role::Tree,
        Role::List,    Role::PageTabList, Role::Chart,         Role::Graphic,      Role::ProgressBar,
        Role::Link,    Role::ButtonMenu,  Role::ButtonDropDown};
    static const QSet<int> nothing{Role::NoRole, Role::Client, Role::Window, Role::Border, Role::Pane};
    QStringList mistakes;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || isPart(widget))
            continue;
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        if (!face)
            continue;
        const bool stop = isTabStop(widget);
        if (stop && nothing.contains(face->role()) && !qobject_cast<QScrollArea*>(widget))
            mistakes << QStringLiteral("no role: ") + wordsFor(widget);
        if (qobject_cast<const QLabel*>(widget))
            continue; // pictures beside a text that says the same
        if ((stop || controls.contains(face->role())) && face->text(QAccessible::Name).trimmed().isEmpty())
            mistakes << QStringLiteral("no name: ") + wordsFor(widget);
    }
    return mistakes;
}

/// Where Tab (or Shift+Tab) goes from where the focus is, till it comes to a stop for the second time.
inline QList<QWidget*> walkByTab(const QWidget& window, Qt::KeyboardModifiers modifiers,
                                 QStringList& mistakes) {
    constexpr int kMost = 600;
    QList<QWidget*> stops;
    for (int step = 0; step < kMost; ++step) {
        QWidget* before = window.focusWidget();
        QTest::keyClick(before ? before : const_cast<QWidget*>(&window), Qt::Key_Tab, modifiers);
        QWidget* now = window.focusWidget();
        if (now == before) {
            mistakes << QStringLiteral("Tab is caught in ") + wordsFor(now);
            return stops;
        }
        if (stops.contains(now))
            return stops;
        stops << now;
    }
    mistakes << QStringLiteral("Tab never comes round");
    return stops;
}

inline bool isUncheckedChoice(const QWidget* widget) {
    // Of choices that exclude each other Tab comes to the checked one, arrows to the others.
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button && button->group() && button->group()->exclusive() && !button->isChecked();
}

/// Line by line, left to right within a card; whole cards as they stand in their column or row.
inline QStringList orderMistakes(const QWidget& window, const QList<QWidget*>& stops) {
    constexpr int kSameLine = 16;
    QStringList mistakes;
    QHash<const Card*, QWidget*> lastIn;
    const Card* lastCard = nullptr;
    QSet<const Card*> left;
    const auto placed = [&window](const QWidget* widget) {
        return QRect(widget->mapTo(&window, QPoint()), widget->size());
    };
    for (QWidget* stop : stops) {
        const Card* card = nullptr;
        for (QWidget* one = stop->parentWidget(); one && one != &window && !card; one = one->parentWidget())
            card = qobject_cast<Card*>(one);
        if (!card)
            continue;
        if (card != lastCard) {
            if (left.contains(card))
                mistakes << QStringLiteral("comes back to the card ") + card->title() +
                                QLatin1String(" at ") + wordsFor(stop);
            if (lastCard && !lastCard->isAncestorOf(card) && !card->isAncestorOf(lastCard)) {
                left << lastCard;
                const QRect before = placed(lastCard);
                const QRect now = placed(card);
                const bool above = now.bottom() <= before.top() && now.left() <= before.right() &&
                                   now.right() >= before.left();
                const bool leftOf = now.right() <= before.left() && now.top() <= before.bottom() &&
                                    now.bottom() >= before.top();
                if (above || leftOf)
                    mistakes << QStringLiteral("jumps back from card “%1” to “%2”")
                                    .arg(lastCard->title(), card->title());
            }
            lastCard = card;
        }
        if (QWidget* before = lastIn.value(card)) {
            const QPoint from = before->mapTo(&window, before->rect().center());
            const QPoint to = stop->mapTo(&window, stop->rect().center());
            const bool sameLine = qAbs(from.y() - to.y()) <= kSameLine ||
                                  (placed(stop).top() <= from.y() && placed(stop).bottom() >= from.y()) ||
                                  (placed(before).top() <= to.y() && placed(before).bottom() >= to.y());
            if (sameLine ? to.x() < from.x() : to.y() < from.y() && to.x() <= from.x())
                mistakes << QStringLiteral("jumps back from %1 to %2").arg(wordsFor(before), wordsFor(stop));
        }
        lastIn.insert(card, stop);
    }
    return mistakes;
}

/// Every stop reached, in order, and the same way back.
inline QStringList tabMistakes(QWidget& window, QWidget* start, QList<QWidget*>* reached = nullptr) {
    QStringList mistakes;
    if (start)
        start->setFocus(Qt::OtherFocusReason);
    const QList<QWidget*> there = walkByTab(window, Qt::NoModifier, mistakes);
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (widget->window() == &window && isTabStop(widget) && !isUncheckedChoice(widget) &&
            !there.contains(widget))
            mistakes << QStringLiteral("Tab never comes to ") + wordsFor(widget);
    mistakes << orderMistakes(window, there);
    if (!there.isEmpty()) {
        there.first()->setFocus(Qt::TabFocusReason);
        QList<QWidget*> back = walkByTab(window, Qt::ShiftModifier, mistakes);
        std::reverse(back.begin(), back.end());
        if (back != there)
            for (qsizetype i = 0; i < qMax(back.size(), there.size()); ++i)
                if (back.value(i) != there.value(i)) {
                    const auto words = [](QWidget* one) { return one ? wordsFor(one) : QString(); };
                    mistakes << QStringLiteral("Shift+Tab goes another way: %1 instead of %2")
                                    .arg(words(back.value(i)), words(there.value(i)));
                    break;
                }
    }
    if (reached)
        *reached = there;
    return mistakes;
}

/// Stops that look the same with and without the focus.
inline QStringList focusMistakes(QWidget& window, const QList<QWidget*>& stops) {
    constexpr int kAround = 4;
    QStringList mistakes;
    for (QWidget* stop : stops) {
        for (QWidget* one = stop->parentWidget(); one; one = one->parentWidget())
            if (auto* scroll = qobject_cast<QScrollArea*>(one))
                scroll->ensureWidgetVisible(stop);
        QCoreApplication::processEvents();
        stop->clearFocus();
        const auto picture = [&] {
            const QWidget* around = stop->parentWidget(); // a frame of editors draws the border for them
            const QWidget* seen = around && around->focusProxy() == stop ? around : stop;
            const QRect place(seen->mapTo(&window, QPoint()), seen->size());
            return window
                .grab(place.adjusted(-kAround, -kAround, kAround, kAround).intersected(window.rect()))
                .toImage()
                .convertToFormat(QImage::Format_RGB32);
        };
        const QImage without = picture();
        stop->setFocus(Qt::TabFocusReason);
        const QImage with = picture();
        int different = 0;
        for (int y = 0; y < qMin(with.height(), without.height()); ++y) {
            const auto* a = reinterpret_cast<const QRgb*>(with.constScanLine(y));
            const auto* b = reinterpret_cast<const QRgb*>(without.constScanLine(y));
            for (int x = 0; x < qMin(with.width(), without.width()); ++x)
                different += a[x] != b[x];
        }
        if (different < qMin(stop->width(), stop->height()))
            mistakes << QStringLiteral("focus is not seen (%1 pixels): ").arg(different) + wordsFor(stop);
    }
    return mistakes;
}

} // namespace tollgate::ui
