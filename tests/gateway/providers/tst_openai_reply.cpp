// Replies of OpenAI and of the servers that speak nearly like it.

#include "gateway/providers/openai_reply.h"
#include "tests/gateway/providers/event_lines.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;

namespace {

Lines linesOf(const std::vector<ChatEvent>& events) {
    return linesOf(events, Origin::OpenAi);
}

class Stream {
public:
    Lines read(std::string_view data) {
        std::vector<ChatEvent> events;
        decoder->event({}, data, events);
        return linesOf(events);
    }
    /// One choice with that delta; the Start has been read.
    Lines delta(const std::string& members) {
        if (!std::exchange(m_started, true))
            read(R"({"choices":[]})");
        return read(R"({"choices":[{"index":0,"delta":{)" + members + "}}]}");
    }
    /// One choice with those tool calls.
    Lines calls(const std::string& list) { return delta("\"tool_calls\":[" + list + "]"); }

    std::unique_ptr<ReplyDecoder> decoder = makeOpenAiReplyDecoder({});

private:
    bool m_started = false;
};

Lines body(std::string_view text) {
    std::vector<ChatEvent> events;
    const auto decoder = makeOpenAiReplyDecoder({});
    decoder->body(text, events);
    return decoder->malformed() ? Lines{"malformed"} : linesOf(events);
}

} // namespace

class OpenAiReplyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeRepliesAreRead();
    void usageBucketsAreDisjoint_data();
    void usageBucketsAreDisjoint();
    void otherBodiesAreMalformed_data();
    void otherBodiesAreMalformed();
    void anOrdinaryStreamIsRead();
    void usageOnlyEventsAreKnown();
    void usageMayComeWithTheLastChoice();
    void reasoningHasTwoNames();
    void toolCallsOpenOnce();
    void toolCallsWithoutIndexStayApart();
    void piecesWithoutIndexBelongToTheLastCall();
    void freeTextBecomesArguments();
    void errorsInsideAStreamAreSeen_data();
    void errorsInsideAStreamAreSeen();
    void theFirstFinishReasonStands();
    void malformedEventsAreSeen_data();
    void malformedEventsAreSeen();
    void chunksWithoutChoicesAreHarmless();
};

void OpenAiReplyTest::wholeRepliesAreRead() {
    const Lines expected{"start chatcmpl-1 gpt-4o-mini-2024",
                         "reasoning hm",
                         "text Hi żółć",
                         "refusal no",
                         "call 0 call_a weather",
                         "arguments 0 {\"c\":1}",
                         "call 1 call_b time",
                         "arguments 1 {}",
                         "finish tools",
                         "usage 7 3 0 5 0 0"};
    const char* text = R"({"id":"chatcmpl-1","model":"gpt-4o-mini-2024","choices":[{"index":0,
        "finish_reason":"tool_calls","message":{"role":"assistant","content":"Hi \u017c\u00f3\u0142\u0107",
        "reasoning_content":"hm","refusal":"no","tool_calls":[
        {"id":"call_a","type":"function","function":{"name":"weather","arguments":"{\"c\":1}"}},
        {"id":"call_b","type":"function","function":{"name":"time","arguments":"{}"}}]}}],
        "usage":{"prompt_tokens":10,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":3}}})";
    QCOMPARE(body(text), expected);
}

void OpenAiReplyTest::usageBucketsAreDisjoint_data() {
    QTest::addColumn<std::string>("usage");
    QTest::addColumn<std::string>("line");
    const auto row = [](const char* name, const char* usage, const char* line) {
        QTest::newRow(name) << std::string(usage) << std::string(line);
    };
    row("plain", R"("prompt_tokens":10,"completion_tokens":5)", "usage 10 0 0 5 0 0");
    row("all details",
        R"("prompt_tokens":100,"completion_tokens":50,
           "prompt_tokens_details":{"cached_tokens":60,"audio_tokens":10},
           "completion_tokens_details":{"reasoning_tokens":30,"audio_tokens":5,"accepted_prediction_tokens":9})",
        "usage 30 60 10 15 30 5");
    row("details null",
        R"("prompt_tokens":10,"completion_tokens":5,"prompt_tokens_details":null,"completion_tokens_details":null)",
        "usage 10 0 0 5 0 0");
    row("a detail null", R"("prompt_tokens":10,"prompt_tokens_details":{"cached_tokens":null})",
        "usage 10 0 0 0 0 0");
    row("more cached than there were", R"("prompt_tokens":10,"prompt_tokens_details":{"cached_tokens":12})",
        "usage 0 12 0 0 0 0");
    row("written to the cache",
        R"("prompt_tokens":10,"completion_tokens":5,)"
        R"("prompt_tokens_details":{"cached_tokens":3,"cache_write_tokens":4})",
        "usage 3 3 0 5 0 0 written 4");
    row("cached sound is counted once",
        R"("prompt_tokens":100,"prompt_tokens_details":{"cached_tokens":80,"audio_tokens":50})",
        "usage 0 50 20 0 0 0 heard before 30");
    row("reasoning beside the completion",
        R"("prompt_tokens":10,"completion_tokens":50,"total_tokens":260,)"
        R"("completion_tokens_details":{"reasoning_tokens":200})",
        "usage 10 0 0 50 200 0");
    row("negative", R"("prompt_tokens":-10,"completion_tokens":-5)", "usage 0 0 0 0 0 0");
}

