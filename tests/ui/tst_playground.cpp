#include "tests/ui/support/data_path.h"
#include "tests/ui/support/page_probe.h"

#include "ui/pages/playground/answer_card.h"
#include "ui/pages/playground/play_stream.h"
#include "ui/pages/playground/playground_page.h"
#include "ui/pages/playground/prompt_edit.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QTemporaryDir>

using namespace tollgate::ui;
using Probe = PageProbe<PlaygroundPage>;

namespace {

const QByteArray kHead = kStreamHead;

QByteArray delta(const QByteArray& text) {
    return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
}

struct Fixture {
    Fixture() {
        probe.link.setAddress(gateway.address());
        probe.link.answer("POST", QStringLiteral("/keys"),
                          ScriptedLink::json(QByteArray(R"({"id":"key_c","secret":"tg-console"})"), 201));
        probe.form->first()->setTarget(QStringLiteral("chat-default"));
        probe.form->second()->setTarget(QStringLiteral("groq/llama-3.3-70b"));
        probe.find<QPlainTextEdit>(QStringLiteral("user"))->setPlainText(QStringLiteral("Hello"));
    }
    void one() { box(QStringLiteral("compare"))->setChecked(false); }
    QAbstractButton* box(const QString& name) { return probe.window.findChild<QAbstractButton*>(name); }
    DataPath gateway;
    Probe probe;
};

} // namespace

