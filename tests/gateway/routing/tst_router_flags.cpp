// What kill switches, canaries and prompt flags do to a route.

#include "gateway/routing/canary.h"
#include "gateway/routing/flag_lookup.h"
#include "gateway/routing/prompt_choice.h"
#include "tests/gateway/routing/router_fixture.h"

#include <QTest>

using namespace tollgate;

class RouterFlagsTest : public QObject, private RouterFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }

    void killSwitchesTakeTargetsOut();
    void theCanaryArmGoesFirstAndStableStandsBehind();
    void theStableArmGoesFirst();
    void theReasonSaysTheWholePercentage();
    void ofTwoCanariesTheFirstByNameDecides();
    void directReferencesKnowNoCanary();
    void aCanaryThatIsNowhereServesStable();
    void targetsBelongToArms();
    void disabledMirrorsAreNotFound();
    void theHeaderChoosesThePrompt();
    void anUnknownPromptVersionMeansTheDefault();
    void aPromptFlagChoosesByBucket();
    void aPromptFlagThatNamesNothingIsNotNamed();

private:
    void givePrompts() {
        Prompt& prompt = m_snapshot.prompts["assistant"];
        prompt.name = "assistant";
        prompt.defaultVersion = "v1";
        prompt.versions.resize(2);
        prompt.versions[0].version = "v1";
        prompt.versions[1].version = "v2";
    }
};

void RouterFlagsTest::killSwitchesTakeTargetsOut() {
    Flag& off = flag("off", FlagType::KillSwitch);
    off.target = "a:one"; // either mark
    QCOMPARE(chain("chat"), (Names{"b/two", "c/mock"}));
    QCOMPARE(chain("a/one"), Names{"error no_healthy_target"});
    QCOMPARE(chain("a/other"), Names{"a/other"});
    QCOMPARE(plan("chat")->skipped[0].reason, std::string("kill switch off"));
    off.target = {};
    off.provider = "a";
    QCOMPARE(chain("a/other"), Names{"error no_healthy_target"});
    off.enabled = false;
    QCOMPARE(chain("chat").front(), std::string("a/one"));
}

void RouterFlagsTest::theCanaryArmGoesFirstAndStableStandsBehind() {
    canary("chat-canary", 15);
    const auto made = plan("chat", "alice");
    QCOMPARE(namesOf(made->candidates), (Names{"a/new", "a/one", "b/two", "c/mock"}));
    QCOMPARE(made->flag, std::string("chat-canary"));
    QCOMPARE(made->arm, std::string("canary"));
    open("a/new");
    QCOMPARE(chain("chat", "alice"), (Names{"a/one", "b/two", "c/mock"}));
}

void RouterFlagsTest::theStableArmGoesFirst() {
    canary("chat-canary", 15).stable = "b/two";
    const auto made = plan("chat", "carol");
    QCOMPARE(namesOf(made->candidates), (Names{"b/two", "a/one", "c/mock"}));
    QCOMPARE(made->arm, std::string("stable"));
    m_snapshot.flags["chat-canary"].enabled = false;
    QCOMPARE(chain("chat", "alice"), (Names{"a/one", "b/two", "c/mock"}));
    QVERIFY(plan("chat", "alice")->flag.empty());
}

void RouterFlagsTest::theReasonSaysTheWholePercentage() {
    canary("chat-canary", 1.5);
    QCOMPARE(plan("chat", "alice")->decision[1].text,
             std::string("flag chat-canary: canary bucket 1 < 1.5 → canary"));
    m_snapshot.flags["chat-canary"].rules = {{{{"user", {"al*"}}}, "stable"}};
    QCOMPARE(plan("chat", "alice")->decision[1].text,
             std::string("flag chat-canary: canary bucket 1, rule:1 → stable"));
}

void RouterFlagsTest::ofTwoCanariesTheFirstByNameDecides() {
    for (const char* key : {"m", "b", "z", "a-first", "q"})
        canary(key, 15);
    QCOMPARE(plan("chat", "alice")->flag, std::string("a-first"));
    m_snapshot.flags["a-first"].enabled = false;
    QCOMPARE(plan("chat", "alice")->flag, std::string("b"));
}

void RouterFlagsTest::directReferencesKnowNoCanary() {
    canary("chat-canary", 100);
    QCOMPARE(chain("a/one", "alice"), Names{"a/one"});
    QVERIFY(plan("a/one", "alice")->flag.empty());
}

