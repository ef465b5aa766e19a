#include "gateway/wire/trace_id.h"

#include <QTest>

#include <set>

using namespace tollgate;

class TraceIdTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ulidsCarryTheirTime();
    void ulidsSortInTheOrderTheyWereMade();
    void ulidsStayInOrderWhenTheClockGoesBack();
    void sourcesWithDifferentSeedsDoNotMeet();
    void callersMayNameTraces_data();
    void callersMayNameTraces();
    void traceparentsAreReadStrictly_data();
    void traceparentsAreReadStrictly();
    void seedsDiffer();
};

void TraceIdTest::ulidsCarryTheirTime() {
    UlidSource source(1);
    // The specification's own example of a time.
    const std::string id = source.next(1'469'918'176'385);
    QCOMPARE(id.size(), 26U);
    QCOMPARE(id.substr(0, 10), std::string("01ARYZ6S41"));
    QVERIFY(id.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ") == std::string::npos);
    QVERIFY(isTraceId(id));
    // 48 bits of time fill the first ten characters to 7ZZZZZZZZZ.
    QCOMPARE(source.next((std::int64_t{1} << 48) - 1).substr(0, 10), std::string("7ZZZZZZZZZ"));
}

void TraceIdTest::ulidsSortInTheOrderTheyWereMade() {
    UlidSource source(42);
    std::string last;
    for (int i = 0; i < 20'000; ++i) {
        const std::string id = source.next(1'800'000'000'000 + i / 1'000);
        QVERIFY2(last < id, id.c_str());
        last = id;
    }
}

void TraceIdTest::ulidsStayInOrderWhenTheClockGoesBack() {
    UlidSource source(7);
    const std::string later = source.next(2'000);
    QVERIFY(later < source.next(1'000));
}

void TraceIdTest::sourcesWithDifferentSeedsDoNotMeet() {
    std::set<std::string> ids;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        UlidSource source(seed);
        for (int i = 0; i < 100; ++i)
            QVERIFY(ids.insert(source.next(5'000 + i % 10)).second);
    }
}

void TraceIdTest::callersMayNameTraces_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("word") << std::string("order-42_B") << true;
    QTest::newRow("64") << std::string(64, 'a') << true;
    QTest::newRow("65") << std::string(65, 'a') << false;
    QTest::newRow("empty") << std::string() << false;
    QTest::newRow("blank") << std::string("a b") << false;
    QTest::newRow("header injection") << std::string("a\r\nset-cookie") << false;
    QTest::newRow("slash") << std::string("../etc") << false;
    QTest::newRow("not ascii") << std::string("caf\xc3\xa9") << false;
}

void TraceIdTest::callersMayNameTraces() {
    QFETCH(std::string, text);
    QFETCH(bool, good);
    QCOMPARE(isTraceId(text), good);
}

void TraceIdTest::traceparentsAreReadStrictly_data() {
    QTest::addColumn<std::string>("header");
    QTest::addColumn<std::string>("id");
    const std::string trace = "0af7651916cd43dd8448eb211c80319c";
    const std::string good = "00-" + trace + "-b7ad6b7169203331-01";
    QTest::newRow("good") << good << trace;
    QTest::newRow("a later version may say more") << "cc" + good.substr(2) + "-what" << trace;
    QTest::newRow("version 00 may not") << good + "-what" << std::string();
    QTest::newRow("a later version, glued on") << "cc" + good.substr(2) + "what" << std::string();
    QTest::newRow("version ff") << "ff" + good.substr(2) << std::string();
    QTest::newRow("version no hex") << "zz" + good.substr(2) << std::string();
    QTest::newRow("short") << good.substr(0, 54) << std::string();
    QTest::newRow("empty") << std::string() << std::string();
    QTest::newRow("all zero") << "00-" + std::string(32, '0') + "-b7ad6b7169203331-01" << std::string();
    QTest::newRow("parent all zero") << "00-" + trace + "-0000000000000000-01" << std::string();
    QTest::newRow("parent no hex") << "00-" + trace + "-b7ad6b716920333g-01" << std::string();
    QTest::newRow("flags no hex") << "00-" + trace + "-b7ad6b7169203331-0x" << std::string();
    QTest::newRow("upper case") << std::string("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01")
                                << std::string();
}

void TraceIdTest::traceparentsAreReadStrictly() {
    QFETCH(std::string, header);
    QFETCH(std::string, id);
    QCOMPARE(std::string(traceIdOfTraceparent(header)), id);
}

void TraceIdTest::seedsDiffer() {
    QVERIFY(randomSeed() != randomSeed());
}

QTEST_GUILESS_MAIN(TraceIdTest)
#include "tst_trace_id.moc"
