// What the guard turns away, and how.

#include "edge_fixture.h"

#include <QTest>
#include <QTimer>

using namespace tollgate;

class TestEdgeGuard : public QObject {
    Q_OBJECT

private:
    /// Sends the bytes and waits for a refusal that ends the connection.
    static void refused(Edge& edge, const std::string& bytes, int status, const std::string& part) {
        RawClient client(edge.port);
        client.send(bytes);
        QTRY_COMPARE(client.status(), status);
        QTRY_VERIFY(client.closed());
        QVERIFY2(client.has(part), client.received.c_str());
        QVERIFY(client.has("content-type: application/json\r\n"));
        QVERIFY(client.has("connection: close\r\n"));
        QCOMPARE(edge.requests, 0);
    }

private Q_SLOTS:
    void aHeadOverTheLimitIs431() {
        Edge edge;
        refused(edge, get("/", "X-Long: " + std::string(65 * 1024, 'x') + "\r\n"), 431, "headers_too_large");
        refused(edge, "GET /" + std::string(100 * 1024, 'x'), 431, "headers_too_large");
    }

    void aBodyOverTheLimitIs413InTheCallersDialect_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        const QByteArray openai = R"({"error":{"message":"the request body is over the limit","type":)"
                                  R"("invalid_request_error","code":"request_too_large","param":null}})";
        QTest::newRow("openai") << QByteArray("/v1/chat/completions") << openai;
        QTest::newRow("anthropic")
            << QByteArray("/v1/messages?beta=true")
            << QByteArray(R"({"type":"error","error":{"type":"request_too_large",)"
                          "\"message\":\"the request body is over the limit\"},\"request_id\":\"");
    }
    void aBodyOverTheLimitIs413InTheCallersDialect() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        EdgeOptions options;
        options.maxBodyBytes = 1000;
        Edge edge(options);
        // The whole body is under way when the answer comes, and must not keep the client from reading it.
        refused(edge, post(path.toStdString(), std::string(5'000'000, 'x')), 413, body.toStdString());
        std::string chunked = "POST " + path.toStdString() +
                              " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (int i = 0; i < 1000; ++i)
            chunked += "64\r\n" + std::string(100, 'c') + "\r\n";
        refused(edge, chunked + "0\r\n\r\n", 413, body.toStdString());
    }

    void smugglersAreRefused_data() {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("both") << QByteArray("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n");
        QTest::newRow("two lengths") << QByteArray("Content-Length: 5\r\nContent-Length: 50\r\n");
        QTest::newRow("negative") << QByteArray("Content-Length: -5\r\n");
        QTest::newRow("overflow") << QByteArray("Content-Length: 9223372036854775808\r\n");
        QTest::newRow("fold") << QByteArray("X-A: b\r\n c\r\n");
    }
    void smugglersAreRefused() {
        QFETCH(QByteArray, fields);
        Edge edge;
        refused(edge, get("/", fields.toStdString()) + "hello", 400, "\"code\":\"bad_request\"");
    }

    void foreignHostsAre421_data() {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("foreign") << QByteArray("Host: evil.example\r\n");
        QTest::newRow("foreign with port") << QByteArray("Host: evil.example:80\r\n");
        QTest::newRow("prefix") << QByteArray("Host: localhost.evil.example\r\n");
        QTest::newRow("missing") << QByteArray("X-A: b\r\n");
        QTest::newRow("empty") << QByteArray("Host:\r\n");
        QTest::newRow("twice") << QByteArray("Host: localhost\r\nHost: localhost\r\n");
        QTest::newRow("user") << QByteArray("Host: localhost@evil.example\r\n");
        QTest::newRow("two colons") << QByteArray("Host: localhost:1:2\r\n");
        QTest::newRow("bad port") << QByteArray("Host: localhost:99999\r\n");
        QTest::newRow("no port") << QByteArray("Host: localhost:\r\n");
        QTest::newRow("open bracket") << QByteArray("Host: [::1\r\n");
        QTest::newRow("path") << QByteArray("Host: localhost/x\r\n");
    }
    void foreignHostsAre421() {
        QFETCH(QByteArray, fields);
        Edge edge;
        refused(edge, "GET / HTTP/1.1\r\n" + fields.toStdString() + "\r\n", 421, "misdirected_request");
    }

    void aForeignHostInTheTargetIs421() {
        Edge edge;
        refused(edge, "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 421, "evil.example");
    }

    void ownHostsPass_data() {
        QTest::addColumn<QByteArray>("host");
        for (const char* host : {"localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:8655", "[::1]",
                                 "[::1]:80", "gateway.lan", "Gateway.LAN:5", "fixed.lan:8080"})
            QTest::addRow("%s", host) << QByteArray(host);
    }
    void ownHostsPass() {
        QFETCH(QByteArray, host);
        Edge edge;
        edge.access->setHosts({"gateway.lan", "fixed.lan:8080"});
        edge.autoAnswer = true;
        RawClient client(edge.port);
        client.send("GET / HTTP/1.1\r\nHost: " + host.toStdString() + "\r\n\r\n");
        QTRY_COMPARE(client.status(), 200);
    }

    void aHostWithAFixedPortTakesNoOther() {
        Edge edge;
        edge.access->setHosts({"fixed.lan:8080"});
        refused(edge, "GET / HTTP/1.1\r\nHost: fixed.lan:8081\r\n\r\n", 421, "fixed.lan:8081");
    }

    void webPagesOfOthersAre403() {
        Edge edge;
        edge.access->setOrigins({"https://app.example"});
        refused(edge, get("/", "Origin: https://evil.example\r\n"), 403, "https://evil.example");
        refused(edge, get("/", "Origin: null\r\n"), 403, "origin_not_allowed");
        refused(edge, get("/", "Origin:\r\n"), 403, "origin_not_allowed");
        refused(edge, get("/", "Sec-Fetch-Site: cross-site\r\n"), 403, "origin_not_allowed");
        refused(edge, get("/", "Origin: https://app.example.evil.example\r\n"), 403, "origin_not_allowed");
        refused(edge,
                "OPTIONS / HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"
                "Access-Control-Request-Method: POST\r\n\r\n",
                403, "origin_not_allowed");
    }

    void anAllowedOriginIsToldSoAndNoOther() {
        Edge edge;
        edge.autoAnswer = true;
        edge.access->setOrigins({"https://app.example/", "*"});
        RawClient client(edge.port);
        client.send(get("/a", "Origin: https://app.example\r\nSec-Fetch-Site: cross-site\r\n"));
        QTRY_COMPARE(client.status(), 200);
        QVERIFY(client.has("access-control-allow-origin: https://app.example\r\n"));
        QVERIFY(client.has("vary: origin\r\n"));
        client.received.clear();
        client.send(get("/b", "Sec-Fetch-Site: same-origin\r\n"));
        QTRY_COMPARE(client.status(), 200);
        QVERIFY(!client.has("access-control"));
    }

    void aPreflightIsAnsweredHere() {
        Edge edge;
        edge.access->setOrigins({"https://app.example"});
        RawClient client(edge.port);
        client.send(
            "OPTIONS /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nOrigin: https://app.example\r\n"
            "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: authorization,x-model\r\n"
            "Access-Control-Request-Private-Network: true\r\n\r\n" +
            get("/next"));
        QTRY_COMPARE(client.status(), 204);
        QVERIFY(client.has("access-control-allow-origin: https://app.example\r\n"));
        QVERIFY(client.has("access-control-allow-methods: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r\n"));
        QVERIFY(client.has("access-control-allow-headers: authorization,x-model\r\n"));
        QVERIFY(client.has("access-control-allow-private-network: true\r\n"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1)); // and the connection goes on
        QCOMPARE(edge.exchanges[0]->request().path, std::string("/next"));
    }

    void theListOfOriginsIsReplacedWhileRunning() {
        Edge edge;
        edge.autoAnswer = true;
        RawClient client(edge.port);
        edge.access->setOrigins({"https://a.example"});
        client.send(get("/", "Origin: https://a.example\r\n"));
        QTRY_COMPARE(client.status(), 200);
        edge.access->setOrigins({"https://b.example"});
        client.received.clear();
        client.send(get("/", "Origin: https://a.example\r\n"));
        QTRY_COMPARE(client.status(), 403);
    }

    void anExpectationIsMet() {
        Edge edge;
        RawClient client(edge.port);
        client.send(
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QTRY_COMPARE(client.received, std::string("HTTP/1.1 100 Continue\r\n\r\n"));
        client.send("ok");
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        QCOMPARE(edge.exchanges[0]->request().body, std::string("ok"));
    }

    void anExpectationOfTooMuchIsRefusedFirst() {
        Edge edge;
        refused(
            edge,
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n",
            413, "request_too_large");
    }

    void aMethodNobodyKnowsIsStillDelivered() {
        Edge edge;
        edge.autoAnswer = true;
        RawClient client(edge.port);
        client.send("PROPFIND /x HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTRY_VERIFY(client.status() == 200 || client.status() == 501);
    }

    void aSlowHeadIs408HoweverItDrips() {
        EdgeOptions options;
        options.headTimeoutMs = 150;
        Edge edge(options);
        RawClient client(edge.port);
        client.send("GET / HTTP/1.1\r\n");
        QTimer drip;
        connect(&drip, &QTimer::timeout, &drip, [&client] { client.send("X"); });
        drip.start(20);
        QTRY_COMPARE(client.status(), 408);
        drip.stop();
        QVERIFY(client.has("request_timeout"));
        QTRY_COMPARE_WITH_TIMEOUT(edge.server->openConnections(), 0, 5000);
    }

    void aBodyThatStopsIs408ButADrippingOneIsNot() {
        EdgeOptions options;
        options.bodyIdleTimeoutMs = 150;
        Edge edge(options);
        RawClient client(edge.port);
        client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n");
        for (int i = 0; i < 9; ++i) {
            QTest::qWait(40);
            client.send("x");
        }
        QVERIFY(client.received.empty());
        QTRY_COMPARE(client.status(), 408);
        QCOMPARE(edge.requests, 0);
    }

    void idleConnectionsAreClosedAndBusyOnesNot() {
        EdgeOptions options;
        options.keepAliveTimeoutMs = 120;
        options.headTimeoutMs = 120;
        options.bodyIdleTimeoutMs = 120;
        Edge edge(options);
        RawClient silent(edge.port);
        RawClient busy(edge.port);
        busy.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        QTRY_VERIFY(silent.closed());
        QVERIFY(silent.received.empty());
        QTest::qWait(200);
        QVERIFY(!busy.closed());
        edge.exchanges[0]->answer(200, {}, "ok");
        QTRY_VERIFY(busy.has("ok"));
        QTRY_VERIFY(busy.closed());
    }

    void aReaderThatTakesNothingIsGivenUp() {
        EdgeOptions options;
        options.sendTimeoutMs = 150;
        Edge edge(options);
        RawClient client(edge.port);
        client.stopReading();
        client.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        bool gone = false;
        edge.exchanges[0]->onClientGone([&gone] { gone = true; });
        edge.exchanges[0]->beginStream(200, {});
        edge.exchanges[0]->write(std::string(32 * 1024 * 1024, 'x'));
        QTRY_VERIFY(gone);
        QCOMPARE(edge.server->openConnections(), 0);
    }

    void connectionsOverTheCapAre503() {
        EdgeOptions options;
        options.maxConnections = 2;
        Edge edge(options);
        edge.autoAnswer = true;
        auto first = std::make_unique<RawClient>(edge.port);
        RawClient second(edge.port);
        QTRY_COMPARE(edge.server->openConnections(), 2);
        RawClient third(edge.port);
        third.send(get("/third"));
        QTRY_COMPARE(third.status(), 503);
        QTRY_VERIFY(third.closed());
        QVERIFY(third.has("too_many_connections"));
        first.reset();
        QTRY_COMPARE(edge.server->openConnections(), 1);
        RawClient fourth(edge.port);
        fourth.send(get("/fourth"));
        QTRY_COMPARE(fourth.status(), 200);
    }
};

QTEST_GUILESS_MAIN(TestEdgeGuard)
#include "tst_edge_guard.moc"
