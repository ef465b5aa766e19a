// What the gateway reads of an OpenAI body, and what it refuses.

#include "gateway/dialects/dialect.h"

#include <QTest>

using namespace tollgate;

namespace {

tl::expected<RequestEnvelope, Error> inspect(std::string body) {
    HttpRequest request;
    request.body = std::move(body);
    return openAiChatDialect().inspect(request);
}

/// A good body with more members.
std::string with(const std::string& members) {
    return R"({"model":"m","messages":[{"role":"user","content":"hi"}])" +
           (members.empty() ? "" : "," + members) + "}";
}

} // namespace

class OpenAiChatInspectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void badBodiesAreRefusedNamingTheField_data();
    void badBodiesAreRefusedNamingTheField();
    void ambiguousBodiesAreRefused_data();
    void ambiguousBodiesAreRefused();
    void goodBodiesPass_data();
    void goodBodiesPass();
    void theWorstTokenLimitCounts();
    void theUserComesFromThreePlaces_data();
    void theUserComesFromThreePlaces();
    void streamingAndUsageAreRead();
    void everythingTheModelReadsCountsAsPrompt();
    void toolsAndImagesAreSeen();
    void scannersOfOneThreadDoNotMixBodies();
};

void OpenAiChatInspectTest::badBodiesAreRefusedNamingTheField_data() {
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("param");
    const auto row = [](const char* name, std::string body, const char* param) {
        QTest::newRow(name) << std::move(body) << std::string(param);
    };
    const auto messages = [](const char* inner) {
        return R"({"model":"m","messages":[)" + std::string(inner) + "]}";
    };
    row("empty", "", "");
    row("no json", "hello", "");
    row("cut", R"({"model":"m","messages":[{"role":"user","content":"h)", "");
    row("cut in the object", R"({"model":"m","messages":[{"role":"user","content":"h"}])", "");
    row("trailing text", with("") + "x", "");
    row("two documents", with("") + with(""), "");
    row("an array", "[]", "");
    row("a number", "7", "");
    row("null", "null", "");
    row("bad utf-8",
        R"({"model":"m","messages":[{"role":"user","content":")" + std::string("\xff\xfe") + "\"}]}", "");
    row("control character", with("\"user\":\"a\nb\""), "");
    row("single quotes", "{'model':'m'}", "");
    row("comma at the end", R"({"model":"m","messages":[],})", "");
    row("model a number", R"({"model":5,"messages":[{"role":"user","content":"hi"}]})", "model");
    row("model an object", R"({"model":{},"messages":[{"role":"user","content":"hi"}]})", "model");
    row("no messages", R"({"model":"m"})", "messages");
    row("messages null", R"({"model":"m","messages":null})", "messages");
    row("messages a string", R"({"model":"m","messages":"hi"})", "messages");
    row("messages empty", messages(""), "messages");
    row("message a string", messages(R"("hi")"), "messages[0]");
    row("second message null", messages(R"({"role":"user","content":"a"},null)"), "messages[1]");
    row("no role", messages(R"({"content":"a"})"), "messages[0].role");
    row("role a number", messages(R"({"role":1,"content":"a"})"), "messages[0].role");
    row("unknown role", messages(R"({"role":"robot","content":"a"})"), "messages[0].role");
    row("no content", messages(R"({"role":"user"})"), "messages[0].content");
    row("content null", messages(R"({"role":"system","content":null})"), "messages[0].content");
    row("content a number", messages(R"({"role":"user","content":7})"), "messages[0].content");
    row("content an object", messages(R"({"role":"user","content":{"type":"text"}})"), "messages[0].content");
    row("part a string", messages(R"({"role":"user","content":["a"]})"), "messages[0].content");
    row("part without type", messages(R"({"role":"user","content":[{"text":"a"}]})"), "messages[0].content");
    row("stream a string", with(R"("stream":"true")"), "stream");
    row("stream a number", with(R"("stream":1)"), "stream");
    row("options without stream", with(R"("stream_options":{"include_usage":true})"), "stream_options");
    row("options a list", with(R"("stream":true,"stream_options":[])"), "stream_options");
    row("include_usage a string", with(R"("stream":true,"stream_options":{"include_usage":"yes"})"),
        "stream_options.include_usage");
    row("max_tokens zero", with(R"("max_tokens":0)"), "max_tokens");
    row("max_tokens negative", with(R"("max_tokens":-1)"), "max_tokens");
    row("max_tokens a fraction", with(R"("max_tokens":1.5)"), "max_tokens");
    row("max_tokens text", with(R"("max_tokens":"10")"), "max_tokens");
    row("max_tokens beyond every model", with(R"("max_tokens":4611686018427387904)"), "max_tokens");
    row("max_tokens beyond int64", with(R"("max_tokens":18446744073709551615)"), "max_tokens");
    row("max_completion_tokens zero", with(R"("max_completion_tokens":0)"), "max_completion_tokens");
    row("n zero", with(R"("n":0)"), "n");
    row("n many", with(R"("n":129)"), "n");
    row("n text", with(R"("n":"2")"), "n");
    row("temperature high", with(R"("temperature":2.1)"), "temperature");
    row("temperature negative", with(R"("temperature":-0.1)"), "temperature");
    row("temperature text", with(R"("temperature":"hot")"), "temperature");
    row("top_p high", with(R"("top_p":1.01)"), "top_p");
    row("presence_penalty", with(R"("presence_penalty":-2.5)"), "presence_penalty");
    row("frequency_penalty", with(R"("frequency_penalty":3)"), "frequency_penalty");
    row("user a number", with(R"("user":7)"), "user");
    row("safety_identifier a list", with(R"("safety_identifier":[])"), "safety_identifier");
    row("tools an object", with(R"("tools":{})"), "tools");
}

