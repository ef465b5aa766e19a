// Provider credentials and client keys: shown masked or once, sealed or hashed at rest, never anywhere else.
#include "tests/gateway/admin/admin_fixture.h"

#include "gateway/policy/key_hash.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tollgate;

class AdminSecretsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void credentialsAreMaskedAndUsable();
    void maskSentBackChangesNothing();
    void severalKeysAreKeptInOrder();
    void oneKeyReplacesSeveralInAPatch();
    void nullTakesCredentialsAway();
    void putWithoutCredentialsKeepsThem();
    void strangeMaskIsRefused();
    void badCredentialsAreRefusedWithoutRepeatingThem_data();
    void badCredentialsAreRefusedWithoutRepeatingThem();
    void bedrockHasItsOwnFields();
    void secretsAreNowhereInTheFiles();
    void survivesARestart();
    void otherMasterKeyWarnsAndLeavesTheProviderWithout();
    void withoutMasterKeyNothingIsStored();
    void keySecretIsShownOnceAndHashed();
    void rotatedKeyHasAnotherSecret();
    void keySecretMayBeBroughtAlong();
};

namespace {

constexpr const char* kSecret = "sk-live-9b1f63d27c5e4a08";

const Credentials& credentialsOf(const AdminFixture& fixture, const char* provider) {
    static const Credentials none;
    const auto* found = ConfigSnapshot::find(fixture.snapshot()->credentials, provider);
    return found == nullptr ? none : *found;
}

std::string providerWith(const std::string& credentials, const std::string& kind = "openai") {
    return "{'name':'p','kind':'" + kind + "','base_url':'http://127.0.0.1:9','credentials':" + credentials +
           "}";
}

} // namespace

void AdminSecretsTest::credentialsAreMaskedAndUsable() {
    AdminFixture fixture;
    const auto created =
        fixture.create("/providers", providerWith("{'api_key':'" + std::string(kSecret) + "'}"));
    QVERIFY(created.at("credentials") == jsonOf("{'api_key':'…4a08'}"));
    QCOMPARE(credentialsOf(fixture, "p").apiKeys, std::vector<std::string>{kSecret});
    const auto short_ = fixture.call("PATCH", "/providers/p", "{'credentials':{'api_key':'short'}}");
    QVERIFY(short_.at("credentials") == jsonOf("{'api_key':'…'}"));
}

void AdminSecretsTest::maskSentBackChangesNothing() {
    AdminFixture fixture;
    fixture.create("/providers", providerWith("{'api_key':'" + std::string(kSecret) + "'}"));
    const Reading shown = fixture.get("/providers/p");
    QCOMPARE(fixture.send("PUT", "/providers/p", shown.text()).status, 200);
    QCOMPARE(
        fixture.call("PATCH", "/providers/p", "{'max_retries':1,'credentials':{'api_key':'…4a08'}}").status,
        200);
    QCOMPARE(credentialsOf(fixture, "p").apiKeys, std::vector<std::string>{kSecret});
}

void AdminSecretsTest::severalKeysAreKeptInOrder() {
    AdminFixture fixture;
    std::string list;
    std::vector<std::string> keys;
    for (int i = 0; i < 12; ++i) {
        keys.push_back("sk-number-" + std::to_string(1000 + i));
        list += (i == 0 ? "'" : ",'") + keys.back() + "'";
    }
    const auto created = fixture.create("/providers", providerWith("{'api_keys':[" + list + "]}"));
    QVERIFY(created.at("credentials").at("api_keys").as_array().size() == 12);
    fixture.restart();
    QCOMPARE(credentialsOf(fixture, "p").apiKeys, keys);
    // The second goes, a new one comes, the rest is what the mask stands for.
    fixture.call("PATCH", "/providers/p", "{'credentials':{'api_keys':['…1000','…1002','sk-number-2000']}}");
    QCOMPARE(credentialsOf(fixture, "p").apiKeys,
             (std::vector<std::string>{"sk-number-1000", "sk-number-1002", "sk-number-2000"}));
}

void AdminSecretsTest::oneKeyReplacesSeveralInAPatch() {
    AdminFixture fixture;
    fixture.create("/providers", providerWith("{'api_keys':['sk-first-0001','sk-second-0002']}"));
    fixture.call("PATCH", "/providers/p", "{'credentials':{'api_key':'sk-third-0003'}}");
    QCOMPARE(credentialsOf(fixture, "p").apiKeys, std::vector<std::string>{"sk-third-0003"});
    fixture.call("PATCH", "/providers/p", "{'credentials':{'api_keys':['a-0001','b-0002']}}");
    QCOMPARE(credentialsOf(fixture, "p").apiKeys.size(), std::size_t{2});
}

