// Replies as Google's SDKs read them, whole and streamed.

#include "gateway/dialects/dialect.h"
#include "gateway/dialects/gemini_errors.h"
#include "gateway/dialects/gemini_seal.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;

namespace {

using Events = std::vector<ChatEvent>;

const ReplyFacts kFacts = [] {
    ReplyFacts facts;
    facts.replyId = "01REPLY";
    facts.model = "said-model";
    return facts;
}();

std::unique_ptr<ReplyEncoder> encoder(bool stream, bool thoughts, bool array = false) {
    RequestEnvelope envelope;
    envelope.stream = stream;
    envelope.wantsArray = array;
    ChatRequest request;
    request.reasoning.summary = thoughts ? "auto" : "";
    return geminiGenerateDialect().encoder(envelope, kFacts, request);
}

json::value whole(const Events& events, bool thoughts = true, bool array = false) {
    const auto reply = encoder(false, thoughts, array);
    for (const ChatEvent& event : events)
        reply->add(event);
    return json::parse(reply->body(kFacts));
}

/// The objects of a stream.
json::array streamed(const Events& events, bool thoughts = true) {
    const auto reply = encoder(true, thoughts);
    std::string bytes;
    for (const ChatEvent& event : events) {
        reply->add(event);
        bytes += reply->takeBytes();
    }
    bytes += reply->end(kFacts);
    json::array chunks;
    const std::string_view kBegin = "data: ";
    const std::string_view kEnd = "\r\n\r\n";
    for (std::string_view rest = bytes; !rest.empty();) {
        const std::size_t end = rest.find(kEnd);
        if (!rest.starts_with(kBegin) || end == std::string_view::npos)
            qFatal("no event: %s", bytes.c_str());
        chunks.push_back(json::parse(std::string(rest.substr(kBegin.size(), end - kBegin.size()))));
        rest.remove_prefix(end + kEnd.size());
    }
    return chunks;
}

json::array partsOf(const json::value& response) {
    return response.at("candidates").at(0).at("content").at("parts").as_array();
}

std::string textOf(const json::value& value) {
    return json::serialize(value);
}

const char* const kPlace =
    R"({"type":"url_citation","url_citation":{"url":"http://a","title":"A","start_index":0,"end_index":1}})";
const char* const kOdds =
    R"({"content":[{"token":"a","logprob":-0.5,"top_logprobs":[{"token":"b","logprob":-2}]}]})";

Usage someUsage() {
    Usage usage;
    usage.inputUncached = 7;
    usage.cacheRead = 3;
    usage.outputText = 4;
    usage.reasoning = 2;
    return usage;
}

const Events kReply{event::Start{"id-1", "up-model"},
                    event::ReasoningDelta{"Hm."},
                    event::ReasoningSignature{"c2ln", Origin::Anthropic},
                    event::TextDelta{"One"},
                    event::TextDelta{" two"},
                    event::ToolCallStart{0, "a", "f", "Y2FsbA=="},
                    event::ToolCallStart{1, "b", "g"},
                    event::ToolArgumentsDelta{1, "{\"x\":"},
                    event::ToolArgumentsDelta{0, "{}"},
                    event::ToolArgumentsDelta{1, "1}"},
                    event::Finish{FinishReason::ToolCalls},
                    event::UsageReport{someUsage()}};

} // namespace

