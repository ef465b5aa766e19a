#include "gateway/admin/event_feed.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace tollgate;

class EventFeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readerGetsWhatComesAfterItSubscribed();
    void idsOnlyGrow();
    void resumesAfterTheLastIdSeen();
    void idOfAnEarlierRunGetsAllThereIs();
    void idFromTheFutureGetsWhatComes();
    void wakesOncePerTake();
    void fullTakeIsNotArmed();
    void deafReaderSkipsWhatTheRingDropped();
    void endedSubscriptionIsNotWoken();
    void readersMayEndWhileOthersPublish();
    void isHeardWhileSomebodyReadsOrMayComeBack();
};

void EventFeedTest::readerGetsWhatComesAfterItSubscribed() {
    EventFeed feed(1000);
    feed.publish("tick", {{"n", 0}});
    auto reader = feed.subscribe([] {});
    feed.publish("tick", {{"n", 1}});
    feed.publish("config", {{"version", 2}});
    const auto events = reader.take();
    QCOMPARE(events.size(), std::size_t{2});
    QCOMPARE(events[0].type, std::string("tick"));
    QCOMPARE(*events[0].data, std::string("{\"n\":1}"));
    QCOMPARE(events[1].type, std::string("config"));
    QVERIFY(reader.take().empty());
}

void EventFeedTest::idsOnlyGrow() {
    EventFeed feed(5);
    auto reader = feed.subscribe([] {});
    for (int i = 0; i < 3; ++i)
        feed.publish("tick", i);
    const auto events = reader.take();
    QCOMPARE(events[0].id, std::uint64_t{6});
    QCOMPARE(events[2].id, std::uint64_t{8});
    QCOMPARE(feed.lastId(), std::uint64_t{8});
}

void EventFeedTest::resumesAfterTheLastIdSeen() {
    EventFeed feed(0);
    for (int i = 1; i <= 5; ++i)
        feed.publish("tick", i);
    int woken = 0;
    auto reader = feed.subscribe([&] { ++woken; }, 3);
    QCOMPARE(woken, 1); // there is something to take already
    const auto events = reader.take();
    QCOMPARE(events.size(), std::size_t{2});
    QCOMPARE(events[0].id, std::uint64_t{4});
}

void EventFeedTest::idOfAnEarlierRunGetsAllThereIs() {
    EventFeed feed(9'000'000);
    feed.publish("tick", 1);
    auto reader = feed.subscribe([] {}, 12);
    QCOMPARE(reader.take().size(), std::size_t{1});
}

void EventFeedTest::idFromTheFutureGetsWhatComes() {
    EventFeed feed(10);
    auto reader = feed.subscribe([] {}, 99'999);
    feed.publish("tick", 1);
    QCOMPARE(reader.take().size(), std::size_t{1});
}

void EventFeedTest::isHeardWhileSomebodyReadsOrMayComeBack() {
    EventFeed feed(100, 3);
    QVERIFY(!feed.heard());
    {
        auto reader = feed.subscribe([] {});
        QVERIFY(feed.heard());
        feed.publish("tick", 1);
        QCOMPARE(reader.take().size(), std::size_t{1});
    }
    for (int i = 2; i <= 4; ++i) { // the ring holds these three for whoever comes back
        QVERIFY(feed.heard());
        feed.publish("tick", i);
    }
    QVERIFY(!feed.heard());
    auto again = feed.subscribe([] {}, 101);
    QCOMPARE(again.take().size(), std::size_t{3});
    QVERIFY(feed.heard());
}

void EventFeedTest::wakesOncePerTake() {
    EventFeed feed(0);
    int woken = 0;
    auto reader = feed.subscribe([&] { ++woken; });
    feed.publish("tick", 1);
    feed.publish("tick", 2);
    QCOMPARE(woken, 1);
    QCOMPARE(reader.take().size(), std::size_t{2});
    feed.publish("tick", 3);
    QCOMPARE(woken, 2);
}

void EventFeedTest::fullTakeIsNotArmed() {
    EventFeed feed(0);
    int woken = 0;
    auto reader = feed.subscribe([&] { ++woken; });
    for (int i = 0; i < 5; ++i)
        feed.publish("tick", i);
    QCOMPARE(reader.take(3).size(), std::size_t{3}); // the reader knows that there is more
    feed.publish("tick", 5);
    QCOMPARE(woken, 1);
    QCOMPARE(reader.take(10).size(), std::size_t{3});
    feed.publish("tick", 6);
    QCOMPARE(woken, 2);
}

void EventFeedTest::deafReaderSkipsWhatTheRingDropped() {
    EventFeed feed(0, 4);
    auto reader = feed.subscribe([] {});
    for (int i = 1; i <= 10; ++i)
        feed.publish("tick", i);
    const auto events = reader.take();
    QCOMPARE(events.size(), std::size_t{4});
    QCOMPARE(events.front().id, std::uint64_t{7});
}

void EventFeedTest::endedSubscriptionIsNotWoken() {
    EventFeed feed(0);
    int woken = 0;
    {
        auto first = feed.subscribe([&] { ++woken; });
        auto moved = std::move(first);
        QVERIFY(moved.take().empty());
    }
    feed.publish("tick", 1);
    QCOMPARE(woken, 0);
}

void EventFeedTest::readersMayEndWhileOthersPublish() {
    EventFeed feed(0, 64);
    std::atomic<bool> stop = false;
    std::atomic<int> wakes = 0;
    std::thread publisher([&] {
        while (!stop)
            feed.publish("tick", 1);
    });
    for (int i = 0; i < 200; ++i) {
        auto reader = feed.subscribe([&] { ++wakes; });
        std::this_thread::yield();
        std::uint64_t last = 0;
        for (const FeedEvent& event : reader.take()) {
            QVERIFY(event.id > last);
            last = event.id;
        }
    }
    stop = true;
    publisher.join();
    QVERIFY(feed.lastId() > 0);
}

QTEST_GUILESS_MAIN(EventFeedTest)
#include "tst_event_feed.moc"
