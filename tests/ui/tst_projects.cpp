#include "tests/ui/support/page_probe.h"

#include "ui/models/resource_list_model.h"
#include "ui/models/resource_specs.h"
#include "ui/pages/projects/key_form.h"
#include "ui/pages/projects/project_tree_model.h"
#include "ui/pages/projects/projects_page.h"
#include "ui/pages/projects/secret_panel.h"
#include "ui/pages/projects/snippets.h"
#include "ui/pages/projects/usage_card.h"
#include "ui/widgets/tag_edit.h"

#include <QAbstractItemModelTester>
#include <QDateTimeEdit>

using namespace tollgate::ui;
using Probe = PageProbe<ProjectsPage>;

namespace {

QJsonObject createdKey() {
    QJsonObject key = keyJson(QStringLiteral("key_9"), QStringLiteral("deploy"), QStringLiteral("checkout"));
    key.insert(u"secret", QStringLiteral("tg-TopSecret"));
    return key;
}

QString plainSpaces(QString text) {
    return text.replace(QChar(0x202f), u' ').replace(QChar(0x00a0), u' ');
}

QStringList keysBelow(const Probe& probe, int project) {
    QStringList titles;
    const QAbstractItemModel* model = probe.list()->model();
    const QModelIndex parent = model->index(project, 0);
    for (int row = 0; row < model->rowCount(parent); ++row)
        titles << model->index(row, 0, parent).data().toString();
    return titles;
}

/// Every text a person or a screen reader could still find.
bool isAnywhere(const QWidget* root, const QString& text) {
    for (const QWidget* widget : root->findChildren<QWidget*>()) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* edit = qobject_cast<const QLineEdit*>(widget);
        const auto* plain = qobject_cast<const QPlainTextEdit*>(widget);
        if ((label && label->text().contains(text)) || (edit && edit->text().contains(text)) ||
            (plain && plain->toPlainText().contains(text)) || widget->toolTip().contains(text) ||
            widget->accessibleName().contains(text) || widget->accessibleDescription().contains(text))
            return true;
    }
    return false;
}

} // namespace

