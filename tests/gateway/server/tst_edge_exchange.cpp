// Requests in, answers out, as a well-behaved client sees them.

#include "edge_fixture.h"

#include <QTest>

#include <array>
#include <cerrno>

#include <arpa/inet.h>
#include <netinet/in.h>
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
            // Here the end of the connection is the end of the body: an abort must differ. A bare socket,
            // because Qt tells an end and a reset alike.
            const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sockaddr_in address{};
            address.sin_family = AF_INET;
            address.sin_port = htons(edge.port);
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            QCOMPARE(::connect(client, static_cast<sockaddr*>(static_cast<void*>(&address)), sizeof address),
                     0);
            const std::string_view request("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
            QCOMPARE(::send(client, request.data(), request.size(), 0), static_cast<ssize_t>(request.size()));
            QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
            edge.exchanges[0]->beginStream(200, {});
            edge.exchanges[0]->write("plain");
            edge.exchanges[0]->abortStream();
            std::array<char, 4096> buffer{};
            ssize_t count = 0;
            do {
                count = ::recv(client, buffer.data(), buffer.size(), 0);
            } while (count > 0);
            QCOMPARE(count, ssize_t(-1));
            QCOMPARE(errno, ECONNRESET);
            ::close(client);
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
};

QTEST_GUILESS_MAIN(TestEdgeExchange)
#include "tst_edge_exchange.moc"
