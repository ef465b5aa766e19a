// Replies and streams of Anthropic's Messages API.

#include "gateway/providers/anthropic_reply.h"

#include "reply_lines.h"

#include <QTest>

using namespace tollgate;
using namespace tollgate::test;

namespace {

class Stream {
public:
    explicit Stream(ReplyHints hints = {})
        : decoder(makeAnthropicReplyDecoder(std::move(hints))) {}

    std::string read(std::string_view data) {
        std::vector<ChatEvent> events;
        decoder->event("message", data, events);
        return joined(linesOf(events));
    }
    std::string start(int index, const std::string& block) {
        return read(R"({"type":"content_block_start","index":)" + std::to_string(index) +
                    R"(,"content_block":)" + block + "}");
    }
    std::string delta(int index, const std::string& members) {
        return read(R"({"type":"content_block_delta","index":)" + std::to_string(index) + R"(,"delta":)" +
                    members + "}");
    }
    std::string input(int index, std::string_view piece) {
        return delta(index, R"({"type":"input_json_delta","partial_json":)" +
                                boost::json::serialize(boost::json::string(piece)) + "}");
    }
    std::string stop(int index) {
        return read(R"({"type":"content_block_stop","index":)" + std::to_string(index) + "}");
    }
    std::string end(const std::string& reason) {
        return read(R"({"type":"message_delta","delta":{"stop_reason":")" + reason + R"("}})");
    }

    std::unique_ptr<ReplyDecoder> decoder;
};

std::string body(std::string_view text, ReplyHints hints = {}) {
    std::vector<ChatEvent> events;
    const auto decoder = makeAnthropicReplyDecoder(std::move(hints));
    decoder->body(text, events);
    return decoder->malformed() ? "malformed " + decoder->streamError() : joined(linesOf(events));
}

std::string ending(const std::string& members) {
    const std::string lines = body(R"({"content":[],)" + members + "}");
    return lines.substr(lines.find('\n') + 1);
}

} // namespace

class AnthropicReplyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeRepliesAreRead();
    void anOrdinaryStreamIsRead();
    void usageIsSetNotAdded();
    void laterReportsDoNotClobber();
    void cacheWritesAreSplitByLifetime();
    void whatChangesThePriceIsRead();
    void stopReasons_data();
    void stopReasons();
    void refusalsSayWhy();
    void thoughtsAreSignedWhenTheyEnd();
    void redactedThoughtsStandAlone();
    void toolCallsCountFromZero();
    void argumentsMayComeWithTheStart();
    void changedNamesAreTheCallersAgain();
    void theUnwrappedToolIsTheAnswer();
    void anotherToolBesideTheUnwrappedOneCounts();
    void citationsKnowTheirPlace();
    void citationsWithoutAddressKeepTheOriginal();
    void blocksOfServerToolsComeWhole();
    void pingsAndUnknownEventsAreHarmless();
    void errorsInsideAStreamAreSeen();
    void errorsInsideABodyAreSeen();
    void malformedIsSeen_data();
    void malformedIsSeen();
    void aCutStreamIsNotFinished();
    void unclosedBlocksEndWithTheMessage();
    void countsOfTokensAreRead();
};

void AnthropicReplyTest::wholeRepliesAreRead() {
    const std::string lines = body(R"({"id":"msg_1","type":"message","role":"assistant","model":"claude-x",
        "content":[{"type":"thinking","thinking":"hm","signature":"sig=="},
                   {"type":"redacted_thinking","data":"enc"},
                   {"type":"text","text":"Hi \u017c","citations":null},
                   {"type":"tool_use","id":"toolu_1","name":"f","input":{"b":1,"a":"x"}},
                   {"type":"tool_use","id":"toolu_2","name":"g","input":{}}],
        "stop_reason":"tool_use","stop_sequence":null,
        "usage":{"input_tokens":7,"cache_read_input_tokens":3,"cache_creation_input_tokens":2,"output_tokens":9,
                 "output_tokens_details":{"thinking_tokens":4}}})");
    const std::string expected = "start msg_1 claude-x\nreasoning hm\nsignature sig== anthropic\n"
                                 "redacted enc anthropic\ntext Hi \xC5\xBC\ncall 0 toolu_1 f\n"
                                 "arguments 0 {\"b\":1,\"a\":\"x\"}\ncall 1 toolu_2 g\n"
                                 "usage 7 3 2 0 5 4\nfinish tools\n";
    QCOMPARE(lines, expected);
}

