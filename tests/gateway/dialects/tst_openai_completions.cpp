// OpenAI's legacy text completions.

#include "gateway/dialects/dialect.h"

#include <QTest>

#include <boost/json.hpp>

using namespace tollgate;
namespace json = boost::json;

namespace {

HttpRequest requestWith(std::string body) {
    HttpRequest request;
    request.body = std::move(body);
    return request;
}

const Dialect& dialect() {
    return openAiCompletionsDialect();
}

ReplyFacts facts() {
    ReplyFacts facts;
    facts.replyId = "own";
    facts.model = "davinci";
    facts.createdSeconds = 7;
    return facts;
}

Usage someUsage() {
    Usage usage;
    usage.inputUncached = 3;
    usage.outputText = 2;
    return usage;
}

} // namespace

class OpenAiCompletionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void thePromptBecomesAMessage();
    void severalPromptsCannotBeTranslated();
    void theModelAloneChangesOnTheWayUp();
    void theReplyAlsoAnswersContent();
    void aStreamIsTextChunks();
    void logprobsKeepTheirOlderForm();
    void aRefusalIsTheText();
    void contentIsAddedToAPassedReply_data();
    void contentIsAddedToAPassedReply();
};

void OpenAiCompletionsTest::whatIsWrongIsNamed_data() {
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("param");
    const auto row = [](const char* name, const char* body, const char* param) {
        QTest::newRow(name) << std::string(body) << std::string(param);
    };
    row("no prompt", R"({"model":"m"})", "prompt");
    row("a number as prompt", R"({"model":"m","prompt":7})", "prompt");
    row("model", R"({"model":7,"prompt":"x"})", "model");
    row("stream", R"({"prompt":"x","stream":"yes"})", "stream");
    row("max_tokens", R"({"prompt":"x","max_tokens":0})", "max_tokens");
    row("n", R"({"prompt":"x","n":0})", "n");
    row("temperature", R"({"prompt":"x","temperature":3})", "temperature");
    row("twice", R"({"model":"a","prompt":"x","model":"b"})", "model");
    row("not JSON", "{", "");
}

void OpenAiCompletionsTest::whatIsWrongIsNamed() {
    QFETCH(std::string, body);
    QFETCH(std::string, param);
    const auto envelope = dialect().inspect(requestWith(body));
    QVERIFY(!envelope);
    QVERIFY(envelope.error().code == ErrorCode::InvalidRequest);
    QCOMPARE(envelope.error().param, param);
}

void OpenAiCompletionsTest::thePromptBecomesAMessage() {
    const auto request = requestWith(
        R"({"model":"m","prompt":["Say hi"],"max_tokens":5,"temperature":0.5,"stop":"\n","user":"u","echo":true})");
    const auto envelope = dialect().inspect(request);
    QVERIFY(envelope.has_value());
    QCOMPARE(envelope->maxTokens.value(), 5);
    QCOMPARE(envelope->promptBytes, std::size_t{6});
    const auto chat = dialect().decode(request);
    QVERIFY(chat.has_value());
    QCOMPARE(chat->lastUserText(), std::string("Say hi"));
    QCOMPARE(chat->temperature.value(), 0.5);
    QVERIFY(chat->stop == std::vector<std::string>{"\n"});
    QCOMPARE(chat->extras.size(), std::size_t{1});
    QCOMPARE(chat->extras[0].name, std::string("echo"));
}

void OpenAiCompletionsTest::severalPromptsCannotBeTranslated() {
    for (const char* body : {R"({"prompt":["a","b"]})", R"({"prompt":[1,2]})", R"({"prompt":[[1],[2]]})"}) {
        QVERIFY(dialect().inspect(requestWith(body)).has_value());
        const auto chat = dialect().decode(requestWith(body));
        QVERIFY(!chat);
        QCOMPARE(chat.error().param, std::string("prompt"));
    }
}

void OpenAiCompletionsTest::theModelAloneChangesOnTheWayUp() {
    const auto request = requestWith(R"({ "prompt" : "x", "model":"a" , "suffix":"y" })");
    const auto envelope = dialect().inspect(request);
    QVERIFY(envelope.has_value());
    QCOMPARE(dialect().rewritten(request, *envelope, {"real"}),
             std::string(R"({ "prompt" : "x", "model":"real" , "suffix":"y" })"));
    Rewrite streaming{"real"};
    streaming.askForUsage = true;
    QCOMPARE(
        dialect().rewritten(request, *envelope, streaming),
        std::string(
            R"({"stream_options":{"include_usage":true}, "prompt" : "x", "model":"real" , "suffix":"y" })"));
}

