#include "gateway/wire/event_times.h"

#include <QTest>

#include <string>

using namespace tollgate;

class TestEventTimes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEventHasTheTimeItBegan();
    void bytesMayEndAnywhere();
    void commentsAndReturnsCount();
};

void TestEventTimes::anEventHasTheTimeItBegan() {
    EventTimes events;
    std::vector<std::int64_t> times;
    events.add("event: a\ndata: 1\n\ndata: 2\n\n", 10, times);
    events.add("data: 3", 20, times);
    events.add("4\n\n", 30, times);
    events.add("data: 5\n\n", 40, times);
    QCOMPARE(times, (std::vector<std::int64_t>{10, 10, 20, 40}));
}

void TestEventTimes::bytesMayEndAnywhere() {
    const std::string stream =
        "\n\ndata: one\r\nid: 7\r\n\r\n: kept alive\n\n\n\ndata: two\n\ndata: [DONE]\n\n";
    std::vector<std::int64_t> whole;
    EventTimes().add(stream, 1, whole);
    QCOMPARE(whole.size(), std::size_t{4});
    for (std::size_t at = 0; at <= stream.size(); ++at) {
        EventTimes events;
        std::vector<std::int64_t> times;
        events.add(std::string_view(stream).substr(0, at), 1, times);
        events.add(std::string_view(stream).substr(at), 1, times);
        QCOMPARE(times, whole);
    }
}

void TestEventTimes::commentsAndReturnsCount() {
    EventTimes events;
    std::vector<std::int64_t> times;
    events.add(": waiting\r\n\r\ndata: {}\r\n\r\n", 5, times);
    QCOMPARE(times.size(), std::size_t{2});
}

QTEST_APPLESS_MAIN(TestEventTimes)
#include "tst_event_times.moc"
