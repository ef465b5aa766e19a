// What the gateway reads of an Anthropic body, and what it refuses.

#include "gateway/dialects/anthropic_inspect.h"
#include "gateway/dialects/dialect.h"

#include <QTest>

using namespace tollgate;

namespace {

tl::expected<RequestEnvelope, Error> inspect(std::string body,
                                             const Dialect& dialect = anthropicMessagesDialect()) {
    HttpRequest request;
    request.body = std::move(body);
    return dialect.inspect(request);
}

/// A good body with more members.
std::string with(const std::string& members) {
    return R"({"model":"m","max_tokens":16,"messages":[{"role":"user","content":"hi"}])" +
           (members.empty() ? "" : "," + members) + "}";
}

std::string messages(const std::string& inner) {
    return R"({"model":"m","max_tokens":16,"messages":[)" + inner + "]}";
}

std::string content(const std::string& blocks) {
    return messages(R"({"role":"user","content":[)" + blocks + "]}");
}

std::string at(const std::string& body, BodySpan place) {
    return body.substr(place.offset, place.length);
}

} // namespace

class AnthropicInspectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void badBodiesAreRefusedNamingTheField_data();
    void badBodiesAreRefusedNamingTheField();
    void goodBodiesPass_data();
    void goodBodiesPass();
    void membersGivenTwiceAreRefused_data();
    void membersGivenTwiceAreRefused();
    void countingNeedsNoLimitAndNeverStreams();
    void theDialectsSayWhoTheyAre();
    void limitsStreamAndModelAreRead();
    void everythingTheModelReadsCountsAsPrompt_data();
    void everythingTheModelReadsCountsAsPrompt();
    void imagesAndToolsAreSeen_data();
    void imagesAndToolsAreSeen();
    void theUserIsTheSameInEverySession_data();
    void theUserIsTheSameInEverySession();
    void placesAreTheBodysOwn();
    void threadsGoOnWithoutTheirPast();
};

void AnthropicInspectTest::badBodiesAreRefusedNamingTheField_data() {
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("param");
    const auto row = [](const char* name, std::string body, const char* param) {
        QTest::newRow(name) << std::move(body) << std::string(param);
    };
    row("empty", "", "");
    row("no json", "hello", "");
    row("cut", R"({"model":"m","max_tokens":1,"messages":[{"role":"user","content":"h)", "");
    row("an array", "[]", "");
    row("bad utf-8", messages(R"({"role":"user","content":")" + std::string("\xff") + "\"}"), "");
    row("model a number", R"({"model":5,"max_tokens":1,"messages":[{"role":"user","content":"a"}]})",
        "model");
    row("no limit", R"({"model":"m","messages":[{"role":"user","content":"a"}]})", "max_tokens");
    row("limit null", R"({"model":"m","max_tokens":null,"messages":[{"role":"user","content":"a"}]})",
        "max_tokens");
    row("limit 0", R"({"model":"m","max_tokens":0,"messages":[{"role":"user","content":"a"}]})",
        "max_tokens");
    row("limit negative", R"({"model":"m","max_tokens":-1,"messages":[{"role":"user","content":"a"}]})",
        "max_tokens");
    row("limit a string", R"({"model":"m","max_tokens":"9","messages":[{"role":"user","content":"a"}]})",
        "max_tokens");
    row("no messages", R"({"model":"m","max_tokens":1})", "messages");
    row("messages a string", R"({"model":"m","max_tokens":1,"messages":"hi"})", "messages");
    row("messages empty", messages(""), "messages");
    row("message a string", messages(R"("hi")"), "messages[0]");
    row("no role", messages(R"({"content":"a"})"), "messages[0].role");
    row("role tool", messages(R"({"role":"user","content":"a"},{"role":"tool","content":"a"})"),
        "messages[1].role");
    row("no content", messages(R"({"role":"user"})"), "messages[0].content");
    row("content null", messages(R"({"role":"user","content":null})"), "messages[0].content");
    row("content a number", messages(R"({"role":"user","content":7})"), "messages[0].content");
    row("content twice", messages(R"({"role":"user","content":"a","content":"b"})"), "messages[0].content");
    row("block a string", content(R"("hi")"), "messages[0].content[0]");
    row("block without type", content(R"({"type":"text","text":"a"},{"text":"b"})"),
        "messages[0].content[1].type");
    row("text a number", content(R"({"type":"text","text":1})"), "messages[0].content[0].text");
    row("result's content a number", content(R"({"type":"tool_result","tool_use_id":"t","content":1})"),
        "messages[0].content[0].content");
    row("result's block without type",
        content(R"({"type":"tool_result","tool_use_id":"t","content":[{"text":"x"}]})"),
        "messages[0].content[0].content[0].type");
    row("system a number", with(R"("system":7)"), "system");
    row("system's block without type", with(R"("system":[{"text":"a"}])"), "system[0].type");
    row("temperature above 1", with(R"("temperature":1.5)"), "temperature");
    row("temperature below 0", with(R"("temperature":-0.1)"), "temperature");
    row("temperature a string", with(R"("temperature":"hot")"), "temperature");
    row("top_p above 1", with(R"("top_p":2)"), "top_p");
    row("top_k negative", with(R"("top_k":-5)"), "top_k");
    row("stop_sequences a string", with(R"("stop_sequences":"END")"), "stop_sequences");
    row("stop_sequences of numbers", with(R"("stop_sequences":[1])"), "stop_sequences");
    row("stream a string", with(R"("stream":"yes")"), "stream");
    row("tools an object", with(R"("tools":{})"), "tools");
    row("tool a string", with(R"("tools":[{"name":"a"},"b"])"), "tools[1]");
    row("tool_choice a string", with(R"("tool_choice":"auto")"), "tool_choice");
    row("tool_choice without type", with(R"("tool_choice":{})"), "tool_choice");
    row("thinking a string", with(R"("thinking":"enabled")"), "thinking");
    row("metadata a string", with(R"("metadata":"me")"), "metadata");
    row("output_config a string", with(R"("output_config":"high")"), "output_config");
}

