#include "gateway/server/listen_address.h"

#include <QTcpServer>
#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

using namespace tollgate;
using Kind = ListenError::Kind;

class TestListenAddress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsHostAndPort() {
        const auto plain = ListenAddress::parse("127.0.0.1:8655");
        QVERIFY(plain.has_value());
        QCOMPARE(plain->host, std::string("127.0.0.1"));
        QCOMPARE(plain->port, std::uint16_t(8655));
        QCOMPARE(plain->toString(), std::string("127.0.0.1:8655"));
        const auto six = ListenAddress::parse("[::1]:0");
        QVERIFY(six.has_value());
        QCOMPARE(six->host, std::string("::1"));
        QCOMPARE(six->toString(), std::string("[::1]:0"));
    }

    void refusesWhatIsNotHostAndPort() {
        for (const char* text : {"", "localhost", ":80", "localhost:", "localhost:x", "localhost:65536",
                                 "localhost:-1", "::1:80", "[::1]", "[]:80", "localhost:80x"}) {
            const auto address = ListenAddress::parse(text);
            QVERIFY2(!address && address.error().kind == Kind::BadAddress, text);
            QVERIFY(address.error().message.find(text) != std::string::npos);
        }
    }

    void picksAFreePortAndLetsWorkersShareIt() {
        const auto port = ReservedPort::reserve(ListenAddress());
        QVERIFY(port.has_value());
        QVERIFY(port->port() != 0);
        const auto first = port->openListener();
        const auto second = port->openListener();
        QVERIFY(first.has_value() && second.has_value());
        ::close(*first);
        ::close(*second);
    }

    void aPortInUseByAnotherIsToldApart() {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const auto taken = ReservedPort::reserve({"127.0.0.1", other.serverPort()});
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, Kind::AddressInUse);
        QVERIFY(taken.error().message.find(std::to_string(other.serverPort())) != std::string::npos);
    }

    void anotherGatewayIsNotSharedWith() {
        const auto port = ReservedPort::reserve(ListenAddress());
        QVERIFY(port.has_value());
        const auto reserved = ReservedPort::reserve(port->address()); // before it listens
        QVERIFY(!reserved && reserved.error().kind == Kind::AddressInUse);
        const auto listener = port->openListener();
        QVERIFY(listener.has_value());
        const auto listening = ReservedPort::reserve(port->address()); // and after
        QVERIFY(!listening && listening.error().kind == Kind::AddressInUse);
        ::close(*listener);
    }

    void nobodyElseGetsAReservedPort() {
        const auto port = ReservedPort::reserve(ListenAddress());
        QTcpServer other;
        QVERIFY(!other.listen(QHostAddress::LocalHost, port->port()));
        QCOMPARE(other.serverError(), QAbstractSocket::AddressInUseError);
    }

    void thePortIsFreeAgainAfterwards() {
        ListenAddress address;
        {
            const auto port = ReservedPort::reserve(address);
            address = port->address();
        }
        QVERIFY(ReservedPort::reserve(address).has_value());
    }

    void anAddressThatIsNotOursIsBad() {
        const auto foreign = ReservedPort::reserve({"192.0.2.1", 0});
        QVERIFY(!foreign);
        QCOMPARE(foreign.error().kind, Kind::BadAddress);
    }

    void listensOnIpv6WhereThereIsAny() {
        const auto port = ReservedPort::reserve({"::1", 0});
        if (!port)
            QSKIP("no IPv6 loopback here");
        const auto listener = port->openListener();
        QVERIFY(listener.has_value());
        ::close(*listener);
    }
};

QTEST_GUILESS_MAIN(TestListenAddress)
#include "tst_listen_address.moc"
