#include "gateway/prompts/prompt_template.h"

#include <QTest>

using namespace tollgate;

class PromptTemplateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsVariablesIn();
    void escapesNothing();
    void missingVariableIsEmpty();
    void sectionsRepeatAndInvert();
    void numbersReadAsWritten();
    void valuesAreNotTemplates();
    void brokenTemplateIsAnError();
    void promptHasSystemAndUserText();
    void variablesAreListedOnceInOrder();
};

void PromptTemplateTest::fillsVariablesIn() {
    QCOMPARE(*renderTemplate("Hello {{ name }}, {{name}}!", {{"name", "Ada"}}),
             std::string("Hello Ada, Ada!"));
}

void PromptTemplateTest::escapesNothing() {
    QCOMPARE(*renderTemplate("{{a}} {{{a}}} {{&a}}", {{"a", "<b>\"&'"}}),
             std::string("<b>\"&' <b>\"&' <b>\"&'"));
}

void PromptTemplateTest::missingVariableIsEmpty() {
    QCOMPARE(*renderTemplate("[{{nothing}}]", {}), std::string("[]"));
}

void PromptTemplateTest::sectionsRepeatAndInvert() {
    const boost::json::object variables{{"items", boost::json::array{"a", "b"}}, {"urgent", false}};
    QCOMPARE(*renderTemplate("{{#items}}<{{.}}>{{/items}}{{^urgent}}calm{{/urgent}}{{#urgent}}!{{/urgent}}",
                             variables),
             std::string("<a><b>calm"));
}

void PromptTemplateTest::numbersReadAsWritten() {
    QCOMPARE(*renderTemplate("{{n}} {{x}} {{t}}", {{"n", 7}, {"x", 0.7}, {"t", 1000000000000}}),
             std::string("7 0.7 1000000000000"));
}

void PromptTemplateTest::valuesAreNotTemplates() {
    QCOMPARE(*renderTemplate("{{a}}", {{"a", "{{b}}"}, {"b", "secret"}}), std::string("{{b}}"));
}

void PromptTemplateTest::brokenTemplateIsAnError() {
    QVERIFY(templateMistake("{{#open}}").has_value());
    QVERIFY(templateMistake("{{open").has_value());
    QVERIFY(!templateMistake("{ } {{ok}} }").has_value());
    QVERIFY(!renderTemplate("{{/never}}", {}));
}

void PromptTemplateTest::promptHasSystemAndUserText() {
    PromptVersion version;
    version.system = "You help {{team}}.";
    version.templateText = "Q: {{message}}";
    const auto rendered = renderPrompt(version, {{"team", "sales"}, {"message", "hi"}});
    QVERIFY(rendered.has_value());
    QCOMPARE(rendered->system, std::string("You help sales."));
    QCOMPARE(rendered->user, std::string("Q: hi"));
    version.system = "{{#open}}";
    const auto broken = renderPrompt(version, {});
    QVERIFY(!broken);
    QVERIFY(broken.error().starts_with("system: "));
}

void PromptTemplateTest::variablesAreListedOnceInOrder() {
    QCOMPARE(templateVariables("{{ b }}{{#list}}{{a}}{{.}}{{/list}}{{! note }}{{{b}}} {{^c}}{{/c}} {{open"),
             (std::vector<std::string>{"b", "list", "a", "c"}));
}

QTEST_GUILESS_MAIN(PromptTemplateTest)
#include "tst_prompt_template.moc"
