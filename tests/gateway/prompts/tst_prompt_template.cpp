#include "gateway/prompts/prompt_template.h"

#include <QTest>

using namespace tollgate;
namespace json = boost::json;

namespace {

std::string textOf(std::string_view source, const json::object& variables) {
    const auto rendered = renderTemplate(source, variables);
    return rendered ? rendered->text : "error: " + rendered.error();
}

std::string mistakesOf(std::string_view source, const json::object& variables) {
    PromptVersion version;
    version.templateText = source;
    const auto rendered = renderComplete(version, variables);
    return rendered ? std::string() : rendered.error().param + ": " + rendered.error().message;
}

} // namespace

class PromptTemplateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsVariablesIn();
    void escapesNothing();
    void mistakesNameEachVariable();
    void sectionsNeedNotBeGiven();
    void sectionsRepeatAndInvert();
    void loneTagsTakeTheirLineWithThem_data();
    void loneTagsTakeTheirLineWithThem();
    void valuesReadAsWritten();
    void valuesAreNotTemplates();
    void brokenTemplatesNameTheLine_data();
    void brokenTemplatesNameTheLine();
    void textsThatGrowWithoutEndAreRefused();
    void promptHasSystemAndUserText();
    void variablesAreListedOnceInOrder();
};

void PromptTemplateTest::fillsVariablesIn() {
    QCOMPARE(textOf("Hello {{ name }}, {{name}}! {{user.city}}",
                    {{"name", "Ada"}, {"user", json::object{{"city", "Lviv"}}}}),
             std::string("Hello Ada, Ada! Lviv"));
}

void PromptTemplateTest::escapesNothing() {
    QCOMPARE(textOf("{{a}} {{{a}}} {{&a}}", {{"a", "<b>\"&'"}}), std::string("<b>\"&' <b>\"&' <b>\"&'"));
}

void PromptTemplateTest::mistakesNameEachVariable() {
    QCOMPARE(mistakesOf("{{a}} {{b}} {{c.d}}", {{"b", nullptr}, {"x", 1}, {"y", 2}}),
             std::string("variables: a, b and c.d are missing; x and y are in no template"));
    QCOMPARE(mistakesOf("{{a}}", {{"a", json::array{1}}}),
             std::string("variables: a must be a text, not a list or an object"));
    QCOMPARE(mistakesOf("{{a}}", {{"a", ""}}), std::string());
}

void PromptTemplateTest::sectionsNeedNotBeGiven() {
    QCOMPARE(mistakesOf("{{#tone}}Be {{tone}}, {{name}}.{{/tone}}{{^tone}}Hi{{/tone}}", {}), std::string());
    QCOMPARE(mistakesOf("{{#tone}}Be {{tone}}, {{name}}.{{/tone}}", {{"tone", "kind"}}),
             std::string("variables: name is missing"));
    QCOMPARE(mistakesOf("{{#tone}}x{{/tone}}{{tone}}", {}), std::string("variables: tone is missing"));
}

void PromptTemplateTest::sectionsRepeatAndInvert() {
    const json::object variables{
        {"items", json::array{"a", "b"}}, {"urgent", false}, {"none", json::array()}};
    QCOMPARE(textOf("{{#items}}<{{.}}>{{/items}}{{^urgent}}calm{{/urgent}}{{#urgent}}!{{/urgent}}"
                    "{{#none}}x{{/none}}{{^none}}-{{/none}}",
                    variables),
             std::string("<a><b>calm-"));
}

void PromptTemplateTest::loneTagsTakeTheirLineWithThem_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("text");
    QTest::newRow("rendered") << "a\n{{#yes}}\n- b\n{{/yes}}\nc"
                              << "a\n- b\nc";
    QTest::newRow("left out") << "a\n{{#no}}\n- b\n{{/no}}\nc"
                              << "a\nc";
    QTest::newRow("indented, CRLF") << "a\r\n  {{#yes}}  \r\n  b\r\n\t{{/yes}}\r\nc"
                                    << "a\r\n  b\r\nc";
    QTest::newRow("at the end") << "a\n  {{! nothing }}"
                                << "a\n";
    QTest::newRow("comment over lines") << "a\n{{! one\ntwo }}\nb"
                                        << "a\nb";
    QTest::newRow("not alone") << "a\n{{#yes}} {{/yes}}\nb"
                               << "a\n \nb";
    QTest::newRow("variables keep theirs") << "a\n{{empty}}\nb"
                                           << "a\n\nb";
    QTest::newRow("only blanks") << " {{#yes}}\n{{/yes}} \n"
                                 << "";
    QTest::newRow("JSON") << "{\n\"a\": {\r\n}\n}"
                          << "{\n\"a\": {\r\n}\n}";
    QTest::newRow("JSON with a tag") << "{\n{{empty}}}\n"
                                     << "{\n}\n";
    QTest::newRow("list") << "{{#items}}\n* {{.}}\n{{/items}}\n"
                          << "* x\n* y\n";
}

