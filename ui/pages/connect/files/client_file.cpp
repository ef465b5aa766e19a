#include "ui/pages/connect/files/client_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace tollgate::ui {
namespace {

constexpr qint64 kLargest = 4 * 1024 * 1024; ///< no configuration file is
constexpr auto kPrivate = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto kOthers =
    QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;

QString tr(const char* text) {
    return QCoreApplication::translate("tollgate::ui", text);
}

using Done = tl::expected<void, QString>;

/// Either the whole new content or the old one, whatever happens in between.
Done replace(const QString& path, const QByteArray& content, QFileDevice::Permissions permissions) {
    if (!QDir().mkpath(QFileInfo(path).path()))
        return tl::unexpected(tr("The folder %1 cannot be made.").arg(QFileInfo(path).path()));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(permissions) ||
        file.write(content) != content.size() || !file.commit())
        return tl::unexpected(tr("%1 cannot be written: %2").arg(path, file.errorString()));
    return {};
}

QByteArray digest(const QByteArray& content) {
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

} // namespace

QString ClientFile::target() const {
    const QString canonical = QFileInfo(m_path).canonicalFilePath();
    return canonical.isEmpty() ? m_path : canonical;
}

bool ClientFile::exists() const {
    return QFileInfo::exists(m_path);
}

tl::expected<QByteArray, QString> ClientFile::read() const {
    QFile file(m_path);
    if (!file.exists())
        return QByteArray();
    if (file.size() > kLargest)
        return tl::unexpected(tr("%1 is too large to be a configuration file.").arg(m_path));
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(tr("%1 cannot be read: %2").arg(m_path, file.errorString()));
    return file.readAll();
}

bool ClientFile::isShared() const {
    return exists() && (QFile::permissions(m_path) & kOthers) != QFileDevice::Permissions();
}

/// The permissions it had before us, as a number in the mark's second line.
QFileDevice::Permissions ClientFile::permissionsBefore() const {
    QFile mark(markPath());
    if (mark.open(QIODevice::ReadOnly)) {
        mark.readLine();
        bool known = false;
        const int kept = mark.readLine().trimmed().toInt(&known);
        if (known)
            return QFileDevice::Permissions::fromInt(kept);
    }
    return exists() ? QFile::permissions(m_path) : QFileDevice::Permissions(kPrivate);
}

Done ClientFile::write(const QByteArray& content, const QByteArray& expected, bool holdsKey) {
    const auto before = read();
    if (!before)
        return tl::unexpected(before.error());
    if (*before != expected)
        return tl::unexpected(tr("%1 was changed meanwhile. Look at the new difference first.").arg(m_path));
    const bool there = exists();
    const auto permissions = there ? QFile::permissions(m_path) : QFileDevice::Permissions(kPrivate);
    // Written by us before and untouched since: what was there before us stays the backup.
    const bool again = undoState() == Undo::Possible;
    const auto had = again ? permissionsBefore() : permissions;
    if (!again) {
        if (there) {
            if (const Done kept = replace(backupPath(), *before, kPrivate); !kept)
                return kept;
        } else {
            QFile::remove(backupPath());
        }
    }
    if (const Done marked =
            replace(markPath(), digest(content) + '\n' + QByteArray::number(had.toInt()) + '\n', kPrivate);
        !marked)
        return marked;
    return replace(target(), content, holdsKey ? QFileDevice::Permissions(kPrivate) : permissions);
}

ClientFile::Undo ClientFile::undoState() const {
    QFile mark(markPath());
    if (!mark.open(QIODevice::ReadOnly))
        return Undo::None;
    const auto now = read();
    return now && exists() && digest(*now) == mark.readLine().trimmed() ? Undo::Possible : Undo::ChangedSince;
}

Done ClientFile::undo(bool evenIfChanged) {
    const Undo state = undoState();
    if (state == Undo::None)
        return tl::unexpected(tr("There is nothing to undo."));
    if (state == Undo::ChangedSince && !evenIfChanged)
        return tl::unexpected(tr("%1 was changed since it was written.").arg(m_path));
    QFile backup(backupPath());
    if (backup.exists()) {
        if (!backup.open(QIODevice::ReadOnly))
            return tl::unexpected(tr("%1 cannot be read: %2").arg(backupPath(), backup.errorString()));
        if (const Done restored = replace(target(), backup.readAll(), permissionsBefore()); !restored)
            return restored;
        backup.close();
        QFile::remove(backupPath());
    } else if (exists() && !QFile::remove(m_path)) {
        return tl::unexpected(tr("%1 cannot be removed.").arg(m_path));
    }
    QFile::remove(markPath());
    return {};
}

} // namespace tollgate::ui
