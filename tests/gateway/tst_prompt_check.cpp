#include "gateway/prompt_check.h"
#include "gateway/text_diff.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tollgate;

namespace {

const char* const kPrompts = "prompts:\n"
                             "  greet:\n"
                             "    template: \"Greet {{ name }}.\\nBe brief.\"\n"
                             "    model: gpt-4o-mini\n"
                             "    temperature: 0.3\n";

class Tests {
public:
    Tests() { write(u"prompts.yaml"_qs, kPrompts); }
    void write(const QString& name, const std::string& text) const {
        QFile file(directory.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.data(), static_cast<qint64>(text.size()));
    }
    PromptCheck check(Snapshots snapshots = Snapshots::Compare) const {
        return checkPrompts(directory.path().toStdString(), snapshots);
    }
    QTemporaryDir directory;
};

bool says(const std::string& report, const std::string& text) {
    return report.find(text) != std::string::npos;
}

} // namespace

class PromptCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCaseWithoutItsSnapshotFailsUntilItIsWritten();
    void aChangedPromptShowsItsLines();
    void expectationsNeedNoSnapshot();
    void versionsOfAConfigurationDocumentAreKnown();
    void renderingThatMustFailDoes();
    void mistakesKnowFileAndLine_data();
    void mistakesKnowFileAndLine();
    void differencesAreShortest();
};

void PromptCheckTest::aCaseWithoutItsSnapshotFailsUntilItIsWritten() {
    const Tests tests;
    tests.write(u"cases.yaml"_qs, "cases:\n  - name: ada\n    prompt: greet\n    variables: { name: Ada }\n");
    const PromptCheck first = tests.check();
    QCOMPARE(first.failed, 1);
    QVERIFY2(says(first.report, "FAIL  ada (greet v1)  cases.yaml:2"), first.report.c_str());
    QVERIFY(says(first.report, "has no snapshot yet"));
    QVERIFY(!QDir(tests.directory.filePath(u"snapshots"_qs)).exists());
    QCOMPARE(tests.check(Snapshots::Write).failed, 0);
    const PromptCheck again = tests.check();
    QCOMPARE(again.passed, 1);
    QCOMPARE(again.failed, 0);
}

void PromptCheckTest::aChangedPromptShowsItsLines() {
    const Tests tests;
    tests.write(u"cases.yaml"_qs, "cases: [{name: ada, prompt: greet, variables: {name: Ada}}]\n");
    tests.check(Snapshots::Write);
    std::string changed = kPrompts;
    changed.replace(changed.find("brief"), 5, "warm");
    tests.write(u"prompts.yaml"_qs, changed);
    const PromptCheck check = tests.check();
    QCOMPARE(check.failed, 1);
    QVERIFY2(says(check.report, "-     \"Be brief.\"") && says(check.report, "+     \"Be warm.\""),
             check.report.c_str());
    QVERIFY(says(check.report, "    \"Greet Ada.\""));
    tests.write(u"cases.yaml"_qs, "cases: [{name: bob, prompt: greet, variables: {name: Bob}}]\n");
    QVERIFY(says(tests.check().report, "snapshots/ada.json is no case's any more"));
}

void PromptCheckTest::expectationsNeedNoSnapshot() {
    const Tests tests;
    tests.write(u"cases.yaml"_qs,
                "cases:\n"
                "  - name: right\n"
                "    prompt: greet\n"
                "    variables: { name: Ada }\n"
                "    expect: { user: \"Greet Ada.\\nBe brief.\", contains: [Ada], contains_not: [Bob], "
                "model: gpt-4o-mini }\n"
                "  - name: wrong\n"
                "    prompt: greet\n"
                "    variables: { name: Ada }\n"
                "    expect: { user: Greet Bob., contains: [Bob], contains_not: [Ada], model: other }\n");
    const PromptCheck check = tests.check();
    QCOMPARE(check.passed, 1);
    QCOMPARE(check.failed, 1);
    for (const char* text : {"- Greet Bob.", "+ Greet Ada.", "does not contain “Bob”", "contains “Ada”",
                             "is for the model gpt-4o-mini, not other"})
        QVERIFY2(says(check.report, text), check.report.c_str());
}