void OpenAiReplyTest::usageBucketsAreDisjoint() {
    QFETCH(std::string, usage);
    QFETCH(std::string, line);
    QCOMPARE(body(R"({"choices":[],"usage":{)" + usage + "}}").back(), line);
    QCOMPARE(body(R"({"service_tier":"priority","choices":[],"usage":{)" + usage + "}}").back(),
             line + " served priority");
}

void OpenAiReplyTest::otherBodiesAreMalformed_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text : {"", "<html>", "[]", "null", "{", "{}", R"({"choices":null})",
                             R"({"choices":{}})", R"({"error":{"message":"with status 200"}})"})
        QTest::newRow(text) << std::string(text);
}

void OpenAiReplyTest::otherBodiesAreMalformed() {
    QFETCH(std::string, text);
    QCOMPARE(body(text), Lines{"malformed"});
}

void OpenAiReplyTest::anOrdinaryStreamIsRead() {
    Stream stream;
    const auto chunk = [](const std::string& choice) {
        return R"({"id":"c-1","model":"m","usage":null,"choices":[)" + choice + "]}";
    };
    QCOMPARE(
        stream.read(chunk(R"({"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null})")),
        Lines{"start c-1 m"});
    QCOMPARE(stream.read(chunk(R"({"index":0,"delta":{"content":"Hel"}})")), Lines{"text Hel"});
    QCOMPARE(stream.read(chunk(R"({"index":0,"delta":{"content":"lo"}})")), Lines{"text lo"});
    QVERIFY(!stream.decoder->finished());
    QCOMPARE(stream.read(chunk(R"({"index":0,"delta":{},"finish_reason":"length"})")),
             Lines{"finish length"});
    QVERIFY(stream.decoder->finished() && !stream.decoder->sawTerminator());
    QVERIFY(stream.read("[DONE]").empty());
    QVERIFY(stream.decoder->sawTerminator() && !stream.decoder->malformed());
    QVERIFY(stream.decoder->streamError().empty());
}

void OpenAiReplyTest::usageOnlyEventsAreKnown() {
    Stream stream;
    stream.read(R"({"choices":[{"delta":{"content":"a"}}],"usage":null})");
    QVERIFY(!stream.decoder->wasUsageOnly());
    QCOMPARE(stream.read(R"({"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}})"),
             Lines{"usage 3 0 0 2 0 0"});
    QVERIFY(stream.decoder->wasUsageOnly());
    stream.read("[DONE]");
    QVERIFY(!stream.decoder->wasUsageOnly());
}

void OpenAiReplyTest::usageMayComeWithTheLastChoice() {
    Stream stream;
    stream.delta(R"("content":"a")");
    QCOMPARE(stream.read(R"({"choices":[{"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":1}})"),
             (Lines{"finish stop", "usage 1 0 0 0 0 0"}));
    QVERIFY(!stream.decoder->wasUsageOnly()); // the caller needs this event
}

void OpenAiReplyTest::reasoningHasTwoNames() {
    Stream stream;
    QCOMPARE(stream.delta(R"("reasoning_content":"a","content":null)"), Lines{"reasoning a"});
    QCOMPARE(stream.delta(R"("reasoning":"b")"), Lines{"reasoning b"});
    QCOMPARE(stream.delta(R"("reasoning_content":"c","reasoning":"c")"), Lines{"reasoning c"});
}

void OpenAiReplyTest::toolCallsOpenOnce() {
    Stream stream;
    QCOMPARE(stream.calls(R"({"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}})"),
             Lines{"call 0 a f"});
    QCOMPARE(stream.calls(R"({"index":0,"function":{"arguments":"{1"}})"), Lines{"arguments 0 {1"});
    // Some servers repeat id and name with every piece.
    QCOMPARE(stream.calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"}"}})"),
             Lines{"arguments 0 }"});
    QCOMPARE(stream.calls(R"({"index":1,"id":"b","function":{"name":"g","arguments":"{}"}})"),
             (Lines{"call 1 b g", "arguments 1 {}"}));
}

void OpenAiReplyTest::toolCallsWithoutIndexStayApart() {
    Stream stream;
    const char* two = R"({"id":"a","function":{"name":"f","arguments":"{}"}},
                             {"id":"b","function":{"name":"g","arguments":"[]"}})";
    QCOMPARE(stream.calls(two), (Lines{"call 0 a f", "arguments 0 {}", "call 1 b g", "arguments 1 []"}));
    // A later chunk with another id is another call, not more arguments of the first.
    QCOMPARE(stream.calls(R"({"id":"c","function":{"name":"h","arguments":"{}"}})"),
             (Lines{"call 2 c h", "arguments 2 {}"}));
    QCOMPARE(stream.calls(R"({"id":"b","function":{"name":"g","arguments":"!"}})"), Lines{"arguments 1 !"});
}

