#include "gateway/jobs/address_rule.h"

#include <QtTest/QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>

using namespace tollgate;

namespace {

AddressClass judged(const char* text) {
    sockaddr_storage storage{};
    sockaddr_in four{};
    sockaddr_in6 six{};
    if (::inet_pton(AF_INET, text, &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
        std::memcpy(&storage, &four, sizeof four);
    } else if (::inet_pton(AF_INET6, text, &six.sin6_addr) == 1) {
        six.sin6_family = AF_INET6;
        std::memcpy(&storage, &six, sizeof six);
    }
    const void* bytes = &storage;
    return classOf(*static_cast<const sockaddr*>(bytes));
}

} // namespace

class AddressRuleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addressesAreJudged_data() {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<int>("expected");
        const auto rows = [](AddressClass is, std::initializer_list<const char*> list) {
            for (const char* text : list)
                QTest::newRow(text) << QByteArray(text) << static_cast<int>(is);
        };
        rows(AddressClass::Public,
             {"8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "193.0.0.1", "2606:4700::1111",
              "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::"});
        rows(AddressClass::Private, {"127.0.0.1",     "127.255.255.254",   "10.0.0.1",
                                     "172.16.0.1",    "172.31.255.255",    "192.168.0.1",
                                     "100.64.0.1",    "198.18.0.1",        "192.0.2.1",
                                     "::1",           "fc00::1",           "fd12:3456::1",
                                     "fec0::1",       "::ffff:127.0.0.1",  "::ffff:10.0.0.1",
                                     "::127.0.0.1",   "64:ff9b::10.0.0.1", "::ffff:0:127.0.0.1",
                                     "2002:7f00:1::", "2001:db8::1"});
        rows(AddressClass::Forbidden, {"0.0.0.0",
                                       "0.1.2.3",
                                       "169.254.169.254",
                                       "169.254.1.1",
                                       "100.100.100.200",
                                       "168.63.129.16",
                                       "192.0.0.192",
                                       "224.0.0.1",
                                       "255.255.255.255",
                                       "::",
                                       "fe80::1",
                                       "febf::1",
                                       "ff02::1",
                                       "fd00:ec2::254",
                                       "fd20:ce::254",
                                       "fd00:ec2::23",
                                       "::ffff:169.254.169.254",
                                       "::ffff:0.0.0.0",
                                       "64:ff9b::169.254.169.254",
                                       "2002:a9fe:a9fe::",
                                       "2001::1"});
    }
    void addressesAreJudged() {
        QFETCH(const QByteArray, address);
        QFETCH(const int, expected);
        QCOMPARE(static_cast<int>(judged(address.constData())), expected);
    }

    void onlyPrivateOnesAreOpenedByTheSetting() {
        QVERIFY(isAllowed(AddressClass::Public, false));
        QVERIFY(!isAllowed(AddressClass::Private, false));
        QVERIFY(isAllowed(AddressClass::Private, true));
        QVERIFY(!isAllowed(AddressClass::Forbidden, true));
    }

    void anUnknownKindOfAddressIsForbidden() {
        sockaddr address{};
        address.sa_family = AF_UNIX;
        QVERIFY(classOf(address) == AddressClass::Forbidden);
    }

    void urlsAreReadAsTheyAreConnectedTo() {
        QVERIFY(webhookUrlMistake("https://example.com/hook?x=1", false).empty());
        QVERIFY(webhookUrlMistake("http://8.8.8.8:8080/", false).empty());
        for (const char* url : {"http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://LOCALHOST/",
                                "http://localhost./", "http://[::ffff:7f00:1]/", "http://a.localhost/"}) {
            QVERIFY2(!webhookUrlMistake(url, false).empty(), url);
            QVERIFY2(webhookUrlMistake(url, true).empty(), url);
        }
        for (const char* url :
             {"http://169.254.169.254/", "http://[fe80::1%25eth0]/", "http://0/", "gopher://x/",
              "http://u@example.com/", "http://exa mple.com/", "", "example.com"})
            QVERIFY2(!webhookUrlMistake(url, true).empty(), url);
    }
};

QTEST_GUILESS_MAIN(AddressRuleTest)
#include "tst_address_rule.moc"
