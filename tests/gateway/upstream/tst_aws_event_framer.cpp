// AWS event streams. The frames in hexadecimal were written by AWS's JavaScript codec.

#include "gateway/upstream/aws_event_framer.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QTest>

#include <random>
#include <string>
#include <vector>

using namespace tollgate;

namespace {

using Result = AwsEventFramer::Result;

std::string bytes(const char* hex) {
    return QByteArray::fromHex(hex).toStdString();
}

const std::string kDelta = bytes(
    "0000007100000057549fd2410b3a6576656e742d74797065070011636f6e74656e74426c6f636b44656c74610d3a636f6e74656e"
    "742d747970650700106170706c69636174696f6e2f6a736f6e0d3a6d6573736167652d747970650700056576656e747b2261223a"
    "22c5bc227db32be89e");
const std::string kException = bytes(
    "0000008300000061a9d144e50f3a657863657074696f6e2d747970650700137468726f74746c696e67457863657074696f6e0d3a"
    "636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e0d3a6d6573736167652d7479706507000965786365"
    "7074696f6e7b226d657373616765223a22736c6f77227d9350311c");
/// Headers of every type before the two that count.
const std::string kManyHeaders = bytes(
    "0000005b0000004bcbefb9ab017400016202010173030002016904000000030178060002010201640800000000000000000d3a6d"
    "6573736167652d747970650700056576656e740b3a6576656e742d7479706507000165ac59a515");

void appendNumber(std::string& text, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        text += static_cast<char>(static_cast<unsigned char>(value >> static_cast<unsigned>(shift) & 0xFFU));
}

/// A frame with those header bytes.
std::string frame(const std::string& headers, const std::string& payload) {
    std::string text;
    appendNumber(text, static_cast<std::uint32_t>(16 + headers.size() + payload.size()));
    appendNumber(text, static_cast<std::uint32_t>(headers.size()));
    appendNumber(text, crc32Of(text));
    text += headers + payload;
    appendNumber(text, crc32Of(text));
    return text;
}

std::string header(const std::string& name, const std::string& value) {
    std::string text;
    text += static_cast<char>(name.size());
    text += name;
    text += '\x07';
    text += static_cast<char>(value.size() >> 8U);
    text += static_cast<char>(value.size());
    return text + value;
}

std::string eventFrame(const std::string& name, const std::string& payload) {
    return frame(header(":message-type", "event") + header(":event-type", name), payload);
}

struct Seen {
    std::string name;
    std::string data;
    std::string raw;
    bool operator==(const Seen&) const = default;
};

std::vector<Seen> framed(const std::string& text, const std::vector<std::size_t>& cuts, Result& result) {
    AwsEventFramer framer;
    std::vector<Seen> events;
    const auto sink = [&events](const AwsEvent& event) {
        events.push_back({std::string(event.name), std::string(event.data), std::string(event.raw)});
        return true;
    };
    std::size_t start = 0;
    result = Result::Ok;
    for (const std::size_t cut : cuts) {
        result = framer.push(std::string_view(text).substr(start, cut - start), sink);
        if (result != Result::Ok)
            return events;
        start = cut;
    }
    result = framer.push(std::string_view(text).substr(start), sink);
    return events;
}

} // namespace

class AwsEventFramerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theChecksumIsTheUsualOne();
    void framesOfAwsAreRead();
    void errorsAreExceptionsToo();
    void everySingleCutGivesTheSameEvents();
    void anyChunkingGivesTheSameEvents();
    void anUnfinishedFrameIsKeptBack();
    void anyBrokenByteIsSeen();
    void impossibleFramesAreSeen_data();
    void impossibleFramesAreSeen();
    void stopsWhenTheSinkHasEnough();
    void aFrameOverTheLimitIsAnError();
    void aLongFrameInSmallPiecesIsNotReadAgainAndAgain();
};

void AwsEventFramerTest::theChecksumIsTheUsualOne() {
    QCOMPARE(crc32Of("123456789"), 0xCBF43926U); // the check value of every catalogue of CRCs
    QCOMPARE(crc32Of(""), 0U);
}

void AwsEventFramerTest::framesOfAwsAreRead() {
    Result result = Result::Corrupt;
    const std::vector<Seen> events = framed(kDelta + kException + kManyHeaders, {}, result);
    QCOMPARE(result, Result::Ok);
    QCOMPARE(events.size(), std::size_t(3));
    QCOMPARE(events[0].name, std::string("contentBlockDelta"));
    QCOMPARE(events[0].data, std::string("{\"a\":\"\xC5\xBC\"}"));
    QCOMPARE(events[0].raw, kDelta);
    QCOMPARE(events[1].name, std::string("exception:throttlingException"));
    QCOMPARE(events[1].data, std::string("{\"message\":\"slow\"}"));
    QCOMPARE(events[2].name, std::string("e"));
    QCOMPARE(events[2].data, std::string());
}

void AwsEventFramerTest::errorsAreExceptionsToo() {
    Result result = Result::Ok;
    const std::string text = frame(header(":message-type", "error") + header(":error-code", "InternalError") +
                                       header(":error-message", "It broke."),
                                   "");
    const std::vector<Seen> events = framed(text, {}, result);
    QCOMPARE(events.size(), std::size_t(1));
    QCOMPARE(events[0].name, std::string("exception:InternalError"));
    QCOMPARE(events[0].data, std::string("It broke."));
}

