// Every way an upstream can fail, and the name each is given.

#include "gateway/upstream/upstream_client.h"

#include "fake_server.h"
#include "upstream_requests.h"

#include <QTest>
#include <QTimer>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace tollgate;

class TestUpstreamFailures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
    }

    void aRefusedConnectionFailsToConnect() {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        const std::string url = "http://127.0.0.1:" + std::to_string(probe.serverPort()) + "/";
        probe.close();
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(get(url), recorder);
        QCOMPARE(recorder.log, std::string());
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.log, std::string("D"));
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::ConnectFailed);
        QVERIFY(!recorder.result.message.empty());
        QCOMPARE(recorder.result.firstByteUs, std::int64_t(0));
    }

    /// A label longer than DNS allows: no question leaves this machine.
    void aNameThatDoesNotResolveFailsToConnect() {
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(get("http://" + std::string(70, 'a') + "/"), recorder);
        QTRY_VERIFY_WITH_TIMEOUT(recorder.done, 20'000);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::ConnectFailed);
    }

    void otherSchemesAndBadUrlsFail_data() {
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("file") << QByteArray("file:///etc/passwd");
        QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1/");
        QTest::newRow("gopher") << QByteArray("gopher://127.0.0.1/");
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("nonsense") << QByteArray("http://[::1");
    }
    void otherSchemesAndBadUrlsFail() {
        QFETCH(QByteArray, url);
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(get(url.toStdString()), recorder);
        QCOMPARE(recorder.log, std::string());
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::Failed);
    }

    void aConnectionEndedBeforeTheFirstByteIsAReset() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) { socket.abort(); };
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(post(server.url(), "{}"), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::Reset);
        QCOMPARE(recorder.result.firstByteUs, std::int64_t(0));
        QCOMPARE(recorder.log, std::string("D"));
    }

    void aBodyCutShortIsAReset_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        QTest::newRow("chunked") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    }
    void aBodyCutShortIsAReset() {
        QFETCH(QByteArray, answer);
        FakeServer server;
        server.onRequest = [&answer](QTcpSocket& socket, const std::string&) {
            say(socket, answer.toStdString());
            socket.disconnectFromHost();
        };
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(post(server.url(), "{}"), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::Reset);
        QCOMPARE(recorder.body, std::string("abc")); // what came is handed over all the same
        QVERIFY(recorder.result.firstByteUs > 0);
    }

    void anAnswerThatIsNotHttpFails() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) {
            say(socket, "SSH-2.0-OpenSSH_9.2\r\n");
            socket.disconnectFromHost();
        };
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(get(server.url()), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::Failed);
    }

    void silenceBeforeTheFirstByteTimesOut() {
        FakeServer server;
        UpstreamClient client;
        Recorder recorder;
        UpstreamRequest request = get(server.url());
        request.firstByteTimeoutMs = 80;
        const auto call = client.send(std::move(request), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::FirstByteTimeout);
        QVERIFY(recorder.result.totalUs >= 80'000);
        QVERIFY(recorder.result.message.find("80 ms") != std::string::npos);
        QCOMPARE(client.activeCalls(), 0);
        QTRY_COMPARE(server.disconnects, 1);
    }

    void silenceWithinTheBodyTimesOut() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) {
            say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        };
        UpstreamClient client;
        Recorder recorder;
        UpstreamRequest request = get(server.url());
        request.idleTimeoutMs = 80;
        const auto call = client.send(std::move(request), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::IdleTimeout);
        QCOMPARE(recorder.log, std::string("HBD"));
    }

    void bytesKeepTheIdleTimeoutAwayButNotTheTotal() {
        FakeServer server;
        QTimer drip;
        server.onRequest = [&drip](QTcpSocket& socket, const std::string&) {
            say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            connect(&drip, &QTimer::timeout, &socket, [&socket] { say(socket, "x"); });
            drip.start(20);
        };
        UpstreamClient client;
        Recorder recorder;
        UpstreamRequest request = get(server.url());
        request.idleTimeoutMs = 150;
        request.totalTimeoutMs = 500;
        const auto call = client.send(std::move(request), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::TotalTimeout);
        QVERIFY(recorder.result.totalUs >= 500'000);
    }

    void aPeerThatNeverAcceptsTimesOutAsConnectFailure() {
        // A listener whose queue is full: further handshakes are not answered.
        const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* generic = static_cast<sockaddr*>(static_cast<void*>(&address));
        socklen_t length = sizeof address;
        QCOMPARE(::bind(listener, generic, length), 0);
        QCOMPARE(::listen(listener, 0), 0);
        ::getsockname(listener, generic, &length);
        std::vector<int> fill;
        for (int i = 0; i < 3; ++i) {
            fill.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
            static_cast<void>(::connect(fill.back(), generic, length));
        }
        QTest::qWait(20);
        UpstreamClient client;
        Recorder recorder;
        UpstreamRequest request = get("http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/");
        request.connectTimeoutMs = 100;
        const auto call = client.send(std::move(request), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::ConnectFailed);
        QVERIFY(recorder.result.totalUs >= 100'000);
        for (const int descriptor : fill)
            ::close(descriptor);
        ::close(listener);
    }
};

QTEST_GUILESS_MAIN(TestUpstreamFailures)
#include "tst_upstream_failures.moc"
