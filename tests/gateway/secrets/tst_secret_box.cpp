#include "gateway/secrets/mask.h"
#include "gateway/secrets/secret_box.h"

#include <QTest>

#include <set>

using namespace tollgate;

class SecretBoxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensWhatItSealed();
    void sameSecretNeverLooksTheSameTwice();
    void hidesTheSecret();
    void refusesATamperedByteAnywhere();
    void refusesAnotherOwnerFieldOrKey();
    void refusesWhatIsTooShortOrOfAnotherVersion();
    void ownersAndFieldsDoNotRunTogether();
    void masterKeyIsReadFromHexAndBase64();
    void masterKeyRefusesWhatIsNone_data();
    void masterKeyRefusesWhatIsNone();
    void maskShowsFourCharactersOfALongSecret();
};

void SecretBoxTest::opensWhatItSealed() {
    const SecretBox box(MasterKey::generate());
    for (const std::string& secret : {std::string("sk-test-1234567890"), std::string(),
                                      std::string(5000, 'x'), std::string("\0binary\xff", 8)}) {
        const auto opened = box.open(box.seal(secret, "openai", "api_key"), "openai", "api_key");
        QVERIFY(opened.has_value());
        QCOMPARE(*opened, secret);
    }
}

void SecretBoxTest::sameSecretNeverLooksTheSameTwice() {
    const SecretBox box(MasterKey::generate());
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i)
        seen.insert(box.seal("secret", "p", "f"));
    QCOMPARE(seen.size(), std::size_t{100});
}

void SecretBoxTest::hidesTheSecret() {
    const SecretBox box(MasterKey::generate());
    QVERIFY(box.seal("sk-test-1234567890", "p", "f").find("1234") == std::string::npos);
}

void SecretBoxTest::refusesATamperedByteAnywhere() {
    const SecretBox box(MasterKey::generate());
    const std::string sealed = box.seal("secret", "p", "f");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        std::string tampered = sealed;
        tampered[i] = static_cast<char>(tampered[i] ^ 1);
        QVERIFY2(!box.open(tampered, "p", "f"), std::to_string(i).c_str());
    }
}

void SecretBoxTest::refusesAnotherOwnerFieldOrKey() {
    const MasterKey key = MasterKey::generate();
    const SecretBox box(key);
    const std::string sealed = box.seal("secret", "openai", "api_key");
    QVERIFY(!box.open(sealed, "anthropic", "api_key"));
    QVERIFY(!box.open(sealed, "openai", "session_token"));
    QVERIFY(!SecretBox(MasterKey::generate()).open(sealed, "openai", "api_key"));
    QVERIFY(SecretBox(*MasterKey::fromText(key.toHex())).open(sealed, "openai", "api_key").has_value());
}

void SecretBoxTest::refusesWhatIsTooShortOrOfAnotherVersion() {
    const SecretBox box(MasterKey::generate());
    const std::string sealed = box.seal("secret", "p", "f");
    QVERIFY(!box.open({}, "p", "f"));
    QVERIFY(!box.open(sealed.substr(0, 28), "p", "f"));
    QVERIFY(!box.open("\x02" + sealed.substr(1), "p", "f"));
}

void SecretBoxTest::ownersAndFieldsDoNotRunTogether() {
    const SecretBox box(MasterKey::generate());
    QVERIFY(!box.open(box.seal("secret", "ab", "c"), "a", "bc"));
}

void SecretBoxTest::masterKeyIsReadFromHexAndBase64() {
    const auto hex =
        MasterKey::fromText("000102030405060708090a0b0c0d0e0f101112131415161718191A1B1C1D1E1F\n");
    const auto base64 = MasterKey::fromText(" AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    QVERIFY(hex && base64);
    QVERIFY(*hex == *base64);
}

void SecretBoxTest::masterKeyRefusesWhatIsNone_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << QByteArray("00010203");
    QTest::newRow("not hex") << QByteArray(64, 'g');
    QTest::newRow("too long") << QByteArray(66, '0');
    QTest::newRow("not base64") << QByteArray("!!ECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
}

void SecretBoxTest::masterKeyRefusesWhatIsNone() {
    QFETCH(QByteArray, text);
    const auto key = MasterKey::fromText(text.toStdString());
    QVERIFY(!key);
    QVERIFY(text.isEmpty() || key.error().find(text.toStdString()) == std::string::npos);
}

void SecretBoxTest::maskShowsFourCharactersOfALongSecret() {
    QCOMPARE(maskSecret("sk-abcdefgh1234"), std::string("…1234"));
    QCOMPARE(maskSecret("sk-12345678"), std::string("…"));
    QCOMPARE(maskSecret(""), std::string("…"));
    QVERIFY(isMasked(maskSecret("sk-abcdefgh1234")));
    QVERIFY(!isMasked("sk-abcdefgh1234"));
}

QTEST_GUILESS_MAIN(SecretBoxTest)
#include "tst_secret_box.moc"
