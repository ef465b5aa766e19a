// Replies of Bedrock's Converse and events of its streams.

#include "gateway/providers/bedrock_reply.h"

#include "reply_lines.h"

#include <QTest>

using namespace tollgate;
using namespace tollgate::test;

namespace {

class Stream {
public:
    explicit Stream(ReplyHints hints = {})
        : decoder(makeBedrockReplyDecoder(std::move(hints))) {}

    std::string read(std::string_view name, std::string_view data) {
        std::vector<ChatEvent> events;
        decoder->event(name, data, events);
        return joined(linesOf(events));
    }
    std::string start(int index, const std::string& members) {
        return read("contentBlockStart",
                    R"({"contentBlockIndex":)" + std::to_string(index) + R"(,"start":)" + members + "}");
    }
    std::string delta(int index, const std::string& members) {
        return read("contentBlockDelta", R"({"contentBlockIndex":)" + std::to_string(index) + R"(,"delta":)" +
                                             members + R"(,"p":"abcd"})");
    }
    std::string input(int index, std::string_view piece) {
        return delta(index,
                     R"({"toolUse":{"input":)" + boost::json::serialize(boost::json::string(piece)) + "}}");
    }
    std::string stop(int index) {
        return read("contentBlockStop", R"({"contentBlockIndex":)" + std::to_string(index) + "}");
    }
    std::string end(const std::string& reason) {
        return read("messageStop", R"({"stopReason":")" + reason + R"("})");
    }
    void begin() { read("messageStart", R"({"role":"assistant"})"); }

    std::unique_ptr<ReplyDecoder> decoder;
};

std::string body(std::string_view text, ReplyHints hints = {}) {
    std::vector<ChatEvent> events;
    const auto decoder = makeBedrockReplyDecoder(std::move(hints));
    decoder->body(text, events);
    return decoder->malformed() ? "malformed " + decoder->streamError() : joined(linesOf(events));
}

std::string content(const std::string& blocks, ReplyHints hints = {}) {
    return body(R"({"output":{"message":{"role":"assistant","content":[)" + blocks +
                    R"(]}},"stopReason":"end_turn"})",
                std::move(hints));
}

} // namespace

class BedrockReplyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeRepliesAreRead();
    void repliesWithoutOutputAreMalformed_data();
    void repliesWithoutOutputAreMalformed();
    void anOrdinaryStreamIsRead();
    void stopReasons_data();
    void stopReasons();
    void stopSequencesAreTold();
    void brokenOutputIsAnError();
    void usageBucketsAreDisjoint_data();
    void usageBucketsAreDisjoint();
    void toolCallsCountFromZero();
    void changedNamesAreTheCallersAgain();
    void theUnwrappedToolIsTheAnswer();
    void reasoningIsSignedWhenItEnds();
    void citationsAreRead();
    void otherBlocksComeWhole();
    void exceptionsAreErrors_data();
    void exceptionsAreErrors();
    void unknownEventsAreHarmless();
    void malformedEventsAreSeen();
    void aCutStreamIsNotFinished();
    void countsOfTokensAreRead();
};

void BedrockReplyTest::wholeRepliesAreRead() {
    const std::string lines =
        body(R"({"metrics":{"latencyMs":1},"output":{"message":{"role":"assistant","content":[
        {"reasoningContent":{"reasoningText":{"text":"hm","signature":"s=="}}},
        {"reasoningContent":{"redactedContent":"Zm9v"}},
        {"text":"Hi \u017c"},
        {"toolUse":{"toolUseId":"t1","name":"f","input":{"b":1,"a":2}}},
        {"toolUse":{"toolUseId":"t2","name":"g","input":{}}}]}},
        "stopReason":"tool_use",
        "usage":{"inputTokens":7,"outputTokens":5,"totalTokens":17,"cacheReadInputTokens":3,"cacheWriteInputTokens":2}})");
    const std::string expected = "start  \nreasoning hm\nsignature s== bedrock\nredacted Zm9v bedrock\n"
                                 "text Hi \xC5\xBC\ncall 0 t1 f\narguments 0 {\"b\":1,\"a\":2}\n"
                                 "call 1 t2 g\narguments 1 {}\nusage 7 3 2 0 5 0\nfinish tools\n";
    QCOMPARE(lines, expected);
}

