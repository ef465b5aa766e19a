// Gemini's replies, whole and streamed.

#include "gateway/providers/gemini_reply.h"
#include "tests/gateway/providers/event_lines.h"

#include <QTest>

#include <boost/json.hpp>

#include <set>

using namespace tollgate;

namespace {

Lines linesOf(const std::vector<ChatEvent>& events) {
    return linesOf(events, Origin::Gemini);
}

class Stream {
public:
    Lines read(std::string_view data) {
        std::vector<ChatEvent> events;
        decoder->event({}, data, events);
        return linesOf(events);
    }
    /// One candidate; the Start has been read.
    Lines candidate(const std::string& members) {
        if (!std::exchange(m_started, true))
            read(R"({"responseId":"r","modelVersion":"m"})");
        return read(R"({"candidates":[{)" + members + "}]}");
    }
    Lines parts(const std::string& list) {
        return candidate(R"("content":{"role":"model","parts":[)" + list + "]}");
    }

    std::unique_ptr<ReplyDecoder> decoder = makeGeminiReplyDecoder({}, 1'000);

private:
    bool m_started = false;
};

Lines body(std::string_view text) {
    std::vector<ChatEvent> events;
    const auto decoder = makeGeminiReplyDecoder({}, 1'000);
    decoder->body(text, events);
    return decoder->malformed() ? Lines{"malformed"} : linesOf(events);
}

std::string idOf(const std::string& line) {
    const std::size_t start = line.find("call_");
    return line.substr(start, line.find(' ', start) - start);
}

} // namespace

class GeminiReplyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeRepliesAreRead();
    void streamsAreRead();
    void thoughtsAreApart();
    void signaturesStandWhereTheyCame();
    void callsComeWhole();
    void madeUpIdsAreDistinctAndStable();
    void callersGetTheirOwnNames();
    void blocksNobodyElseKnowsAreKept();
    void candidatesAreChoices();
    void finishReasonsAreMapped_data();
    void finishReasonsAreMapped();
    void failuresAreNoAnswers_data();
    void failuresAreNoAnswers();
    void unclearEndsAreGoodOnlyAfterAnAnswer();
    void refusedPromptsFinishFiltered();
    void usageIsDisjoint_data();
    void usageIsDisjoint();
    void usageIsToldOncePerChange();
    void groundingIsCited();
    void sourcesWithoutSupportsCiteTheWhole();
    void recitationsAreCited();
    void logprobsAreOpenAis();
    void errorsInAStreamAreErrors_data();
    void errorsInAStreamAreErrors();
    void aStreamThatStopsIsNotFinished();
    void whatIsNoReplyIsMalformed_data();
    void whatIsNoReplyIsMalformed();
    void embeddingsAreRead();
    void tokenCountsAreRead();
};

void GeminiReplyTest::wholeRepliesAreRead() {
    QCOMPARE(
        body(R"({"candidates":[{"content":{"parts":[{"text":"Hi"},{"text":" żółć"}],"role":"model"},)"
             R"("finishReason":"STOP","index":0}],"usageMetadata":{"promptTokenCount":4,)"
             R"("candidatesTokenCount":2,"totalTokenCount":6},"modelVersion":"gemini-2.5-flash",)"
             R"("responseId":"abc"})"),
        (Lines{"start abc gemini-2.5-flash", "text Hi", "text  żółć", "finish stop", "usage 4 0 0 2 0 0"}));
}

void GeminiReplyTest::streamsAreRead() {
    Stream stream;
    QCOMPARE(
        stream.read(
            R"({"candidates":[{"content":{"parts":[{"text":"Hi"}]}}],"responseId":"r","modelVersion":"m"})"),
        (Lines{"start r m", "text Hi"}));
    QVERIFY(!stream.decoder->finished());
    QCOMPARE(
        stream.read(
            R"({"candidates":[{"content":{"parts":[{"text":""}]},"finishReason":"STOP"}],"responseId":"r"})"),
        (Lines{"finish stop"}));
    QVERIFY(stream.decoder->finished());
    QVERIFY(!stream.decoder->malformed());
    QCOMPARE(stream.read(R"({"candidates":[{"finishReason":"STOP"}]})"), Lines{}); // told twice
}

void GeminiReplyTest::thoughtsAreApart() {
    Stream stream;
    QCOMPARE(stream.parts(
                 R"({"text":"hm","thought":true},{"text":"a","thought":false},{"text":"","thought":true})"),
             (Lines{"reasoning hm", "text a"}));
}

void GeminiReplyTest::signaturesStandWhereTheyCame() {
    Stream stream;
    QCOMPARE(stream.parts(R"({"text":"hm","thought":true,"thoughtSignature":"c2ln+/="})"),
             (Lines{"reasoning hm", "signature c2ln+/="}));
    QCOMPARE(stream.parts(R"({"text":"a","thoughtSignature":"b"})"), (Lines{"text a", "signature b"}));
    QCOMPARE(stream.parts(R"({"text":"","thoughtSignature":"c"})"), (Lines{"signature c"}));
    QCOMPARE(stream.parts(R"({"thoughtSignature":"d"})"), (Lines{"signature d"}));
}

void GeminiReplyTest::callsComeWhole() {
    Stream stream;
    const Lines lines =
        stream.parts(R"({"functionCall":{"name":"f","args":{"b":1.50,"a":"x"}},"thoughtSignature":"s"},)"
                     R"({"functionCall":{"id":"8f2b","name":"g"}})");
    QCOMPARE(lines.size(), std::size_t(4));
    QVERIFY(lines[0].starts_with("call 0 call_"));
    QVERIFY(lines[0].ends_with(" f signed s"));
    QCOMPARE(lines[1], std::string(R"(arguments 0 {"b":1.5,"a":"x"})"));
    QCOMPARE(lines[2], std::string("call 1 8f2b g"));
    QCOMPARE(lines[3], std::string("arguments 1 {}"));
    QCOMPARE(stream.candidate(R"("finishReason":"STOP")"), (Lines{"finish tools"})); // Gemini says STOP
}

void GeminiReplyTest::madeUpIdsAreDistinctAndStable() {
    constexpr const char* kCall = R"({"functionCall":{"name":"f","args":{}}})";
    const std::string two = std::string(kCall) + "," + kCall;
    std::set<std::string> ids;
    Stream first;
    const Lines lines = first.parts(two);
    ids.insert(idOf(lines[0]));
    ids.insert(idOf(lines[2]));
    ids.insert(idOf(first.parts(kCall)[0]));
    Stream other;
    other.read(R"({"responseId":"another"})");
    ids.insert(idOf(other.read(R"({"candidates":[{"content":{"parts":[)" + std::string(kCall) + "]}}]}")[0]));
    QCOMPARE(ids.size(), std::size_t(4));
    Stream again;
    QCOMPARE(again.parts(two), lines);
}

void GeminiReplyTest::callersGetTheirOwnNames() {
    ReplyHints hints;
    hints.toolNames = {{"a_b_1234", "a.b"}};
    const auto decoder = makeGeminiReplyDecoder(hints, 1);
    std::vector<ChatEvent> events;
    decoder->event(
        {}, R"({"candidates":[{"content":{"parts":[{"functionCall":{"id":"i","name":"a_b_1234"}}]}}]})",
        events);
    QCOMPARE(linesOf(events)[1], std::string("call 0 i a.b"));
}

void GeminiReplyTest::blocksNobodyElseKnowsAreKept() {
    Stream stream;
    QCOMPARE(stream.parts(R"({"executableCode":{"language":"PYTHON","code":"1"},"thoughtSignature":"s"})"),
             (Lines{R"(opaque {"executableCode":{"language":"PYTHON","code":"1"},"thoughtSignature":"s"})"}));
    QCOMPARE(stream.parts(R"({"inlineData":{"mimeType":"image/png","data":"AA=="}})"),
             (Lines{R"(opaque {"inlineData":{"mimeType":"image/png","data":"AA=="}})"}));
}

void GeminiReplyTest::candidatesAreChoices() {
    Stream stream;
    QCOMPARE(
        stream.read(
            R"({"candidates":[{"index":0,"content":{"parts":[{"text":"a"}]},"finishReason":"STOP"},)"
            R"({"index":1,"content":{"parts":[{"text":"b"},{"functionCall":{"id":"i","name":"f"}}]}}]})"),
        (Lines{"start  ", "text a", "finish stop", "text @1 b", "call @1 1000000 i f",
               "arguments 1000000 {}"}));
    QVERIFY(!stream.decoder->finished()); // the second goes on
    QCOMPARE(stream.read(R"({"candidates":[{"index":1,"finishReason":"STOP"}]})"),
             (Lines{"finish @1 tools"}));
    QVERIFY(stream.decoder->finished());
}

void GeminiReplyTest::finishReasonsAreMapped_data() {
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("finish");
    QTest::newRow("stop") << QByteArray("STOP") << QByteArray("stop");
    QTest::newRow("length") << QByteArray("MAX_TOKENS") << QByteArray("length");
    QTest::newRow("continuation") << QByteArray("CONTINUATION") << QByteArray("length");
    for (const char* filter : {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII",
                               "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION", "MODEL_ARMOR"})
        QTest::newRow(filter) << QByteArray(filter) << QByteArray("filter");
}

void GeminiReplyTest::finishReasonsAreMapped() {
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, finish);
    Stream stream;
    QCOMPARE(stream.candidate("\"finishReason\":\"" + reason.toStdString() + "\""),
             (Lines{"finish " + finish.toStdString()}));
    QVERIFY(stream.decoder->finished());
    QVERIFY(stream.decoder->streamError().empty());
}

