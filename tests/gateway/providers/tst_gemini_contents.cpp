// Conversations as Gemini is told them.

#include "gateway/providers/gemini_contents.h"

#include "gemini_kit.h"

#include <QTest>

using namespace tollgate;
using namespace tollgate::gemini_kit;
using Kind = ContentPart::Kind;

namespace {

constexpr const char* kContents = "/contents";

ChatRequest conversation(std::vector<Message> messages) {
    ChatRequest request;
    request.messages = std::move(messages);
    return request;
}

/// A call of Gemini's own and what follows it.
ChatRequest afterCall(std::vector<ContentPart> results) {
    return conversation({message(Role::User, {text("q")}),
                         message(Role::Assistant, {toolCall("call_1", "look", "{}", "c2ln")}),
                         message(Role::Tool, std::move(results))});
}

} // namespace

class GeminiContentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rolesAreUserAndModel();
    void instructionsStandApart();
    void gemmaHearsInstructionsFromTheUser();
    void instructionsAloneBecomeTheUsersWords();
    void oneSideSpeaksOnceInARow();
    void anAssistantInFrontGetsAUser();
    void picturesAndFilesAreSent_data();
    void picturesAndFilesAreSent();
    void whatCannotBeSentIsRefused_data();
    void whatCannotBeSentIsRefused();
    void callsKeepTheirSignature();
    void foreignCallsGetThePlaceholderOnce();
    void olderModelsWantNoPlaceholder();
    void foreignSignaturesStayHere();
    void onlyGeminisOwnIdsAreToldToIt();
    void newerModelsPairResultsByAnyId();
    void newerModelsAreNotGivenABeginning();
    void resultsFindTheNameOfTheirCall();
    void resultsAreObjects_data();
    void resultsAreObjects();
    void resultsStandBeforeTheUsersWords();
    void resultsOfBothStylesAreOneTurn();
    void resultsFollowTheOrderOfTheirCalls_data();
    void resultsFollowTheOrderOfTheirCalls();
    void picturesInResultsAreInsideForNewModels();
    void picturesInResultsFollowAllResultsForOlderModels();
    void anOrphanResultIsRefused();
    void aCallWithoutResultIsAnswered();
    void aSecondResultOfACallIsLeftOut();
    void ownThoughtsGoBack();
    void foreignThoughtsAreDropped();
    void ownBlocksGoBackAsTheyCame();
    void whatHasNoPlaceIsReported();
};

void GeminiContentsTest::rolesAreUserAndModel() {
    Attempt attempt;
    QCOMPARE(
        attempt.at(conversation({message(Role::User, {text("hi")}), message(Role::Assistant, {text("yes?")}),
                                 message(Role::User, {text("żółć")})}),
                   kContents),
        std::string(R"([{"role":"user","parts":[{"text":"hi"}]},{"role":"model","parts":[{"text":"yes?"}]},)"
                    R"({"role":"user","parts":[{"text":"żółć"}]}])"));
    QCOMPARE(attempt.notes(), std::string());
}

void GeminiContentsTest::instructionsStandApart() {
    Attempt attempt;
    const ChatRequest request =
        conversation({message(Role::System, {text("a"), text("b")}), message(Role::User, {text("hi")}),
                      message(Role::Developer, {text("c")})});
    QCOMPARE(attempt.at(request, "/systemInstruction"),
             std::string(R"({"parts":[{"text":"a"},{"text":"b"},{"text":"c"}]})"));
    QCOMPARE(attempt.at(request, kContents), std::string(R"([{"role":"user","parts":[{"text":"hi"}]}])"));
    QCOMPARE(attempt.notes(), std::string("synthesised=messages[2]")); // its place is lost
}

void GeminiContentsTest::gemmaHearsInstructionsFromTheUser() {
    Attempt attempt("gemma-3-27b-it");
    const ChatRequest request =
        conversation({message(Role::System, {text("a"), text("b")}), message(Role::User, {text("hi")})});
    QCOMPARE(attempt.at(request, kContents),
             std::string(R"([{"role":"user","parts":[{"text":"a"},{"text":"b"},{"text":"hi"}]}])"));
    QCOMPARE(attempt.at(request, "/systemInstruction"), std::string("absent"));
    QCOMPARE(attempt.notes(), std::string("synthesised=messages"));
}