void AnthropicReplyTest::anOrdinaryStreamIsRead() {
    Stream stream;
    QCOMPARE(stream.read(R"({"type":"message_start","message":{"id":"msg_1","model":"claude-x","content":[],)"
                         R"("usage":{"input_tokens":25,"output_tokens":1}}})"),
             std::string("start msg_1 claude-x\nusage 25 0 0 0 1 0\n"));
    QCOMPARE(stream.start(0, R"({"type":"text","text":""})"), std::string());
    QCOMPARE(stream.delta(0, R"({"type":"text_delta","text":"Hel"})"), std::string("text Hel\n"));
    QCOMPARE(stream.delta(0, R"({"type":"text_delta","text":"lo"})"), std::string("text lo\n"));
    QCOMPARE(stream.stop(0), std::string());
    QVERIFY(!stream.decoder->finished());
    QCOMPARE(stream.read(R"({"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},)"
                         R"("usage":{"output_tokens":15}})"),
             std::string("usage 25 0 0 0 15 0\nfinish stop\n"));
    QVERIFY(stream.decoder->finished() && !stream.decoder->sawTerminator());
    QCOMPARE(stream.read(R"({"type":"message_stop"})"), std::string());
    QVERIFY(stream.decoder->sawTerminator() && !stream.decoder->malformed());
    QVERIFY(stream.decoder->streamError().empty());
    QCOMPARE(stream.decoder->framing(), Framing::Sse);
}

void AnthropicReplyTest::usageIsSetNotAdded() {
    Stream stream;
    stream.read(R"({"type":"message_start","message":{"usage":{"input_tokens":25,"output_tokens":1}}})");
    stream.read(R"({"type":"message_delta","delta":{},"usage":{"output_tokens":10}})");
    QCOMPARE(
        stream.read(R"({"type":"message_delta","delta":{},"usage":{"input_tokens":40,"output_tokens":15}})"),
        std::string("usage 40 0 0 0 15 0\n"));
}

void AnthropicReplyTest::laterReportsDoNotClobber() {
    Stream stream;
    stream.read(R"({"type":"message_start","message":{"usage":{"input_tokens":5,"cache_read_input_tokens":6,)"
                R"("cache_creation_input_tokens":7,"cache_creation":{"ephemeral_5m_input_tokens":3,)"
                R"("ephemeral_1h_input_tokens":4},"output_tokens":1}}})");
    QCOMPARE(
        stream.read(R"({"type":"message_delta","delta":{},"usage":{"input_tokens":0,)"
                    R"("cache_read_input_tokens":null,"cache_creation_input_tokens":7,"output_tokens":9}})"),
        std::string("usage 5 6 3 4 9 0\n"));
    // Some servers know the input only at the end.
    Stream late;
    late.read(R"({"type":"message_start","message":{"usage":{"input_tokens":0,"output_tokens":0}}})");
    QCOMPARE(
        late.read(R"({"type":"message_delta","delta":{},"usage":{"input_tokens":12,"output_tokens":3}})"),
        std::string("usage 12 0 0 0 3 0\n"));
}

void AnthropicReplyTest::cacheWritesAreSplitByLifetime() {
    const auto usage = [](const std::string& members) {
        return body(R"({"content":[],"usage":{)" + members + "}}");
    };
    const std::string unsplit = usage(R"("cache_creation_input_tokens":9)");
    QCOMPARE(unsplit, std::string("start  \nusage 0 0 9 0 0 0\n"));
    const std::string anHour = usage(
        R"("cache_creation_input_tokens":9,"cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":9})");
    QCOMPARE(anHour, std::string("start  \nusage 0 0 0 9 0 0\n"));
    const std::string odd = usage(R"("input_tokens":-4,"cache_creation":{"ephemeral_1h_input_tokens":2})");
    QCOMPARE(odd, std::string("start  \nusage 0 0 0 2 0 0\n"));
}