void BedrockReplyTest::repliesWithoutOutputAreMalformed_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("message");
    for (const char* text : {"", "{", "[]", "{}", R"({"output":{}})", R"({"output":{"message":{}}})",
                             R"({"stopReason":"end_turn","usage":{"inputTokens":1}})"})
        QTest::newRow(text) << std::string(text) << std::string("malformed ");
    QTest::newRow("message") << std::string(R"({"message":"Model busy"})")
                             << std::string("malformed Model busy");
}

void BedrockReplyTest::repliesWithoutOutputAreMalformed() {
    QFETCH(std::string, text);
    QFETCH(std::string, message);
    QCOMPARE(body(text), message);
}

void BedrockReplyTest::anOrdinaryStreamIsRead() {
    Stream stream;
    QCOMPARE(stream.decoder->framing(), Framing::AwsEventStream);
    QCOMPARE(stream.read("messageStart", R"({"p":"abc","role":"assistant"})"), std::string("start  \n"));
    QCOMPARE(stream.delta(0, R"({"text":"Hel"})"), std::string("text Hel\n"));
    QCOMPARE(stream.delta(0, R"({"text":"lo"})"), std::string("text lo\n"));
    QCOMPARE(stream.stop(0), std::string());
    QVERIFY(!stream.decoder->finished());
    QCOMPARE(stream.end("end_turn"), std::string("finish stop\n"));
    QVERIFY(stream.decoder->finished() && !stream.decoder->sawTerminator());
    QCOMPARE(
        stream.read("metadata", R"({"usage":{"inputTokens":3,"outputTokens":2},"metrics":{"latencyMs":9}})"),
        std::string("usage 3 0 0 0 2 0\n"));
    QVERIFY(stream.decoder->sawTerminator() && !stream.decoder->malformed());
    QVERIFY(stream.decoder->streamError().empty());
}

void BedrockReplyTest::stopReasons_data() {
    QTest::addColumn<std::string>("reason");
    QTest::addColumn<std::string>("line");
    const auto row = [](const char* reason, const char* line) {
        QTest::newRow(reason) << std::string(reason) << std::string(line);
    };
    row("end_turn", "finish stop\n");
    row("tool_use", "finish tools\n");
    row("max_tokens", "finish length\n");
    row("model_context_window_exceeded", "finish length\n");
    row("stop_sequence", "finish stop-sequence\n");
    row("guardrail_intervened", "finish filter\n");
    row("content_filtered", "finish filter\n");
    row("refusal", "finish refusal\n");
    row("one_of_the_future", "finish stop\n");
}

void BedrockReplyTest::stopReasons() {
    QFETCH(std::string, reason);
    QFETCH(std::string, line);
    Stream stream;
    QCOMPARE(stream.end(reason), line);
    QCOMPARE(stream.end("max_tokens"), std::string()); // the first reason stands
}

void BedrockReplyTest::stopSequencesAreTold() {
    Stream stream;
    QCOMPARE(stream.read("messageStop", R"({"stopReason":"stop_sequence","additionalModelResponseFields":)"
                                        R"({"delta":{"stop_sequence":"END"}}})"),
             std::string("finish stop-sequence END\n"));
    QCOMPARE(body(R"({"output":{"message":{"content":[]}},"stopReason":"stop_sequence",)"
                  R"("additionalModelResponseFields":{"stop_sequence":"END"}})"),
             std::string("start  \nfinish stop-sequence END\n"));
}

void BedrockReplyTest::brokenOutputIsAnError() {
    Stream stream;
    QCOMPARE(stream.end("malformed_tool_use"), std::string());
    QVERIFY(!stream.decoder->finished() && !stream.decoder->streamError().empty());
    QVERIFY(body(R"({"output":{"message":{"content":[]}},"stopReason":"malformed_model_output"})")
                .starts_with("malformed The model"));
}

void BedrockReplyTest::usageBucketsAreDisjoint_data() {
    QTest::addColumn<std::string>("usage");
    QTest::addColumn<std::string>("line");
    const auto row = [](const char* name, const char* usage, const char* line) {
        QTest::newRow(name) << std::string(usage) << std::string(line);
    };
    row("plain", R"("inputTokens":10,"outputTokens":5,"totalTokens":15)", "usage 10 0 0 0 5 0\n");
    row("cache", R"("inputTokens":10,"outputTokens":5,"cacheReadInputTokens":100,"cacheWriteInputTokens":7)",
        "usage 10 100 7 0 5 0\n");
    row("lifetimes",
        R"("inputTokens":1,"cacheWriteInputTokens":9,"cacheDetails":[{"ttl":"1h","inputTokens":4},{"ttl":"5m","inputTokens":5}])",
        "usage 1 0 5 4 0 0\n");
    row("nonsense", R"("inputTokens":-1,"outputTokens":null,"cacheDetails":[7])", "usage 0 0 0 0 0 0\n");
}