void GeminiContentsTest::instructionsAloneBecomeTheUsersWords() {
    Attempt attempt;
    const ChatRequest request = conversation({message(Role::System, {text("Say hello.")})});
    QCOMPARE(attempt.at(request, kContents),
             std::string(R"([{"role":"user","parts":[{"text":"Say hello."}]}])"));
    QCOMPARE(attempt.at(request, "/systemInstruction"), std::string("absent"));
    QCOMPARE(attempt.notes(), std::string("synthesised=messages"));
}

void GeminiContentsTest::oneSideSpeaksOnceInARow() {
    Attempt attempt;
    QCOMPARE(attempt.at(conversation({message(Role::User, {text("a")}), message(Role::User, {text("b")}),
                                      message(Role::Assistant, {text("c")}),
                                      message(Role::Assistant, {text(""), text("d")})}),
                        kContents),
             std::string(R"([{"role":"user","parts":[{"text":"a"},{"text":"b"}]},)"
                         R"({"role":"model","parts":[{"text":"c"},{"text":"d"}]}])"));
}

void GeminiContentsTest::anAssistantInFrontGetsAUser() {
    Attempt attempt;
    QCOMPARE(
        attempt.at(conversation({message(Role::Assistant, {text("a")}), message(Role::User, {text("b")})}),
                   "/contents/0"),
        std::string(R"({"role":"user","parts":[{"text":" "}]})"));
    QCOMPARE(attempt.notes(), std::string("synthesised=messages"));
}

void GeminiContentsTest::picturesAndFilesAreSent_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char* name, Kind kind, const char* url, const char* part) {
        QTest::newRow(name) << static_cast<int>(kind) << QByteArray(url) << QByteArray(part);
    };
    row("image data", Kind::Image, "data:image/png;base64,AAAA",
        R"({"inlineData":{"mimeType":"image/png","data":"AAAA"}})");
    row("image address", Kind::Image, "https://x.test/a/b.PNG?c=d.pdf",
        R"({"fileData":{"mimeType":"image/png","fileUri":"https://x.test/a/b.PNG?c=d.pdf"}})");
    row("image address that tells no type", Kind::Image, "https://x.test/picture",
        R"({"fileData":{"fileUri":"https://x.test/picture"}})");
    row("pdf", Kind::Document, "data:application/pdf;base64,AAAA",
        R"({"inlineData":{"mimeType":"application/pdf","data":"AAAA"}})");
    row("document by address", Kind::Document, "https://x.test/paper",
        R"({"fileData":{"mimeType":"application/pdf","fileUri":"https://x.test/paper"}})");
    row("audio", Kind::Audio, "data:audio/wav;base64,AAAA",
        R"({"inlineData":{"mimeType":"audio/wav","data":"AAAA"}})");
    row("audio by its other name", Kind::Audio, "data:audio/mpeg;base64,AAAA",
        R"({"inlineData":{"mimeType":"audio/mp3","data":"AAAA"}})");
}

void GeminiContentsTest::picturesAndFilesAreSent() {
    QFETCH(int, kind);
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, part);
    Attempt attempt("gemini-2.5-flash");
    QCOMPARE(
        attempt.at(conversation({message(Role::User, {file(static_cast<Kind>(kind), url.toStdString())})}),
                   "/contents/0/parts/0"),
        part.toStdString());
    QCOMPARE(attempt.notes(), std::string());
}

void GeminiContentsTest::whatCannotBeSentIsRefused_data() {
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("fileId");
    QTest::newRow("another provider's file")
        << QByteArray("gemini-3-pro") << QByteArray() << QByteArray("file-1");
    QTest::newRow("an address for 2.0")
        << QByteArray("gemini-2.0-flash") << QByteArray("https://x.test/a.png") << QByteArray();
    QTest::newRow("a path") << QByteArray("gemini-3-pro") << QByteArray("file:///etc/passwd") << QByteArray();
}

void GeminiContentsTest::whatCannotBeSentIsRefused() {
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, fileId);
    Attempt attempt(model.toStdString());
    ContentPart part = file(Kind::Image, url.toStdString());
    part.fileId = fileId.toStdString();
    QVERIFY(attempt.body(conversation({message(Role::User, {part})})).is_null());
    QCOMPARE(attempt.error.param, std::string("messages[0].content"));
    QVERIFY(attempt.error.code == ErrorCode::InvalidRequest);
}

