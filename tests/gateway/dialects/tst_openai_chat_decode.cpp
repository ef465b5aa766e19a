// An OpenAI body read whole, for providers that speak something else.

#include "gateway/dialects/openai_chat_decode.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;

namespace {

using Kind = ContentPart::Kind;

ChatRequest decode(const std::string& members) {
    const auto request = decodeOpenAiChat("{" + members + "}");
    return request.value();
}

ChatRequest withMessages(const std::string& messages) {
    return decode("\"messages\":[" + messages + "]");
}

} // namespace

class OpenAiChatDecodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rolesAreKept();
    void contentBecomesParts();
    void toolCallsAndTheirResultsKeepTheirIds();
    void toolsKeepTheirSchemas();
    void grammarsAreTold();
    void toolChoicesAreRead_data();
    void toolChoicesAreRead();
    void parametersAreRead();
    void seedsUseAllBits();
    void absentParametersStayUnset();
    void stopsAreOneOrMany();
    void theResponseFormatIsKeptWhole();
    void argumentsMustBeAnObject_data();
    void argumentsMustBeAnObject();
    void partsOfEveryKindAreRead();
    void signedReasoningComesBack();
    void functionsFromBeforeToolsAreTools();
    void whatHasNoPlaceIsAnExtra();
    void whatIsNoObjectIsAnError();
};

void OpenAiChatDecodeTest::rolesAreKept() {
    const ChatRequest request = withMessages(
        R"({"role":"system","content":"a"},{"role":"developer","content":"b"},{"role":"user","name":"eve","content":"c"},)"
        R"({"role":"assistant","content":"d"},{"role":"tool","tool_call_id":"t","content":"e"})");
    std::vector<Role> roles;
    for (const Message& message : request.messages)
        roles.push_back(message.role);
    QVERIFY((roles == std::vector{Role::System, Role::Developer, Role::User, Role::Assistant, Role::Tool}));
    QCOMPARE(request.messages[2].name, std::string("eve"));
    QCOMPARE(request.systemText(), std::string("a\nb"));
    QCOMPARE(request.lastUserText(), std::string("c"));
}

void OpenAiChatDecodeTest::contentBecomesParts() {
    const ChatRequest request = withMessages(
        R"({"role":"user","content":[{"type":"text","text":"what is \u017c?"},)"
        R"({"type":"image_url","image_url":{"url":"https://x/y.png","detail":"low"}},{"type":"refusal","refusal":"no"}]},)"
        R"({"role":"assistant","content":null})");
    const auto& parts = request.messages[0].parts;
    QCOMPARE(parts.size(), 3U);
    QCOMPARE(parts[0].text, std::string("what is ż?"));
    QVERIFY(parts[1].kind == Kind::Image);
    QCOMPARE(parts[1].url, std::string("https://x/y.png"));
    QCOMPARE(parts[1].detail, std::string("low"));
    QVERIFY(parts[2].kind == Kind::Refusal);
    QCOMPARE(parts[2].text, std::string("no"));
    QVERIFY(request.messages[1].parts.empty());
}

void OpenAiChatDecodeTest::toolCallsAndTheirResultsKeepTheirIds() {
    const ChatRequest request = withMessages(
        R"({"role":"assistant","content":"Wait.","tool_calls":[{"id":"call_1","type":"function","function":)"
        R"({"name":"weather","arguments":"{\"city\": \"Łódź\"}"}}]},)"
        R"({"role":"tool","tool_call_id":"call_1","content":[{"type":"text","text":"7"},{"type":"text","text":" degrees"}]})");
    const auto& parts = request.messages[0].parts;
    QCOMPARE(parts.size(), 2U);
    QVERIFY(parts[1].kind == Kind::ToolCall);
    QCOMPARE(parts[1].id, std::string("call_1"));
    QCOMPARE(parts[1].name, std::string("weather"));
    QCOMPARE(parts[1].arguments, std::string("{\"city\": \"Łódź\"}"));
    const auto& result = request.messages[1].parts;
    QCOMPARE(result.size(), 1U);
    QVERIFY(result[0].kind == Kind::ToolResult);
    QCOMPARE(result[0].id, std::string("call_1"));
    QCOMPARE(result[0].parts.size(), 2U);
    QCOMPARE(result[0].parts[1].text, std::string(" degrees"));
}

