// The notebook's mock models: forms of reply, tokens, and the statistics of their faults.

#include "gateway/providers/simulated.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace tollgate;

namespace {

Provider provider(std::uint64_t seed = 7) {
    Provider result;
    result.name = "openai";
    result.kind = ProviderKind::Simulated;
    result.simulated.seed = seed;
    return result;
}

ChatRequest ask(const std::string& text, const std::string& system = {}) {
    ChatRequest request;
    for (const auto& [role, words] : {std::pair{Role::System, system}, std::pair{Role::User, text}}) {
        if (words.empty())
            continue;
        Message& message = request.messages.emplace_back();
        message.role = role;
        message.parts.emplace_back().text = words;
    }
    return request;
}

std::string textOf(const SimulatedCall& call) {
    return std::accumulate(call.pieces.begin(), call.pieces.end(), std::string());
}

constexpr int kMany = 10'000;

std::vector<SimulatedCall> many(const Provider& provider) {
    SimulatedProviders simulated;
    std::vector<SimulatedCall> calls;
    for (int i = 0; i < kMany; ++i)
        calls.push_back(simulated.plan(provider, "m", ask("x")));
    return calls;
}

double share(const std::vector<SimulatedCall>& calls, SimulatedCall::Fate fate) {
    return static_cast<double>(std::ranges::count(calls, fate, &SimulatedCall::fate)) / kMany;
}

double meanDelay(const std::vector<SimulatedCall>& calls) {
    double sum = 0;
    for (const SimulatedCall& call : calls)
        sum += call.delayMs;
    return sum / kMany;
}

} // namespace

class SimulatedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void promptsAreTheNotebooks();
    void repliesFollowTheirForm_data();
    void repliesFollowTheirForm();
    void tokensAreAQuarterOfTheCharacters_data();
    void tokensAreAQuarterOfTheCharacters();
    void theNotebooksFirstAnswerComesOut();
    void theSameSeedGivesTheSameCalls();
    void providersDrawApart();
    void oneOptionDoesNotShiftTheOthers();
    void faultsComeAsOftenAsAsked();
    void delaysHaveTheirMeanAndTail();
    void noFaultsWhereNoneAreAsked();
    void furtherFaultsComeAsOftenAsAskedAndShiftNothing();
    void brokenAnswersEndHalfWay();
    void aLimitCutsTheReply_data();
    void aLimitCutsTheReply();
    void piecesNeverCutACharacter();
    void piecesComeAtTheAskedSpeed();
};

void SimulatedTest::furtherFaultsComeAsOftenAsAskedAndShiftNothing() {
    Provider faulty = provider();
    faulty.simulated.pTimeout = 0;
    faulty.options = {{"p_rate_limit", 0.3}, {"p_stall", 0.2}, {"p_truncate", 0.25}};
    const auto calls = many(faulty);
    QVERIFY(std::abs(share(calls, SimulatedCall::Fate::RateLimited) - 0.3) < 0.02);
    const auto ending = [&](SimulatedCall::Ending wanted) {
        return static_cast<double>(std::ranges::count(calls, wanted, &SimulatedCall::ending)) / kMany;
    };
    QVERIFY(std::abs(ending(SimulatedCall::Ending::Stall) - 0.2) < 0.02);
    QVERIFY(std::abs(ending(SimulatedCall::Ending::Cut) - 0.8 * 0.25) < 0.02);
    const auto healthy = many(provider());
    for (std::size_t i = 0; i < healthy.size(); ++i)
        QCOMPARE(calls[i].delayMs, healthy[i].delayMs);
}

void SimulatedTest::brokenAnswersEndHalfWay() {
    Provider faulty = provider();
    faulty.simulated.pTimeout = 0;
    faulty.simulated.reply = "one two three four";
    SimulatedProviders simulated;
    faulty.options = {{"p_truncate", 1}};
    QCOMPARE(textOf(simulated.plan(faulty, "m", ask("x"))), std::string("one two"));
    faulty.options = {{"p_stall", 1.0}};
    faulty.timeouts.idleMs = 1234;
    const SimulatedCall call = simulated.plan(faulty, "m", ask("x"));
    QVERIFY(call.ending == SimulatedCall::Ending::Stall);
    QCOMPARE(call.stallMs, 1234.0);
}

void SimulatedTest::promptsAreTheNotebooks() {
    QCOMPARE(simulatedPrompt(ask("Hi", "Be brief.")), std::string("Be brief.\nUser: Hi"));
    QCOMPARE(simulatedPrompt(ask("Hi")), std::string("Hi"));
}

