#include "gateway/upstream/sse_framer.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>
#include <string>
#include <vector>

using namespace tollgate;

namespace {

struct Seen {
    std::string name;
    std::string data;
    std::string raw;
    bool hasData;
    bool operator==(const Seen&) const = default;
};

std::vector<Seen> framed(const std::string& text, const std::vector<std::size_t>& cuts) {
    SseFramer framer;
    std::vector<Seen> events;
    const auto sink = [&events](const SseEvent& event) {
        events.push_back(
            {std::string(event.name), std::string(event.data), std::string(event.raw), event.hasData});
        return true;
    };
    std::size_t start = 0;
    for (const std::size_t cut : cuts) {
        framer.push(std::string_view(text).substr(start, cut - start), sink);
        start = cut;
    }
    framer.push(std::string_view(text).substr(start), sink);
    return events;
}

const std::string kMixed = "\xEF\xBB\xBF"
                           "data: one\n\n"
                           ": comment only\n\n"
                           "event: delta\r\ndata: {\"a\":1}\r\n\r\n"
                           "data:no space\ndata:  two spaces\ndata\n\n"
                           "event: empty\n\n"
                           "id: 7\nretry: 10\ndata: caf\xC3\xA9 \xE2\x82\xAC\n\n"
                           "data: cr\rdata: only\r\r"
                           "data: [DONE]\n\n";

} // namespace

class TestSseFramer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryFormOfTheSpecification() {
        const std::vector<Seen> events = framed(kMixed, {});
        QCOMPARE(events.size(), std::size_t(8));
        QCOMPARE(events[0].data, std::string("one"));
        QVERIFY(!events[1].hasData);
        QCOMPARE(events[1].raw, std::string(": comment only\n\n"));
        QCOMPARE(events[2].name, std::string("delta"));
        QCOMPARE(events[2].data, std::string("{\"a\":1}"));
        QCOMPARE(events[3].data, std::string("no space\n two spaces\n"));
        QVERIFY(!events[4].hasData);
        QCOMPARE(events[4].name, std::string("empty"));
        QCOMPARE(events[5].data, std::string("caf\xC3\xA9 \xE2\x82\xAC"));
        QCOMPARE(events[6].data, std::string("cr\nonly"));
        QCOMPARE(events[7].data, std::string("[DONE]"));
    }

    void rawPartsJoinToWhatCame() {
        std::string joined;
        for (const Seen& event : framed(kMixed, {}))
            joined += event.raw;
        QCOMPARE(joined, kMixed.substr(3)); // all but the byte order mark
    }

    void everySingleCutGivesTheSameEvents() {
        const std::vector<Seen> whole = framed(kMixed, {});
        for (std::size_t cut = 1; cut < kMixed.size(); ++cut)
            QVERIFY2(framed(kMixed, {cut}) == whole, std::to_string(cut).c_str());
    }

    void anyChunkingGivesTheSameEvents() {
        const std::vector<Seen> whole = framed(kMixed, {});
        std::mt19937 random(20261122);
        for (int round = 0; round < 2000; ++round) {
            std::vector<std::size_t> cuts;
            std::size_t at = 0;
            while ((at += 1 + random() % (1 + static_cast<unsigned>(round) % 40)) < kMixed.size())
                cuts.push_back(at);
            QVERIFY(framed(kMixed, cuts) == whole);
        }
    }

    void anUnfinishedEventIsKeptBack() {
        SseFramer framer;
        int events = 0;
        const auto sink = [&events](const SseEvent&) { return ++events > 0; };
        QCOMPARE(framer.push("data: a\n\ndata: b\n", sink), SseFramer::Result::Ok);
        QCOMPARE(events, 1);
        QVERIFY(framer.hasPartial());
        framer.push("\n", sink);
        QCOMPARE(events, 2);
        QVERIFY(!framer.hasPartial());
    }

    void stopsWhenTheSinkHasEnough() {
        SseFramer framer;
        int events = 0;
        QCOMPARE(framer.push("data: a\n\ndata: b\n\n",
                             [&events](const SseEvent&) {
                                 ++events;
                                 return false;
                             }),
                 SseFramer::Result::Stopped);
        QCOMPARE(events, 1);
    }

    void anEventOverTheLimitIsAnError() {
        const auto sink = [](const SseEvent&) { return true; };
        SseFramer whole(64);
        QCOMPARE(whole.push("data: " + std::string(100, 'x') + "\n\n", sink), SseFramer::Result::TooLarge);
        SseFramer pieces(64);
        QCOMPARE(pieces.push("data: " + std::string(50, 'x'), sink), SseFramer::Result::Ok);
        QCOMPARE(pieces.push(std::string(50, 'x'), sink), SseFramer::Result::TooLarge);
        SseFramer fine(64);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(fine.push("data: " + std::string(40, 'x') + "\n\n", sink), SseFramer::Result::Ok);
    }

    void aLongEventInSmallPiecesIsNotSearchedAgainAndAgain() {
        const std::string piece(1024, 'x');
        SseFramer framer;
        std::size_t size = 0;
        const auto sink = [&size](const SseEvent& event) {
            size = event.data.size();
            return true;
        };
        QElapsedTimer timer;
        timer.start();
        framer.push("data: ", sink);
        for (int i = 0; i < 6 * 1024; ++i)
            framer.push(piece, sink);
        framer.push("\n\n", sink);
        QCOMPARE(size, std::size_t(6 * 1024 * 1024));
        QVERIFY2(timer.elapsed() < 2000,
                 "quadratic"); // each byte looked at once takes milliseconds, again and again minutes
    }
};

QTEST_GUILESS_MAIN(TestSseFramer)
#include "tst_sse_framer.moc"