void RouterFlagsTest::aCanaryThatIsNowhereServesStable() {
    Flag& lost = canary("lost", 100);
    for (const char* nowhere : {"gone/new", "nonsense", ""}) {
        lost.canary = nowhere;
        QCOMPARE(chain("chat", "alice"), (Names{"a/one", "b/two", "c/mock"}));
    }
    lost.stable = "gone/too"; // then what the alias itself has
    QCOMPARE(chain("chat", "alice"), (Names{"a/one", "b/two", "c/mock"}));
    flag("off", FlagType::KillSwitch).target = "a/new";
    lost.canary = "a/new";
    QCOMPARE(chain("chat", "alice"), (Names{"a/one", "b/two", "c/mock"}));
}

void RouterFlagsTest::targetsBelongToArms() {
    const Flag& arms = canary("arms", 100);
    QCOMPARE(armOfTarget(arms, {"a", "new", 1}, kStableArm), kCanaryArm);
    QCOMPARE(armOfTarget(arms, {"a", "one", 1}, kCanaryArm), kStableArm);
    QCOMPARE(armOfTarget(arms, {"c", "mock", 1}, kCanaryArm), kStableArm);
    Flag& same = m_snapshot.flags["arms"]; // how much chance alone can do
    same.stable = same.canary;
    QCOMPARE(armOfTarget(same, {"a", "new", 1}, kStableArm), kStableArm);
    QCOMPARE(armOfTarget(same, {"a", "new", 1}, kCanaryArm), kCanaryArm);
    QVERIFY(refersTo("a:new", {"a", "new", 5}) && !refersTo("a/new", {"a", "ne", 1}) &&
            !refersTo("a/", {"a", "", 1}));
}

void RouterFlagsTest::disabledMirrorsAreNotFound() {
    Flag& shadow = flag("shadow", FlagType::Mirror);
    shadow.alias = "chat";
    QCOMPARE(mirrorOf(m_snapshot, "chat"), &shadow);
    QVERIFY(mirrorOf(m_snapshot, "other") == nullptr);
    shadow.enabled = false;
    QVERIFY(mirrorOf(m_snapshot, "chat") == nullptr);
}

void RouterFlagsTest::theHeaderChoosesThePrompt() {
    givePrompts();
    const PromptChoice choice = choosePrompt(m_snapshot, "assistant", "v2", {"alice", {}, {}});
    QCOMPARE(choice.version->version, std::string("v2"));
    QCOMPARE(choice.reason, std::string("override header"));
    QVERIFY(choice.flag.empty());
}

void RouterFlagsTest::anUnknownPromptVersionMeansTheDefault() {
    givePrompts();
    Flag& split = flag("split", FlagType::Prompt);
    split.prompt = "assistant";
    split.weights = {{"v2", 100}};
    QCOMPARE(choosePrompt(m_snapshot, "assistant", "v9", {"alice", {}, {}}).version->version,
             std::string("v1"));
    QVERIFY(choosePrompt(m_snapshot, "nobody", "v1", {}).version == nullptr);
}

void RouterFlagsTest::aPromptFlagChoosesByBucket() {
    givePrompts();
    QCOMPARE(choosePrompt(m_snapshot, "assistant", {}, {"alice", {}, {}}).reason, std::string("default"));
    Flag& split = flag("split", FlagType::Prompt);
    split.prompt = "assistant";
    split.weights = {{"v1", 12}, {"v2", 88}};
    split.defaultVersion = "v1";
    const PromptChoice alice = choosePrompt(m_snapshot, "assistant", {}, {"alice", {}, {}});
    QCOMPARE(alice.version->version, std::string("v1"));
    QCOMPARE(alice.flag, std::string("split"));
    const PromptChoice bob = choosePrompt(m_snapshot, "assistant", {}, {"bob", {}, {}});
    QCOMPARE(bob.version->version, std::string("v2"));
    QCOMPARE(bob.reason, std::string("flag split, bucket 12, rollout"));
    split.enabled = false;
    QCOMPARE(choosePrompt(m_snapshot, "assistant", {}, {"bob", {}, {}}).version->version, std::string("v1"));
}

void RouterFlagsTest::aPromptFlagThatNamesNothingIsNotNamed() {
    givePrompts();
    Flag& split = flag("split", FlagType::Prompt);
    split.prompt = "assistant";
    split.weights = {{"v9", 100}};
    const PromptChoice choice = choosePrompt(m_snapshot, "assistant", {}, {"alice", {}, {}});
    QCOMPARE(choice.version->version, std::string("v1"));
    QCOMPARE(choice.reason, std::string("default"));
    QVERIFY(choice.flag.empty());
    split.prompt = "another";
    QVERIFY(choosePrompt(m_snapshot, "assistant", {}, {"alice", {}, {}}).flag.empty());
}

QTEST_GUILESS_MAIN(RouterFlagsTest)
#include "tst_router_flags.moc"
