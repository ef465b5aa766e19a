#pragma once
// The configuration once more, in a file of its own: what a gateway starts from when its database is lost. It
// holds what the database holds, credentials sealed as they are there and no client key's secret.

#include "gateway/store/database.h"

#include <cstdint>
#include <optional>
#include <string>

namespace tollgate {

/// Replaces the file (mode 0600) in one step.
Database::Result<> writeConfigBackup(Database& database, const std::string& path);

/// The configuration's version in that file; nothing when there is no such file or it makes no sense.
std::optional<std::int64_t> configBackupVersion(const std::string& path);

/// Puts what the file holds in the place of the database's configuration.
Database::Result<> restoreConfigBackup(const std::string& path, Database& database);

} // namespace tollgate