void GeminiContentsTest::callsKeepTheirSignature() {
    Attempt attempt;
    QCOMPARE(attempt.at(
                 conversation({message(Role::User, {text("q")}),
                               message(Role::Assistant, {toolCall("call_1", "f", R"({"b":1,"a":2})", "c2ln"),
                                                         toolCall("call_2", "f")}),
                               message(Role::Tool, {toolResult("call_1", {text("1")})}),
                               message(Role::Tool, {toolResult("call_2", {text("2")})})}),
                 "/contents/1/parts"),
             std::string(R"([{"functionCall":{"name":"f","args":{"b":1,"a":2}},"thoughtSignature":"c2ln"},)"
                         R"({"functionCall":{"name":"f","args":{}}}])"));
    QCOMPARE(attempt.notes(), std::string());
}

void GeminiContentsTest::foreignCallsGetThePlaceholderOnce() {
    Attempt attempt;
    QCOMPARE(
        attempt.at(conversation({message(Role::User, {text("q")}),
                                 message(Role::Assistant, {toolCall("call_1", "f"), toolCall("call_2", "g")}),
                                 message(Role::Tool, {toolResult("call_1", {}), toolResult("call_2", {})})}),
                   "/contents/1/parts"),
        std::string(R"([{"functionCall":{"name":"f","args":{}},)"
                    R"("thoughtSignature":"skip_thought_signature_validator"},)"
                    R"({"functionCall":{"name":"g","args":{}}}])"));
    QCOMPARE(attempt.notes(), std::string("synthesised=messages[1].tool_calls"));
}

void GeminiContentsTest::olderModelsWantNoPlaceholder() {
    Attempt attempt("gemini-2.5-pro");
    QCOMPARE(attempt.at(conversation({message(Role::User, {text("q")}),
                                      message(Role::Assistant, {toolCall("call_1", "f")})}),
                        "/contents/1/parts"),
             std::string(R"([{"functionCall":{"name":"f","args":{}}}])"));
}

void GeminiContentsTest::foreignSignaturesStayHere() {
    Attempt attempt;
    ContentPart call = toolCall("toolu_1", "f", "{}", "anthropics");
    call.origin = Origin::Anthropic;
    const std::string body = attempt.at(
        conversation({message(Role::User, {text("q")}), message(Role::Assistant, {call})}), kContents);
    QVERIFY(body.find("anthropics") == std::string::npos);
    QVERIFY(body.find(kGeminiNoSignature) != std::string::npos);
}

void GeminiContentsTest::onlyGeminisOwnIdsAreToldToIt() {
    for (const std::string id : {"call_5f", "toolu_01", "tooluse_x", "fc_1"}) {
        Attempt attempt;
        const std::string body = attempt.at(
            conversation({message(Role::User, {text("q")}), message(Role::Assistant, {toolCall(id, "f")}),
                          message(Role::Tool, {toolResult(id, {text("1")})})}),
            kContents);
        QVERIFY2(body.find(id) == std::string::npos, body.c_str());
    }
    Attempt attempt;
    const ChatRequest own = conversation({message(Role::User, {text("q")}),
                                          message(Role::Assistant, {toolCall("8f2b1a3c", "f", "{}", "c2ln")}),
                                          message(Role::Tool, {toolResult("8f2b1a3c", {text("1")})})});
    QCOMPARE(attempt.at(own, "/contents/1/parts/0/functionCall/id"), std::string("\"8f2b1a3c\""));
    QCOMPARE(attempt.at(own, "/contents/2/parts/0/functionResponse/id"), std::string("\"8f2b1a3c\""));
}

void GeminiContentsTest::newerModelsPairResultsByAnyId() {
    for (const char* model : {"gemini-3.5-flash", "gemini-3.8-flash", "gemini-flash-latest"}) {
        Attempt attempt(model);
        const ChatRequest request = afterCall({toolResult("call_1", {text("a")})});
        QCOMPARE(attempt.at(request, "/contents/1/parts/0/functionCall/id"), std::string("\"call_1\""));
        QCOMPARE(attempt.at(request, "/contents/2/parts/0/functionResponse/id"), std::string("\"call_1\""));
    }
}