void AnthropicReplyTest::whatChangesThePriceIsRead() {
    const auto served = [](const std::string& members) {
        const std::string lines = body(R"({"content":[],"usage":{"input_tokens":1,)" + members + "}}");
        return lines.substr(lines.find("1 0 0 0 0 0") + 11);
    };
    QCOMPARE(served(R"("service_tier":"standard")"), std::string(" served standard\n"));
    QCOMPARE(served(R"("service_tier":"batch","inference_geo":"global")"), std::string(" served batch\n"));
    QCOMPARE(served(R"("service_tier":"standard","speed":"fast")"), std::string(" served fast\n"));
    QCOMPARE(served(R"("service_tier":"standard","inference_geo":"us")"), std::string(" served us\n"));
    QCOMPARE(served(R"("speed":"fast","inference_geo":"us")"), std::string(" served other\n"));
    QCOMPARE(served(R"("service_tier":null)"), std::string("\n"));
}

void AnthropicReplyTest::stopReasons_data() {
    QTest::addColumn<std::string>("members");
    QTest::addColumn<std::string>("line");
    const auto row = [](const char* reason, const char* line) {
        QTest::newRow(reason) << "\"stop_reason\":\"" + std::string(reason) + "\"" << std::string(line);
    };
    row("end_turn", "finish stop\n");
    row("max_tokens", "finish length\n");
    row("model_context_window_exceeded", "finish length\n");
    row("tool_use", "finish tools\n");
    row("pause_turn", "finish pause\n");
    row("refusal", "finish refusal\n");
    row("one_of_the_future", "finish stop\n");
    QTest::newRow("stop_sequence") << std::string(R"("stop_reason":"stop_sequence","stop_sequence":"END")")
                                   << std::string("finish stop-sequence END\n");
    QTest::newRow("null") << std::string(R"("stop_reason":null)") << std::string();
}

void AnthropicReplyTest::stopReasons() {
    QFETCH(std::string, members);
    QFETCH(std::string, line);
    QCOMPARE(ending(members), line);
}

void AnthropicReplyTest::refusalsSayWhy() {
    QCOMPARE(
        ending(
            R"("stop_reason":"refusal","stop_details":{"type":"refusal","explanation":"It is dangerous."})"),
        std::string("refusal It is dangerous.\nfinish refusal\n"));
    QCOMPARE(ending(R"("stop_reason":"refusal","stop_details":null)"), std::string("finish refusal\n"));
}

void AnthropicReplyTest::thoughtsAreSignedWhenTheyEnd() {
    Stream stream;
    stream.start(0, R"({"type":"thinking","thinking":"","signature":""})");
    QCOMPARE(stream.delta(0, R"({"type":"thinking_delta","thinking":"Let"})"),
             std::string("reasoning Let\n"));
    QCOMPARE(stream.delta(0, R"({"type":"signature_delta","signature":"EqQ"})"), std::string());
    QCOMPARE(stream.delta(0, R"({"type":"signature_delta","signature":"Bw=="})"), std::string());
    QCOMPARE(stream.stop(0), std::string("signature EqQBw== anthropic\n"));
    // Thinking that is not shown still has its proof.
    stream.start(1, R"({"type":"thinking","thinking":"","signature":""})");
    stream.delta(1, R"({"type":"signature_delta","signature":"X"})");
    QCOMPARE(stream.stop(1), std::string("signature X anthropic\n"));
    stream.start(2, R"({"type":"thinking","thinking":"unsigned"})");
    QCOMPARE(stream.stop(2), std::string());
}

void AnthropicReplyTest::redactedThoughtsStandAlone() {
    Stream stream;
    QCOMPARE(stream.start(0, R"({"type":"redacted_thinking","data":"EmwK+/="})"),
             std::string("redacted EmwK+/= anthropic\n"));
    QCOMPARE(stream.stop(0), std::string());
}

void AnthropicReplyTest::toolCallsCountFromZero() {
    Stream stream;
    stream.start(0, R"({"type":"text","text":"a"})");
    stream.stop(0);
    QCOMPARE(stream.start(1, R"({"type":"tool_use","id":"t1","name":"f","input":{}})"),
             std::string("call 0 t1 f\n"));
    QCOMPARE(stream.input(1, ""), std::string());
    QCOMPARE(stream.input(1, "{\"a\":"), std::string("arguments 0 {\"a\":\n"));
    QCOMPARE(stream.input(1, "1}"), std::string("arguments 0 1}\n"));
    QCOMPARE(stream.stop(1), std::string());
    QCOMPARE(stream.start(2, R"({"type":"tool_use","id":"t2","name":"g","input":{}})"),
             std::string("call 1 t2 g\n"));
    QCOMPARE(stream.stop(2), std::string()); // a tool without parameters
    QCOMPARE(stream.end("tool_use"), std::string("finish tools\n"));
}