void GeminiReplyTest::failuresAreNoAnswers_data() {
    QTest::addColumn<QByteArray>("reason");
    for (const char* failure : {"MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS",
                                "MISSING_THOUGHT_SIGNATURE"})
        QTest::newRow(failure) << QByteArray(failure);
}

void GeminiReplyTest::failuresAreNoAnswers() {
    QFETCH(QByteArray, reason);
    Stream stream;
    stream.parts(R"({"text":"I call"})");
    const std::string ending = R"("finishMessage":"call: f","finishReason":")" + reason.toStdString() + "\"";
    QCOMPARE(stream.candidate(ending), Lines{});
    QVERIFY(!stream.decoder->finished());
    QVERIFY(stream.decoder->streamError().find(reason.toStdString()) != std::string::npos);
    QVERIFY(stream.decoder->streamError().find("call: f") != std::string::npos);
}

void GeminiReplyTest::unclearEndsAreGoodOnlyAfterAnAnswer() {
    Stream good;
    good.parts(R"({"text":"a"})");
    QCOMPARE(good.candidate(R"("finishReason":"OTHER")"), (Lines{"finish stop"}));
    Stream bad;
    QCOMPARE(bad.candidate(R"("finishReason":"OTHER")"), Lines{});
    QCOMPARE(bad.decoder->streamError(), std::string("Gemini ended with OTHER."));
    Stream open;
    QCOMPARE(open.candidate(R"("finishReason":"FINISH_REASON_UNSPECIFIED")"), Lines{});
    QVERIFY(!open.decoder->finished());
    QVERIFY(open.decoder->streamError().empty());
}

