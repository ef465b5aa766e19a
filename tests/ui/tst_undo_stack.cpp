// Undo over several steps, across pages, and honest about what somebody else changed since.
#include "tests/ui/support/form_fixture.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/forms/resource_editor.h"
#include "ui/pages/forms/undo_stack.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tollgate::ui;

namespace {

const QString kShop = QStringLiteral("/projects/shop");

QJsonObject shop(int rpm, const QString& description = QStringLiteral("d")) {
    QJsonObject object = projectJson(QStringLiteral("shop"));
    object.insert(u"description", description);
    object.insert(u"limits", QJsonObject{{u"rpm"_qs, rpm}});
    return object;
}

struct Scene {
    Scene() {
        theme = std::make_unique<Theme>();
        messages = std::make_unique<MessageBar>();
        undo = std::make_unique<UndoStack>(link, messages.get());
        editor = std::make_unique<ResourceEditor>(&link, nullptr, undo.get());
        store(shop(1));
        link.answer("PATCH", kShop, [this](const ScriptedLink::Sent& sent) {
            for (auto it = sent.body.begin(); it != sent.body.end(); ++it)
                stored.insert(it.key(), it.value());
            store(stored);
            return ScriptedLink::json(stored);
        });
    }
    void store(const QJsonObject& object) {
        stored = object;
        link.answer(kShop, stored);
    }
    void change(int rpm) {
        QSignalSpy patched(editor.get(), &ResourceEditor::patched);
        editor->patch(specs::projects(), stored, {{u"limits"_qs, QJsonObject{{u"rpm"_qs, rpm}}}});
        QTRY_COMPARE(patched.size(), 1);
    }
    int rpm() const { return stored.value(u"limits").toObject().value(u"rpm").toInt(); }
    /// True when the step went through.
    bool takeBack() {
        QSignalSpy undone(undo.get(), &UndoStack::undone);
        QSignalSpy failed(undo.get(), &UndoStack::failed);
        if (!undo->undo())
            return false;
        return QTest::qWaitFor([&] { return undone.size() + failed.size() > 0; }) && undone.size() == 1;
    }

    ScriptedLink link;
    QJsonObject stored;
    std::unique_ptr<Theme> theme;
    std::unique_ptr<MessageBar> messages;
    std::unique_ptr<UndoStack> undo;
    std::unique_ptr<ResourceEditor> editor;
};

} // namespace