void OpenAiReplyTest::piecesWithoutIndexBelongToTheLastCall() {
    Stream stream;
    stream.calls(R"({"id":"a","function":{"name":"f"}})");
    stream.calls(R"({"id":"b","function":{"name":"g"}})");
    QCOMPARE(stream.calls(R"({"function":{"arguments":"{}"}})"), Lines{"arguments 1 {}"});
    QCOMPARE(
        body(
            R"({"choices":[{"message":{"tool_calls":[{"function":{"name":"f"}},{"function":{"name":"g"}}]}}]})"),
        (Lines{"start  ", "call 0 call_0 f", "call 1 call_1 g"}));
}

void OpenAiReplyTest::freeTextBecomesArguments() {
    Stream stream;
    const char* first = R"({"index":0,"id":"a","type":"custom","custom":{"name":"f","input":""}})";
    QCOMPARE(stream.calls(first), Lines{"call 0 a f"});
    QCOMPARE(stream.calls(R"({"index":0,"custom":{"input":"x\""}})"), Lines{R"(arguments 0 {"input":"x\")"});
    QCOMPARE(stream.calls(R"({"index":0,"custom":{"input":"\n"}})"), Lines{R"(arguments 0 \n)"});
    const char* second = R"({"index":1,"id":"b","type":"custom","custom":{"name":"g"}})";
    QCOMPARE(stream.calls(second), (Lines{R"(arguments 0 "})", "call 1 b g"}));
    QCOMPARE(stream.read(R"({"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]})"),
             (Lines{R"(arguments 1 {"input":""})", "finish tools"}));
    const Lines whole =
        body(R"({"choices":[{"index":0,"finish_reason":"tool_calls","message":{"tool_calls":[)"
             R"({"id":"a","type":"custom","custom":{"name":"f","input":"p\nq"}}]}}]})");
    QCOMPARE(whole, (Lines{"start  ", "call 0 a f", R"(arguments 0 {"input":"p\nq)", R"(arguments 0 "})",
                           "finish tools"}));
}

void OpenAiReplyTest::errorsInsideAStreamAreSeen_data() {
    QTest::addColumn<std::string>("error");
    QTest::addColumn<std::string>("message");
    QTest::newRow("object") << std::string(R"({"message":"overloaded","code":529})")
                            << std::string("overloaded");
    QTest::newRow("text") << std::string(R"("overloaded")") << std::string("overloaded");
    QTest::newRow("without words") << std::string("{}") << std::string("The upstream reported an error.");
    QTest::newRow("null") << std::string("null") << std::string();
}

void OpenAiReplyTest::errorsInsideAStreamAreSeen() {
    QFETCH(std::string, error);
    QFETCH(std::string, message);
    Stream stream;
    stream.delta(R"("content":"a")");
    QVERIFY(stream.read("{\"error\":" + error + ",\"choices\":[]}").empty());
    QCOMPARE(stream.decoder->streamError(), message);
    QVERIFY(!stream.decoder->malformed());
}

void OpenAiReplyTest::theFirstFinishReasonStands() {
    Stream stream;
    stream.delta("");
    QCOMPARE(stream.read(R"({"choices":[{"delta":{"content":"x"},"finish_reason":"content_filter"}]})"),
             (Lines{"text x", "finish filter"}));
    QVERIFY(stream.read(R"({"choices":[{"delta":{},"finish_reason":"stop"}]})").empty());
    Stream legacy;
    legacy.delta("");
    QCOMPARE(legacy.read(R"({"choices":[{"finish_reason":"function_call"}]})"), Lines{"finish tools"});
}

void OpenAiReplyTest::malformedEventsAreSeen_data() {
    QTest::addColumn<std::string>("data");
    for (const char* data : {"", "{", "[]", "[DONE", "hello", "7"})
        QTest::newRow(data) << std::string(data);
}

void OpenAiReplyTest::malformedEventsAreSeen() {
    QFETCH(std::string, data);
    Stream stream;
    QVERIFY(stream.read(data).empty());
    QVERIFY(stream.decoder->malformed());
}

void OpenAiReplyTest::chunksWithoutChoicesAreHarmless() {
    Stream stream;
    QCOMPARE(stream.read(R"({"id":"","model":"","choices":[],"prompt_filter_results":[]})"),
             Lines{"start  "});
    QVERIFY(!stream.decoder->wasUsageOnly());
    for (const char* data :
         {R"({"choices":null})", R"({"choices":[null,7,[]]})", R"({"choices":[{}]})",
          R"({"choices":[{"delta":null}]})", R"({"choices":[{"delta":{"tool_calls":[null,{}]}}]})"})
        QVERIFY(stream.read(data).empty());
    QVERIFY(!stream.decoder->malformed() && !stream.decoder->finished());
}

QTEST_GUILESS_MAIN(OpenAiReplyTest)
#include "tst_openai_reply.moc"