void PromptTemplateTest::loneTagsTakeTheirLineWithThem() {
    QFETCH(QString, source);
    QFETCH(QString, text);
    const json::object variables{
        {"yes", true}, {"no", false}, {"empty", ""}, {"items", json::array{"x", "y"}}};
    QCOMPARE(QString::fromStdString(textOf(source.toStdString(), variables)), text);
}

void PromptTemplateTest::valuesReadAsWritten() {
    QCOMPARE(textOf("{{n}} {{x}} {{t}} {{yes}} {{no}}",
                    {{"n", 7}, {"x", 0.7}, {"t", 1000000000000}, {"yes", true}, {"no", false}}),
             std::string("7 0.7 1000000000000 true false"));
}

void PromptTemplateTest::valuesAreNotTemplates() {
    QCOMPARE(textOf("{{a}}", {{"a", "{{b}}\n{{#c}}"}, {"b", "secret"}}), std::string("{{b}}\n{{#c}}"));
}

void PromptTemplateTest::brokenTemplatesNameTheLine_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("mistake");
    QTest::newRow("open section") << "a\nb {{#open}}"
                                  << "line 2: {{#open}} is never closed";
    QTest::newRow("open tag") << "{{open"
                              << "line 1: {{ is never closed";
    QTest::newRow("open triple") << "\n\n{{{a}}"
                                 << "line 3: {{{ is never closed";
    QTest::newRow("never opened") << "{{/never}}"
                                  << "line 1: {{/never}} closes what was never opened";
    QTest::newRow("crossed") << "{{#a}}\n{{#b}}{{/a}}{{/b}}"
                             << "line 2: {{/a}} stands where {{#b}} must be closed first";
    QTest::newRow("Jinja filter")
        << "{{ text | upper }}"
        << "line 1: {{ text | upper }} names no variable: names have letters, digits, _, - and dots";
    QTest::newRow("empty") << "{{ }}"
                           << "line 1: {{ }} names no variable: names have letters, digits, _, - and dots";
    QTest::newRow("dots") << "{{a..b}}"
                          << "line 1: {{a..b}} names no variable: names have letters, digits, _, - and dots";
    QTest::newRow("partial") << "{{> other}}"
                             << "line 1: {{> …}} would take in another template, which prompts cannot";
    QTest::newRow("delimiters") << "{{=<% %>=}}"
                                << "line 1: {{= …}} would change the delimiters, which prompts cannot";
}

void PromptTemplateTest::brokenTemplatesNameTheLine() {
    QFETCH(QString, source);
    QFETCH(QString, mistake);
    QCOMPARE(QString::fromStdString(templateMistake(source.toStdString()).value_or("")), mistake);
    QVERIFY(!renderTemplate(source.toStdString(), {}));
    QVERIFY(!templateMistake("{ } {{ok}} } {\"a\":{{b}}} {{имя}}").has_value());
}

void PromptTemplateTest::textsThatGrowWithoutEndAreRefused() {
    std::string deep;
    for (int i = 0; i < 33; ++i)
        deep += "{{#a}}";
    QVERIFY(templateMistake(deep).value_or("").find("more than 32 deep") != std::string::npos);

    json::array many;
    for (int i = 0; i < 1000; ++i)
        many.emplace_back("x");
    const auto grown =
        renderTemplate("{{#a}}{{#a}}{{#a}}text{{/a}}{{/a}}{{/a}}", json::object{{"a", std::move(many)}});
    QVERIFY(!grown);
    QVERIFY(grown.error().find("would be longer than 64 MiB") != std::string::npos);
}

void PromptTemplateTest::promptHasSystemAndUserText() {
    PromptVersion version;
    version.system = "You help {{team}}.";
    version.templateText = "Q: {{message}}";
    const auto rendered = renderComplete(version, {{"team", "sales"}, {"message", "hi"}});
    QVERIFY(rendered.has_value());
    QCOMPARE(rendered->system, std::string("You help sales."));
    QCOMPARE(rendered->user, std::string("Q: hi"));
    Prompt prompt;
    prompt.versions = {version, version};
    prompt.versions[1].templateText = "{{tone}}";
    const json::object more{{"team", "sales"}, {"message", "hi"}, {"tone", "kind"}};
    QVERIFY(!renderComplete(version, more));
    QVERIFY(renderComplete(prompt, version, more).has_value());
    version.system = "{{#open}}";
    const auto broken = renderPrompt(version, {});
    QVERIFY(!broken);
    QCOMPARE(broken.error().param, std::string("system"));
}

void PromptTemplateTest::variablesAreListedOnceInOrder() {
    PromptVersion version;
    version.system = "{{ b }}{{#list}}{{a}}{{.}}{{/list}}{{! note }}";
    version.templateText = "{{{b}}} {{^c}}{{/c}} {{user.name}} {{a}}";
    const std::vector<TemplateVariable> found = promptVariables(version);
    QStringList said;
    for (const TemplateVariable& one : found)
        said << QString::fromStdString(one.name) + (one.section ? u"#" : u"") + (one.required ? u"!" : u"");
    QCOMPARE(said.join(u' '), QStringLiteral("b! list# a! c# user!"));
}

QTEST_GUILESS_MAIN(PromptTemplateTest)
#include "tst_prompt_template.moc"