void GeminiContentsTest::newerModelsAreNotGivenABeginning() {
    const ChatRequest request =
        conversation({message(Role::User, {text("q")}), message(Role::Assistant, {text("It is")})});
    Attempt older("gemini-3.5-flash");
    QCOMPARE(older.at(request, "/contents/2"), std::string("absent"));
    QCOMPARE(older.notes(), std::string());
    for (const char* model : {"gemini-3.5-flash-lite", "gemini-3.6-flash", "gemini-4-pro"}) {
        Attempt attempt(model);
        QCOMPARE(attempt.at(request, "/contents/2"),
                 std::string(R"({"role":"user","parts":[{"text":"Continue."}]})"));
        QCOMPARE(attempt.notes(), std::string("synthesised=messages"));
    }
}

void GeminiContentsTest::resultsFindTheNameOfTheirCall() {
    Attempt attempt;
    const ChatRequest request = conversation(
        {message(Role::User, {text("q")}),
         message(Role::Assistant, {toolCall("call_1", "first"), toolCall("call_2", "mcp.tool/two")}),
         message(Role::Tool, {toolResult("call_2", {text("b")})}),
         message(Role::Tool, {toolResult("call_1", {text("a")})})});
    const std::string sent =
        boost::json::parse(attempt.at(request, "/contents/1/parts/1/functionCall/name")).as_string().c_str();
    QVERIFY(sent.starts_with("mcp_tool_two"));
    // In the order of the calls, whichever answered first.
    QCOMPARE(attempt.at(request, "/contents/2/parts/0/functionResponse/name"), std::string("\"first\""));
    QCOMPARE(attempt.at(request, "/contents/2/parts/1/functionResponse/name"), "\"" + sent + "\"");
    QCOMPARE(attempt.hints.toolNames.size(), std::size_t(1));
    QCOMPARE(attempt.hints.toolNames.front().second, std::string("mcp.tool/two"));
}

void GeminiContentsTest::resultsAreObjects_data() {
    QTest::addColumn<QByteArray>("result");
    QTest::addColumn<bool>("isError");
    QTest::addColumn<QByteArray>("response");
    QTest::newRow("text") << QByteArray("7 degrees") << false << QByteArray(R"({"output":"7 degrees"})");
    QTest::newRow("nothing") << QByteArray("") << false << QByteArray(R"({"output":""})");
    QTest::newRow("number") << QByteArray("7.0") << false << QByteArray(R"({"output":"7.0"})");
    QTest::newRow("object") << QByteArray(R"({"b":1,"a":[2]})") << false << QByteArray(R"({"b":1,"a":[2]})");
    QTest::newRow("list") << QByteArray("[1,2]") << false << QByteArray(R"({"output":[1,2]})");
    QTest::newRow("error") << QByteArray("no such city") << true << QByteArray(R"({"error":"no such city"})");
    QTest::newRow("error object") << QByteArray(R"({"code":5})") << true
                                  << QByteArray(R"({"error":{"code":5}})");
    QTest::newRow("only sounds like one")
        << QByteArray("Error: none") << false << QByteArray(R"({"output":"Error: none"})");
}

void GeminiContentsTest::resultsAreObjects() {
    QFETCH(QByteArray, result);
    QFETCH(bool, isError);
    QFETCH(QByteArray, response);
    Attempt attempt;
    QCOMPARE(attempt.at(afterCall({toolResult("call_1", {text(result.toStdString())}, isError)}),
                        "/contents/2/parts/0/functionResponse"),
             R"({"name":"look","response":)" + response.toStdString() + "}");
}

void GeminiContentsTest::resultsStandBeforeTheUsersWords() {
    Attempt attempt;
    ChatRequest request = afterCall({text("thanks"), toolResult("call_1", {text("a")})});
    request.messages.back().role = Role::User; // as Anthropic's callers say it
    QCOMPARE(
        attempt.at(request, "/contents/2/parts"),
        std::string(R"([{"functionResponse":{"name":"look","response":{"output":"a"}}},{"text":"thanks"}])"));
}

void GeminiContentsTest::resultsOfBothStylesAreOneTurn() {
    Attempt attempt;
    ChatRequest request = afterCall({toolResult("call_1", {text("a")})});
    request.messages.push_back(message(Role::User, {text("and now?")}));
    QCOMPARE(attempt.at(request, "/contents/2"),
             std::string(R"({"role":"user","parts":[{"functionResponse":{"name":"look","response":)"
                         R"({"output":"a"}}},{"text":"and now?"}]})"));
    QCOMPARE(attempt.at(request, "/contents/3"), std::string("absent"));
}

