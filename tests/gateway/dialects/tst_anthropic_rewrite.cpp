// A caller's own body on its way to Anthropic: only what routing decided changes. And proofs of others, which
// travel in Anthropic's format but never to Anthropic.

#include "gateway/dialects/anthropic_seal.h"
#include "gateway/dialects/dialect.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;
using Kind = ContentPart::Kind;

namespace {

const std::string kMessages = R"("messages":[{"role":"user","content":"hi"}])";

std::string rewritten(const std::string& body, const Rewrite& rewrite) {
    HttpRequest request;
    request.body = body;
    const auto envelope = anthropicMessagesDialect().inspect(request);
    if (!envelope)
        qFatal("%s", envelope.error().message.c_str());
    return anthropicMessagesDialect().rewritten(request, *envelope, rewrite);
}

/// A conversation whose second turn holds these blocks.
std::string conversation(const std::string& blocks) {
    return R"({"model":"m","max_tokens":1,"messages":[{"role":"user","content":"a"},)"
           R"({"role":"assistant","content":)" +
           blocks + R"(},{"role":"user","content":[{"type":"text","text":"b"}]}]})";
}

} // namespace

class AnthropicRewriteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheModelChanges();
    void streamingIsForced_data();
    void streamingIsForced();
    void theSystemTextIsPutInFront_data();
    void theSystemTextIsPutInFront();
    void proofsOfOthersDoNotReachAnthropic_data();
    void proofsOfOthersDoNotReachAnthropic();
    void sealsAreOpenedAgain_data();
    void sealsAreOpenedAgain();
    void whatIsNoSealIsLeftAlone_data();
    void whatIsNoSealIsLeftAlone();
    void proofsComeBackToTheirPlace();
    void claudeCodeHearsItsOwnWordForTheModel_data();
    void claudeCodeHearsItsOwnWordForTheModel();
    void othersHearTheUpstreamsWord();
    void translatedRepliesNameTheModelTheSameWay();
};

void AnthropicRewriteTest::onlyTheModelChanges() {
    const std::string body =
        " {\"max_tokens\" : 5 ,\"unknown\":[1.50,\"\\u00fc\"],\r\n \"model\":\"alias\" , " + kMessages +
        " } ";
    std::string expected = body;
    expected.replace(expected.find("\"alias\""), 7, "\"claude-x\"");
    QCOMPARE(rewritten(body, {.model = "claude-x"}), expected);
    QCOMPARE(rewritten("{\"max_tokens\":5," + kMessages + "}", {.model = "claude-x"}),
             R"({"model":"claude-x","max_tokens":5,)" + kMessages + "}");
}

void AnthropicRewriteTest::streamingIsForced_data() {
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    const std::string rest = R"("model":"m","max_tokens":5,)" + kMessages;
    QTest::newRow("absent") << "{" + rest + "}"
                            << R"({"stream":true,)" + rest + "}";
    QTest::newRow("false") << "{" + rest + R"(,"stream": false})"
                           << "{" + rest + R"(,"stream": true})";
    QTest::newRow("null") << "{" + rest + R"(,"stream":null})"
                          << "{" + rest + R"(,"stream":true})";
}

void AnthropicRewriteTest::streamingIsForced() {
    QFETCH(std::string, before);
    QTEST(rewritten(before, {.model = "m", .forceStream = true}), "after");
}

void AnthropicRewriteTest::theSystemTextIsPutInFront_data() {
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    const auto row = [](const char* name, const char* before, const char* after) {
        QTest::newRow(name) << std::string(before) << std::string(after);
    };
    row("absent", "", R"("system":"Be \"brief\".",)");
    row("a string", R"("system":"You\u00e4.",)", R"("system":"Be \"brief\".\n\nYou\u00e4.",)");
    row("an empty string", R"("system":"",)", R"("system":"Be \"brief\".",)");
    row("null", R"("system":null,)", R"("system":"Be \"brief\".",)");
    row("blocks", R"("system": [ {"type":"text","text":"a"}],)",
        R"("system": [{"type":"text","text":"Be \"brief\"."}, {"type":"text","text":"a"}],)");
    row("no blocks", R"("system":[ ],)", R"("system":[{"type":"text","text":"Be \"brief\"."} ],)");
}

