// Replies as OpenAI writes them, to the last bracket.

#include "gateway/dialects/dialect.h"
#include "gateway/dialects/openai_chat_encoder.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;

namespace {

ReplyFacts facts() {
    ReplyFacts facts;
    facts.replyId = "own";
    facts.model = "gpt-4o-mini";
    facts.createdSeconds = 1'795'305'600;
    return facts;
}

std::unique_ptr<ReplyEncoder> encoder(bool stream, bool includeUsage = false,
                                      const ChatRequest& request = {}) {
    RequestEnvelope envelope;
    envelope.stream = stream;
    envelope.includeUsage = includeUsage;
    return openAiChatDialect().encoder(envelope, facts(), request);
}

Usage usage() {
    Usage usage;
    usage.inputUncached = 10;
    usage.cacheRead = 4;
    usage.cacheWrite5m = 2;
    usage.audioInput = 1;
    usage.outputText = 20;
    usage.reasoning = 6;
    usage.audioOutput = 3;
    return usage;
}

constexpr std::string_view kUsage =
    R"({"prompt_tokens":17,"completion_tokens":29,"total_tokens":46,)"
    R"("prompt_tokens_details":{"cached_tokens":4,"audio_tokens":1,"cache_write_tokens":2},)"
    R"("completion_tokens_details":{"reasoning_tokens":6,"audio_tokens":3}})";

/// The payloads of a stream; fails when one is not "data: …\n\n".
std::vector<std::string> payloads(std::string bytes) {
    std::vector<std::string> result;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find("\n\n");
        if (!bytes.starts_with("data: ") || end == std::string::npos)
            return {"malformed: " + bytes};
        result.push_back(bytes.substr(6, end - 6));
        bytes.erase(0, end + 2);
    }
    return result;
}

std::string chunk(const std::string& delta, const std::string& finish = "null",
                  const std::string& more = {}) {
    return R"({"id":"up-1","object":"chat.completion.chunk","created":1795305600,"model":"up-model",)"
           R"("choices":[{"index":0,"delta":)" +
           delta + R"(,"finish_reason":)" + finish + "}]" + more + "}";
}

} // namespace

class OpenAiChatEncoderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReplyHasTheExactShape();
    void aReplyWithToolCallsHasNoContent();
    void aRefusalStandsInItsOwnField();
    void anEmptyReplyIsStillAReply();
    void namesFallBackToOurOwn();
    void aStreamHasTheExactShape();
    void toolCallsStreamPieceByPiece();
    void freeTextIsCalledWithFreeText();
    void eachChoiceNumbersItsCalls();
    void usageComesLastWhenAskedFor();
    void bytesAreTakenOnce();
    void textIsEscaped();
    void finishReasonsAreOpenAis_data();
    void finishReasonsAreOpenAis();
    void errorsHaveTheExactShape();
    void everyChoiceStreamsByItself();
    void signedReasoningIsKept_data();
    void signedReasoningIsKept();
    void citationsAndLogprobsAreShown();
};

void OpenAiChatEncoderTest::aReplyHasTheExactShape() {
    auto reply = encoder(false);
    reply->add(event::Start{"up-1", "up-model"});
    reply->add(event::ReasoningDelta{"hm"});
    reply->add(event::TextDelta{"Hel"});
    reply->add(event::TextDelta{"lo"});
    reply->add(event::Finish{FinishReason::Length});
    reply->add(event::UsageReport{usage()});
    QVERIFY(reply->takeBytes().empty());
    QCOMPARE(reply->body(facts()),
             R"({"id":"up-1","object":"chat.completion","created":1795305600,"model":"up-model",)"
             R"("choices":[{"index":0,"message":{"role":"assistant","content":"Hello","refusal":null,)"
             R"("reasoning_content":"hm"},"logprobs":null,"finish_reason":"length"}],"usage":)" +
                 std::string(kUsage) + "}");
}

void OpenAiChatEncoderTest::aReplyWithToolCallsHasNoContent() {
    auto reply = encoder(false);
    reply->add(event::Start{"up-1", "up-model"});
    reply->add(event::ToolCallStart{0, "call_a", "weather"});
    reply->add(event::ToolArgumentsDelta{0, "{\"city\":"});
    reply->add(event::ToolCallStart{3, "call_b", "time"});
    reply->add(event::ToolArgumentsDelta{0, "\"x\"}"});
    reply->add(event::ToolArgumentsDelta{3, "{}"});
    reply->add(event::Finish{FinishReason::ToolCalls});
    const json::value body = json::parse(reply->body(facts()));
    QCOMPARE(
        json::serialize(body.at("choices").at(0).at("message")),
        std::string(
            R"({"role":"assistant","content":null,"refusal":null,"tool_calls":[)"
            R"({"id":"call_a","type":"function","function":{"name":"weather","arguments":"{\"city\":\"x\"}"}},)"
            R"({"id":"call_b","type":"function","function":{"name":"time","arguments":"{}"}}]})"));
    QCOMPARE(std::string(body.at("choices").at(0).at("finish_reason").as_string()),
             std::string("tool_calls"));
}