void OpenAiChatDecodeTest::toolsKeepTheirSchemas() {
    const ChatRequest request = decode(
        R"("tools":[{"type":"function","function":{"name":"f","description":"does","parameters":{"z":1,"a":2},"strict":true}},)"
        R"({"type":"function","function":{"name":"g"}},{"type":"custom"}],"parallel_tool_calls":false)");
    QCOMPARE(request.tools.size(), 3U);
    QVERIFY(request.tools[2].kind == ToolDefinition::Kind::Server); // nothing the caller could run
    QCOMPARE(request.tools[0].name, std::string("f"));
    QCOMPARE(request.tools[0].description, std::string("does"));
    QCOMPARE(boost::json::serialize(request.tools[0].schema), std::string(R"({"z":1,"a":2})")); // order kept
    QCOMPARE(request.tools[0].strict.value(), true);
    QVERIFY(request.tools[1].schema.is_null() && !request.tools[1].strict.has_value());
    QCOMPARE(request.parallelToolCalls.value(), false);
}

void OpenAiChatDecodeTest::grammarsAreTold() {
    const ChatRequest request = decode(
        R"("tools":[{"type":"custom","custom":{"name":"p","description":"d","format":{"type":"grammar",)"
        R"("grammar":{"syntax":"regex","definition":"a+"}}}},{"type":"custom","custom":{"name":"q"}}])");
    QVERIFY(request.tools[0].kind == ToolDefinition::Kind::Custom);
    QCOMPARE(request.tools[0].description, std::string("d\n\nThe input follows this regex grammar:\na+"));
    QCOMPARE(request.tools[1].description, std::string());
}

void OpenAiChatDecodeTest::toolChoicesAreRead_data() {
    QTest::addColumn<std::string>("choice");
    QTest::addColumn<int>("mode");
    QTest::addColumn<std::string>("name");
    const auto row = [](const char* text, ToolChoice::Mode mode, const char* name) {
        QTest::newRow(text) << std::string(text) << static_cast<int>(mode) << std::string(name);
    };
    row(R"("none")", ToolChoice::Mode::None, "");
    row(R"("auto")", ToolChoice::Mode::Auto, "");
    row(R"("required")", ToolChoice::Mode::Required, "");
    row(R"({"type":"function","function":{"name":"f"}})", ToolChoice::Mode::Named, "f");
    row("null", ToolChoice::Mode::Unset, "");
}

void OpenAiChatDecodeTest::toolChoicesAreRead() {
    QFETCH(std::string, choice);
    QFETCH(int, mode);
    QFETCH(std::string, name);
    const ChatRequest request = decode("\"tool_choice\":" + choice);
    QCOMPARE(static_cast<int>(request.toolChoice.mode), mode);
    QCOMPARE(request.toolChoice.name, name);
}

void OpenAiChatDecodeTest::parametersAreRead() {
    const ChatRequest request = decode(
        R"("model":"m","user":"u","max_completion_tokens":9,"max_tokens":7,"temperature":1,"top_p":0.5,)"
        R"("presence_penalty":-1.5,"frequency_penalty":2,"n":3,"reasoning_effort":"low","stream":true)");
    QCOMPARE(request.model, std::string("m"));
    QCOMPARE(request.user, std::string("u"));
    QCOMPARE(request.maxTokens.value(), 9);
    QCOMPARE(request.temperature.value(), 1.0);
    QCOMPARE(request.topP.value(), 0.5);
    QCOMPARE(request.presencePenalty.value(), -1.5);
    QCOMPARE(request.frequencyPenalty.value(), 2.0);
    QCOMPARE(request.n.value(), 3);
    QCOMPARE(request.reasoning.effort, std::string("low"));
    QVERIFY(request.reasoning.mode == ReasoningWish::Mode::On);
    QVERIFY(request.stream);
    QCOMPARE(decode(R"("max_completion_tokens":null,"max_tokens":7)").maxTokens.value(), 7);
}