void AwsEventFramerTest::everySingleCutGivesTheSameEvents() {
    Result result = Result::Ok;
    const std::string text = kDelta + eventFrame("empty", "") + kException;
    const std::vector<Seen> whole = framed(text, {}, result);
    QCOMPARE(whole.size(), std::size_t(3));
    for (std::size_t cut = 1; cut < text.size(); ++cut) {
        QVERIFY2(framed(text, {cut}, result) == whole, std::to_string(cut).c_str());
        QCOMPARE(result, Result::Ok);
    }
}

void AwsEventFramerTest::anyChunkingGivesTheSameEvents() {
    Result result = Result::Ok;
    const std::string text =
        kDelta + eventFrame("x", std::string(300, '\0')) + kManyHeaders + kException + kDelta;
    const std::vector<Seen> whole = framed(text, {}, result);
    std::mt19937 random(20261122);
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::size_t> cuts;
        std::size_t at = 0;
        while ((at += 1 + random() % (1 + static_cast<unsigned>(round) % 90)) < text.size())
            cuts.push_back(at);
        QVERIFY(framed(text, cuts, result) == whole);
    }
}

void AwsEventFramerTest::anUnfinishedFrameIsKeptBack() {
    AwsEventFramer framer;
    int events = 0;
    const auto sink = [&events](const AwsEvent&) { return ++events > 0; };
    QCOMPARE(framer.push(kDelta + kDelta.substr(0, 50), sink), Result::Ok);
    QCOMPARE(events, 1);
    QVERIFY(framer.hasPartial());
    QCOMPARE(framer.push(kDelta.substr(50), sink), Result::Ok);
    QCOMPARE(events, 2);
    QVERIFY(!framer.hasPartial());
}

void AwsEventFramerTest::anyBrokenByteIsSeen() {
    for (std::size_t i = 0; i < kDelta.size(); ++i) {
        std::string broken = kDelta;
        broken[i] = static_cast<char>(broken[i] ^ 0x10);
        Result result = Result::Ok;
        const std::vector<Seen> events = framed(broken, {}, result);
        QVERIFY2(result == Result::Corrupt && events.empty(), std::to_string(i).c_str());
    }
}

void AwsEventFramerTest::impossibleFramesAreSeen_data() {
    QTest::addColumn<std::string>("text");
    const auto prelude = [](std::uint32_t size, std::uint32_t headers) {
        std::string text;
        appendNumber(text, size);
        appendNumber(text, headers);
        appendNumber(text, crc32Of(text));
        return text + std::string(32, '\0');
    };
    QTest::newRow("too short") << prelude(15, 0);
    QTest::newRow("more headers than frame") << prelude(20, 5);
    QTest::newRow("html") << std::string("<html><body>503</body></html>");
    QTest::newRow("header cut off") << frame(std::string("\x05:ab"), "");
    QTest::newRow("header of no type") << frame(std::string("\x01") + "a\x0A", "");
    QTest::newRow("header longer than said")
        << frame(std::string("\x01") + "a\x07" + std::string("\0\x09", 2) + "x", "");
}

void AwsEventFramerTest::impossibleFramesAreSeen() {
    QFETCH(std::string, text);
    Result result = Result::Ok;
    QVERIFY(framed(text, {}, result).empty());
    QCOMPARE(result, Result::Corrupt);
}

void AwsEventFramerTest::stopsWhenTheSinkHasEnough() {
    AwsEventFramer framer;
    int events = 0;
    const auto sink = [&events](const AwsEvent&) {
        ++events;
        return false;
    };
    QCOMPARE(framer.push(kDelta + kDelta, sink), Result::Stopped);
    QCOMPARE(events, 1);
}

void AwsEventFramerTest::aFrameOverTheLimitIsAnError() {
    const auto sink = [](const AwsEvent&) { return true; };
    const std::string small = eventFrame("x", std::string(30, 'x'));
    AwsEventFramer framer(small.size());
    for (int i = 0; i < 100; ++i)
        QCOMPARE(framer.push(small, sink), Result::Ok);
    // Seen before any of the payload is taken in.
    QCOMPARE(framer.push(eventFrame("x", std::string(31, 'x')).substr(0, 12), sink), Result::TooLarge);
}

void AwsEventFramerTest::aLongFrameInSmallPiecesIsNotReadAgainAndAgain() {
    const std::string text = eventFrame("x", std::string(6 * 1024 * 1024, 'x'));
    AwsEventFramer framer;
    std::size_t size = 0;
    const auto sink = [&size](const AwsEvent& event) {
        size = event.data.size();
        return true;
    };
    QElapsedTimer timer;
    timer.start();
    for (std::size_t at = 0; at < text.size(); at += 1024)
        framer.push(std::string_view(text).substr(at, 1024), sink);
    QCOMPARE(size, std::size_t(6 * 1024 * 1024));
    QVERIFY2(timer.elapsed() < 5000, "quadratic"); // each byte looked at once takes milliseconds
}

QTEST_GUILESS_MAIN(AwsEventFramerTest)
#include "tst_aws_event_framer.moc"