void OpenAiChatEncoderTest::aRefusalStandsInItsOwnField() {
    auto reply = encoder(false);
    reply->add(event::RefusalDelta{"I can't "});
    reply->add(event::RefusalDelta{"help."});
    const json::value message = json::parse(reply->body(facts())).at("choices").at(0).at("message");
    QCOMPARE(json::serialize(message),
             std::string(R"({"role":"assistant","content":null,"refusal":"I can't help."})"));
}

void OpenAiChatEncoderTest::anEmptyReplyIsStillAReply() {
    const json::value body = json::parse(encoder(false)->body(facts()));
    QCOMPARE(std::string(body.at("choices").at(0).at("message").at("content").as_string()), std::string());
    QCOMPARE(body.at("usage").at("total_tokens").as_int64(), 0);
    QVERIFY(body.at("choices").at(0).is_object());
}

void OpenAiChatEncoderTest::namesFallBackToOurOwn() {
    auto reply = encoder(false);
    reply->add(event::Start{});
    const json::value body = json::parse(reply->body(facts()));
    QCOMPARE(std::string(body.at("id").as_string()), std::string("chatcmpl-own"));
    QCOMPARE(std::string(body.at("model").as_string()), std::string("gpt-4o-mini"));
    auto stream = encoder(true);
    stream->add(event::Start{});
    const json::value first = json::parse(payloads(stream->takeBytes()).front());
    QCOMPARE(std::string(first.at("id").as_string()), std::string("chatcmpl-own"));
    QCOMPARE(std::string(first.at("model").as_string()), std::string("gpt-4o-mini"));
}

void OpenAiChatEncoderTest::aStreamHasTheExactShape() {
    auto stream = encoder(true);
    stream->add(event::Start{"up-1", "up-model"});
    stream->add(event::ReasoningDelta{"hm"});
    stream->add(event::TextDelta{"Hi"});
    stream->add(event::RefusalDelta{"no"});
    stream->add(event::Finish{FinishReason::Stop});
    stream->add(event::UsageReport{usage()}); // not asked for
    const std::vector<std::string> expected{chunk(R"({"role":"assistant","content":""})"),
                                            chunk(R"({"reasoning_content":"hm"})"),
                                            chunk(R"({"content":"Hi"})"),
                                            chunk(R"({"refusal":"no"})"),
                                            chunk("{}", R"("stop")"),
                                            "[DONE]"};
    QCOMPARE(payloads(stream->takeBytes() + stream->end(facts())), expected);
}

void OpenAiChatEncoderTest::toolCallsStreamPieceByPiece() {
    auto stream = encoder(true);
    stream->add(event::Start{"up-1", "up-model"});
    stream->takeBytes();
    stream->add(event::ToolCallStart{1, "call_a", "weather"});
    stream->add(event::ToolArgumentsDelta{1, "{\"a\""});
    stream->add(event::Finish{FinishReason::ToolCalls});
    const std::vector<std::string> expected{
        chunk(
            R"({"tool_calls":[{"index":0,"id":"call_a","type":"function","function":{"name":"weather","arguments":""}}]})"),
        chunk(R"({"tool_calls":[{"index":0,"function":{"arguments":"{\"a\""}}]})"),
        chunk("{}", R"("tool_calls")")};
    QCOMPARE(payloads(stream->takeBytes()), expected);
}