void AnthropicInspectTest::badBodiesAreRefusedNamingTheField() {
    QFETCH(std::string, body);
    QFETCH(std::string, param);
    const auto envelope = inspect(body);
    QVERIFY(!envelope);
    QVERIFY(envelope.error().code == ErrorCode::InvalidRequest);
    QCOMPARE(envelope.error().param, param);
    // Anthropic's errors have no field for it: the sentence must name it.
    QVERIFY2(envelope.error().message.find(param.substr(0, param.rfind('.'))) != std::string::npos,
             envelope.error().message.c_str());
}

void AnthropicInspectTest::goodBodiesPass_data() {
    QTest::addColumn<std::string>("body");
    const auto row = [](const char* name, std::string body) { QTest::newRow(name) << std::move(body); };
    row("plain", with(""));
    row("no model: a header may name it", R"({"max_tokens":1,"messages":[{"role":"user","content":"a"}]})");
    row("everything null",
        with(R"("system":null,"temperature":null,"tools":null,"stream":null,)"
             R"("metadata":null,"thinking":null,"stop_sequences":null,"tool_choice":null)"));
    row("system role inside", messages(R"({"role":"user","content":"a"},{"role":"system","content":"b"})"));
    row("empty content", messages(R"({"role":"user","content":"a"},{"role":"assistant","content":[]})"));
    row("a block nobody knows", content(R"({"type":"hologram","data":{"deep":[1,2]}})"));
    row("result without content", content(R"({"type":"tool_result","tool_use_id":"t"})"));
    row("result's content null", content(R"({"type":"tool_result","tool_use_id":"t","content":null})"));
    row("members nobody knows", with(R"("speed":"fast","context_management":{"edits":[]})"));
    row("no tools", with(R"("tools":[])"));
    row("the edges", with(R"("temperature":1,"top_p":0,"top_k":0)"));
}

void AnthropicInspectTest::goodBodiesPass() {
    QFETCH(std::string, body);
    const auto envelope = inspect(body);
    QVERIFY2(envelope, envelope ? "" : envelope.error().message.c_str());
}

void AnthropicInspectTest::membersGivenTwiceAreRefused_data() {
    QTest::addColumn<std::string>("member");
    for (const char* member : {R"("model":"x")", R"("max_tokens":9)", R"("messages":[])", R"("system":"b")",
                               R"("stream":true)", R"("tools":[])", R"("metadata":{})"})
        QTest::newRow(member) << std::string(member);
}