void AnthropicRewriteTest::theSystemTextIsPutInFront() {
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    const std::string rest = R"("model":"m","max_tokens":5,)" + kMessages + "}";
    const std::string result = rewritten("{" + before + rest, {.model = "m", .systemText = "Be \"brief\"."});
    QCOMPARE(result, "{" + after + rest);
    QVERIFY(json::parse(result).is_object());
}

void AnthropicRewriteTest::proofsOfOthersDoNotReachAnthropic_data() {
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    const auto row = [](const char* name, const char* before, const char* after) {
        QTest::newRow(name) << std::string(before) << std::string(after);
    };
    const char* const real =
        R"([ {"type":"thinking","thinking":"h","signature":"U0lH"} , {"type":"text","text":"x"} ])";
    row("Anthropic's own stay byte by byte", real, real);
    row("a string", R"("tollgate:openai::x")", R"("tollgate:openai::x")");
    row("first",
        R"([{"type":"thinking","thinking":"h","signature":"tollgate:openai:rs:E"}, {"type":"text", "text":"x"}])",
        R"([{"type":"text", "text":"x"}])");
    row("in the middle",
        R"([{"type":"text","text":"x"},{"type":"redacted_thinking","data":"tollgate-call:gemini:c:S"},)"
        R"({"type":"tool_use","id":"c","name":"f","input":{"a" : 1.0}}])",
        R"([{"type":"text","text":"x"},{"type":"tool_use","id":"c","name":"f","input":{"a" : 1.0}}])");
    row("alone", R"([{"type":"thinking","thinking":"h","signature":"tollgate:unknown::"} ])",
        R"([{"type":"text","text":"No answer."}])");
    row("only talked about", R"([{"type":"text","text":"tollgate:openai::x"}])",
        R"([{"type":"text","text":"tollgate:openai::x"}])");
}

void AnthropicRewriteTest::proofsOfOthersDoNotReachAnthropic() {
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QCOMPARE(rewritten(conversation(before), {.model = "m"}), conversation(after));
}

void AnthropicRewriteTest::sealsAreOpenedAgain_data() {
    QTest::addColumn<int>("origin");
    QTest::addColumn<bool>("ofCall");
    QTest::addColumn<std::string>("id");
    QTest::addColumn<std::string>("signature");
    const auto row = [](Origin origin, bool ofCall, const char* id, const char* signature) {
        QTest::addRow("%s %s", id, signature)
            << static_cast<int>(origin) << ofCall << std::string(id) << std::string(signature);
    };
    row(Origin::Unknown, false, "", "");
    row(Origin::OpenAi, false, "rs_1", "gAAAA+/==");
    row(Origin::Gemini, true, "call:1%3A%", "sig:with:colons");
    row(Origin::Bedrock, false, "", "%3A");
}

void AnthropicRewriteTest::sealsAreOpenedAgain() {
    QFETCH(int, origin);
    const auto opened = [&] {
        QFETCH(bool, ofCall);
        QFETCH(std::string, id);
        QFETCH(std::string, signature);
        return openedProof(sealedProof({static_cast<Origin>(origin), ofCall, id, signature}));
    }();
    QVERIFY(opened.has_value());
    QCOMPARE(static_cast<int>(opened->origin), origin);
    QTEST(opened->ofCall, "ofCall");
    QTEST(opened->id, "id");
    QTEST(opened->signature, "signature");
}

void AnthropicRewriteTest::whatIsNoSealIsLeftAlone_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text : {"", "U0lH", "tollgate", "tollgate:", "tollgate:openai", "tollgate:openai:rs"})
        QTest::addRow("'%s'", text) << std::string(text);
}

void AnthropicRewriteTest::whatIsNoSealIsLeftAlone() {
    QFETCH(std::string, text);
    QVERIFY(!openedProof(text));
}

