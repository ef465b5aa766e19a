// Prompts in, pieces of text out: GET /v1/stream and the messages of /ws/chat.

#include "gateway/dialects/dialect.h"

#include <QTest>

using namespace tollgate;

namespace {

HttpRequest asked(std::string query) {
    HttpRequest request;
    request.query = std::move(query);
    return request;
}

HttpRequest said(std::string body) {
    HttpRequest request;
    request.body = std::move(body);
    return request;
}

std::string replyOf(const Dialect& dialect, const HttpRequest& request) {
    const auto envelope = dialect.inspect(request);
    const auto encoder = dialect.encoder(*envelope, {}, *dialect.decode(request));
    encoder->add(event::Start{"id", "m"});
    encoder->add(event::ReasoningDelta{"hm"});
    encoder->add(event::TextDelta{"a \"b\"\n"});
    encoder->add(event::TextDelta{"other choice", 1});
    encoder->add(event::TextDelta{""});
    encoder->add(event::TextDelta{"\xC5\xBC"});
    encoder->add(event::Finish{});
    const std::string bytes = encoder->takeBytes();
    return bytes + encoder->end({});
}

} // namespace

class PlainPromptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQueryIsRead();
    void aMessageIsRead();
    void badRequestsNameTheField_data();
    void badRequestsNameTheField();
    void piecesAreEvents();
    void piecesAreMessages();
    void errorsEndWhatBegan();
};

void PlainPromptTest::aQueryIsRead() {
    const HttpRequest request = asked("prompt=za%C5%BC%20+1&model=openai/gpt&max_tokens=7&user=eva&extra");
    const auto envelope = promptStreamDialect().inspect(request);
    QVERIFY(envelope.has_value());
    QCOMPARE(envelope->model, std::string("openai/gpt"));
    QCOMPARE(envelope->user, std::string("eva"));
    QCOMPARE(*envelope->maxTokens, 7);
    QVERIFY(envelope->stream);
    const auto chat = promptStreamDialect().decode(request);
    QCOMPARE(chat->lastUserText(), std::string("za\xC5\xBC  1"));
    QCOMPARE(envelope->promptBytes, chat->lastUserText().size());
}

void PlainPromptTest::aMessageIsRead() {
    const HttpRequest request = said("{\"prompt\":\"Hi\",\"model\":\"m\",\"max_tokens\":3,\"user\":\"eva\"}");
    const auto envelope = promptSocketDialect().inspect(request);
    QVERIFY(envelope.has_value());
    QCOMPARE(envelope->model, std::string("m"));
    QCOMPARE(*envelope->maxTokens, 3);
    QCOMPARE(envelope->user, std::string("eva"));
    QCOMPARE(promptSocketDialect().decode(request)->lastUserText(), std::string("Hi"));
    QVERIFY(promptSocketDialect().wireFormat() == WireFormat::None);
}

void PlainPromptTest::badRequestsNameTheField_data() {
    QTest::addColumn<bool>("socket");
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("param");
    QTest::newRow("no query") << false << std::string() << std::string("prompt");
    QTest::newRow("empty prompt") << false << std::string("prompt=") << std::string("prompt");
    QTest::newRow("no UTF-8") << false << std::string("prompt=hi%ff") << std::string("prompt");
    QTest::newRow("no UTF-8 model") << false << std::string("prompt=a&model=%ff") << std::string("model");
    QTest::newRow("no number") << false << std::string("prompt=a&max_tokens=1x") << std::string("max_tokens");
    QTest::newRow("no tokens") << false << std::string("prompt=a&max_tokens=0") << std::string("max_tokens");
    QTest::newRow("no JSON") << true << std::string("hi") << std::string();
    QTest::newRow("no prompt") << true << std::string("{}") << std::string("prompt");
    QTest::newRow("prompt is a list") << true << std::string("{\"prompt\":[]}") << std::string("prompt");
    QTest::newRow("model is a number")
        << true << std::string("{\"prompt\":\"a\",\"model\":1}") << std::string("model");
}

void PlainPromptTest::badRequestsNameTheField() {
    QFETCH(bool, socket);
    QFETCH(std::string, text);
    QFETCH(std::string, param);
    const auto outcome =
        socket ? promptSocketDialect().inspect(said(text)) : promptStreamDialect().inspect(asked(text));
    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().param, param);
    QCOMPARE(outcome.error().httpStatus(), 400);
}

void PlainPromptTest::piecesAreEvents() {
    QCOMPARE(replyOf(promptStreamDialect(), asked("prompt=a")),
             std::string("data: {\"content\":\"a \\\"b\\\"\\n\",\"done\":false}\n\n"
                         "data: {\"content\":\"\xC5\xBC\",\"done\":false}\n\n"
                         "data: {\"content\":\"\",\"done\":true}\n\n"));
}

void PlainPromptTest::piecesAreMessages() {
    QCOMPARE(replyOf(promptSocketDialect(), said("{\"prompt\":\"a\"}")),
             std::string("{\"type\":\"chunk\",\"content\":\"a \\\"b\\\"\\n\"}\n"
                         "{\"type\":\"chunk\",\"content\":\"\xC5\xBC\"}\n"
                         "{\"type\":\"done\"}\n"));
}

void PlainPromptTest::errorsEndWhatBegan() {
    const Error error{ErrorCode::UpstreamError, "It broke."};
    const std::string words = "\"error\":{\"message\":\"It "
                              "broke.\",\"type\":\"api_error\",\"param\":null,\"code\":\"upstream_error\"}}";
    QCOMPARE(promptStreamDialect().streamError(error, "r1"), "data: {" + words + "\n\n");
    QCOMPARE(promptSocketDialect().streamError(error, "r1"),
             "{\"type\":\"error\",\"request_id\":\"r1\"," + words + "\n");
}

QTEST_GUILESS_MAIN(PlainPromptTest)
#include "tst_plain_prompt.moc"
