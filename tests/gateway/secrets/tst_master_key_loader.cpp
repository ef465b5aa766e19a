// Where the master key comes from, on desktops and servers, first starts and later ones.
#include "gateway/secrets/master_key_loader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace tollgate;

namespace {

/// What the desktop's keychain does, decided by the test: no test may touch the developer's own.
class TestKeychain final : public Keychain {
public:
    struct State {
        std::map<std::string, std::string> entries;
        bool silent = false;
        std::string error;
        int reads = 0;
    };
    explicit TestKeychain(State& state)
        : m_state(state) {}

    void read(const std::string& entry, Done done) override {
        ++m_state.reads;
        KeychainAnswer answer;
        answer.error = m_state.error;
        if (m_state.error.empty()) {
            const auto it = m_state.entries.find(entry);
            if (it != m_state.entries.end())
                answer.value = it->second;
            else
                answer.notFound = true;
        }
        later(std::move(done), std::move(answer));
    }
    void write(const std::string& entry, const std::string& value, Done done) override {
        if (m_state.error.empty())
            m_state.entries[entry] = value;
        KeychainAnswer answer;
        answer.error = m_state.error;
        later(std::move(done), std::move(answer));
    }

private:
    void later(Done done, KeychainAnswer answer) {
        if (!m_state.silent)
            QTimer::singleShot(0, &m_owner,
                               [done = std::move(done), answer = std::move(answer)] { done(answer); });
    }
    State& m_state;
    QObject m_owner;
};

} // namespace

class MasterKeyLoaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutSessionBusTheFileIsUsedAtOnce();
    void theSameKeyComesBackFromTheFile();
    void environmentWinsAndLeavesNoFile();
    void badEnvironmentKeyIsAnErrorThatDoesNotRepeatIt();
    void keychainKeepsANewKey();
    void silentKeychainFallsBackToTheFileInTime();
    void brokenKeychainFallsBackToTheFile();
    void lockedKeychainOfAnOldInstallationMakesNoNewKey();
    void lostKeychainEntryIsAnErrorNotANewKey();
    void noSessionBusForAnOldKeychainInstallationIsAnError();
    void openPermissionsAreTightenedAndSaid();
    void linkIsRefused();
    void fileWithoutKeyIsRefused();
    void otherDataDirectoryHasAnotherEntry();

private:
    MasterKeyLoader::Result load(bool withKeychain, std::optional<std::string> environment = {});
    QString file() const { return m_directory->filePath(QStringLiteral("master-key")); }

    std::unique_ptr<QTemporaryDir> m_directory;
    TestKeychain::State m_keychain;
};

void MasterKeyLoaderTest::init() {
    m_directory = std::make_unique<QTemporaryDir>();
    m_keychain = {};
}

MasterKeyLoader::Result MasterKeyLoaderTest::load(bool withKeychain, std::optional<std::string> environment) {
    MasterKeyLoader::Options options;
    options.dataDirectory = m_directory->path().toStdString();
    options.environmentKey = std::move(environment);
    options.keychainTimeoutMs = 50;
    if (withKeychain)
        options.keychain = std::make_unique<TestKeychain>(m_keychain);
    MasterKeyLoader loader(std::move(options));
    std::optional<MasterKeyLoader::Result> result;
    loader.load([&result](MasterKeyLoader::Result answer) { result = std::move(answer); });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 2000))
        return tl::unexpected(std::string("no answer at all"));
    return *result;
}

void MasterKeyLoaderTest::withoutSessionBusTheFileIsUsedAtOnce() {
    MasterKeyLoader::Options options;
    options.dataDirectory = m_directory->path().toStdString();
    MasterKeyLoader loader(std::move(options));
    bool answered = false;
    loader.load([&](const MasterKeyLoader::Result& result) {
        answered = true;
        QVERIFY(result.has_value());
        QVERIFY(result->store == SecretStoreKind::File);
        QVERIFY(result->note.find("master-key") != std::string::npos);
    });
    QVERIFY(answered); // without a turn of the event loop
    QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
}

void MasterKeyLoaderTest::theSameKeyComesBackFromTheFile() {
    const auto first = load(false);
    const auto second = load(true);
    QVERIFY(first && second);
    QVERIFY(first->key == second->key);
    QVERIFY(second->store == SecretStoreKind::File);
    QCOMPARE(m_keychain.reads, 0);
}

