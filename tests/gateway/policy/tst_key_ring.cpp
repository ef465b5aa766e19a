// From a secret to the key behind it: bcrypt once, then instantly; never for what cannot be right.

#include "gateway/policy/key_hash.h"
#include "gateway/policy/key_ring.h"

#include <QTest>

#include <atomic>
#include <crypt.h>
#include <future>

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

    void whatCannotBeRightIsWrongAtOnce_data();
    void whatCannotBeRightIsWrongAtOnce();
    void aNewSecretIsProvedOnce();
    void aWrongSecretIsRememberedUntilTheConfigurationChanges();
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
        QVERIFY(m_ring->prove(m_snapshot, secret, [&done] { done.set_value(); }));
        done.get_future().wait();
    }

    std::shared_ptr<ConfigSnapshot> m_snapshot;
    std::unique_ptr<KeyRing> m_ring;
};

void KeyRingTest::init() {
    m_snapshot = std::make_shared<ConfigSnapshot>();
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

void KeyRingTest::aWrongSecretIsRememberedUntilTheConfigurationChanges() {
    const std::string wrong = secretOf('a') + "!";
    QVERIFY(verdict(wrong) == KeyVerdict::Unproved);
    prove(wrong);
    QVERIFY(verdict(wrong) == KeyVerdict::Wrong);
    QVERIFY(verdict(secretOf('a')) == KeyVerdict::Unproved); // says nothing about others
    m_snapshot->version = 2;
    QVERIFY(verdict(wrong) == KeyVerdict::Unproved);
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
    m_snapshot->keys["key_a"].enabled = true; // and back, without another proof
    m_snapshot->keys["key_a"].project = "on";
    QVERIFY(verdict(secretOf('a')) == KeyVerdict::Known);
}

void KeyRingTest::anExpiredKeyIsWrongFromThatMoment() {
    m_snapshot->keys["key_a"].expiresAtMs = kNow;
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
        QVERIFY(m_ring->prove(m_snapshot, secretOf('a'), [&] {
            if (++answered == 1'000)
                all.set_value();
        }));
    }
    all.get_future().wait();
    QVERIFY(verdict(secretOf('a')) == KeyVerdict::Known);
}

void KeyRingTest::manyUnknownSecretsAreTurnedAway() {
    m_snapshot->keys["key_a"].bcrypt = hashKeySecret(secretOf('a')); // slow, as they really are
    int accepted = 0;
    for (int i = 0; i < 400; ++i)
        accepted += m_ring->prove(m_snapshot, secretOf('a') + std::to_string(i), [] {}) ? 1 : 0;
    QVERIFY(accepted >= 256 && accepted < 300);
}

void KeyRingTest::destructionDoesNotWaitForTheQueue() {
    m_snapshot->keys["key_a"].bcrypt = hashKeySecret(secretOf('a')); // slow, as they really are
    auto called = std::make_shared<std::atomic<int>>(0);
    for (int i = 0; i < 200; ++i)
        m_ring->prove(m_snapshot, secretOf('a') + std::to_string(i), [called] { ++*called; });
    m_ring.reset();
    QVERIFY(*called < 100);
}

QTEST_GUILESS_MAIN(KeyRingTest)
#include "tst_key_ring.moc"
