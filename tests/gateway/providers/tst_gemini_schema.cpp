// JSON Schema as Gemini takes it.

#include "gateway/providers/gemini_schema.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;

namespace {

struct Rewritten {
    std::string schema;
    std::string lost;
};

Rewritten rewritten(const QByteArray& schema, GeminiSchemaKind kind) {
    std::set<std::string> lost;
    Rewritten result;
    result.schema =
        boost::json::serialize(geminiSchema(boost::json::parse(schema.toStdString()), kind, lost));
    for (const std::string& keyword : lost)
        result.lost += (result.lost.empty() ? "" : ",") + keyword;
    return result;
}

} // namespace

class GeminiSchemaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonSchemaKeepsWhatGeminiKnows_data();
    void jsonSchemaKeepsWhatGeminiKnows();
    void openApiIsASubset_data();
    void openApiIsASubset();
    void hugeSchemasEnd();
    void deepSchemasEnd();
};

void GeminiSchemaTest::jsonSchemaKeepsWhatGeminiKnows_data() {
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("lost");
    const auto row = [](const char* name, const char* schema, const char* expected, const char* lost = "") {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(expected) << QByteArray(lost);
    };
    row("order is kept",
        R"({"type":"object","properties":{"b":{"type":"string"},"a":{"type":"integer"}},"required":["b","a"],"additionalProperties":false})",
        R"({"type":"object","properties":{"b":{"type":"string"},"a":{"type":"integer"}},"required":["b","a"],"additionalProperties":false})");
    row("drafts say nothing", R"({"$schema":"x","$id":"y","$comment":"z","type":"string"})",
        R"({"type":"string"})");
    row("unknown keywords are told", R"({"type":"string","pattern":"a+","minLength":1})",
        R"({"type":"string"})", "minLength,pattern");
    row("a property may be called like a keyword",
        R"({"type":"object","properties":{"pattern":{"type":"string"},"$ref":{"type":"string"}}})",
        R"({"type":"object","properties":{"pattern":{"type":"string"},"$ref":{"type":"string"}}})");
    row("references are resolved",
        R"({"$defs":{"p":{"type":"object","properties":{"x":{"$ref":"#/$defs/n"}}},"n":{"type":"number"}},"type":"object","properties":{"a":{"$ref":"#/$defs/p"}}})",
        R"({"type":"object","properties":{"a":{"type":"object","properties":{"x":{"type":"number"}}}}})");
    row("what stands next to a reference is kept",
        R"({"definitions":{"n":{"type":"number","description":"a"}},"type":"array","items":{"$ref":"#/definitions/n","description":"b"}})",
        R"({"type":"array","items":{"type":"number","description":"b"}})");
    row("cycles stay references",
        R"({"$defs":{"t":{"type":"object","properties":{"next":{"$ref":"#/$defs/t"}}}},"$ref":"#/$defs/t"})",
        R"({"type":"object","properties":{"next":{"$ref":"#/$defs/t"}},"$defs":{"t":{"type":"object","properties":{"next":{"$ref":"#/$defs/t"}}}}})");
    row("dead references mean anything", R"({"type":"array","items":{"$ref":"#/$defs/no"}})",
        R"({"type":"array","items":{}})", "$ref");
    row("references elsewhere mean anything", R"({"$ref":"https://x.test/s.json"})", R"({})", "$ref");
    row("const is a choice of one", R"({"const":"a"})", R"({"type":"string","enum":["a"]})");
    row("choices of other kinds are open", R"({"enum":[true,"a"]})", R"({})", "enum");
    row("null may be chosen", R"({"type":["string","null"],"enum":["a",null]})",
        R"({"type":["string","null"],"enum":["a",null]})");
    row("allOf is merged",
        R"({"$defs":{"b":{"type":"object","properties":{"x":{"type":"string"}},"required":["x"]}},"allOf":[{"$ref":"#/$defs/b"},{"properties":{"y":{"type":"number"}},"required":["y"]}]})",
        R"({"type":"object","properties":{"x":{"type":"string"},"y":{"type":"number"}},"required":["x","y"]})");
    row("contradictions are told", R"({"allOf":[{"type":"string"},{"type":"number"}]})",
        R"({"type":"string"})", "allOf");
    row("anyOf and oneOf", R"({"anyOf":[{"type":"string"},{"type":"null"}],"oneOf":[{"type":"string"}]})",
        R"({"anyOf":[{"type":"string"},{"type":"null"}],"oneOf":[{"type":"string"}]})");
    row("tuples", R"({"type":"array","items":[{"type":"string"},{"type":"number"}]})",
        R"({"type":"array","prefixItems":[{"type":"string"},{"type":"number"}]})");
    row("required of nothing is an error there",
        R"({"type":"object","properties":{"a":{}},"required":["a","b"]})",
        R"({"type":"object","properties":{"a":{}},"required":["a"]})", "required");
    row("nullable is OpenAPI's word", R"({"nullable":true,"type":"string"})",
        R"({"type":["string","null"]})");
    row("true means anything", R"({"type":"object","properties":{"a":true}})",
        R"({"type":"object","properties":{"a":{}}})");
}

void GeminiSchemaTest::jsonSchemaKeepsWhatGeminiKnows() {
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, lost);
    const Rewritten result = rewritten(schema, GeminiSchemaKind::JsonSchema);
    QCOMPARE(result.schema, expected.toStdString());
    QCOMPARE(result.lost, lost.toStdString());
}

void GeminiSchemaTest::openApiIsASubset_data() {
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("lost");
    const auto row = [](const char* name, const char* schema, const char* expected, const char* lost = "") {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(expected) << QByteArray(lost);
    };
    row("additionalProperties is unknown",
        R"({"type":"object","properties":{"a":{"type":"string","pattern":"x"}},"additionalProperties":false})",
        R"({"type":"object","properties":{"a":{"type":"string","pattern":"x"}}})", "additionalProperties");
    row("types with null", R"({"type":["string","null"]})", R"({"nullable":true,"type":"string"})");
    row("several types", R"({"type":["string","number"]})",
        R"({"anyOf":[{"type":"string"},{"type":"number"}]})");
    row("anyOf with null", R"({"anyOf":[{"type":"string"},{"type":"null"}],"description":"d"})",
        R"({"nullable":true,"type":"string","description":"d"})");
    row("oneOf", R"({"oneOf":[{"type":"string"},{"type":"number"}]})",
        R"({"anyOf":[{"type":"string"},{"type":"number"}]})");
    row("nothing stands beside anyOf",
        R"({"type":"object","properties":{"a":{"type":"string"}},"anyOf":[{"type":"object","required":["a"]},{"type":"string"}]})",
        R"({"anyOf":[{"type":"object"},{"type":"string"}]})", "properties,required");
    row("choices are texts", R"({"type":"integer","enum":[1,2]})", R"({"type":"integer"})", "enum");
    row("choices with null", R"({"type":["string","null"],"enum":["a",null]})",
        R"({"enum":["a"],"nullable":true,"type":"string"})");
    row("formats", R"({"type":"string","format":"uri"})", R"({"type":"string"})", "format");
    row("formats it knows", R"({"type":"string","format":"date-time"})",
        R"({"type":"string","format":"date-time"})");
    row("empty objects are refused",
        R"({"type":"object","properties":{"a":{"type":"object","properties":{}}}})",
        R"({"type":"object","properties":{"a":{"type":"object"}}})");
    row("cycles end",
        R"({"$defs":{"t":{"type":"object","properties":{"next":{"$ref":"#/$defs/t"}}}},"$ref":"#/$defs/t"})",
        R"({"type":"object","properties":{"next":{"type":"object"}}})", "$ref");
}

void GeminiSchemaTest::openApiIsASubset() {
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, lost);
    const Rewritten result = rewritten(schema, GeminiSchemaKind::OpenApi);
    // The order of words within one schema says nothing.
    QCOMPARE(boost::json::parse(result.schema), boost::json::parse(expected.toStdString()));
    QCOMPARE(result.lost, lost.toStdString());
}

