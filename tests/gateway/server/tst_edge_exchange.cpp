// Requests in, answers out: what a well-behaved client sees, and what a leaving or slow one causes.

#include "edge_fixture.h"

#include <QTest>

#include <cerrno>

#include <unistd.h>

using namespace tollgate;

class TestEdgeExchange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestArrivesAsItWasSent() {
        Edge edge;
        RawClient client(edge.port);
        client.send(
            "POST /v1/chat/completions?a=%20b HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(edge.port) +
            "\r\nX-MiXed-Name:  Value \r\nX-Twice: 1\r\nx-twice: 2\r\nContent-Length: 4\r\n\r\nbody");
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        const HttpRequest& request = edge.exchanges[0]->request();
        QCOMPARE(request.method, std::string("POST"));
        QCOMPARE(request.path, std::string("/v1/chat/completions"));
        QCOMPARE(request.query, std::string("a=%20b"));
        QCOMPARE(request.headers.value("x-mixed-name"), std::string_view("Value"));
        QCOMPARE(request.headers.entries().size(), std::size_t(5));
        QCOMPARE(request.headers.entries()[3].second, std::string("2"));
        QCOMPARE(request.body, std::string("body"));
        QCOMPARE(request.peer, std::string("127.0.0.1"));
        QVERIFY(request.loopback);
        QVERIFY(request.arrivedNs > 0);
        QCOMPARE(edge.server->activeExchanges(), 1);
    }

    void anAnswerGoesOutWhole() {
        Edge edge;
        RawClient client(edge.port);
        client.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        edge.exchanges[0]->answer(404,
                                  {{"content-type", "application/json"},
                                   {"content-length", "999"},
                                   {"transfer-encoding", "chunked"},
                                   {"connection", "x"},
                                   {"x-bad", "a\r\nx-injected: 1"},
                                   {"x-good", "yes"}},
                                  "{}");
        QTRY_VERIFY(client.received.ends_with("{}"));
        const std::size_t date = client.received.find("date: ");
        QVERIFY(date != std::string::npos);
        std::string text = client.received;
        text.erase(date, text.find("\r\n", date) + 2 - date);
        QCOMPARE(text,
                 std::string("HTTP/1.1 404 Not Found\r\ncontent-type: application/json\r\nx-good: yes\r\n"
                             "content-length: 2\r\n\r\n{}"));
        QVERIFY(!edge.exchanges[0]->clientGone());
        QCOMPARE(edge.server->activeExchanges(), 0);
        edge.exchanges[0]->answer(500, {}, "again"); // harmless
        edge.exchanges.clear();
        client.received.clear();
        client.send(get("/next"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1)); // the connection lives on
    }

    void theDateIsInHttpForm() {
        ManualClock clock(1'767'225'600'000); // 2026-01-01T00:00:00Z, a Thursday
        Edge edge({}, clock);
        edge.autoAnswer = true;
        RawClient client(edge.port);
        client.send(get("/a"));
        QTRY_VERIFY(client.has("date: Thu, 01 Jan 2026 00:00:00 GMT\r\n"));
        clock.advanceMs(61'000);
        client.send(get("/b"));
        QTRY_VERIFY(client.has("date: Thu, 01 Jan 2026 00:01:01 GMT\r\n"));
    }

    void bytesMayComeOneByOne() {
        Edge edge;
        RawClient client(edge.port);
        client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
        const std::string chunked =
            "POST /c HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
            "2\r\nab\r\n1;x=y\r\nc\r\n0\r\n\r\n";
        for (const std::string& bytes : {post("/p", "hello"), chunked}) {
            for (const char c : bytes) {
                client.send(std::string(1, c));
                QCoreApplication::processEvents();
            }
            QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
            QCOMPARE(edge.exchanges[0]->request().body, std::string(bytes == chunked ? "abc" : "hello"));
            edge.exchanges[0]->answer(200, {}, "ok");
            edge.exchanges.clear();
        }
    }

    void aBodyUpToTheLimitArrives() {
        EdgeOptions options;
        options.maxBodyBytes = 3 * 1024 * 1024;
        Edge edge(options);
        RawClient client(edge.port);
        std::string body(options.maxBodyBytes, 'x');
        body.back() = 'y';
        client.send(post("/", body));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        QVERIFY(edge.exchanges[0]->request().body == body);
    }

    void pipelinedRequestsAreAnsweredInOrder() {
        Edge edge;
        RawClient client(edge.port);
        client.send(get("/1") + post("/2", "two") + get("/3"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        QTest::qWait(20);
        QCOMPARE(edge.exchanges.size(), std::size_t(1)); // the second waits for the first answer
        edge.exchanges[0]->answer(200, {}, "first");
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(2));
        QCOMPARE(edge.exchanges[1]->request().body, std::string("two"));
        edge.exchanges[1]->answer(200, {}, "second");
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(3));
        edge.exchanges[2]->answer(200, {}, "third");
        QTRY_VERIFY(client.has("third"));
        QVERIFY(client.received.find("first") < client.received.find("second"));
        QVERIFY(client.received.find("second") < client.received.find("third"));
    }

    void pipelinedRequestsAnsweredAtOnceAllGetTheirs() {
        Edge edge;
        edge.autoAnswer = true;
        RawClient client(edge.port);
        std::string all;
        for (int i = 0; i < 500; ++i)
            all += get("/" + std::to_string(i) + "-");
        client.send(all);
        QTRY_VERIFY(client.received.ends_with("/499-"));
        QCOMPARE(edge.requests, 500);
    }

    void pipeliningFarAheadIsHeldBackAndNothingIsLost() {
        EdgeOptions options;
        options.maxPipelinedBytes = 1000;
        Edge edge(options);
        RawClient client(edge.port);
        const std::string big(200'000, 'b');
        client.send(get("/first") + post("/big", big) + post("/more", big));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        QTest::qWait(20);
        edge.exchanges[0]->answer(200, {}, "1");
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(2));
        QCOMPARE(edge.exchanges[1]->request().body.size(), big.size());
        edge.exchanges[1]->answer(200, {}, "2");
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(3));
        edge.exchanges[2]->answer(200, {}, "3");
        QTRY_VERIFY(client.received.ends_with("3"));
    }

    void aSlowReaderThatPipelinesIsNotAnsweredIntoMemory() {
        EdgeOptions options;
        Edge edge(options);
        const std::string big(1'000'000, 'b');
        int answered = 0;
        EdgeServer server(options, Clock::system(), [&](const ExchangePtr& exchange) {
            ++answered;
            exchange->answer(200, {}, big);
        });
        auto port = ReservedPort::reserve(ListenAddress());
        QVERIFY(server.listen(*port));
        RawClient client(port->port());
        client.stopReading();
        std::string all;
        for (int i = 0; i < 100; ++i)
            all += get("/");
        client.send(all);
        QTRY_VERIFY(answered > 0);
        QTest::qWait(50);
        QVERIFY2(answered < 50, std::to_string(answered).c_str());
        client.startReading();
        QTRY_COMPARE(answered, 100);
        QTRY_VERIFY(client.received.size() > 100 * big.size());
    }

    void aStreamIsChunkedAndEnds() {
        Edge edge;
        RawClient client(edge.port);
        client.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        Exchange& exchange = *edge.exchanges[0];
        exchange.beginStream(200, {{"content-type", "text/event-stream"}});
        QTRY_VERIFY(client.has("\r\n\r\n")); // the head does not wait for ever
        QVERIFY(client.has("transfer-encoding: chunked\r\n"));
        QVERIFY(!client.has("content-length"));
        exchange.write("data: 1\n\n");
        exchange.write("");
        exchange.write(std::string(300, 'x'));
        QTRY_VERIFY(client.body().size() > 300);
        exchange.endStream();
        exchange.write("late"); // harmless
        QTRY_COMPARE(client.body(),
                     std::string("9\r\ndata: 1\n\n\r\n12c\r\n") + std::string(300, 'x') + "\r\n0\r\n\r\n");
        client.received.clear();
        client.send(get("/next"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(2));
    }

    void anAbortedStreamHasNoEnd() {
        Edge edge;
        RawClient client(edge.port);
        client.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        edge.exchanges[0]->beginStream(200, {});
        edge.exchanges[0]->write("part");
        edge.exchanges[0]->abortStream();
        QTRY_VERIFY(client.closed());
        QCOMPARE(client.body(),
                 std::string("4\r\npart\r\n")); // what was said arrives, the last chunk does not
        QCOMPARE(edge.server->openConnections(), 0);
    }

    void droppingTheExchangeUnansweredClosesTheConnection() {
        Edge edge;
        RawClient client(edge.port);
        client.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        edge.exchanges.clear();
        QTRY_VERIFY(client.closed());
        QCOMPARE(client.received, std::string());
        QCOMPARE(edge.server->activeExchanges(), 0);
    }

    void http10GetsWhatItUnderstands() {
        Edge edge;
        {
            RawClient client(edge.port);
            client.send("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
            QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
            edge.exchanges[0]->beginStream(200, {});
            edge.exchanges[0]->write("plain");
            edge.exchanges[0]->endStream();
            QTRY_VERIFY(client.closed());
            QVERIFY(!client.has("transfer-encoding"));
            QVERIFY(client.has("connection: close\r\n"));
            QCOMPARE(client.body(), std::string("plain"));
            edge.exchanges.clear();
        }
        {
            RawClient client(
                edge.port); // here the end of the connection is the end of the body: an abort must differ
            client.send("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
            QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
            edge.exchanges[0]->beginStream(200, {});
            edge.exchanges[0]->write("plain");
            QTRY_VERIFY(client.has("plain"));
            const int descriptor = ::dup(static_cast<int>(client.socket().socketDescriptor()));
            client.stopReading();
            client.socket().readAll();
            edge.exchanges[0]->abortStream();
            char byte = 0;
            QTRY_VERIFY(::recv(descriptor, &byte, 1, MSG_DONTWAIT | MSG_PEEK) == 0 || errno != EAGAIN);
            QCOMPARE(errno, ECONNRESET);
            ::close(descriptor);
            edge.exchanges.clear();
        }
        RawClient client(edge.port);
        client.send("GET / HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        edge.exchanges[0]->answer(200, {}, "ok");
        QTRY_VERIFY(client.has("connection: keep-alive\r\n"));
        QTest::qWait(20);
        QVERIFY(!client.closed());
    }

    void connectionCloseIsRespected() {
        Edge edge;
        edge.autoAnswer = true;
        RawClient client(edge.port);
        client.send(get("/x", "Connection: close\r\n"));
        QTRY_VERIFY(client.closed());
        QVERIFY(client.has("connection: close\r\n"));
        QCOMPARE(client.body(), std::string("/x"));
    }

    void headGetsNoBody() {
        Edge edge;
        edge.autoAnswer = true;
        RawClient client(edge.port);
        client.send("HEAD /abc HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/next"));
        QTRY_VERIFY(client.received.ends_with("/next"));
        QVERIFY(client.has("content-length: 4\r\n"));
        QCOMPARE(client.body().substr(0, 8), std::string("HTTP/1.1"));
    }

    void noContentHasNeitherBodyNorLength() {
        Edge edge;
        RawClient client(edge.port);
        client.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        edge.exchanges[0]->answer(204, {}, "ignored");
        QTRY_VERIFY(client.has("\r\n\r\n"));
        QVERIFY(!client.has("content-length"));
        QCOMPARE(client.body(), std::string());
    }

    void aLeavingClientIsToldOnce_data() {
        QTest::addColumn<bool>("streaming");
        QTest::addColumn<bool>("reset");
        QTest::newRow("before the answer, FIN") << false << false;
        QTest::newRow("before the answer, RST") << false << true;
        QTest::newRow("in the stream, FIN") << true << false;
        QTest::newRow("in the stream, RST") << true << true;
    }
    void aLeavingClientIsToldOnce() {
        QFETCH(bool, streaming);
        QFETCH(bool, reset);
        Edge edge;
        RawClient client(edge.port);
        client.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        Exchange& exchange = *edge.exchanges[0];
        int told = 0;
        exchange.onClientGone([&told] { ++told; });
        if (streaming) {
            exchange.beginStream(200, {});
            exchange.write("data: 1\n\n");
            QTRY_VERIFY(client.has("data: 1"));
        }
        reset ? client.leave() : client.close();
        QTRY_COMPARE(told, 1);
        QVERIFY(exchange.clientGone());
        QCOMPARE(edge.server->activeExchanges(), 0);
        QCOMPARE(edge.server->openConnections(), 0);
        exchange.write("more"); // all harmless now
        exchange.endStream();
        exchange.abortStream();
        exchange.answer(200, {}, "x");
        exchange.beginStream(200, {});
        QCOMPARE(exchange.unsentBytes(), std::size_t(0));
        QTest::qWait(10);
        QCOMPARE(told, 1);
    }

    void anAnsweredClientThatLeavesIsNoNews() {
        Edge edge;
        RawClient client(edge.port);
        client.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        bool told = false;
        edge.exchanges[0]->onClientGone([&told] { told = true; });
        edge.exchanges[0]->answer(200, {}, "ok");
        QTRY_VERIFY(client.has("ok"));
        client.leave();
        QTRY_COMPARE(edge.server->openConnections(), 0);
        QVERIFY(!told);
        QVERIFY(!edge.exchanges[0]->clientGone());
    }

    void aSlowReaderFillsUpAndDrains() {
        Edge edge;
        RawClient client(edge.port);
        client.stopReading();
        client.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        Exchange& exchange = *edge.exchanges[0];
        int drained = 0;
        exchange.onDrained([&] { ++drained; });
        exchange.beginStream(200, {});
        const std::string chunk(64 * 1024, 'c');
        std::size_t written = 0;
        while (exchange.unsentBytes() <= Exchange::kHighWater && written < 64 * 1024 * 1024) {
            exchange.write(chunk);
            written += chunk.size();
            QCoreApplication::processEvents();
        }
        QVERIFY(exchange.unsentBytes() > Exchange::kHighWater);
        QTest::qWait(20);
        QCOMPARE(drained, 0);
        client.startReading();
        QTRY_COMPARE(drained, 1);
        QVERIFY(exchange.unsentBytes() <= Exchange::kLowWater);
        exchange.write("last");
        exchange.endStream();
        QTRY_VERIFY(client.received.ends_with("4\r\nlast\r\n0\r\n\r\n"));
        QVERIFY(client.received.size() > written);
        QCOMPARE(drained, 1);
    }

    void aHalfClosedClientStillGetsItsWholeAnswer() {
        Edge edge;
        const std::string big(16 * 1024 * 1024, 'b');
        EdgeServer server({}, Clock::system(),
                          [&](const ExchangePtr& exchange) { exchange->answer(200, {}, big); });
        auto port = ReservedPort::reserve(ListenAddress());
        QVERIFY(server.listen(*port));
        RawClient client(port->port());
        client.stopReading();
        client.send(get("/"));
        client.halfClose();
        QTest::qWait(30);
        client.startReading();
        QTRY_VERIFY(client.body().size() == big.size());
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void aThrowingHandlerEndsTheConnectionOnly() {
        EdgeServer server({}, Clock::system(), [](const ExchangePtr&) { throw std::runtime_error("boom"); });
        auto port = ReservedPort::reserve(ListenAddress());
        QVERIFY(server.listen(*port));
        QTest::ignoreMessage(QtWarningMsg, "edge: the request handler threw: boom");
        RawClient client(port->port());
        client.send(get("/"));
        QTRY_VERIFY(client.closed());
        QCOMPARE(server.activeExchanges(), 0);
    }

    void stoppingLetsWhatRunsFinish() {
        Edge edge;
        RawClient idle(edge.port);
        idle.send(get("/idle"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        edge.exchanges[0]->answer(200, {}, "ok");
        edge.exchanges.clear();
        RawClient busy(edge.port);
        busy.send(get("/busy"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        edge.exchanges[0]->beginStream(200, {});
        bool wentIdle = false;
        edge.server->stopAccepting();
        edge.server->onIdle([&wentIdle] { wentIdle = true; });
        QTRY_VERIFY(idle.closed());
        QTcpSocket late;
        late.connectToHost(QHostAddress(QHostAddress::LocalHost), edge.port);
        QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
        QVERIFY(!wentIdle);
        edge.exchanges[0]->write("still here");
        edge.exchanges[0]->endStream();
        QTRY_VERIFY(busy.closed());
        QVERIFY(busy.has("still here") && busy.received.ends_with("0\r\n\r\n"));
        QTRY_VERIFY(wentIdle);
    }

    void stoppingWithNothingUnderWayIsIdleAtOnce() {
        Edge edge;
        bool wentIdle = false;
        edge.server->onIdle([&wentIdle] { wentIdle = true; });
        QTest::qWait(5);
        QVERIFY(!wentIdle); // not before it was asked to stop
        edge.server->stopAccepting();
        QVERIFY(!wentIdle);
        QTRY_VERIFY(wentIdle);
    }

    void workersShareThePort() {
        auto port = ReservedPort::reserve(ListenAddress());
        QVERIFY(port.has_value());
        int first = 0;
        int second = 0;
        const auto counting = [](int& count) {
            return [&count](const ExchangePtr& exchange) {
                ++count;
                exchange->answer(200, {}, "ok");
            };
        };
        EdgeServer a({}, Clock::system(), counting(first));
        EdgeServer b({}, Clock::system(), counting(second));
        QVERIFY(a.listen(*port));
        QVERIFY(b.listen(*port));
        for (int i = 0; i < 64; ++i) {
            RawClient client(port->port());
            client.send(get("/"));
            QTRY_VERIFY(client.has("ok"));
        }
        QCOMPARE(first + second, 64);
        QVERIFY(first > 0 && second > 0);
    }
};

QTEST_GUILESS_MAIN(TestEdgeExchange)
#include "tst_edge_exchange.moc"
