// From a secret to the key behind it: bcrypt once, then instantly; never for what cannot be right.

#include "gateway/policy/key_hash.h"
#include "gateway/policy/key_ring.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <crypt.h>
#include <future>
#include <thread>

using namespace tollgate;

namespace {

constexpr std::int64_t kNow = 1'800'000'000'000;

std::string secretOf(char c) {
    return "tg-" + std::string(6, c) + std::string(37, 'x');
}

/// bcrypt at its lowest cost: the tests are many.
std::string quickHash(const std::string& secret) {
    const auto data = std::make_unique<crypt_data>();
    return crypt_r(secret.c_str(), "$2b$04$abcdefghijklmnopqrstuu", data.get());
}

} // namespace

class KeyRingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_ring.reset(); }

    void whatCannotBeRightIsWrongAtOnce_data();
    void whatCannotBeRightIsWrongAtOnce();
    void aNewSecretIsProvedOnce();
    void aWrongSecretIsRememberedWhileItsPrefixMeansTheSame();
    void bothSecretsOpenWhileTheyOverlap();
    void aRetiredSecretCostsNoBcryptOnceItsTimeIsOver();
    void aFloodWithoutAKnownPrefixRunsNoBcrypt();
    void theSameWrongSecretRunsBcryptOnce();
    void aFloodOnOnePrefixIsBounded();
    void prefixesTakeTurns();
    void theRightSecretIsKnownThroughAFlood();
    void aRotatedKeyMustBeProvedAgain();
    void anUnusableKeyIsWrong_data();
    void anUnusableKeyIsWrong();
    void anExpiredKeyIsWrongFromThatMoment();
    void aRemovedKeyIsUnknown();
    void keysWithTheSamePrefixAreToldApart();
    void aCrowdWithOneSecretWaitsForOneProof();
    void manyUnknownSecretsAreTurnedAway();
    void destructionDoesNotWaitForTheQueue();

private:
    ClientKey& key(const std::string& id, const std::string& secret, const std::string& hash) {
        ClientKey& made = m_snapshot->keys[id];
        made.id = id;
        made.prefix = secret.substr(0, KeyRing::kPrefixLength);
        made.bcrypt = hash;
        m_snapshot->keyIdsByPrefix.emplace(made.prefix, id);
        return made;
    }
    KeyVerdict verdict(const std::string& secret, std::int64_t now = kNow) {
        return m_ring->lookup(*m_snapshot, secret, now).verdict;
    }
    /// Proves and waits.
    void prove(const std::string& secret) {
        std::promise<void> done;
        QVERIFY(m_ring->prove(m_snapshot, secret, m_now, [&done] { done.set_value(); }));
        done.get_future().wait();
    }

    /// A ring whose bcrypt is counted and waits until it is let go.
    void countRuns(bool held = false) {
        m_runs = 0;
        m_gate = std::make_unique<std::promise<void>>();
        if (!held)
            m_gate->set_value();
        m_ring = std::make_unique<KeyRing>(
            [this, gate = m_gate->get_future().share()](const std::string& secret, const std::string& hash) {
                gate.wait();
                ++m_runs;
                return hash == "hash of " + secret;
            });
    }

    std::shared_ptr<ConfigSnapshot> m_snapshot;
    std::int64_t m_now = kNow;
    std::atomic<int> m_runs{0};
    std::unique_ptr<std::promise<void>> m_gate;
    std::unique_ptr<KeyRing> m_ring;
};

void KeyRingTest::init() {
    m_snapshot = std::make_shared<ConfigSnapshot>();
    m_now = kNow;
    m_ring = std::make_unique<KeyRing>();
    key("key_a", secretOf('a'), quickHash(secretOf('a')));
}

void KeyRingTest::whatCannotBeRightIsWrongAtOnce_data() {
    QTest::addColumn<std::string>("secret");
    QTest::newRow("empty") << std::string();
    QTest::newRow("short") << std::string("tg-aa");
    QTest::newRow("the prefix alone") << std::string("tg-aaaaaa");
    QTest::newRow("another prefix") << secretOf('b');
    QTest::newRow("another case") << std::string("TG-aaaaaa") + std::string(37, 'x');
    QTest::newRow("an OpenAI key") << std::string("sk-proj-0123456789abcdef");
}

