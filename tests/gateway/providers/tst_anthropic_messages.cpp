// Conversations of other dialects in the shape of Anthropic's Messages API.

#include "gateway/providers/adapters.h"

#include "request_parts.h"

#include <QRegularExpression>
#include <QTest>

using namespace tollgate;
using namespace tollgate::test;

namespace {

using Kind = ContentPart::Kind;

Encoded encode(std::vector<Message> messages, const std::string& model = "claude-sonnet-4-5") {
    ChatRequest request;
    request.messages = std::move(messages);
    request.tools = {tool("f"), tool("g")};
    request.maxTokens = 100;
    return encodeWith(anthropicAdapter(), request, model);
}

std::string messagesOf(std::vector<Message> messages) {
    return encode(std::move(messages)).at("/messages");
}

std::string contentOf(ContentPart part) {
    const Encoded encoded = encode({message(Role::User, {std::move(part)})});
    return encoded.body.is_string() ? std::string(encoded.body.as_string())
                                    : encoded.at("/messages/0/content/0");
}

} // namespace

class AnthropicMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void systemAndDeveloperTextsGoToTheTopInOrder();
    void consecutiveTurnsOfOneSideAreOne();
    void resultsOfToolsAreOneTurnAndComeFirst();
    void resultsInsideUserMessagesComeFirstToo();
    void callsHaveObjectsForArguments();
    void orphanResultsAreDropped();
    void callsWithoutResultsAreAnswered();
    void idsAreSanitisedOnBothSides();
    void repeatedIdsBecomeUnique();
    void theFirstMessageIsTheUsers();
    void emptyTextsAreDropped();
    void theLastTurnHasNoTrailingWhitespace();
    void modelsWithoutPrefillAreAskedToContinue();
    void signedThoughtsGoBackUnchangedAndFirst();
    void foreignThoughtsAreDropped();
    void opaqueBlocksGoBackAsTheyCame();
    void imagesHaveTheExactShape();
    void documentsHaveTheExactShape();
    void whatCannotBeSaidIsRefused_data();
    void whatCannotBeSaidIsRefused();
    void richAndFailedResultsAreKept();
    void cacheMarksAreKept();
    void namesOfTurnsAreReported();
};

void AnthropicMessagesTest::systemAndDeveloperTextsGoToTheTopInOrder() {
    Message system = message(Role::System, "one");
    system.parts.front().cache = CacheMark{"1h"};
    const Encoded encoded =
        encode({system, message(Role::Developer, "two"), message(Role::User, "hi"),
                message(Role::Assistant, "ho"), message(Role::System, "three"), message(Role::User, "go")});
    QCOMPARE(encoded.at("/system"),
             std::string(R"([{"type":"text","text":"one","cache_control":{"type":"ephemeral","ttl":"1h"}},)"
                         R"({"type":"text","text":"two"},{"type":"text","text":"three"}])"));
    QCOMPARE(encoded.at("/messages/2/content/0/text"), std::string(R"("go")"));
    QCOMPARE(encoded.summary(), std::string("synthesised=messages[4]"));
}

void AnthropicMessagesTest::consecutiveTurnsOfOneSideAreOne() {
    QCOMPARE(
        messagesOf({message(Role::User, "a"), message(Role::User, "b"), message(Role::Assistant, "c"),
                    message(Role::Assistant, "d"), message(Role::User, "e")}),
        std::string(R"([{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},)"
                    R"({"role":"assistant","content":[{"type":"text","text":"c"},)"
                    R"({"type":"text","text":"d"}]},)"
                    R"({"role":"user","content":[{"type":"text","text":"e"}]}])"));
}

void AnthropicMessagesTest::resultsOfToolsAreOneTurnAndComeFirst() {
    const Encoded encoded =
        encode({message(Role::User, "a"), message(Role::Assistant, {callPart("1", "f"), callPart("2", "g")}),
                message(Role::Tool, {resultPart("2", "two")}), message(Role::User, "and?"),
                message(Role::Tool, {resultPart("1", "one")})});
    QCOMPARE(
        encoded.at("/messages/2"),
        std::string(R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"2",)"
                    R"("content":[{"type":"text","text":"two"}]},{"type":"tool_result","tool_use_id":"1",)"
                    R"("content":[{"type":"text","text":"one"}]},{"type":"text","text":"and?"}]})"));
    QCOMPARE(encoded.at("/messages/3"), std::string("absent"));
    QCOMPARE(encoded.summary(), std::string());
}

