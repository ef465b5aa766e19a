#include "tests/ui/support/form_fixture.h"

#include "ui/models/resource_specs.h"
#include "ui/pages/forms/change_preview.h"
#include "ui/pages/forms/form_fields.h"
#include "ui/pages/forms/form_layout.h"
#include "ui/pages/forms/json_path.h"
#include "ui/pages/forms/resource_editor.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollgate::ui;

class TestForms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void mergePatchIsTheSmallestThatWorks_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("patch");
        QTest::newRow("nothing") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1})") << QByteArray("{}");
        QTest::newRow("inner field") << QByteArray(R"({"l":{"rpm":1,"tpm":2}})")
                                     << QByteArray(R"({"l":{"rpm":3,"tpm":2}})")
                                     << QByteArray(R"({"l":{"rpm":3}})");
        QTest::newRow("array whole") << QByteArray(R"({"t":[1,2]})") << QByteArray(R"({"t":[2]})")
                                     << QByteArray(R"({"t":[2]})");
        QTest::newRow("removed is null") << QByteArray(R"({"a":1,"b":{"c":1}})") << QByteArray(R"({"b":{}})")
                                         << QByteArray(R"({"a":null,"b":{"c":null}})");
        QTest::newRow("object to null")
            << QByteArray(R"({"r":{"x":1}})") << QByteArray(R"({"r":null})") << QByteArray(R"({"r":null})");
    }
    void mergePatchIsTheSmallestThatWorks() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, patch);
        QCOMPARE(mergePatch(parseObject(before.constData()), parseObject(after.constData())),
                 parseObject(patch.constData()));
    }

    void paramsFindTheirField() {
        QVERIFY(isAbout(QStringLiteral("limits.rpm"), QStringLiteral("limits.rpm")));
        QVERIFY(isAbout(QStringLiteral("targets[1].weight"), QStringLiteral("targets")));
        QVERIFY(isAbout(QStringLiteral("limits.rpm"), QStringLiteral("limits")));
        QVERIFY(!isAbout(QStringLiteral("limit"), QStringLiteral("limits")));
        QVERIFY(!isAbout(QStringLiteral("names"), QStringLiteral("name")));
        QVERIFY(!isAbout(QStringLiteral("name"), QString()));
    }

    void onlyEditedFieldsArePatched() {
        Form form;
        form.binding.load(stored(), false);
        QVERIFY(!form.binding.isDirty());
        form.rpm->setText(QStringLiteral("90"));
        QVERIFY(form.binding.isDirty());
        QCOMPARE(form.binding.patch(), parseObject(R"({"limits":{"rpm":90}})"));
        QCOMPARE(form.binding.changes(), QList<FieldChange>({{QStringLiteral("requests"),
                                                              QStringLiteral("600"), QStringLiteral("90")}}));
        form.rpm->clear();
        QCOMPARE(form.binding.patch(), parseObject(R"({"limits":{"rpm":null}})"));
        form.rpm->setText(QStringLiteral("600")); // typed back: nothing to save
        QVERIFY(!form.binding.isDirty());
    }

    void newObjectsAreSentWhole() {
        Form form;
        form.binding.load(parseObject(R"({"name":"","kind":"b","unknown":7})"), true);
        form.name->setText(QStringLiteral(" shop "));
        form.ratio->setValue(7);
        QCOMPARE(form.binding.current(),
                 parseObject(R"({"name":"shop","kind":"b","unknown":7,"ratio":0.07,"limits":{"rpm":null}})"));
    }

    void namesStayOnceCreated() {
        Form form;
        form.binding.load(stored(), false);
        QVERIFY(!form.name->isEnabled());
        form.name->setText(QStringLiteral("other"));
        QVERIFY(!form.binding.isDirty());
    }

    void revertBringsBackWhatIsStored() {
        Form form;
        form.binding.load(stored(), false);
        form.kind->setId(QStringLiteral("b"));
        form.rpm->setText(QStringLiteral("1"));
        form.binding.revert();
        QCOMPARE(form.kind->id(), QStringLiteral("a"));
        QCOMPARE(form.rpm->text(), QStringLiteral("600"));
        QVERIFY(!form.binding.isDirty());
    }

    void rebaseKeepsEditsAndFollowsTheRest() {
        Form form;
        form.binding.load(stored(), false);
        form.rpm->setText(QStringLiteral("90"));
        QJsonObject elsewhere = stored();
        elsewhere.insert(u"kind", QStringLiteral("b"));
        elsewhere.insert(u"limits", parseObject(R"({"rpm":500})"));
        form.binding.rebase(elsewhere);
        QCOMPARE(form.kind->id(), QStringLiteral("b"));
        QCOMPARE(form.rpm->text(), QStringLiteral("90"));
        QCOMPARE(form.binding.patch(), parseObject(R"({"limits":{"rpm":90}})"));
    }

    void rebaseOnLiveFactsLeavesTheCursorAlone() {
        Form form;
        form.binding.load(stored(), false);
        form.rpm->setText(QStringLiteral("12345"));
        form.rpm->setCursorPosition(2);
        QJsonObject live = stored();
        live.insert(u"health", parseObject(R"({"state":"down"})"));
        form.binding.rebase(live);
        QCOMPARE(form.rpm->cursorPosition(), 2);
        QCOMPARE(form.binding.original(), live);
    }

    void refusalShowsAtTheDeepestFieldAndGoesWithRevert() {
        Form form;
        form.binding.load(stored(), false);
        QVERIFY(form.binding.showError(QStringLiteral("limits.rpm"), QStringLiteral("must be above 0")));
        QCOMPARE(form.rpmField->error(), QStringLiteral("must be above 0"));
        QVERIFY(!form.binding.showError(QStringLiteral("nowhere"), QStringLiteral("x")));
        form.binding.revert();
        QVERIFY(form.rpmField->error().isEmpty());
    }

    void obviousMistakesAreCaughtBeforeSending() {
        Form form;
        form.binding.load(parseObject(R"({"name":""})"), true);
        form.rpm->setText(QStringLiteral("many"));
        QVERIFY(!form.binding.checkAll());
        QCOMPARE(form.nameField->error(), QStringLiteral("needs a name"));
        QVERIFY(!form.rpmField->error().isEmpty());
        form.name->setText(QStringLiteral("x"));
        form.rpm->setText(QStringLiteral("5"));
        QVERIFY(form.binding.checkAll());
        QVERIFY(form.nameField->error().isEmpty());
    }

    void ratiosShowAsPercentWithoutTails() {
        Form form;
        form.binding.load(parseObject(R"({"name":"x","kind":"a","ratio":0.07})"), false);
        QCOMPARE(form.ratio->text(), QStringLiteral("7 %"));
        form.ratio->setValue(14);
        QCOMPARE(form.binding.patch(), parseObject(R"({"ratio":0.14})"));
    }

    void groupedNumbersReadBack() {
        QScopedPointer<QSpinBox> spin(makeSpin(1, 86400000, QStringLiteral(" ms")));
        spin->setValue(60000);
        QVERIFY(spin->text().endsWith(QStringLiteral("000 ms")));
        QVERIFY(spin->text().size() > QStringLiteral("60000 ms").size());
        spin->selectAll();
        QTest::keyClicks(spin.data(), QStringLiteral("2500"));
        QCOMPARE(spin->value(), 2500);
    }

    void unknownChoicesSurvive() {
        ChoiceBox box;
        box.addChoice(QStringLiteral("a"), QStringLiteral("A"));
        box.setId(QStringLiteral("least_cost"));
        QCOMPARE(box.id(), QStringLiteral("least_cost"));
    }

    void namesKeepTypedTextWhenChoicesArrive() {
        NamePicker picker(QStringLiteral("which"));
        picker.setName(QStringLiteral("mine/own"));
        picker.setNames({QStringLiteral("a/b"), QStringLiteral("c/d")});
        QCOMPARE(picker.name(), QStringLiteral("mine/own"));
    }

    void previewSaysOldAndNew() {
        QCOMPARE(ChangePreview::sentence(
                     {QStringLiteral("rollout"), QStringLiteral("5 %"), QStringLiteral("15 %")}),
                 QStringLiteral("rollout 5 % → 15 %"));
        ChangePreview preview;
        preview.setChanges({{QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("2")}}, false);
        QVERIFY(!preview.isHidden());
        QCOMPARE(preview.text(), QStringLiteral("a 1 → 2"));
        preview.setChanges({}, false);
        QVERIFY(preview.isHidden());
    }

    void undoOfAPatchSendsTheInverse() {
        ScriptedLink link;
        QJsonObject after = projectJson(QStringLiteral("shop"));
        after.insert(u"description", QStringLiteral("new"));
        link.answer("PATCH", QStringLiteral("/projects/shop"), ScriptedLink::json(after));
        ResourceEditor editor(&link);
        QSignalSpy patched(&editor, &ResourceEditor::patched);
        QSignalSpy undone(&editor, &ResourceEditor::undone);
        editor.patch(specs::projects(), projectJson(QStringLiteral("shop")),
                     parseObject(R"({"description":"new"})"));
        QTRY_COMPARE(patched.size(), 1);
        QVERIFY(editor.undo());
        QTRY_COMPARE(undone.size(), 1);
        QCOMPARE(link.sent().last().body, parseObject(R"({"description":"The shop\u0027s checkout"})"));
        QVERIFY(!editor.undo()); // once
    }

    void undoLeavesAloneWhatOthersChangedMeanwhile() {
        ScriptedLink link;
        QJsonObject after = projectJson(QStringLiteral("shop"));
        after.insert(u"description", QStringLiteral("somebody else's"));
        after.insert(u"limits", parseObject(R"({"rpm":5,"tpm":9,"max_parallel":32})"));
        link.answer("PATCH", QStringLiteral("/projects/shop"), ScriptedLink::json(after));
        ResourceEditor editor(&link);
        QSignalSpy patched(&editor, &ResourceEditor::patched);
        editor.patch(specs::projects(), projectJson(QStringLiteral("shop")),
                     parseObject(R"({"limits":{"rpm":5}})"));
        QTRY_COMPARE(patched.size(), 1);
        QVERIFY(editor.undo());
        QTRY_COMPARE(link.sent().last().body, parseObject(R"({"limits":{"rpm":600}})"));
    }

    void undoOfADeletionCreatesItAgainWithoutComputedFields() {
        ScriptedLink link;
        link.answer("DELETE", QStringLiteral("/budgets/bud_1"), ScriptedLink::json(QByteArray(), 204));
        link.answer("POST", QStringLiteral("/budgets"), ScriptedLink::json(budgetJson(), 201));
        ResourceEditor editor(&link);
        QSignalSpy removed(&editor, &ResourceEditor::removed);
        editor.remove(specs::budgets(), budgetJson());
        QTRY_COMPARE(removed.size(), 1);
        QVERIFY(editor.undo());
        QSignalSpy undone(&editor, &ResourceEditor::undone);
        QTRY_COMPARE(undone.size(), 1);
        const QJsonObject body = link.sent().last().body;
        QCOMPARE(body, specs::budgets().withoutComputed(budgetJson()));
        QVERIFY(!body.contains(u"id"));
        QVERIFY(!body.contains(u"spent_usd"));
    }

    void undoNeverSendsAMaskedSecret() {
        ScriptedLink link;
        QJsonObject after = providerJson(QStringLiteral("openai"));
        after.insert(u"credentials", parseObject(R"({"api_key":"…wxyz"})"));
        link.answer("PATCH", QStringLiteral("/providers/openai"), ScriptedLink::json(after));
        ResourceEditor editor(&link);
        QSignalSpy patched(&editor, &ResourceEditor::patched);
        editor.patch(specs::providers(), providerJson(QStringLiteral("openai")),
                     parseObject(R"({"credentials":{"api_key":"sk-new"}})"));
        QTRY_COMPARE(patched.size(), 1);
        link.answer("POST", QStringLiteral("/providers/openai/restore"),
                    ScriptedLink::json(providerJson(QStringLiteral("openai"))));
        link.clearSent();
        QSignalSpy undone(&editor, &ResourceEditor::undone);
        QVERIFY(editor.undo()); // the gateway has what went
        QTRY_COMPARE(undone.size(), 1);
        QCOMPARE(link.sentTo("POST", QStringLiteral("/providers/openai/restore")).size(), 1);
        for (const ScriptedLink::Sent& sent : link.sent())
            QVERIFY(!sent.body.contains(u"credentials"));
    }

    void writesGoOneAfterTheOther() {
        ScriptedLink link;
        link.answer("PATCH", QStringLiteral("/flags"), ScriptedLink::json(canaryJson()));
        ResourceEditor editor(&link);
        QSignalSpy patched(&editor, &ResourceEditor::patched);
        editor.patch(specs::flags(), canaryJson(), parseObject(R"({"enabled":false})"));
        editor.patch(specs::flags(), canaryJson(), parseObject(R"({"enabled":true})"));
        QCOMPARE(link.sent().size(), 1);
        QTRY_COMPARE(patched.size(), 2);
        QCOMPARE(link.sent().size(), 2);
    }

