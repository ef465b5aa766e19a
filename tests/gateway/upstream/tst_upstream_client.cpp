#include "gateway/upstream/upstream_client.h"

#include "fake_server.h"
#include "upstream_requests.h"

#include <QTest>

using namespace tollgate;

class TestUpstreamClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        for (const char* name : {"http_proxy", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
    }

    void tellsHeadersBodyAndEndInOrder() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) { say(socket, okAnswer("hello")); };
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(get(server.url()), recorder);
        QCOMPARE(recorder.log, std::string()); // nothing from inside send()
        QCOMPARE(client.activeCalls(), 1);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.log, std::string("HBD"));
        QCOMPARE(recorder.status, 200);
        QCOMPARE(recorder.headers.value("content-type"), std::string_view("text/plain"));
        QCOMPARE(recorder.body, std::string("hello"));
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::Completed);
        QVERIFY(recorder.result.message.empty());
        QVERIFY(recorder.result.connectUs > 0);
        QVERIFY(recorder.result.firstByteUs >= recorder.result.connectUs);
        QVERIFY(recorder.result.totalUs >= recorder.result.firstByteUs);
        QCOMPARE(client.activeCalls(), 0);
    }

    void sendsNothingButWhatItWasGiven() {
        FakeServer server;
        std::string seen;
        server.onRequest = [&seen](QTcpSocket& socket, const std::string& request) {
            seen = request;
            say(socket, okAnswer(""));
        };
        UpstreamClient client;
        Recorder recorder;
        UpstreamRequest request = post(server.url("/v1/x?y=1"), std::string(4000, 'b'));
        request.headers.add("authorization", "Bearer k");
        request.headers.add("x-empty", "");
        request.headers.add("host", "evil.example");
        request.headers.add("content-length", "1");
        request.headers.add("x-split", "a\r\nx-injected: yes");
        const auto call = client.send(std::move(request), recorder);
        QTRY_VERIFY(recorder.done);
        const std::string head = seen.substr(0, seen.find("\r\n\r\n") + 2);
        const std::string expected =
            "POST /v1/x?y=1 HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(server.serverPort()) +
            "\r\ncontent-type: application/json\r\nauthorization: Bearer k\r\nx-empty:\r\n"
            "accept-encoding: identity\r\nContent-Length: 4000\r\n";
        QCOMPARE(head, expected);
        QCOMPARE(seen.substr(seen.find("\r\n\r\n") + 4), std::string(4000, 'b'));
    }

    void everyMethodGoesOut_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        for (const char* method : {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"}) {
            QTest::addRow("%s", method) << QByteArray(method) << QByteArray();
            if (qstrcmp(method, "GET") != 0 && qstrcmp(method, "HEAD") != 0)
                QTest::addRow("%s with body", method) << QByteArray(method) << QByteArray("abc");
        }
    }
    void everyMethodGoesOut() {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, body);
        FakeServer server;
        std::vector<std::string> seen;
        server.onRequest = [&](QTcpSocket& socket, const std::string& request) {
            seen.push_back(request);
            say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        };
        UpstreamClient client;
        for (int i = 0; i < 2; ++i) { // on the same handle: the method before leaves nothing behind
            Recorder odd;
            UpstreamRequest request = i == 0 ? get(server.url()) : post(server.url(), "x");
            auto first = client.send(std::move(request), odd);
            QTRY_VERIFY(odd.done);
            first.reset();
            Recorder recorder;
            UpstreamRequest wanted = get(server.url());
            wanted.method = method.toStdString();
            wanted.body = body.toStdString();
            const auto call = client.send(std::move(wanted), recorder);
            QTRY_VERIFY(recorder.done);
            QCOMPARE(recorder.result.outcome, UpstreamOutcome::Completed);
            QVERIFY(seen.back().starts_with(method.toStdString() + " / HTTP/1.1\r\n"));
            QVERIFY(seen.back().ends_with("\r\n\r\n" + body.toStdString()));
            QVERIFY(seen.back().find("Expect") == std::string::npos);
        }
    }

    void keepsConnectionsBetweenCalls() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) { say(socket, okAnswer("again")); };
        UpstreamClient client;
        for (int i = 0; i < 5; ++i) {
            Recorder recorder;
            const auto call = client.send(post(server.url(), "{}"), recorder);
            QTRY_VERIFY(recorder.done);
            QCOMPARE(recorder.body, std::string("again"));
            QCOMPARE(recorder.result.connectUs > 0, i == 0);
        }
        QCOMPARE(server.sockets.size(), std::size_t(1));
    }

    void aKeptConnectionThatThePeerClosedIsReplaced() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) { say(socket, okAnswer("once")); };
        UpstreamClient client;
        for (int i = 0; i < 3; ++i) {
            Recorder recorder;
            const auto call = client.send(post(server.url(), "{}"), recorder);
            QTRY_VERIFY(recorder.done);
            QCOMPARE(recorder.result.outcome, UpstreamOutcome::Completed);
            server.sockets.back()->disconnectFromHost();
            QTRY_COMPARE(server.disconnects, i + 1);
            QTest::qWait(5);
        }
        QCOMPARE(server.sockets.size(), std::size_t(3));
    }

    void streamsChunksAsTheyCome() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) {
            say(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        };
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(get(server.url()), recorder);
        QTRY_COMPARE(recorder.body, std::string("abc"));
        QVERIFY(!recorder.done);
        say(*server.sockets[0], "2\r\nde\r\n0\r\n\r\n");
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.body, std::string("abcde"));
    }

    void anInterimAnswerIsNotTheAnswer() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) {
            say(socket, "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + okAnswer("real"));
        };
        UpstreamClient client;
        Recorder recorder;
        const auto call = client.send(get(server.url()), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.status, 200);
        QVERIFY(!recorder.headers.contains("link"));
    }

    void redirectsAreAnswersLikeOthers() {
        FakeServer server;
        int requests = 0;
        server.onRequest = [&](QTcpSocket& socket, const std::string&) {
            ++requests;
            say(socket, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
        };
        UpstreamClient client;
        Recorder recorder;
        UpstreamRequest request = get(server.url());
        request.headers.add("authorization", "Bearer secret");
        const auto call = client.send(std::move(request), recorder);
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.status, 302);
        QCOMPARE(recorder.headers.value("location"), std::string_view("/elsewhere"));
        QTest::qWait(20);
        QCOMPARE(requests, 1);
    }

    void destroyingTheCallCancels() {
        FakeServer server;
        bool asked = false;
        server.onRequest = [&asked](QTcpSocket&, const std::string&) { asked = true; };
        UpstreamClient client;
        Recorder recorder;
        auto call = client.send(get(server.url()), recorder);
        QTRY_VERIFY(asked);
        call.reset();
        QCOMPARE(client.activeCalls(), 0);
        QTRY_COMPARE(server.disconnects, 1);
        QCOMPARE(recorder.log, std::string());
    }

    void destroyingTheCallInsideItsCallbacksIsSafe_data() {
        QTest::addColumn<int>("where");
        QTest::addColumn<QByteArray>("log");
        QTest::newRow("headers") << 0 << QByteArray("H");
        QTest::newRow("body") << 1 << QByteArray("HB");
        QTest::newRow("done") << 2 << QByteArray("HBD");
    }
    void destroyingTheCallInsideItsCallbacksIsSafe() {
        QFETCH(int, where);
        QFETCH(QByteArray, log);
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) { say(socket, okAnswer("hello")); };
        UpstreamClient client;
        Recorder recorder;
        auto call = client.send(get(server.url()), recorder);
        const auto drop = [&call] { call.reset(); };
        (where == 0 ? recorder.onHeaders : where == 1 ? recorder.onBody : recorder.onDone) = drop;
        QTRY_VERIFY(!call);
        QTest::qWait(20);
        QCOMPARE(recorder.log, log.toStdString());
        Recorder next;
        const auto after = client.send(get(server.url()), next);
        QTRY_COMPARE(next.log, std::string("HBD"));
    }

    void oneCallbackMayCancelAnotherAndSendANewOne() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) { say(socket, okAnswer("hello")); };
        UpstreamClient client;
        Recorder first;
        Recorder second;
        Recorder third;
        std::unique_ptr<UpstreamCall> calls[3];
        calls[0] = client.send(get(server.url()), first);
        calls[1] = client.send(get(server.url()), second);
        bool acted = false;
        const auto act = [&](std::unique_ptr<UpstreamCall>& other) {
            if (std::exchange(acted, true))
                return;
            other.reset();
            calls[2] = client.send(get(server.url()), third);
        };
        first.onHeaders = [&] { act(calls[1]); };
        second.onHeaders = [&] { act(calls[0]); };
        QTRY_VERIFY(third.done);
        QTRY_VERIFY(first.done != second.done);
        QCOMPARE(third.log, std::string("HBD"));
    }

    void callsMayOutliveTheClient() {
        FakeServer server;
        Recorder recorder;
        std::unique_ptr<UpstreamCall> call;
        {
            UpstreamClient client;
            call = client.send(get(server.url()), recorder);
        }
        call->pause();
        call->resume();
        call.reset();
        QCOMPARE(recorder.log, std::string());
    }

    void whilePausedNothingIsHandedOverAndThePeerWaits() {
        FakeServer server;
        const std::string much(8 * 1024 * 1024, 'm');
        server.onRequest = [&much](QTcpSocket& socket, const std::string&) { say(socket, okAnswer(much)); };
        UpstreamClient client;
        Recorder recorder;
        std::unique_ptr<UpstreamCall> call;
        recorder.onBody = [&] {
            if (recorder.log == "HB")
                call->pause();
        };
        UpstreamRequest request = get(server.url());
        request.idleTimeoutMs = 60;
        call = client.send(std::move(request), recorder);
        QTRY_COMPARE(recorder.log, std::string("HB"));
        QTest::qWait(200); // longer than the idle time-out, which does not count now
        QCOMPARE(recorder.log, std::string("HB"));
        QVERIFY(server.sockets[0]->bytesToWrite() > 0);
        recorder.onBody = nullptr;
        call->resume();
        QCOMPARE(recorder.log, std::string("HB")); // nothing from inside resume()
        QTRY_VERIFY(recorder.done);
        QCOMPARE(recorder.body.size(), much.size());
        QCOMPARE(recorder.result.outcome, UpstreamOutcome::Completed);
    }

    void pausedBeforeTheBodyKeepsTheWholeBodyBack() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string&) { say(socket, okAnswer("hello")); };
        UpstreamClient client;
        Recorder recorder;
        std::unique_ptr<UpstreamCall> call;
        recorder.onHeaders = [&call] { call->pause(); };
        call = client.send(get(server.url()), recorder);
        QTRY_COMPARE(recorder.log, std::string("H"));
        QTest::qWait(20);
        QCOMPARE(recorder.log, std::string("H"));
        call->resume();
        QTRY_COMPARE(recorder.log, std::string("HBD"));
    }

    void manyCallsAtOnceEachGetTheirOwnAnswer() {
        FakeServer server;
        server.onRequest = [](QTcpSocket& socket, const std::string& request) {
            say(socket, okAnswer(request.substr(request.find("\r\n\r\n") + 4)));
        };
        UpstreamClient client;
        constexpr std::size_t kCalls = 40;
        std::vector<Recorder> recorders(kCalls);
        std::vector<std::unique_ptr<UpstreamCall>> calls;
        for (std::size_t i = 0; i < kCalls; ++i)
            calls.push_back(client.send(post(server.url(), "call " + std::to_string(i)), recorders[i]));
        for (std::size_t i = 0; i < kCalls; ++i) {
            QTRY_VERIFY(recorders[i].done);
            QCOMPARE(recorders[i].body, "call " + std::to_string(i));
        }
        QCOMPARE(client.activeCalls(), 0);
    }
};

QTEST_GUILESS_MAIN(TestUpstreamClient)
#include "tst_upstream_client.moc"