void AnthropicMessagesTest::resultsInsideUserMessagesComeFirstToo() {
    const Encoded encoded = encode({message(Role::User, "a"), message(Role::Assistant, {callPart("1", "f")}),
                                    message(Role::User, {textPart("look"), resultPart("1", "one")})});
    QCOMPARE(encoded.at("/messages/2/content/0/type"), std::string(R"("tool_result")"));
    QCOMPARE(encoded.at("/messages/2/content/1/text"), std::string(R"("look")"));
}

void AnthropicMessagesTest::callsHaveObjectsForArguments() {
    const Encoded encoded =
        encode({message(Role::User, "a"),
                message(Role::Assistant, {textPart("Wait."), callPart("1", "f", R"({"b":1,"a":[2.5]})"),
                                          callPart("2", "g", ""), callPart("3", "g", "[1]")}),
                message(Role::Tool, {resultPart("1", "x"), resultPart("2", "y"), resultPart("3", "z")})});
    QCOMPARE(encoded.at("/messages/1/content/0"), std::string(R"({"type":"text","text":"Wait."})"));
    QCOMPARE(encoded.at("/messages/1/content/1"),
             std::string(R"({"type":"tool_use","id":"1","name":"f","input":{"b":1,"a":[2.5E0]}})"));
    QCOMPARE(encoded.at("/messages/1/content/2/input"), std::string("{}"));
    QCOMPARE(encoded.at("/messages/1/content/3/input"), std::string(R"({"input":[1]})"));
}

void AnthropicMessagesTest::orphanResultsAreDropped() {
    const Encoded encoded =
        encode({message(Role::User, "a"), message(Role::Tool, {resultPart("9", "lost")}),
                message(Role::Assistant, {callPart("1", "f")}), message(Role::Tool, {resultPart("1", "one")}),
                message(Role::Tool, {resultPart("1", "again")}), message(Role::Assistant, "b"),
                message(Role::Tool, {resultPart("1", "late")}), message(Role::User, "c")});
    QCOMPARE(encoded.at("/messages/0/content"), std::string(R"([{"type":"text","text":"a"}])"));
    QCOMPARE(encoded.at("/messages/2/content/1"), std::string("absent"));
    QCOMPARE(encoded.at("/messages/4/content"), std::string(R"([{"type":"text","text":"c"}])"));
    QCOMPARE(encoded.summary(),
             std::string("dropped=messages[1].content,messages[4].content,messages[6].content"));
}

void AnthropicMessagesTest::callsWithoutResultsAreAnswered() {
    const Encoded encoded =
        encode({message(Role::User, "a"), message(Role::Assistant, {callPart("1", "f"), callPart("2", "g")}),
                message(Role::Tool, {resultPart("1", "one")})});
    QCOMPARE(encoded.at("/messages/2/content/1"),
             std::string(R"({"type":"tool_result","tool_use_id":"2","content":[{"type":"text",)"
                         R"("text":"No result was given."}],"is_error":true})"));
    QCOMPARE(encoded.summary(), std::string("synthesised=messages[1].tool_calls"));
}

void AnthropicMessagesTest::idsAreSanitisedOnBothSides() {
    const Encoded encoded =
        encode({message(Role::User, "a"), message(Role::Assistant, {callPart("call:1/ä", "my.tool")}),
                message(Role::Tool, {resultPart("call:1/ä", "x")})});
    const std::string id = encoded.at("/messages/1/content/0/id");
    QCOMPARE(id, encoded.at("/messages/2/content/0/tool_use_id"));
    const QRegularExpression safe(QStringLiteral("^\"[a-zA-Z0-9_-]{1,64}\"$"));
    QVERIFY(safe.match(QString::fromStdString(id)).hasMatch());
    const std::string name = encoded.at("/messages/1/content/0/name");
    QVERIFY(safe.match(QString::fromStdString(name)).hasMatch());
    QCOMPARE(encoded.hints.toolNames.size(), std::size_t(1));
    QCOMPARE(encoded.hints.toolNames.front().second, std::string("my.tool"));
    QCOMPARE("\"" + encoded.hints.toolNames.front().first + "\"", name);
}

