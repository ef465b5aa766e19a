// A piece of a stream that is read without a parse means what a parse would have found.

#include "gateway/providers/anthropic_reply.h"
#include "gateway/providers/openai_reply.h"
#include "gateway/providers/repeated_delta.h"

#include "reply_lines.h"

#include <QTest>

#include <array>
#include <random>

using namespace tollgate;
using namespace tollgate::test;

namespace {

using Events = std::vector<ChatEvent>;
using Stream = std::vector<std::string>;

Events textEvent(const std::string& words) {
    return {event::TextDelta{words}};
}

std::string saying(const std::string& words) {
    return "{\"t\":\"" + words + "\"}";
}

/// The bytes between the quotes of a string; the last ones are no JSON.
constexpr std::array kWords{
    "a",         " word", "content", "text_delta",   "0",       "caf\xC3\xA9", "\\n",
    "\\\"q\\\"", "",      "x",       "\xE2\x82\xAC", "\\u0061", "\xFF",        "\x01"};

class Dice {
public:
    explicit Dice(unsigned seed)
        : m_engine(seed) {}
    std::size_t below(std::size_t limit) { return m_engine() % limit; }
    std::string words() {
        // Bytes that are no JSON end a stream, so they come rarely.
        return kWords[below(below(60) == 0 ? kWords.size() : kWords.size() - 2)];
    }

private:
    std::mt19937 m_engine;
};

std::string chatDelta(Dice& dice) {
    const std::string padding = dice.below(2) == 0 ? "" : ",\"obfuscation\":\"" + dice.words() + "\"";
    const std::string choice = dice.below(5) == 0 ? "1" : "0";
    const std::string id = dice.below(6) == 0 ? dice.words() : "c";
    std::string delta;
    switch (dice.below(8)) {
    case 0:
        delta = "\"reasoning\":\"" + dice.words() + "\"";
        break;
    case 1:
        delta = "\"tool_calls\":[{\"index\":0,\"id\":\"i\",\"function\":{\"name\":\"f\",\"arguments\":\"" +
                dice.words() + "\"}}]";
        break;
    case 2:
        delta = "\"content\":\"" + dice.words() + "\",\"refusal\":\"" + dice.words() + "\"";
        break;
    default:
        delta = "\"content\":\"" + dice.words() + "\"";
    }
    const std::string finish = dice.below(20) == 0 ? "\"stop\"" : "null";
    return "\"id\":\"" + id + "\",\"choices\":[{\"index\":" + choice + ",\"delta\":{" + delta +
           "},\"finish_reason\":" + finish + "}]" + padding + "}";
}

std::string claudeDelta(Dice& dice) {
    const std::string index = std::to_string(dice.below(2));
    const auto delta = [&](const std::string& type, const std::string& member) {
        return "\"type\":\"content_block_delta\",\"index\":" + index + ",\"delta\":{\"type\":\"" + type +
               "\",\"" + member + "\":\"" + dice.words() + "\"}}";
    };
    switch (dice.below(12)) {
    case 0: {
        constexpr std::array kBlocks{
            R"({"type":"text","text":"begin"})", R"({"type":"thinking","thinking":""})",
            R"({"type":"tool_use","id":"i","name":"f","input":{}})", R"({"type":"novel","text":"n"})"};
        return "\"type\":\"content_block_start\",\"index\":" + index +
               ",\"content_block\":" + kBlocks[dice.below(kBlocks.size())] + "}";
    }
    case 1:
        return "\"type\":\"content_block_stop\",\"index\":" + index + "}";
    case 2:
        return delta("thinking_delta", "thinking");
    case 3:
        return delta("input_json_delta", "partial_json");
    case 4:
        return "\"type\":\"content_block_delta\",\"index\":" + index +
               R"(,"delta":{"type":"citations_delta","citation":{"url":"http://a"}}})";
    default:
        return delta("text_delta", "text");
    }
}

/// The same stream for both: `parsed` begins each event otherwise than the one before.
void compare(ReplyDecoder& repeated, ReplyDecoder& parsed, const Stream& stream) {
    Events quick;
    Events slow;
    int number = 0;
    for (const std::string& piece : stream) {
        repeated.event({}, "{" + piece, quick);
        parsed.event({}, "{\"n\":" + std::to_string(number++) + "," + piece, slow);
        QCOMPARE(joined(linesOf(quick)), joined(linesOf(slow)));
        QCOMPARE(repeated.malformed(), parsed.malformed());
        QCOMPARE(repeated.finished(), parsed.finished());
        QCOMPARE(repeated.wasUsageOnly(), parsed.wasUsageOnly());
        if (parsed.malformed())
            return;
    }
}

} // namespace