void AdminSecretsTest::nullTakesCredentialsAway() {
    AdminFixture fixture;
    fixture.create("/providers", providerWith("{'api_key':'" + std::string(kSecret) + "'}"));
    const Reading patched = fixture.call("PATCH", "/providers/p", "{'credentials':null}");
    QVERIFY(patched.at("credentials") == jsonOf("{}"));
    QVERIFY(credentialsOf(fixture, "p").apiKeys.empty());
    QVERIFY(fixture.repository->credentials()->empty());
}

void AdminSecretsTest::putWithoutCredentialsKeepsThem() {
    AdminFixture fixture;
    fixture.create("/providers", providerWith("{'api_key':'" + std::string(kSecret) + "'}"));
    QCOMPARE(fixture.call("PUT", "/providers/p", "{'kind':'openai','base_url':'http://127.0.0.1:9'}").status,
             200);
    QCOMPARE(credentialsOf(fixture, "p").apiKeys.size(), std::size_t{1});
}

void AdminSecretsTest::strangeMaskIsRefused() {
    AdminFixture fixture;
    const Reading refused = fixture.call("POST", "/providers", providerWith("{'api_key':'…4a08'}"));
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.param(), std::string("credentials.api_key"));
}

void AdminSecretsTest::badCredentialsAreRefusedWithoutRepeatingThem_data() {
    QTest::addColumn<QByteArray>("credentials");
    QTest::addColumn<QByteArray>("param");
    QTest::newRow("number") << QByteArray("{'api_key':17}") << QByteArray("credentials.api_key");
    QTest::newRow("line break") << QByteArray("{'api_key':'hunter2\\nX-Evil: 1'}")
                                << QByteArray("credentials.api_key");
    QTest::newRow("list item") << QByteArray("{'api_keys':['ok-0001','hunter 2']}")
                               << QByteArray("credentials.api_keys[1]");
    QTest::newRow("unknown field") << QByteArray("{'token':'hunter2'}") << QByteArray("credentials.token");
    QTest::newRow("no object") << QByteArray("'hunter2'") << QByteArray("credentials");
    QTest::newRow("field of another kind")
        << QByteArray("{'access_key_id':'hunter2'}") << QByteArray("credentials.access_key_id");
}

void AdminSecretsTest::badCredentialsAreRefusedWithoutRepeatingThem() {
    QFETCH(QByteArray, credentials);
    QFETCH(QByteArray, param);
    AdminFixture fixture;
    const Reading refused = fixture.call("POST", "/providers", providerWith(credentials.toStdString()));
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.param(), param.toStdString());
    QVERIFY(refused.text().find("hunter") == std::string::npos);
}

void AdminSecretsTest::bedrockHasItsOwnFields() {
    AdminFixture fixture;
    const Reading half =
        fixture.call("POST", "/providers", providerWith("{'access_key_id':'AKIA00000001'}", "bedrock"));
    QCOMPARE(half.param(), std::string("credentials.secret_access_key"));
    const auto created = fixture.create(
        "/providers",
        providerWith("{'access_key_id':'AKIA00000001','secret_access_key':'wJalrXUtnFEMI'}", "bedrock"));
    QVERIFY(created.at("credentials") == jsonOf("{'access_key_id':'…0001','secret_access_key':'…FEMI'}"));
    fixture.restart();
    QCOMPARE(credentialsOf(fixture, "p").fields.at("secret_access_key"), std::string("wJalrXUtnFEMI"));
}

void AdminSecretsTest::secretsAreNowhereInTheFiles() {
    AdminFixture fixture;
    fixture.create("/providers", providerWith("{'api_key':'" + std::string(kSecret) + "'}"));
    fixture.call("PATCH", "/providers/p", "{'credentials':{'api_key':'sk-other-77aa55cc33'}}");
    const auto key = fixture.create("/keys", "{'name':'ci'}");
    const std::string clientKey(key.at("secret").as_string());
    const Reading audit = fixture.get("/audit?limit=1000");
    const Reading config = fixture.get("/config");
    const QDir directory(fixture.directory.path());
    const auto names = directory.entryList(QDir::Files);
    QVERIFY(names.contains(QStringLiteral("tollgate.db-wal"))); // what was written last is there
    for (const std::string& secret : {std::string(kSecret), std::string("sk-other-77aa55cc33"), clientKey}) {
        for (const QString& name : names) {
            QFile file(directory.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(QByteArray::fromStdString(secret)), qPrintable(name));
        }
        QVERIFY(audit.text().find(secret) == std::string::npos);
        QVERIFY(config.text().find(secret) == std::string::npos);
    }
    // Yet the change of a credential is told.
    const auto& newest = audit.data().at(1).as_object();
    QVERIFY(newest.at("before").at("credentials") == jsonOf("{'api_key':'…4a08'}"));
    QVERIFY(newest.at("after").at("credentials") == jsonOf("{'api_key':'…cc33'}"));
}