void AnthropicMessagesTest::repeatedIdsBecomeUnique() {
    const Encoded encoded =
        encode({message(Role::User, "a"), message(Role::Assistant, {callPart("call_f", "f")}),
                message(Role::Tool, {resultPart("call_f", "1")}),
                message(Role::Assistant, {callPart("call_f", "f")}),
                message(Role::Tool, {resultPart("call_f", "2")})});
    QCOMPARE(encoded.at("/messages/1/content/0/id"), encoded.at("/messages/2/content/0/tool_use_id"));
    QCOMPARE(encoded.at("/messages/3/content/0/id"), encoded.at("/messages/4/content/0/tool_use_id"));
    QVERIFY(encoded.at("/messages/1/content/0/id") != encoded.at("/messages/3/content/0/id"));
    const Encoded nameless =
        encode({message(Role::User, "a"), message(Role::Assistant, {callPart("", "f"), callPart("", "g")}),
                message(Role::Tool, {resultPart("", "1")}), message(Role::Tool, {resultPart("", "2")})});
    for (const char* at : {"0", "1"}) {
        const std::string block = std::string("/content/") + at;
        QCOMPARE(nameless.at("/messages/1" + block + "/id"),
                 nameless.at("/messages/2" + block + "/tool_use_id"));
    }
    QVERIFY(nameless.at("/messages/1/content/0/id") != nameless.at("/messages/1/content/1/id"));
}

void AnthropicMessagesTest::theFirstMessageIsTheUsers() {
    const Encoded greeting = encode({message(Role::Assistant, "Hello!"), message(Role::User, "hi")});
    QCOMPARE(greeting.at("/messages/0/role"), std::string(R"("user")"));
    QCOMPARE(greeting.at("/messages/1/content/0/text"), std::string(R"("Hello!")"));
    QCOMPARE(greeting.summary(), std::string("synthesised=messages"));
    const Encoded systemOnly = encode({message(Role::System, "be brief")});
    QCOMPARE(systemOnly.at("/messages/0/role"), std::string(R"("user")"));
}

void AnthropicMessagesTest::emptyTextsAreDropped() {
    QCOMPARE(messagesOf({message(Role::System, " "), message(Role::User, {textPart(""), textPart("a")}),
                         message(Role::Assistant, " \n"), message(Role::User, "b")}),
             std::string(
                 R"([{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}])"));
}

void AnthropicMessagesTest::theLastTurnHasNoTrailingWhitespace() {
    const std::vector<Message> messages{message(Role::User, "a "), message(Role::Assistant, "b \n"),
                                        message(Role::User, "c"),
                                        message(Role::Assistant, "The answer is \n")};
    const Encoded encoded = encode(messages);
    QCOMPARE(encoded.at("/messages/0/content/0/text"), std::string(R"("a ")"));
    QCOMPARE(encoded.at("/messages/1/content/0/text"), std::string(R"("b \n")"));
    QCOMPARE(encoded.at("/messages/3/content/0/text"), std::string(R"("The answer is")"));
    QCOMPARE(encoded.at("/messages/4"), std::string("absent"));
}

void AnthropicMessagesTest::modelsWithoutPrefillAreAskedToContinue() {
    const std::vector<Message> messages{message(Role::User, "a"), message(Role::Assistant, "b")};
    const Encoded encoded = encode(messages, "claude-opus-4-6");
    QCOMPARE(encoded.at("/messages/2/role"), std::string(R"("user")"));
    QCOMPARE(encoded.summary(), std::string("synthesised=messages"));
    ContentPart paused;
    paused.kind = Kind::Opaque;
    paused.origin = Origin::Anthropic;
    paused.opaque =
        boost::json::parse(R"({"type":"server_tool_use","id":"s","name":"web_search","input":{}})");
    const Encoded pause =
        encode({message(Role::User, "a"), message(Role::Assistant, {paused})}, "claude-opus-4-6");
    QCOMPARE(pause.at("/messages/2"), std::string("absent"));
}