void OpenAiChatDecodeTest::seedsUseAllBits() {
    QCOMPARE(decode(R"("seed":9007199254740993)").seed.value(), 9007199254740993LL);
    QCOMPARE(decode(R"("seed":-9223372036854775808)").seed.value(), std::numeric_limits<qint64>::min());
    QVERIFY(!decode(R"("seed":18446744073709551615)").seed.has_value());
    QVERIFY(!decode(R"("seed":1e300)").seed.has_value());
    QVERIFY(!decode(R"("seed":"7")").seed.has_value());
}

void OpenAiChatDecodeTest::absentParametersStayUnset() {
    const ChatRequest request = decode(R"("messages":[],"temperature":null,"stream":null,"stop":null)");
    QVERIFY(!request.maxTokens && !request.temperature && !request.topP && !request.seed && !request.n);
    QVERIFY(!request.parallelToolCalls && !request.presencePenalty && !request.frequencyPenalty);
    QVERIFY(request.stop.empty() && request.tools.empty() && !request.stream);
    QVERIFY(request.format.kind == ResponseFormat::Kind::Text &&
            request.toolChoice.mode == ToolChoice::Mode::Unset);
}

void OpenAiChatDecodeTest::stopsAreOneOrMany() {
    QVERIFY((decode(R"("stop":"END")").stop == std::vector<std::string>{"END"}));
    QVERIFY((decode(R"("stop":["a","\n"])").stop == std::vector<std::string>{"a", "\n"}));
}

void OpenAiChatDecodeTest::theResponseFormatIsKeptWhole() {
    const ResponseFormat format =
        decode(R"("response_format":{"type":"json_schema","json_schema":{"name":"n","description":"d",)"
               R"("schema":{"b":1,"a":[]},"strict":true}})")
            .format;
    QVERIFY(format.kind == ResponseFormat::Kind::JsonSchema);
    QCOMPARE(format.name, std::string("n"));
    QCOMPARE(format.description, std::string("d"));
    QCOMPARE(boost::json::serialize(format.schema), std::string(R"({"b":1,"a":[]})"));
    QCOMPARE(format.strict.value(), true);
    QVERIFY(decode(R"("response_format":{"type":"json_object"})").format.kind ==
            ResponseFormat::Kind::JsonObject);
}

void OpenAiChatDecodeTest::argumentsMustBeAnObject_data() {
    QTest::addColumn<std::string>("arguments");
    QTest::addColumn<std::string>("read");
    QTest::newRow("none") << std::string() << std::string("{}");
    QTest::newRow("spaces") << std::string(" \\n") << std::string("{}");
    QTest::newRow("an object") << std::string(R"({\"b\":1,\"a\":2})") << std::string(R"({"b":1,"a":2})");
    QTest::newRow("cut") << std::string(R"({\"b\":)") << std::string("refused");
    QTest::newRow("a list") << std::string("[]") << std::string("refused");
}

void OpenAiChatDecodeTest::argumentsMustBeAnObject() {
    QFETCH(std::string, arguments);
    QFETCH(std::string, read);
    const auto request = decodeOpenAiChat(
        R"({"messages":[{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":)"
        R"({"name":"f","arguments":")" +
        arguments + R"("}}]}]})");
    if (read == "refused") {
        QVERIFY(!request);
        QCOMPARE(request.error().param, std::string("messages[0].tool_calls[0].function.arguments"));
        return;
    }
    QVERIFY(request.has_value());
    QCOMPARE(request->messages[0].parts[0].arguments, read);
}