void SimulatedTest::repliesFollowTheirForm_data() {
    QTest::addColumn<std::string>("form");
    QTest::addColumn<std::string>("reply");
    const auto row = [](const char* form, const char* reply) {
        QTest::newRow(form) << std::string(form) << std::string(reply);
    };
    row("[{provider}:{model}] Answer to: {prompt:3}", "[openai:mini] Answer to: zaż");
    row("(OSS fallback) Echo: {prompt:160}", "(OSS fallback) Echo: zażółć gęślą");
    row("{prompt}", "zażółć gęślą");
    row("{prompt:0}|", "|");
    row("{prompt:12}", "zażółć gęślą");
    row("{unknown} {", "{unknown} {");
    row("no form", "no form");
    row("", "");
    row("{model}{model}}", "minimini}");
}

void SimulatedTest::repliesFollowTheirForm() {
    QFETCH(std::string, form);
    QFETCH(std::string, reply);
    QCOMPARE(simulatedReply(form, "openai", "mini", "zażółć gęślą"), reply);
    // What a caller wrote is text, never a form.
    QCOMPARE(simulatedReply("{prompt}", "p", "m", "{model}"), std::string("{model}"));
}

void SimulatedTest::tokensAreAQuarterOfTheCharacters_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<qint64>("tokens");
    QTest::newRow("nothing") << std::string() << qint64(1);
    QTest::newRow("three") << std::string("abc") << qint64(1);
    QTest::newRow("seven") << std::string("abcdefg") << qint64(1);
    QTest::newRow("eight") << std::string("abcdefgh") << qint64(2);
    QTest::newRow("eight of many bytes") << std::string("żółćżółć") << qint64(2);
    QTest::newRow("four faces") << std::string("😀😀😀😀") << qint64(1);
}

void SimulatedTest::tokensAreAQuarterOfTheCharacters() {
    QFETCH(std::string, text);
    QFETCH(qint64, tokens);
    QCOMPARE(simulatedTokens(text), tokens);
}

void SimulatedTest::theNotebooksFirstAnswerComesOut() {
    SimulatedProviders simulated;
    const std::string prompt = "You are a concise assistant. Answer briefly.\nUser: "
                               "Give me 3 key benefits of a model-agnostic gateway.";
    const SimulatedCall call = simulated.plan(provider(), "gpt-4o-mini-canary",
                                              ask("Give me 3 key benefits of a model-agnostic gateway.",
                                                  "You are a concise assistant. Answer briefly."));
    QCOMPARE(textOf(call), "[openai:gpt-4o-mini-canary] Answer to: " + prompt);
    QCOMPARE(call.usage.inputUncached + call.usage.outputText, 60); // × 0.000003 is the printed 0.00018
    QVERIFY(call.finish == FinishReason::Stop && !call.usage.estimated);
}

void SimulatedTest::theSameSeedGivesTheSameCalls() {
    SimulatedProviders a;
    SimulatedProviders b;
    SimulatedProviders other;
    int different = 0;
    for (int i = 0; i < 200; ++i) {
        const SimulatedCall one = a.plan(provider(7), "m", ask("x"));
        const SimulatedCall two = b.plan(provider(7), "m", ask("another"));
        QCOMPARE(one.delayMs, two.delayMs);
        QVERIFY(one.fate == two.fate);
        different += other.plan(provider(8), "m", ask("x")).delayMs != one.delayMs;
    }
    QCOMPARE(different, 200);
    // A new seed begins its own sequence, in the middle of things too.
    SimulatedProviders fresh;
    QCOMPARE(a.plan(provider(9), "m", ask("x")).delayMs, fresh.plan(provider(9), "m", ask("x")).delayMs);
}

void SimulatedTest::providersDrawApart() {
    SimulatedProviders alone;
    SimulatedProviders both;
    Provider neighbour = provider();
    neighbour.name = "anthropic";
    for (int i = 0; i < 20; ++i) {
        both.plan(neighbour, "m", ask("x"));
        QCOMPARE(both.plan(provider(), "m", ask("x")).delayMs, alone.plan(provider(), "m", ask("x")).delayMs);
    }
}

void SimulatedTest::oneOptionDoesNotShiftTheOthers() {
    Provider faulty = provider();
    faulty.simulated.pTimeout = 0.5;
    faulty.simulated.pError = 0.5;
    SimulatedProviders a;
    SimulatedProviders b;
    for (int i = 0; i < 50; ++i)
        QCOMPARE(a.plan(provider(), "m", ask("x")).delayMs, b.plan(faulty, "m", ask("x")).delayMs);
}

