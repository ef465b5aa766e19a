#pragma once
// A page in a window over a scripted gateway, and the few ways a test touches it.

#include "tests/ui/support/form_fixture.h"

#include "ui/pages/page.h"
#include "ui/shell/language.h"
#include "ui/shell/shortcut_registry.h"
#include "ui/shell/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/message_bar.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

namespace tollgate::ui {

template <typename PageType>
class PageProbe {
public:
    enum class Data { Empty, Filled };

    explicit PageProbe(Data data = Data::Filled) {
        if (data == Data::Filled) {
            fillGateway(link);
        } else {
            for (const char* list : {"/providers", "/models", "/aliases", "/flags", "/budgets", "/projects",
                                     "/keys", "/prompts", "/usage", "/audit"})
                link.answer(QString::fromLatin1(list), page({}));
        }
        speak(QStringLiteral("en")); // plural forms, as in the program
        messages = new MessageBar(&window);
        form = new PageType({&Theme::of(nullptr), &link, messages, &shortcuts}, &window);
        auto* column = new QVBoxLayout(&window);
        column->addWidget(form->createTitleControls(&window));
        column->addWidget(messages);
        column->addWidget(form, 1);
        window.resize(1240, 800);
        window.show();
        form->activate();
        settle();
    }

    /// Scripted answers come in the next turns of the event loop; lists wait 50 ms before they read again.
    static void settle() { QTest::qWait(80); }

    QAbstractItemView* list() const { return form->template findChild<QAbstractItemView*>(); }
    QStringList rows() const {
        QStringList titles;
        const QAbstractItemModel* model = list()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            titles << model->index(row, 0).data().toString();
        return titles;
    }

    template <typename Widget>
    Widget* find(const QString& name) const {
        // Several forms live on a page; the visible one is meant.
        for (Widget* widget : form->template findChildren<Widget*>(name))
            if (widget->isVisible())
                return widget;
        return form->template findChild<Widget*>(name);
    }
    QLineEdit* edit(const QString& name) const { return find<QLineEdit>(name); }

    QAbstractButton* button(const QString& textOrName) const {
        for (QAbstractButton* one : window.template findChildren<QAbstractButton*>())
            if (one->isVisible() && (one->objectName() == textOrName || one->text() == textOrName))
                return one;
        return nullptr;
    }
    bool press(const QString& textOrName) const {
        QAbstractButton* one = button(textOrName);
        if (!one || !one->isEnabled())
            return false;
        one->click();
        settle();
        return true;
    }
    void choose(const QString& name, const QString& id) const {
        auto* box = find<QComboBox>(name);
        box->setCurrentIndex(box->findData(id));
        Q_EMIT box->activated(box->currentIndex());
    }

    QString errorAt(const QString& param) const {
        for (FormField* field : form->template findChildren<FormField*>())
            if (field->param() == param && field->isVisible())
                return field->error();
        return QStringLiteral("no such field");
    }
    QString question() const {
        const auto* bar = form->template findChild<MessageBar*>(QStringLiteral("question"));
        return bar->isVisible() ? bar->text() : QString();
    }

    /// The one write of that method; a failed check shows what was sent instead.
    QJsonObject bodyOf(const QByteArray& method, const QString& path) const {
        const auto sent = link.sentTo(method, path);
        return sent.isEmpty() ? QJsonObject{{QStringLiteral("nothing sent to"), path}} : sent.last().body;
    }

    /// Names of controls that assistive technology could not tell.
    QString namelessControls() const {
        QStringList nameless;
        for (QWidget* widget : form->template findChildren<QWidget*>()) {
            const bool control = qobject_cast<QLineEdit*>(widget) || qobject_cast<QComboBox*>(widget) ||
                                 qobject_cast<QAbstractSpinBox*>(widget) ||
                                 qobject_cast<QPlainTextEdit*>(widget) ||
                                 qobject_cast<QAbstractItemView*>(widget);
            const auto* plain = qobject_cast<QAbstractButton*>(widget);
            // Parts of Qt's own views, named by the view.
            if (widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton"))
                continue;
            const bool inside =
                widget->parentWidget() &&
                (qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) ||
                 qobject_cast<QComboBox*>(widget->parentWidget()) ||
                 widget->objectName().startsWith(QLatin1String("qt_")) || widget->window() != form->window());
            if ((control || (plain && plain->text().isEmpty())) && !inside &&
                widget->accessibleName().isEmpty())
                nameless << QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
        }
        return nameless.join(u'\n');
    }

    /// Within a card, Tab goes as one reads: line by line, left to right. Otherwise the first jump back.
    QString tabOrderMistakes() const {
        QStringList mistakes;
        for (const Card* card : form->template findChildren<Card*>()) {
            if (!card->isVisible())
                continue;
            const QWidget* before = nullptr;
            QPoint at;
            for (QWidget* next = form->nextInFocusChain(); next != form; next = next->nextInFocusChain()) {
                const bool inside = card->isAncestorOf(next) && next->isVisible() && next->isEnabled();
                const bool part = next->focusProxy() ||
                                  (next->parentWidget() && next->parentWidget()->focusProxy() == next) ||
                                  qobject_cast<const QComboBox*>(next->parentWidget()) ||
                                  qobject_cast<const QAbstractSpinBox*>(next->parentWidget());
                if (!inside || part || !(next->focusPolicy() & Qt::TabFocus) || next->inherits("QHeaderView"))
                    continue;
                const QPoint here = next->mapTo(card, next->rect().center());
                constexpr int kSameLine = 16;
                const bool back = before && (here.y() < at.y() - kSameLine ||
                                             (qAbs(here.y() - at.y()) <= kSameLine && here.x() < at.x()));
                if (back)
                    mistakes << card->title() + QStringLiteral(": ") + before->accessibleName() +
                                    QStringLiteral(" then ") + next->accessibleName();
                before = next;
                at = here;
            }
        }
        return mistakes.join(u'\n');
    }

    ScriptedLink link;
    ShortcutRegistry shortcuts;
    QWidget window;
    MessageBar* messages = nullptr;
    PageType* form = nullptr;
};

inline QJsonArray strings(std::initializer_list<const char*> list) {
    QJsonArray array;
    for (const char* one : list)
        array.append(QString::fromUtf8(one));
    return array;
}

} // namespace tollgate::ui
