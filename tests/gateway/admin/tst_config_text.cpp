// Configuration documents as text: YAML and JSON, places of mistakes, ${NAME}.
#include "gateway/admin/config_text.h"

#include <QTest>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

using namespace tollgate;

class ConfigTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scalarsFollowTheCoreSchema_data();
    void scalarsFollowTheCoreSchema();
    void jsonIsRead();
    void emptyDocumentIsAnEmptyObject();
    void mistakesKnowTheirPlace_data();
    void mistakesKnowTheirPlace();
    void multipliedAliasesAreRefused();
    void deepNestingIsRefused();
    void fieldsAreFoundInTheText();
    void variablesAreReplaced();
    void missingVariableNamesTheField();
    void escapedVariableMeansItself();
    void secretsOfTheProgramAreNoVariables();
};

void ConfigTextTest::scalarsFollowTheCoreSchema_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* yaml, const char* json) {
        QTest::newRow(yaml) << QByteArray(yaml) << QByteArray(json);
    };
    row("7", "7");
    row("-7", "-7");
    row("+7", "7");
    row("0.25", "2.5E-1");
    row("1e3", "1E3");
    row("'7'", "\"7\"");
    row("\"1.0\"", "\"1.0\"");
    row("true", "true");
    row("'true'", "\"true\"");
    row("yes", "\"yes\"");
    row("~", "null");
    row("null", "null");
    row("", "null");
    row("2026-01-01T00:00:00Z", "\"2026-01-01T00:00:00Z\"");
    row("gpt-4o", "\"gpt-4o\"");
    row("1.2.3", "\"1.2.3\"");
    row("e5", "\"e5\"");
    row("[1, a, {b: c}]", "[1,\"a\",{\"b\":\"c\"}]");
    row("|\n  two\n  lines\n", "\"two\\nlines\\n\"");
}

void ConfigTextTest::scalarsFollowTheCoreSchema() {
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, json);
    const auto parsed = parseConfigText("key: " + yaml.toStdString());
    QVERIFY(parsed.has_value());
    QCOMPARE(QByteArray::fromStdString(boost::json::serialize(parsed->at("key"))), json);
}

void ConfigTextTest::jsonIsRead() {
    const auto parsed = parseConfigText("{\"a\": [1, 2.5, \"x\", null, true], \"b\": {\"c\": \"1\"}}");
    QVERIFY(parsed.has_value());
    QVERIFY(boost::json::value(*parsed) ==
            boost::json::parse("{\"a\":[1,2.5,\"x\",null,true],\"b\":{\"c\":\"1\"}}"));
}

void ConfigTextTest::emptyDocumentIsAnEmptyObject() {
    QVERIFY(parseConfigText("")->empty());
    QVERIFY(parseConfigText("# nothing yet\n")->empty());
}

void ConfigTextTest::mistakesKnowTheirPlace_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("open list") << QByteArray("projects:\n  - name: ok\n  - name: [1\n") << 4;
    QTest::newRow("tab") << QByteArray("a: 1\n\tb: 2\n") << 2;
    QTest::newRow("no mapping") << QByteArray("- a\n- b\n") << 1;
    QTest::newRow("key twice") << QByteArray("a: 1\nb: 2\na: 3\n") << 3;
}

void ConfigTextTest::mistakesKnowTheirPlace() {
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto parsed = parseConfigText(text.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().line, line);
    QVERIFY(!parsed.error().message.empty());
}

void ConfigTextTest::multipliedAliasesAreRefused() {
    std::string text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 9; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
        for (int k = 0; k < 10; ++k)
            text += (k == 0 ? "" : ",") + before;
        text += "]\n";
    }
    const auto parsed = parseConfigText(text);
    QVERIFY(!parsed);
    QVERIFY(parsed.error().message.find("too large") != std::string::npos);
}

void ConfigTextTest::deepNestingIsRefused() {
    QVERIFY(!parseConfigText("a: " + std::string(200, '[') + std::string(200, ']')));
}

void ConfigTextTest::fieldsAreFoundInTheText() {
    const std::string text = "projects:\n"
                             "  - name: ok\n"
                             "  - name: second\n"
                             "    limits:\n"
                             "      tpm: 1\n"
                             "      rpm: many\n";
    QCOMPARE(lineOfField(text, "projects[1].limits.rpm"), 6);
    QCOMPARE(lineOfField(text, "projects[1].limits.max_parallel"), 5); // its nearest relative
    QCOMPARE(lineOfField(text, "projects[0]"), 2);
    QCOMPARE(lineOfField(text, "projects[7].name"), 2);
    QCOMPARE(lineOfField(text, ""), 1);
    QCOMPARE(lineOfField("a: [", "a"), 0);
}

void ConfigTextTest::variablesAreReplaced() {
    boost::json::value document =
        boost::json::parse("{\"a\":\"${ONE}\",\"b\":[\"x-${ONE}-${TWO}\",5],\"c\":\"$ONE ${} ${1X} ${ONE\"}");
    const auto missing = substituteEnvironment(document, [](const std::string& name) {
        return std::optional<std::string>(name == "ONE" ? "1" : "${ONE}");
    });
    QVERIFY(!missing);
    // What comes from the environment is not looked at again.
    QVERIFY(document ==
            boost::json::parse("{\"a\":\"1\",\"b\":[\"x-1-${ONE}\",5],\"c\":\"$ONE ${} ${1X} ${ONE\"}"));
}

void ConfigTextTest::missingVariableNamesTheField() {
    boost::json::value document = boost::json::parse("{\"a\":[{\"b\":\"x${NOPE}\"}]}");
    const auto missing =
        substituteEnvironment(document, [](const std::string&) { return std::optional<std::string>(); });
    QVERIFY(missing.has_value());
    QCOMPARE(missing->param, std::string("a[0].b"));
    QCOMPARE(missing->name, std::string("NOPE"));
}

void ConfigTextTest::escapedVariableMeansItself() {
    const auto none = [](const std::string&) { return std::optional<std::string>(); };
    for (const char* text : {"${HOME}", "$${HOME}", "$$${A} and ${", "plain", "$"}) {
        const boost::json::value original = boost::json::array{text};
        boost::json::value document = original;
        escapeVariables(document);
        QVERIFY(!substituteEnvironment(document, none));
        QVERIFY2(document == original, text);
    }
}

void ConfigTextTest::secretsOfTheProgramAreNoVariables() {
    qputenv("TOLLGATE_ADMIN_TOKEN", "secret");
    qputenv("TOLLGATE_TEST_VALUE", "open");
    const Environment environment = systemEnvironment();
    QVERIFY(!environment("TOLLGATE_ADMIN_TOKEN"));
    QVERIFY(!environment("TOLLGATE_TEST_NOT_SET"));
    QCOMPARE(environment("TOLLGATE_TEST_VALUE"), std::optional<std::string>("open"));
    qunsetenv("TOLLGATE_ADMIN_TOKEN");
    qunsetenv("TOLLGATE_TEST_VALUE");
}

QTEST_GUILESS_MAIN(ConfigTextTest)
#include "tst_config_text.moc"