void OpenAiChatInspectTest::badBodiesAreRefusedNamingTheField() {
    QFETCH(std::string, body);
    QFETCH(std::string, param);
    const auto envelope = inspect(body);
    QVERIFY(!envelope.has_value());
    QCOMPARE(envelope.error().param, param);
    QCOMPARE(envelope.error().httpStatus(), 400);
    QVERIFY(envelope.error().message.ends_with('.'));
}

void OpenAiChatInspectTest::ambiguousBodiesAreRefused_data() {
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("param");
    // The upstream may read the other one: a dearer model, a longer answer, another user's budget.
    const auto row = [](const char* name, std::string body, const char* param) {
        QTest::newRow(name) << std::move(body) << std::string(param);
    };
    row("model", with(R"("model":"gpt-dear")"), "model");
    row("model, escaped", with(R"("mo\u0064el":"gpt-dear")"), "model");
    row("messages", with(R"("messages":[{"role":"user","content":"other"}])"), "messages");
    row("stream", with(R"("stream":false,"stream":true)"), "stream");
    row("stream_options", with(R"("stream":true,"stream_options":null,"stream_options":{})"),
        "stream_options");
    row("max_tokens", with(R"("max_tokens":1,"max_tokens":100000)"), "max_tokens");
    row("max_completion_tokens", with(R"("max_completion_tokens":1,"max_completion_tokens":9)"),
        "max_completion_tokens");
    row("n", with(R"("n":1,"n":100)"), "n");
    row("user", with(R"("user":"alice","user":"bob")"), "user");
    row("content of a message", R"({"messages":[{"role":"user","content":"a","content":"b"}]})",
        "messages[0].content");
    row("tools", with(R"("tools":[],"tools":[])"), "tools");
}

void OpenAiChatInspectTest::ambiguousBodiesAreRefused() {
    badBodiesAreRefusedNamingTheField();
}

void OpenAiChatInspectTest::goodBodiesPass_data() {
    QTest::addColumn<std::string>("body");
    const auto row = [](const char* name, std::string body) { QTest::newRow(name) << std::move(body); };
    row("plain", with(""));
    row("nulls count as absent",
        with(
            R"("stream":null,"max_tokens":null,"n":null,"temperature":null,"user":null,"tools":null,"metadata":null)"));
    row("members nobody has heard of",
        with(R"("x":{"model":"y","model":"z"},"x":1,"seed":18446744073709551615)"));
    row("integers where numbers are wanted", with(R"("temperature":2,"top_p":1,"presence_penalty":-2)"));
    row("assistant without content",
        R"({"messages":[{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]}]})");
    row("tool result", R"({"messages":[{"role":"tool","tool_call_id":"c","content":"7"}]})");
    row("legacy function", R"({"messages":[{"role":"function","name":"f","content":null}]})");
    row("no model", R"({"messages":[{"role":"user","content":"hi"}]})");
    row("empty text", R"({"messages":[{"role":"user","content":""}]})");
    row("stream_options null", with(R"("stream":true,"stream_options":null)"));
    row("unknown part type",
        R"({"messages":[{"role":"user","content":[{"type":"input_audio","input_audio":{}}]}]})");
    row("whitespace all round", " \r\n\t" + with("") + "\n ");
    row("deeply nested schema", with(R"("tools":[{"type":"function","function":{"name":"f","parameters":)" +
                                     std::string(200, '[') + std::string(200, ']') + "}}]"));
}

void OpenAiChatInspectTest::goodBodiesPass() {
    QFETCH(std::string, body);
    const auto envelope = inspect(body);
    QVERIFY2(envelope.has_value(), envelope ? "" : envelope.error().message.c_str());
    HttpRequest request;
    request.body = body;
    // Whatever passes here must also decode for providers of another kind.
    QVERIFY(openAiChatDialect().decode(request).has_value());
}

