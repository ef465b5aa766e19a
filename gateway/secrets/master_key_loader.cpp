#include "gateway/secrets/master_key_loader.h"

#include "gateway/secrets/master_key_file.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QString>

#include <utility>

namespace tollgate {

namespace {

std::string fileNote(const std::string& path, const std::string& why) {
    return "provider credentials are sealed with a key in the file " + path + " (" + why +
           "); whoever can read both that file and the database can read the credentials";
}

} // namespace

std::string_view toString(SecretStoreKind kind) {
    switch (kind) {
    case SecretStoreKind::Keychain:
        return "keychain";
    case SecretStoreKind::File:
        return "file";
    case SecretStoreKind::Environment:
        return "environment";
    case SecretStoreKind::Memory:
        return "memory";
    }
    return "memory";
}

MasterKeyLoader::Options MasterKeyLoader::Options::fromSystem(std::string dataDirectory) {
    Options options;
    options.dataDirectory = std::move(dataDirectory);
    if (qEnvironmentVariableIsSet("TOLLGATE_MASTER_KEY"))
        options.environmentKey = qgetenv("TOLLGATE_MASTER_KEY").toStdString();
    if (desktopKeychainLikely())
        options.keychain = makeDesktopKeychain();
    return options;
}

MasterKeyLoader::MasterKeyLoader(Options options, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options)) {
    m_timer.setSingleShot(true);
}

std::string MasterKeyLoader::filePath() const {
    return m_options.dataDirectory + "/master-key";
}

std::string MasterKeyLoader::entryName() const {
    // One entry per data directory: the demo's key is not the real one.
    const QString where = QFileInfo(QString::fromStdString(m_options.dataDirectory)).canonicalFilePath();
    const QByteArray digest = QCryptographicHash::hash(where.toUtf8(), QCryptographicHash::Sha256).toHex();
    return "master-key-" + digest.left(16).toStdString();
}

void MasterKeyLoader::load(Done done) {
    m_done = std::move(done);
    if (m_options.environmentKey) {
        auto key = MasterKey::fromText(*m_options.environmentKey);
        if (!key)
            return finish(tl::unexpected("TOLLGATE_MASTER_KEY: " + key.error()));
        return finish(LoadedMasterKey{*std::move(key), SecretStoreKind::Environment,
                                      "the master key comes from TOLLGATE_MASTER_KEY"});
    }
    auto file = readMasterKeyFile(filePath());
    if (!file)
        return finish(tl::unexpected(file.error()));
    if (*file && (*file)->key) {
        std::string note = fileNote(filePath(), "it was there already");
        if (!(*file)->warning.empty())
            note += ". " + (*file)->warning;
        return finish(LoadedMasterKey{*(*file)->key, SecretStoreKind::File, std::move(note)});
    }
    const bool mustBeThere = file->has_value();
    if (m_options.keychain != nullptr)
        return useKeychain(mustBeThere);
    if (mustBeThere)
        return finish(tl::unexpected(std::string(
            "the master key is in the desktop's keychain, and there is no session bus to reach it by")));
    useNewFile("there is no session bus, so no keychain");
}

void MasterKeyLoader::useKeychain(bool mustBeThere) {
    connect(&m_timer, &QTimer::timeout, this, [this, mustBeThere] {
        KeychainAnswer late;
        late.error = "the keychain did not answer in time";
        keychainRead(late, mustBeThere);
    });
    m_timer.start(m_options.keychainTimeoutMs);
    m_options.keychain->read(entryName(), [this, mustBeThere](const KeychainAnswer& answer) {
        keychainRead(answer, mustBeThere);
    });
}

void MasterKeyLoader::keychainRead(const KeychainAnswer& answer, bool mustBeThere) {
    if (!m_done)
        return; // too late: the time-out has decided
    if (answer.value) {
        auto key = MasterKey::fromText(*answer.value);
        if (!key)
            return finish(tl::unexpected("the keychain's entry " + entryName() + ": " + key.error()));
        if (!mustBeThere)
            (void)writeKeychainMarker(filePath()); // found from before the marker was lost
        return finish(LoadedMasterKey{*std::move(key), SecretStoreKind::Keychain, {}});
    }
    if (mustBeThere)
        return finish(tl::unexpected("the master key is in the desktop's keychain, but: " +
                                     (answer.notFound ? std::string("its entry is gone") : answer.error)));
    if (answer.notFound)
        return storeInKeychain();
    useNewFile(answer.error);
}

void MasterKeyLoader::storeInKeychain() {
    const MasterKey key = MasterKey::generate();
    m_options.keychain->write(entryName(), key.toHex(), [this, key](const KeychainAnswer& answer) {
        if (!m_done)
            return;
        if (!answer.error.empty())
            return useNewFile(answer.error);
        if (const auto marked = writeKeychainMarker(filePath()); !marked)
            return finish(tl::unexpected(marked.error()));
        finish(LoadedMasterKey{key, SecretStoreKind::Keychain, {}});
    });
}

void MasterKeyLoader::useNewFile(const std::string& why) {
    const MasterKey key = MasterKey::generate();
    if (const auto written = writeMasterKeyFile(filePath(), key); !written)
        return finish(tl::unexpected(written.error()));
    finish(LoadedMasterKey{key, SecretStoreKind::File, fileNote(filePath(), why)});
}

void MasterKeyLoader::finish(Result result) {
    m_timer.stop();
    if (const Done done = std::exchange(m_done, nullptr))
        done(std::move(result));
}

} // namespace tollgate