void OpenAiChatEncoderTest::freeTextIsCalledWithFreeText() {
    ChatRequest request;
    ToolDefinition patch;
    patch.kind = ToolDefinition::Kind::Custom;
    patch.name = "patch";
    request.tools = {patch};
    for (const bool stream : {false, true}) {
        auto reply = encoder(stream, false, request);
        reply->add(event::Start{"up-1", "up-model"});
        reply->add(event::ToolCallStart{0, "a", "patch"});
        reply->add(event::ToolArgumentsDelta{0, R"({"input":"x\)"});
        reply->add(event::ToolArgumentsDelta{0, R"(ny"})"});
        reply->add(event::ToolCallStart{1, "b", "patch"});
        reply->add(event::ToolArgumentsDelta{1, R"({"other":1})"}); // the text itself, then
        reply->add(event::ToolCallStart{2, "c", "time"});
        reply->add(event::ToolArgumentsDelta{2, "{}"});
        reply->add(event::Finish{FinishReason::ToolCalls});
        if (!stream) {
            const json::value body = json::parse(reply->body(facts()));
            QCOMPARE(
                json::serialize(body.at("choices").at(0).at("message").at("tool_calls")),
                std::string(R"([{"id":"a","type":"custom","custom":{"name":"patch","input":"x\ny"}},)"
                            R"({"id":"b","type":"custom","custom":{"name":"patch","input":"{\"other\":1}"}},)"
                            R"({"id":"c","type":"function","function":{"name":"time","arguments":"{}"}}])"));
            continue;
        }
        const auto chunks = payloads(reply->takeBytes());
        const auto calls = [&](const std::string& call) { return chunk(R"({"tool_calls":[)" + call + "]}"); };
        QCOMPARE(chunks.size(), 9U);
        QCOMPARE(chunks[1],
                 calls(R"({"index":0,"id":"a","type":"custom","custom":{"name":"patch","input":""}})"));
        QCOMPARE(chunks[2], calls(R"({"index":0,"custom":{"input":"x"}})"));
        QCOMPARE(chunks[3], calls(R"({"index":0,"custom":{"input":"\ny"}})"));
        QCOMPARE(chunks[7], calls(R"({"index":1,"custom":{"input":"{\"other\":1}"}})"));
    }
}

void OpenAiChatEncoderTest::eachChoiceNumbersItsCalls() {
    auto stream = encoder(true);
    stream->add(event::Start{"up-1", "up-model"});
    stream->add(event::ToolCallStart{0, "a", "f", {}, 0});
    stream->add(event::ToolCallStart{1'000'000, "b", "f", {}, 1});
    stream->takeBytes();
    stream->add(event::ToolArgumentsDelta{1'000'000, "{}"});
    const auto chunks = payloads(stream->takeBytes());
    const json::value choice = json::parse(chunks.at(0)).at("choices").at(0);
    QCOMPARE(choice.at("index").as_int64(), 1);
    QCOMPARE(choice.at("delta").at("tool_calls").at(0).at("index").as_int64(), 0);
}

void OpenAiChatEncoderTest::usageComesLastWhenAskedFor() {
    auto stream = encoder(true, true);
    stream->add(event::Start{"up-1", "up-model"});
    stream->add(event::UsageReport{usage()});
    stream->add(event::Finish{FinishReason::Stop});
    const std::vector<std::string> expected{
        chunk(R"({"role":"assistant","content":""})", "null", R"(,"usage":null)"),
        chunk("{}", R"("stop")", R"(,"usage":null)"),
        R"({"id":"up-1","object":"chat.completion.chunk","created":1795305600,"model":"up-model","choices":[],"usage":)" +
            std::string(kUsage) + "}",
        "[DONE]"};
    QCOMPARE(payloads(stream->takeBytes() + stream->end(facts())), expected);
}

void OpenAiChatEncoderTest::bytesAreTakenOnce() {
    auto stream = encoder(true);
    stream->add(event::TextDelta{"x"});
    QVERIFY(!stream->takeBytes().empty());
    QVERIFY(stream->takeBytes().empty());
}

void OpenAiChatEncoderTest::textIsEscaped() {
    const std::string nasty =
        "quote \" backslash \\ line\n\ndata: [DONE]\n\n nul " + std::string(1, '\0') + " żółć 😀";
    auto stream = encoder(true);
    stream->add(event::Start{"up-1", "up-model"});
    stream->takeBytes();
    stream->add(event::TextDelta{nasty});
    const auto chunks = payloads(stream->takeBytes());
    QCOMPARE(chunks.size(), 1U);
    QCOMPARE(std::string(json::parse(chunks[0]).at("choices").at(0).at("delta").at("content").as_string()),
             nasty);
}

void OpenAiChatEncoderTest::finishReasonsAreOpenAis_data() {
    QTest::addColumn<int>("reason");
    QTest::addColumn<std::string>("word");
    QTest::newRow("stop") << static_cast<int>(FinishReason::Stop) << std::string("stop");
    QTest::newRow("length") << static_cast<int>(FinishReason::Length) << std::string("length");
    QTest::newRow("tools") << static_cast<int>(FinishReason::ToolCalls) << std::string("tool_calls");
    QTest::newRow("filter") << static_cast<int>(FinishReason::ContentFilter) << std::string("content_filter");
}

