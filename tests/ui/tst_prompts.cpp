#include "tests/ui/support/page_probe.h"

#include "ui/models/format.h"
#include "ui/models/line_diff.h"
#include "ui/pages/forms/diff_table.h"
#include "ui/pages/models/dry_run_panel.h"
#include "ui/pages/prompts/compare_card.h"
#include "ui/pages/prompts/preview_card.h"
#include "ui/pages/prompts/prompt_form.h"
#include "ui/pages/prompts/prompts_page.h"
#include "ui/pages/prompts/version_text.h"
#include "ui/pages/prompts/versions_card.h"
#include "ui/widgets/table_view.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextEdit>

using namespace tollgate::ui;
using Probe = PageProbe<PromptsPage>;

namespace {

const QString kPrompt = QStringLiteral("/prompts/summarize");

QJsonObject version(const char* name, const char* system, const char* text, const char* note) {
    return {{QStringLiteral("version"), QString::fromUtf8(name)},
            {QStringLiteral("system"), QString::fromUtf8(system)},
            {QStringLiteral("template"), QString::fromUtf8(text)},
            {QStringLiteral("model"), QStringLiteral("chat-default")},
            {QStringLiteral("temperature"), 0.3},
            {QStringLiteral("max_tokens"), 500},
            {QStringLiteral("hash"), QStringLiteral("0123456789ab")},
            {QStringLiteral("created_at"), QStringLiteral("2026-11-20T10:00:00Z")},
            {QStringLiteral("note"), QString::fromUtf8(note)}};
}

QJsonObject summarize(const char* standard = "v2") {
    return {{QStringLiteral("name"), QStringLiteral("summarize")},
            {QStringLiteral("default"), QString::fromUtf8(standard)},
            {QStringLiteral("versions"),
             QJsonArray{version("v1", "You sum up.", "Sum up:\n{{ text }}", "the first"),
                        version("v2", "You sum up well.", "Sum up:\n{{ text }}", "better"),
                        version("v3", "You sum up well.", "In {{ n }} points:\n{{ text }}", "points")}}};
}

GatewayReply rendered(const ScriptedLink::Sent& sent) {
    if (sent.body.value(u"template").toString().contains(u"{{#"))
        return ScriptedLink::refusal(QStringLiteral("is no template: line 1: {{#a}} is never closed"),
                                     QStringLiteral("template"));
    const QJsonObject given = sent.body.value(u"variables").toObject();
    QJsonObject answer = parseObject(R"({"messages":[{"role":"system","content":"You sum up well."}],
        "variables":[{"name":"text","section":false,"required":true}],"missing":[],"not_text":[],"unknown":[]})");
    QJsonArray messages = answer.value(u"messages").toArray();
    messages.append(QJsonObject{
        {QStringLiteral("role"), QStringLiteral("user")},
        {QStringLiteral("content"), QString(QStringLiteral("Sum up:\n") + given.value(u"text").toString())}});
    answer.insert(u"messages", messages);
    if (!given.contains(u"text"))
        answer.insert(u"missing", QJsonArray{QStringLiteral("text")});
    return ScriptedLink::json(answer);
}

/// A page with that prompt and what the gateway answers about it.
struct Scene : Probe {
    Scene() {
        link.answer(QStringLiteral("/prompts"), page({summarize()}));
        link.answer("GET", kPrompt, ScriptedLink::json(summarize()));
        link.answer("POST", QStringLiteral("/prompts/render"), &rendered);
        link.answer(
            QStringLiteral("/usage?group_by=prompt_version"),
            page({parseObject(
                R"({"prompt_version":"v2","requests":200,"errors":4,"p95_ms":840,"cost_usd":0.5})")}));
        link.answer(QStringLiteral("/flags"),
                    page({parseObject(R"({"key":"style","type":"prompt","enabled":true,"prompt":"summarize",
                        "weights":{"v2":50,"v3":50},"default":"v2"})")}));
        form->deactivate();
        link.emitEvent(QStringLiteral("config"), {});
        form->activate();
        settle();
        form->open(QStringLiteral("summarize"));
        settle();
    }
    /// Bodies posted to the collection itself.
    QList<QJsonObject> created() const {
        QList<QJsonObject> bodies;
        for (const ScriptedLink::Sent& one : link.sentTo("POST", QStringLiteral("/prompts")))
            if (one.path == QStringLiteral("/prompts"))
                bodies << one.body;
        return bodies;
    }
    QPlainTextEdit* text(const char* name) { return find<QPlainTextEdit>(QString::fromLatin1(name)); }
    void waitForRendering() {
        const auto before = link.sentTo("POST", QStringLiteral("/prompts/render")).size();
        QTRY_VERIFY(link.sentTo("POST", QStringLiteral("/prompts/render")).size() > before);
        settle();
    }
};

} // namespace

class TestPrompts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensOnEmptyData() {
        Probe probe(Probe::Data::Empty);
        QVERIFY(probe.rows().isEmpty());
        QVERIFY(probe.button(QStringLiteral("New prompt")));
        QCOMPARE(probe.namelessControls(), QString());
    }

