// From a model name to targets in order, each with its reason.

#include "tests/gateway/routing/router_fixture.h"

#include <QTest>

using namespace tollgate;

class RouterTest : public QObject, private RouterFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }

    void referencesAreCutAtTheFirstMark_data();
    void referencesAreCutAtTheFirstMark();
    void unknownModelsAreNotFound_data();
    void unknownModelsAreNotFound();
    void providersAreNamedDirectly();
    void aliasesComeBeforeReferences();
    void theChainIsTargetsThenFallbacks();
    void nothingIsTriedTwice();
    void unhealthyTargetsAreSkipped();
    void disabledAndUnknownProvidersAreSkipped();
    void noHealthyTargetSaysWhenToComeBack();
    void fallbacksMayStandBehindADirectName();
    void decisionsTellTheStory();
};

void RouterTest::referencesAreCutAtTheFirstMark_data() {
    QTest::addColumn<std::string>("reference");
    QTest::addColumn<std::string>("provider");
    QTest::addColumn<std::string>("model");
    const auto row = [](const char* reference, const char* provider, const char* model) {
        QTest::newRow(reference) << std::string(reference) << std::string(provider) << std::string(model);
    };
    row("openai/gpt-4o", "openai", "gpt-4o");
    row("openai:gpt-4o", "openai", "gpt-4o");
    row("openrouter/meta/llama:free", "openrouter", "meta/llama:free");
    row("bedrock:anthropic.claude:0/x", "bedrock", "anthropic.claude:0/x");
    row("gpt-4o", "", "");
    row("/gpt-4o", "", "");
    row("openai/", "", "");
    row(":", "", "");
    row("", "", "");
}

void RouterTest::referencesAreCutAtTheFirstMark() {
    QFETCH(std::string, reference);
    QFETCH(std::string, provider);
    QFETCH(std::string, model);
    const Target target = splitReference(reference);
    QCOMPARE(target.provider, provider);
    QCOMPARE(target.model, model);
}

void RouterTest::unknownModelsAreNotFound_data() {
    QTest::addColumn<std::string>("name");
    for (const char* name :
         {"gpt-4o", "nobody/gpt-4o", "unknown:model", "a/", "/one", "", "CHAT", "chat ", "off"})
        QTest::newRow(name) << std::string(name);
}

void RouterTest::unknownModelsAreNotFound() {
    QFETCH(std::string, name);
    alias("off", Strategy::Simple, {{"a", "one"}}).enabled = false;
    const auto made = plan(name);
    QVERIFY(!made.has_value());
    QVERIFY(made.error().code == ErrorCode::ModelNotFound);
    QCOMPARE(made.error().param, std::string("model"));
    QVERIFY(made.error().message.find("\"" + name + "\"") != std::string::npos);
}

void RouterTest::providersAreNamedDirectly() {
    QCOMPARE(chain("a/one"), Names{"a/one"});
    QCOMPARE(chain("a:one"), Names{"a/one"});
    const auto outside = plan("a/never:heard/of");
    QCOMPARE(namesOf(outside->candidates), Names{"a/never:heard/of"});
    QVERIFY(outside->alias == nullptr && outside->candidates[0].model == nullptr);
    QVERIFY(outside->candidates[0].provider == &m_snapshot.providers["a"]);
    model("a", "one");
    QVERIFY(plan("a/one")->candidates[0].model == &m_snapshot.models["a/one"]);
}

void RouterTest::aliasesComeBeforeReferences() {
    alias("a/one", Strategy::Simple, {{"b", "two"}});
    QCOMPARE(chain("a/one"), Names{"b/two"});
    QCOMPARE(chain("a:one"), Names{"a/one"});
}

void RouterTest::theChainIsTargetsThenFallbacks() {
    const auto made = plan("chat");
    QCOMPARE(namesOf(made->candidates), (Names{"a/one", "b/two", "c/mock"}));
    QCOMPARE(made->alias->alias, std::string("chat"));
    QVERIFY(!made->candidates[0].fallback && !made->candidates[1].fallback && made->candidates[2].fallback);
    QCOMPARE(made->candidates[0].reason, std::string("chosen"));
    QVERIFY(made->flag.empty() && made->arm.empty() && made->skipped.empty());
}

