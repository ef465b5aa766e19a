#pragma once
// The master key in a file that only its owner reads, where no keychain answers.

#include "gateway/secrets/master_key.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>

namespace tollgate {

struct MasterKeyFile {
    std::optional<MasterKey> key; ///< nothing: the file says that the key is in the keychain
    std::string warning;          ///< for the log: the file was open to others and has been closed
};

/// Nothing when there is no such file. Refused: a file that is not a regular one of this user's (a link,
/// say), or that holds no key. Permissions wider than 0600 are tightened, with a warning.
tl::expected<std::optional<MasterKeyFile>, std::string> readMasterKeyFile(const std::string& path);

/// Creates the file with mode 0600 and syncs it; refused when it is there already.
tl::expected<void, std::string> writeMasterKeyFile(const std::string& path, const MasterKey& key);
/// Leaves word that the key is in the keychain, so that a keychain that does not answer is not mistaken for a
/// new installation.
tl::expected<void, std::string> writeKeychainMarker(const std::string& path);

} // namespace tollgate