    void opensOnFilledData() {
        Scene scene;
        QCOMPARE(scene.rows(), QStringList{QStringLiteral("summarize")});
        QCOMPARE(scene.form->statusText(), QStringLiteral("1 prompt · 3 versions"));
        QCOMPARE(PromptsPage::look(summarize()).subtitle, QStringLiteral("v2 of 3 versions"));
        QVERIFY(!scene.form->isDirty());
        QCOMPARE(scene.namelessControls(), QString());
        QCOMPARE(scene.tabOrderMistakes(), QString());
    }

    void versionsSayWhatTheyDidInADay() {
        Scene scene;
        VersionsCard* versions = scene.form->promptForm()->versions();
        QCOMPARE(versions->rowCount(), 3);
        QCOMPARE(
            versions->rowTexts(1),
            QStringList({u"v2"_qs, u"default"_qs, u"better"_qs, u"0123456789ab"_qs, u"Nov 20"_qs, u"200"_qs,
                         format::percent(0.02), format::milliseconds(840), format::usdExact(0.0025)}));
        QCOMPARE(versions->rowTexts(0)[5], QStringLiteral("0"));
        QVERIFY(scene.link.sentTo("GET", QStringLiteral("/usage"))
                    .last()
                    .path.contains(u"prompt%3A%22summarize%22"));
    }

    void theDefaultMovesForwardAndBack() {
        Scene scene;
        scene.link.answer("PATCH", kPrompt, [&scene](const ScriptedLink::Sent& sent) {
            const auto now =
                ScriptedLink::json(summarize(sent.body.value(u"default").toString().toLatin1().constData()));
            scene.link.answer("GET", kPrompt, now); // what one undoes is looked at first
            return now;
        });
        auto* table = scene.find<TableView>(QStringLiteral("versions"));
        QVERIFY(!scene.button(QStringLiteral("makeDefault"))->isEnabled());
        table->setCurrentIndex(table->model()->index(2, 0)); // v1
        QCOMPARE(scene.button(QStringLiteral("makeDefault"))->text(), QStringLiteral("Roll back to v1"));
        QVERIFY(scene.press(QStringLiteral("makeDefault")));
        QCOMPARE(scene.bodyOf("PATCH", kPrompt), parseObject(R"({"default":"v1"})"));
        QVERIFY(scene.press(QStringLiteral("Undo")));
        QCOMPARE(scene.bodyOf("PATCH", kPrompt), parseObject(R"({"default":"v2"})"));
        table->setCurrentIndex(table->model()->index(0, 0));
        QCOMPARE(scene.button(QStringLiteral("makeDefault"))->text(), QStringLiteral("Make v3 the default"));
    }

    void savingWritesANewVersionAndOffersToMakeItTheDefault() {
        Scene scene;
        QJsonObject after = summarize();
        QJsonArray versions = after.value(u"versions").toArray();
        versions.append(version("v4", "You sum up.", "Briefly: {{ text }}", "short"));
        after.insert(u"versions", versions);
        scene.link.answer("POST", kPrompt + QStringLiteral("/versions"),
                          ScriptedLink::json(versions.last().toObject(), 201));
        scene.link.answer("GET", kPrompt, ScriptedLink::json(after));
        scene.link.answer("PATCH", kPrompt, ScriptedLink::json(after));
        scene.text("template")->setPlainText(QStringLiteral("Briefly: {{ text }}"));
        scene.edit(QStringLiteral("note"))->setText(QStringLiteral("short"));
        QVERIFY(scene.form->isDirty());
        QVERIFY(scene.press(QStringLiteral("save")));
        scene.settle();
        QCOMPARE(scene.bodyOf("POST", kPrompt + QStringLiteral("/versions")),
                 parseObject(R"({"system":"You sum up well.","template":"Briefly: {{ text }}",
                     "model":"chat-default","temperature":0.3,"max_tokens":500,"note":"short"})"));
        QVERIFY(!scene.form->isDirty());
        QCOMPARE(scene.form->promptForm()->versions()->rowCount(), 4);
        QVERIFY(scene.messages->text().startsWith(u"Saved as v4. Callers get v2"));
        QVERIFY(scene.press(QStringLiteral("Make v4 the default")));
        QCOMPARE(scene.bodyOf("PATCH", kPrompt), parseObject(R"({"default":"v4"})"));
    }