class TestGeminiEncoder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWholeReply() {
        const json::value reply = whole(kReply);
        const json::array parts = partsOf(reply);
        QCOMPARE(parts.size(), std::size_t{5});
        QCOMPARE(textOf(parts[0]), std::string("{\"text\":\"Hm.\",\"thought\":true}"));
        const std::string sealed(parts[1].at("thoughtSignature").as_string());
        QCOMPARE(openedFromGemini(sealed)->signature, std::string("c2ln"));
        QCOMPARE(textOf(parts[2]), std::string("{\"text\":\"One two\"}"));
        QCOMPARE(textOf(parts[3]), std::string("{\"functionCall\":{\"id\":\"a\",\"name\":\"f\",\"args\":{}},"
                                               "\"thoughtSignature\":\"Y2FsbA==\"}"));
        QCOMPARE(textOf(parts[4].at("functionCall").at("args")), std::string("{\"x\":1}"));
        QCOMPARE(textOf(reply.at("usageMetadata")),
                 std::string("{\"promptTokenCount\":10,\"candidatesTokenCount\":4,\"totalTokenCount\":16,"
                             "\"cachedContentTokenCount\":3,\"thoughtsTokenCount\":2}"));
        QCOMPARE(textOf(reply.at("modelVersion")), std::string("\"up-model\""));
        QCOMPARE(textOf(reply.at("responseId")), std::string("\"id-1\""));
        QCOMPARE(textOf(reply.at("candidates").at(0).at("finishReason")), std::string("\"STOP\""));
    }

    void thoughtsAreShownToWhoAskedForThem() {
        QCOMPARE(textOf(partsOf(whole({event::ReasoningDelta{"Hm."}, event::TextDelta{"a"}}, false))),
                 std::string("[{\"text\":\"a\"}]"));
        const json::array chunks = streamed({event::ReasoningDelta{"Hm."}, event::TextDelta{"a"}}, false);
        QCOMPARE(textOf(partsOf(chunks.front())), std::string("[{\"text\":\"a\"}]"));
    }

    void aStreamTellsPiecesCallsAndTheEnd() {
        const json::array chunks = streamed(kReply);
        QCOMPARE(chunks.size(), std::size_t{7});
        QCOMPARE(textOf(partsOf(chunks[2])), std::string("[{\"text\":\"One\"}]"));
        QCOMPARE(textOf(partsOf(chunks[5]).front().at("functionCall").at("args")), std::string("{\"x\":1}"));
        QVERIFY(!chunks[5].as_object().contains("usageMetadata"));
        QCOMPARE(textOf(chunks[6].at("usageMetadata").at("totalTokenCount")), std::string("16"));
        QCOMPARE(textOf(chunks[6].at("candidates").at(0).at("finishReason")), std::string("\"STOP\""));
        for (const json::value& chunk : chunks)
            QCOMPARE(textOf(chunk.at("responseId")), std::string("\"id-1\""));
    }

    void everyFinishHasItsWord_data() {
        QTest::addColumn<int>("reason");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("length") << static_cast<int>(FinishReason::Length) << QByteArray("\"MAX_TOKENS\"");
        QTest::newRow("filter") << static_cast<int>(FinishReason::ContentFilter) << QByteArray("\"SAFETY\"");
        QTest::newRow("refusal") << static_cast<int>(FinishReason::Refusal) << QByteArray("\"SAFETY\"");
        QTest::newRow("sequence") << static_cast<int>(FinishReason::StopSequence) << QByteArray("\"STOP\"");
    }
    void everyFinishHasItsWord() {
        QFETCH(int, reason);
        QFETCH(QByteArray, word);
        const json::value reply =
            whole({event::TextDelta{"a"}, event::Finish{static_cast<FinishReason>(reason)}});
        QCOMPARE(textOf(reply.at("candidates").at(0).at("finishReason")), word.toStdString());
    }

    void severalAnswersAreSeveralCandidates() {
        const Events events{event::TextDelta{"a"}, event::TextDelta{"b", 1},
                            event::Finish{FinishReason::Stop}, event::Finish{FinishReason::Length, 1}};
        const json::value reply = whole(events);
        QCOMPARE(textOf(reply.at("candidates").at(1).at("content").at("parts").at(0).at("text")),
                 std::string("\"b\""));
        const json::array chunks = streamed(events);
        QCOMPARE(textOf(chunks[1].at("candidates").at(0).at("index")), std::string("1"));
        QCOMPARE(textOf(chunks[2].at("candidates").at(1).at("finishReason")), std::string("\"MAX_TOKENS\""));
    }

    void sourcesAndProbabilitiesAreTold() {
        const json::value place = json::parse(kPlace);
        const json::value odds = json::parse(kOdds);
        const json::value reply =
            whole({event::TextDelta{"a"}, event::Citation{place, place}, event::Logprobs{odds}});
        const json::value& candidate = reply.at("candidates").at(0);
        QCOMPARE(textOf(candidate.at("citationMetadata").at("citationSources").at(0)),
                 std::string("{\"startIndex\":0,\"endIndex\":1,\"uri\":\"http://a\",\"title\":\"A\"}"));
        QCOMPARE(textOf(candidate.at("logprobsResult").at("chosenCandidates").at(0).at("token")),
                 std::string("\"a\""));
        QCOMPARE(
            textOf(
                candidate.at("logprobsResult").at("topCandidates").at(0).at("candidates").at(0).at("token")),
            std::string("\"b\""));
    }

    void blocksOfOthersAreLeftOutAndNoted() {
        const auto reply = encoder(false, true);
        reply->add(event::OpaqueBlock{json::parse("{\"executableCode\":{}}"), Origin::Gemini});
        QVERIFY(reply->notes().empty());
        reply->add(event::OpaqueBlock{json::parse("{}"), Origin::Anthropic});
        QCOMPARE(reply->notes().size(), std::size_t{1});
        const json::value body = json::parse(reply->body(kFacts));
        QCOMPARE(textOf(partsOf(body)), std::string("[{\"executableCode\":{}}]"));
    }

    void withoutEventsAStreamIsOneArray() {
        QVERIFY(whole({event::TextDelta{"a"}}, true, true).at(0).at("candidates").is_array());
        RequestEnvelope envelope;
        envelope.wantsArray = true;
        QCOMPARE(geminiGenerateDialect().touchedUp("{}", envelope), std::string("[{}]"));
    }

    void errorsNameReasonFieldAndWait() {
        Error error;
        error.code = ErrorCode::RateLimited;
        error.message = "Slow down.";
        error.param = "model";
        error.retryAfterMs = 1'500;
        const json::value body = json::parse(geminiErrorBody(error));
        QCOMPARE(textOf(body.at("error").at("status")), std::string("\"RESOURCE_EXHAUSTED\""));
        QCOMPARE(textOf(body.at("error").at("code")), std::string("429"));
        QCOMPARE(textOf(body.at("error").at("details").at(0).at("reason")),
                 std::string("\"RATE_LIMIT_EXCEEDED\""));
        QCOMPARE(textOf(body.at("error").at("details").at(1).at("fieldViolations").at(0).at("field")),
                 std::string("\"model\""));
        QCOMPARE(textOf(body.at("error").at("details").at(2).at("retryDelay")), std::string("\"2s\""));
        const std::string event = geminiGenerateDialect().streamError(error, {});
        QVERIFY(event.starts_with("data: {\"error\":") && event.ends_with("}\r\n\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestGeminiEncoder)
#include "tst_gemini_encoder.moc"
