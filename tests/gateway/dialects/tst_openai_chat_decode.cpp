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
    void toolChoicesAreRead_data();
    void toolChoicesAreRead();
    void parametersAreRead();
    void seedsUseAllBits();
    void absentParametersStayUnset();
    void stopsAreOneOrMany();
    void theResponseFormatIsKeptWhole();
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
    QCOMPARE(result[0].text, std::string("7 degrees"));
}

void OpenAiChatDecodeTest::toolsKeepTheirSchemas() {
    const ChatRequest request = decode(
        R"("tools":[{"type":"function","function":{"name":"f","description":"does","parameters":{"z":1,"a":2},"strict":true}},)"
        R"({"type":"function","function":{"name":"g"}},{"type":"custom"}],"parallel_tool_calls":false)");
    QCOMPARE(request.tools.size(), 2U);
    QCOMPARE(request.tools[0].name, std::string("f"));
    QCOMPARE(request.tools[0].description, std::string("does"));
    QCOMPARE(boost::json::serialize(request.tools[0].schema), std::string(R"({"z":1,"a":2})")); // order kept
    QCOMPARE(request.tools[0].strict.value(), true);
    QVERIFY(request.tools[1].schema.is_null() && !request.tools[1].strict.has_value());
    QCOMPARE(request.parallelToolCalls.value(), false);
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
    QCOMPARE(request.reasoningEffort, std::string("low"));
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
    QVERIFY(request.responseFormat.is_null() && request.toolChoice.mode == ToolChoice::Mode::Unset);
}

void OpenAiChatDecodeTest::stopsAreOneOrMany() {
    QVERIFY((decode(R"("stop":"END")").stop == std::vector<std::string>{"END"}));
    QVERIFY((decode(R"("stop":["a","\n"])").stop == std::vector<std::string>{"a", "\n"}));
}

void OpenAiChatDecodeTest::theResponseFormatIsKeptWhole() {
    const std::string format = R"({"type":"json_schema","json_schema":{"name":"n","schema":{"b":1,"a":[]}}})";
    QCOMPARE(boost::json::serialize(decode("\"response_format\":" + format).responseFormat), format);
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