void GeminiContentsTest::resultsFollowTheOrderOfTheirCalls_data() {
    QTest::addColumn<bool>("together");
    QTest::newRow("one message with all results") << true;
    QTest::newRow("one message per result") << false;
}

void GeminiContentsTest::resultsFollowTheOrderOfTheirCalls() {
    QFETCH(bool, together);
    Attempt attempt("gemini-2.5-flash");
    const ContentPart first = toolResult("call_1", {text("1")});
    const ContentPart second = toolResult("call_2", {text("2")});
    ChatRequest request =
        conversation({message(Role::User, {text("q")}),
                      message(Role::Assistant, {toolCall("call_1", "f"), toolCall("call_2", "f")})});
    if (together) {
        request.messages.push_back(message(Role::User, {second, first}));
    } else {
        request.messages.push_back(message(Role::Tool, {second}));
        request.messages.push_back(message(Role::Tool, {first}));
    }
    QCOMPARE(attempt.at(request, "/contents/2/parts"),
             std::string(R"([{"functionResponse":{"name":"f","response":{"output":"1"}}},)"
                         R"({"functionResponse":{"name":"f","response":{"output":"2"}}}])"));
}

void GeminiContentsTest::picturesInResultsAreInsideForNewModels() {
    Attempt attempt("gemini-3-pro-preview");
    QCOMPARE(attempt.at(afterCall({toolResult(
                            "call_1", {text("see"), file(Kind::Image, "data:image/png;base64,AA==")})}),
                        "/contents/2/parts"),
             std::string(R"([{"functionResponse":{"name":"look","response":{"output":"see"},)"
                         R"("parts":[{"inlineData":{"mimeType":"image/png","data":"AA=="}}]}}])"));
    QCOMPARE(attempt.notes(), std::string());
}

void GeminiContentsTest::picturesInResultsFollowAllResultsForOlderModels() {
    Attempt attempt("gemini-2.5-flash");
    const ChatRequest request = conversation(
        {message(Role::User, {text("q")}),
         message(Role::Assistant, {toolCall("call_1", "f"), toolCall("call_2", "g")}),
         message(Role::Tool, {toolResult("call_1", {file(Kind::Image, "data:image/png;base64,AA==")})}),
         message(Role::Tool, {toolResult("call_2", {text("2")})}), message(Role::User, {text("well?")})});
    QCOMPARE(attempt.at(request, "/contents/2/parts"),
             std::string(R"([{"functionResponse":{"name":"f","response":{"output":""}}},)"
                         R"({"functionResponse":{"name":"g","response":{"output":"2"}}},)"
                         R"({"text":"Attached to the results of the tools above:"},)"
                         R"({"inlineData":{"mimeType":"image/png","data":"AA=="}},{"text":"well?"}])"));
    QCOMPARE(attempt.notes(), std::string("synthesised=messages[2]"));
}

void GeminiContentsTest::anOrphanResultIsRefused() {
    Attempt attempt;
    QVERIFY(attempt.body(conversation({message(Role::Tool, {toolResult("call_9", {text("a")})})})).is_null());
    QCOMPARE(attempt.error.param, std::string("messages[0].tool_call_id"));
}

void GeminiContentsTest::aCallWithoutResultIsAnswered() {
    Attempt attempt("gemini-2.5-flash");
    const std::vector<ContentPart> calls{toolCall("call_1", "f"), toolCall("call_2", "g")};
    const std::string missing =
        R"({"functionResponse":{"name":"f","response":{"error":"No result was given."}}})";
    const std::string given = R"({"functionResponse":{"name":"g","response":{"output":"2"}}})";
    const ChatRequest some = conversation({message(Role::User, {text("q")}), message(Role::Assistant, calls),
                                           message(Role::Tool, {toolResult("call_2", {text("2")})}),
                                           message(Role::User, {text("go")})});
    QCOMPARE(attempt.at(some, "/contents/2/parts"), "[" + missing + "," + given + R"(,{"text":"go"}])");
    const ChatRequest none =
        conversation({message(Role::User, {text("q")}), message(Role::Assistant, {calls.front()})});
    QCOMPARE(attempt.at(none, "/contents/2/parts"), "[" + missing + "]");
    // Two messages of one assistant are one turn: nothing is answered between them.
    const ChatRequest apart = conversation(
        {message(Role::User, {text("q")}), message(Role::Assistant, {calls.front()}),
         message(Role::Assistant, {calls.back()}), message(Role::Tool, {toolResult("call_2", {text("2")})})});
    QCOMPARE(attempt.at(apart, "/contents/2/parts"), "[" + missing + "," + given + "]");
}

