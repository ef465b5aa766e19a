// What HTTP/1.1 with the socket in our own hands has to get right, seen through the client.

#include "gateway/upstream/upstream_client.h"

#include "fake_server.h"
#include "upstream_requests.h"

#include <QTest>

using namespace tollgate;

class TestPlainTransfer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
    }

    /// The peer ends the kept connection at the very moment at which the next request is on its way.
    void aRequestThatMeetsAClosingConnectionIsSentAgain() {
        FakeServer server;
        int requests = 0;
        server.onRequest = [&requests](QTcpSocket& socket, const std::string&) {
            if (++requests == 2)
                socket.abort(); // read, and not answered: the kept connection was about to go
            else
                say(socket, okAnswer("here"));
        };
        UpstreamClient client;
        for (int i = 0; i < 2; ++i) {
            Recorder recorder;
            const auto call = client.send(post(server.url(), "{}"), recorder);
            QTRY_VERIFY(recorder.done);
            QCOMPARE(recorder.result.outcome, UpstreamOutcome::Completed);
            QCOMPARE(recorder.body, std::string("here"));
        }
        QCOMPARE(requests, 3);
        QCOMPARE(server.sockets.size(), std::size_t(2));
    }

    void aFreshConnectionThatClosesIsNotTriedAgain() {
        FakeServer server;
        int requests = 0;
        server.onRequest = [&requests](QTcpSocket& socket, const std::string&) {
            ++requests;
            socket.abort();
        };
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(post(server.url(), "{}"), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::Reset);
        QVERIFY(recorder.result.message.find("before an answer came") != std::string::npos);
        QCOMPARE(requests, 1);
    }

    void nothingIsSentAgainOnceAnAnswerHasBegun() {
        FakeServer server;
        int requests = 0;
        server.onRequest = [&requests](QTcpSocket& socket, const std::string&) {
            if (++requests == 1) {
                say(socket, okAnswer("first"));
                return;
            }
            say(socket, "HTTP/1.1 200 OK\r\nContent-Le");
            socket.disconnectFromHost();
        };
        UpstreamClient client;
        for (int i = 0; i < 2; ++i) {
            Recorder recorder;
            const auto call = client.send(post(server.url(), "{}"), recorder);
            QTRY_VERIFY(recorder.done);
            QCOMPARE(recorder.result.outcome, i == 0 ? UpstreamOutcome::Completed : UpstreamOutcome::Reset);
        }
        QCOMPARE(requests, 2);
    }

    void aConnectionThatMayNotBeKeptIsClosed_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("says so") << QByteArray(
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\na");
        QTest::newRow("says too much") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nab");
    }
    void aConnectionThatMayNotBeKeptIsClosed() {
        QFETCH(QByteArray, answer);
        FakeServer server;
        server.onRequest = [&answer](QTcpSocket& socket, const std::string&) {
            say(socket, answer.toStdString());
        };
        UpstreamClient client;
        for (int i = 1; i <= 2; ++i) {
            Recorder recorder;
            const auto call = client.send(post(server.url(), "{}"), recorder);
            QTRY_VERIFY(recorder.done);
            QCOMPARE(recorder.body, std::string("a"));
            QTRY_COMPARE(server.disconnects, i);
        }
        QCOMPARE(server.sockets.size(), std::size_t(2));
    }

    /// The answer belongs to a request of which the peer has not taken everything: nothing may follow on
    /// there.
    void anAnswerBeforeTheRequestIsThroughIsTheAnswer() {
        FakeServer server;
        bool answered = false;
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket& socket = *server.sockets.back();
            socket.setReadBufferSize(1024); // so that the peer soon takes no more
            connect(&socket, &QTcpSocket::readyRead, &socket, [&] {
                if (!std::exchange(answered, true))
                    say(socket, "HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
            });
        });
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(post(server.url(), std::string(32 * 1024 * 1024, 'x')), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::Completed);
        QCOMPARE(recorder.status, 413);
        QTRY_COMPARE(server.disconnects, 1);
    }

    void aLargeRequestArrivesWhole() {
        FakeServer server;
        std::string seen;
        server.onRequest = [&seen](QTcpSocket& socket, const std::string& request) {
            seen = request.substr(request.find("\r\n\r\n") + 4);
            say(socket, okAnswer("thanks"));
        };
        std::string body(8 * 1024 * 1024, ' ');
        for (std::size_t i = 0; i < body.size(); ++i)
            body[i] = static_cast<char>('a' + i % 23);
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(post(server.url(), body), recorder);
        QTRY_VERIFY_WITH_TIMEOUT(recorder.done, 20'000);
        QCOMPARE(recorder.body, std::string("thanks"));
        QVERIFY(seen == body);
    }

    void anIdleConnectionThatSpeaksIsDropped() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) { say(socket, okAnswer("fine")); };
        UpstreamClient client;
        Recorder first;
        auto call = client.send(post(server.url(), "{}"), first);
        QTRY_VERIFY(first.done);
        say(*server.sockets[0], okAnswer("nobody asked"));
        QTRY_COMPARE(server.disconnects, 1);
        Recorder second;
        call = client.send(post(server.url(), "{}"), second);
        QTRY_VERIFY(second.done);
        QCOMPARE(second.body, std::string("fine"));
        QCOMPARE(server.sockets.size(), std::size_t(2));
    }

    void aBodyToTheEndOfTheConnectionIsWhole() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) {
            say(socket, "HTTP/1.1 200 OK\r\n\r\nall of it");
            socket.disconnectFromHost();
        };
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(post(server.url(), "{}"), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::Completed);
        QCOMPARE(recorder.body, std::string("all of it"));
    }

    void cancellingWhileItConnectsLeavesNothingBehind() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) { say(socket, okAnswer("later")); };
        UpstreamClient client;
        Recorder gone;
        client.send(post(server.url(), "{}"), gone).reset();
        QCOMPARE(client.activeCalls(), 0);
        Recorder recorder;
        const auto call = client.send(post(server.url(), "{}"), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.body, std::string("later"));
        QCOMPARE(gone.log, std::string());
    }

    /// Who has set a proxy is served by way of it: in its form, with the whole address in the request line.
    void theEnvironmentsProxyIsUsed() {
        FakeServer proxy;
        std::string seen;
        proxy.onRequest = [&seen](QTcpSocket& socket, const std::string& request) {
            seen = request;
            say(socket, okAnswer("by proxy"));
        };
        qputenv("http_proxy", QByteArray::fromStdString(proxy.url("")));
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(post("http://provider.invalid/v1/x", "{}"), recorder);
        QTRY_VERIFY(recorder.done);
        qunsetenv("http_proxy");
        QCOMPARE(recorder.body, std::string("by proxy"));
        QVERIFY(seen.starts_with("POST http://provider.invalid/v1/x HTTP/1.1\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestPlainTransfer)
#include "tst_plain_transfer.moc"