void GeminiSchemaTest::hugeSchemasEnd() {
    // Each definition names the next one twice: 2^40 schemas when written out.
    std::string definitions;
    for (int i = 0; i < 40; ++i) {
        const std::string next = R"({"$ref":"#/$defs/d)" + std::to_string(i + 1) + "\"}";
        definitions += R"("d)" + std::to_string(i) + R"(":{"type":"object","properties":{"a":)" + next +
                       R"(,"b":)" + next + "}},";
    }
    const QByteArray schema = QByteArray::fromStdString(R"({"$ref":"#/$defs/d0","$defs":{)" + definitions +
                                                        R"("d40":{"type":"string"}}})");
    const Rewritten result = rewritten(schema, GeminiSchemaKind::JsonSchema);
    QCOMPARE(result.lost, std::string("depth"));
    QVERIFY(result.schema.size() < 4'000'000);
}

void GeminiSchemaTest::deepSchemasEnd() {
    boost::json::value inner = boost::json::object();
    for (int i = 0; i < 200; ++i) {
        boost::json::object outer;
        outer["items"] = std::move(inner);
        inner = std::move(outer);
    }
    std::set<std::string> lost;
    QVERIFY(geminiSchema(inner, GeminiSchemaKind::JsonSchema, lost).is_object());
    QVERIFY(lost.contains("depth"));
}

QTEST_GUILESS_MAIN(GeminiSchemaTest)
#include "tst_gemini_schema.moc"