void GeminiReplyTest::refusedPromptsFinishFiltered() {
    constexpr const char* kBlocked =
        R"({"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},)"
        R"("usageMetadata":{"promptTokenCount":7},"responseId":"r","modelVersion":"m"})";
    const Lines expected{"start r m", "usage 7 0 0 0 0 0", "finish filter"};
    QCOMPARE(body(kBlocked), expected);
    Stream stream;
    QCOMPARE(stream.read(kBlocked), expected);
    QVERIFY(stream.decoder->finished());
    QCOMPARE(stream.read(kBlocked), Lines{}); // once
}

void GeminiReplyTest::usageIsDisjoint_data() {
    QTest::addColumn<QByteArray>("metadata");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char* name, const char* metadata, const char* line) {
        QTest::newRow(name) << QByteArray(metadata) << QByteArray(line);
    };
    row("plain", R"({"promptTokenCount":10,"candidatesTokenCount":5})", "usage 10 0 0 5 0 0");
    row("cached is inside", R"({"promptTokenCount":10,"cachedContentTokenCount":4,"candidatesTokenCount":5})",
        "usage 6 4 0 5 0 0");
    row("thoughts are apart", R"({"promptTokenCount":10,"candidatesTokenCount":5,"thoughtsTokenCount":30})",
        "usage 10 0 0 5 30 0");
    row("tools of its own", R"({"promptTokenCount":10,"toolUsePromptTokenCount":7,"candidatesTokenCount":5})",
        "usage 17 0 0 5 0 0");
    row("audio",
        R"({"promptTokenCount":10,"cachedContentTokenCount":3,"candidatesTokenCount":5,)"
        R"("promptTokensDetails":[{"modality":"TEXT","tokenCount":4},{"modality":"AUDIO","tokenCount":6}],)"
        R"("cacheTokensDetails":[{"modality":"AUDIO","tokenCount":2}],)"
        R"("candidatesTokensDetails":[{"modality":"AUDIO","tokenCount":1}]})",
        "usage 3 1 4 4 0 1 heard before 2");
    row("pictures are apart",
        R"({"promptTokenCount":3,"candidatesTokenCount":1300,)"
        R"("candidatesTokensDetails":[{"modality":"IMAGE","tokenCount":1290}],"trafficType":"ON_DEMAND"})",
        "usage 3 0 0 10 0 0 drawn 1290 served standard");
    row("served for less", R"({"promptTokenCount":3,"serviceTier":"FLEX"})", "usage 3 0 0 0 0 0 served flex");
    row("bought beforehand", R"({"promptTokenCount":3,"trafficType":"PROVISIONED_THROUGHPUT"})",
        "usage 3 0 0 0 0 0 served other");
    row("never below nothing",
        R"({"promptTokenCount":2,"cachedContentTokenCount":4,"candidatesTokenCount":-5})",
        "usage 0 4 0 0 0 0");
}