void KeyRingTest::whatCannotBeRightIsWrongAtOnce() {
    QFETCH(std::string, secret);
    const KeyLookup lookup = m_ring->lookup(*m_snapshot, secret, kNow);
    QVERIFY(lookup.verdict == KeyVerdict::Wrong);
    QVERIFY(lookup.key == nullptr);
}

void KeyRingTest::aNewSecretIsProvedOnce() {
    QVERIFY(verdict(secretOf('a')) == KeyVerdict::Unproved);
    prove(secretOf('a'));
    const KeyLookup lookup = m_ring->lookup(*m_snapshot, secretOf('a'), kNow);
    QVERIFY(lookup.verdict == KeyVerdict::Known);
    QVERIFY(lookup.key == &m_snapshot->keys["key_a"]);
    // The next configuration keeps the proof and hands out its own key.
    auto next = std::make_shared<ConfigSnapshot>(*m_snapshot);
    next->version = 2;
    QVERIFY(m_ring->lookup(*next, secretOf('a'), kNow).key == &next->keys["key_a"]);
}

void KeyRingTest::aWrongSecretIsRememberedWhileItsPrefixMeansTheSame() {
    const std::string wrong = secretOf('a') + "!";
    QVERIFY(verdict(wrong) == KeyVerdict::Unproved);
    prove(wrong);
    QVERIFY(verdict(wrong) == KeyVerdict::Wrong);
    QVERIFY(verdict(secretOf('a')) == KeyVerdict::Unproved); // says nothing about others
    m_snapshot->version = 2;
    key("key_b", secretOf('b'), quickHash(secretOf('b')));
    QVERIFY(verdict(wrong) == KeyVerdict::Wrong); // nothing that concerns it has changed
    key("key_twin", wrong, quickHash(wrong));
    QVERIFY(verdict(wrong) == KeyVerdict::Unproved);
    prove(wrong);
    QVERIFY(verdict(wrong) == KeyVerdict::Known);
}

