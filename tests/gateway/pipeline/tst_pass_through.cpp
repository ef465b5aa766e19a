// A caller's own bytes on their way up: what inspect() locates, the splice changes, and nothing else moves.

#include "gateway/dialects/dialect.h"

#include <QTest>

#include <boost/json.hpp>

#include <random>

using namespace tollgate;

namespace {

struct Change {
    std::string model = "gpt-4o-mini";
    std::string system = {};
    bool askForUsage = false;
};

tl::expected<RequestEnvelope, Error> inspect(const std::string& body) {
    HttpRequest request;
    request.body = body;
    return openAiChatDialect().inspect(request);
}

std::string spliced(const std::string& body, const Change& change = {}) {
    const auto envelope = inspect(body);
    if (!envelope)
        return "refused: " + envelope.error().message;
    HttpRequest request;
    request.body = body;
    return openAiChatDialect().rewritten(request, *envelope,
                                         {change.model, change.system, change.askForUsage});
}

/// One body and what must become of it, grown side by side.
struct Pair {
    std::string body;
    std::string expected;

    void both(const std::string& text) {
        body += text;
        expected += text;
    }
};

class BodyMaker {
public:
    explicit BodyMaker(unsigned seed)
        : m_random(seed) {}

    Pair make(const Change& change) {
        const bool hasModel = chance(4) != 0;
        const bool hasOptions = chance(2) == 0;
        std::vector<int> order{0, 1, 2, 3, 4, 5};
        std::shuffle(order.begin(), order.end(), m_random);
        Pair pair;
        pair.both(space() + "{");
        if (!hasModel)
            pair.expected += R"("model":"gpt-4o-mini",)";
        if (!hasOptions && change.askForUsage)
            pair.expected += R"("stream_options":{"include_usage":true},)";
        bool first = true;
        for (const int member : order) {
            if ((member == 0 && !hasModel) || (member == 1 && !hasOptions))
                continue;
            pair.both(first ? space() : space() + "," + space());
            first = false;
            addMember(pair, member, change);
        }
        pair.both(space() + "}" + space());
        return pair;
    }

private:
    void addMember(Pair& pair, int member, const Change& change) {
        switch (member) {
        case 0: {
            pair.both(pick({"\"model\"", "\"mod\\u0065l\"", "\"\\u006dodel\""}) + colon());
            pair.body += pick({"\"m\"", "null", R"("a \"quoted\\ } ] , : model")", "\"żółć \\u017c\""});
            pair.expected += "\"gpt-4o-mini\"";
            break;
        }
        case 1: {
            pair.both("\"stream_options\"" + colon());
            const std::size_t which = chance(4);
            const std::string in =
                std::vector<std::string>{"null", "{ }", R"({ "x" : [1, {"model" : "n"}] })",
                                         R"({"include_usage": false , "y":"}"})"}[which];
            const std::string out =
                std::vector<std::string>{R"({"include_usage":true})", R"({"include_usage":true})",
                                         R"({"x":[1,{"model":"n"}],"include_usage":true})",
                                         R"({"include_usage":true,"y":"}"})"}[which];
            pair.body += in;
            pair.expected += change.askForUsage ? out : in;
            break;
        }
        case 2: {
            pair.both("\"messages\"" + colon() + "[");
            if (!change.system.empty())
                pair.expected += R"({"role":"system","content":)" +
                                 boost::json::serialize(boost::json::string(change.system)) + "},";
            pair.both(space() + "{" + space() + R"("role":"user",)" + space() + R"("model":"nested",)" +
                      R"("messages":[],"content":"say \"model\": {[\u0022 żółć 😀"})" + space() + "]");
            break;
        }
        case 3:
            pair.both("\"stream\"" + colon() + "true");
            break;
        case 4:
            pair.both(R"("tools":[{"model":"a","function":{"model":"b","stream_options":{}}}])");
            break;
        default:
            pair.both(pick({R"("Model":"M")", R"("temperature":7e-1)", R"("seed":123456789012345678)",
                            R"("metadata":{"model":"z","\u0000":"\ud83d\ude00"})", R"("":"")",
                            R"("logit_bias":{"50256":-100,"50256":1.0e+2})"}));
        }
    }

    std::size_t chance(std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(m_random);
    }
    std::string pick(std::vector<std::string> choices) { return choices[chance(choices.size())]; }
    std::string space() {
        std::string text;
        for (std::size_t i = chance(4); i-- > 0;)
            text += " \t\r\n"[chance(4)];
        return text;
    }
    std::string colon() { return space() + ":" + space(); }

    std::mt19937 m_random;
};

} // namespace

class PassThroughTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheModelChanges_data();
    void onlyTheModelChanges();
    void usageIsAskedFor_data();
    void usageIsAskedFor();
    void theSystemTextGoesInFront();
    void everyOtherByteStays_data();
    void everyOtherByteStays();
};