void PromptCheckTest::versionsOfAConfigurationDocumentAreKnown() {
    const Tests tests;
    tests.write(u"prompts.yaml"_qs, "prompts:\n  - name: greet\n    default: v2\n    versions:\n"
                                    "      - { version: v1, template: \"one {{n}}\" }\n"
                                    "      - { version: v2, template: \"two {{n}}\" }\n");
    tests.write(
        u"cases.yaml"_qs,
        "cases:\n"
        "  - { name: default, prompt: greet, variables: { n: 1 }, expect: { user: two 1 } }\n"
        "  - { name: old, prompt: greet, version: v1, variables: { n: 1 }, expect: { user: one 1 } }\n"
        "  - { name: gone, prompt: greet, version: v3, expect: { user: x } }\n"
        "  - { name: nobody, prompt: other, expect: { user: x } }\n");
    const PromptCheck check = tests.check();
    QCOMPARE(check.passed, 2);
    QVERIFY(says(check.report, "prompt greet has no version v3"));
    QVERIFY(says(check.report, "there is no prompt other"));
}

void PromptCheckTest::renderingThatMustFailDoes() {
    const Tests tests;
    tests.write(u"cases.yaml"_qs,
                "cases:\n"
                "  - { name: fails, prompt: greet, variables: { nme: x }, expect: { error: nme is in no "
                "template } }\n"
                "  - { name: renders, prompt: greet, variables: { name: x }, expect: { error: missing } }\n"
                "  - { name: otherwise, prompt: greet, expect: { error: too long } }\n");
    const PromptCheck check = tests.check();
    QCOMPARE(check.passed, 1);
    QVERIFY(says(check.report, "renders, though it must fail with “missing”"));
    QVERIFY(says(check.report, "fails with “name is missing”, not with “too long”"));
}

void PromptCheckTest::mistakesKnowFileAndLine_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("broken");
    QTest::newRow("YAML") << "cases:\n  - [\n"
                          << "cases.yaml:3: ";
    QTest::newRow("unknown field") << "cases:\n  - name: a\n    promt: greet\n"
                                   << "cases.yaml:2: cases[0].prompt ";
    QTest::newRow("twice") << "cases:\n  - { name: a, prompt: greet }\n  - { name: a, prompt: greet }\n"
                           << "cases.yaml:3: cases[1].name is another case's";
    QTest::newRow("file name") << "cases: [{ name: ../a, prompt: greet }]\n"
                               << "cases.yaml:1: cases[0].name must have letters";
    QTest::newRow("empty expectation") << "cases:\n  - name: a\n    prompt: greet\n    expect: {}\n"
                                       << "cases.yaml:4: cases[0].expect says nothing";
    QTest::newRow("nothing") << "other: 1\n"
                             << ": no file there has cases";
}

void PromptCheckTest::mistakesKnowFileAndLine() {
    QFETCH(QString, text);
    QFETCH(QString, broken);
    const Tests tests;
    tests.write(u"cases.yaml"_qs, text.toStdString());
    const PromptCheck check = tests.check();
    QVERIFY2(check.broken.find(broken.toStdString()) != std::string::npos, check.broken.c_str());
    QVERIFY(check.report.empty());
}

void PromptCheckTest::differencesAreShortest() {
    QCOMPARE(lineDifference("a\nb", "a\nb"), std::string());
    QCOMPARE(lineDifference("1\n2\n3\n4\n5\nx\n6", "1\n2\n3\n4\n5\ny\n6\n7", "> "),
             std::string(">   …\n>   4\n>   5\n> - x\n> + y\n>   6\n> + 7\n")
                 .substr(std::string(">   …\n").size()));
}

QTEST_GUILESS_MAIN(PromptCheckTest)
#include "tst_prompt_check.moc"
