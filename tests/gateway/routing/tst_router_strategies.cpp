// Which target an alias puts first.

#include "tests/gateway/routing/router_fixture.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <map>
#include <thread>
#include <tuple>

using namespace tollgate;

class RouterStrategiesTest : public QObject, private RouterFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }

    void weightsRunSmoothly();
    void weightsConverge();
    void theRestStandsBehindByWeight();
    void aTargetThatIsOutLeavesItsShareToAll();
    void explainingUsesUpNoTurn();
    void aliasesTakeTurnsApart();
    void manyThreadsShareTheTurns();
    void incapableTargetsAreSkipped();
    void aLoneTargetIsTriedWhateverItsWindow();
    void cheaperComesFirst();
    void outputCountsAsFarAsItIsExpected();
    void theIncapableIsNotTheCheapest();
    void theFasterOfTwoComesFirst();
    void whoIsUnknownIsTriedByOneAtATime();
    void aFastTargetIsNotStampeded();
    void ofManyTheBetterOfTwoDrawnComesFirst();
    void anOldMeasureFades();
    void streamsGoByTheFirstByte();
    void weightsDriftToTheHealthier();
    void aDriftedTargetKeepsAFloor();

private:
    /// The providers that `count` requests go to first.
    std::string firsts(std::string_view alias, int count) {
        std::string served;
        for (int i = 0; i < count; ++i)
            served += chain(alias).front().front();
        return served;
    }
};

void RouterStrategiesTest::weightsRunSmoothly() {
    alias("w", Strategy::Weighted, {{"a", "one", 5}, {"b", "two", 1}, {"c", "mock", 1}});
    QCOMPARE(firsts("w", 14), std::string("aabacaaaabacaa")); // as nginx documents 5:1:1
    alias("x", Strategy::Weighted, {{"a", "one", 3}, {"b", "two", 1}});
    QCOMPARE(firsts("x", 8), std::string("aabaaaba"));
}