void KeyRingTest::bothSecretsOpenWhileTheyOverlap() {
    prove(secretOf('a'));
    ClientKey& rotated = m_snapshot->keys["key_a"];
    rotated.retired = {rotated.prefix, rotated.bcrypt, kNow + 1'000};
    rotated.bcrypt = quickHash(secretOf('n'));
    rotated.prefix = secretOf('n').substr(0, KeyRing::kPrefixLength);
    m_snapshot->keyIdsByPrefix.emplace(rotated.prefix, "key_a");
    m_snapshot->version = 2;
    QVERIFY(verdict(secretOf('a')) == KeyVerdict::Known); // without another proof
    prove(secretOf('n'));
    QVERIFY(verdict(secretOf('n')) == KeyVerdict::Known);
    m_ring = std::make_unique<KeyRing>(); // another process
    prove(secretOf('a'));
    QVERIFY(verdict(secretOf('a'), kNow + 999) == KeyVerdict::Known);
    QVERIFY(verdict(secretOf('a'), kNow + 1'000) == KeyVerdict::Wrong);
    m_now = kNow + 1'000;
    prove(secretOf('n'));
    QVERIFY(verdict(secretOf('n'), m_now) == KeyVerdict::Known);
}

void KeyRingTest::aRetiredSecretCostsNoBcryptOnceItsTimeIsOver() {
    countRuns();
    ClientKey& rotated = m_snapshot->keys["key_a"];
    rotated.retired = {rotated.prefix, rotated.bcrypt, kNow};
    rotated.prefix = secretOf('n').substr(0, KeyRing::kPrefixLength);
    QVERIFY(verdict(secretOf('a')) == KeyVerdict::Wrong);
    prove(secretOf('a')); // who asks nevertheless
    QCOMPARE(m_runs.load(), 0);
}

void KeyRingTest::aFloodWithoutAKnownPrefixRunsNoBcrypt() {
    countRuns();
    for (int i = 0; i < 10'000; ++i)
        QVERIFY(verdict("tg-" + std::to_string(100'000 + i) + "0123456789") == KeyVerdict::Wrong);
    QCOMPARE(m_runs.load(), 0);
}

void KeyRingTest::theSameWrongSecretRunsBcryptOnce() {
    countRuns();
    for (int i = 0; i < 1'000; ++i) {
        m_snapshot->version = i; // somebody edits the configuration all the time
        if (verdict(secretOf('a') + "!") == KeyVerdict::Unproved)
            prove(secretOf('a') + "!");
    }
    QCOMPARE(m_runs.load(), 1);
}

void KeyRingTest::aFloodOnOnePrefixIsBounded() {
    countRuns();
    int turnedAway = 0;
    std::atomic<int> answered{0};
    int asked = 0;
    for (int second = 0; second < 60; ++second) {
        for (int i = 0; i < 100; ++i) {
            const bool taken = m_ring->prove(m_snapshot, secretOf('a') + std::to_string(asked++),
                                             kNow + second * 1'000, [&] { ++answered; });
            turnedAway += taken ? 0 : 1;
        }
        while (answered < asked - turnedAway)
            std::this_thread::yield();
    }
    // At most what may fail at once, what waited besides, and one a second.
    QVERIFY2(m_runs <= KeyRing::kMaxFailuresAtOnce + static_cast<int>(KeyRing::kMaxWaitingPerPrefix) + 60,
             qPrintable(QString::number(m_runs)));
    QVERIFY(m_runs >= KeyRing::kMaxFailuresAtOnce);
    QCOMPARE(m_runs + turnedAway, 6'000);
}

void KeyRingTest::prefixesTakeTurns() {
    countRuns(true);
    for (char c = 'b'; c <= 'd'; ++c)
        key(std::string("key_") + c, secretOf(c), "hash of " + secretOf(c));
    std::vector<std::string> order; // written in the ring's thread
    std::atomic<int> answered{0};
    int asked = 0;
    const auto ask = [&](const std::string& secret, const std::string& name) {
        const bool taken = m_ring->prove(m_snapshot, secret, kNow, [&order, &answered, name] {
            order.push_back(name);
            ++answered;
        });
        asked += taken ? 1 : 0;
        return taken;
    };
    for (int i = 0; i < 100; ++i) // the first is being run: the gate is closed
        ask(secretOf('a') + std::to_string(i), "flood");
    QVERIFY(asked >= static_cast<int>(KeyRing::kMaxWaitingPerPrefix));
    QVERIFY(asked <= static_cast<int>(KeyRing::kMaxWaitingPerPrefix) + 1);
    for (char c = 'b'; c <= 'd'; ++c)
        QVERIFY(ask(secretOf(c), std::string(1, c)));
    m_gate->set_value();
    while (answered < asked)
        std::this_thread::yield();
    // Whoever came last waits for one of the flood, not for all.
    const auto place = [&](const char* name) { return std::ranges::find(order, name) - order.begin(); };
    QVERIFY(place("b") <= 3 && place("c") <= 4 && place("d") <= 5);
    for (char c = 'b'; c <= 'd'; ++c)
        QVERIFY(verdict(secretOf(c)) == KeyVerdict::Known);
}

void KeyRingTest::theRightSecretIsKnownThroughAFlood() {
    countRuns();
    m_snapshot->keys["key_a"].bcrypt = "hash of " + secretOf('a');
    prove(secretOf('a'));
    for (int i = 0; i < 1'000; ++i) {
        m_ring->prove(m_snapshot, secretOf('a') + std::to_string(i), kNow, [] {});
        QVERIFY(verdict(secretOf('a')) == KeyVerdict::Known);
    }
    QVERIFY(m_runs <= 1 + KeyRing::kMaxFailuresAtOnce + static_cast<int>(KeyRing::kMaxWaitingPerPrefix));
}

void KeyRingTest::aRotatedKeyMustBeProvedAgain() {
    prove(secretOf('a'));
    m_snapshot->version = 2;
    m_snapshot->keys["key_a"].bcrypt = quickHash(secretOf('a') + "new"); // same prefix, new secret
    QVERIFY(verdict(secretOf('a')) == KeyVerdict::Unproved);
    prove(secretOf('a'));
    QVERIFY(verdict(secretOf('a')) == KeyVerdict::Wrong);
    prove(secretOf('a') + "new");
    QVERIFY(verdict(secretOf('a') + "new") == KeyVerdict::Known);
}

void KeyRingTest::anUnusableKeyIsWrong_data() {
    QTest::addColumn<bool>("enabled");
    QTest::addColumn<std::string>("project");
    QTest::addColumn<bool>("known");
    QTest::newRow("fine") << true << std::string() << true;
    QTest::newRow("disabled") << false << std::string() << false;
    QTest::newRow("of a project") << true << std::string("on") << true;
    QTest::newRow("of a disabled project") << true << std::string("off") << false;
    QTest::newRow("of no project any more") << true << std::string("gone") << false;
}

void KeyRingTest::anUnusableKeyIsWrong() {
    QFETCH(bool, enabled);
    QFETCH(std::string, project);
    QFETCH(bool, known);
    m_snapshot->projects["on"].enabled = true;
    m_snapshot->projects["off"].enabled = false;
    m_snapshot->keys["key_a"].enabled = enabled;
    m_snapshot->keys["key_a"].project = project;
    prove(secretOf('a'));
    const KeyLookup lookup = m_ring->lookup(*m_snapshot, secretOf('a'), kNow);
    QVERIFY(lookup.verdict == (known ? KeyVerdict::Known : KeyVerdict::Wrong));
    QCOMPARE(lookup.key != nullptr, known);
    m_snapshot->keys["key_a"].enabled = true; // and back
    m_snapshot->keys["key_a"].project = "on";
    prove(secretOf('a'));
    QVERIFY(verdict(secretOf('a')) == KeyVerdict::Known);
}

void KeyRingTest::anExpiredKeyIsWrongFromThatMoment() {
    m_snapshot->keys["key_a"].expiresAtMs = kNow;
    m_now = kNow - 1;
    prove(secretOf('a'));
    QVERIFY(verdict(secretOf('a'), kNow - 1) == KeyVerdict::Known);
    QVERIFY(verdict(secretOf('a'), kNow) == KeyVerdict::Wrong);
}

void KeyRingTest::aRemovedKeyIsUnknown() {
    prove(secretOf('a'));
    m_snapshot->keys.clear();
    m_snapshot->keyIdsByPrefix.clear();
    QVERIFY(verdict(secretOf('a')) == KeyVerdict::Wrong);
}

void KeyRingTest::keysWithTheSamePrefixAreToldApart() {
    const std::string twin = secretOf('a') + "twin";
    key("key_twin", twin, quickHash(twin));
    prove(twin);
    prove(secretOf('a'));
    QCOMPARE(m_ring->lookup(*m_snapshot, twin, kNow).key->id, std::string("key_twin"));
    QCOMPARE(m_ring->lookup(*m_snapshot, secretOf('a'), kNow).key->id, std::string("key_a"));
}

void KeyRingTest::aCrowdWithOneSecretWaitsForOneProof() {
    std::atomic<int> answered{0};
    std::promise<void> all;
    for (int i = 0; i < 1'000; ++i) {
        QVERIFY(m_ring->prove(m_snapshot, secretOf('a'), kNow, [&] {
            if (++answered == 1'000)
                all.set_value();
        }));
    }
    all.get_future().wait();
    QVERIFY(verdict(secretOf('a')) == KeyVerdict::Known);
}

void KeyRingTest::manyUnknownSecretsAreTurnedAway() {
    countRuns(true);
    int accepted = 0;
    for (int i = 0; i < 100; ++i) { // each on a prefix of its own
        const std::string secret = "tg-" + std::to_string(100'000 + i) + "0123456789";
        key("key_" + std::to_string(i), secret, "hash of another");
        for (int n = 0; n < 10; ++n)
            accepted += m_ring->prove(m_snapshot, secret + std::to_string(n), kNow, [] {}) ? 1 : 0;
    }
    QVERIFY(accepted >= static_cast<int>(KeyRing::kMaxWaiting));
    QVERIFY(accepted <= static_cast<int>(KeyRing::kMaxWaiting) + 1);
    m_gate->set_value();
}

void KeyRingTest::destructionDoesNotWaitForTheQueue() {
    m_snapshot->keys["key_a"].bcrypt = hashKeySecret(secretOf('a')); // slow, as they really are
    auto called = std::make_shared<std::atomic<int>>(0);
    for (int i = 0; i < 200; ++i)
        m_ring->prove(m_snapshot, secretOf('a') + std::to_string(i), kNow, [called] { ++*called; });
    m_ring.reset();
    QVERIFY(*called < 100);
}

QTEST_GUILESS_MAIN(KeyRingTest)
#include "tst_key_ring.moc"
