#include "gateway/prompts/prompt_file.h"

#include <QTest>

#include <boost/json/parse.hpp>

#include <algorithm>

using namespace tollgate;
namespace json = boost::json;

namespace {

json::object objectOf(std::string text) {
    std::ranges::replace(text, '\'', '"');
    return json::parse(text).as_object();
}

std::string mistakeOf(const std::string& prompts) {
    const auto read = readPromptFile(objectOf(prompts));
    return read ? std::string() : read.error().param + " " + read.error().message;
}

PromptFileEntry entryOf(const std::string& name, const std::string& text) {
    PromptFileEntry entry{name, {}};
    entry.says.templateText = text;
    entry.says.hash = promptHash(entry.says);
    return entry;
}

} // namespace

class PromptFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheFieldsOfDocument001();
    void namesTheFieldAtFault();
    void newContentIsTheNextVersionAndTheDefault();
    void knownContentBecomesTheDefaultAgain();
};

void PromptFileTest::readsTheFieldsOfDocument001() {
    const auto read =
        readPromptFile(objectOf("{'summarize':{'template':'Sum up:\\n\\n{{ text }}','model':'gpt-4o-mini',"
                                "'temperature':0.3,'max_tokens':500,'system_prompt':'Be concise.'}}"));
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), std::size_t{1});
    const PromptFileEntry& entry = read->front();
    QCOMPARE(entry.name, std::string("summarize"));
    QCOMPARE(entry.says.system, std::string("Be concise."));
    QCOMPARE(entry.says.templateText, std::string("Sum up:\n\n{{ text }}"));
    QCOMPARE(entry.says.model, std::optional<std::string>("gpt-4o-mini"));
    QCOMPARE(entry.says.temperature, std::optional<double>(0.3));
    QCOMPARE(entry.says.maxTokens, std::optional<std::int64_t>(500));
    QCOMPARE(entry.says.hash.size(), std::size_t{12});
}

void PromptFileTest::namesTheFieldAtFault() {
    QCOMPARE(mistakeOf("{'p':{}}"), std::string("prompts.p.template is required"));
    QCOMPARE(mistakeOf("{'p':'text'}"), std::string("prompts.p must be a mapping with a template"));
    QVERIFY(mistakeOf("{'p':{'template':'x','temperature':3}}").starts_with("prompts.p.temperature "));
    QVERIFY(mistakeOf("{'p':{'template':'x','system_prompt':7}}").starts_with("prompts.p.system_prompt "));
    QVERIFY(mistakeOf("{'p':{'template':'x','system':'y'}}").starts_with("prompts.p.system is not a known"));
    QCOMPARE(mistakeOf("{'p':{'template':'a\\n{{#x}}'}}"),
             std::string("prompts.p.template is no template: line 2: {{#x}} is never closed"));
    QVERIFY(mistakeOf("{'p':{'template':'{% if x %}y{% endif %}'}}").find("is Jinja") != std::string::npos);
}

void PromptFileTest::newContentIsTheNextVersionAndTheDefault() {
    const PromptFileStep made = planPromptEntry(nullptr, entryOf("p", "one"), 5);
    QVERIFY(made.action == PromptFileStep::Action::Create);
    QCOMPARE(made.prompt.defaultVersion, std::string("v1"));
    QCOMPARE(made.prompt.versions.front().createdAtMs, std::int64_t{5});
    const PromptFileStep added = planPromptEntry(&made.prompt, entryOf("p", "two"), 6);
    QVERIFY(added.action == PromptFileStep::Action::AddVersion);
    QCOMPARE(added.prompt.versions.size(), std::size_t{2});
    QCOMPARE(added.prompt.defaultVersion, std::string("v2"));
    QCOMPARE(added.defaultBefore, std::string("v1"));
    QVERIFY(planPromptEntry(&added.prompt, entryOf("p", "two"), 7).action ==
            PromptFileStep::Action::Unchanged);
}

void PromptFileTest::knownContentBecomesTheDefaultAgain() {
    Prompt prompt = planPromptEntry(nullptr, entryOf("p", "one"), 5).prompt;
    prompt = planPromptEntry(&prompt, entryOf("p", "two"), 6).prompt;
    const PromptFileStep back = planPromptEntry(&prompt, entryOf("p", "one"), 7);
    QVERIFY(back.action == PromptFileStep::Action::Promote);
    QCOMPARE(back.prompt.versions.size(), std::size_t{2});
    QCOMPARE(back.prompt.defaultVersion, std::string("v1"));
}

QTEST_GUILESS_MAIN(PromptFileTest)
#include "tst_prompt_file.moc"