void PassThroughTest::onlyTheModelChanges_data() {
    QTest::addColumn<std::string>("body");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, std::string body, std::string expected) {
        QTest::newRow(name) << std::move(body) << std::move(expected);
    };
    const std::string messages = R"("messages":[{"role":"user","content":"\u0068i","model":"x"}])";
    const std::string mini = "\"gpt-4o-mini\"";
    row("first", R"({"model":"a",)" + messages + "}", "{\"model\":" + mini + "," + messages + "}");
    row("last", "{" + messages + R"(,"model":"a"})", "{" + messages + ",\"model\":" + mini + "}");
    row("spaced", "{ \"model\" : \"a\" \n, " + messages + "}",
        "{ \"model\" : " + mini + " \n, " + messages + "}");
    row("last and spaced", "{" + messages + ",\"model\" :\t\"a\"\r\n }",
        "{" + messages + ",\"model\" :\t" + mini + "\r\n }");
    row("absent", "{" + messages + "}", "{\"model\":" + mini + "," + messages + "}");
    row("absent and spaced", " \n{ " + messages + "}\n", " \n{\"model\":" + mini + ", " + messages + "}\n");
    row("null", "{" + messages + R"(,"model":null})", "{" + messages + ",\"model\":" + mini + "}");
    row("empty", R"({"model":"",)" + messages + "}", "{\"model\":" + mini + "," + messages + "}");
    row("escaped key", R"({"m\u006fdel":"a",)" + messages + "}",
        R"({"m\u006fdel":)" + mini + "," + messages + "}");
    row("another case", R"({"Model":"a",)" + messages + "}",
        "{\"model\":" + mini + R"(,"Model":"a",)" + messages + "}");
    row("the word as a value", R"({"x":"model","model":"a",)" + messages + "}",
        R"({"x":"model","model":)" + mini + "," + messages + "}");
    row("a number as it was", "{" + messages + R"(,"model":"a","temperature":0.70,"top_p":1E0})",
        "{" + messages + ",\"model\":" + mini + R"(,"temperature":0.70,"top_p":1E0})");
}

void PassThroughTest::onlyTheModelChanges() {
    QFETCH(std::string, body);
    QFETCH(std::string, expected);
    QCOMPARE(spliced(body), expected);
}

void PassThroughTest::usageIsAskedFor_data() {
    QTest::addColumn<std::string>("given");
    QTest::addColumn<std::string>("sent");
    const std::string rest =
        R"("model":"gpt-4o-mini","stream":true,"messages":[{"role":"user","content":"hi"}]})";
    const auto row = [&](const char* name, const std::string& given, const std::string& sent) {
        QTest::newRow(name) << "{" + given + rest << "{" + sent + rest;
    };
    const std::string asked = R"("stream_options":{"include_usage":true},)";
    row("absent", "", asked);
    row("null", R"("stream_options":null,)", asked);
    row("empty", R"("stream_options":{},)", asked);
    row("false", R"("stream_options":{"include_usage":false},)", asked);
    row("null inside", R"("stream_options":{"include_usage":null},)", asked);
    row("with others", R"("stream_options" : {"a":{"b":[]},"c":1} ,)",
        R"("stream_options" : {"a":{"b":[]},"c":1,"include_usage":true} ,)");
}

void PassThroughTest::usageIsAskedFor() {
    QFETCH(std::string, given);
    QFETCH(std::string, sent);
    QCOMPARE(spliced(given, {.askForUsage = true}), sent);
    QCOMPARE(spliced(given), given); // not asked: nothing changes
}

void PassThroughTest::theSystemTextGoesInFront() {
    const std::string text = "Say \"hi\"\n\\ żółć 😀\x01";
    const std::string body = R"({"messages": [ {"role":"system","content":"own"}],"model":"m"})";
    const std::string sent = spliced(body, {.system = text});
    const boost::json::value parsed = boost::json::parse(sent);
    QCOMPARE(std::string(parsed.at("messages").at(0).at("role").as_string()), std::string("system"));
    QCOMPARE(std::string(parsed.at("messages").at(0).at("content").as_string()), text);
    QCOMPARE(std::string(parsed.at("messages").at(1).at("content").as_string()), std::string("own"));
    QCOMPARE(parsed.at("messages").as_array().size(), 2U);
    QVERIFY(sent.ends_with(R"(, {"role":"system","content":"own"}],"model":"gpt-4o-mini"})"));
}

void PassThroughTest::everyOtherByteStays_data() {
    QTest::addColumn<std::string>("system");
    QTest::addColumn<bool>("askForUsage");
    QTest::newRow("model") << std::string() << false;
    QTest::newRow("model and usage") << std::string() << true;
    QTest::newRow("model and system text") << std::string("Be \"brief\".") << false;
    QTest::newRow("all") << std::string("Be brief.\n") << true;
}

void PassThroughTest::everyOtherByteStays() {
    QFETCH(std::string, system);
    QFETCH(bool, askForUsage);
    const Change change{"gpt-4o-mini", system, askForUsage};
    for (unsigned seed = 0; seed < 2'000; ++seed) {
        const Pair pair = BodyMaker(seed).make(change);
        const std::string sent = spliced(pair.body, change);
        if (sent != pair.expected)
            QFAIL((pair.body + "\n became \n" + sent + "\n not \n" + pair.expected).c_str());
    }
}

QTEST_GUILESS_MAIN(PassThroughTest)
#include "tst_pass_through.moc"