void AnthropicReplyTest::argumentsMayComeWithTheStart() {
    Stream stream;
    stream.start(0, R"({"type":"tool_use","id":"t","name":"f","input":{"a":1}})");
    QCOMPARE(stream.stop(0), std::string("arguments 0 {\"a\":1}\n"));
    stream.start(1, R"({"type":"tool_use","id":"u","name":"f","input":{"a":1}})");
    stream.input(1, "{}");
    QCOMPARE(stream.stop(1), std::string());
}

void AnthropicReplyTest::changedNamesAreTheCallersAgain() {
    ReplyHints hints;
    hints.toolNames = {{"my_tool_1", "my.tool"}};
    Stream stream(hints);
    QCOMPARE(stream.start(0, R"({"type":"tool_use","id":"t","name":"my_tool_1"})"),
             std::string("call 0 t my.tool\n"));
}

void AnthropicReplyTest::theUnwrappedToolIsTheAnswer() {
    ReplyHints hints;
    hints.unwrapTool = "answer";
    Stream stream(hints);
    QCOMPARE(stream.start(0, R"({"type":"tool_use","id":"t","name":"answer","input":{}})"), std::string());
    QCOMPARE(stream.input(0, "{\"a\":1}"), std::string("text {\"a\":1}\n"));
    QCOMPARE(stream.stop(0), std::string());
    QCOMPARE(stream.end("tool_use"), std::string("finish stop\n"));
    QCOMPARE(body(R"({"content":[{"type":"tool_use","id":"t","name":"answer","input":{"a":1}}],)"
                  R"("stop_reason":"tool_use"})",
                  hints),
             std::string("start  \ntext {\"a\":1}\nfinish stop\n"));
    QCOMPARE(body(R"({"content":[{"type":"tool_use","id":"t","name":"answer","input":{"a":1}}],)"
                  R"("stop_reason":"max_tokens"})",
                  hints),
             std::string("start  \ntext {\"a\":1}\nfinish length\n"));
}

void AnthropicReplyTest::anotherToolBesideTheUnwrappedOneCounts() {
    ReplyHints hints;
    hints.unwrapTool = "answer";
    QCOMPARE(
        body(R"({"content":[{"type":"tool_use","id":"t","name":"f","input":{}}],"stop_reason":"tool_use"})",
             hints),
        std::string("start  \ncall 0 t f\nfinish tools\n"));
}

void AnthropicReplyTest::citationsKnowTheirPlace() {
    const std::string original = R"({"type":"web_search_result_location","url":"https://x/","title":"X",)"
                                 R"("encrypted_index":"e","cited_text":"c"})";
    Stream stream;
    stream.start(0, R"({"type":"text","text":"\u017c "})");
    stream.stop(0);
    stream.start(1, R"({"type":"text","text":""})");
    QCOMPARE(stream.delta(1, R"({"type":"citations_delta","citation":)" + original + "}"), std::string());
    stream.delta(1, R"({"type":"text_delta","text":"\u20ac1 it is"})");
    const std::string expected =
        R"(citation {"type":"url_citation","url_citation":{"url":"https://x/","title":"X",)"
        R"("start_index":2,"end_index":10}} )" +
        original + " anthropic\n";
    QCOMPARE(stream.stop(1), expected);
}

void AnthropicReplyTest::citationsWithoutAddressKeepTheOriginal() {
    const std::string original = R"({"type":"char_location","cited_text":"c","document_index":0,)"
                                 R"("start_char_index":1,"end_char_index":2})";
    QCOMPARE(body(R"({"content":[{"type":"text","text":"a","citations":[)" + original + "]}]}"),
             "start  \ntext a\ncitation null " + original + " anthropic\n");
}