void AdminSecretsTest::survivesARestart() {
    AdminFixture fixture;
    fixture.create("/providers", providerWith("{'api_key':'" + std::string(kSecret) + "'}"));
    fixture.restart();
    QVERIFY(fixture.warnings.empty());
    QCOMPARE(credentialsOf(fixture, "p").apiKeys, std::vector<std::string>{kSecret});
}

void AdminSecretsTest::otherMasterKeyWarnsAndLeavesTheProviderWithout() {
    AdminFixture fixture;
    fixture.create("/providers", providerWith("{'api_key':'" + std::string(kSecret) + "'}"));
    fixture.restart(MasterKey::generate());
    QCOMPARE(fixture.warnings.size(), std::size_t{1});
    QVERIFY(fixture.warnings[0].find("provider p") != std::string::npos);
    QVERIFY(credentialsOf(fixture, "p").apiKeys.empty());
    // What is sealed stays until someone replaces it.
    fixture.call("PATCH", "/providers/p", "{'max_retries':1}");
    QCOMPARE(fixture.repository->credentials()->size(), std::size_t{1});
}

void AdminSecretsTest::withoutMasterKeyNothingIsStored() {
    AdminFixture fixture;
    fixture.withSecrets = false;
    fixture.restart();
    const Reading refused = fixture.call("POST", "/providers", providerWith("{'api_key':'sk-1'}"));
    QCOMPARE(refused.status, 503);
    QVERIFY(refused.message().find("the keychain is locked") != std::string::npos);
    QCOMPARE(fixture.get("/providers/p").status, 404);
    QCOMPARE(fixture.get("/status").textAt("secret_store"), std::string("unavailable"));
    QCOMPARE(fixture.call("POST", "/providers", providerWith("{}")).status, 201);
}

void AdminSecretsTest::keySecretIsShownOnceAndHashed() {
    AdminFixture fixture;
    const auto created = fixture.create("/keys", "{'name':'ci','secret':null}");
    const std::string secret(created.at("secret").as_string());
    const std::string id(created.at("id").as_string());
    QVERIFY(secret.starts_with("tg-"));
    QCOMPARE(secret.size(), std::size_t{46});
    QVERIFY(id.starts_with("key_"));
    QCOMPARE(std::string(created.at("prefix").as_string()), secret.substr(0, 9));
    const ClientKey& key = fixture.snapshot()->keys.at(id);
    QVERIFY(verifyKeySecret(secret, key.bcrypt));
    QVERIFY(!fixture.get("/keys/" + id).body.as_object().contains("secret"));
    QVERIFY(fixture.get("/keys").text().find(key.bcrypt) == std::string::npos);
    QVERIFY(fixture.get("/keys/" + id).at("last_used_at").is_null());
}

void AdminSecretsTest::rotatedKeyHasAnotherSecret() {
    AdminFixture fixture;
    const auto created = fixture.create("/keys", "{'name':'ci','user':'alice'}");
    const std::string id(created.at("id").as_string());
    const Reading rotated = fixture.call("POST", "/keys/" + id + "/rotate");
    QCOMPARE(rotated.status, 200);
    const std::string secret = rotated.textAt("secret");
    QVERIFY(secret != created.at("secret").as_string());
    QCOMPARE(rotated.textAt("user"), std::string("alice"));
    QVERIFY(verifyKeySecret(secret, fixture.snapshot()->keys.at(id).bcrypt));
    QCOMPARE(fixture.snapshot()->keyIdsByPrefix.count(secret.substr(0, 9)), std::size_t{1});
    const auto audit = fixture.get("/audit?limit=1").data().front().as_object();
    QCOMPARE(std::string(audit.at("action").as_string()), std::string("rotate"));
    QVERIFY(audit.at("before").at("prefix") != audit.at("after").at("prefix"));
    QCOMPARE(fixture.call("POST", "/keys/none/rotate").status, 404);
}

void AdminSecretsTest::keySecretMayBeBroughtAlong() {
    AdminFixture fixture;
    const auto created = fixture.create("/keys", "{'name':'ci','secret':'tg-brought-along-1'}");
    QCOMPARE(std::string(created.at("secret").as_string()), std::string("tg-brought-along-1"));
    QCOMPARE(fixture.call("POST", "/keys", "{'name':'k2','secret':'short'}").param(), std::string("secret"));
}

QTEST_GUILESS_MAIN(AdminSecretsTest)
#include "tst_admin_secrets.moc"
