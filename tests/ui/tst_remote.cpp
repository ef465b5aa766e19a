// The console on a gateway elsewhere: over HTTP and TLS, with its token, through losses of the connection.

#include "tests/ui/support/tls_forwarder.h"

#include "gateway/gateway.h"
#include "ui/link/data_call.h"
#include "ui/link/remote_link.h"
#include "ui/pages/forms/object_form.h"
#include "ui/shell/console_state.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/remote/certificate_dialog.h"
#include "ui/shell/remote/connection_banner.h"
#include "ui/shell/remote/remote_session.h"
#include "ui/shell/remote/token_dialog.h"
#include "ui/shell/remote/token_vault.h"
#include "ui/shell/status_line.h"
#include "ui/shell/theme.h"
#include "ui/widgets/form_field.h"

#include <QCheckBox>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace tollgate;
using namespace tollgate::ui;

namespace {

constexpr int kPatienceMs = 10'000;
const QString kToken = QStringLiteral("tga-remote-test-0123456789");

const char kConfiguration[] = R"({
"providers":[{"name":"sim","kind":"simulated","options":{"mean_latency_ms":1,"p_timeout":0,"p_long_tail":0,"reply":"first"}}],
"aliases":[{"alias":"chat","strategy":"simple","targets":[{"provider":"sim","model":"m","weight":1}]}],
"keys":[{"name":"app","user":"alice","secret":"tg-remotetest0123456789"}]})";

RemoteAddress at(const QString& url) {
    RemoteAddressMistake mistake;
    return parseRemoteAddress(url, false, mistake).value_or(RemoteAddress{});
}

/// A gateway on a port of its own, to be stopped and started again on the same one.
class Elsewhere {
public:
    Elsewhere() { start(); }

    void start() {
        GatewayOptions options;
        options.dataDirectory = m_directory.path().toStdString();
        options.adminToken = kToken.toStdString();
        options.drainSeconds = 0;
        m_gateway = std::make_unique<Gateway>(options);
        QSignalSpy opened(m_gateway.get(), &Gateway::opened);
        m_gateway->open({m_master, SecretStoreKind::Memory, {}});
        QTRY_VERIFY_WITH_TIMEOUT(!opened.isEmpty(), kPatienceMs);
        QString problem = QStringLiteral("nothing yet");
        m_gateway->applyConfigFile(kConfiguration, "test", [&](const QString& said) { problem = said; });
        QTRY_COMPARE_WITH_TIMEOUT(problem, QString(), kPatienceMs);
        QSignalSpy listening(m_gateway.get(), &Gateway::listening);
        m_gateway->listen({"127.0.0.1", m_port});
        QTRY_VERIFY_WITH_TIMEOUT(!listening.isEmpty(), kPatienceMs);
        m_port = m_gateway->address().port;
    }
    void stop() { m_gateway.reset(); }
    quint16 port() const { return m_port; }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

private:
    QTemporaryDir m_directory;
    MasterKey m_master = MasterKey::generate();
    std::unique_ptr<Gateway> m_gateway;
    quint16 m_port = 0;
};

/// Something that answers every request with the same bytes and then says nothing more.
class Parrot : public QTcpServer {
public:
    explicit Parrot(QByteArray answer)
        : m_answer(std::move(answer)) {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                    QByteArray& said = m_said[socket];
                    said += socket->readAll();
                    if (!said.contains("\r\n\r\n"))
                        return;
                    requests << std::exchange(said, {});
                    socket->write(m_answer);
                    last = socket;
                });
        });
    }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

    QByteArrayList requests;
    QPointer<QTcpSocket> last;

private:
    QByteArray m_answer;
    QHash<QTcpSocket*, QByteArray> m_said;
};

class MemoryVault : public TokenVault {
public:
    bool available() const override { return true; }
    void read(const QString& gateway, std::function<void(const QString&)> done) override {
        done(kept.value(gateway));
    }
    void write(const QString& gateway, const QString& token,
               std::function<void(const QString&)> done) override {
        kept.insert(gateway, token);
        done({});
    }
    QHash<QString, QString> kept;
};

const QByteArray kStream = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: hello\n\n";

} // namespace