void AnthropicInspectTest::membersGivenTwiceAreRefused() {
    QFETCH(std::string, member);
    const std::string body =
        R"({"model":"m","max_tokens":16,"system":"a","stream":false,"tools":[],"metadata":{},)"
        R"("messages":[{"role":"user","content":"hi"}],)" +
        member + "}";
    const auto envelope = inspect(body);
    QVERIFY(!envelope);
    QCOMPARE(envelope.error().param, member.substr(1, member.find('"', 1) - 1));
}

void AnthropicInspectTest::countingNeedsNoLimitAndNeverStreams() {
    const auto envelope =
        inspect(R"({"model":"m","stream":true,"messages":[{"role":"user","content":"abcd"}]})",
                anthropicCountTokensDialect());
    QVERIFY(envelope);
    QVERIFY(!envelope->stream);
    QVERIFY(!envelope->maxTokens);
    QCOMPARE(envelope->promptBytes, std::size_t{4});
}

void AnthropicInspectTest::theDialectsSayWhoTheyAre() {
    const Dialect& messages = anthropicMessagesDialect();
    QVERIFY(messages.name() == "anthropic_messages");
    QVERIFY(messages.wireFormat() == WireFormat::AnthropicMessages);
    QVERIFY(messages.operation() == Operation::Chat);
    const Dialect& counting = anthropicCountTokensDialect();
    QVERIFY(counting.name() == "anthropic_count_tokens");
    QVERIFY(counting.wireFormat() == WireFormat::AnthropicCountTokens);
    QVERIFY(counting.operation() == Operation::CountTokens);
}

void AnthropicInspectTest::limitsStreamAndModelAreRead() {
    const auto envelope = inspect(with(R"("stream":true,"metadata":{"user_id":"u-1"})"));
    QVERIFY(envelope);
    QCOMPARE(envelope->model, std::string("m"));
    QCOMPARE(envelope->maxTokens.value_or(0), std::int64_t{16});
    QVERIFY(envelope->stream);
    QCOMPARE(envelope->user, std::string("u-1"));
    QCOMPARE(envelope->choices, std::int64_t{1});
}

void AnthropicInspectTest::everythingTheModelReadsCountsAsPrompt_data() {
    QTest::addColumn<std::string>("body");
    QTest::addColumn<int>("bytes");
    const auto row = [](const char* name, std::string body, int bytes) {
        QTest::newRow(name) << std::move(body) << bytes;
    };
    row("a string", messages(R"({"role":"user","content":"12345"})"), 5);
    row("blocks", content(R"({"type":"text","text":"123"},{"type":"text","text":"45"})"), 5);
    row("system",
        R"({"model":"m","max_tokens":1,"system":"123","messages":[{"role":"user","content":"45"}]})", 5);
    row("system blocks",
        R"({"max_tokens":1,"system":[{"type":"text","text":"123","cache_control":{"type":"ephemeral"}}],)"
        R"("messages":[{"role":"user","content":"45"}]})",
        5);
    row("a call's arguments", content(R"({"type":"tool_use","id":"long id","name":"ab","input":{"k":"vv"}})"),
        5);
    row("a result", content(R"({"type":"tool_result","tool_use_id":"t","content":"12345"})"), 5);
    row("a result's texts",
        content(R"({"type":"tool_result","tool_use_id":"t","content":[{"type":"text","text":"12345"}]})"), 5);
    row("thinking without its proof",
        content(R"({"type":"thinking","thinking":"12345","signature":"AAAAAAAA"})"), 5);
    row("hidden thinking", content(R"({"type":"redacted_thinking","data":"AAAAAAAA"})"), 0);
    row("an image",
        content(R"({"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}})"), 0);
    row("a text document",
        content(R"({"type":"document","source":{"type":"text","media_type":"","data":"12345"}})"), 5);
    row("tools", with(R"("tools":[{"name":"ab"}])"), 8); // "hi", "name", "ab"
}

void AnthropicInspectTest::everythingTheModelReadsCountsAsPrompt() {
    QFETCH(std::string, body);
    QFETCH(int, bytes);
    const auto envelope = inspect(body);
    QVERIFY2(envelope, envelope ? "" : envelope.error().message.c_str());
    QCOMPARE(static_cast<int>(envelope->promptBytes), bytes);
}