    void discardBringsTheVersionBack() {
        Scene scene;
        scene.text("template")->setPlainText(QStringLiteral("other"));
        scene.form->revert();
        QCOMPARE(scene.text("template")->toPlainText(), QStringLiteral("Sum up:\n{{ text }}"));
        QVERIFY(!scene.form->isDirty());
    }

    void choosingAVersionStartsFromItUnlessSomethingIsWritten() {
        Scene scene;
        auto* table = scene.find<TableView>(QStringLiteral("versions"));
        table->setCurrentIndex(table->model()->index(0, 0));
        QCOMPARE(scene.text("template")->toPlainText(), QStringLiteral("In {{ n }} points:\n{{ text }}"));
        QVERIFY(!scene.form->isDirty());
        scene.text("template")->setPlainText(QStringLiteral("mine"));
        table->setCurrentIndex(table->model()->index(2, 0));
        QCOMPARE(scene.text("template")->toPlainText(), QStringLiteral("mine"));
    }

    void thePreviewIsTheGatewaysAndNamesWhatIsMissing() {
        Scene scene;
        PreviewCard* preview = scene.form->promptForm()->preview();
        QTRY_COMPARE(preview->systemText(), QStringLiteral("You sum up well."));
        QCOMPARE(preview->problem(), QStringLiteral("Callers must give: text"));
        scene.text("variable.text")->setPlainText(QStringLiteral("the news"));
        scene.waitForRendering();
        QCOMPARE(preview->userText(), QStringLiteral("Sum up:\nthe news"));
        QCOMPARE(preview->problem(), QString());
        QCOMPARE(scene.bodyOf("POST", QStringLiteral("/prompts/render")).value(u"variables").toObject(),
                 parseObject(R"({"text":"the news"})"));
    }

    void aBrokenTemplateIsSaidAtItsFieldAndNotSaved() {
        Scene scene;
        scene.text("template")->setPlainText(QStringLiteral("{{#a}}"));
        scene.waitForRendering();
        QVERIFY(scene.errorAt(QStringLiteral("template")).contains(u"{{#a}} is never closed"));
        QVERIFY(!scene.form->save());
        QVERIFY(scene.link.sentTo("POST", kPrompt + QStringLiteral("/versions")).isEmpty());
        scene.text("template")->setPlainText(QStringLiteral("{{ text }}"));
        scene.waitForRendering();
        QCOMPARE(scene.errorAt(QStringLiteral("template")), QString());
    }

    void versionsAreComparedSideBySideAndWithWhatIsWritten() {
        Scene scene;
        CompareCard* compare = scene.form->promptForm()->compare();
        compare->compare(QStringLiteral("v1"), QStringLiteral("v3"));
        QVERIFY(compare->shownText().contains(u"− Sum up:") &&
                compare->shownText().contains(u"+ In {{ n }} points:"));
        scene.text("template")->setPlainText(QStringLiteral("Sum up:\nnew line\n{{ text }}"));
        QCOMPARE(compare->rightVersion(), QStringLiteral("draft"));
        QVERIFY(compare->shownText().contains(u"+ new line"));
        compare->compare(QStringLiteral("v2"), QStringLiteral("v2"));
        bool same = false;
        for (const QLabel* label : compare->findChildren<QLabel*>())
            same = same || label->text() == QStringLiteral("They say the same.");
        QVERIFY(same);
    }

    void linesOfTwoVersionsArePairedWithWhatDiffersInThem() {
        using versionText::Pair;
        const QList<Pair> pairs = versionText::paired(
            lineDiff(QStringLiteral("a\nBe brief today.\nc"), QStringLiteral("a\nBe broad today.\nc\nd")));
        QCOMPARE(pairs.size(), 4);
        QVERIFY(pairs[1].kind == Pair::Kind::Changed);
        QCOMPARE(pairs[1].left.mid(pairs[1].at, pairs[1].leftLength), QStringLiteral("brief"));
        QCOMPARE(pairs[1].right.mid(pairs[1].at, pairs[1].rightLength), QStringLiteral("broad"));
        QVERIFY(pairs[3].kind == Pair::Kind::Added && pairs[3].right == QStringLiteral("d"));
    }

    void typedVariablesAreWhatTheyMean() {
        QCOMPARE(versionText::variableValue(QStringLiteral("[1, 2]"), true), QJsonValue(QJsonArray{1, 2}));
        QCOMPARE(versionText::variableValue(QStringLiteral("[1, 2]"), false),
                 QJsonValue(QStringLiteral("[1, 2]")));
        QCOMPARE(versionText::variableValue(QStringLiteral("true"), true), QJsonValue(true));
        QCOMPARE(versionText::variableValue(QStringLiteral("[broken"), true),
                 QJsonValue(QStringLiteral("[broken")));
    }

