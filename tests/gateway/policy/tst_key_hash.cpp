#include "gateway/policy/key_hash.h"

#include <QTest>

#include <set>

using namespace tollgate;

class KeyHashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretsAreLongAndOfPlainCharacters();
    void hashesAreBcryptAndSalted();
    void onlyTheSecretItselfVerifies();
    void whatIsNoHashVerifiesNothing_data();
    void whatIsNoHashVerifiesNothing();
};

void KeyHashTest::secretsAreLongAndOfPlainCharacters() {
    std::set<std::string> seen;
    std::set<char> characters;
    for (int i = 0; i < 500; ++i) {
        const std::string secret = makeKeySecret();
        QCOMPARE(secret.size(), 46U);
        QVERIFY(secret.starts_with("tg-"));
        QVERIFY(
            std::all_of(secret.begin() + 3, secret.end(), [](unsigned char c) { return std::isalnum(c); }));
        characters.insert(secret.begin() + 3, secret.end());
        QVERIFY(seen.insert(secret).second);
    }
    QCOMPARE(characters.size(), 62U);
}

void KeyHashTest::hashesAreBcryptAndSalted() {
    const std::string hash = hashKeySecret("tg-secret");
    QVERIFY(hash.starts_with("$2b$10$"));
    QCOMPARE(hash.size(), 60U);
    QVERIFY(hash != hashKeySecret("tg-secret"));
}

void KeyHashTest::onlyTheSecretItselfVerifies() {
    const std::string secret = makeKeySecret();
    const std::string hash = hashKeySecret(secret);
    QVERIFY(verifyKeySecret(secret, hash));
    QVERIFY(!verifyKeySecret(secret + "x", hash));
    QVERIFY(!verifyKeySecret(secret.substr(0, 45), hash));
    QVERIFY(!verifyKeySecret({}, hash));
    // C strings end at the first NUL; a secret does not.
    QVERIFY(!verifyKeySecret(secret + std::string("\0more", 5), hash));
    const std::string longest(72, 'x'); // all that bcrypt reads
    QVERIFY(verifyKeySecret(longest, hashKeySecret(longest)));
    QVERIFY(!verifyKeySecret(longest + "y", hashKeySecret(longest)));
}

void KeyHashTest::whatIsNoHashVerifiesNothing_data() {
    QTest::addColumn<std::string>("hash");
    for (const char* hash :
         {"", "*0", "*1", "tg-secret", "$2b$", "$2b$10$short", "$2b$99$aaaaaaaaaaaaaaaaaaaaaa"})
        QTest::newRow(hash) << std::string(hash);
}

void KeyHashTest::whatIsNoHashVerifiesNothing() {
    QFETCH(std::string, hash);
    QVERIFY(!verifyKeySecret("tg-secret", hash));
    QVERIFY(!verifyKeySecret("", hash));
    QVERIFY(!verifyKeySecret(hash, hash));
}

QTEST_GUILESS_MAIN(KeyHashTest)
#include "tst_key_hash.moc"
