// Buckets and arms, to the last subject of the notebook.

#include "gateway/routing/flag_evaluator.h"

#include <QTest>

#include <map>

using namespace tollgate;

namespace {

Flag canary(double percent) {
    Flag flag;
    flag.key = "chat-canary";
    flag.rolloutPercent = percent;
    return flag;
}

FlagRule rule(std::map<std::string, std::vector<std::string>> conditions, std::string serve) {
    return {std::move(conditions), std::move(serve)};
}

FlagSubject user(std::string_view name) {
    return {name, {}, {}};
}

Flag prompts(std::vector<std::pair<std::string, double>> weights) {
    Flag flag;
    flag.type = FlagType::Prompt;
    flag.prompt = "assistant";
    flag.weights = std::move(weights);
    flag.defaultVersion = "v1";
    return flag;
}

} // namespace

class FlagEvaluatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bucketsAreTheNotebooks_data();
    void bucketsAreTheNotebooks();
    void aRolloutServesTheBucketsBelowIt_data();
    void aRolloutServesTheBucketsBelowIt();
    void aRolloutKeepsWhoIsInIt();
    void stickinessChoosesTheSubject();
    void rulesComeBeforeTheRollout();
    void everyConditionOfARuleMustHold();
    void starsMatchBeginnings_data();
    void starsMatchBeginnings();
    void aDisabledFlagServesTheStableArm();
    void promptWeightsAreSlices();
    void promptWeightsNeedNotAddUpToAHundred();
    void promptRulesNameVersions();
};

void FlagEvaluatorTest::bucketsAreTheNotebooks_data() {
    QTest::addColumn<std::string>("subject");
    QTest::addColumn<std::string>("salt");
    QTest::addColumn<int>("bucket");
    const auto row = [](const char* subject, const char* salt, int bucket) {
        QTest::addRow("%s %s", subject, salt) << std::string(subject) << std::string(salt) << bucket;
    };
    row("alice", "", 1);
    row("bob", "", 12);
    row("carol", "", 43);
    row("dave", "", 27);
    row("erin", "", 32);
    row("user0", "", 79);
    row("user1", "", 64);
    row("user2", "", 15);
    // int(sha256("s1:alice").hexdigest()[:8], 16) % 100 and friends
    row("alice", "s1", 79);
    row("bob", "s1", 51);
    row("carol", "chat-canary", 31);
    row("", "s1", 48);
    row("zażółć", "s", 34);
    row("", "", 10);
}

void FlagEvaluatorTest::bucketsAreTheNotebooks() {
    QFETCH(std::string, subject);
    QFETCH(std::string, salt);
    QFETCH(int, bucket);
    QCOMPARE(flagBucket(subject, salt), bucket);
    Flag flag = canary(50);
    flag.salt = salt;
    QCOMPARE(evaluateFlag(flag, user(subject)).bucket, bucket);
}

void FlagEvaluatorTest::aRolloutServesTheBucketsBelowIt_data() {
    QTest::addColumn<double>("percent");
    QTest::addColumn<std::string>("arms"); // of alice 1, bob 12, user2 15, carol 43
    QTest::newRow("none") << 0.0 << std::string("ssss");
    QTest::newRow("one") << 1.0 << std::string("ssss");
    QTest::newRow("a little more") << 1.5 << std::string("csss");
    QTest::newRow("the notebook's") << 15.0 << std::string("ccss");
    QTest::newRow("one more") << 16.0 << std::string("cccs");
    QTest::newRow("all") << 100.0 << std::string("cccc");
}

void FlagEvaluatorTest::aRolloutServesTheBucketsBelowIt() {
    QFETCH(double, percent);
    QFETCH(std::string, arms);
    std::string seen;
    for (const char* name : {"alice", "bob", "user2", "carol"}) {
        const FlagVerdict verdict = evaluateFlag(canary(percent), user(name));
        seen += verdict.serve.front();
        QCOMPARE(verdict.reason, std::string("rollout"));
    }
    QCOMPARE(seen, arms);
}

void FlagEvaluatorTest::aRolloutKeepsWhoIsInIt() {
    int inside = 0;
    for (int i = 0; i < 5'000; ++i) {
        const std::string name = "u" + std::to_string(i);
        const bool before = evaluateFlag(canary(15), user(name)).serve == "canary";
        QVERIFY(!before || evaluateFlag(canary(30), user(name)).serve == "canary");
        inside += before;
    }
    QVERIFY(inside > 5'000 * 0.135 && inside < 5'000 * 0.165);
}

void FlagEvaluatorTest::stickinessChoosesTheSubject() {
    const FlagSubject subject{"alice", "bob", "carol"};
    Flag flag = canary(50);
    QCOMPARE(evaluateFlag(flag, subject).bucket, 1);
    flag.stickyBy = StickyBy::Project;
    QCOMPARE(evaluateFlag(flag, subject).bucket, 12);
    flag.stickyBy = StickyBy::Key;
    QCOMPARE(evaluateFlag(flag, subject).bucket, 43);
}

void FlagEvaluatorTest::rulesComeBeforeTheRollout() {
    Flag flag = canary(0);
    flag.rules = {rule({{"user", {"carol"}}}, "canary"), rule({{"user", {"carol", "alice"}}}, "stable"),
                  rule({{"project", {"checkout"}}}, "canary")};
    const FlagVerdict carol = evaluateFlag(flag, user("carol"));
    QCOMPARE(carol.serve, std::string("canary"));
    QCOMPARE(carol.reason, std::string("rule:1")); // the first that fits, counted from 1
    QCOMPARE(carol.bucket, 43);
    QCOMPARE(evaluateFlag(flag, user("alice")).reason, std::string("rule:2"));
    QCOMPARE(evaluateFlag(flag, {"dave", "checkout", {}}).reason, std::string("rule:3"));
    QCOMPARE(evaluateFlag(flag, {"dave", "other", {}}).reason, std::string("rollout"));
}