void AnthropicInspectTest::imagesAndToolsAreSeen_data() {
    QTest::addColumn<std::string>("body");
    QTest::addColumn<bool>("images");
    QTest::addColumn<bool>("tools");
    const std::string image = R"({"type":"image","source":{"type":"url","url":"https://x/y.png"}})";
    QTest::newRow("neither") << with("") << false << false;
    QTest::newRow("an image") << content(image) << true << false;
    QTest::newRow("in a result") << content(R"({"type":"tool_result","tool_use_id":"t","content":[)" + image +
                                            "]}")
                                 << true << false;
    QTest::newRow("tools") << with(R"("tools":[{"name":"a"}])") << false << true;
    QTest::newRow("empty tools") << with(R"("tools":[])") << false << false;
}

void AnthropicInspectTest::imagesAndToolsAreSeen() {
    QFETCH(std::string, body);
    const auto envelope = inspect(body);
    QVERIFY(envelope);
    QTEST(envelope->hasImages, "images");
    QTEST(envelope->hasTools, "tools");
}

void AnthropicInspectTest::theUserIsTheSameInEverySession_data() {
    QTest::addColumn<std::string>("metadata");
    QTest::addColumn<std::string>("user");
    const auto row = [](const char* name, const char* metadata, const char* user) {
        QTest::newRow(name) << std::string(metadata) << std::string(user);
    };
    row("plain", R"({"user_id":"someone"})", "someone");
    row("none", "{}", "");
    row("null", R"({"user_id":null})", "");
    row("older Claude Code", R"({"user_id":"user_ab12_account_cd34_session_ef56"})", "cd34");
    row("without an account", R"({"user_id":"user_ab12_account__session_ef56"})", "ab12");
    row("newer Claude Code",
        R"({"user_id":"{\"device_id\":\"d\",\"account_uuid\":\"a\",\"session_id\":\"s\"}"})", "a");
    row("newer without an account",
        R"({"user_id":"{\"device_id\":\"d\",\"account_uuid\":\"\",\"session_id\":\"s\"}"})", "d");
    row("a user like it", R"({"user_id":"user_session_account_"})", "user_session_account_");
    row("a user without account", R"({"user_id":"user_7_session_9"})", "user_7_session_9");
    row("braces of another kind", R"({"user_id":"{me}"})", "{me}");
    row("a session of another kind", R"({"user_id":"the_session_user"})", "the_session_user");
}

void AnthropicInspectTest::theUserIsTheSameInEverySession() {
    QFETCH(std::string, metadata);
    const auto envelope = inspect(with("\"metadata\":" + metadata));
    QVERIFY(envelope);
    QTEST(envelope->user, "user");
}

void AnthropicInspectTest::placesAreTheBodysOwn() {
    const std::string body =
        "  { \"system\" : [ {\"type\":\"text\",\"text\":\"s\"} ] , \"stream\":false ,\"max_tokens\":1,"
        "\"messages\": [ {\"role\":\"user\",\"content\":\"hi\"}], \"model\" : \"m\" }";
    const auto envelope = inspect(body);
    QVERIFY(envelope);
    QCOMPARE(at(body, envelope->modelValue), std::string("\"m\""));
    QCOMPARE(at(body, envelope->streamValue), std::string("false"));
    QCOMPARE(at(body, envelope->systemValue), std::string(R"([ {"type":"text","text":"s"} ])"));
    QCOMPARE(body[envelope->objectStart - 1], '{');
    QCOMPARE(body[envelope->messagesStart - 1], '[');
    QVERIFY(inspect(with(""))->systemValue.length == 0);
}

void AnthropicInspectTest::threadsGoOnWithoutTheirPast() {
    const std::string goesOn = R"("thread":{"type":"continue","previous_message_id":"msg_1"})";
    QVERIFY(inspectAnthropic(with(goesOn), false)->continuesThread);
    QVERIFY(!inspectAnthropic(with(R"("thread":{"type":"create"})"), false)->continuesThread);
    QVERIFY(!inspectAnthropic(with(R"("thread":null)"), false)->continuesThread);
    QVERIFY(inspectAnthropic(R"({"model":"m","max_tokens":1,"messages":[],)" + goesOn + "}", false));
    const auto bad = inspectAnthropic(with(R"("thread":"msg_1")"), false);
    QVERIFY(!bad);
    QCOMPARE(bad.error().param, std::string("thread"));
}

QTEST_GUILESS_MAIN(AnthropicInspectTest)
#include "tst_anthropic_inspect.moc"