void SimulatedTest::faultsComeAsOftenAsAsked() {
    Provider faulty = provider();
    faulty.simulated.pTimeout = 0.04;
    faulty.simulated.pError = 0.1;
    const auto calls = many(faulty);
    // Three standard deviations of 10,000 draws.
    QVERIFY(std::abs(share(calls, SimulatedCall::Fate::Timeout) - 0.04) < 0.0059);
    QVERIFY(std::abs(share(calls, SimulatedCall::Fate::Error) - 0.1 * 0.96) < 0.0089);
}

void SimulatedTest::delaysHaveTheirMeanAndTail() {
    Provider steady = provider();
    steady.simulated.meanLatencyMs = 100;
    steady.simulated.pLongTail = 0;
    QVERIFY(std::abs(meanDelay(many(steady)) - 100) < 3);
    Provider tailed = steady;
    tailed.simulated.pLongTail = 0.05; // 5 % take 3.5 times as long: 112.5 on average
    QVERIFY(std::abs(meanDelay(many(tailed)) - 112.5) < 5);
    Provider slow = steady;
    slow.simulated.pLongTail = 1;
    QVERIFY(std::abs(meanDelay(many(slow)) - 350) < 10.5);
    steady.simulated.meanLatencyMs = 0;
    QCOMPARE(meanDelay(many(steady)), 0.0);
}

void SimulatedTest::noFaultsWhereNoneAreAsked() {
    Provider calm = provider();
    calm.simulated.pTimeout = 0;
    calm.simulated.pError = 0;
    SimulatedProviders simulated;
    for (int i = 0; i < 2'000; ++i)
        QVERIFY(simulated.plan(calm, "m", ask("x")).fate == SimulatedCall::Fate::Answer);
    calm.simulated.pTimeout = 1;
    for (int i = 0; i < 2'000; ++i)
        QVERIFY(simulated.plan(calm, "m", ask("x")).fate == SimulatedCall::Fate::Timeout);
}

void SimulatedTest::aLimitCutsTheReply_data() {
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<std::string>("reply");
    QTest::addColumn<bool>("cut");
    QTest::newRow("one token") << qint64(1) << std::string("żółć") << true;
    QTest::newRow("two tokens") << qint64(2) << std::string("żółć gęś") << true;
    QTest::newRow("just enough") << qint64(3) << std::string("żółć gęślą jaź") << false;
    QTest::newRow("far too much") << qint64(1'000'000'000) << std::string("żółć gęślą jaź") << false;
}

void SimulatedTest::aLimitCutsTheReply() {
    QFETCH(qint64, limit);
    QFETCH(std::string, reply);
    QFETCH(bool, cut);
    Provider echo = provider();
    echo.simulated.reply = "{prompt}";
    ChatRequest request = ask("żółć gęślą jaź");
    request.maxTokens = limit;
    SimulatedProviders simulated;
    const SimulatedCall call = simulated.plan(echo, "m", request);
    QCOMPARE(textOf(call), reply);
    QVERIFY(call.finish == (cut ? FinishReason::Length : FinishReason::Stop));
    QVERIFY(call.usage.outputText <= limit);
    QCOMPARE(call.usage.inputUncached, 3);
}

void SimulatedTest::piecesNeverCutACharacter() {
    Provider echo = provider();
    echo.simulated.reply = "{prompt}";
    SimulatedProviders simulated;
    for (const char* text :
         {"a b c", " leading", "trailing ", "two  blanks", "zażółć gęślą jaźń", "", "one", "a\nb c"}) {
        const SimulatedCall call = simulated.plan(echo, "m", ask(text));
        QCOMPARE(textOf(call), std::string(text));
        for (const std::string& piece : call.pieces)
            QVERIFY(!piece.empty() && (static_cast<unsigned char>(piece[0]) & 0xC0U) != 0x80U);
    }
}

void SimulatedTest::piecesComeAtTheAskedSpeed() {
    Provider echo = provider();
    echo.simulated.reply = "{prompt}";
    echo.simulated.tokensPerSecond = 10;
    SimulatedProviders simulated;
    const SimulatedCall call =
        simulated.plan(echo, "m", ask(std::string(20, 'a') + " " + std::string(19, 'b'))); // 10 tokens
    QCOMPARE(call.msPerPiece * static_cast<double>(call.pieces.size()), 1000.0);
    echo.simulated.tokensPerSecond = 0;
    QCOMPARE(simulated.plan(echo, "m", ask("x")).msPerPiece, 0.0);
}

QTEST_GUILESS_MAIN(SimulatedTest)
#include "tst_simulated.moc"
