#pragma once
// Whether everything of a window finds its place: nothing squeezed below what it needs, laid over its
// neighbour, or out of its parent where nobody can scroll to it; no figure and no button cut short.

#include "tests/ui/support/painted_text.h"
#include "tests/ui/support/widget_walk.h"
#include "ui/widgets/current_stack.h"

#include <QAbstractScrollArea>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitterHandle>
#include <QTabWidget>

namespace tollgate::ui {

/// Qt lays these out itself, over each other where it likes.
inline bool laysOutItself(const QWidget* parent) {
    return qobject_cast<const QAbstractScrollArea*>(parent) || qobject_cast<const QTabBar*>(parent) ||
           qobject_cast<const QTabWidget*>(parent) || qobject_cast<const QSplitter*>(parent) ||
           qobject_cast<const CurrentStack*>(parent) || qobject_cast<const QLineEdit*>(parent) ||
           isPart(parent);
}

inline bool isOverlay(const QWidget* widget) {
    return widget->isWindow() || qobject_cast<const QSplitterHandle*>(widget) ||
           widget->testAttribute(Qt::WA_TransparentForMouseEvents) ||
           widget->objectName() == QLatin1String("commandPalette");
}

inline QStringList squeezed(const QWidget* widget) {
    constexpr int kRounding = 1;
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(widget)) {
        // Its hint has room for the largest value; what is in it must be seen whole.
        const auto* edit = spin->findChild<QLineEdit*>();
        const int text = spin->fontMetrics().horizontalAdvance(spin->text());
        if (edit->width() < text)
            return {QStringLiteral("has %1 for a text of %2: ").arg(edit->width()).arg(text) +
                    wordsFor(widget)};
        return {};
    }
    const QSize least = widget->minimumSizeHint().boundedTo(widget->maximumSize());
    if (widget->width() + kRounding < least.width())
        return {QStringLiteral("is %1 wide and needs %2: ").arg(widget->width()).arg(least.width()) +
                wordsFor(widget)};
    const int high = widget->hasHeightForWidth() ? widget->heightForWidth(widget->width()) : least.height();
    if (widget->height() + kRounding < qMin(high, least.height()))
        return {QStringLiteral("is %1 high and needs %2: ").arg(widget->height()).arg(least.height()) +
                wordsFor(widget)};
    const auto* label = qobject_cast<const QLabel*>(widget);
    if (label && label->wordWrap() && !label->text().isEmpty() &&
        label->heightForWidth(label->width()) > label->height() + kRounding)
        return {QStringLiteral("does not show all its lines: ") + wordsFor(widget) + label->text().left(40)};
    return {};
}

inline QStringList layoutMistakes(const QWidget& window) {
    QStringList mistakes;
    QList<const QWidget*> parents{&window};
    for (const QWidget* widget : window.findChildren<QWidget*>())
        if (widget->isVisible() && widget->window() == &window)
            parents << widget;
    for (const QWidget* parent : std::as_const(parents)) {
        if (parent != &window && !isPart(parent))
            mistakes << squeezed(parent);
        const auto* scroll = qobject_cast<const QScrollArea*>(parent);
        if (scroll && scroll->horizontalScrollBar()->maximum() > 0)
            mistakes
                << QStringLiteral("scrolls sideways by %1: ").arg(scroll->horizontalScrollBar()->maximum()) +
                       wordsFor(parent);
        if (laysOutItself(parent))
            continue;
        QList<const QWidget*> children;
        for (const QObject* child : parent->children()) {
            const auto* widget = qobject_cast<const QWidget*>(child);
            if (widget && widget->isVisible() && !isOverlay(widget) && !widget->size().isEmpty())
                children << widget;
        }
        for (qsizetype i = 0; i < children.size(); ++i) {
            const QRect place = children[i]->geometry();
            if (!parent->rect().adjusted(-1, -1, 1, 1).contains(place))
                mistakes << QStringLiteral("sticks out of its parent: ") + wordsFor(children[i]);
            for (qsizetype j = i + 1; j < children.size(); ++j)
                if (place.adjusted(1, 1, -1, -1).intersects(children[j]->geometry()))
                    mistakes << QStringLiteral("%1 lies over %2")
                                    .arg(wordsFor(children[i]), wordsFor(children[j]));
        }
    }
    return mistakes;
}

/// Texts cut short where it matters: everywhere but in the names that fill a list, whose rows say the rest
/// elsewhere.
inline QStringList elisionMistakes(QWidget& window, const QList<PaintedText>& texts) {
    static const QChar dots(0x2026);
    QStringList mistakes;
    for (const PaintedText& text : texts) {
        if (!text.text.endsWith(dots) || text.text.size() < 2)
            continue;
        const QWidget* painter = window.childAt(text.rect.center().toPoint());
        bool list = false;
        bool meant = false;
        for (const QWidget* one = painter; one && one != &window; one = one->parentWidget()) {
            list = list || qobject_cast<const QAbstractItemView*>(one);
            const auto* button = qobject_cast<const QAbstractButton*>(one);
            const auto* label = qobject_cast<const QLabel*>(one);
            const auto* edit = qobject_cast<const QLineEdit*>(one);
            meant = meant || (button && button->text().endsWith(dots)) ||
                    (label && label->text().contains(text.text)) ||
                    (edit && (edit->placeholderText().endsWith(dots) || edit->text().endsWith(dots))) ||
                    qobject_cast<const QComboBox*>(one);
        }
        const QChar first = text.text.front();
        const bool figure = first.isDigit() || first == u'$';
        if (!meant && (!list || figure))
            mistakes << QStringLiteral("cut short: “%1” in ").arg(text.text) +
                            (painter ? wordsFor(painter) : QStringLiteral("the window"));
    }
    return mistakes;
}

/// Texts that stand out too little from what is behind them (WCAG 2.1, 1.4.3).
inline QStringList contrastMistakes(QWidget& window, const QList<PaintedText>& texts) {
    constexpr double kText = 4.5;
    constexpr double kLarge = 3.0;
    QStringList mistakes;
    for (const PaintedText& text : texts) {
        const QWidget* painter = window.childAt(text.rect.center().toPoint());
        if (!painter || !painter->isEnabled())
            continue; // what cannot be used is exempt, and what lies under something else is not seen
        const bool large = text.points >= 18 || (text.bold && text.points >= 14);
        for (const QColor& behind : text.grounds) {
            const double ratio = contrast(shownOver(text.color, behind), behind);
            if (ratio < (large ? kLarge : kText))
                mistakes << QStringLiteral("“%1” %2 on %3 is %4 : 1 in ")
                                    .arg(text.text, text.color.name(), behind.name())
                                    .arg(ratio, 0, 'f', 2) +
                                wordsFor(painter);
        }
    }
    return mistakes;
}

inline QStringList contrastMistakes(QWidget& window) {
    return contrastMistakes(window, paintedTexts(window));
}

} // namespace tollgate::ui
