#include "app/data_directory.h"

#include <QDir>
#include <QFile>

#include <openssl/rand.h>

#include <array>

namespace tollgate {

tl::expected<std::unique_ptr<QLockFile>, DirectoryError> lockDataDirectory(const QString& path) {
    const bool existed = QFile::exists(path);
    if (!QDir().mkpath(path))
        return tl::unexpected(
            DirectoryError{false, QStringLiteral("The data directory %1 cannot be created.").arg(path)});
    if (!existed)
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral("/lock"));
    lock->setStaleLockTime(0);
    // In a container every process is number 1: what a killed one left looks like our own. The kernel knows
    // whether somebody holds it, and removeStaleLockFile() asks it.
    if (lock->tryLock(0) ||
        (lock->error() == QLockFile::LockFailedError && lock->removeStaleLockFile() && lock->tryLock(0)))
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return tl::unexpected(
            DirectoryError{false, QStringLiteral("The data directory %1 is not writable.").arg(path)});
    qint64 pid = 0;
    QString host;
    QString program;
    lock->getLockInfo(&pid, &host, &program);
    return tl::unexpected(
        DirectoryError{true, QStringLiteral("%1 is in use by %2, process %3 on %4.")
                                 .arg(path, program.isEmpty() ? QStringLiteral("tollgate") : program)
                                 .arg(pid)
                                 .arg(host)});
}

tl::expected<std::string, QString> adminToken(const QString& dataDirectory) {
    if (const QByteArray given = qgetenv("TOLLGATE_ADMIN_TOKEN"); !given.isEmpty())
        return given.toStdString();
    const QString path = dataDirectory + QStringLiteral("/admin-token");
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray token = file.readAll().trimmed();
        if (token.size() >= 16) {
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
            return token.toStdString();
        }
        file.close();
    }
    std::array<unsigned char, 32> bytes{};
    RAND_bytes(bytes.data(), static_cast<int>(bytes.size()));
    const QByteArray token =
        "tga-" +
        QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())).toHex();
    // Permissions at creation, so that nobody can open it in between.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate, QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(token + '\n') != token.size() + 1)
        return tl::unexpected(QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return token.toStdString();
}

} // namespace tollgate
