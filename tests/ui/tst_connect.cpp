#include "tests/ui/support/page_probe.h"

#include "ui/pages/connect/client_detail.h"
#include "ui/pages/connect/clients_seen.h"
#include "ui/pages/connect/connect_page.h"
#include "ui/pages/connect/file_card.h"

#include <QDir>
#include <QListView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace tollgate::ui;

namespace {

/// Answers every request with the same bytes and remembers what it was asked.
class OneAnswer : public QTcpServer {
public:
    explicit OneAnswer(QByteArray reply)
        : m_reply(std::move(reply)) {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                asked += socket->readAll();
                if (!asked.endsWith("}") && !(asked.startsWith("GET ") && asked.endsWith("\r\n\r\n")))
                    return;
                requests << asked;
                asked.clear();
                socket->write(m_reply);
                socket->disconnectFromHost();
            });
        });
    }
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(serverPort()); }
    QByteArray asked;
    QList<QByteArray> requests;

private:
    QByteArray m_reply;
};

QByteArray http(const QByteArray& head, const QByteArray& body) {
    return "HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

QJsonObject requestRow(const QString& agent, const QString& key, qint64 atMs, int status = 200) {
    return {{QStringLiteral("user_agent"), agent},
            {QStringLiteral("key_name"), key},
            {QStringLiteral("at_ms"), atMs},
            {QStringLiteral("status"), status},
            {QStringLiteral("trace_id"), QStringLiteral("T1")},
            {QStringLiteral("requested_model"), QStringLiteral("chat-default")},
            {QStringLiteral("provider"), QStringLiteral("openai")},
            {QStringLiteral("model"), QStringLiteral("gpt-4o-mini")}};
}

struct Fixture {
    explicit Fixture(const QByteArray& answer = http("401 Unauthorized", "{}"))
        : gateway(answer) {
        probe.form->deactivate();
        probe.link.setAddress(gateway.address());
        probe.form->setHome(home.path());
        probe.form->activate();
        probe.settle();
    }
    QString path(const char* below) const { return home.filePath(QString::fromLatin1(below)); }
    FileCard* file() const { return probe.form->detail()->fileCard(); }
    void open(const char* id) {
        probe.form->open(QString::fromLatin1(id));
        probe.settle();
    }
    QString sample() const { return probe.find<QPlainTextEdit>(QStringLiteral("sample"))->toPlainText(); }

    QTemporaryDir home;
    OneAnswer gateway;
    PageProbe<ConnectPage> probe;
};

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestConnect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensOnEmptyData() {
        PageProbe<ConnectPage> probe(PageProbe<ConnectPage>::Data::Empty);
        QCOMPARE(probe.rows().size(), 9);
        QVERIFY(probe.button(QStringLiteral("createKey")));
        QVERIFY(!probe.button(QStringLiteral("writeFile"))->isEnabled()); // no key
        QVERIFY(!probe.button(QStringLiteral("probe"))->isEnabled());
    }

    void everyClientShowsItsAddressKeyAndModel() {
        Fixture f;
        for (const ClientKind& kind : clientKinds()) {
            f.open(qPrintable(kind.id));
            f.probe.edit(QStringLiteral("clientKey"))->setText(QStringLiteral("tg-mine"));
            QVERIFY2(f.sample().contains(f.gateway.address()), qPrintable(kind.id));
            QVERIFY2(f.sample().contains(QStringLiteral("tg-mine")), qPrintable(kind.id));
            for (const ClientSample& sample :
                 kind.samples({QStringLiteral("http://a:1"), QStringLiteral("K"), QStringLiteral("M")}))
                QVERIFY2(!sample.text.contains(u'{' + QStringLiteral("url}")) &&
                             !sample.text.contains(QStringLiteral("{key}")) &&
                             !sample.text.contains(QStringLiteral("{model}")),
                         qPrintable(kind.id));
        }
        QCOMPARE(f.probe.namelessControls(), QString());
        QCOMPARE(f.probe.tabOrderMistakes(), QString());
    }

    void aKeyIsCreatedInPlaceAndForgotten() {
        Fixture f;
        int asked = 0;
        f.probe.link.answer("POST", QStringLiteral("/keys"), [&asked](const ScriptedLink::Sent&) {
            return ++asked == 1
                       ? ScriptedLink::refusal(QStringLiteral("taken"), QStringLiteral("name"), 409)
                       : ScriptedLink::json(QByteArray(R"({"id":"key_9","secret":"tg-Fresh1234"})"), 201);
        });
        QVERIFY(f.probe.press(QStringLiteral("createKey")));
        QCOMPARE(f.probe.edit(QStringLiteral("clientKey"))->text(), QStringLiteral("tg-Fresh1234"));
        QCOMPARE(f.probe.bodyOf("POST", QStringLiteral("/keys")).value(u"name").toString(),
                 QStringLiteral("claude-code-2"));
        QVERIFY(!f.file()->diff().contains(QStringLiteral("tg-Fresh1234"))); // shown once, where it is copied
        f.open("codex");
        QVERIFY(f.probe.edit(QStringLiteral("clientKey"))->text().isEmpty());
    }

    void writesAClientsFileProbesAndPutsItBack() {
        Fixture f(http("200 OK\r\nx-tollgate-provider: openai\r\nx-tollgate-model: "
                       "gpt-4o-mini\r\nx-tollgate-attempts: 1",
                       "{}"));
        const QByteArray before = "{\n  \"theme\": \"dark\"\n}\n";
        QVERIFY(QDir().mkpath(f.path(".claude")));
        QFile file(f.path(".claude/settings.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(before);
        file.close();
        f.open("codex");
        f.open("claude-code");
        f.probe.edit(QStringLiteral("clientKey"))->setText(QStringLiteral("tg-mine-and-long"));
        QVERIFY(f.file()->diff().contains(QStringLiteral("+     \"ANTHROPIC_BASE_URL\": \"http://") +
                                          f.gateway.address()));
        QVERIFY(f.file()->diff().contains(QStringLiteral("  \"theme\": \"dark\"")));
        QVERIFY(f.probe.press(QStringLiteral("writeFile")));
        const QByteArray written = contentOf(file.fileName());
        QVERIFY(written.contains("tg-mine-and-long"));
        QVERIFY(written.contains("\"theme\": \"dark\""));
        QTRY_VERIFY(f.probe.form->detail()->probeText().contains(QStringLiteral("openai/gpt-4o-mini")));
        QVERIFY(f.gateway.requests.last().startsWith("POST /v1/messages "));
        QVERIFY(f.gateway.requests.last().contains("Bearer tg-mine-and-long"));
        QVERIFY(f.probe.messages->text().contains(QStringLiteral("Claude Code is configured")));
        QVERIFY(f.probe.press(QStringLiteral("undoFile")));
        QCOMPARE(contentOf(file.fileName()), before);
    }

    void brokenFilesAreToldAndNotTouched() {
        Fixture f;
        QVERIFY(QDir().mkpath(f.path(".claude")));
        QFile file(f.path(".claude/settings.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ broken");
        file.close();
        f.open("codex");
        f.open("claude-code");
        f.probe.edit(QStringLiteral("clientKey"))->setText(QStringLiteral("tg-mine"));
        QVERIFY(!f.probe.button(QStringLiteral("writeFile"))->isEnabled());
        QVERIFY(f.file()->stateText().contains(QStringLiteral("not a JSON object")));
    }

    void whatTheGatewayDoesNotSpeakIsNotOffered() {
        Fixture f(http("404 Not Found", "{}"));
        f.open("gemini-cli");
        f.probe.edit(QStringLiteral("clientKey"))->setText(QStringLiteral("tg-mine"));
        QTRY_VERIFY(f.file()->stateText().contains(QStringLiteral("does not speak")));
        QVERIFY(!f.probe.button(QStringLiteral("writeFile"))->isEnabled());
    }

    void failedProbesSayWhy() {
        Fixture f(http("402 Payment Required", R"({"error":{"message":"budget spent"}})"));
        f.open("curl");
        f.probe.edit(QStringLiteral("clientKey"))->setText(QStringLiteral("tg-mine"));
        QVERIFY(f.probe.press(QStringLiteral("probe")));
        QTRY_COMPARE(f.probe.form->detail()->probeText(), QStringLiteral("budget spent (status 402)"));
    }

    void whoReallyCallsIsReadAndFollowed() {
        ScriptedLink link;
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        link.answer(QStringLiteral("/clients"),
                    page({requestRow(QStringLiteral("claude-cli/2.1.0 (external, cli)"),
                                     QStringLiteral("claude-code"), now),
                          requestRow(QStringLiteral("OpenAI/Python 1.99"), QStringLiteral("ci"), now - 1000),
                          requestRow(QStringLiteral("tollgate-console"), QStringLiteral("console"), now)}));
        ClientsSeen seen(&link);
        seen.setActive(true);
        QTRY_COMPARE(seen.all().size(), 2);
        const QList<ClientKind> kinds = clientKinds();
        QCOMPARE(seen.of(kinds.first()).size(), 1);
        QCOMPARE(seen.of(kinds.first()).first().key, QStringLiteral("claude-code"));
        QCOMPARE(seen.of(kinds.first()).first().target, QStringLiteral("chat-default → openai/gpt-4o-mini"));
        link.emitEvent(QStringLiteral("request"),
                       {{QStringLiteral("rows"),
                         QJsonArray{requestRow(QStringLiteral("claude-cli/2.1.0 (external, cli)"),
                                               QStringLiteral("claude-code"), now + 5, 503)}}});
        QCOMPARE(seen.of(kinds.first()).first().status, 503);
        for (int i = 0; i < 3 * ClientsSeen::kMost; ++i)
            link.emitEvent(
                QStringLiteral("request"),
                {{QStringLiteral("rows"), QJsonArray{requestRow(QStringLiteral("bot/%1").arg(i), {}, now)}}});
        QVERIFY(seen.all().size() <= ClientsSeen::kMost);
    }

    void cursorIsToldThatThisMachineIsOutOfReach() {
        Fixture f;
        f.open("cursor");
        QStringList texts;
        for (const QLabel* label : f.probe.form->findChildren<QLabel*>())
            if (label->isVisible())
                texts << label->text();
        QVERIFY(texts.join(u' ').contains(QStringLiteral("out of their reach")));
    }
};

QTEST_MAIN(TestConnect)
#include "tst_connect.moc"
