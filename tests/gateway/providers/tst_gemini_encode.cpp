// Tools, token counts and embeddings as Gemini is asked for them.

#include "gemini_kit.h"

#include <QTest>

using namespace tollgate;
using namespace tollgate::gemini_kit;

namespace {

using Change = void (*)(ChatRequest&);

ChatRequest question() {
    ChatRequest request;
    request.messages = {message(Role::User, {text("q")})};
    return request;
}

ChatRequest changed(Change change) {
    ChatRequest request = question();
    change(request);
    return request;
}

} // namespace

class GeminiEncodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSmallestRequestSaysNothingElse();
    void functionsHaveTheExactShape();
    void olderModelsTakeOpenApiSchemas();
    void functionsWithoutParametersNameNone();
    void namesStartAsGeminiWantsThem();
    void toolChoicesAreModes_data();
    void toolChoicesAreModes();
    void choicesWithoutToolsAreLeftOut();
    void toolsThatGeminiHasToo();
    void toolsThatGeminiCannotRunAreReported();
    void tiersHaveGeminisNames_data();
    void tiersHaveGeminisNames();
    void whatGeminiHasNoWordForIsReported();
    void thePolicyMayRefuseOrPass();
    void tokenCountsHoldTheWholeRequest();
    void oneTextIsEmbeddedAlone();
    void severalTextsAreABatch();
    void tokenIdsCannotBeEmbedded();
};

void GeminiEncodeTest::theSmallestRequestSaysNothingElse() {
    Attempt attempt;
    QCOMPARE(boost::json::serialize(attempt.body(question())),
             std::string(R"({"contents":[{"role":"user","parts":[{"text":"q"}]}]})"));
    QCOMPARE(attempt.notes(), std::string());
}

void GeminiEncodeTest::functionsHaveTheExactShape() {
    ChatRequest request = question();
    request.tools = {
        function("f",
                 R"({"type":"object","properties":{"b":{"type":"string","pattern":"x"}},"required":["b"]})"),
        function("g")};
    request.tools.front().strict = true;
    Attempt attempt;
    QCOMPARE(
        attempt.at(request, "/tools"),
        std::string(R"([{"functionDeclarations":[{"name":"f","description":"does","parametersJsonSchema":)"
                    R"({"type":"object","properties":{"b":{"type":"string"}},"required":["b"]}},)"
                    R"({"name":"g","description":"does"}]}])"));
    QCOMPARE(attempt.notes(), std::string("dropped=tools[0].strict,tools[0].parameters"));
    QVERIFY(attempt.log().notes().back().reason.find("pattern") != std::string::npos);
}

void GeminiEncodeTest::olderModelsTakeOpenApiSchemas() {
    ChatRequest request = question();
    request.tools = {function(
        "f",
        R"({"type":"object","properties":{"b":{"type":["string","null"]}},"additionalProperties":false})")};
    Attempt attempt("gemini-2.0-flash");
    QCOMPARE(attempt.at(request, "/tools/0/functionDeclarations/0/parameters"),
             std::string(R"({"type":"object","properties":{"b":{"type":"string","nullable":true}}})"));
    QCOMPARE(attempt.at(request, "/tools/0/functionDeclarations/0/parametersJsonSchema"),
             std::string("absent"));
}

void GeminiEncodeTest::functionsWithoutParametersNameNone() {
    for (const char* schema : {R"({"type":"object","properties":{}})", R"({"type":"object"})", "{}"}) {
        for (const char* model : {"gemini-2.0-flash", "gemini-3-pro"}) {
            ChatRequest request = question();
            request.tools = {function("f", schema)};
            Attempt attempt(model);
            QCOMPARE(attempt.at(request, "/tools/0/functionDeclarations/0"),
                     std::string(R"({"name":"f","description":"does"})"));
        }
    }
    ChatRequest request = question();
    request.tools = {function("free")};
    request.tools.front().kind = ToolDefinition::Kind::Custom;
    Attempt attempt;
    QCOMPARE(
        attempt.at(request, "/tools/0/functionDeclarations/0/parametersJsonSchema"),
        std::string(R"({"type":"object","properties":{"input":{"type":"string"}},"required":["input"]})"));
    QCOMPARE(attempt.notes(), std::string("synthesised=tools[0]"));
}