class TestPlayground : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensOnEmptyData() {
        Probe probe(Probe::Data::Empty);
        QVERIFY(probe.press(QStringLiteral("run")));
        QVERIFY(!probe.form->first()->isRunning()); // nothing to send
        QCOMPARE(probe.namelessControls(), QString());
        QCOMPARE(probe.tabOrderMistakes(), QString());
    }

    void streamsAreReadInPiecesOfAnySize() {
        const QByteArray all =
            delta("Gr\\u00fc\xC3\x9F") + delta("e") +
            "data: "
            "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"name\":\"w\","
            "\"arguments\":\"{\\\"a\\\"\"}}]}}]}\r\n\r\n"
            "data: "
            "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\":1}\"}}]},"
            "\"finish_reason\":\"tool_calls\"}]}\n\n"
            "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":5}}\n\n"
            ": tollgate cost_usd=0.00021 overhead_us=200 tokens_in=12 tokens_out=5\n\ndata: [DONE]\n\n";
        for (const int size : {1, 7, 100000}) {
            PlayStream stream;
            for (int at = 0; at < all.size(); at += size)
                stream.feed(all.mid(at, size));
            QCOMPARE(stream.text(), QStringLiteral("Grüße"));
            QCOMPARE(stream.toolCalls().size(), 1);
            QCOMPARE(stream.toolCalls().first().arguments, QStringLiteral("{\"a\":1}"));
            QCOMPARE(stream.inputTokens().value_or(0), 12);
            QCOMPARE(stream.outputTokens().value_or(0), 5);
            QCOMPARE(stream.costUsd().value_or(0), 0.00021);
            QCOMPARE(stream.finishReason(), QStringLiteral("tool_calls"));
            QVERIFY(stream.done());
        }
    }

    void hostileStreamsStayBounded() {
        PlayStream stream;
        stream.feed("data: "
                    "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":99999999,\"function\":{\"name\":"
                    "\"x\"}}]}}]}\n");
        stream.feed("data: nonsense\ndata:\n: tollgate x=y =\n");
        QVERIFY(stream.toolCalls().isEmpty());
        const QByteArray big = delta(QByteArray(600'000, 'a'));
        for (int i = 0; i < 3; ++i)
            stream.feed(big);
        QCOMPARE(stream.text().size(), PlayStream::kMostText);
        QVERIFY(!stream.done());
    }

    void bothSidesAreAskedTheSameOverTheDataPath() {
        Fixture f;
        f.gateway.reply = kHead + delta("Hi") +
                          "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1}}\n\n"
                          ": tollgate cost_usd=0.0001\n\ndata: [DONE]\n\n";
        f.probe.find<QPlainTextEdit>(QStringLiteral("system"))->setPlainText(QStringLiteral("Be brief."));
        QVERIFY(f.probe.press(QStringLiteral("run")));
        QTRY_VERIFY(!f.probe.form->first()->isRunning() && !f.probe.form->second()->isRunning());
        QCOMPARE(f.gateway.asked.size(), 2);
        QStringList models;
        for (int i = 0; i < 2; ++i) {
            QVERIFY(f.gateway.asked.at(i).startsWith("POST /v1/chat/completions "));
            QVERIFY(f.gateway.asked.at(i).contains("Bearer tg-console"));
            QCOMPARE(f.gateway.body(i).value(u"messages").toArray().size(), 2);
            QVERIFY(!f.gateway.body(i).contains(u"temperature"));
            models << f.gateway.body(i).value(u"model").toString();
        }
        models.sort();
        QCOMPARE(models, QStringList({QStringLiteral("chat-default"), QStringLiteral("groq/llama-3.3-70b")}));
        AnswerCard* card = f.probe.form->first();
        QCOMPARE(card->answerText(), QStringLiteral("Hi"));
        QCOMPARE(card->facts().first(), QStringLiteral("openai/gpt-4o-mini"));
        QCOMPARE(card->facts().mid(3),
                 QStringList({QStringLiteral("3 in · 1 out"), QStringLiteral("$0.00010")}));
        QVERIFY(card->run()->firstTokenMs() >= 0);
        QCOMPARE(f.probe.link.sentTo("POST", QStringLiteral("/keys")).size(), 1); // one key for both
    }

    void textAppearsWhileItStreamsAndIsOnlyText() {
        Fixture f;
        f.one();
        QVERIFY(f.probe.press(QStringLiteral("run")));
        QTRY_COMPARE(f.gateway.sockets.size(), 1);
        QTRY_VERIFY(f.gateway.asked.first().endsWith("}"));
        f.gateway.sockets.first()->write(kHead + delta("<b>one</b>"));
        auto* view = f.probe.find<QPlainTextEdit>(QStringLiteral("answerAText"));
        QTRY_COMPARE(view->toPlainText(), QStringLiteral("<b>one</b>"));
        QVERIFY(f.probe.form->first()->isRunning());
        f.gateway.sockets.first()->write(delta(" two") + "data: [DONE]\n\n");
        f.gateway.sockets.first()->disconnectFromHost();
        QTRY_COMPARE(view->toPlainText(), QStringLiteral("<b>one</b> two"));
        QTRY_VERIFY(!f.probe.form->first()->isRunning());
        QCOMPARE(f.probe.form->first()->facts().last(), QStringLiteral("unknown")); // no price: not free
    }

    void cancellingEndsTheRequest() {
        Fixture f;
        f.one();
        f.probe.press(QStringLiteral("run"));
        QTRY_COMPARE(f.gateway.sockets.size(), 1);
        f.gateway.sockets.first()->write(kHead + delta("begin"));
        QTRY_COMPARE(f.probe.form->first()->answerText(), QStringLiteral("begin"));
        f.probe.form->cancel();
        QTRY_COMPARE(f.gateway.sockets.first()->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(f.probe.form->first()->run()->state(), PlayRun::State::Cancelled);
        QCOMPARE(f.probe.form->first()->answerText(), QStringLiteral("begin")); // what came stays
    }

    void brokenAndRefusedAnswersSayWhy() {
        Fixture f;
        f.one();
        f.gateway.reply = kHead + delta("half");
        f.probe.press(QStringLiteral("run"));
        QTRY_VERIFY(f.probe.form->first()->run()->problem().contains(QStringLiteral("broke off")));
        f.gateway.reply = kHead + "data: {\"error\":{\"message\":\"upstream died\"}}\n\n";
        f.probe.press(QStringLiteral("run"));
        QTRY_COMPARE(f.probe.form->first()->run()->problem(), QStringLiteral("upstream died"));
        f.gateway.reply = "HTTP/1.1 402 Payment Required\r\nConnection: close\r\n\r\n"
                          "{\"error\":{\"message\":\"budget is spent\"}}";
        f.probe.press(QStringLiteral("run"));
        QTRY_COMPARE(f.probe.form->first()->run()->problem(), QStringLiteral("budget is spent (status 402)"));
    }

    void withoutStreamingTheWholeAnswerIsRead() {
        Fixture f;
        f.one();
        f.box(QStringLiteral("stream"))->setChecked(false);
        const QByteArray body =
            R"({"choices":[{"message":{"content":"Whole."}}],"usage":{"prompt_tokens":4,"completion_tokens":2}})";
        f.gateway.reply = "HTTP/1.1 200 OK\r\nx-tollgate-cost-usd: 0.5\r\nConnection: close\r\n\r\n" + body;
        f.probe.press(QStringLiteral("run"));
        QTRY_COMPARE(f.probe.form->first()->answerText(), QStringLiteral("Whole."));
        QVERIFY(!f.gateway.body(0).contains(u"stream"));
        QCOMPARE(f.probe.form->first()->run()->costUsd().value_or(0), 0.5);
    }

    void toolsImagesAndParametersGoOut() {
        Fixture f;
        f.one();
        QTemporaryDir dir;
        QFile image(dir.filePath(QStringLiteral("a.png")));
        QVERIFY(image.open(QIODevice::WriteOnly));
        image.write("\x89PNG\r\n\x1a\nrest");
        image.close();
        QCOMPARE(f.probe.form->prompt()->attach(image.fileName()), QString());
        QFile text(dir.filePath(QStringLiteral("b.png")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("<svg/>");
        text.close();
        QVERIFY(f.probe.form->prompt()->attach(text.fileName()).contains(QStringLiteral("no PNG")));
        QVERIFY(!f.probe.form->prompt()->attach(dir.filePath(QStringLiteral("none.png"))).isEmpty());
        f.probe.find<QPlainTextEdit>(QStringLiteral("tools"))
            ->setPlainText(QStringLiteral("[{\"type\":\"function\"}]"));
        f.probe.find<QDoubleSpinBox>(QStringLiteral("temperature"))->setValue(0.7);
        f.probe.edit(QStringLiteral("maxTokens"))->setText(QStringLiteral("64"));
        f.gateway.reply = kHead + "data: [DONE]\n\n";
        f.probe.press(QStringLiteral("run"));
        QTRY_COMPARE(f.gateway.asked.size(), 1);
        QTRY_VERIFY(!f.probe.form->first()->isRunning());
        const QJsonObject body = f.gateway.body(0);
        QCOMPARE(body.value(u"temperature").toDouble(), 0.7);
        QCOMPARE(body.value(u"max_tokens").toInt(), 64);
        QCOMPARE(body.value(u"tools").toArray().size(), 1);
        const QJsonArray parts =
            body.value(u"messages").toArray().at(0).toObject().value(u"content").toArray();
        QCOMPARE(parts.size(), 2);
        QVERIFY(parts.at(1)
                    .toObject()
                    .value(u"image_url")
                    .toObject()
                    .value(u"url")
                    .toString()
                    .startsWith(QStringLiteral("data:image/png;base64,")));
    }

    void brokenToolsAreToldAtTheField() {
        Fixture f;
        f.one();
        f.probe.find<QPlainTextEdit>(QStringLiteral("tools"))->setPlainText(QStringLiteral("{oops"));
        f.probe.press(QStringLiteral("run"));
        QVERIFY(!f.probe.form->first()->run());
        QVERIFY(f.probe.find<QPlainTextEdit>(QStringLiteral("tools"))->isVisible());
        QVERIFY(f.gateway.asked.isEmpty());
    }

    void responsesAndMessagesAreReadInPiecesOfAnySize_data() {
        QTest::addColumn<int>("dialect");
        QTest::addColumn<QByteArray>("all");
        QTest::newRow("responses")
            << static_cast<int>(PlayDialect::Responses)
            << QByteArray(
                   "event: response.output_text.delta\ndata: "
                   "{\"type\":\"response.output_text.delta\",\"delta\":"
                   "\"Hi\"}\n\ndata: "
                   "{\"type\":\"response.output_item.done\",\"item\":{\"type\":\"message\",\"role\":"
                   "\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"Hi\"}]}}\n\ndata: "
                   "{\"type\":"
                   "\"response.output_item.done\",\"item\":{\"type\":\"function_call\",\"call_id\":\"c1\","
                   "\"name\":"
                   "\"w\",\"arguments\":\"{\\\"a\\\":1}\"}}\n\n: tollgate cost_usd=0.5 tokens_in=12 "
                   "tokens_out=5\n\n"
                   "data: {\"type\":\"response.completed\",\"response\":{\"object\":\"response\",\"status\":"
                   "\"completed\",\"usage\":{\"input_tokens\":12,\"output_tokens\":5}}}\n\n");
        QTest::newRow("messages")
            << static_cast<int>(PlayDialect::Messages)
            << QByteArray(
                   "data: {\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":10,"
                   "\"cache_read_input_tokens\":2,\"output_tokens\":1}}}\n\ndata: "
                   "{\"type\":\"content_block_start\","
                   "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\ndata: {\"type\":"
                   "\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hi\"}}"
                   "\n\n"
                   "data: {\"type\":\"content_block_stop\",\"index\":0}\n\ndata: "
                   "{\"type\":\"content_block_start\","
                   "\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"c1\",\"name\":\"w\","
                   "\"input\":{}}}"
                   "\n\ndata: "
                   "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\","
                   "\"partial_json\":\"{\\\"a\\\":1}\"}}\n\ndata: "
                   "{\"type\":\"content_block_stop\",\"index\":1}\n\n"
                   "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"},\"usage\":"
                   "{\"output_tokens\":5}}\n\n: tollgate cost_usd=0.5 tokens_in=12 tokens_out=5\n\n"
                   "data: {\"type\":\"message_stop\"}\n\n");
    }
    void responsesAndMessagesAreReadInPiecesOfAnySize() {
        QFETCH(const int, dialect);
        QFETCH(const QByteArray, all);
        for (const int size : {1, 7, 100000}) {
            PlayStream stream(static_cast<PlayDialect>(dialect));
            for (int at = 0; at < all.size(); at += size)
                stream.feed(all.mid(at, size));
            QCOMPARE(stream.text(), QStringLiteral("Hi"));
            QCOMPARE(stream.toolCalls(), QList<PlayToolCall>({{QStringLiteral("c1"), QStringLiteral("w"),
                                                               QStringLiteral("{\"a\":1}")}}));
            QCOMPARE(stream.inputTokens().value_or(0), 12);
            QCOMPARE(stream.outputTokens().value_or(0), 5);
            QCOMPARE(stream.costUsd().value_or(0), 0.5);
            QVERIFY(stream.done());
            const QByteArray turn = stream.turn().join(',');
            QVERIFY2(turn.contains("Hi") && turn.contains("c1"), turn.constData());
        }
    }

    void toolsOfOneDialectAreWrittenAsAnotherHasThem() {
        const QString chat =
            QStringLiteral("[{\"type\":\"function\",\"function\":{\"name\":\"w\",\"parameters\":{\"type\":"
                           "\"object\"}}},{\"type\":\"web_search\"}]");
        const auto parsed = [](const QString& text) {
            return QJsonDocument::fromJson(text.toUtf8()).array();
        };
        const QString messages = toolsFor(PlayDialect::Messages, chat);
        QCOMPARE(
            parsed(messages).at(0).toObject().value(u"input_schema").toObject().value(u"type").toString(),
            QStringLiteral("object"));
        QCOMPARE(
            parsed(toolsFor(PlayDialect::Responses, messages)).at(0).toObject().value(u"name").toString(),
            QStringLiteral("w"));
        QCOMPARE(parsed(toolsFor(PlayDialect::Chat, toolsFor(PlayDialect::Responses, messages))),
                 parsed(chat));
        QCOMPARE(toolsFor(PlayDialect::Messages, QStringLiteral("{oops")), QStringLiteral("{oops"));
    }

    void toolResultsGoOnWithTheConversation() {
        Fixture f;
        f.one();
        const QByteArray call = "data: "
                                "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c1\","
                                "\"function\":{\"name\":\"w\","
                                "\"arguments\":\"{}\"}}]}}]}\n\n: tollgate cost_usd=0.25\n\ndata: [DONE]\n\n";
        f.gateway.reply = "unused";
        f.gateway.replies = {
            kHead + call,
            "HTTP/1.1 429 Too Many\r\nConnection: close\r\n\r\n{\"error\":{\"message\":\"slow down\"}}",
            kHead + delta("It rains.") + ": tollgate cost_usd=0.5\n\ndata: [DONE]\n\n"};
        f.probe.press(QStringLiteral("run"));
        AnswerCard* card = f.probe.form->first();
        QTRY_VERIFY(f.probe.find<QPlainTextEdit>(QStringLiteral("toolResult")));
        f.probe.find<QPlainTextEdit>(QStringLiteral("toolResult"))->setPlainText(QStringLiteral("rain"));
        f.probe.find<QPlainTextEdit>(QStringLiteral("user"))
            ->setPlainText(QStringLiteral("Edited meanwhile"));
        QVERIFY(f.probe.press(QStringLiteral("sendResults")));
        QTRY_COMPARE(card->run()->problem(), QStringLiteral("slow down (status 429)"));
        QVERIFY(f.probe.press(QStringLiteral("Try again"))); // what tools said is not typed twice
        QTRY_VERIFY(card->run()->state() == PlayRun::State::Done);
        const QJsonArray messages = f.gateway.body(2).value(u"messages").toArray();
        QCOMPARE(messages.size(), 3);
        QCOMPARE(messages.at(0).toObject().value(u"content").toString(), QStringLiteral("Hello"));
        QCOMPARE(messages.at(1).toObject().value(u"tool_calls").toArray().size(), 1);
        QCOMPARE(messages.at(2).toObject().value(u"tool_call_id").toString(), QStringLiteral("c1"));
        QCOMPARE(messages.at(2).toObject().value(u"content").toString(), QStringLiteral("rain"));
        QVERIFY(card->answerText().contains(QStringLiteral("[result of w] rain")));
        QVERIFY(card->answerText().endsWith(QStringLiteral("It rains.")));
        QVERIFY(card->facts().last().startsWith(QStringLiteral("$0.75")));
    }

    void everyDialectIsAskedWhereItLives() {
        Fixture f;
        f.one();
        for (const PlayDialect dialect : {PlayDialect::Responses, PlayDialect::Messages}) {
            f.probe.choose(QStringLiteral("dialect"), dialectId(dialect));
            f.gateway.reply = "HTTP/1.1 400 Bad\r\nConnection: close\r\n\r\n{\"error\":{\"message\":\"no\"}}";
            f.probe.press(QStringLiteral("run"));
            QTRY_COMPARE(f.probe.form->first()->run()->problem(), QStringLiteral("no (status 400)"));
            QVERIFY(f.gateway.asked.last().contains(dialectPath(dialect).toLatin1()));
        }
        QCOMPARE(f.gateway.body(1).value(u"max_tokens").toInt(), kMessagesTokens);
        QVERIFY(!f.gateway.body(0).contains(u"max_output_tokens"));
    }

    void pastedAndDroppedImagesAreAttached() {
        Fixture f;
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::red);
        auto* user = f.probe.find<QPlainTextEdit>(QStringLiteral("user"));
        QGuiApplication::clipboard()->setImage(image);
        user->paste();
        QTRY_COMPARE(f.probe.form->prompt()->prompt().images.size(), 1);
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("dropped.png"));
        QVERIFY(image.save(path));
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f.probe.form->prompt(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(f.probe.form->prompt(), &drop);
        QCOMPARE(f.probe.form->prompt()->prompt().images.size(), 2);
        QCOMPARE(f.probe.form->prompt()->prompt().images.last().name, QStringLiteral("dropped.png"));
        QCOMPARE(user->toPlainText(), QStringLiteral("Hello")); // no path in the text
    }

    void leavingThePageLosesNothing() {
        Fixture f;
        f.one();
        f.probe.press(QStringLiteral("run"));
        QTRY_COMPARE(f.gateway.sockets.size(), 1);
        f.gateway.sockets.first()->write(kHead + delta("begin"));
        QTRY_COMPARE(f.probe.form->first()->answerText(), QStringLiteral("begin"));
        f.probe.form->deactivate();
        f.probe.form->hide();
        f.gateway.sockets.first()->write(delta(" end") + "data: [DONE]\n\n");
        f.gateway.sockets.first()->disconnectFromHost();
        QTRY_VERIFY(!f.probe.form->first()->isRunning());
        f.probe.form->show();
        f.probe.form->activate();
        QCOMPARE(f.probe.form->first()->answerText(), QStringLiteral("begin end"));
        QCOMPARE(f.probe.form->prompt()->prompt().user, QStringLiteral("Hello"));
    }

    void whatWasTriedBecomesAVersion() {
        Fixture f;
        f.probe.link.answer("POST", QStringLiteral("/prompts"),
                            ScriptedLink::json(QByteArray(R"({"version":"v3"})"), 201));
        f.probe.press(QStringLiteral("openSave"));
        f.probe.find<QComboBox>(QStringLiteral("promptName"))->setEditText(QStringLiteral("greeting"));
        QVERIFY(f.probe.press(QStringLiteral("saveVersion")));
        const QJsonObject body = f.probe.bodyOf("POST", QStringLiteral("/prompts"));
        QCOMPARE(body.value(u"name").toString(), QStringLiteral("greeting"));
        QCOMPARE(body.value(u"versions").toArray().at(0).toObject().value(u"template").toString(),
                 QStringLiteral("Hello"));
        QVERIFY(f.probe.messages->text().contains(QStringLiteral("greeting")));
    }

    void aVersionHoldsWhatStandsThereWhenItIsSaved() {
        Fixture f;
        f.probe.link.answer("POST", QStringLiteral("/prompts"),
                            ScriptedLink::json(QByteArray(R"({"version":"v1"})"), 201));
        f.probe.press(QStringLiteral("openSave"));
        auto* leftOut = f.probe.find<QLabel>(QStringLiteral("leftOut"));
        QVERIFY(!leftOut->isVisible());
        f.probe.find<QPlainTextEdit>(QStringLiteral("user"))->setPlainText(QStringLiteral("Edited"));
        f.probe.form->first()->setTarget(QStringLiteral("cheap"));
        PlayPrompt prompt = f.probe.form->prompt()->prompt();
        prompt.tools = QStringLiteral("[{}]");
        prompt.more = QStringLiteral("{\"top_p\":1}");
        prompt.images = {{QStringLiteral("a"), {}, {}, QStringLiteral("https://example.com/a.png")}};
        f.probe.form->prompt()->setPrompt(prompt);
        QVERIFY(leftOut->isVisible());
        QVERIFY2(leftOut->text().endsWith(QStringLiteral("images, tools, other parameters.")),
                 qPrintable(leftOut->text()));
        QVERIFY(!leftOut->text().contains(QStringLiteral("earlier")));
        f.probe.find<QComboBox>(QStringLiteral("promptName"))->setEditText(QStringLiteral("greeting"));
        QVERIFY(f.probe.press(QStringLiteral("saveVersion")));
        const QJsonObject version =
            f.probe.bodyOf("POST", QStringLiteral("/prompts")).value(u"versions").toArray().at(0).toObject();
        QCOMPARE(version.value(u"template").toString(), QStringLiteral("Edited"));
        QCOMPARE(version.value(u"model").toString(), QStringLiteral("cheap"));
    }

    void refusedVersionsSayWhyAtTheName() {
        Fixture f;
        f.probe.link.answer("POST", QStringLiteral("/prompts"),
                            ScriptedLink::refusal(QStringLiteral("bad name"), QStringLiteral("name")));
        f.probe.press(QStringLiteral("openSave"));
        f.probe.find<QComboBox>(QStringLiteral("promptName"))->setEditText(QStringLiteral("?"));
        f.probe.press(QStringLiteral("saveVersion"));
        QVERIFY(f.probe.button(QStringLiteral("saveVersion"))); // still open
        QVERIFY(!f.probe.messages->text().contains(QStringLiteral("Saved")));
    }

    void aStoppedGatewayCannotBeAsked() {
        Fixture f;
        f.probe.link.setState(LinkState::Stopped);
        QVERIFY(!f.probe.button(QStringLiteral("run"))->isEnabled());
        QVERIFY(f.probe.form->statusText().contains(QStringLiteral("not listening")));
    }
};

QTEST_MAIN(TestPlayground)
#include "tst_playground.moc"