void OpenAiChatDecodeTest::partsOfEveryKindAreRead() {
    const ChatRequest request = decode(
        R"("messages":[{"role":"user","content":[{"type":"text","text":"a","cache_control":{"type":"ephemeral","ttl":"1h"}},)"
        R"({"type":"file","file":{"filename":"f.pdf","file_data":"data:application/pdf;base64,AA=="}},)"
        R"({"type":"file","file":{"file_id":"file-1"}},)"
        R"({"type":"input_audio","input_audio":{"data":"AA==","format":"wav"}}]}])");
    const auto& parts = request.messages.at(0).parts;
    QCOMPARE(parts.size(), std::size_t{4});
    QCOMPARE(parts[0].cache.value().ttl, std::string("1h"));
    QVERIFY(parts[1].kind == ContentPart::Kind::Document && parts[1].name == "f.pdf");
    QCOMPARE(parts[1].url, std::string("data:application/pdf;base64,AA=="));
    QCOMPARE(parts[2].fileId, std::string("file-1"));
    QVERIFY(parts[3].kind == ContentPart::Kind::Audio);
    QCOMPARE(parts[3].url, std::string("data:audio/wav;base64,AA=="));
}

void OpenAiChatDecodeTest::signedReasoningComesBack() {
    const ChatRequest request = decode(
        R"("messages":[{"role":"assistant","content":"hi","reasoning_content":"shown","reasoning_details":[)"
        R"({"type":"reasoning.text","text":"why","signature":"sig","format":"anthropic"},)"
        R"({"type":"reasoning.encrypted","data":"sealed","format":"anthropic"}],)"
        R"("tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"},)"
        R"("extra_content":{"google":{"thought_signature":"ts"}}}]}])");
    const auto& parts = request.messages.at(0).parts;
    QCOMPARE(parts.size(), std::size_t{4});
    QVERIFY(parts[0].kind == ContentPart::Kind::Reasoning && parts[0].origin == Origin::Anthropic);
    QCOMPARE(parts[0].text, std::string("why"));
    QCOMPARE(parts[0].signature, std::string("sig"));
    QVERIFY(parts[1].redacted);
    QCOMPARE(parts[1].signature, std::string("sealed"));
    QCOMPARE(parts[3].signature, std::string("ts"));
    QVERIFY(parts[3].origin == Origin::Gemini);
}

void OpenAiChatDecodeTest::functionsFromBeforeToolsAreTools() {
    const ChatRequest request = decode(
        R"("functions":[{"name":"f","parameters":{"type":"object"}}],"function_call":{"name":"f"},)"
        R"("messages":[{"role":"assistant","content":null,"function_call":{"name":"f","arguments":"{}"}},)"
        R"({"role":"function","name":"f","content":"7"}])");
    QCOMPARE(request.tools.at(0).name, std::string("f"));
    QVERIFY(request.toolChoice.mode == ToolChoice::Mode::Named);
    QCOMPARE(request.messages.at(0).parts.at(0).id, std::string("call_f"));
    QCOMPARE(request.messages.at(1).parts.at(0).id, std::string("call_f"));
    QCOMPARE(request.messages.at(1).parts.at(0).resultText(), std::string("7"));
}

void OpenAiChatDecodeTest::whatHasNoPlaceIsAnExtra() {
    const ChatRequest request =
        decode(R"("seed":1,"prediction":{"type":"content"},"store":false,"modalities":null)");
    QCOMPARE(request.extras.size(), std::size_t{2});
    QCOMPARE(request.extras[0].name, std::string("prediction"));
    QCOMPARE(boost::json::serialize(request.extras[0].value), std::string(R"({"type":"content"})"));
    QCOMPARE(request.extras[1].name, std::string("store"));
}

void OpenAiChatDecodeTest::whatIsNoObjectIsAnError() {
    for (const char* body : {"", "[]", "7", "{", "{\"a\":\"\xff\"}"}) {
        const auto request = decodeOpenAiChat(body);
        QVERIFY(!request.has_value());
        QVERIFY(request.error().code == ErrorCode::InvalidRequest);
    }
}

QTEST_GUILESS_MAIN(OpenAiChatDecodeTest)
#include "tst_openai_chat_decode.moc"