void AnthropicMessagesTest::signedThoughtsGoBackUnchangedAndFirst() {
    ContentPart redacted = thoughtPart({}, "EncRyp+/=ted", Origin::Anthropic);
    redacted.redacted = true;
    const std::string thought = "I  think\n\"\xC5\xBC\"\t\x01";
    const Encoded encoded =
        encode({message(Role::User, "a"),
                message(Role::Assistant, {textPart("b"), thoughtPart(thought, "sig+/==", Origin::Anthropic),
                                          redacted, callPart("1", "f")}),
                message(Role::Tool, {resultPart("1", "x")})});
    const boost::json::value& block = encoded.body.at_pointer("/messages/1/content/0");
    QCOMPARE(std::string(block.at("thinking").as_string()), thought);
    QCOMPARE(std::string(block.at("signature").as_string()), std::string("sig+/=="));
    QCOMPARE(encoded.at("/messages/1/content/1"),
             std::string(R"({"type":"redacted_thinking","data":"EncRyp+/=ted"})"));
    QCOMPARE(encoded.at("/messages/1/content/2/type"), std::string(R"("text")"));
    QCOMPARE(encoded.at("/messages/1/content/3/type"), std::string(R"("tool_use")"));
    // Where a thought leads already, the order is the model's own.
    const Encoded interleaved =
        encode({message(Role::User, "a"),
                message(Role::Assistant, {thoughtPart("1", "s1", Origin::Anthropic), textPart("b"),
                                          thoughtPart("2", "s2", Origin::Bedrock), textPart("c")}),
                message(Role::User, "d")});
    QCOMPARE(interleaved.at("/messages/1/content/1/type"), std::string(R"("text")"));
    QCOMPARE(interleaved.at("/messages/1/content/2/signature"), std::string(R"("s2")"));
}

void AnthropicMessagesTest::foreignThoughtsAreDropped() {
    ContentPart redacted = thoughtPart({}, "x", Origin::Bedrock);
    redacted.redacted = true;
    const Encoded encoded =
        encode({message(Role::User, "a"),
                message(Role::Assistant, {thoughtPart("o", "sig", Origin::OpenAi),
                                          thoughtPart("u", "", Origin::Anthropic), redacted, textPart("b")}),
                message(Role::User, "c")});
    QCOMPARE(encoded.at("/messages/1/content"), std::string(R"([{"type":"text","text":"b"}])"));
    QCOMPARE(encoded.summary(), std::string("dropped=messages[1].thinking"));
}

void AnthropicMessagesTest::opaqueBlocksGoBackAsTheyCame() {
    const std::string block = R"({"type":"web_search_tool_result","tool_use_id":"srvtoolu_1","content":[]})";
    ContentPart own;
    own.kind = Kind::Opaque;
    own.origin = Origin::Anthropic;
    own.opaque = boost::json::parse(block);
    ContentPart foreign = own;
    foreign.origin = Origin::OpenAi;
    const Encoded encoded =
        encode({message(Role::User, "a"), message(Role::Assistant, {own, foreign, textPart("b")}),
                message(Role::User, "c")});
    QCOMPARE(encoded.at("/messages/1/content/0"), block);
    QCOMPARE(encoded.at("/messages/1/content/1/type"), std::string(R"("text")"));
    QCOMPARE(encoded.summary(), std::string("dropped=messages[1].content"));
}

void AnthropicMessagesTest::imagesHaveTheExactShape() {
    QCOMPARE(contentOf(mediaPart(Kind::Image, "data:image/jpg;base64,AAAA")),
             std::string(
                 R"({"type":"image","source":{"type":"base64","media_type":"image/jpeg","data":"AAAA"}})"));
    const std::string byAddress = R"({"type":"image","source":{"type":"url","url":"https://x/y.png"}})";
    QCOMPARE(contentOf(mediaPart(Kind::Image, "https://x/y.png")), byAddress);
    ContentPart file = mediaPart(Kind::Image, "");
    file.fileId = "file_011";
    QCOMPARE(contentOf(file),
             std::string(R"({"type":"image","source":{"type":"file","file_id":"file_011"}})"));
    ContentPart detailed = mediaPart(Kind::Image, "https://x/y.png");
    detailed.detail = "low";
    QCOMPARE(encode({message(Role::User, {detailed})}).summary(),
             std::string("dropped=messages[0].content.detail"));
}