    void itsExperimentAndItsTrafficAreOneClickAway() {
        Scene scene;
        QSignalSpy navigated(scene.form, &Page::navigate);
        QVERIFY(scene.form->promptForm()->experimentText().contains(u"style"));
        QVERIFY(scene.press(QStringLiteral("openExperiment")));
        QCOMPARE(navigated.takeFirst(), QVariantList({u"flags"_qs, u"style"_qs}));
        QVERIFY(scene.press(QStringLiteral("allRequests")));
        QCOMPARE(navigated.takeFirst(), QVariantList({u"traffic"_qs, u"prompt:\"summarize\""_qs}));
        QVERIFY(scene.press(QStringLiteral("versionTraffic")));
        QCOMPARE(navigated.takeFirst(),
                 QVariantList({u"traffic"_qs, u"prompt:\"summarize\" prompt_version:v2"_qs}));
    }

    void aNewPromptIsCreatedWithItsFirstVersion() {
        Scene scene;
        scene.link.answer("POST", QStringLiteral("/prompts"), ScriptedLink::json(summarize(), 201));
        scene.form->open(QStringLiteral("new"));
        scene.settle();
        QVERIFY(!scene.form->save());
        QVERIFY(!scene.errorAt(QStringLiteral("name")).isEmpty());
        scene.edit(QStringLiteral("name"))->setText(QStringLiteral("summarize"));
        scene.text("system")->setPlainText(QStringLiteral("Be brief."));
        QVERIFY(scene.form->save());
        scene.settle();
        const QJsonObject body = scene.created().last();
        QCOMPARE(body.value(u"name").toString(), QStringLiteral("summarize"));
        QCOMPARE(body.value(u"system").toString(), QStringLiteral("Be brief."));
        QCOMPARE(body.value(u"template").toString(), QStringLiteral("{{ message }}"));
    }

    void aDeletedPromptCanBeBroughtBackWhole() {
        Scene scene;
        scene.link.answer("DELETE", kPrompt, GatewayReply{204, {}, {}});
        scene.link.answer("POST", QStringLiteral("/prompts"), ScriptedLink::json(summarize(), 201));
        scene.form->requestRemove();
        QVERIFY(scene.question().contains(u"3 versions"));
        QVERIFY(scene.press(QStringLiteral("Delete")));
        QVERIFY(scene.rows().isEmpty());
        QVERIFY(scene.press(QStringLiteral("Undo")));
        QCOMPARE(scene.created().last().value(u"versions").toArray().size(), 3);
        QCOMPARE(scene.created().last().value(u"default").toString(), QStringLiteral("v2"));
    }

    void aFileIsShownBeforeItIsTaken() {
        Scene scene;
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("prompts.yaml"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("prompts:\n  summarize:\n    template: new\n");
        file.close();
        scene.link.answer("POST", QStringLiteral("/prompts/import"),
                          ScriptedLink::json(QByteArray(
                              R"({"unchanged":1,"prompts":[{"name":"summarize","action":"add_version",
            "version":"v4","default_before":"v2","before":{"template":"old"},"after":{"template":"new"}}]})")));
        scene.form->importFile(path);
        scene.settle();
        QCOMPARE(
            scene.form->panel()->summary(),
            QStringLiteral("New prompts: 0, new versions: 1, rolled back or forward: 0, as they are: 1."));
        const QList<FieldDiff> diff = scene.form->panel()->diff()->diff();
        QCOMPARE(diff[0], (FieldDiff{u"summarize · default"_qs, u"v2"_qs, u"v4"_qs}));
        QCOMPARE(diff[1].after, QStringLiteral("new"));
        QVERIFY(scene.press(QStringLiteral("applyTask")));
        const auto sent = scene.link.sentTo("POST", QStringLiteral("/prompts/import"));
        QVERIFY(sent[0].path.startsWith(u"/prompts/import?dry_run=true&operation="));
        QVERIFY(sent[1].path.startsWith(u"/prompts/import?operation="));
        QCOMPARE(sent[1].body.value(u"yaml").toString(),
                 QStringLiteral("prompts:\n  summarize:\n    template: new\n"));
    }

    void promptsAreWrittenToAFile() {
        Scene scene;
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("out.yaml"));
        scene.link.answer("GET", QStringLiteral("/prompts/export"), GatewayReply{200, "prompts: {}\n", {}});
        scene.form->exportFile(path);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("prompts: {}\n"));
    }
};

QTEST_MAIN(TestPrompts)
#include "tst_prompts.moc"