void BedrockReplyTest::usageBucketsAreDisjoint() {
    QFETCH(std::string, usage);
    QFETCH(std::string, line);
    Stream stream;
    QCOMPARE(stream.read("metadata", "{\"usage\":{" + usage + "}}"), line);
}

void BedrockReplyTest::toolCallsCountFromZero() {
    Stream stream;
    stream.begin();
    stream.delta(0, R"({"text":"a"})");
    stream.stop(0);
    QCOMPARE(stream.start(1, R"({"toolUse":{"toolUseId":"t1","name":"f"}})"), std::string("call 0 t1 f\n"));
    QCOMPARE(stream.input(1, ""), std::string());
    QCOMPARE(stream.input(1, "{\"a\":"), std::string("arguments 0 {\"a\":\n"));
    QCOMPARE(stream.input(1, "1}"), std::string("arguments 0 1}\n"));
    stream.stop(1);
    QCOMPARE(stream.start(2, R"({"toolUse":{"toolUseId":"t2","name":"g"}})"), std::string("call 1 t2 g\n"));
    QCOMPARE(stream.end("tool_use"), std::string("finish tools\n"));
}

void BedrockReplyTest::changedNamesAreTheCallersAgain() {
    ReplyHints hints;
    hints.toolNames = {{"my_tool_1", "my.tool"}};
    Stream stream(hints);
    stream.begin();
    QCOMPARE(stream.start(0, R"({"toolUse":{"toolUseId":"t","name":"my_tool_1"}})"),
             std::string("call 0 t my.tool\n"));
}

void BedrockReplyTest::theUnwrappedToolIsTheAnswer() {
    ReplyHints hints;
    hints.unwrapTool = "answer";
    Stream stream(hints);
    stream.begin();
    QCOMPARE(stream.start(0, R"({"toolUse":{"toolUseId":"t","name":"answer"}})"), std::string());
    QCOMPARE(stream.input(0, "{\"a\":1}"), std::string("text {\"a\":1}\n"));
    QCOMPARE(stream.stop(0), std::string());
    QCOMPARE(stream.end("tool_use"), std::string("finish stop\n"));
    const std::string whole =
        body(R"({"output":{"message":{"content":[{"toolUse":{"toolUseId":"t","name":"answer",)"
             R"("input":{"a":1}}}]}},"stopReason":"tool_use"})",
             hints);
    QCOMPARE(whole, std::string("start  \ntext {\"a\":1}\nfinish stop\n"));
}

void BedrockReplyTest::reasoningIsSignedWhenItEnds() {
    Stream stream;
    stream.begin();
    QCOMPARE(stream.delta(0, R"({"reasoningContent":{"text":"Let"}})"), std::string("reasoning Let\n"));
    QCOMPARE(stream.delta(0, R"({"reasoningContent":{"signature":"EqQ"}})"), std::string());
    QCOMPARE(stream.stop(0), std::string("signature EqQ bedrock\n"));
    QCOMPARE(stream.delta(1, R"({"reasoningContent":{"redactedContent":"Zm9v"}})"), std::string());
    QCOMPARE(stream.stop(1), std::string("redacted Zm9v bedrock\n"));
    QCOMPARE(stream.delta(2, R"({"reasoningContent":{"text":"unsigned"}})"),
             std::string("reasoning unsigned\n"));
    QCOMPARE(stream.stop(2), std::string());
}

void BedrockReplyTest::citationsAreRead() {
    const std::string web = R"({"title":"X","location":{"web":{"url":"https://x/","domain":"x"}}})";
    const std::string page =
        R"({"title":"Doc","location":{"documentPage":{"documentIndex":0,"start":1,"end":2}}})";
    Stream stream;
    stream.begin();
    stream.delta(0, R"({"text":"a"})");
    QCOMPARE(stream.delta(0, "{\"citation\":" + web + "}"), std::string());
    const std::string expected =
        R"(citation {"type":"url_citation","url_citation":{"url":"https://x/","title":"X"}} )" + web +
        " bedrock\n";
    QCOMPARE(stream.stop(0), expected);
    QCOMPARE(content(R"({"citationsContent":{"content":[{"text":"a"}],"citations":[)" + page + "]}}"),
             "start  \ntext a\ncitation null " + page + " bedrock\nfinish stop\n");
}

