#include "tests/ui/support/page_probe.h"

#include "ui/pages/aliases/aliases_page.h"
#include "ui/pages/aliases/drag_handle.h"
#include "ui/pages/aliases/explain_card.h"
#include "ui/pages/aliases/live_share_card.h"
#include "ui/pages/aliases/targets_edit.h"

using namespace tollgate::ui;
using Probe = PageProbe<AliasesPage>;

class TestAliases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensOnEmptyData() {
        Probe probe(Probe::Data::Empty);
        QVERIFY(probe.rows().isEmpty());
        QVERIFY(probe.button(QStringLiteral("New alias")));
    }

    void opensOnFilledData() {
        Probe probe;
        QCOMPARE(probe.rows(), QStringList({QStringLiteral("chat-default"), QStringLiteral("cheap")}));
        auto* targets = probe.find<TargetsEdit>(QStringLiteral("targets"));
        QCOMPARE(targets->count(), 2);
        QCOMPARE(targets->shareAt(0), QStringLiteral("75 %"));
        QCOMPARE(targets->shareAt(1), QStringLiteral("25 %"));
        QVERIFY(!probe.form->isDirty());
        QCOMPARE(probe.namelessControls(), QString());
        QCOMPARE(probe.tabOrderMistakes(), QString());
    }

    void weightsArePatchedAsAWholeList() {
        Probe probe;
        probe.link.answer("PATCH", QStringLiteral("/aliases/chat-default"), ScriptedLink::json(aliasJson()));
        auto* targets = probe.find<TargetsEdit>(QStringLiteral("targets"));
        targets->findChildren<QSpinBox*>().first()->setValue(1);
        QCOMPARE(targets->shareAt(0), QStringLiteral("50 %"));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/aliases/chat-default")),
                 parseObject(R"({"targets":[{"provider":"openai","model":"gpt-4o-mini","weight":1},
                                            {"provider":"groq","model":"llama-3.3-70b","weight":1}]})"));
    }

    void targetsMoveByButtonAndByDrag() {
        TargetsEdit edit(TargetsEdit::Weights::Shown, QStringLiteral("targets"));
        edit.setTargets(aliasJson().value(u"targets").toArray());
        edit.resize(500, 200);
        edit.show();
        edit.move(1, 0);
        QCOMPARE(edit.targets().first().toObject().value(u"provider").toString(), QStringLiteral("groq"));
        QTest::qWait(20);
        // The second handle made is that of groq, now at the top: drag it over the row below.
        auto* handle = edit.findChildren<DragHandle*>().at(1);
        QWidget* row = handle->parentWidget();
        const QPoint start = handle->rect().center();
        const QPointF over = start + QPoint(0, row->height() + 4);
        QTest::mousePress(handle, Qt::LeftButton, {}, start);
        QMouseEvent drag(QEvent::MouseMove, over, handle->mapToGlobal(over), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(handle, &drag);
        QTest::mouseRelease(handle, Qt::LeftButton);
        QCOMPARE(edit.targets().first().toObject().value(u"provider").toString(), QStringLiteral("openai"));
    }

    void targetsAreAddedAndRemoved() {
        Probe probe;
        auto* targets = probe.find<TargetsEdit>(QStringLiteral("targets"));
        targets->removeAt(0);
        targets->addTarget(TargetsEdit::parse(QStringLiteral("openrouter/meta/llama-3")));
        const QJsonObject added = targets->targets().last().toObject();
        QCOMPARE(added.value(u"provider").toString(), QStringLiteral("openrouter"));
        QCOMPARE(added.value(u"model").toString(), QStringLiteral("meta/llama-3"));
        QVERIFY(probe.form->isDirty());
        probe.form->revert();
        QCOMPARE(targets->targets(), aliasJson().value(u"targets").toArray());
        QVERIFY(!probe.form->isDirty());
    }

    void unknownFieldsOfATargetStay() {
        TargetsEdit edit(TargetsEdit::Weights::Shown, QStringLiteral("targets"));
        const QJsonArray stored{parseObject(R"({"provider":"a","model":"b","weight":2,"note":"keep"})")};
        edit.setTargets(stored);
        QCOMPARE(edit.targets(), stored);
    }

    void weightsRestWhileTheFirstThatWorksIsUsed() {
        Probe probe;
        auto* targets = probe.find<TargetsEdit>(QStringLiteral("targets"));
        probe.choose(QStringLiteral("strategy"), QStringLiteral("simple"));
        QVERIFY(targets->shareAt(0).isEmpty());
        QVERIFY(!targets->findChildren<QSpinBox*>().first()->isEnabled());
        QCOMPARE(probe.form->isDirty(), true);
    }

    void refusalInsideATargetShowsAtTheTable() {
        Probe probe;
        probe.link.answer(
            "PATCH", QStringLiteral("/aliases/chat-default"),
            ScriptedLink::refusal(QStringLiteral("no such provider"), QStringLiteral("targets[1].provider")));
        probe.find<TargetsEdit>(QStringLiteral("targets"))->removeAt(0);
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.errorAt(QStringLiteral("targets")),
                 QStringLiteral("targets[1].provider: no such provider"));
    }

    void newAliasIsPostedWhole() {
        Probe probe;
        probe.link.answer("POST", QStringLiteral("/aliases"),
                          [](const ScriptedLink::Sent& sent) { return ScriptedLink::json(sent.body, 201); });
        probe.form->open(QStringLiteral("new"));
        probe.settle();
        probe.edit(QStringLiteral("alias"))->setText(QStringLiteral("fast"));
        auto* targets = probe.find<TargetsEdit>(QStringLiteral("targets"));
        targets->findChild<QComboBox*>()->setEditText(QStringLiteral("groq/llama-3.3-70b"));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("POST", QStringLiteral("/aliases")),
                 parseObject(R"({"alias":"fast","strategy":"simple","enabled":true,
                    "targets":[{"provider":"groq","model":"llama-3.3-70b","weight":1}],"fallbacks":[],
                    "unsupported_params":"drop"})"));
        QCOMPARE(probe.form->currentId(), QStringLiteral("fast"));
    }

    void liveShareAsksForThisAliasOnly() {
        Probe probe;
        const auto asked = probe.link.sentTo("GET", QStringLiteral("/usage?group_by=provider,model"));
        QVERIFY(!asked.isEmpty());
        QVERIFY2(asked.first().path.contains(QStringLiteral("filter=alias%3Achat-default")),
                 qPrintable(asked.first().path));
        LiveShareCard card;
        card.setRows({parseObject(R"({"provider":"a","model":"b","requests":3})"),
                      parseObject(R"({"provider":"c","model":"d","requests":1})")});
        QCOMPARE(card.rowCount(), 2);
        card.setRows({parseObject(R"({"provider":null,"model":null,"requests":3})")});
        QStringList texts;
        for (const QLabel* label : card.findChildren<QLabel*>())
            texts << label->text();
        QVERIFY(texts.contains(QStringLiteral("no target")) && !texts.contains(QStringLiteral("/")));
        card.setRows({});
        QCOMPARE(card.rowCount(), 0);
    }

    void explainShowsCandidatesAndSentences() {
        Probe probe;
        probe.link.answer("POST", QStringLiteral("/route/explain"),
                          ScriptedLink::json(QByteArray(R"({"alias":"chat-default","flag":null,
            "candidates":[{"provider":"openai","model":"gpt-4o-mini","chosen":true,"reason":"weight 3 of 4","estimated_cost_usd":0.00014}],
            "decision":[{"code":"alias.strategy","text":"Alias uses strategy <b>weighted</b>."}]})")));
        probe.edit(QStringLiteral("explainUser"))->setText(QStringLiteral("carol"));
        QVERIFY(probe.press(QStringLiteral("explain")));
        const QJsonObject body = probe.bodyOf("POST", QStringLiteral("/route/explain"));
        QCOMPARE(body.value(u"body").toObject().value(u"model").toString(), QStringLiteral("chat-default"));
        QCOMPARE(body.value(u"headers").toObject().value(u"X-User-Id").toString(), QStringLiteral("carol"));
        const QString result = probe.form->findChild<ExplainCard*>()->resultText();
        QVERIFY2(result.contains(u"openai/gpt-4o-mini"), qPrintable(result));
        QVERIFY(result.contains(u"1. Alias uses strategy <b>weighted</b>.")); // as text, not markup
    }

    void explainRefusesWhatIsNoJson() {
        Probe probe;
        probe.find<QPlainTextEdit>(QStringLiteral("explainBody"))->setPlainText(QStringLiteral("{nope"));
        QVERIFY(probe.press(QStringLiteral("explain")));
        QVERIFY(probe.link.sentTo("POST", QStringLiteral("/route/explain")).isEmpty());
    }

    void deletionAndUndo() {
        Probe probe;
        probe.link.answer("DELETE", QStringLiteral("/aliases/chat-default"),
                          ScriptedLink::json(QByteArray(), 204));
        probe.link.answer("POST", QStringLiteral("/aliases"), ScriptedLink::json(aliasJson(), 201));
        probe.form->requestRemove();
        QVERIFY(probe.press(QStringLiteral("Delete")));
        QVERIFY(!probe.rows().contains(QStringLiteral("chat-default")));
        probe.form->undo();
        probe.settle();
        QCOMPARE(probe.bodyOf("POST", QStringLiteral("/aliases")), aliasJson());
        QCOMPARE(probe.form->currentId(), QStringLiteral("chat-default"));
    }
};

QTEST_MAIN(TestAliases)
#include "tst_aliases.moc"
