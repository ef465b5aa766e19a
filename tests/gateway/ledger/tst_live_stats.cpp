#include <QtTest>

#include "ledger_fixture.h"

#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/live_stats.h"

#include <thread>

using namespace tollgate;
using namespace tollgate::test;

namespace {

RequestRecord served(std::int64_t atMs, const char* provider, std::int64_t latencyUs) {
    RequestRecord record;
    record.id = "x";
    record.atMs = atMs;
    record.status = 200;
    record.provider = provider;
    record.cost = Money{1000};
    record.latencyUs = latencyUs;
    record.attempts.push_back({provider, "m", 0, 0, 10, latencyUs, 200, "ok", ""});
    return record;
}

} // namespace

class TestLiveStats : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void slotsAreKeyedByArrival() {
        ManualClock clock(kNow);
        LiveStats live(clock);
        const std::int64_t slot = kNow / LiveStats::kSlotMs * LiveStats::kSlotMs;
        live.record(served(slot, "openai", 1000));
        live.record(served(slot - 1, "openai", 1000));          // the slot before
        live.record(served(slot - kMsPerHour, "openai", 1000)); // took an hour to answer
        live.record(served(kNow + 3 * kMsPerHour, "x", 1000));  // a clock gone wrong
        live.record(served(kNow - 3 * kMsPerHour, "x", 1000));  // older than the memory
        const auto buckets = live.buckets(slot - 2 * kMsPerHour, LiveStats::kSlotMs, 241);
        QCOMPARE(buckets[240].totals.requests, 1);
        QCOMPARE(buckets[239].totals.requests, 1);
        QCOMPARE(buckets[120].totals.requests, 1);
        std::int64_t all = 0;
        for (const SpanStats& bucket : buckets)
            all += bucket.totals.requests;
        QCOMPARE(all, 3);
    }

    void oldSlotsAreForgottenAsTimePasses() {
        ManualClock clock(kNow);
        LiveStats live(clock);
        for (int minute = 0; minute < 600; ++minute) {
            live.record(served(clock.unixMs(), "openai", 1000));
            clock.advanceMs(60'000);
        }
        const std::int64_t end = clock.unixMs() / LiveStats::kSlotMs * LiveStats::kSlotMs;
        QCOMPARE(live.buckets(end - kMsPerHour, kMsPerHour, 1)[0].totals.requests, 60);
        QCOMPARE(live.buckets(end - 8 * kMsPerHour, kMsPerHour, 1)[0].totals.requests, 0);
    }

    void manyProjectsShareOneCell() {
        ManualClock clock(kNow);
        LiveStats live(clock);
        for (int i = 0; i < 5000; ++i) {
            RequestRecord record = served(kNow, "openai", 1000);
            record.project = "project-" + std::to_string(i);
            live.record(record);
        }
        const std::int64_t slot = kNow / LiveStats::kSlotMs * LiveStats::kSlotMs;
        QCOMPARE(live.buckets(slot, LiveStats::kSlotMs, 1)[0].totals.requests, 5000); // none is lost
    }

    void activeRequestsEndHoweverTheyEnd() {
        ManualClock clock(kNow);
        LiveStats live(clock);
        {
            LiveStats::Active first = live.enter();
            LiveStats::Active second = live.enter();
            QCOMPARE(live.activeCount(), 2);
            LiveStats::Active moved = std::move(first);
            QCOMPARE(live.activeCount(), 2);
            second = std::move(moved);
            QCOMPARE(live.activeCount(), 1);
            second = LiveStats::Active();
            QCOMPARE(live.activeCount(), 0);
            LiveStats::Active third = live.enter();
        }
        QCOMPARE(live.activeCount(), 0);
    }

    void uptimeCountsAttemptsNotRequests() {
        ManualClock clock(kNow);
        LiveStats live(clock);
        RequestRecord saved = served(kNow, "openai", 80'000);
        saved.attempts.insert(saved.attempts.begin(),
                              {"vllm-gpu1", "mistral-7b", 0, 0, -1, 30'000, 0, "connect_failed", "refused"});
        live.record(saved);
        RequestRecord bad = served(kNow, "openai", 1000);
        bad.outcome = RequestOutcome::Error;
        bad.status = 400;
        bad.attempts[0].status = 400;
        bad.attempts[0].outcome = "http_400";
        live.record(bad); // the caller's fault, not the provider's
        const auto providers = live.providers();
        QCOMPARE(providers.size(), std::size_t(2));
        QCOMPARE(providers[0].name, std::string("openai"));
        QCOMPARE(providers[0].attempts, 2);
        QCOMPARE(providers[0].failures, 0);
        QVERIFY(providers[0].p95Us.has_value());
        QCOMPARE(*providers[0].uptime.back(), 1.0);
        QVERIFY(!providers[0].uptime.front().has_value());
        QCOMPARE(providers[1].failures, 1);
        QCOMPARE(*providers[1].uptime.back(), 0.0);
        QVERIFY(!providers[1].p95Us.has_value());
    }

    void tickShowsTheRateOfTheLastSeconds() {
        ManualClock clock(kNow);
        LiveStats live(clock);
        for (int second = 0; second < 10; ++second) {
            for (int i = 0; i < 4; ++i)
                live.record(served(clock.unixMs(), "openai", 50'000));
            clock.advanceMs(1000);
        }
        const LiveStats::Active one = live.enter();
        boost::json::object tick = live.tick();
        QCOMPARE(tick.at("requests_per_second").as_double(), 4.0);
        QCOMPARE(tick.at("active").as_int64(), 1);
        QCOMPARE(tick.at("at").as_int64(), clock.unixMs());
        QVERIFY(std::abs(tick.at("p95_ms").as_double() - 50) < 1);
        clock.advanceMs(120'000);
        tick = live.tick();
        QCOMPARE(tick.at("requests_per_second").as_double(), 0.0);
        QVERIFY(tick.at("p95_ms").is_null()); // no data is not zero
    }

    void threadsMayRecordAndReadAtOnce() {
        ManualClock clock(kNow);
        LiveStats live(clock);
        std::vector<std::thread> writers;
        for (std::uint64_t writer = 0; writer < 3; ++writer) {
            writers.emplace_back([&, writer] {
                RecordSource source(writer);
                for (int i = 0; i < 500; ++i)
                    live.record(source.next(kNow));
            });
        }
        for (int i = 0; i < 50; ++i) {
            live.tick();
            live.providers();
        }
        for (std::thread& writer : writers)
            writer.join();
        const std::int64_t slot = kNow / LiveStats::kSlotMs * LiveStats::kSlotMs;
        QCOMPARE(live.buckets(slot, LiveStats::kSlotMs, 1)[0].totals.requests, 1500);
    }
};

QTEST_GUILESS_MAIN(TestLiveStats)
#include "tst_live_stats.moc"
