#pragma once
// A page in a window over a scripted gateway, and the few ways a test touches it.

#include "tests/ui/support/form_fixture.h"
#include "tests/ui/support/widget_walk.h"

#include "ui/pages/page.h"
#include "ui/shell/language.h"
#include "ui/shell/shortcut_registry.h"
#include "ui/shell/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/reading_order.h"

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

    /// Controls that assistive technology could not tell.
    QString namelessControls() const { return nameMistakes(*form).join(u'\n'); }

    /// Tab goes as one reads; otherwise where it jumps back.
    QString tabOrderMistakes() const { return orderMistakes(window, tabStops(&window)).join(u'\n'); }

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
