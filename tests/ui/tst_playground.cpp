#include "tests/ui/support/page_probe.h"

#include "ui/pages/playground/answer_card.h"
#include "ui/pages/playground/play_stream.h"
#include "ui/pages/playground/playground_page.h"
#include "ui/pages/playground/prompt_edit.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace tollgate::ui;
using Probe = PageProbe<PlaygroundPage>;

namespace {

const QByteArray kHead =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nx-request-id: T-7\r\n"
    "x-tollgate-provider: openai\r\nx-tollgate-model: gpt-4o-mini\r\nx-tollgate-attempts: 1\r\n"
    "Connection: close\r\n\r\n";

QByteArray delta(const QByteArray& text) {
    return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
}

/// A gateway's data path whose answer the test writes by hand.
class Gateway : public QTcpServer {
public:
    Gateway() {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (!sockets.contains(socket)) { // a connection that Qt opens in reserve asks nothing
                    sockets << socket;
                    asked << QByteArray();
                }
                QByteArray& all = asked[sockets.indexOf(socket)];
                all += socket->readAll();
                if (all.endsWith("}") && !reply.isEmpty()) {
                    socket->write(reply);
                    socket->disconnectFromHost();
                }
            });
        });
    }
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(serverPort()); }
    QJsonObject body(int index) const {
        return QJsonDocument::fromJson(asked.value(index).mid(asked.value(index).indexOf("\r\n\r\n") + 4))
            .object();
    }
    QList<QTcpSocket*> sockets;
    QList<QByteArray> asked;
    QByteArray reply; ///< written when a request is whole; empty: the test does it
};

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
    Gateway gateway;
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
        f.probe.press(QStringLiteral("toolsToggle"));
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