class TestRepeatedDelta : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatDiffersInItsWordsOnly() {
        RepeatedDelta repeated;
        Events events;
        QVERIFY(!repeated.read(saying("one"), events));
        repeated.learn(saying("one"), textEvent("one"));
        QVERIFY(repeated.read(saying("caf\xC3\xA9"), events));
        QVERIFY(repeated.read(saying("three"), events));
        QCOMPARE(joined(linesOf(events)), std::string("text caf\xC3\xA9\ntext three\n"));
        const Stream others{saying(""),   saying("a\\n"), saying("a") + ",",     saying("a\",\"t\":\"b"),
                            saying("\t"), saying("\xFF"), saying("a").substr(1), saying("a").substr(0, 7)};
        for (const std::string& other : others)
            QVERIFY2(!repeated.read(other, events), other.c_str());
        repeated.forget();
        QVERIFY(!repeated.read(saying("four"), events));
    }

    void leavesOutWhatOpenAiPadsWith() {
        const auto padded = [](const std::string& words, const std::string& padding) {
            return "{\"t\":\"" + words + "\",\"obfuscation\":\"" + padding + "\"}";
        };
        RepeatedDelta repeated;
        Events events;
        repeated.learn(padded("one", "xyz"), textEvent("one"));
        QVERIFY(repeated.read(padded("two", ""), events));
        QVERIFY(repeated.read(padded("three", "abcdef"), events));
        QCOMPARE(joined(linesOf(events)), std::string("text two\ntext three\n"));
        for (const std::string& other :
             Stream{padded("four", "a\\\"b"), padded("four", "a") + " ", saying("four")})
            QVERIFY2(!repeated.read(other, events), other.c_str());
    }

    void learnsNothingWhereItsWordsCouldStandElsewhere() {
        Events events;
        const std::string model = R"(,"model":"a"})";
        for (const std::string& doubtful : Stream{R"({"t":"a")" + model, R"({"t":"\u0061")" + model}) {
            RepeatedDelta repeated;
            repeated.learn(doubtful, textEvent("a"));
            QVERIFY2(!repeated.read(doubtful, events), doubtful.c_str());
        }
        RepeatedDelta repeated;
        repeated.learn(saying("a"), Events{event::TextDelta{"a"}, event::Finish{}});
        QVERIFY(!repeated.read(saying("a"), events));
    }

    void givesUpOnStreamsThatNumberTheirEvents() {
        RepeatedDelta repeated;
        Events events;
        for (int i = 0; i < 20; ++i)
            repeated.learn("{\"n\":" + std::to_string(i) + ",\"t\":\"a\"}", textEvent("a"));
        repeated.learn(saying("a"), textEvent("a"));
        QVERIFY(!repeated.read(saying("b"), events));
    }

    void meansWhatAParseFinds_data() {
        QTest::addColumn<bool>("claude");
        QTest::newRow("OpenAI") << false;
        QTest::newRow("Anthropic") << true;
    }
    void meansWhatAParseFinds() {
        QFETCH(bool, claude);
        for (unsigned seed = 1; seed <= 150; ++seed) {
            Dice dice(seed);
            Stream stream;
            while (stream.size() < 60)
                stream.push_back(claude ? claudeDelta(dice) : chatDelta(dice));
            const auto make = claude ? &makeAnthropicReplyDecoder : &makeOpenAiReplyDecoder;
            compare(*make({}), *make({}), stream);
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_GUILESS_MAIN(TestRepeatedDelta)
#include "tst_repeated_delta.moc"