void GeminiEncodeTest::namesStartAsGeminiWantsThem() {
    ChatRequest request = question();
    request.tools = {function("7zip"), function("a.b"), function(std::string(80, 'x'))};
    request.toolChoice = {ToolChoice::Mode::Named, "7zip"};
    Attempt attempt;
    const boost::json::value body = attempt.body(request);
    QCOMPARE(attempt.hints.toolNames.size(), std::size_t(3));
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string sent(
            body.at_pointer("/tools/0/functionDeclarations/" + std::to_string(i) + "/name").as_string());
        QVERIFY(sent.size() <= 64);
        QVERIFY(sent.front() == '_' || sent.front() == 'a' || sent.front() == 'x');
        QCOMPARE(sent, attempt.hints.toolNames[i].first);
        QCOMPARE(request.tools[i].name, attempt.hints.toolNames[i].second);
    }
    QCOMPARE(body.at_pointer("/toolConfig/functionCallingConfig/allowedFunctionNames/0").as_string(),
             body.at_pointer("/tools/0/functionDeclarations/0/name").as_string());
}

void GeminiEncodeTest::toolChoicesAreModes_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("config");
    const auto row = [](const char* name, ToolChoice::Mode mode, const char* config) {
        QTest::newRow(name) << static_cast<int>(mode) << QByteArray(config);
    };
    row("unset", ToolChoice::Mode::Unset, "absent");
    row("auto", ToolChoice::Mode::Auto, R"({"functionCallingConfig":{"mode":"AUTO"}})");
    row("none", ToolChoice::Mode::None, R"({"functionCallingConfig":{"mode":"NONE"}})");
    row("required", ToolChoice::Mode::Required, R"({"functionCallingConfig":{"mode":"ANY"}})");
    row("named", ToolChoice::Mode::Named,
        R"({"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["f"]}})");
}

void GeminiEncodeTest::toolChoicesAreModes() {
    QFETCH(int, mode);
    QFETCH(QByteArray, config);
    ChatRequest request = question();
    request.tools = {function("f"), function("g")};
    request.toolChoice = {static_cast<ToolChoice::Mode>(mode), "f"};
    Attempt attempt;
    QCOMPARE(attempt.at(request, "/toolConfig"), config.toStdString());
}

void GeminiEncodeTest::choicesWithoutToolsAreLeftOut() {
    ChatRequest request = question();
    request.toolChoice.mode = ToolChoice::Mode::Required;
    Attempt attempt;
    QCOMPARE(attempt.at(request, "/toolConfig"), std::string("absent"));
}

void GeminiEncodeTest::toolsThatGeminiHasToo() {
    ChatRequest request = question();
    request.tools.resize(2);
    request.tools[0].kind = ToolDefinition::Kind::Server;
    request.tools[0].name = "web_search_20250305";
    request.tools[1].kind = ToolDefinition::Kind::Server;
    request.tools[1].name = "code_interpreter";
    Attempt attempt;
    QCOMPARE(attempt.at(request, "/tools"), std::string(R"([{"googleSearch":{}},{"codeExecution":{}}])"));
    QCOMPARE(attempt.notes(), std::string("synthesised=tools[0],tools[1]"));
}

void GeminiEncodeTest::toolsThatGeminiCannotRunAreReported() {
    ChatRequest request = question();
    request.tools = {function("f"), {}, {}};
    request.tools[1].kind = ToolDefinition::Kind::Server;
    request.tools[1].name = "web_search"; // not next to functions
    request.tools[2].kind = ToolDefinition::Kind::Server;
    request.tools[2].name = "bash_20250124";
    request.parallelToolCalls = false;
    Attempt attempt;
    QCOMPARE(attempt.at(request, "/tools"),
             std::string(R"([{"functionDeclarations":[{"name":"f","description":"does"}]}])"));
    QCOMPARE(attempt.notes(), std::string("dropped=tools[1],tools[2],parallel_tool_calls"));
}

void GeminiEncodeTest::tiersHaveGeminisNames_data() {
    QTest::addColumn<QByteArray>("tier");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("notes");
    QTest::newRow("auto") << QByteArray("auto") << QByteArray("absent") << QByteArray();
    QTest::newRow("default") << QByteArray("default") << QByteArray("absent") << QByteArray();
    QTest::newRow("flex") << QByteArray("flex") << QByteArray("\"flex\"") << QByteArray();
    QTest::newRow("priority") << QByteArray("priority") << QByteArray("\"priority\"") << QByteArray();
    QTest::newRow("scale") << QByteArray("scale") << QByteArray("absent")
                           << QByteArray("dropped=service_tier");
}