class TestRemote : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addressesAreTakenOrRefusedWithTheReason_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("plainHttp");
        QTest::addColumn<QString>("name"); // or, behind a '!', a word of the reason
        QTest::newRow("tls") << "https://gw.example:8655" << false << "gw.example:8655";
        QTest::newRow("tls, usual port") << "https://gw.example/" << false << "gw.example:443";
        QTest::newRow("behind a path") << "https://x.example/llm/" << false << "x.example:443/llm";
        QTest::newRow("the API's own path") << "https://x.example/admin/v1" << false << "x.example:443";
        QTest::newRow("loopback") << "http://127.0.0.1:8655" << false << "127.0.0.1:8655";
        QTest::newRow("localhost") << "http://localhost:1" << false << "localhost:1";
        QTest::newRow("loopback of IPv6") << "http://[::1]:8655" << false << "[::1]:8655";
        QTest::newRow("http elsewhere") << "http://gw.example:8655" << false << "!--plain-http";
        QTest::newRow("http elsewhere, wanted") << "http://gw.example:8655" << true << "gw.example:8655";
        QTest::newRow("looks like loopback") << "http://127.0.0.1.evil.example" << false << "!--plain-http";
        QTest::newRow("no scheme") << "gw.example:8655" << false << "!https://";
        QTest::newRow("other scheme") << "ftp://gw.example" << false << "!https://";
        QTest::newRow("token in the URL") << "https://x:secret@gw.example" << false << "!--token-file";
        QTest::newRow("query") << "https://gw.example?a=b" << false << "!only";
        QTest::newRow("nothing") << "" << false << "!https://";
    }
    void addressesAreTakenOrRefusedWithTheReason() {
        QFETCH(QString, text);
        QFETCH(bool, plainHttp);
        QFETCH(QString, name);
        RemoteAddressMistake mistake;
        const auto address = parseRemoteAddress(text, plainHttp, mistake);
        if (!name.startsWith(u'!')) {
            QVERIFY2(address.has_value(), qPrintable(mistake.text));
            QCOMPARE(address->name, name);
            return;
        }
        QVERIFY(!address.has_value());
        QVERIFY2(mistake.text.contains(name.mid(1)), qPrintable(mistake.text));
        QVERIFY(!mistake.text.contains(QStringLiteral("secret")));
    }

    void eventsAreReadHoweverTheyAreCut() {
        const QByteArray bytes = ": hi\n\nid: 7\nevent: tick\ndata: {\"a\":1}\n\nid: 8\r\nevent: x\r\ndata: "
                                 "1\r\ndata: 2\r\n\r\nid: 9\ndata: cut";
        for (qsizetype step = 1; step <= bytes.size(); ++step) {
            SseReader reader;
            QStringList got;
            for (qsizetype from = 0; from < bytes.size(); from += step)
                QVERIFY(
                    reader.feed(bytes.mid(from, step), [&](const QByteArray& type, const QByteArray& data) {
                        got << QString::fromUtf8(type + '=' + data);
                    }));
            QCOMPARE(got, (QStringList{u"tick={\"a\":1}"_qs, u"x=1\n2"_qs}));
            QCOMPARE(reader.lastId(), QByteArray("8")); // the ninth was never whole
        }
    }

    void requestsAndEventsComeOverHttp() {
        Elsewhere house;
        RemoteLink link(at(house.url()));
        QSignalSpy events(&link, &GatewayLink::event);
        int status = 0;
        QString provider;
        link.get(u"/providers"_qs, this, [&](const GatewayReply& reply) { // before it is connected: it waits
            status = reply.status;
            provider = reply.json[u"data"][0][u"name"].toString();
        });
        QCOMPARE(link.state(), LinkState::Starting);
        link.setToken(kToken);
        QTRY_COMPARE_WITH_TIMEOUT(link.state(), LinkState::Listening, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(status, 200, kPatienceMs);
        QCOMPARE(provider, u"sim"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(!events.isEmpty(), kPatienceMs);
        QVERIFY(!link.canControl());
        QCOMPARE(ask(link).status, 200);
        std::optional<GatewayReply> refused;
        link.send("POST", u"/projects"_qs, {{u"name"_qs, u""_qs}}, this,
                  [&](const GatewayReply& reply) { refused = reply; });
        QTRY_VERIFY_WITH_TIMEOUT(refused.has_value(), kPatienceMs);
        QCOMPARE(refused->status, 422);
        QCOMPARE(refused->errorParam(), u"name"_qs);
    }

    void aWrongTokenIsSaidAndTheRightOneKept() {
        Elsewhere house;
        RemoteLink link(at(house.url()));
        MemoryVault vault;
        vault.kept.insert(link.address(), u"tga-of-yesterday-0123456789"_qs);
        ConsoleState state({});
        QWidget window;
        RemoteSession session(link, vault, state, &window);
        session.begin({});
        const auto dialog = [&] { return window.findChild<TokenDialog*>(); };
        QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, kPatienceMs);
        QVERIFY(!dialog()->findChild<FormField*>()->error().isEmpty()); // the kept one was tried, and refused
        QCOMPARE(link.trouble(), RemoteLink::Trouble::Token);
        type(dialog(), u"tga-still-not-the-right-one"_qs);
        QVERIFY(dialog()->findChild<FormField*>()->error().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog()->findChild<FormField*>()->error().isEmpty(), kPatienceMs);
        QVERIFY(vault.kept.value(link.address()) != u"tga-still-not-the-right-one"_qs);
        dialog()->findChild<QCheckBox*>(u"keep"_qs)->setChecked(true);
        type(dialog(), kToken);
        QTRY_COMPARE_WITH_TIMEOUT(link.state(), LinkState::Listening, kPatienceMs);
        QCOMPARE(vault.kept.value(link.address()), kToken);
        QTRY_VERIFY(dialog() == nullptr);
    }

    void aRestartLosesNothingThatIsOnTheScreen() {
        Elsewhere house;
        RemoteLink link(at(house.url()));
        link.setPauses(20, 40);
        PageRegistry pages;
        registerPages(pages);
        MainWindow window(m_theme, link, pages);
        window.resize(1280, 720);
        window.show();
        link.setToken(kToken);
        QTRY_COMPARE_WITH_TIMEOUT(link.state(), LinkState::Listening, kPatienceMs);
        auto* banner = window.findChild<ConnectionBanner*>();
        QVERIFY(banner->text().isEmpty());
        QVERIFY(window.windowTitle().contains(link.address()));
        window.showPage(u"traffic"_qs);
        QCOMPARE(ask(link).status, 200);
        auto* table = window.currentPage()->findChild<QTableView*>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, kPatienceMs);
        window.showPage(u"providers"_qs, u"sim"_qs);
        ObjectForm* form = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((form = shownForm(window)) != nullptr, kPatienceMs);
        form->binding().fill({{u"max_retries"_qs, 7}});
        QVERIFY(form->isDirty());

        house.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!banner->text().isEmpty(), kPatienceMs);
        QVERIFY2(banner->text().contains(link.address()), qPrintable(banner->text()));
        QCOMPARE(shownForm(window), form);
        QVERIFY(form->isDirty());
        QCOMPARE(table->model()->rowCount(), 1);
        window.currentPage()->save(); // into the void: refused, and kept
        QTest::qWait(50);
        QVERIFY(form->isDirty());

        house.start();
        QTRY_COMPARE_WITH_TIMEOUT(link.state(), LinkState::Listening, kPatienceMs);
        QTRY_VERIFY(banner->text().isEmpty());
        QCOMPARE(form->binding().current()[u"max_retries"].toInt(), 7);
        QVERIFY(form->isDirty());
        window.currentPage()->save();
        QTRY_VERIFY_WITH_TIMEOUT(!form->isDirty(), kPatienceMs);
        QCOMPARE(ask(link).status, 200);
        window.showPage(u"traffic"_qs);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, kPatienceMs);
    }

    void theStreamGoesOnBehindTheLastEvent() {
        Parrot parrot(kStream +
                      "id: 41\nevent: health\ndata: {}\n\nid: 42\nevent: health\ndata: {\"n\":2}\n\n");
        RemoteLink link(at(parrot.url()));
        link.setPauses(5, 5);
        QSignalSpy events(&link, &GatewayLink::event);
        link.setToken(kToken);
        QTRY_COMPARE_WITH_TIMEOUT(events.size(), 2, kPatienceMs);
        QVERIFY(!parrot.requests.first().toLower().contains("last-event-id"));
        QVERIFY(parrot.requests.first().contains(QByteArray("Bearer " + kToken.toUtf8())));
        parrot.last->abort();
        QTRY_COMPARE_WITH_TIMEOUT(parrot.requests.size(), 2, kPatienceMs);
        QVERIFY2(parrot.requests.last().toLower().contains("last-event-id: 42"),
                 parrot.requests.last().constData());
    }

    void aSilentStreamIsALostOne() {
        Parrot parrot(kStream);
        RemoteLink link(at(parrot.url()));
        link.setPatience(100);
        link.setPauses(60'000, 60'000);
        link.setToken(kToken);
        QTRY_COMPARE_WITH_TIMEOUT(link.state(), LinkState::Listening, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(link.state(), LinkState::Failed, kPatienceMs);
        QCOMPARE(link.trouble(), RemoteLink::Trouble::Unreachable);
        QVERIFY(link.msToNextTry() > 40'000);
        int status = -1;
        link.get(u"/status"_qs, this, [&](const GatewayReply& reply) { status = reply.status; });
        QTRY_COMPARE(status, 0); // nobody waits for a timeout
        link.start();            // "Connect now"
        QTRY_COMPARE_WITH_TIMEOUT(link.state(), LinkState::Listening, kPatienceMs);
    }

    void pausesGrowAndStayBounded() {
        Parrot parrot("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
        RemoteLink link(at(parrot.url()));
        link.setPauses(8, 40);
        link.setToken(kToken);
        QTRY_COMPARE_WITH_TIMEOUT(link.trouble(), RemoteLink::Trouble::Foreign, kPatienceMs);
        QVERIFY(link.stateDetail().contains(u"502"_qs));
        int longest = 0;
        QTRY_VERIFY_WITH_TIMEOUT((longest = qMax(longest, link.msToNextTry())) > 24, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(parrot.requests.size() > 5, kPatienceMs);
        QVERIFY2(longest <= 40, qPrintable(QString::number(longest)));
    }

    void aCertificateThatDoesNotVerifyIsAskedAboutOnce() {
        if (!QSslSocket::supportsSsl())
            QSKIP("Qt has no TLS here");
        Elsewhere house;
        TlsForwarder tls(house.port());
        QVERIFY(tls.listen(QHostAddress::LocalHost));
        const QByteArray sha256 = tls.certificate().digest(QCryptographicHash::Sha256);
        QTemporaryDir directory;
        ConsoleState state(directory.filePath(u"console.ini"_qs));
        const QString url = QStringLiteral("https://127.0.0.1:%1").arg(tls.serverPort());
        MemoryVault vault;
        QWidget window;
        {
            RemoteLink link(at(url));
            RemoteSession session(link, vault, state, &window);
            session.begin(kToken);
            CertificateDialog* dialog = nullptr;
            QTRY_VERIFY_WITH_TIMEOUT((dialog = window.findChild<CertificateDialog*>()) != nullptr,
                                     kPatienceMs);
            QCOMPARE(tls.bytesFromClients(), 0); // the token did not leave
            const QString shown = dialog->findChild<QLabel*>(u"fingerprint"_qs)->text();
            QCOMPARE(QString(shown).replace(u'\n', u':'), CertificateDialog::fingerprint(sha256));
            QCOMPARE(link.trouble(), RemoteLink::Trouble::Certificate);
            dialog->findChild<QPushButton*>(u"trust"_qs)->click();
            QTRY_COMPARE_WITH_TIMEOUT(link.state(), LinkState::Listening, kPatienceMs);
            QCOMPARE(ask(link).status, 200); // the data path over the same certificate
            QTRY_VERIFY(window.findChild<CertificateDialog*>() == nullptr);
        }
        { // the next start
            RemoteLink link(at(url));
            QSignalSpy doubts(&link, &RemoteLink::certificateDoubted);
            RemoteSession session(link, vault, state, &window);
            session.begin(kToken);
            QTRY_COMPARE_WITH_TIMEOUT(link.state(), LinkState::Listening, kPatienceMs);
            QVERIFY(doubts.isEmpty());
            // Somebody else's certificate in the middle of it
            tls.renew();
            tls.dropEverybody();
            QTRY_COMPARE_WITH_TIMEOUT(doubts.size(), 1, kPatienceMs);
            QVERIFY(doubts.first().first().value<CertificateDoubt>().changed);
            QCOMPARE(link.state(), LinkState::Failed);
            QVERIFY(window.findChild<CertificateDialog*>() != nullptr);
        }
    }

private:
    DataReply ask(GatewayLink& link) {
        DataRequest request;
        request.path = u"/v1/chat/completions"_qs;
        request.body = "{\"model\":\"chat\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
        request.secret = u"tg-remotetest0123456789"_qs;
        DataCall call(m_network, link, request);
        std::optional<DataReply> got;
        connect(&call, &DataCall::finished, this, [&](const DataReply& reply) { got = reply; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(got.has_value(), kPatienceMs); }();
        return got.value_or(DataReply{});
    }

    static void type(TokenDialog* dialog, const QString& token) {
        dialog->findChild<QLineEdit*>(u"token"_qs)->setText(token);
        dialog->findChild<QPushButton*>(u"connect"_qs)->click();
    }

    static ObjectForm* shownForm(MainWindow& window) {
        for (ObjectForm* form : window.currentPage()->findChildren<ObjectForm*>())
            if (form->isVisible() && !form->binding().original().isEmpty())
                return form;
        return nullptr;
    }

    Theme m_theme;
    QNetworkAccessManager m_network;
};

QTEST_MAIN(TestRemote)
#include "tst_remote.moc"