void GeminiReplyTest::usageIsDisjoint() {
    QFETCH(QByteArray, metadata);
    QFETCH(QByteArray, line);
    Stream stream;
    QCOMPARE(stream.read(R"({"usageMetadata":)" + metadata.toStdString() + "}").back(), line.toStdString());
}

void GeminiReplyTest::usageIsToldOncePerChange() {
    Stream stream;
    stream.read(R"({"usageMetadata":{"promptTokenCount":3}})");
    QCOMPARE(stream.read(R"({"usageMetadata":{"promptTokenCount":3}})"), Lines{});
    QCOMPARE(stream.read(R"({"usageMetadata":{"promptTokenCount":3,"candidatesTokenCount":1}})"),
             (Lines{"usage 3 0 0 1 0 0"}));
}

void GeminiReplyTest::groundingIsCited() {
    Stream stream;
    stream.parts(R"({"text":"Łódź "})"); // 5 characters, 8 bytes
    constexpr const char* kGrounded =
        R"("content":{"parts":[{"text":"is a city."}]},"groundingMetadata":{"webSearchQueries":["x"],)"
        R"("groundingChunks":[{"web":{"uri":"https://a.test","title":"A"}},{"web":{"uri":"https://b.test"}}],)"
        R"("groundingSupports":[{"segment":{"startIndex":8,"endIndex":18,"text":"is a city."},)"
        R"("groundingChunkIndices":[0,1,9]}]})";
    const Lines expected{R"(text is a city.)",
                         R"(citation {"type":"url_citation","url_citation":{"url":"https://a.test",)"
                         R"("title":"A","start_index":5,"end_index":15}})",
                         R"(citation {"type":"url_citation","url_citation":{"url":"https://b.test",)"
                         R"("title":"https://b.test","start_index":5,"end_index":15}})"};
    QCOMPARE(stream.candidate(kGrounded), expected);
    // The next chunk repeats them.
    const std::string again = std::string(kGrounded).substr(std::string(kGrounded).find("},") + 2);
    QCOMPARE(stream.candidate(again), Lines{});
}

void GeminiReplyTest::sourcesWithoutSupportsCiteTheWhole() {
    Stream stream;
    stream.parts(R"({"text":"ab"})");
    const Lines lines = stream.candidate(R"("groundingMetadata":{"groundingChunks":[{"retrievedContext":)"
                                         R"({"uri":"gs://x","title":"X"}},{"web":{}}]})");
    const Lines expected{R"(citation {"type":"url_citation","url_citation":{"url":"gs://x","title":"X",)"
                         R"("start_index":0,"end_index":2}})"};
    QCOMPARE(lines, expected);
}

void GeminiReplyTest::recitationsAreCited() {
    Stream stream;
    stream.parts(R"({"text":"abcd"})");
    const Lines lines =
        stream.candidate(R"("citationMetadata":{"citationSources":[{"startIndex":1,"endIndex":3,)"
                         R"("uri":"https://a.test","license":"mit"},{"startIndex":1,"endIndex":2}]})");
    const Lines expected{R"(citation {"type":"url_citation","url_citation":{"url":"https://a.test",)"
                         R"("title":"https://a.test","start_index":1,"end_index":3}})"};
    QCOMPARE(lines, expected);
}

void GeminiReplyTest::logprobsAreOpenAis() {
    Stream stream;
    const Lines lines =
        stream.candidate(R"("logprobsResult":{"chosenCandidates":[{"token":"é","logProbability":-0.5}],)"
                         R"("topCandidates":[{"candidates":[{"token":"é","logProbability":-0.5},)"
                         R"({"token":"e","logProbability":-2}]}]})");
    const Lines expected{
        R"(logprobs {"content":[{"token":"é","logprob":-5E-1,"bytes":[195,169],"top_logprobs":[)"
        R"({"token":"é","logprob":-5E-1,"bytes":[195,169]},{"token":"e","logprob":-2E0,"bytes":[101]}]}],)"
        R"("refusal":null})"};
    QCOMPARE(lines, expected);
}

void GeminiReplyTest::errorsInAStreamAreErrors_data() {
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("object") << QByteArray(
        R"({"error":{"code":503,"message":"overloaded","status":"UNAVAILABLE"}})");
    QTest::newRow("list") << QByteArray(R"([{"error":{"code":503,"message":"overloaded"}}])");
}

void GeminiReplyTest::errorsInAStreamAreErrors() {
    QFETCH(QByteArray, data);
    Stream stream;
    stream.parts(R"({"text":"a"})");
    QCOMPARE(stream.read(data.toStdString()), Lines{});
    QCOMPARE(stream.decoder->streamError(), std::string("overloaded"));
    QVERIFY(!stream.decoder->finished());
    std::vector<ChatEvent> events;
    const auto whole = makeGeminiReplyDecoder({}, 1);
    whole->body(data.toStdString(), events);
    QCOMPARE(whole->streamError(), std::string("overloaded"));
    QVERIFY(!whole->malformed());
}

void GeminiReplyTest::aStreamThatStopsIsNotFinished() {
    Stream stream;
    stream.parts(R"({"text":"a"})");
    QVERIFY(!stream.decoder->finished());
    QVERIFY(!stream.decoder->sawTerminator());
    Stream silent;
    QVERIFY(!silent.decoder->finished());
}

void GeminiReplyTest::whatIsNoReplyIsMalformed_data() {
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray(R"({"candidates":)");
    QTest::newRow("a word") << QByteArray("\"hello\"");
    QTest::newRow("a page") << QByteArray("<html></html>");
    QTest::newRow("nothing in it") << QByteArray("{}");
    QTest::newRow("no candidates") << QByteArray(
        R"({"candidates":[],"usageMetadata":{"promptTokenCount":1}})");
    QTest::newRow("list of words") << QByteArray(R"(["a"])");
}

void GeminiReplyTest::whatIsNoReplyIsMalformed() {
    QFETCH(QByteArray, data);
    QCOMPARE(body(data.toStdString()), (Lines{"malformed"}));
}

void GeminiReplyTest::embeddingsAreRead() {
    std::vector<ChatEvent> events;
    const auto one = makeGeminiEmbeddingDecoder();
    one->body(R"({"embedding":{"values":[0.5,-1]},"usageMetadata":{"promptTokenCount":3}})", events);
    QCOMPARE(linesOf(events), (Lines{"start  ", "embedding 0 0.5 -1", "usage 3 0 0 0 0 0", "finish stop"}));
    events.clear();
    const auto several = makeGeminiEmbeddingDecoder();
    several->body(R"({"embeddings":[{"values":[1]},{"values":[2]}]})", events);
    QCOMPARE(linesOf(events), (Lines{"start  ", "embedding 0 1", "embedding 1 2", "finish stop"}));
    for (const char* bad : {"{}", R"({"embedding":{}})", R"({"embeddings":[{"values":["a"]}]})", "x"}) {
        events.clear();
        const auto decoder = makeGeminiEmbeddingDecoder();
        decoder->body(bad, events);
        QVERIFY2(decoder->malformed(), bad);
        QVERIFY2(!decoder->finished(), bad);
    }
}

void GeminiReplyTest::tokenCountsAreRead() {
    std::vector<ChatEvent> events;
    const auto decoder = makeGeminiTokenCountDecoder();
    decoder->body(R"({"totalTokens":31,"promptTokensDetails":[{"modality":"TEXT","tokenCount":31}]})",
                  events);
    QCOMPARE(linesOf(events), (Lines{"count 31", "finish stop"}));
    QVERIFY(decoder->finished());
    const auto other = makeGeminiTokenCountDecoder();
    other->body(R"({"total":31})", events);
    QVERIFY(other->malformed());
}

QTEST_GUILESS_MAIN(GeminiReplyTest)
#include "tst_gemini_reply.moc"