/// What an encoder wrote comes back as a caller sends it with the next turn.
void AnthropicRewriteTest::proofsComeBackToTheirPlace() {
    auto reply = anthropicMessagesDialect().encoder({}, {}, {});
    reply->add(event::ReasoningDelta{"hm"});
    reply->add(event::ReasoningSignature{"ENC", Origin::OpenAi, false, "rs_1"});
    reply->add(event::ReasoningSignature{"HID", Origin::OpenAi, true, "rs_2"});
    reply->add(event::ReasoningDelta{"unsigned"});
    reply->add(event::ToolCallStart{0, "call_1", "f", "THOUGHT"});
    const json::value message = json::parse(reply->body({}));
    HttpRequest request;
    request.body = conversation(json::serialize(message.at("content")));
    const auto chat = anthropicMessagesDialect().decode(request);
    QVERIFY(chat);
    const std::vector<ContentPart>& parts = chat->messages.at(1).parts;
    QCOMPARE(parts.size(), std::size_t{4});
    QVERIFY(parts[0].kind == Kind::Reasoning && parts[0].origin == Origin::OpenAi && !parts[0].redacted);
    QCOMPARE(parts[0].text, std::string("hm"));
    QCOMPARE(parts[0].signature, std::string("ENC"));
    QCOMPARE(parts[0].id, std::string("rs_1"));
    QVERIFY(parts[1].redacted && parts[1].origin == Origin::OpenAi);
    QCOMPARE(parts[1].signature, std::string("HID"));
    QCOMPARE(parts[2].text, std::string("unsigned"));
    QVERIFY(parts[2].signature.empty() && parts[2].origin == Origin::Unknown);
    QVERIFY(parts[3].kind == Kind::ToolCall && parts[3].origin == Origin::Gemini);
    QCOMPARE(parts[3].signature, std::string("THOUGHT"));
}

namespace {

RequestEnvelope envelopeOf(const char* header, const char* value) {
    HttpRequest request;
    request.headers.add(header, value);
    request.body = R"({"model":"al\"ias","max_tokens":1,)" + kMessages + "}";
    auto envelope = anthropicMessagesDialect().inspect(request);
    if (!envelope)
        qFatal("%s", envelope.error().message.c_str());
    return *std::move(envelope);
}

} // namespace

void AnthropicRewriteTest::claudeCodeHearsItsOwnWordForTheModel_data() {
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QByteArray>("heard");
    QTest::newRow("whole")
        << QByteArray(R"({ "id":"msg_1", "model" : "claude-x" ,"content":[{"model":"m"}],"n":1.0})")
        << QByteArray(R"({ "id":"msg_1", "model" : "al\"ias" ,"content":[{"model":"m"}],"n":1.0})");
    QTest::newRow("streamed")
        << QByteArray("event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"usage\":{},"
                      "\"model\":\"claude-x\"}}\r\n\r\n")
        << QByteArray("event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"usage\":{},"
                      "\"model\":\"al\\\"ias\"}}\r\n\r\n");
    QTest::newRow("without a model") << QByteArray(R"({"id":"msg_1"})") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("data: {\"model\":\ndata: \"claude-x\"}\n\n") << QByteArray();
}

void AnthropicRewriteTest::claudeCodeHearsItsOwnWordForTheModel() {
    QFETCH(QByteArray, reply);
    QFETCH(QByteArray, heard);
    const RequestEnvelope envelope = envelopeOf("user-agent", "claude-cli/2.1.197 (external, sdk-cli)");
    QVERIFY(envelope.wantsOwnModelName);
    const Dialect& dialect = anthropicMessagesDialect();
    QCOMPARE(QByteArray::fromStdString(dialect.touchedUp(reply.toStdString(), envelope)), heard);
    QCOMPARE(QByteArray::fromStdString(dialect.touchedUpStart(reply.toStdString(), envelope)), heard);
}

void AnthropicRewriteTest::othersHearTheUpstreamsWord() {
    const RequestEnvelope envelope = envelopeOf("user-agent", "Anthropic/JS 1.12.0");
    QVERIFY(!envelope.wantsOwnModelName);
    QCOMPARE(anthropicMessagesDialect().touchedUp(R"({"model":"claude-x"})", envelope), std::string());
}

void AnthropicRewriteTest::translatedRepliesNameTheModelTheSameWay() {
    for (const bool own : {true, false}) {
        RequestEnvelope envelope = envelopeOf(own ? "x-claude-code-session-id" : "x-other", "1");
        auto reply = anthropicMessagesDialect().encoder(envelope, {}, {});
        reply->add(event::Start{"id", "gemini-3-pro"});
        reply->add(event::TextDelta{"hi"});
        reply->add(event::Finish{});
        QCOMPARE(json::parse(reply->body({})).at("model").as_string().c_str(),
                 own ? "al\"ias" : "gemini-3-pro");
    }
}

QTEST_GUILESS_MAIN(AnthropicRewriteTest)
#include "tst_anthropic_rewrite.moc"