class TestUndoStack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void severalStepsGoBackOneAfterTheOther() {
        Scene scene;
        scene.change(2);
        scene.change(3);
        QCOMPARE(scene.undo->title(), QStringLiteral("Undo: change project shop"));
        QVERIFY(scene.takeBack());
        QCOMPARE(scene.rpm(), 2);
        QVERIFY(
            scene.messages->text().contains(u"Undone: change project shop. Before it: change project shop"));
        auto* next = scene.messages->findChild<QPushButton*>();
        QVERIFY(next);
        next->click(); // the message offers the step before
        QTRY_COMPARE(scene.rpm(), 1);
        QTRY_VERIFY(!scene.undo->canUndo());
        QVERIFY(!scene.undo->undo());
        QCOMPARE(scene.undo->title(), QString());
    }

    void whatSomebodyElseChangedStays() {
        Scene scene;
        scene.change(2);
        scene.store(shop(77));
        QVERIFY(!scene.takeBack());
        QCOMPARE(scene.rpm(), 77);
        QCOMPARE(scene.link.sentTo("PATCH", kShop).size(), 1); // only the change itself
        QVERIFY(scene.messages->text().contains(u"somebody changed it since"));
        QVERIFY(!scene.undo->canUndo()); // it will not fit later either
    }

    void otherFieldsOfTheSameObjectAreNoConflict() {
        Scene scene;
        scene.change(2);
        scene.store(shop(2, QStringLiteral("somebody else's words")));
        QVERIFY(scene.takeBack());
        QCOMPARE(scene.rpm(), 1);
        QCOMPARE(scene.stored.value(u"description").toString(), QStringLiteral("somebody else's words"));
    }

    void whatIsGoneIsSaid() {
        Scene scene;
        scene.change(2);
        scene.link.answer("GET", kShop, ScriptedLink::refusal(QStringLiteral("no"), {}, 404));
        QVERIFY(!scene.takeBack());
        QVERIFY(scene.messages->text().contains(u"it is gone"));
    }

    void aGatewayThatDoesNotAnswerCostsNoStep() {
        Scene scene;
        scene.change(2);
        scene.link.answer("GET", kShop, GatewayReply{0, {}, {}});
        QVERIFY(!scene.takeBack());
        QVERIFY(scene.undo->canUndo());
        scene.store(scene.stored);
        QVERIFY(scene.takeBack());
        QCOMPARE(scene.rpm(), 1);
    }

    void aBudgetThatComesBackUnderAnotherIdKeepsItsEarlierSteps() {
        Scene scene;
        QJsonObject before = budgetJson();
        QJsonObject after = before;
        after.insert(u"limit_usd", 200);
        UndoStack& undo = *scene.undo;
        undo.pushPatch(QStringLiteral("change"), specs::budgets(), before, after, {{u"limit_usd"_qs, 200}});
        QSignalSpy removed(scene.editor.get(), &ResourceEditor::removed);
        scene.link.answer("DELETE", QStringLiteral("/budgets/bud_1"), ScriptedLink::json(QByteArray(), 204));
        scene.editor->remove(specs::budgets(), after);
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(undo.title(), QStringLiteral("Undo: delete budget bud_1"));
        after.insert(u"id", QStringLiteral("bud_9"));
        scene.link.answer("POST", QStringLiteral("/budgets"), ScriptedLink::json(after, 201));
        QVERIFY(scene.takeBack());
        scene.link.answer(QStringLiteral("/budgets/bud_9"), after);
        scene.link.answer("PATCH", QStringLiteral("/budgets/bud_9"), ScriptedLink::json(before));
        QVERIFY(scene.takeBack());
        QCOMPARE(scene.link.sent().last().body, parseObject(R"({"limit_usd":100})"));
    }

    void aWriteOverManyGoesBackByItsVersion() {
        Scene scene;
        scene.undo->pushDocument(QStringLiteral("restore"), {{u"config_version"_qs, 42}});
        scene.link.answer("POST", QStringLiteral("/config/undo"),
                          ScriptedLink::refusal(QStringLiteral("alias a was changed since"), {}, 409));
        QVERIFY(!scene.takeBack());
        QCOMPARE(scene.link.sent().last().body, parseObject(R"({"config_version":42})"));
        QVERIFY(scene.messages->text().contains(u"alias a was changed since"));
    }

    void theStackOutlivesPagesAndWorksFromAnyOfThem() {
        ScriptedLink link;
        Theme theme;
        PageRegistry pages;
        fillGateway(link);
        registerPages(pages);
        MainWindow window(theme, link, pages);
        window.show();
        window.showPage(u"projects"_qs);
        QTest::qWait(20);
        const int step = UndoStack::of(link, nullptr)
                             ->pushPatch(QStringLiteral("change project shop"), specs::projects(), shop(1),
                                         shop(2), {{u"limits"_qs, QJsonObject{{u"rpm"_qs, 2}}}});
        QVERIFY(step > 0);
        link.answer(kShop, shop(2));
        link.answer("PATCH", kShop, ScriptedLink::json(shop(1)));
        window.showPage(u"overview"_qs);
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(window.currentPage(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(link.sentTo("PATCH", kShop).size(), 1);
        QTRY_VERIFY(window.messages()->text().contains(u"Undone: change project shop"));
        QCOMPARE(window.currentPageId(), QStringLiteral("overview"));
    }
};

QTEST_MAIN(TestUndoStack)
#include "tst_undo_stack.moc"
