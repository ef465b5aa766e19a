#include "gateway/wire/clock.h"

#include <QTest>

using namespace tollgate;

class ClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void instantsPrintAsRfc3339_data();
    void instantsPrintAsRfc3339();
    void rfc3339IsRead_data();
    void rfc3339IsRead();
    void malformedTimesAreRefused_data();
    void malformedTimesAreRefused();
    void everyInstantComesBack();
    void daysAreThoseOfUtc();
    void theManualClockMovesBothTimes();
    void theSystemClockRuns();
};

void ClockTest::instantsPrintAsRfc3339_data() {
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<std::string>("text");
    QTest::newRow("epoch") << qint64(0) << std::string("1970-01-01T00:00:00Z");
    QTest::newRow("milliseconds") << qint64(1'795'316'645'678) << std::string("2026-11-22T03:04:05.678Z");
    QTest::newRow("small milliseconds") << qint64(7) << std::string("1970-01-01T00:00:00.007Z");
    QTest::newRow("leap day") << qint64(1'709'164'800'000) << std::string("2024-02-29T00:00:00Z");
    QTest::newRow("before the epoch") << qint64(-1) << std::string("1969-12-31T23:59:59.999Z");
    QTest::newRow("last of a year") << qint64(1'767'225'599'000) << std::string("2025-12-31T23:59:59Z");
}

void ClockTest::instantsPrintAsRfc3339() {
    QFETCH(qint64, ms);
    QFETCH(std::string, text);
    QCOMPARE(toRfc3339(ms), text);
    QCOMPARE(fromRfc3339(text).value(), ms);
}

void ClockTest::rfc3339IsRead_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<qint64>("ms");
    const qint64 noon = 1'795'348'800'000; // 2026-11-22T12:00:00Z
    QTest::newRow("bare date") << std::string("2026-11-22") << noon - 12 * 3'600'000;
    QTest::newRow("east") << std::string("2026-11-22T14:00:00+02:00") << noon;
    QTest::newRow("west without colon") << std::string("2026-11-22T06:30:00-0530") << noon;
    QTest::newRow("lower case") << std::string("2026-11-22t12:00:00z") << noon;
    QTest::newRow("blank for T") << std::string("2026-11-22 12:00:00Z") << noon;
    QTest::newRow("one digit") << std::string("2026-11-22T12:00:00.5Z") << noon + 500;
    QTest::newRow("microseconds are cut") << std::string("2026-11-22T12:00:00.123999Z") << noon + 123;
    QTest::newRow("over midnight") << std::string("2026-11-23T01:00:00+13:00") << noon;
    QTest::newRow("leap second") << std::string("2016-12-31T23:59:60Z") << qint64(1'483'228'800'000);
}

void ClockTest::rfc3339IsRead() {
    QFETCH(std::string, text);
    QFETCH(qint64, ms);
    QCOMPARE(fromRfc3339(text).value_or(-1), ms);
}

void ClockTest::malformedTimesAreRefused_data() {
    QTest::addColumn<std::string>("text");
    for (const char* text : {"",
                             "2026",
                             "2026-13-01",
                             "2026-02-29",
                             "2026-00-10",
                             "2026-11-22T",
                             "2026-11-22T12:00:00",
                             "2026-11-22T24:00:00Z",
                             "2026-11-22T12:60:00Z",
                             "2026-11-22T12:00:61Z",
                             "2026-11-22T12:00Z",
                             "2026-11-22X12:00:00Z",
                             "2026-11-22T12:00:00+",
                             "2026-11-22T12:00:00+2",
                             "2026-11-22T12:00:00+99:99",
                             "2026-11-22T12:00:00.Z",
                             "2026-11-22T12:00:00Zz",
                             "2026-11-22T12:00:00+02:00 ",
                             "2026/11/22",
                             "-026-11-22",
                             "2026-1--22",
                             "2026-11-22T-1:00:00Z",
                             "2026-11-22T12:00:00+-1:00",
                             "now"})
        QTest::newRow(text) << std::string(text);
}

void ClockTest::malformedTimesAreRefused() {
    QFETCH(std::string, text);
    QVERIFY(!fromRfc3339(text).has_value());
}

void ClockTest::everyInstantComesBack() {
    for (std::int64_t ms = -4'000'000'000'000; ms < 8'000'000'000'000; ms += 86'399'987'651)
        QCOMPARE(fromRfc3339(toRfc3339(ms)).value(), ms);
}

void ClockTest::daysAreThoseOfUtc() {
    QCOMPARE(utcDay(1'795'305'600'000 - 1), std::string("2026-11-21"));
    QCOMPARE(utcDay(1'795'305'600'000), std::string("2026-11-22"));
}

void ClockTest::theManualClockMovesBothTimes() {
    ManualClock clock(1'000);
    const std::int64_t before = clock.monotonicNs();
    clock.advanceMs(250);
    QCOMPARE(clock.unixMs(), 1'250);
    QCOMPARE(clock.monotonicNs() - before, 250'000'000);
    clock.setUnixMs(5); // someone sets the wall clock back
    QCOMPARE(clock.unixMs(), 5);
    QCOMPARE(clock.monotonicNs() - before, 250'000'000);
}

void ClockTest::theSystemClockRuns() {
    const Clock& clock = Clock::system();
    QVERIFY(clock.unixMs() > 1'767'225'600'000);
    const std::int64_t first = clock.monotonicNs();
    QVERIFY(clock.monotonicNs() >= first);
}

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