void MasterKeyLoaderTest::environmentWinsAndLeavesNoFile() {
    const MasterKey key = MasterKey::generate();
    const auto loaded = load(true, key.toHex());
    QVERIFY(loaded.has_value());
    QVERIFY(loaded->key == key);
    QVERIFY(loaded->store == SecretStoreKind::Environment);
    QVERIFY(!QFile::exists(file()));
}

void MasterKeyLoaderTest::badEnvironmentKeyIsAnErrorThatDoesNotRepeatIt() {
    const auto loaded = load(true, "hunter2");
    QVERIFY(!loaded);
    QVERIFY(loaded.error().find("TOLLGATE_MASTER_KEY") != std::string::npos);
    QVERIFY(loaded.error().find("hunter2") == std::string::npos);
}

void MasterKeyLoaderTest::keychainKeepsANewKey() {
    const auto first = load(true);
    QVERIFY(first.has_value());
    QVERIFY(first->store == SecretStoreKind::Keychain);
    QVERIFY(first->note.empty());
    QCOMPARE(m_keychain.entries.size(), std::size_t{1});
    QFile marker(file());
    QVERIFY(marker.open(QIODevice::ReadOnly));
    QVERIFY(!marker.readAll().contains(QByteArray::fromStdString(first->key.toHex())));
    const auto second = load(true);
    QVERIFY(second.has_value());
    QVERIFY(first->key == second->key);
}

void MasterKeyLoaderTest::silentKeychainFallsBackToTheFileInTime() {
    m_keychain.silent = true;
    const auto loaded = load(true);
    QVERIFY(loaded.has_value());
    QVERIFY(loaded->store == SecretStoreKind::File);
    QVERIFY(loaded->note.find("in time") != std::string::npos);
}

void MasterKeyLoaderTest::brokenKeychainFallsBackToTheFile() {
    m_keychain.error = "Unknown error";
    const auto loaded = load(true);
    QVERIFY(loaded.has_value());
    QVERIFY(loaded->store == SecretStoreKind::File);
    QVERIFY(loaded->note.find("Unknown error") != std::string::npos);
}

void MasterKeyLoaderTest::lockedKeychainOfAnOldInstallationMakesNoNewKey() {
    QVERIFY(load(true).has_value());
    m_keychain.error = "locked";
    const auto loaded = load(true);
    QVERIFY(!loaded);
    QVERIFY(loaded.error().find("locked") != std::string::npos);
    m_keychain.error.clear();
    QVERIFY(load(true).has_value());
}

void MasterKeyLoaderTest::lostKeychainEntryIsAnErrorNotANewKey() {
    QVERIFY(load(true).has_value());
    m_keychain.entries.clear();
    QVERIFY(!load(true));
    QVERIFY(m_keychain.entries.empty());
}

void MasterKeyLoaderTest::noSessionBusForAnOldKeychainInstallationIsAnError() {
    QVERIFY(load(true).has_value());
    QVERIFY(!load(false));
}

void MasterKeyLoaderTest::openPermissionsAreTightenedAndSaid() {
    const auto first = load(false);
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup |
                                              QFile::ReadOther));
    const auto second = load(false);
    QVERIFY(second.has_value());
    QVERIFY(first->key == second->key);
    QVERIFY(second->note.find("open to other users") != std::string::npos);
    QVERIFY(!(QFile::permissions(file()) & QFile::ReadOther));
}

void MasterKeyLoaderTest::linkIsRefused() {
    const QString elsewhere = m_directory->filePath(QStringLiteral("elsewhere"));
    QFile target(elsewhere);
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.write(QByteArray(64, '0'));
    target.close();
    QVERIFY(QFile::link(elsewhere, file()));
    const auto loaded = load(false);
    QVERIFY(!loaded);
    QVERIFY(loaded.error().find("link") != std::string::npos);
}

void MasterKeyLoaderTest::fileWithoutKeyIsRefused() {
    QFile broken(file());
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("not a key");
    broken.close();
    QVERIFY(!load(true));
}

void MasterKeyLoaderTest::otherDataDirectoryHasAnotherEntry() {
    QVERIFY(load(true).has_value());
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(load(true).has_value());
    QCOMPARE(m_keychain.entries.size(), std::size_t{2});
}

QTEST_GUILESS_MAIN(MasterKeyLoaderTest)
#include "tst_master_key_loader.moc"
