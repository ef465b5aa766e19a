// What a request of the ledger becomes in the playground, in every dialect, and how it is asked again.
#include "tests/ui/support/data_path.h"
#include "tests/ui/support/observe_samples.h"
#include "tests/ui/support/page_probe.h"

#include "ui/pages/playground/answer_card.h"
#include "ui/pages/playground/original_card.h"
#include "ui/pages/playground/playground_page.h"
#include "ui/pages/playground/prompt_edit.h"
#include "ui/pages/playground/replay.h"
#include "ui/pages/traffic/inspector.h"
#include "ui/pages/traffic/request_table.h"
#include "ui/pages/traffic/traffic_page.h"

#include <QMenu>
#include <QSignalSpy>

using namespace tollgate::ui;
using Probe = PageProbe<PlaygroundPage>;

namespace {

// Odd order and spacing: an untouched replay must keep them.
const char kChat[] = R"({"temperature":0.333, "model":"chat-default","top_p":0.9,
 "messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"One"},
 {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"w","arguments":"{}"}}]},
 {"role":"tool","tool_call_id":"c1","content":"rain"},{"role":"user","content":"Two"}],
 "tools":[{"type":"function","function":{"name":"w","parameters":{"zulu":1,"alpha":2}}}],"max_tokens":32,"stream":true,
 "stream_options":{"include_usage":true}})";

RequestDetail detailOf(const char* dialect, const QByteArray& body,
                       const QString& route = u"/v1/chat/completions"_qs) {
    RequestDetail detail;
    detail.row.id = u"01REQ"_qs;
    detail.row.traceId = u"01TRACE"_qs;
    detail.row.dialect = QString::fromLatin1(dialect);
    detail.row.route = route;
    detail.row.requestedModel = u"chat-default"_qs;
    detail.row.provider = u"openai"_qs;
    detail.row.model = u"gpt-4o-mini"_qs;
    if (!body.isEmpty())
        detail.requestBody = QString::fromUtf8(body);
    return detail;
}

QJsonObject reply(const QByteArray& body, const QByteArray& answer = {}) {
    QJsonObject object{{u"id"_qs, u"01REQ"_qs},
                       {u"trace_id"_qs, u"01TRACE"_qs},
                       {u"route"_qs, u"/v1/chat/completions"_qs},
                       {u"dialect"_qs, u"openai_chat"_qs},
                       {u"status"_qs, 200},
                       {u"outcome"_qs, u"ok"_qs},
                       {u"requested_model"_qs, u"chat-default"_qs},
                       {u"alias"_qs, u"chat-default"_qs},
                       {u"provider"_qs, u"openai"_qs},
                       {u"model"_qs, u"gpt-4o-mini"_qs},
                       {u"latency_ms"_qs, 812.0},
                       {u"ttft_ms"_qs, 210.0},
                       {u"input_tokens"_qs, 12},
                       {u"output_tokens"_qs, 34},
                       {u"cost_usd"_qs, 0.0004}};
    if (!body.isEmpty())
        object.insert(u"request_body"_qs, QString::fromUtf8(body));
    if (!answer.isEmpty())
        object.insert(u"response_body"_qs, QString::fromUtf8(answer));
    return object;
}

} // namespace

