// Client, exchange and server go away in every order. Meant for the address sanitizer as much as for the
// checks.

#include "edge_fixture.h"

#include <QTest>

using namespace tollgate;

namespace {

enum class End { Client, Exchange, Server };

void useAll(Exchange& exchange) {
    exchange.beginStream(200, {});
    exchange.write("x");
    static_cast<void>(exchange.unsentBytes());
    exchange.onClientGone([] {});
    exchange.onDrained([] {});
    exchange.endStream();
    exchange.abortStream();
    exchange.answer(200, {}, "y");
}

} // namespace

class TestEdgeLifetime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyOrderOfEndingIsSafe_data() {
        QTest::addColumn<QList<int>>("order");
        QTest::addColumn<int>("progress");
        const std::vector<QList<int>> orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                                {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (const QList<int>& order : orders) {
            for (int progress = 0; progress < 4; ++progress)
                QTest::addRow("%d%d%d at %d", order[0], order[1], order[2], progress) << order << progress;
        }
    }
    void anyOrderOfEndingIsSafe() {
        QFETCH(QList<int>, order);
        QFETCH(int, progress);
        Edge edge;
        auto client = std::make_unique<RawClient>(edge.port);
        client->send(get("/") + get("/ahead"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        ExchangePtr exchange = std::move(edge.exchanges[0]);
        int gone = 0;
        exchange->onClientGone([&gone] { ++gone; });
        if (progress > 0)
            exchange->beginStream(200, {});
        if (progress > 1)
            exchange->write("data: 1\n\n");
        if (progress > 2)
            exchange->endStream();
        for (const int end : order) {
            switch (End{end}) {
            case End::Client:
                client.reset();
                break;
            case End::Exchange:
                exchange.reset();
                break;
            case End::Server:
                edge.server.reset();
                break;
            }
            if (exchange && End{end} != End::Client)
                useAll(*exchange);
            QTest::qWait(2);
            if (exchange)
                useAll(*exchange);
        }
        QVERIFY(gone <= 1);
    }

    void theCallbackMayDropTheExchange() {
        Edge edge;
        RawClient client(edge.port);
        client.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        bool dropped = false;
        edge.exchanges[0]->onClientGone([&] {
            edge.exchanges.clear();
            dropped = true;
        });
        client.leave();
        QTRY_VERIFY(dropped);
        QTest::qWait(5);
    }

    void theDrainCallbackMayEndTheExchange() {
        Edge edge;
        RawClient client(edge.port);
        client.stopReading();
        client.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(1));
        edge.exchanges[0]->beginStream(200, {});
        edge.exchanges[0]->write(std::string(16 * 1024 * 1024, 'x'));
        QVERIFY(edge.exchanges[0]->unsentBytes() > Exchange::kHighWater);
        bool ended = false;
        edge.exchanges[0]->onDrained([&] {
            ended = true;
            edge.exchanges[0]->endStream();
            edge.exchanges.clear();
        });
        client.startReading();
        QTRY_VERIFY(ended);
        QTRY_VERIFY(client.received.ends_with("\r\n0\r\n\r\n"));
    }

    void oneLeavingClientMayTakeOthersAlong() {
        Edge edge;
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 5; ++i) {
            clients.push_back(std::make_unique<RawClient>(edge.port));
            clients.back()->send(get("/"));
        }
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(5));
        for (const ExchangePtr& exchange : edge.exchanges)
            exchange->onClientGone([&edge] { edge.exchanges.clear(); });
        clients[2]->leave();
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(0));
        QTRY_COMPARE(edge.server->openConnections(), 0);
        for (const auto& client : clients)
            QTRY_VERIFY(client->closed());
    }

    void closeAllEndsEverything() {
        Edge edge;
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 6; ++i) {
            clients.push_back(std::make_unique<RawClient>(edge.port));
            if (i % 3 == 0)
                clients.back()->send("GET / HTTP/1.1\r\n"); // half a head
            if (i % 3 == 1)
                clients.back()->send(get("/"));
        }
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(2));
        QTRY_COMPARE(edge.server->openConnections(), 6);
        int gone = 0;
        for (const ExchangePtr& exchange : edge.exchanges)
            exchange->onClientGone([&gone] { ++gone; });
        edge.server->closeAll();
        QCOMPARE(edge.server->openConnections(), 0);
        QCOMPARE(edge.server->activeExchanges(), 0);
        QCOMPARE(gone, 2);
        for (const auto& client : clients)
            QTRY_VERIFY(client->closed());
        RawClient next(edge.port); // it still listens
        next.send(get("/"));
        QTRY_COMPARE(edge.exchanges.size(), std::size_t(3));
    }

    void manyClientsComeAndGoAtRandom() {
        Edge edge;
        std::vector<std::unique_ptr<RawClient>> clients;
        unsigned state = 12345;
        const auto random = [&state](unsigned below) {
            return (state = state * 1664525u + 1013904223u) / 65536u % below;
        };
        for (int step = 0; step < 400; ++step) {
            switch (random(7)) {
            case 0:
                if (clients.size() < 12)
                    clients.push_back(std::make_unique<RawClient>(edge.port));
                break;
            case 1:
                if (!clients.empty())
                    clients[random(unsigned(clients.size()))]->send(get("/a") + post("/b", "c"));
                break;
            case 2:
                if (!clients.empty())
                    clients.erase(clients.begin() + random(unsigned(clients.size())));
                break;
            case 3:
                if (!edge.exchanges.empty())
                    edge.exchanges[random(unsigned(edge.exchanges.size()))]->beginStream(200, {});
                break;
            case 4:
                if (!edge.exchanges.empty())
                    edge.exchanges[random(unsigned(edge.exchanges.size()))]->write("some bytes");
                break;
            case 5:
                if (!edge.exchanges.empty())
                    edge.exchanges[random(unsigned(edge.exchanges.size()))]->endStream();
                break;
            default:
                if (!edge.exchanges.empty())
                    edge.exchanges.erase(edge.exchanges.begin() + random(unsigned(edge.exchanges.size())));
            }
            QCoreApplication::processEvents();
        }
        clients.clear();
        QTRY_COMPARE(edge.server->openConnections(), 0);
        QCOMPARE(edge.server->activeExchanges(), 0);
    }
};

QTEST_GUILESS_MAIN(TestEdgeLifetime)
#include "tst_edge_lifetime.moc"
