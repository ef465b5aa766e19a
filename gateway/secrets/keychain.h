#pragma once
// The desktop's keychain as the loader needs it. Main thread only: QtKeychain runs its jobs in an unlocked
// process-wide queue.

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tollgate {

struct KeychainAnswer {
    std::optional<std::string> value; ///< what was read
    bool notFound = false;            ///< the keychain works and holds no such entry
    std::string error;                ///< for people; empty on success
};

class Keychain {
public:
    using Done = std::function<void(const KeychainAnswer&)>;
    virtual ~Keychain() = default;
    /// `done` is called later, once, in this thread; never after the keychain is destroyed.
    virtual void read(const std::string& entry, Done done) = 0;
    virtual void write(const std::string& entry, const std::string& value, Done done) = 0;
};

/// The real one, in service "tollgate".
std::unique_ptr<Keychain> makeDesktopKeychain();
/// Whether there is a session bus that a keychain could answer on.
bool desktopKeychainLikely();

} // namespace tollgate
