#pragma once
// The data directory: made private, locked by one process, with its admin token.

#include <QLockFile>
#include <QString>

#include <tl/expected.hpp>

#include <memory>
#include <string>

namespace tollgate {

struct DirectoryError {
    bool alreadyRunning = false;
    QString message;
};

/// Creates the directory (0700) and takes its lock. The lock ends with the returned object.
tl::expected<std::unique_ptr<QLockFile>, DirectoryError> lockDataDirectory(const QString& path);

/// TOLLGATE_ADMIN_TOKEN, else what DATA_DIR/admin-token holds, else a new one written there with mode 0600.
tl::expected<std::string, QString> adminToken(const QString& dataDirectory);

} // namespace tollgate