void BedrockReplyTest::otherBlocksComeWhole() {
    const std::string image = R"({"image":{"format":"png","source":{"bytes":"AAAA"}}})";
    QCOMPARE(content(image), "start  \nopaque " + image + " bedrock\nfinish stop\n");
    Stream stream;
    stream.begin();
    QCOMPARE(
        stream.start(0, R"({"toolUse":{"toolUseId":"t","name":"nova_grounding","type":"server_tool_use"}})"),
        std::string());
    QCOMPARE(stream.input(0, "{\"q\":"), std::string());
    QCOMPARE(stream.input(0, "1}"), std::string());
    QCOMPARE(
        stream.stop(0),
        std::string(R"(opaque {"toolUse":{"toolUseId":"t","name":"nova_grounding","type":"server_tool_use",)"
                    R"("input":{"q":1}}} bedrock)"
                    "\n"));
    stream.start(1, R"({"toolResult":{"toolUseId":"t","status":"success"}})");
    QCOMPARE(stream.delta(1, R"({"toolResult":[{"text":"r"}]})"), std::string());
    QCOMPARE(
        stream.stop(1),
        std::string(
            R"(opaque {"toolResult":{"toolUseId":"t","status":"success","content":[{"text":"r"}]}} bedrock)"
            "\n"));
    QCOMPARE(stream.end("end_turn"), std::string("finish stop\n"));
}

void BedrockReplyTest::exceptionsAreErrors_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("data");
    QTest::addColumn<std::string>("error");
    const auto row = [](const char* name, const char* data, const char* error) {
        QTest::newRow(name) << std::string(name) << std::string(data) << std::string(error);
    };
    row("exception:throttlingException", R"({"message":"Too many requests"})",
        "throttlingException: Too many requests");
    row("exception:modelStreamErrorException", R"({"originalStatusCode":500})", "modelStreamErrorException");
    row("exception:InternalError", "It broke.", "InternalError: It broke.");
}

void BedrockReplyTest::exceptionsAreErrors() {
    QFETCH(std::string, name);
    QFETCH(std::string, data);
    QFETCH(std::string, error);
    Stream stream;
    stream.begin();
    stream.delta(0, R"({"text":"half"})");
    QCOMPARE(stream.read(name, data), std::string());
    QCOMPARE(stream.decoder->streamError(), error);
    QVERIFY(!stream.decoder->finished() && !stream.decoder->sawTerminator() && !stream.decoder->malformed());
}

void BedrockReplyTest::unknownEventsAreHarmless() {
    Stream stream;
    stream.begin();
    QCOMPARE(stream.read("initial-response", "{}"), std::string());
    QCOMPARE(stream.read("contentBlockDelta", R"({"contentBlockIndex":0,"delta":null})"), std::string());
    QCOMPARE(stream.read("contentBlockStart", R"({"contentBlockIndex":0})"), std::string());
    QCOMPARE(stream.stop(9), std::string());
    QVERIFY(!stream.decoder->malformed() && stream.decoder->streamError().empty());
}

void BedrockReplyTest::malformedEventsAreSeen() {
    for (const char* data : {"", "{", "[]", "7"}) {
        Stream stream;
        QCOMPARE(stream.read("contentBlockDelta", data), std::string());
        QVERIFY(stream.decoder->malformed());
    }
}

void BedrockReplyTest::aCutStreamIsNotFinished() {
    Stream stream;
    stream.begin();
    stream.delta(0, R"({"text":"half"})");
    QVERIFY(!stream.decoder->finished() && !stream.decoder->sawTerminator());
}

void BedrockReplyTest::countsOfTokensAreRead() {
    std::vector<ChatEvent> events;
    const auto decoder = makeBedrockCountDecoder();
    decoder->body(R"({"inputTokens":12})", events);
    QCOMPARE(joined(linesOf(events)), std::string("count 12\nfinish stop\n"));
}

QTEST_GUILESS_MAIN(BedrockReplyTest)
#include "tst_bedrock_reply.moc"