void AnthropicMessagesTest::documentsHaveTheExactShape() {
    ContentPart pdf = mediaPart(Kind::Document, "data:application/pdf;base64,JVBERi0=");
    pdf.name = "a.pdf";
    QCOMPARE(contentOf(pdf),
             std::string(R"({"type":"document","source":{"type":"base64","media_type":"application/pdf",)"
                         R"("data":"JVBERi0="},"title":"a.pdf"})"));
    const std::string byAddress = R"({"type":"document","source":{"type":"url","url":"https://x/a.pdf"}})";
    QCOMPARE(contentOf(mediaPart(Kind::Document, "https://x/a.pdf")), byAddress);
    QCOMPARE(contentOf(mediaPart(Kind::Document, "data:text/plain;base64,aMOpIQ==")),
             std::string("{\"type\":\"document\",\"source\":{\"type\":\"text\",\"media_type\":\"text/plain\","
                         "\"data\":\"h\xC3\xA9!\"}}"));
    ContentPart text = mediaPart(Kind::Document, "");
    text.text = "words";
    QCOMPARE(contentOf(text), std::string(R"({"type":"document","source":{"type":"text","media_type":)"
                                          R"("text/plain","data":"words"}})"));
}

void AnthropicMessagesTest::whatCannotBeSaidIsRefused_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<std::string>("url");
    QTest::addColumn<std::string>("fileId");
    const auto row = [](const char* name, Kind kind, const char* url, const char* fileId) {
        QTest::newRow(name) << static_cast<int>(kind) << std::string(url) << std::string(fileId);
    };
    row("audio", Kind::Audio, "data:audio/wav;base64,AAAA", "");
    row("bitmap", Kind::Image, "data:image/bmp;base64,AAAA", "");
    row("another's image", Kind::Image, "", "file-abc");
    row("nothing", Kind::Image, "", "");
    row("word file", Kind::Document, "data:application/msword;base64,AAAA", "");
    row("another's document", Kind::Document, "", "file-abc");
    row("odd scheme", Kind::Document, "s3://bucket/key", "");
}

void AnthropicMessagesTest::whatCannotBeSaidIsRefused() {
    QFETCH(int, kind);
    QFETCH(std::string, url);
    QFETCH(std::string, fileId);
    ContentPart part = mediaPart(static_cast<Kind>(kind), url);
    part.fileId = fileId;
    QCOMPARE(contentOf(part), std::string("refused messages[0].content"));
}

void AnthropicMessagesTest::richAndFailedResultsAreKept() {
    ContentPart result = resultPart("1", "see");
    result.isError = true;
    result.parts.push_back(textPart(""));
    result.parts.push_back(mediaPart(Kind::Image, "data:image/png;base64,AAAA"));
    ContentPart silent = resultPart("2", "");
    const Encoded encoded =
        encode({message(Role::User, "a"), message(Role::Assistant, {callPart("1", "f"), callPart("2", "f")}),
                message(Role::Tool, {result}), message(Role::Tool, {silent})});
    QCOMPARE(encoded.at("/messages/2/content/0"),
             std::string(R"({"type":"tool_result","tool_use_id":"1","content":[{"type":"text","text":"see"},)"
                         R"({"type":"image","source":{"type":"base64","media_type":"image/png",)"
                         R"("data":"AAAA"}}],"is_error":true})"));
    QCOMPARE(encoded.at("/messages/2/content/1"), std::string(R"({"type":"tool_result","tool_use_id":"2"})"));
}

void AnthropicMessagesTest::cacheMarksAreKept() {
    ContentPart text = textPart("long");
    text.cache = CacheMark{};
    ContentPart result = resultPart("1", "x");
    result.cache = CacheMark{"5m"};
    const Encoded encoded =
        encode({message(Role::User, {text}), message(Role::Assistant, {callPart("1", "f")}),
                message(Role::Tool, {result})});
    QCOMPARE(encoded.at("/messages/0/content/0/cache_control"), std::string(R"({"type":"ephemeral"})"));
    QCOMPARE(encoded.at("/messages/2/content/0/cache_control"),
             std::string(R"({"type":"ephemeral","ttl":"5m"})"));
    QCOMPARE(encoded.at("/messages/2/content/0/content/0/cache_control"), std::string("absent"));
}

void AnthropicMessagesTest::namesOfTurnsAreReported() {
    Message named = message(Role::User, "a");
    named.name = "eve";
    QCOMPARE(encode({named}).summary(), std::string("dropped=messages[0].name"));
}

QTEST_GUILESS_MAIN(AnthropicMessagesTest)
#include "tst_anthropic_messages.moc"
