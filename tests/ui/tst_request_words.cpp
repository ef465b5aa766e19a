// A request of the ledger in other words: the answer as one reads it, in every dialect the gateway serves,
// and the command that asks again.
#include "ui/pages/traffic/answer_text.h"
#include "ui/pages/traffic/curl_command.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tollgate::ui;

namespace {

/// One event of a stream, framed as the gateway does.
QString events(const QStringList& data) {
    QString text;
    for (const QString& one : data)
        text += u"data: " + one + u"\n\n";
    return text;
}

QString gemini(const QString& parts) {
    return u"{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":["_qs + parts +
           u"]},\"index\":0}],\"usageMetadata\":{\"totalTokenCount\":3}}"_qs;
}

RequestDetail without(const QString& dialect, const QString& route) {
    RequestDetail detail;
    detail.method = u"POST"_qs;
    detail.row.dialect = dialect;
    detail.row.route = route;
    detail.row.requestedModel = u"chat-default"_qs;
    return detail;
}

QJsonObject bodyIn(const QString& command) {
    static const QRegularExpression kBody(u"-d '(.*)'$"_qs);
    return QJsonDocument::fromJson(kBody.match(command).captured(1).toUtf8()).object();
}

} // namespace

class TestRequestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeAnswersAreRead_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const QString& body, const QString& words) {
            QTest::newRow(name) << body << words;
        };
        row("chat",
            u"{\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":"_qs +
                u"\"assistant\",\"content\":\"Hi\"}}]}"_qs,
            u"Hi"_qs);
        row("chat, a refusal",
            u"{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I may not.\"}}]}"_qs,
            u"I may not."_qs);
        row("chat, two choices",
            u"{\"choices\":[{\"index\":0,\"message\":{\"content\":\"A\"}},{\"index\":1,\"message\":{"_qs +
                u"\"content\":\"B\"}}]}"_qs,
            u"A\n\nB"_qs);
        row("completions", u"{\"choices\":[{\"index\":0,\"text\":\"Hi\",\"logprobs\":null}]}"_qs, u"Hi"_qs);
        row("responses",
            u"{\"object\":\"response\",\"output\":[{\"type\":\"reasoning\",\"content\":[{\"type\":"_qs +
                u"\"reasoning_text\",\"text\":\"Hm\"}]},{\"type\":\"message\",\"role\":\"assistant\","_qs +
                u"\"content\":[{\"type\":\"output_text\",\"text\":\"Hi\"}]},{\"type\":\"function_call\","_qs +
                u"\"arguments\":\"{}\"}]}"_qs,
            u"Hi"_qs);
        row("messages",
            u"{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\","_qs +
                u"\"thinking\":\"Hm\"},{\"type\":\"text\",\"text\":\"Hi\"},{\"type\":\"tool_use\"}]}"_qs,
            u"Hi"_qs);
        row("gemini", gemini(u"{\"text\":\"Hm\",\"thought\":true},{\"text\":\"H\"},{\"text\":\"i\"}"_qs),
            u"Hi"_qs);
        row("notebook", u"{\"model\":\"openai:gpt-4o\",\"ok\":true,\"answer\":\"Hi\"}"_qs, u"Hi"_qs);
        row("an error", u"{\"error\":{\"message\":\"no\",\"type\":\"x\"}}"_qs, {});
        row("embeddings", u"{\"object\":\"list\",\"data\":[{\"embedding\":[0.1]}]}"_qs, {});
        row("a count", u"{\"input_tokens\":12}"_qs, {});
        row("no JSON", u"no json at all"_qs, {});
    }
    void wholeAnswersAreRead() {
        QFETCH(const QString, body);
        QFETCH(const QString, words);
        QCOMPARE(answerText(body), words);
    }

    void streamedAnswersAreReadOnce_data() {
        QTest::addColumn<QString>("body");
        const auto row = [](const char* name, const QString& body) { QTest::newRow(name) << body; };
        row("chat", events({u"{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"}}]}"_qs,
                            u"{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"H\"}}]}"_qs,
                            u"{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"i\"}}]}"_qs,
                            u"{\"choices\":[],\"usage\":{\"prompt_tokens\":1}}"_qs, u"[DONE]"_qs}));
        row("completions", events({u"{\"choices\":[{\"text\":\"H\"}]}"_qs,
                                   u"{\"choices\":[{\"text\":\"i\"}]}"_qs, u"[DONE]"_qs}));
        row("responses",
            events(
                {u"{\"type\":\"response.created\",\"response\":{\"object\":\"response\",\"output\":[]}}"_qs,
                 u"{\"type\":\"response.reasoning_text.delta\",\"delta\":\"Hm\"}"_qs,
                 u"{\"type\":\"response.output_text.delta\",\"delta\":\"H\"}"_qs,
                 u"{\"type\":\"response.output_text.delta\",\"delta\":\"i\"}"_qs,
                 u"{\"type\":\"response.output_text.done\",\"text\":\"Hi\"}"_qs,
                 u"{\"type\":\"response.content_part.done\",\"part\":{\"text\":\"Hi\"}}"_qs,
                 u"{\"type\":\"response.function_call_arguments.delta\",\"delta\":\"{\\\"a\\\":1}\"}"_qs,
                 u"{\"type\":\"response.output_item.done\",\"item\":{\"type\":\"message\",\"content\":[{"_qs +
                     u"\"type\":\"output_text\",\"text\":\"Hi\"}]}}"_qs,
                 u"{\"type\":\"response.completed\",\"response\":{\"object\":\"response\",\"output\":[{"_qs +
                     u"\"type\":\"message\",\"content\":[{\"text\":\"Hi\"}]}]}}"_qs}));
        row("messages",
            u"event: message_start\r\ndata: {\"type\":\"message_start\",\"message\":{\"role\":"_qs +
                u"\"assistant\",\"content\":[]}}\r\n\r\n"_qs +
                events(
                    {u"{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\","_qs +
                         u"\"text\":\"\"}}"_qs,
                     u"{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"thinking_delta\","_qs +
                         u"\"thinking\":\"Hm\"}}"_qs,
                     u"{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"H\"}}"_qs,
                     u"{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"i\"}}"_qs,
                     u"{\"type\":\"content_block_delta\",\"delta\":{\"type\":\"input_json_delta\","_qs +
                         u"\"partial_json\":\"{\"}}"_qs,
                     u"{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}"_qs}));
        row("gemini events", events({gemini(u"{\"text\":\"H\"}"_qs), gemini(u"{\"text\":\"i\"}"_qs)})
                                 .replace(u'\n', u"\r\n"_qs));
        row("gemini array", u"[" + gemini(u"{\"text\":\"H\"}"_qs) + u",\r\n" +
                                gemini(u"{\"text\":\"i\"},{\"functionCall\":{\"name\":\"w\"}}"_qs) + u"]");
        row("a prompt's stream",
            events({u"{\"content\":\"H\",\"done\":false}"_qs, u"{\"content\":\"i\",\"done\":false}"_qs,
                    u"{\"content\":\"\",\"done\":true}"_qs}));
        row("socket", u"{\"type\":\"chunk\",\"content\":\"H\"}\n{\"type\":\"chunk\",\"content\":\"i\"}\n"_qs +
                          u"{\"type\":\"done\"}\n"_qs);
    }
    void streamedAnswersAreReadOnce() {
        QFETCH(const QString, body);
        QCOMPARE(answerText(body), u"Hi"_qs);
    }

    void choicesThatComeInTurnsStayApart() {
        QCOMPARE(answerText(events({u"{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"A\"}}]}"_qs,
                                    u"{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"B\"}}]}"_qs,
                                    u"{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}"_qs})),
                 u"Aa\n\nB"_qs);
    }

    void curlIsQuotedForTheShell() {
        RequestDetail detail = without(u"openai_chat"_qs, u"/v1/chat/completions"_qs);
        detail.requestBody = u"{\"a\":\"it's $HOME `x`\"}"_qs;
        const QString command = curlCommand(detail, u"http://127.0.0.1:8655"_qs);
        QVERIFY2(command.contains(u"-d '{\"a\":\"it'\\''s $HOME `x`\"}'"_qs), qPrintable(command));
        QVERIFY(command.startsWith(u"curl -sS -X POST 'http://127.0.0.1:8655/v1/chat/completions'"_qs));
        QVERIFY(command.contains(u"Bearer $TOLLGATE_KEY"_qs)); // never a key itself
    }

    void withoutABodyTheSampleIsOneOfItsRoute_data() {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("route");
        QTest::addColumn<QStringList>("members");
        QTest::addColumn<bool>("streams");
        const auto row = [](const char* dialect, const char* route, const QStringList& members,
                            bool streams = true) {
            QTest::newRow(route) << QString::fromLatin1(dialect) << QString::fromLatin1(route) << members
                                 << streams;
        };
        row("openai_chat", "/v1/chat/completions", {u"messages"_qs, u"model"_qs});
        row("openai_responses", "/v1/responses", {u"input"_qs, u"model"_qs});
        row("openai_completions", "/v1/completions", {u"model"_qs, u"prompt"_qs});
        row("openai_embeddings", "/v1/embeddings", {u"input"_qs, u"model"_qs}, false);
        row("anthropic_messages", "/v1/messages", {u"max_tokens"_qs, u"messages"_qs, u"model"_qs});
        row("anthropic_count_tokens", "/v1/messages/count_tokens", {u"messages"_qs, u"model"_qs}, false);
        row("gemini_generate", "/v1beta/models/m:generateContent", {u"contents"_qs}, false);
        row("gemini_generate", "/v1beta/models/m:streamGenerateContent", {u"contents"_qs});
        row("gemini_count_tokens", "/v1beta/models/m:countTokens", {u"contents"_qs}, false);
        row("notebook", "/chat", {u"message"_qs}, false);
        row("openai_chat", "/v1/prompts/greeting/completions", {u"model"_qs, u"variables"_qs});
    }
    void withoutABodyTheSampleIsOneOfItsRoute() {
        QFETCH(const QString, dialect);
        QFETCH(const QString, route);
        QFETCH(QStringList, members);
        QFETCH(const bool, streams);
        RequestDetail detail = without(dialect, route);
        QCOMPARE(bodyIn(curlCommand(detail, u"http://h:1"_qs)).keys(), members);
        if (!streams)
            return;
        detail.row.streaming = true;
        const QString command = curlCommand(detail, u"http://h:1"_qs);
        QVERIFY(command.contains(u" -N"_qs));
        // Gemini's path says it.
        QCOMPARE(bodyIn(command).contains(u"stream"_qs), !dialect.startsWith(u"gemini"_qs));
    }

    void aSampleAsksTheModelThatIsKnown() {
        RequestDetail detail = without(u"openai_chat"_qs, u"/v1/chat/completions"_qs);
        detail.row.requestedModel.clear();
        detail.row.provider = u"groq"_qs;
        detail.row.model = u"llama"_qs;
        QCOMPARE(bodyIn(curlCommand(detail, {})).value(u"model").toString(), u"groq/llama"_qs);
        detail.row.alias = u"auto"_qs;
        QCOMPARE(bodyIn(curlCommand(detail, {})).value(u"model").toString(), u"auto"_qs);
    }

    void whatCurlCannotSpeakIsAskedAsAStream() {
        RequestDetail detail = without(u"websocket"_qs, u"/ws/chat"_qs);
        detail.requestBody = u"{\"prompt\":\"it's\",\"model\":\"m\",\"max_tokens\":9}"_qs;
        const QString command = curlCommand(detail, u"http://h:1"_qs);
        QVERIFY2(command.startsWith(u"curl -sS -N -G 'http://h:1/v1/stream'"_qs), qPrintable(command));
        QVERIFY(command.contains(u"--data-urlencode 'prompt=it'\\''s'"_qs));
        QVERIFY(command.contains(u"--data-urlencode 'model=m'"_qs));
        QVERIFY(command.contains(u"--data-urlencode 'max_tokens=9'"_qs));
        const QString query = curlCommand(without(u"stream"_qs, u"/v1/stream"_qs), u"http://h:1"_qs);
        QVERIFY(query.contains(u"'prompt=Hello'"_qs) && query.contains(u"'model=chat-default'"_qs));
    }
};

QTEST_GUILESS_MAIN(TestRequestWords)
#include "tst_request_words.moc"