void GeminiEncodeTest::tiersHaveGeminisNames() {
    QFETCH(QByteArray, tier);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, notes);
    ChatRequest request = question();
    request.serviceTier = tier.toStdString();
    Attempt attempt;
    QCOMPARE(attempt.at(request, "/serviceTier"), sent.toStdString());
    QCOMPARE(attempt.notes(), notes.toStdString());
}

void GeminiEncodeTest::whatGeminiHasNoWordForIsReported() {
    Attempt attempt;
    const std::string body = boost::json::serialize(attempt.body(changed([](ChatRequest& request) {
        request.logitBias = boost::json::parse(R"({"1":5})");
        request.verbosity = "low";
        request.user = "eve";
        request.metadata = boost::json::parse(R"({"k":"v"})");
        request.extras = {{"store", true}, {"something_new", 1}};
    })));
    QCOMPARE(body, std::string(R"({"contents":[{"role":"user","parts":[{"text":"q"}]}]})"));
    QCOMPARE(attempt.notes(), std::string("dropped=logit_bias,verbosity,user,metadata,store,something_new"));
}

void GeminiEncodeTest::thePolicyMayRefuseOrPass() {
    const ChatRequest request =
        changed([](ChatRequest& wish) { wish.logitBias = boost::json::parse(R"({"1":5})"); });
    Attempt strict("gemini-3-flash", UnsupportedParams::Reject);
    strict.body(request);
    QVERIFY(strict.log().refusal().has_value());
    QCOMPARE(strict.log().refusal()->param, std::string("logit_bias"));
    Attempt open("gemini-2.5-flash", UnsupportedParams::Pass);
    ChatRequest penalised = request;
    penalised.presencePenalty = 1;
    const boost::json::value body = open.body(penalised);
    QVERIFY(body.as_object().contains("logit_bias"));
    QVERIFY(body.as_object().contains("presence_penalty"));
    QCOMPARE(open.notes(), std::string("passed=presence_penalty,logit_bias"));
}

void GeminiEncodeTest::tokenCountsHoldTheWholeRequest() {
    ChatRequest request = question();
    request.operation = Operation::CountTokens;
    request.messages.insert(request.messages.begin(), message(Role::System, {text("s")}));
    request.tools = {function("f")};
    Attempt attempt;
    QCOMPARE(boost::json::serialize(attempt.body(request, encodeGeminiTokenCount)),
             std::string(R"({"generateContentRequest":{"model":"models/gemini-3-flash",)"
                         R"("systemInstruction":{"parts":[{"text":"s"}]},)"
                         R"("contents":[{"role":"user","parts":[{"text":"q"}]}],)"
                         R"("tools":[{"functionDeclarations":[{"name":"f","description":"does"}]}]}})"));
}

void GeminiEncodeTest::oneTextIsEmbeddedAlone() {
    ChatRequest request;
    request.operation = Operation::Embeddings;
    request.embedding.texts = {"a"};
    request.embedding.dimensions = 256;
    request.user = "eve";
    Attempt attempt("gemini-embedding-001");
    const std::string body = boost::json::serialize(attempt.body(request, encodeGeminiEmbeddings));
    QCOMPARE(body, std::string(R"({"model":"models/gemini-embedding-001","content":{"parts":[{"text":"a"}]},)"
                               R"("outputDimensionality":256})"));
    QVERIFY(!isGeminiBatch(body));
    QCOMPARE(attempt.notes(), std::string("dropped=user"));
}

void GeminiEncodeTest::severalTextsAreABatch() {
    ChatRequest request;
    request.operation = Operation::Embeddings;
    request.embedding.texts = {"a", "b"};
    Attempt attempt("models/gemini-embedding-001");
    const std::string body = boost::json::serialize(attempt.body(request, encodeGeminiEmbeddings));
    QCOMPARE(body,
             std::string(
                 R"({"requests":[{"model":"models/gemini-embedding-001","content":{"parts":[{"text":"a"}]}},)"
                 R"({"model":"models/gemini-embedding-001","content":{"parts":[{"text":"b"}]}}]})"));
    QVERIFY(isGeminiBatch(body));
}

void GeminiEncodeTest::tokenIdsCannotBeEmbedded() {
    ChatRequest request;
    request.operation = Operation::Embeddings;
    request.embedding.tokens = {{1, 2}};
    Attempt attempt;
    QVERIFY(attempt.body(request, encodeGeminiEmbeddings).is_null());
    QCOMPARE(attempt.error.param, std::string("input"));
}

QTEST_GUILESS_MAIN(GeminiEncodeTest)
#include "tst_gemini_encode.moc"
