// Budget periods on real calendars.

#include "gateway/policy/period.h"
#include "gateway/wire/clock.h"

#include <QTest>

using namespace tollgate;

class PeriodTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boundsAreThoseOfTheCalendar_data();
    void boundsAreThoseOfTheCalendar();
    void periodsFollowEachOtherWithoutGap_data();
    void periodsFollowEachOtherWithoutGap();
};

void PeriodTest::boundsAreThoseOfTheCalendar_data() {
    QTest::addColumn<int>("period");
    QTest::addColumn<std::string>("zone");
    QTest::addColumn<std::string>("at");
    QTest::addColumn<std::string>("start");
    QTest::addColumn<std::string>("end");
    const auto row = [](const char* name, BudgetPeriod period, const char* zone, const char* at,
                        const char* start, const char* end) {
        QTest::newRow(name) << static_cast<int>(period) << std::string(zone) << std::string(at)
                            << std::string(start) << std::string(end);
    };
    using enum BudgetPeriod;
    row("day", Day, "", "2026-11-22T13:00:00Z", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z");
    row("first moment", Day, "", "2026-11-22T00:00:00Z", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z");
    row("last moment", Day, "", "2026-11-22T23:59:59.999Z", "2026-11-22T00:00:00Z", "2026-11-23T00:00:00Z");
    row("week of a Sunday", Week, "", "2026-11-22T13:00:00Z", "2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z");
    row("week of a Monday", Week, "", "2026-11-23T00:00:00Z", "2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z");
    row("week over new year", Week, "", "2026-01-01T00:00:00Z", "2025-12-29T00:00:00Z",
        "2026-01-05T00:00:00Z");
    row("month", Month, "", "2026-11-30T23:59:59Z", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");
    row("December", Month, "", "2026-12-31T23:59:59Z", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z");
    row("leap February", Month, "", "2028-02-29T12:00:00Z", "2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z");
    row("30 days", Rolling30d, "", "2026-11-22T13:00:00Z", "2026-10-24T00:00:00Z", "2026-11-23T00:00:00Z");
    row("30 days over February", Rolling30d, "", "2026-03-01T00:00:00Z", "2026-01-31T00:00:00Z",
        "2026-03-02T00:00:00Z");
    // Another day there than here.
    row("Tokyo", Day, "Asia/Tokyo", "2026-11-22T15:00:00Z", "2026-11-22T15:00:00Z", "2026-11-23T15:00:00Z");
    row("New York month", Month, "America/New_York", "2026-12-01T04:59:59Z", "2026-11-01T04:00:00Z",
        "2026-12-01T05:00:00Z");
    row("Kathmandu", Day, "Asia/Kathmandu", "2026-11-22T18:15:00Z", "2026-11-22T18:15:00Z",
        "2026-11-23T18:15:00Z");
    // Warsaw: clocks go forward on 2026-03-29 and back on 2026-10-25.
    row("a day of 23 hours", Day, "Europe/Warsaw", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z",
        "2026-03-29T22:00:00Z");
    row("a day of 25 hours", Day, "Europe/Warsaw", "2026-10-25T22:59:59Z", "2026-10-24T22:00:00Z",
        "2026-10-25T23:00:00Z");
    row("a week with a change", Week, "Europe/Warsaw", "2026-10-23T00:00:00Z", "2026-10-18T22:00:00Z",
        "2026-10-25T23:00:00Z");
    row("30 days with a change", Rolling30d, "Europe/Warsaw", "2026-11-10T12:00:00Z", "2026-10-11T22:00:00Z",
        "2026-11-10T23:00:00Z");
    // In Beirut the clocks go forward at midnight: 2026-03-29 begins at one o'clock.
    row("a day without midnight", Day, "Asia/Beirut", "2026-03-29T12:00:00Z", "2026-03-28T22:00:00Z",
        "2026-03-29T21:00:00Z");
    row("no such zone is UTC", Day, "Middle/Earth", "2026-11-22T13:00:00Z", "2026-11-22T00:00:00Z",
        "2026-11-23T00:00:00Z");
}

void PeriodTest::boundsAreThoseOfTheCalendar() {
    QFETCH(int, period);
    QFETCH(std::string, zone);
    QFETCH(std::string, at);
    QFETCH(std::string, start);
    QFETCH(std::string, end);
    const PeriodBounds bounds =
        periodBounds(static_cast<BudgetPeriod>(period), zone, fromRfc3339(at).value());
    QCOMPARE(toRfc3339(bounds.startMs), start);
    QCOMPARE(toRfc3339(bounds.endMs), end);
}

void PeriodTest::periodsFollowEachOtherWithoutGap_data() {
    QTest::addColumn<int>("period");
    QTest::addColumn<std::string>("zone");
    for (const auto& [name, period] :
         {std::pair{"day", BudgetPeriod::Day}, std::pair{"week", BudgetPeriod::Week},
          std::pair{"month", BudgetPeriod::Month}}) {
        for (const char* zone :
             {"UTC", "Europe/Warsaw", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Beirut"})
            QTest::addRow("%s in %s", name, zone) << static_cast<int>(period) << std::string(zone);
    }
}

void PeriodTest::periodsFollowEachOtherWithoutGap() {
    QFETCH(int, period);
    QFETCH(std::string, zone);
    std::int64_t at = fromRfc3339("2025-01-01T00:00:00Z").value();
    PeriodBounds bounds = periodBounds(static_cast<BudgetPeriod>(period), zone, at);
    for (int i = 0; i < 400; ++i) {
        QVERIFY(bounds.startMs < bounds.endMs);
        const PeriodBounds next = periodBounds(static_cast<BudgetPeriod>(period), zone, bounds.endMs);
        QCOMPARE(next.startMs, bounds.endMs);
        const PeriodBounds last = periodBounds(static_cast<BudgetPeriod>(period), zone, bounds.endMs - 1);
        QCOMPARE(last.startMs, bounds.startMs);
        bounds = next;
    }
}

QTEST_GUILESS_MAIN(PeriodTest)
#include "tst_period.moc"