void RouterTest::nothingIsTriedTwice() {
    alias("chat", Strategy::Simple, {{"a", "one"}, {"b", "two"}}).fallbacks = {{"a", "one"}, {"c", "mock"}};
    QCOMPARE(chain("chat"), (Names{"a/one", "b/two", "c/mock"}));
}

void RouterTest::unhealthyTargetsAreSkipped() {
    open("a/one");
    m_health->rest("b/two", m_clock->unixMs() + 5'000);
    const auto made = plan("chat");
    QCOMPARE(namesOf(made->candidates), Names{"c/mock"});
    QCOMPARE(namesOf(made->skipped), (Names{"a/one", "b/two"}));
    QCOMPARE(made->skipped[0].reason, std::string("circuit open"));
    QCOMPARE(made->skipped[1].reason, std::string("resting"));
    QVERIFY(made->candidates[0].fallback);
    m_clock->advanceMs(30'000); // half-open: it may be tried again
    QCOMPARE(chain("chat").front(), std::string("a/one"));
    const HealthPermit probe = m_health->tryAcquire("a/one");
    QVERIFY(bool(probe));
    QCOMPARE(plan("chat")->skipped[0].reason, std::string("circuit half_open"));
}

void RouterTest::disabledAndUnknownProvidersAreSkipped() {
    m_snapshot.providers["a"].enabled = false;
    alias("chat", Strategy::Simple, {{"a", "one"}, {"gone", "x"}, {"b", "two"}});
    const auto made = plan("chat");
    QCOMPARE(namesOf(made->candidates), (Names{"b/two", "c/mock"}));
    QCOMPARE(made->skipped[0].code, std::string("candidate.disabled"));
    QCOMPARE(made->skipped[1].code, std::string("candidate.unknown_provider"));
    QCOMPARE(chain("a/one"), Names{"error no_healthy_target"});
}

void RouterTest::noHealthyTargetSaysWhenToComeBack() {
    for (const char* target : {"a/one", "b/two", "c/mock"})
        open(target);
    m_clock->advanceMs(10'000);
    m_health->rest("b/two", m_clock->unixMs() + 60'000);
    const auto made = plan("chat");
    QVERIFY(!made.has_value());
    QVERIFY(made.error().code == ErrorCode::NoHealthyTarget);
    QCOMPARE(made.error().retryAfterMs, 20'000); // the first that may be tried again
    for (const char* target : {"a/one", "b/two", "c/mock"})
        QVERIFY(made.error().message.find(target) != std::string::npos);
    m_snapshot.providers["a"].enabled = false;
    QCOMPARE(plan("a/one").error().retryAfterMs, 1'000); // nobody knows
}

void RouterTest::fallbacksMayStandBehindADirectName() {
    m_request.fallbacksOf = "chat";
    const auto made = plan("b:other");
    QCOMPARE(namesOf(made->candidates), (Names{"b/other", "c/mock"}));
    QVERIFY(made->candidates[1].fallback);
    m_request.fallbacksOf = "no such alias";
    QCOMPARE(chain("b:other"), Names{"b/other"});
}

void RouterTest::decisionsTellTheStory() {
    canary("chat-canary", 15);
    open("b/two");
    Names codes;
    Names texts;
    const auto made = plan("chat", "carol");
    for (const DecisionStep& step : made->decision) {
        codes.push_back(step.code);
        texts.push_back(step.text);
    }
    QCOMPARE(codes, (Names{"alias.strategy", "flag.canary", "candidate.chosen", "candidate.circuit",
                           "candidate.next"}));
    QCOMPARE(texts, (Names{"alias chat → strategy simple", "flag chat-canary: canary bucket 43 ≥ 15 → stable",
                           "a/one — chosen", "b/two — skipped: circuit open", "c/mock — fallback"}));
}

QTEST_GUILESS_MAIN(RouterTest)
#include "tst_router.moc"