void FlagEvaluatorTest::everyConditionOfARuleMustHold() {
    Flag flag = canary(0);
    flag.rules = {
        rule({{"user", {"alice", "qa-*"}}, {"project", {"checkout"}}, {"key", {"key_1*"}}}, "canary")};
    QCOMPARE(evaluateFlag(flag, {"qa-7", "checkout", "key_12"}).serve, std::string("canary"));
    QCOMPARE(evaluateFlag(flag, {"qa-7", "checkout", "key_2"}).serve, std::string("stable"));
    QCOMPARE(evaluateFlag(flag, {"qa-7", "other", "key_12"}).serve, std::string("stable"));
    QCOMPARE(evaluateFlag(flag, {"bob", "checkout", "key_12"}).serve, std::string("stable"));
    flag.rules = {rule({{"weather", {"*"}}}, "canary"), rule({{"user", {}}}, "canary")};
    QCOMPARE(evaluateFlag(flag, user("a")).reason, std::string("rule:1")); // an unknown field is empty text
    flag.rules.erase(flag.rules.begin());
    QCOMPARE(evaluateFlag(flag, user("a")).reason, std::string("rollout")); // no pattern, no match
}

void FlagEvaluatorTest::starsMatchBeginnings_data() {
    QTest::addColumn<std::string>("pattern");
    QTest::addColumn<std::string>("name");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char* pattern, const char* name, bool fits) {
        QTest::addRow("%s ~ %s", pattern, name) << std::string(pattern) << std::string(name) << fits;
    };
    row("qa-*", "qa-7", true);
    row("qa-*", "qa-", true);
    row("qa-*", "qa", false);
    row("qa-*", "QA-7", false);
    row("qa-*", "xqa-7", false);
    row("*", "anyone", true);
    row("alice", "alice", true);
    row("alice", "alice2", false);
    row("a*e", "alice", false); // a star counts at the end only
    row("a*e", "a*e", true);
}

void FlagEvaluatorTest::starsMatchBeginnings() {
    QFETCH(std::string, pattern);
    QFETCH(std::string, name);
    QFETCH(bool, fits);
    Flag flag = canary(0);
    flag.rules = {rule({{"user", {pattern}}}, "canary")};
    QCOMPARE(evaluateFlag(flag, user(name)).serve == "canary", fits);
}

void FlagEvaluatorTest::aDisabledFlagServesTheStableArm() {
    Flag flag = canary(100);
    flag.rules = {rule({{"user", {"*"}}}, "canary")};
    flag.enabled = false;
    const FlagVerdict verdict = evaluateFlag(flag, user("alice"));
    QCOMPARE(verdict.serve, std::string("stable"));
    QCOMPARE(verdict.reason, std::string("disabled"));
    QCOMPARE(verdict.bucket, 1);
    Flag prompt = prompts({{"v2", 100}});
    prompt.enabled = false;
    QCOMPARE(evaluateFlag(prompt, user("alice")).serve, std::string("v1"));
}

void FlagEvaluatorTest::promptWeightsAreSlices() {
    const Flag flag = prompts({{"v1", 12}, {"v2", 31}, {"v3", 57}});
    QCOMPARE(evaluateFlag(flag, user("alice")).serve, std::string("v1")); // 1
    QCOMPARE(evaluateFlag(flag, user("bob")).serve, std::string("v2"));   // 12: the first of the second slice
    QCOMPARE(evaluateFlag(flag, user("erin")).serve, std::string("v2"));  // 32
    QCOMPARE(evaluateFlag(flag, user("carol")).serve, std::string("v3")); // 43
    QCOMPARE(evaluateFlag(flag, user("user0")).serve, std::string("v3")); // 79
    QCOMPARE(evaluateFlag(flag, user("bob")).reason, std::string("rollout"));
}

void FlagEvaluatorTest::promptWeightsNeedNotAddUpToAHundred() {
    const Flag thirds = prompts({{"v1", 1}, {"v2", 1}, {"v3", 1}});
    std::map<std::string, int> counts;
    for (int i = 0; i < 6'000; ++i)
        ++counts[evaluateFlag(thirds, user("u" + std::to_string(i))).serve];
    QCOMPARE(counts.size(), 3U);
    for (const auto& [version, count] : counts)
        QVERIFY2(count > 1'850 && count < 2'150, version.c_str());
    // Nothing goes to a version without a share, at either end.
    const Flag one = prompts({{"v0", 0}, {"v1", 0.001}, {"v2", 0}});
    for (int i = 0; i < 500; ++i)
        QCOMPARE(evaluateFlag(one, user("u" + std::to_string(i))).serve, std::string("v1"));
    QCOMPARE(evaluateFlag(prompts({{"v2", 0}}), user("alice")).serve, std::string("v1")); // the default
    QCOMPARE(evaluateFlag(prompts({}), user("alice")).serve, std::string("v1"));
}

void FlagEvaluatorTest::promptRulesNameVersions() {
    Flag flag = prompts({{"v1", 100}});
    flag.rules = {rule({{"user", {"qa-*"}}}, "v9")};
    QCOMPARE(evaluateFlag(flag, user("qa-1")).serve, std::string("v9"));
    QCOMPARE(evaluateFlag(flag, user("qa-1")).reason, std::string("rule:1"));
}

QTEST_GUILESS_MAIN(FlagEvaluatorTest)
#include "tst_flag_evaluator.moc"
