#pragma once
// Finds the master key at start: the environment, then what this data directory has used before, then the
// desktop's keychain, then a 0600 file. Main thread only.

#include "gateway/secrets/keychain.h"
#include "gateway/secrets/master_key.h"

#include <QObject>
#include <QTimer>
#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tollgate {

enum class SecretStoreKind { Keychain, File, Environment, Memory };
/// "keychain", "file", "environment", "memory".
std::string_view toString(SecretStoreKind kind);

struct LoadedMasterKey {
    MasterKey key;
    SecretStoreKind store = SecretStoreKind::Memory;
    /// To be said loudly, in the log and in GET /status: why it is not the keychain. Empty when it is.
    std::string note;
};

class MasterKeyLoader final : public QObject {
public:
    struct Options {
        std::string dataDirectory; ///< must exist
        std::optional<std::string> environmentKey;
        std::unique_ptr<Keychain> keychain; ///< null: there is none, do not wait for one
        int keychainTimeoutMs = 5'000;

        /// TOLLGATE_MASTER_KEY, and the desktop's keychain where there is a session bus.
        static Options fromSystem(std::string dataDirectory);
    };
    /// The error is for people. An error means that credentials cannot be used or stored, not that a new key
    /// may be made: that would lose what the old one sealed.
    using Result = tl::expected<LoadedMasterKey, std::string>;
    using Done = std::function<void(Result)>;

    explicit MasterKeyLoader(Options options, QObject* parent = nullptr);

    /// Calls `done` once: from inside load() unless the keychain has to be asked, and then within the
    /// time-out.
    void load(Done done);

private:
    std::string filePath() const;
    std::string entryName() const;
    void useKeychain(bool mustBeThere);
    void keychainRead(const KeychainAnswer& answer, bool mustBeThere);
    void storeInKeychain();
    void useNewFile(const std::string& why);
    void finish(Result result);

    Options m_options;
    Done m_done;
    QTimer m_timer;
};

} // namespace tollgate
