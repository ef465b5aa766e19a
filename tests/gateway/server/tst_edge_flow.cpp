// More than one request at a time: pipelining, slow and leaving clients, several workers, stopping.

#include "edge_fixture.h"

#include <QEventLoop>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace tollgate;

class TestEdgeFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
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

    void whoAsksAfterTheClientLeftIsToldToo() {
        Edge edge;
        RawClient client(edge.port);
        client.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        client.leave();
        QTRY_VERIFY(edge.exchanges[0]->clientGone());
        int told = 0;
        edge.exchanges[0]->onClientGone([&told] { ++told; });
        QCOMPARE(told, 0);
        QTRY_COMPARE(told, 1);
        edge.exchanges[0]->onClientGone([&told] { ++told; });
        edge.exchanges.clear(); // nobody is left to be told
        QTest::qWait(10);
        QCOMPARE(told, 1);
    }

    void workersInThreadsShareThePortThePolicyAndTheCap() {
        const auto port = ReservedPort::reserve(ListenAddress());
        QVERIFY(port.has_value());
        EdgeOptions options;
        options.access = std::make_shared<AccessPolicy>();
        options.connections = std::make_shared<ConnectionCount>();
        std::atomic<int> answered{0};
        std::atomic<int> listening{0};
        std::vector<std::unique_ptr<QThread>> workers;
        for (int i = 0; i < 3; ++i) {
            workers.emplace_back(QThread::create([&] {
                EdgeServer server(options, Clock::system(), [&](const ExchangePtr& exchange) {
                    ++answered;
                    exchange->answer(200, {}, "ok");
                });
                listening += server.listen(*port) ? 1 : 0;
                QEventLoop().exec();
            }));
            workers.back()->start();
        }
        QTRY_COMPARE(int(listening), 3);
        for (int i = 0; i < 15; ++i) {
            const std::string origin = "https://app" + std::to_string(i) + ".example";
            options.access->setOrigins({origin});
            RawClient client(port->port());
            client.send(get("/", "Origin: " + origin + "\r\n"));
            QTRY_COMPARE(client.status(), 200);
        }
        QCOMPARE(int(answered), 15);
        QTRY_COMPARE(options.connections->open.load(), 0);
        for (const auto& worker : workers) {
            worker->quit();
            QVERIFY(worker->wait(5000));
        }
    }
};

QTEST_GUILESS_MAIN(TestEdgeFlow)
#include "tst_edge_flow.moc"