void RouterStrategiesTest::weightsConverge() {
    alias("w", Strategy::Weighted, {{"a", "one", 7}, {"b", "two", 2}, {"c", "mock", 1}});
    const std::string served = firsts("w", 1'000);
    QCOMPARE(std::ranges::count(served, 'a'), 700);
    QCOMPARE(std::ranges::count(served, 'b'), 200);
    QCOMPARE(std::ranges::count(served, 'c'), 100);
}

void RouterStrategiesTest::theRestStandsBehindByWeight() {
    alias("w", Strategy::Weighted, {{"a", "one", 1}, {"b", "two", 2}, {"c", "mock", 9}}).fallbacks = {
        {"a", "last"}};
    QCOMPARE(chain("w"), (Names{"c/mock", "b/two", "a/one", "a/last"}));
}

void RouterStrategiesTest::aTargetThatIsOutLeavesItsShareToAll() {
    // Its turns must not all fall to the next in line.
    alias("w", Strategy::Weighted, {{"a", "one", 8}, {"b", "two", 1}, {"c", "mock", 1}});
    const auto evenly = [this] {
        const std::string served = firsts("w", 100);
        return std::ranges::count(served, 'b') == 50 && std::ranges::count(served, 'c') == 50;
    };
    open("a/one");
    QVERIFY2(evenly(), "circuit");
    m_health->reset("a/one");
    flag("off", FlagType::KillSwitch).target = "a/one";
    QVERIFY2(evenly(), "kill switch");
    m_snapshot.flags.clear();
    m_snapshot.providers["a"].enabled = false;
    QVERIFY2(evenly(), "disabled");
    m_snapshot.providers["a"].enabled = true;
    model("a", "one").contextWindow = 10;
    m_request.promptTokens = 11;
    QVERIFY2(evenly(), "incapable");
    m_request.promptTokens = 1;
    QCOMPARE(std::ranges::count(firsts("w", 100), 'a'), 80); // and back again
}

void RouterStrategiesTest::explainingUsesUpNoTurn() {
    alias("w", Strategy::Weighted, {{"a", "one", 2}, {"b", "two", 1}});
    std::string served;
    for (int i = 0; i < 6; ++i) {
        m_request.dryRun = true;
        const std::string told = firsts("w", 1);
        QCOMPARE(firsts("w", 1), told);
        m_request.dryRun = false;
        served += firsts("w", 1);
        QCOMPARE(served.substr(served.size() - 1), told);
    }
    QCOMPARE(served, std::string("abaaba"));
}

void RouterStrategiesTest::aliasesTakeTurnsApart() {
    for (const char* name : {"w", "x"})
        alias(name, Strategy::Weighted, {{"a", "one", 2}, {"b", "two", 1}});
    std::string w;
    std::string x;
    for (int i = 0; i < 6; ++i) {
        w += firsts("w", 1);
        x += firsts("x", 1);
    }
    QCOMPARE(w, std::string("abaaba"));
    QCOMPARE(x, w);
}

void RouterStrategiesTest::manyThreadsShareTheTurns() {
    alias("w", Strategy::Weighted, {{"a", "one", 3}, {"b", "two", 1}});
    alias("l", Strategy::LeastLatency, {{"a", "one"}, {"b", "two"}, {"c", "mock"}});
    std::atomic<int> toA{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&, i] {
            for (int n = 0; n < 500; ++n) {
                toA += firsts("w", 1) == "a" ? 1 : 0;
                m_health->succeeded(n % 2 == 0 ? "a/one" : "b/two",
                                    n * i); // the order changes under the sort
                if (chain("l").size() != 3)
                    toA = -1'000'000;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(toA.load(), 3'000);
}

void RouterStrategiesTest::incapableTargetsAreSkipped() {
    model("a", "one").contextWindow = 1'000;
    model("b", "two").capabilities = {"chat", "vision"};
    m_request.promptTokens = 900;
    m_request.maxOutputTokens = 101;
    m_request.needsTools = true;
    const auto made = plan("chat");
    QCOMPARE(namesOf(made->candidates), Names{"c/mock"}); // nothing is known of it
    QCOMPARE(namesOf(made->skipped), (Names{"a/one", "b/two"}));
    QCOMPARE(made->skipped[0].code, std::string("candidate.incapable"));
    m_request.maxOutputTokens = 100;
    QCOMPARE(chain("chat"), (Names{"a/one", "c/mock"}));
    m_request.needsTools = false;
    m_request.needsVision = true;
    QCOMPARE(chain("chat"), (Names{"a/one", "b/two", "c/mock"}));
    m_snapshot.models["b/two"].capabilities = {"chat"};
    QCOMPARE(chain("chat"), (Names{"a/one", "c/mock"}));
}

void RouterStrategiesTest::aLoneTargetIsTriedWhateverItsWindow() {
    model("a", "one").contextWindow = 10;
    m_request.promptTokens = 900;
    QCOMPARE(chain("a/one"), Names{"a/one"}); // the upstream counts better than an estimate
    alias("alone", Strategy::Simple, {{"a", "one"}});
    QCOMPARE(chain("alone"), Names{"a/one"});
}

void RouterStrategiesTest::cheaperComesFirst() {
    alias("cheap", Strategy::LeastCost, {{"a", "one"}, {"b", "two"}, {"c", "mock"}});
    model("b", "two").input = TokenPrice::fromUsdPerMtok(1);
    m_snapshot.models["b/two"].output = TokenPrice::fromUsdPerMtok(10);
    model("c", "mock").input = TokenPrice::fromUsdPerMtok(3);
    m_snapshot.models["c/mock"].output = TokenPrice::fromUsdPerMtok(4);
    m_request.promptTokens = 1'000;
    m_request.maxOutputTokens = 1'000;
    QCOMPARE(chain("cheap"), (Names{"c/mock", "b/two", "a/one"})); // an unknown price comes last
    m_request.promptTokens = 10'000;
    QCOMPARE(chain("cheap"), (Names{"b/two", "c/mock", "a/one"}));
}

void RouterStrategiesTest::outputCountsAsFarAsItIsExpected() {
    alias("cheap", Strategy::LeastCost, {{"a", "one"}, {"b", "two"}}).route.expectedOutputTokens = 100;
    model("a", "one").input = TokenPrice::fromUsdPerMtok(1);
    m_snapshot.models["a/one"].output = TokenPrice::fromUsdPerMtok(100);
    model("b", "two").input = TokenPrice::fromUsdPerMtok(4);
    m_snapshot.models["b/two"].output = TokenPrice::fromUsdPerMtok(4);
    m_request.promptTokens = 10'000;
    m_request.maxOutputTokens = 8'000;                      // a ceiling, not what is expected
    QCOMPARE(chain("cheap").front(), std::string("a/one")); // 0.02 against 0.0404
    m_snapshot.aliases["cheap"].route.expectedOutputTokens = 8'000;
    QCOMPARE(chain("cheap").front(), std::string("b/two")); // 0.81 against 0.072
    m_request.maxOutputTokens = 50;                         // less than expected
    QCOMPARE(chain("cheap").front(), std::string("a/one"));
    m_request.choices = 20;
    QCOMPARE(chain("cheap").front(), std::string("b/two"));
}

void RouterStrategiesTest::theIncapableIsNotTheCheapest() {
    alias("cheap", Strategy::LeastCost, {{"a", "one"}, {"b", "two"}});
    for (const auto& [provider, name, usd] : {std::tuple("a", "one", 1.0), std::tuple("b", "two", 9.0)}) {
        Model& made = model(provider, name);
        made.input = made.output = TokenPrice::fromUsdPerMtok(usd);
        made.capabilities = {"chat"};
    }
    m_snapshot.models["b/two"].capabilities = {"chat", "tools"};
    QCOMPARE(chain("cheap").front(), std::string("a/one"));
    m_request.needsTools = true;
    QCOMPARE(chain("cheap"), Names{"b/two"});
}

void RouterStrategiesTest::theFasterOfTwoComesFirst() {
    alias("fast", Strategy::LeastLatency, {{"a", "one"}, {"b", "two"}});
    m_health->succeeded("a/one", 300);
    m_health->succeeded("b/two", 100);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(chain("fast"), (Names{"b/two", "a/one"}));
}

void RouterStrategiesTest::whoIsUnknownIsTriedByOneAtATime() {
    alias("fast", Strategy::LeastLatency, {{"a", "one"}, {"b", "two"}});
    m_health->succeeded("b/two", 100);
    QCOMPARE(chain("fast").front(), std::string("a/one"));
    const HealthPermit running = m_health->tryAcquire("a/one");
    QCOMPARE(chain("fast").front(), std::string("b/two"));
}

void RouterStrategiesTest::aFastTargetIsNotStampeded() {
    // Everybody looks before anybody has answered: who is running counts as much as how fast it is.
    alias("fast", Strategy::LeastLatency, {{"a", "one"}, {"b", "two"}});
    m_health->succeeded("a/one", 100);
    m_health->succeeded("b/two", 300);
    std::vector<HealthPermit> running;
    std::map<std::string, int> sent;
    for (int i = 0; i < 40; ++i) {
        const std::string first = chain("fast").front();
        ++sent[first];
        running.push_back(m_health->tryAcquire(first));
    }
    QCOMPARE(sent["a/one"], 30); // three times as fast, three times as many
    QCOMPARE(sent["b/two"], 10);
}

void RouterStrategiesTest::ofManyTheBetterOfTwoDrawnComesFirst() {
    alias("fast", Strategy::LeastLatency, {{"a", "one"}, {"b", "two"}, {"c", "mock"}, {"a", "four"}});
    int ms = 100;
    for (const char* name : {"a/one", "b/two", "c/mock", "a/four"})
        m_health->succeeded(name, ms += 100);
    std::map<std::string, int> firsts;
    for (int i = 0; i < 6'000; ++i)
        ++firsts[chain("fast").front()];
    // Of the six pairs of four, three hold the best, two the second without the best, one the third.
    QVERIFY2(std::abs(firsts["a/one"] - 3'000) < 150, std::to_string(firsts["a/one"]).c_str());
    QVERIFY2(std::abs(firsts["b/two"] - 2'000) < 150, std::to_string(firsts["b/two"]).c_str());
    QVERIFY2(std::abs(firsts["c/mock"] - 1'000) < 150, std::to_string(firsts["c/mock"]).c_str());
    QCOMPARE(firsts["a/four"], 0);
    m_request.dryRun = true;
    const Names told = chain("fast");
    QCOMPARE(chain("fast"), told); // looking does not throw the dice
    m_request.dryRun = false;
    QCOMPARE(chain("fast"), told);
}

void RouterStrategiesTest::anOldMeasureFades() {
    alias("fast", Strategy::LeastLatency, {{"a", "one"}, {"b", "two"}});
    m_health->succeeded("a/one", 1'000);
    m_health->succeeded("b/two", 100);
    QCOMPARE(chain("fast").front(), std::string("b/two"));
    for (int i = 0; i < 12; ++i) { // two minutes: a's second has faded to a sixteenth
        m_clock->advanceMs(10'000);
        m_health->succeeded("b/two", 100);
    }
    QCOMPARE(chain("fast").front(), std::string("a/one"));
    m_health->succeeded("a/one", 1'000); // still slow
    QCOMPARE(chain("fast").front(), std::string("b/two"));
}

void RouterStrategiesTest::streamsGoByTheFirstByte() {
    alias("fast", Strategy::LeastLatency, {{"a", "one"}, {"b", "two"}});
    m_health->succeeded("a/one", 500, 20);
    m_health->succeeded("b/two", 300, 200);
    QCOMPARE(chain("fast").front(), std::string("b/two"));
    m_request.streaming = true;
    QCOMPARE(chain("fast").front(), std::string("a/one"));
}

void RouterStrategiesTest::weightsDriftToTheHealthier() {
    alias("w", Strategy::Weighted, {{"a", "one", 1}, {"b", "two", 1}});
    QCOMPARE(std::ranges::count(firsts("w", 100), 'a'), 50);
    for (int i = 0; i < 45; ++i)
        m_health->succeeded("a/one", 10);
    for (int i = 0; i < 50; ++i)
        m_health->noted("a/one", "429");
    // (45 + 5) of (95 + 5) went well: half its weight, so a third of the turns.
    QCOMPARE(std::ranges::count(firsts("w", 300), 'a'), 100);
    bool told = false;
    const auto made = plan("w");
    for (const DecisionStep& step : made->decision)
        told = told || step.text.find("weight 1 counts as 0.5 by its health") != std::string::npos;
    QVERIFY(told);
    m_snapshot.aliases["w"].route.drift = false;
    QCOMPARE(std::ranges::count(firsts("w", 100), 'a'), 50);
    m_snapshot.aliases["w"].route.drift = true;
    m_clock->advanceMs(5 * 60'000); // and it is forgotten
    QCOMPARE(std::ranges::count(firsts("w", 100), 'a'), 50);
}

void RouterStrategiesTest::aDriftedTargetKeepsAFloor() {
    alias("w", Strategy::Weighted, {{"a", "one", 1}, {"b", "two", 1}});
    for (int i = 0; i < 5'000; ++i)
        m_health->noted("a/one", "401");
    QCOMPARE(std::ranges::count(firsts("w", 110), 'a'), 10); // a tenth of its weight
    for (int i = 0; i < 5'000; ++i)
        m_health->succeeded("a/one", 10);
    QVERIFY(std::ranges::count(firsts("w", 100), 'a') >= 33); // half of what was seen is good again
}

QTEST_GUILESS_MAIN(RouterStrategiesTest)
#include "tst_router_strategies.moc"