class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chatFillsEveryField() {
        const Replay replay = replayOf(detailOf("openai_chat", kChat));
        QVERIFY(replay.body == Replay::Body::Whole);
        QCOMPARE(replay.target, u"chat-default"_qs);
        QCOMPARE(replay.prompt.system, u"Be brief."_qs);
        QCOMPARE(replay.prompt.user, u"Two"_qs);
        QCOMPARE(QJsonDocument::fromJson(replay.prompt.earlier.toUtf8()).array().size(), 3);
        QCOMPARE(replay.prompt.temperature.value_or(0), 0.333);
        QCOMPARE(replay.prompt.maxTokens.value_or(0), 32);
        QVERIFY(replay.prompt.stream);
        QVERIFY(replay.prompt.tools.indexOf(u"zulu"_qs) < replay.prompt.tools.indexOf(u"alpha"_qs));
        QCOMPARE(QJsonDocument::fromJson(replay.prompt.more.toUtf8()).object(),
                 QJsonObject({{u"top_p"_qs, 0.9}}));
        QCOMPARE(withModel(replay.bytes, u"groq/x"_qs),
                 QByteArray(kChat).replace("\"chat-default\"", "\"groq/x\""));
    }

    void whatWasFilledMeansWhatWasSent_data() {
        QTest::addColumn<QByteArray>("dialect");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("chat") << QByteArray("openai_chat") << QByteArray(kChat);
        QTest::newRow("image") << QByteArray("openai_chat")
                               << QByteArray("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":["
                                             "{\"type\":\"text\",\"text\":\"What?\"},{\"type\":\"image_url\","
                                             "\"image_url\":{\"url\":\"https://example.com/a.png\"}}]}]}");
        QTest::newRow("responses")
            << QByteArray("openai_responses")
            << QByteArray(
                   "{\"model\":\"m\",\"instructions\":\"Be brief.\",\"input\":[{\"type\":\"reasoning\","
                   "\"id\":\"r\",\"encrypted_content\":\"xyz\"},{\"role\":\"user\",\"content\":[{\"type\":"
                   "\"input_text\",\"text\":\"Hi\"}]}],\"max_output_tokens\":9,\"store\":false,"
                   "\"reasoning\":{\"effort\":\"low\"}}");
        QTest::newRow("messages")
            << QByteArray("anthropic_messages")
            << QByteArray(
                   "{\"model\":\"m\",\"max_tokens\":16,\"system\":\"Be brief.\",\"messages\":[{\"role\":"
                   "\"user\",\"content\":\"One\"},{\"role\":\"assistant\",\"content\":[{\"type\":"
                   "\"thinking\","
                   "\"thinking\":\"t\",\"signature\":\"s\"},{\"type\":\"tool_use\",\"id\":\"t1\",\"name\":"
                   "\"w\","
                   "\"input\":{}}]},{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_"
                   "id\":"
                   "\"t1\",\"content\":\"rain\"}]}],\"tools\":[{\"name\":\"w\",\"input_schema\":{\"type\":"
                   "\"object\"}}],\"stream\":true}");
    }
    void whatWasFilledMeansWhatWasSent() {
        QFETCH(const QByteArray, dialect);
        QFETCH(const QByteArray, body);
        const Replay replay = replayOf(detailOf(dialect.constData(), body));
        QVERIFY(replay.body == Replay::Body::Whole);
        const auto made = playBody(replay.prompt, u"m"_qs);
        QVERIFY(made.has_value());
        QJsonObject sent = QJsonDocument::fromJson(*made).object();
        QJsonObject wanted = QJsonDocument::fromJson(body).object();
        wanted.insert(u"model"_qs, u"m"_qs);
        // A text says the same as a list with this one text.
        const auto plain = [](QJsonObject object) {
            const QString name = object.contains(u"input"_qs) ? u"input"_qs : u"messages"_qs;
            QJsonArray turns = object.value(name).toArray();
            for (qsizetype at = 0; at < turns.size(); ++at) {
                QJsonObject turn = turns.at(at).toObject();
                const QJsonArray parts = turn.value(u"content"_qs).toArray();
                if (parts.size() == 1 && parts.at(0).toObject().contains(u"text"_qs))
                    turn.insert(u"content"_qs, parts.at(0).toObject().value(u"text"_qs));
                turns.replace(at, turn);
            }
            object.insert(name, turns);
            return object;
        };
        QCOMPARE(plain(sent), plain(wanted));
    }

    void imagesOfTheBodyComeBackAsImages() {
        const QByteArray png = QByteArray("\x89PNG\r\n\x1a\nrest").toBase64();
        const Replay replay = replayOf(
            detailOf("anthropic_messages",
                     "{\"model\":\"m\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":["
                     "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\","
                     "\"data\":\"" +
                         png + "\"}}]}]}"));
        QCOMPARE(replay.prompt.images.size(), 1);
        QCOMPARE(replay.prompt.images.first().mime, QByteArray("image/png"));
    }

    void withoutABodyTheRowFillsWhatItKnows() {
        RequestDetail detail = detailOf("anthropic_messages", {});
        detail.row.streaming = true;
        const Replay replay = replayOf(detail);
        QVERIFY(replay.body == Replay::Body::NotKept);
        QVERIFY(replay.prompt.dialect == PlayDialect::Messages);
        QVERIFY(replay.prompt.stream);
        QVERIFY(replay.prompt.user.isEmpty() && replay.bytes.isEmpty());
        detail.row.requestedModel.clear();
        QCOMPARE(replayOf(detail).target, u"openai/gpt-4o-mini"_qs);
    }

    void brokenAndForeignBodiesAreToldApart() {
        QVERIFY(replayOf(detailOf("openai_chat", "{\"messages\":[")).body == Replay::Body::Unreadable);
        QVERIFY(replayOf(detailOf("openai_chat", "[1]")).body == Replay::Body::Unreadable);
        QVERIFY(replayOf(detailOf("openai_chat", '"' + QByteArray(256 * 1024, 'a'))).body ==
                Replay::Body::Cut);
        QVERIFY(!replayOf(detailOf("openai_embeddings", "{\"input\":\"x\"}")).possible);
        const Replay plain = replayOf(detailOf("notebook", "{\"message\":\"Hello\"}", u"/chat"_qs));
        QVERIFY(plain.translated && plain.body == Replay::Body::Whole);
        QCOMPARE(plain.prompt.user, u"Hello"_qs);
        QVERIFY(plain.bytes.isEmpty());
    }

    void aGeminiRequestFillsTheFieldsOfChat() {
        const Replay replay = replayOf(detailOf(
            "gemini_generate",
            "{\"systemInstruction\":{\"parts\":[{\"text\":\"Be brief.\"}]},\"contents\":["
            "{\"role\":\"user\",\"parts\":[{\"text\":\"One\"}]},"
            "{\"role\":\"model\",\"parts\":[{\"functionCall\":{\"name\":\"w\",\"args\":{\"a\":1}}}]},"
            "{\"role\":\"user\",\"parts\":[{\"functionResponse\":{\"name\":\"w\",\"response\":{\"r\":2}}}]},"
            "{\"role\":\"user\",\"parts\":[{\"text\":\"Two\"},{\"inline_data\":{\"mime_type\":\"image/gif\","
            "\"data\":\"R0lGODlhAQ==\"}}]}],"
            "\"generationConfig\":{\"temperature\":0.5,\"maxOutputTokens\":7,\"topP\":0.9,\"topK\":4,"
            "\"stopSequences\":[\"x\"],\"responseMimeType\":\"application/json\"},"
            "\"tools\":[{\"functionDeclarations\":[{\"name\":\"w\",\"parameters\":{\"type\":\"OBJECT\"}}]},"
            "{\"googleSearch\":{}}],\"safetySettings\":[]}",
            u"/v1beta/models/m:generateContent"_qs));
        QVERIFY(replay.body == Replay::Body::Whole);
        QVERIFY(replay.translated && replay.bytes.isEmpty());
        const PlayPrompt& prompt = replay.prompt;
        QCOMPARE(prompt.system, u"Be brief."_qs);
        QCOMPARE(prompt.user, u"Two"_qs);
        QCOMPARE(prompt.images.size(), 1);
        QCOMPARE(prompt.images.first().mime, QByteArray("image/gif"));
        QCOMPARE(prompt.temperature.value_or(0), 0.5);
        QCOMPARE(prompt.maxTokens.value_or(0), 7);
        QCOMPARE(QJsonDocument::fromJson(prompt.more.toUtf8()).object().keys(),
                 QStringList({u"response_format"_qs, u"stop"_qs, u"top_p"_qs}));
        const QJsonObject tool = QJsonDocument::fromJson(prompt.tools.toUtf8()).array().at(0).toObject();
        QCOMPARE(tool[u"function"].toObject()[u"parameters"].toObject()[u"type"].toString(), u"object"_qs);
        const QJsonArray earlier = QJsonDocument::fromJson(prompt.earlier.toUtf8()).array();
        QCOMPARE(earlier.size(), 3);
        const QJsonObject call = earlier.at(1).toObject()[u"tool_calls"].toArray().at(0).toObject();
        QCOMPARE(call[u"function"].toObject()[u"arguments"].toString(), u"{\"a\":1}"_qs);
        QCOMPARE(earlier.at(2).toObject()[u"tool_call_id"].toString(), call[u"id"].toString());
        QCOMPARE(replay.leftOut, QStringList({u"topK"_qs, u"safetySettings"_qs, u"googleSearch"_qs}));
        QVERIFY(playBody(prompt, u"m"_qs).has_value());
        // Without contents it is none.
        QVERIFY(replayOf(detailOf("gemini_generate", "{\"messages\":[]}")).body == Replay::Body::Unreadable);
        QCOMPARE(
            replayOf(detailOf("gemini_count_tokens",
                              "{\"generateContentRequest\":{\"contents\":[{\"parts\":[{\"text\":\"Q\"}]}]}}"))
                .prompt.user,
            u"Q"_qs);
    }

    void theOriginalOfAGeminiRequestHasItsWords() {
        Probe probe;
        QJsonObject original = reply("{\"contents\":[{\"parts\":[{\"text\":\"Q\"}]}],\"safetySettings\":[]}",
                                     "[{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"An\"}]}}]},\r\n"
                                     "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"swer\"}]}}]}]");
        original.insert(u"dialect"_qs, u"gemini_generate"_qs);
        original.insert(u"streaming"_qs, true);
        probe.link.answer(QStringLiteral("/requests/01REQ"), original);
        probe.form->open(u"replay:01REQ"_qs);
        probe.settle();
        QCOMPARE(probe.form->original()->answerText(), u"Answer"_qs);
        QCOMPARE(probe.form->prompt()->prompt().user, u"Q"_qs);
        QVERIFY(probe.form->original()->note().contains(u"OpenAI Chat Completions"_qs));
        QVERIFY(probe.form->original()->note().endsWith(u"Left out: safetySettings."_qs));
    }

    void textCompletionsKeepTheirLimits() {
        const Replay replay = replayOf(detailOf(
            "openai_completions",
            "{\"model\":\"m\",\"prompt\":[\"Once\"],\"max_tokens\":5,\"temperature\":0.5,\"echo\":true}"));
        QCOMPARE(replay.prompt.user, u"Once"_qs);
        QCOMPARE(replay.prompt.maxTokens.value_or(0), 5);
        QCOMPARE(replay.prompt.temperature.value_or(0), 0.5);
        QCOMPARE(replay.leftOut, QStringList{u"echo"_qs});
    }

    void onlyHeadersThatMatterComeAlong() {
        RequestDetail detail = detailOf("anthropic_messages", "{\"messages\":[]}");
        detail.requestHeaders = {{u"Anthropic-Beta"_qs, u"x-1"_qs},
                                 {u"Cookie"_qs, u"s"_qs},
                                 {u"x-api-key"_qs, u"tg-secret"_qs},
                                 {u"X-User-Id"_qs, u"alice"_qs}};
        const auto headers = replayOf(detail).headers;
        QCOMPARE(headers.size(), 1);
        QCOMPARE(headers.first().first, QByteArray("anthropic-beta"));
    }

    void trafficLeadsThereByKeyButtonAndMenu() {
        ScriptedLink link;
        QWidget window;
        MessageBar messages(&window);
        ShortcutRegistry shortcuts;
        link.answer(u"/requests"_qs, samples::page(samples::pictureRows()));
        link.answer(u"/requests/"_qs, samples::fallbackDetail(13));
        TrafficPage traffic({&Theme::of(nullptr), &link, &messages, &shortcuts, nullptr}, &window);
        window.resize(1240, 840);
        traffic.setGeometry(0, 50, 1240, 780);
        window.show();
        traffic.activate();
        QTRY_VERIFY(traffic.model().rowCount() > 2);
        QSignalSpy left(&traffic, &Page::navigate);
        QTest::keyClick(traffic.table(), Qt::Key_R);
        QVERIFY(left.isEmpty()); // nothing is chosen
        traffic.table()->setCurrentIndex(traffic.model().index(2, 0));
        const QString wanted = u"replay:"_qs + traffic.model().at(2).id;
        QTest::keyClick(traffic.table(), Qt::Key_R);
        traffic.inspector()->findChild<QAbstractButton*>(u"replay"_qs)->click();
        for (const ShortcutRegistry::Entry& entry : shortcuts.entries())
            if (entry.id == u"traffic.replay"_qs)
                entry.run(); // as the palette does
        Q_EMIT traffic.table()->cellMenuWanted(traffic.model().index(2, 0), QPoint(10, 10));
        auto* menu = traffic.findChild<QMenu*>();
        for (QAction* action : menu->actions())
            if (action->text() == u"Replay in the playground"_qs)
                action->trigger();
        menu->close();
        QCOMPARE(left.size(), 4);
        for (const auto& there : left)
            QCOMPARE(there, QVariantList({u"playground"_qs, wanted}));
    }

    void aReplayIsFilledInAndNotSent() {
        Probe probe;
        probe.link.answer(QStringLiteral("/requests/01REQ"),
                          reply(kChat, "data: {\"choices\":[{\"delta\":{\"content\":\"Then.\"}}]}\n\n"));
        probe.find<QPlainTextEdit>(u"user"_qs)->setPlainText(u"My draft"_qs);
        probe.form->first()->setTarget(u"cheap"_qs);
        probe.form->open(u"replay:01REQ"_qs);
        probe.settle();
        QVERIFY(probe.form->original()->isVisible());
        QVERIFY(!probe.form->second()->isVisible());
        QCOMPARE(probe.form->first()->target(), u"chat-default"_qs);
        QCOMPARE(probe.form->prompt()->prompt().user, u"Two"_qs);
        QVERIFY(!probe.form->first()->run());
        QVERIFY(probe.link.sentTo("POST", u"/keys"_qs).isEmpty());
        QVERIFY(probe.form->original()->note().contains(u"Nothing is sent"_qs));
        QCOMPARE(probe.namelessControls(), QString());
        QVERIFY(probe.press(u"closeReplay"_qs));
        QCOMPARE(probe.form->prompt()->prompt().user, u"My draft"_qs); // nothing was lost
        QCOMPARE(probe.form->first()->target(), u"cheap"_qs);
        QVERIFY(probe.form->second()->isVisible() && !probe.form->original()->isVisible());
    }

    void whatWasNotKeptIsSaidPlainly() {
        Probe probe;
        probe.link.answer(QStringLiteral("/requests/01REQ"), reply({}));
        probe.form->open(u"replay:01REQ"_qs);
        probe.settle();
        QVERIFY(probe.form->original()->note().contains(u"was not kept"_qs));
        QCOMPARE(probe.form->first()->target(), u"chat-default"_qs);
        QSignalSpy left(probe.form, &Page::navigate);
        QVERIFY(probe.press(u"Keep bodies from now on"_qs));
        QCOMPARE(left.first().first().toString(), u"settings"_qs);
    }

    void aRequestThatIsGoneChangesNothing() {
        Probe probe;
        probe.find<QPlainTextEdit>(u"user"_qs)->setPlainText(u"My draft"_qs);
        probe.form->open(u"replay:01GONE"_qs);
        probe.settle();
        QVERIFY(probe.messages->text().contains(u"no longer in the ledger"_qs));
        QVERIFY(!probe.form->original()->isVisible());
        QCOMPARE(probe.form->prompt()->prompt().user, u"My draft"_qs);
    }

    void untouchedItGoesOutByteByByteEditedItDoesNot() {
        Probe probe;
        DataPath gateway;
        probe.link.setAddress(gateway.address());
        probe.link.answer("POST", QStringLiteral("/keys"),
                          ScriptedLink::json(QByteArray(R"({"id":"key_c","secret":"tg-console"})"), 201));
        probe.link.answer(QStringLiteral("/requests/01REQ"), reply(kChat, "{}"));
        gateway.reply = kStreamHead + "data: [DONE]\n\n";
        probe.form->open(u"replay:01REQ"_qs);
        probe.settle();
        probe.form->first()->setTarget(u"groq/llama"_qs);
        QVERIFY(probe.press(u"run"_qs));
        QTRY_COMPARE(gateway.asked.size(), 1);
        QTRY_VERIFY(!probe.form->first()->isRunning());
        QVERIFY(
            gateway.asked.first().endsWith(QByteArray(kChat).replace("\"chat-default\"", "\"groq/llama\"")));
        probe.find<QPlainTextEdit>(u"user"_qs)->setPlainText(u"Three"_qs);
        QVERIFY(probe.press(u"run"_qs));
        QTRY_COMPARE(gateway.asked.size(), 2);
        QTRY_VERIFY(!probe.form->first()->isRunning());
        const QJsonArray messages = gateway.body(1).value(u"messages"_qs).toArray();
        QCOMPARE(messages.size(), 5);
        QCOMPARE(messages.last().toObject().value(u"content"_qs).toString(), u"Three"_qs);
        QCOMPARE(gateway.body(1).value(u"top_p"_qs).toDouble(), 0.9);
    }
};

QTEST_MAIN(TestReplay)
#include "tst_replay.moc"