void GeminiContentsTest::aSecondResultOfACallIsLeftOut() {
    Attempt attempt("gemini-2.5-flash");
    const ChatRequest request =
        conversation({message(Role::User, {text("q")}), message(Role::Assistant, {toolCall("call_1", "f")}),
                      message(Role::Tool, {toolResult("call_1", {text("1")})}),
                      message(Role::Tool, {toolResult("call_1", {text("again")})})});
    QCOMPARE(attempt.at(request, "/contents/2/parts"),
             std::string(R"([{"functionResponse":{"name":"f","response":{"output":"1"}}}])"));
}

void GeminiContentsTest::ownThoughtsGoBack() {
    ContentPart thought;
    thought.kind = Kind::Reasoning;
    thought.origin = Origin::Gemini;
    thought.text = "hm";
    thought.signature = "c2ln";
    ContentPart bare = thought;
    bare.text.clear();
    Attempt attempt;
    const ChatRequest request =
        conversation({message(Role::User, {text("q")}), message(Role::Assistant, {thought, text("a"), bare}),
                      message(Role::User, {text("r")}), message(Role::Assistant, {bare})});
    QCOMPARE(attempt.at(request, "/contents/1/parts"),
             std::string(R"([{"text":"hm","thought":true,"thoughtSignature":"c2ln"},)"
                         R"({"text":"a","thoughtSignature":"c2ln"}])"));
    QCOMPARE(attempt.at(request, "/contents/3/parts"),
             std::string(R"([{"text":"","thoughtSignature":"c2ln"}])"));
    QCOMPARE(attempt.notes(), std::string());
}

void GeminiContentsTest::foreignThoughtsAreDropped() {
    ContentPart thought;
    thought.kind = Kind::Reasoning;
    thought.origin = Origin::Anthropic;
    thought.text = "hm";
    thought.signature = "secret";
    Attempt attempt;
    QCOMPARE(attempt.at(conversation({message(Role::User, {text("q")}),
                                      message(Role::Assistant, {thought, text("a")})}),
                        "/contents/1/parts"),
             std::string(R"([{"text":"a"}])"));
    QCOMPARE(attempt.notes(), std::string("dropped=messages[1].thinking"));
}

void GeminiContentsTest::ownBlocksGoBackAsTheyCame() {
    ContentPart own;
    own.kind = Kind::Opaque;
    own.origin = Origin::Gemini;
    own.opaque = boost::json::parse(R"({"executableCode":{"language":"PYTHON","code":"1"}})");
    ContentPart other = own;
    other.origin = Origin::Anthropic;
    Attempt attempt;
    QCOMPARE(
        attempt.at(conversation({message(Role::User, {text("q")}), message(Role::Assistant, {own, other})}),
                   "/contents/1/parts"),
        std::string(R"([{"executableCode":{"language":"PYTHON","code":"1"}}])"));
    QCOMPARE(attempt.notes(), std::string("dropped=messages[1].content"));
}

void GeminiContentsTest::whatHasNoPlaceIsReported() {
    Attempt attempt;
    Message named = message(Role::User, {text("a")});
    named.name = "eve";
    named.parts.front().cache = CacheMark{};
    ContentPart document;
    document.kind = Kind::Document;
    document.name = "notes.txt";
    document.text = "words";
    named.parts.push_back(document);
    document.text.clear();
    document.url = "data:application/pdf;base64,AA==";
    named.parts.push_back(document);
    QCOMPARE(attempt.at(conversation({named}), "/contents/0/parts/1"),
             std::string(R"({"text":"notes.txt\n\nwords"})")); // a text can carry its name
    QCOMPARE(attempt.notes(), std::string("dropped=messages[0].name,cache_control,messages[0].content"));
}

QTEST_GUILESS_MAIN(GeminiContentsTest)
#include "tst_gemini_contents.moc"
