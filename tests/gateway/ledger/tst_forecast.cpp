#include <QtTest>

#include "gateway/ledger/forecast.h"
#include "gateway/ledger/rollup.h"
#include "gateway/wire/clock.h"

using namespace tollgate;

namespace {

constexpr std::int64_t kNow = 1'795'356'307'000; // 2026-11-22T14:05:07Z, a Sunday
constexpr std::int64_t kToday = kNow / kMsPerDay;
constexpr std::int64_t kHour = kNow / kMsPerHour;

DayProfile evenDay(double perHour) {
    DayProfile profile;
    profile.fill(perHour);
    return profile;
}

/// The same amount in every hour of office time for so many days.
std::map<std::int64_t, double> habit(double perHour, int days) {
    std::map<std::int64_t, double> hours;
    for (int day = 1; day <= days; ++day) {
        for (int hour = 8; hour < 18; ++hour)
            hours[(kToday - day) * 24 + hour] = perHour;
    }
    return hours;
}

} // namespace

class TestForecast : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingToLearnFromIsNoForecast() {
        QVERIFY(forecastDays({}, kToday, 3).empty());
        QVERIFY(forecastDays(std::vector<double>(28, 0.0), kToday, 3).empty());
    }

    void steadyDaysGoOnSteadily() {
        const auto forecast = forecastDays(std::vector<double>(28, 12.5), kToday, 3);
        QCOMPARE(forecast, std::vector<double>({12.5, 12.5, 12.5}));
    }

    void weekdaysDiffer() {
        std::vector<double> past;
        for (int back = 28; back >= 1; --back) {
            const std::int64_t day = kToday - back;
            const bool weekend = day % 7 == kToday % 7 || day % 7 == (kToday + 6) % 7; // today is a Sunday
            past.push_back(weekend ? 4.0 : 20.0);
        }
        const auto forecast = forecastDays(past, kToday, 7);
        QVERIFY(forecast[0] > 17 && forecast[0] < 20); // Monday, drawn a little to the mean
        QVERIFY(forecast[5] > 4 && forecast[5] < 8);   // Saturday
        QVERIFY(forecast[6] < forecast[4]);
    }

    void daysBeforeTheFirstSpendingDoNotCount() {
        std::vector<double> past(25, 0.0);
        past.insert(past.end(), {10, 10, 10});
        QCOMPARE(forecastDays(past, kToday, 1).front(), 10.0);
    }

    void theRestOfSteadyDaysIsCertain() {
        const auto rest = forecastRest(std::vector<double>(28, 12), kToday, 0.5, 8);
        QVERIFY(rest.has_value());
        QCOMPARE(rest->expected, 8.5 * 12);
        QCOMPARE(rest->days, std::vector<double>(8, 12.0));
        QCOMPARE(*rest->low, *rest->high);
        QCOMPARE(*rest->low, rest->expected);
    }

    void unsteadyDaysWidenTheInterval() {
        std::vector<double> past;
        for (int day = 0; day < 28; ++day)
            past.push_back(day % 2 == 0 ? 8 : 16); // weeks of odd length: no weekday explains it
        const auto soon = forecastRest(past, kToday, 0, 1);
        const auto later = forecastRest(past, kToday, 0, 9);
        QVERIFY(*soon->low < soon->expected && soon->expected < *soon->high);
        // About four units off per day, 1.28 times that for four of five, and a little for the mean.
        QVERIFY(*soon->high - soon->expected > 4 && *soon->high - soon->expected < 7);
        QVERIFY(*later->high - later->expected > 2 * (*soon->high - soon->expected));
        QVERIFY(*later->high - later->expected < 9 * (*soon->high - soon->expected));
    }

    void weekdaysExplainedLeaveNoDoubt() {
        std::vector<double> even;
        std::vector<double> weekly;
        for (std::int64_t day = kToday - 28; day < kToday; ++day) {
            weekly.push_back(day % 7 == kToday % 7 ? 2.0 : 14.0);
            even.push_back((day - kToday + 28) % 3 == 0 ? 2.0 : 14.0);
        }
        const auto explained = forecastRest(weekly, kToday, 1, 6);
        const auto unexplained = forecastRest(even, kToday, 1, 6);
        QVERIFY(explained->days.front() > 12);
        QVERIFY(*explained->high - *explained->low < (*unexplained->high - *unexplained->low) / 2);
    }

    void aFewDaysGiveNoInterval() {
        const auto rest = forecastRest({5, 7, 6}, kToday, 0, 2);
        QVERIFY(rest.has_value());
        QVERIFY(rest->expected > 10 && rest->expected < 14);
        QVERIFY(!rest->low && !rest->high);
        QVERIFY(!forecastRest({0, 0}, kToday, 1, 5));
    }

    void theHourABudgetRunsOutFollowsTheDaysProfile() {
        // 14.085 h passed at 1 USD an hour; the limit is two hours and a half away.
        const double spent = static_cast<double>(kNow % kMsPerDay) / kMsPerHour;
        const auto when = exceedsAt(spent, spent + 2.5, evenDay(1), kNow);
        QVERIFY(when.has_value());
        QVERIFY(std::abs(*when - (kNow + 5 * kMsPerHour / 2)) < 1000);
        // Twice the usual level: half the time.
        const auto sooner = exceedsAt(2 * spent, 2 * spent + 2.5, evenDay(1), kNow);
        QVERIFY(std::abs(*sooner - (kNow + 5 * kMsPerHour / 4)) < 1000);
    }

    void aBudgetThatLastsHasNoEnd() {
        QVERIFY(!exceedsAt(5, 100, evenDay(0.3), kNow));
        QVERIFY(!exceedsAt(26, 26, evenDay(1), kNow)); // it is over already
        DayProfile mornings{};
        for (std::size_t hour = 0; hour < 13; ++hour)
            mornings[hour] = 5;
        QVERIFY(!exceedsAt(65, 66, mornings, kNow)); // nothing comes in the evening
    }

    void theFirstDayGoesOnAtItsPace() {
        const auto when = exceedsAt(14, 20, DayProfile{}, kNow);
        const std::int64_t midnight = kToday * kMsPerDay;
        QVERIFY(std::abs(*when - (midnight + (kNow - midnight) * 20 / 14)) < 1000);
    }

    void anUnusualUserStandsOut() {
        HourlyByUser hourly;
        hourly["alice"] = habit(0.8, 14);
        hourly["nightly-eval"] = habit(0.4, 14);
        for (int hour = 9; hour <= 14; ++hour)
            hourly["alice"][kToday * 24 + hour] = 0.9;
        for (int hour = 9; hour <= 12; ++hour)
            hourly["nightly-eval"][kToday * 24 + hour] = 0.4;
        hourly["nightly-eval"][kToday * 24 + 13] = 1.9;
        hourly["nightly-eval"][kToday * 24 + 14] = 0.5;
        const auto found = findAnomalies(hourly, kNow);
        QCOMPARE(found.size(), 1U);
        const Anomaly* anomaly = found.data();
        QCOMPARE(anomaly->user, std::string("nightly-eval"));
        QVERIFY(anomaly->ratio > 2.5 && anomaly->ratio < 4);
        QCOMPARE(anomaly->sinceMs, (kToday * 24 + 13) * kMsPerHour);
    }

    void smallSumsAndNewUsersAreNoAnomaly() {
        HourlyByUser hourly;
        hourly["tiny"] = habit(0.001, 14);
        hourly["tiny"][kHour] = 0.1;
        hourly["new"] = habit(0.2, 3);
        hourly["new"][kHour] = 50;
        hourly["quiet"] = habit(0.5, 14);
        QVERIFY(findAnomalies(hourly, kNow).empty());
    }
};

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"