private:
    static QJsonObject stored() {
        return parseObject(R"({"name":"shop","kind":"a","ratio":0.5,"limits":{"rpm":600}})");
    }

    struct Form {
        Form() {
            nameField = bindField::text(binding, QStringLiteral("name"), QStringLiteral("name"), name);
            binding.fixAfterCreation(QStringLiteral("name"));
            bindField::required(binding, QStringLiteral("name"), QStringLiteral("needs a name"));
            kind->addChoice(QStringLiteral("a"), QStringLiteral("A"));
            kind->addChoice(QStringLiteral("b"), QStringLiteral("B"));
            kindField = bindField::choice(binding, QStringLiteral("kind"), QStringLiteral("kind"), kind);
            rpmField = bindField::optionalNumber(binding, QStringLiteral("limits.rpm"),
                                                 QStringLiteral("requests"), rpm);
            ratioField =
                bindField::decimal(binding, QStringLiteral("ratio"), QStringLiteral("ratio"), ratio, 100);
        }
        ~Form() {
            for (FormField* field : {nameField, kindField, rpmField, ratioField})
                delete field;
        }
        FormBinding binding;
        QLineEdit* name = new QLineEdit;
        ChoiceBox* kind = new ChoiceBox;
        OptionalNumberEdit* rpm = new OptionalNumberEdit(QStringLiteral("no limit"));
        QDoubleSpinBox* ratio = makeDecimal(0, 100, 2, QStringLiteral(" %"));
        FormField* nameField = nullptr;
        FormField* kindField = nullptr;
        FormField* rpmField = nullptr;
        FormField* ratioField = nullptr;
    };
};

QTEST_MAIN(TestForms)
#include "tst_forms.moc"