void OpenAiChatEncoderTest::finishReasonsAreOpenAis() {
    QFETCH(int, reason);
    QFETCH(std::string, word);
    QCOMPARE(std::string(openAiFinishReason(static_cast<FinishReason>(reason))), word);
}

void OpenAiChatEncoderTest::errorsHaveTheExactShape() {
    Error error;
    error.code = ErrorCode::BudgetExceeded;
    error.message = "Used \"up\".";
    const std::string body =
        R"({"error":{"message":"Used \"up\".","type":"insufficient_quota","param":null,"code":"budget_exceeded"}})";
    QCOMPARE(openAiChatDialect().errorBody(error, "t-1"), body);
    QCOMPARE(openAiChatDialect().streamError(error, "t-1"), "data: " + body + "\n\n");
    error.param = "model";
    QCOMPARE(
        std::string(
            json::parse(openAiChatDialect().errorBody(error, "t-1")).at("error").at("param").as_string()),
        std::string("model"));
}

void OpenAiChatEncoderTest::everyChoiceStreamsByItself() {
    auto stream = encoder(true);
    stream->add(event::Start{"up-1", "up-model"});
    stream->takeBytes();
    stream->add(event::TextDelta{"a", 1});
    stream->add(event::TextDelta{"b", 0});
    stream->add(event::Finish{FinishReason::Length, 1});
    const auto chunks = payloads(stream->takeBytes());
    QCOMPARE(chunks.size(), 4U);
    const auto choice = [&](std::size_t at) { return json::parse(chunks[at]).at("choices").at(0); };
    QCOMPARE(choice(0).at("delta").at("role"), json::value("assistant")); // of the second choice
    QCOMPARE(choice(0).at("index").as_int64(), 1);
    QCOMPARE(choice(1).at("delta").at("content"), json::value("a"));
    QCOMPARE(choice(2).at("index").as_int64(), 0);
    QVERIFY(!choice(2).at("delta").as_object().contains("role"));
    QCOMPARE(choice(3).at("finish_reason"), json::value("length"));

    auto whole = encoder(false);
    whole->add(event::TextDelta{"a", 1});
    whole->add(event::TextDelta{"b", 0});
    const json::value body = json::parse(whole->body(facts()));
    QCOMPARE(body.at("choices").as_array().size(), 2U);
    QCOMPARE(body.at("choices").at(1).at("message").at("content"), json::value("a"));
}

void OpenAiChatEncoderTest::signedReasoningIsKept_data() {
    QTest::addColumn<bool>("streamed");
    QTest::newRow("whole") << false;
    QTest::newRow("streamed") << true;
}

void OpenAiChatEncoderTest::signedReasoningIsKept() {
    QFETCH(bool, streamed);
    auto reply = encoder(streamed);
    reply->add(event::Start{"up-1", "up-model"});
    reply->add(event::ReasoningDelta{"be"});
    reply->add(event::ReasoningDelta{"cause"});
    reply->add(event::ReasoningSignature{"sig", Origin::Anthropic});
    reply->add(event::ReasoningSignature{"sealed", Origin::Anthropic, true});
    reply->add(event::ToolCallStart{0, "call_1", "f", "ts"});
    reply->add(event::Finish{FinishReason::ToolCalls});
    std::string text;
    if (streamed) {
        for (const std::string& chunk : payloads(reply->takeBytes()))
            text += chunk;
    } else {
        text = reply->body(facts());
    }
    for (const char* expected :
         {R"({"type":"reasoning.text","text":"because","signature":"sig","format":"anthropic"})",
          R"({"type":"reasoning.encrypted","data":"sealed","format":"anthropic"})",
          R"("extra_content":{"google":{"thought_signature":"ts"}})"})
        QVERIFY2(text.find(expected) != std::string::npos, expected);
}

void OpenAiChatEncoderTest::citationsAndLogprobsAreShown() {
    const json::object citation{{"type", "url_citation"}};
    json::object probability{{"token", "a"}};
    json::array content;
    content.push_back(probability);
    json::object logprobs;
    logprobs["content"] = content;
    auto whole = encoder(false);
    for (int i = 0; i < 2; ++i) {
        whole->add(event::TextDelta{"a"});
        whole->add(event::Logprobs{logprobs});
    }
    whole->add(event::Citation{citation, nullptr, Origin::Unknown});
    const json::value choice = json::parse(whole->body(facts())).at("choices").at(0);
    QCOMPARE(choice.at("logprobs").at("content").as_array().size(), 2U);
    QCOMPARE(choice.at("message").at("annotations").at(0).at("type"), json::value("url_citation"));
}

QTEST_GUILESS_MAIN(OpenAiChatEncoderTest)
#include "tst_openai_chat_encoder.moc"