class TestProjects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void limitsAreShownWithTheirLiveUse() {
        Probe probe;
        probe.link.answer(
            QStringLiteral("/projects/checkout/use"),
            parseObject(R"({"running":32,"requests_last_minute":37,"tokens_last_minute":8400})"));
        UsageCard alone(&probe.link);
        alone.setLimits(parseObject(R"({"rpm":1200,"tpm":null,"max_parallel":32})"));
        alone.setLive(true);
        alone.setSubject(QStringLiteral("project"), QStringLiteral("checkout"));
        QStringList texts;
        const auto read = [&] {
            texts.clear();
            for (const QLabel* label : alone.findChildren<QLabel*>())
                texts << plainSpaces(label->text());
            return texts.contains(QStringLiteral("37 of 1 200"));
        };
        QTRY_VERIFY2(read(), qPrintable(texts.join(u'|')));
        QVERIFY2(texts.contains(QStringLiteral("8 400, no limit")), qPrintable(texts.join(u'|')));
        QVERIFY(texts.contains(QStringLiteral("32 of 32, used up")));
        alone.setSubject(QStringLiteral("project"), QStringLiteral("nobody"));
        QVERIFY(!read()); // of another one nothing is known yet
    }

    void opensOnEmptyData() {
        Probe probe(Probe::Data::Empty);
        QVERIFY(probe.rows().isEmpty());
        QVERIFY(probe.button(QStringLiteral("New key")));
        QVERIFY(probe.button(QStringLiteral("New project")));
    }

    void keysStandBelowTheirProject() {
        Probe probe;
        QCOMPARE(probe.rows(), QStringList({QStringLiteral("checkout"), QStringLiteral("support")}));
        const QAbstractItemModel* model = probe.list()->model();
        const QModelIndex checkout = model->index(0, 0);
        QCOMPARE(model->rowCount(checkout), 2);
        QCOMPARE(model->index(1, 0, checkout).data().toString(), QStringLiteral("alice-laptop"));
        QCOMPARE(probe.form->statusText(), QStringLiteral("2 projects · 3 keys"));
        QCOMPARE(probe.form->currentId(), QStringLiteral("checkout"));
        QVERIFY(!probe.form->isDirty());
        QCOMPARE(probe.namelessControls(), QString());
        QCOMPARE(probe.tabOrderMistakes(), QString());
    }

    void treeStaysConsistentWhileListsChange() {
        ScriptedLink link;
        ResourceListModel projects(&link, specs::projects());
        ResourceListModel keys(&link, specs::keys());
        keys.setPresenter([](const QJsonObject& key) {
            RowLook look;
            look.title = key.value(u"name").toString();
            return look;
        });
        ProjectTreeModel tree(&projects, &keys);
        QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::Fatal);
        keys.put(keyJson(QStringLiteral("key_1"), QStringLiteral("ci"), QStringLiteral("shop")));
        QCOMPARE(tree.rowCount(), 1); // no project yet: it stands alone
        projects.put(projectJson(QStringLiteral("shop")));
        QCOMPARE(tree.rowCount(), 1);
        QCOMPARE(tree.rowCount(tree.index(0, 0)), 1);
        keys.put(keyJson(QStringLiteral("key_1"), QStringLiteral("renamed"), QStringLiteral("shop")));
        QCOMPARE(tree.index(0, 0, tree.index(0, 0)).data().toString(), QStringLiteral("renamed"));
        keys.drop(QStringLiteral("key_1"));
        QCOMPARE(tree.rowCount(tree.index(0, 0)), 0);
    }

    void limitsArePatchedAndEmptiedToNull() {
        Probe probe;
        probe.link.answer("PATCH", QStringLiteral("/projects/checkout"),
                          ScriptedLink::json(projectJson(QStringLiteral("checkout"))));
        probe.edit(QStringLiteral("limits.rpm"))->setText(QStringLiteral("1 200"));
        probe.edit(QStringLiteral("limits.tpm"))->clear();
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/projects/checkout")),
                 parseObject(R"({"limits":{"rpm":1200,"tpm":null}})"));
    }

    void refusalShowsAtTheLimit() {
        Probe probe;
        probe.link.answer(
            "PATCH", QStringLiteral("/projects/checkout"),
            ScriptedLink::refusal(QStringLiteral("at most 1000000"), QStringLiteral("limits.rpm")));
        probe.edit(QStringLiteral("limits.rpm"))->setText(QStringLiteral("99999999"));
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.errorAt(QStringLiteral("limits.rpm")), QStringLiteral("at most 1000000"));
        probe.form->revert();
        QCOMPARE(probe.edit(QStringLiteral("limits.rpm"))->text(), QStringLiteral("600"));
    }

    void newKeyBelongsToTheOpenProjectAndIsPosted() {
        Probe probe;
        probe.link.answer("POST", QStringLiteral("/keys"), ScriptedLink::json(createdKey(), 201));
        QVERIFY(probe.press(QStringLiteral("newKeyHere")));
        probe.edit(QStringLiteral("name"))->setText(QStringLiteral("deploy"));
        probe.find<TagEdit>(QStringLiteral("allowed_models"))->setTags({QStringLiteral("cheap")});
        probe.edit(QStringLiteral("limits.max_parallel"))->setText(QStringLiteral("4"));
        QVERIFY(probe.form->save());
        probe.settle();
        QCOMPARE(probe.bodyOf("POST", QStringLiteral("/keys")),
                 parseObject(R"({"name":"deploy","project":"checkout","user":null,"allowed_models":["cheap"],
                    "limits":{"rpm":null,"tpm":null,"max_parallel":4},"expires_at":null,"enabled":true})"));
        QCOMPARE(probe.form->currentId(), QStringLiteral("key_9"));
    }

    void secretIsShownOnceAndGoneAfterwards() {
        Probe probe;
        probe.link.answer("POST", QStringLiteral("/keys"), ScriptedLink::json(createdKey(), 201));
        probe.form->open(QStringLiteral("new"));
        probe.edit(QStringLiteral("name"))->setText(QStringLiteral("deploy"));
        probe.form->save();
        probe.settle();
        auto* panel = probe.form->findChild<SecretPanel*>();
        QVERIFY(panel->isVisible());
        QCOMPARE(panel->secret(), QStringLiteral("tg-TopSecret"));
        QVERIFY(panel->snippet().contains(u"http://127.0.0.1:8655/v1/chat/completions"));
        QVERIFY(panel->snippet().contains(u"tg-TopSecret"));
        QVERIFY(probe.press(QStringLiteral("secretDone")));
        QVERIFY(!isAnywhere(&probe.window, QStringLiteral("tg-TopSecret")));
        probe.form->open(QStringLiteral("key_1"));
        probe.form->open(QStringLiteral("key_9"));
        QVERIFY(!panel->isVisible());
    }

    void secretDoesNotOutliveThePageOrTheObject() {
        Probe probe;
        probe.link.answer("POST", QStringLiteral("/keys"), ScriptedLink::json(createdKey(), 201));
        const auto make = [&] {
            probe.form->open(QStringLiteral("new"));
            probe.edit(QStringLiteral("name"))->setText(QStringLiteral("deploy"));
            probe.form->save();
            probe.settle();
            QVERIFY(isAnywhere(&probe.window, QStringLiteral("tg-TopSecret")));
        };
        make();
        probe.form->open(QStringLiteral("key_1"));
        QVERIFY(!isAnywhere(&probe.window, QStringLiteral("tg-TopSecret")));
        make();
        probe.form->deactivate();
        QVERIFY(!isAnywhere(&probe.window, QStringLiteral("tg-TopSecret")));
    }

    void rotationAsksFirstAndShowsTheNewSecret() {
        Probe probe;
        probe.form->open(QStringLiteral("key_1"));
        probe.link.answer("POST", QStringLiteral("/keys/key_1/rotate"),
                          ScriptedLink::json(QByteArray(R"({"id":"key_1","secret":"tg-Fresh"})")));
        QJsonObject after =
            keyJson(QStringLiteral("key_1"), QStringLiteral("ci"), QStringLiteral("checkout"));
        after.insert(u"prefix", QStringLiteral("tg-Fresh1"));
        probe.link.answer("GET", QStringLiteral("/keys/key_1"), ScriptedLink::json(after));
        QVERIFY(probe.press(QStringLiteral("rotate")));
        QVERIFY(probe.link.sentTo("POST", QStringLiteral("/keys")).isEmpty());
        QVERIFY(probe.question().contains(u"stops working"));
        bool answered = false;
        for (QAbstractButton* button :
             probe.form->findChild<MessageBar*>(QStringLiteral("question"))->findChildren<QAbstractButton*>())
            if (!answered && button->text() == QStringLiteral("Rotate")) {
                button->click();
                answered = true;
            }
        QVERIFY(answered);
        probe.settle();
        QCOMPARE(probe.form->findChild<SecretPanel*>()->secret(), QStringLiteral("tg-Fresh"));
        QVERIFY(isAnywhere(&probe.window, QStringLiteral("tg-Fresh1")));
    }

    void aDeletedKeyIsGoneAtOnceAndComesBackAsItWas() {
        Probe probe;
        probe.form->open(QStringLiteral("key_1"));
        probe.link.answer("DELETE", QStringLiteral("/keys/key_1"), ScriptedLink::json(QByteArray(), 204));
        probe.link.answer("POST", QStringLiteral("/keys/key_1/restore"),
                          ScriptedLink::json(keyJson(QStringLiteral("key_1"), QStringLiteral("ci"),
                                                     QStringLiteral("checkout"))));
        probe.form->requestRemove();
        QVERIFY(probe.question().contains(u"refused at once"));
        QVERIFY(probe.press(QStringLiteral("Delete")));
        QCOMPARE(probe.link.sentTo("DELETE", QStringLiteral("/keys/key_1")).size(), 1); // nothing waits
        QVERIFY(!keysBelow(probe, 0).contains(QStringLiteral("ci")));
        QVERIFY(probe.press(QStringLiteral("Undo")));
        QCOMPARE(probe.link.sentTo("POST", QStringLiteral("/keys/key_1/restore")).size(), 1);
        QVERIFY(keysBelow(probe, 0).contains(QStringLiteral("ci")));
    }

    void aKeyThatIsGoneForGoodSaysSo() {
        Probe probe;
        probe.form->open(QStringLiteral("key_1"));
        probe.link.answer("DELETE", QStringLiteral("/keys/key_1"), ScriptedLink::json(QByteArray(), 204));
        probe.link.answer("POST", QStringLiteral("/keys/key_1/restore"),
                          ScriptedLink::refusal(QStringLiteral("nothing is kept of key key_1"), {}, 404));
        probe.form->requestRemove();
        QVERIFY(probe.press(QStringLiteral("Delete")));
        probe.form->undo();
        probe.settle();
        QVERIFY(probe.messages->text().contains(QStringLiteral("nothing is kept")));
        probe.form->undo(); // and there is nothing more to try
        probe.settle();
        QCOMPARE(probe.link.sentTo("POST", QStringLiteral("/keys/key_1/restore")).size(), 1);
    }

    void expiryIsUtcInTheApi() {
        Probe probe;
        probe.form->open(QStringLiteral("key_1"));
        probe.link.answer("PATCH", QStringLiteral("/keys/key_1"),
                          ScriptedLink::json(keyJson(QStringLiteral("key_1"), QStringLiteral("ci"),
                                                     QStringLiteral("checkout"))));
        probe.choose(QStringLiteral("expiryMode"), QStringLiteral("at"));
        const QDateTime when(QDate(2027, 1, 31), QTime(23, 59));
        probe.find<QDateTimeEdit>(QStringLiteral("expiresAt"))->setDateTime(when);
        probe.form->save();
        probe.settle();
        QCOMPARE(probe.bodyOf("PATCH", QStringLiteral("/keys/key_1")).value(u"expires_at").toString(),
                 when.toUTC().toString(Qt::ISODate));
    }

    void projectsWithKeysWarnBeforeTheyGo() {
        Probe probe;
        probe.form->requestRemove();
        QVERIFY(probe.question().contains(u"2 keys"));
    }

    void snippetsAreThreeLines() {
        using snippets::Language;
        for (const Language language : {Language::Curl, Language::Python, Language::Node}) {
            const QString text = snippets::make(language, QStringLiteral("http://127.0.0.1:9"),
                                                QStringLiteral("tg-x"), QStringLiteral("m"));
            QCOMPARE(text.count(u'\n'), 2);
            QVERIFY(text.contains(u"127.0.0.1:9/v1"));
            QVERIFY(text.contains(u"tg-x"));
            QVERIFY(!text.contains(u"{secret}"));
        }
    }
};

QTEST_MAIN(TestProjects)
#include "tst_projects.moc"