void OpenAiCompletionsTest::theReplyAlsoAnswersContent() {
    const auto encoder = dialect().encoder({}, facts(), {});
    encoder->add(event::Start{"", "m"});
    encoder->add(event::TextDelta{"Hi"});
    encoder->add(event::TextDelta{" there"});
    encoder->add(event::Finish{FinishReason::Length});
    encoder->add(event::UsageReport{someUsage()});
    const json::value body = json::parse(encoder->body(facts()));
    QCOMPARE(body.at("object"), json::value("text_completion"));
    QCOMPARE(body.at("id"), json::value("cmpl-own"));
    QCOMPARE(body.at("content"), json::value("Hi there"));
    QCOMPARE(body.at("choices").at(0).at("text"), json::value("Hi there"));
    QCOMPARE(body.at("choices").at(0).at("finish_reason"), json::value("length"));
    QCOMPARE(body.at("usage").at("total_tokens").as_int64(), 5);
}

void OpenAiCompletionsTest::aStreamIsTextChunks() {
    RequestEnvelope envelope;
    envelope.stream = true;
    envelope.includeUsage = true;
    const auto encoder = dialect().encoder(envelope, facts(), {});
    encoder->add(event::Start{"up-1", "m"});
    encoder->add(event::TextDelta{"Hi"});
    encoder->add(event::UsageReport{someUsage()});
    encoder->add(event::Finish{});
    const std::string bytes = encoder->takeBytes() + encoder->end(facts());
    const std::string frame = R"({"id":"up-1","object":"text_completion","created":7,"model":"m",)";
    QCOMPARE(bytes, "data: " + frame +
                        R"("choices":[{"text":"Hi","index":0,"logprobs":null,"finish_reason":null}]})"
                        "\n\ndata: " +
                        frame +
                        R"("choices":[{"text":"","index":0,"logprobs":null,"finish_reason":"stop"}]})"
                        "\n\ndata: " +
                        frame +
                        R"("choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5,)"
                        R"("prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},)"
                        R"("completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0}}})"
                        "\n\ndata: [DONE]\n\n");
}

void OpenAiCompletionsTest::logprobsKeepTheirOlderForm() {
    const auto chat = dialect().decode(requestWith(R"({"model":"m","prompt":"x","logprobs":2})"));
    QVERIFY(chat.has_value() && chat->extras.empty());
    QCOMPARE(chat->logprobs.value(), true);
    QCOMPARE(chat->topLogprobs.value(), 2);

    const json::value first =
        json::parse(R"({"content":[{"token":"é","logprob":-0.5,"bytes":[],)"
                    R"("top_logprobs":[{"token":"é","logprob":-0.5}]}],"refusal":null})");
    const json::value second = json::parse(R"({"content":[{"token":"b","logprob":-1,"top_logprobs":[]}]})");
    for (const bool stream : {false, true}) {
        RequestEnvelope envelope;
        envelope.stream = stream;
        const auto encoder = dialect().encoder(envelope, facts(), *chat);
        encoder->add(event::TextDelta{"é"});
        encoder->add(event::Logprobs{first});
        encoder->add(event::TextDelta{"b"});
        encoder->add(event::Logprobs{second});
        encoder->add(event::Finish{});
        if (stream) {
            const std::string bytes = encoder->takeBytes();
            QVERIFY(bytes.find(
                        R"({"tokens":["b"],"token_logprobs":[-1],"top_logprobs":[{}],"text_offset":[1]})") !=
                    std::string::npos);
            continue;
        }
        const json::value body = json::parse(encoder->body(facts()));
        QCOMPARE(json::serialize(body.at("choices").at(0).at("logprobs")),
                 std::string(R"({"tokens":["é","b"],"token_logprobs":[-5E-1,-1],)"
                             R"("top_logprobs":[{"é":-5E-1},{}],"text_offset":[0,1]})"));
    }
}

void OpenAiCompletionsTest::aRefusalIsTheText() {
    const auto encoder = dialect().encoder({}, facts(), {});
    encoder->add(event::RefusalDelta{"I'd "});
    encoder->add(event::RefusalDelta{"rather not."});
    encoder->add(event::Finish{FinishReason::Refusal});
    const json::value body = json::parse(encoder->body(facts()));
    QCOMPARE(body.at("content"), json::value("I'd rather not."));
    QCOMPARE(body.at("choices").at(0).at("finish_reason"), json::value("content_filter"));
    QVERIFY(encoder->takeBytes().find("rather not.") != std::string::npos);
}

void OpenAiCompletionsTest::contentIsAddedToAPassedReply_data() {
    QTest::addColumn<std::string>("reply");
    QTest::addColumn<std::string>("touched");
    QTest::newRow("usual") << std::string(R"({ "choices":[{"text":"a\"b"}],"x":1})")
                           << std::string(R"({"content":"a\"b", "choices":[{"text":"a\"b"}],"x":1})");
    QTest::newRow("has it already") << std::string(R"({"content":"z","choices":[{"text":"a"}]})")
                                    << std::string();
    QTest::newRow("no choice") << std::string(R"({"choices":[]})") << std::string();
    QTest::newRow("not JSON") << std::string("oops") << std::string();
}

void OpenAiCompletionsTest::contentIsAddedToAPassedReply() {
    QFETCH(std::string, reply);
    QFETCH(std::string, touched);
    QCOMPARE(dialect().touchedUp(reply, {}), touched);
}

QTEST_GUILESS_MAIN(OpenAiCompletionsTest)
#include "tst_openai_completions.moc"
