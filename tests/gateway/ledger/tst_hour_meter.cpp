#include <QtTest>

#include "gateway/ledger/hour_meter.h"

#include <optional>
#include <random>
#include <vector>

using namespace tollgate;

namespace {
constexpr std::int64_t kSecond = 1'000'000'000;
}

class TestHourMeter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneRequestBearsItsWholeTime() {
        HourMeter meter;
        auto share = meter.begin("gpu/m", 5 * kSecond);
        QCOMPARE(share.end(8 * kSecond), std::int64_t{3'000'000});
        QCOMPARE(share.end(99 * kSecond), std::int64_t{3'000'000});
    }

    void requestsAtTheSameTimeShare() {
        HourMeter meter;
        auto first = meter.begin("gpu/m", 0);
        auto second = meter.begin("gpu/m", 2 * kSecond);
        QCOMPARE(first.end(6 * kSecond), std::int64_t{4'000'000});  // 2 alone, half of 4
        QCOMPARE(second.end(7 * kSecond), std::int64_t{3'000'000}); // half of 4, 1 alone
    }

    void idleTimeIsNobodys() {
        HourMeter meter;
        meter.begin("gpu/m", 0).end(kSecond);
        auto later = meter.begin("gpu/m", 1000 * kSecond);
        QCOMPARE(later.end(1001 * kSecond), std::int64_t{1'000'000});
    }

    void targetsAreApart() {
        HourMeter meter;
        auto one = meter.begin("gpu/a", 0);
        auto other = meter.begin("gpu/b", 0);
        QCOMPARE(one.end(kSecond), std::int64_t{1'000'000});
        QCOMPARE(other.end(kSecond), std::int64_t{1'000'000});
    }

    void whoIsForgottenStopsSharing() {
        HourMeter meter;
        auto stays = meter.begin("gpu/m", 0);
        { auto gone = meter.begin("gpu/m", 0); }
        QCOMPARE(stays.end(4 * kSecond), std::int64_t{4'000'000});
    }

    void clocksThatRunBackDoNoHarm() {
        HourMeter meter;
        auto share = meter.begin("gpu/m", 5 * kSecond);
        auto early = meter.begin("gpu/m", 4 * kSecond);
        QCOMPARE(early.end(3 * kSecond), std::int64_t{0});
        QCOMPARE(share.end(6 * kSecond), std::int64_t{1'000'000});
    }

    void togetherTheyBearTheBusyTimeAndNoMore() {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            std::mt19937_64 random(seed);
            HourMeter meter;
            std::vector<std::optional<HourMeter::Share>> running(7);
            std::int64_t now = 0;
            std::int64_t busy = 0;
            std::int64_t borne = 0;
            std::int64_t ended = 0;
            int count = 0;
            for (int step = 0; step < 20'000; ++step) {
                const auto passed = static_cast<std::int64_t>(random() % 10'000'000);
                now += passed;
                busy += count > 0 ? passed : 0;
                auto& slot = running[random() % running.size()];
                if (slot) {
                    borne += slot->end(now);
                    slot.reset();
                    ++ended;
                    --count;
                } else {
                    slot = meter.begin("gpu/m", now);
                    ++count;
                }
            }
            for (auto& slot : running) {
                if (slot) {
                    borne += slot->end(now);
                    ++ended;
                }
            }
            QVERIFY(borne * 1000 <= busy);
            QVERIFY(busy - borne * 1000 <= ended * 2000); // a microsecond or two for each
        }
    }
};

QTEST_GUILESS_MAIN(TestHourMeter)
#include "tst_hour_meter.moc"