void AnthropicReplyTest::blocksOfServerToolsComeWhole() {
    Stream stream;
    QCOMPARE(stream.start(0, R"({"type":"server_tool_use","id":"srv_1","name":"web_search","input":{}})"),
             std::string());
    QCOMPARE(stream.input(0, "{\"query\":"), std::string());
    stream.input(0, "\"w\"}");
    QCOMPARE(stream.stop(0),
             std::string(R"(opaque {"type":"server_tool_use","id":"srv_1","name":"web_search",)"
                         R"("input":{"query":"w"}} anthropic)"
                         "\n"));
    const std::string result =
        R"({"type":"web_search_tool_result","tool_use_id":"srv_1","content":[{"a":1}]})";
    QCOMPARE(stream.start(1, result), std::string());
    QCOMPARE(stream.stop(1), "opaque " + result + " anthropic\n");
    QCOMPARE(body(R"({"content":[)" + result + "]}"), "start  \nopaque " + result + " anthropic\n");
}

void AnthropicReplyTest::pingsAndUnknownEventsAreHarmless() {
    Stream stream;
    for (const char* data :
         {R"({"type":"ping"})", R"({"type":"one_of_the_future","x":1})",
          R"({"type":"content_block_delta","index":7,"delta":{"type":"input_json_delta"}})",
          R"({"type":"content_block_delta","index":0,"delta":{"type":"new_delta"}})",
          R"({"type":"content_block_delta","index":0,"delta":null})",
          R"({"type":"content_block_start","index":0,"content_block":null})",
          R"({"type":"content_block_stop","index":3})", R"({"type":"message_delta"})"})
        QCOMPARE(stream.read(data), std::string());
    QVERIFY(!stream.decoder->malformed() && !stream.decoder->finished());
    QVERIFY(stream.decoder->streamError().empty());
}

void AnthropicReplyTest::errorsInsideAStreamAreSeen() {
    Stream stream;
    QCOMPARE(stream.read(R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})"),
             std::string());
    QCOMPARE(stream.decoder->streamError(), std::string("overloaded_error: Overloaded"));
    QVERIFY(!stream.decoder->finished() && !stream.decoder->sawTerminator() && !stream.decoder->malformed());
    Stream bare;
    bare.read(R"({"type":"error"})");
    QCOMPARE(bare.decoder->streamError(), std::string("The upstream reported an error."));
}

void AnthropicReplyTest::errorsInsideABodyAreSeen() {
    QCOMPARE(body(R"({"type":"error","error":{"type":"api_error","message":"no"}})"),
             std::string("malformed api_error: no"));
}

void AnthropicReplyTest::malformedIsSeen_data() {
    QTest::addColumn<std::string>("data");
    for (const char* data : {"", "{", "[]", "null", "hello", "{}", R"({"type":7})"})
        QTest::newRow(data) << std::string(data);
}

void AnthropicReplyTest::malformedIsSeen() {
    QFETCH(std::string, data);
    Stream stream;
    QCOMPARE(stream.read(data), std::string());
    QVERIFY(stream.decoder->malformed());
    QCOMPARE(body(data), std::string("malformed "));
}

void AnthropicReplyTest::aCutStreamIsNotFinished() {
    Stream stream;
    stream.read(R"({"type":"message_start","message":{"id":"m"}})");
    stream.start(0, R"({"type":"text","text":"half"})");
    QVERIFY(!stream.decoder->finished() && !stream.decoder->sawTerminator());
}

void AnthropicReplyTest::unclosedBlocksEndWithTheMessage() {
    Stream stream;
    stream.start(0, R"({"type":"thinking","thinking":"t","signature":"s"})");
    QCOMPARE(stream.end("end_turn"), std::string("signature s anthropic\nfinish stop\n"));
    QCOMPARE(stream.end("max_tokens"), std::string()); // the first reason stands
}

void AnthropicReplyTest::countsOfTokensAreRead() {
    std::vector<ChatEvent> events;
    const auto decoder = makeAnthropicCountDecoder();
    decoder->body(R"({"input_tokens":2095})", events);
    QCOMPARE(joined(linesOf(events)), std::string("count 2095\nfinish stop\n"));
    QVERIFY(decoder->finished() && !decoder->malformed());
    for (const char* other : {"", "{}", R"({"input_tokens":"7"})", "[]"}) {
        const auto strict = makeAnthropicCountDecoder();
        strict->body(other, events);
        QVERIFY(strict->malformed());
    }
}

QTEST_GUILESS_MAIN(AnthropicReplyTest)
#include "tst_anthropic_reply.moc"