void OpenAiChatInspectTest::theWorstTokenLimitCounts() {
    QVERIFY(!inspect(with(""))->maxTokens.has_value());
    QCOMPARE(inspect(with(R"("max_tokens":5)"))->maxTokens.value(), 5);
    QCOMPARE(inspect(with(R"("max_completion_tokens":7)"))->maxTokens.value(), 7);
    // Servers differ in which they obey when both are there.
    QCOMPARE(inspect(with(R"("max_completion_tokens":7,"max_tokens":900)"))->maxTokens.value(), 900);
    QCOMPARE(inspect(with(R"("max_completion_tokens":900,"max_tokens":7)"))->maxTokens.value(), 900);
    QCOMPARE(inspect(with(R"("n":128)"))->choices, 128);
}

void OpenAiChatInspectTest::theUserComesFromThreePlaces_data() {
    QTest::addColumn<std::string>("members");
    QTest::addColumn<std::string>("user");
    QTest::newRow("none") << std::string() << std::string();
    QTest::newRow("user") << std::string(R"("user":"a","metadata":{"user_id":"b"},"safety_identifier":"c")")
                          << std::string("a");
    QTest::newRow("metadata") << std::string(R"("metadata":{"user_id":"b"},"safety_identifier":"c")")
                              << std::string("b");
    QTest::newRow("safety_identifier")
        << std::string(R"("user":"","metadata":{"user_id":7},"safety_identifier":"c")") << std::string("c");
    QTest::newRow("unicode") << std::string(R"("user":"za\u017c\u00f3\u0142\u0107")")
                             << std::string("zażółć");
}

void OpenAiChatInspectTest::theUserComesFromThreePlaces() {
    QFETCH(std::string, members);
    QFETCH(std::string, user);
    QCOMPARE(inspect(with(members))->user, user);
}

void OpenAiChatInspectTest::streamingAndUsageAreRead() {
    QVERIFY(!inspect(with(""))->stream);
    QVERIFY(!inspect(with(R"("stream":false)"))->stream);
    QVERIFY(inspect(with(R"("stream":true)"))->stream);
    QVERIFY(!inspect(with(R"("stream":true)"))->includeUsage);
    QVERIFY(inspect(with(R"("stream":true,"stream_options":{"include_usage":true})"))->includeUsage);
    QVERIFY(!inspect(with(R"("stream":true,"stream_options":{"include_usage":false})"))->includeUsage);
    QVERIFY(!inspect(with(R"("stream":true,"stream_options":{"include_usage":null})"))->includeUsage);
}

void OpenAiChatInspectTest::everythingTheModelReadsCountsAsPrompt() {
    const auto bytes = [](const std::string& body) { return inspect(body)->promptBytes; };
    QCOMPARE(bytes(with("")), 2U);
    QCOMPARE(
        bytes(
            R"({"messages":[{"role":"user","content":[{"type":"text","text":"four"},{"type":"text","text":"five5"}]}]})"),
        9U);
    // Unescaped: six bytes on the wire are one character for the model.
    QCOMPARE(bytes(R"({"messages":[{"role":"user","content":"\u0041"}]})"), 1U);
    // A part may name its text twice, and the upstream reads whichever it likes.
    QCOMPARE(bytes(R"({"messages":[{"role":"user","content":[{"type":"text","text":"a","text":"bcd"}]}]})"),
             4U);
    const std::string schema =
        R"([{"type":"function","function":{"name":"f","description":")" + std::string(900, 'x') + R"("}}])";
    QVERIFY(bytes(with("\"tools\":" + schema)) > 900);
    QVERIFY(
        bytes(
            R"({"messages":[{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":")" +
            std::string(700, 'x') + R"("}}]}]})") > 700);
}

void OpenAiChatInspectTest::toolsAndImagesAreSeen() {
    QVERIFY(!inspect(with(""))->hasTools);
    QVERIFY(!inspect(with(R"("tools":[])"))->hasTools);
    QVERIFY(inspect(with(R"("tools":[{"type":"function","function":{"name":"f"}}])"))->hasTools);
    QVERIFY(!inspect(with(""))->hasImages);
    QVERIFY(
        inspect(
            R"({"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:"}}]}]})")
            ->hasImages);
}

void OpenAiChatInspectTest::scannersOfOneThreadDoNotMixBodies() {
    const auto large = inspect(R"({"model":"large","messages":[{"role":"user","content":")" +
                               std::string(300'000, 'x') + "\"}]}");
    const auto small = inspect(R"({"model":"small","messages":[{"role":"user","content":"y"}]})");
    QCOMPARE(large->model, std::string("large"));
    QCOMPARE(small->model, std::string("small"));
    QCOMPARE(large->promptBytes, 300'000U);
    QCOMPARE(small->promptBytes, 1U);
}

QTEST_GUILESS_MAIN(OpenAiChatInspectTest)
#include "tst_openai_chat_inspect.moc"
