#pragma once
// One configuration file of somebody else's program: read, written whole and atomically with a backup beside
// it, and put back byte by byte. Links are followed, permissions kept; a new file, and one with a key in it,
// is private to the user.
//
// Beside FILE stand FILE.before-tollgate (what was there, when something was) and FILE.tollgate-written (what
// we wrote, as a digest, so that an undo never takes away what somebody changed since).

#include <QByteArray>
#include <QCoreApplication>
#include <QFileDevice>
#include <QString>

#include <tl/expected.hpp>

namespace tollgate::ui {

/// Any one thread at a time. Blocks for the disk: files are of a few kilobytes.
class ClientFile {
    Q_DECLARE_TR_FUNCTIONS(tollgate::ui::ClientFile)
public:
    explicit ClientFile(QString path)
        : m_path(std::move(path)) {}

    enum class Undo { None, Possible, ChangedSince };

    QString path() const { return m_path; }
    bool exists() const;
    tl::expected<QByteArray, QString> read() const; ///< empty when there is no file

    /// Only when the file still is `expected`: what was shown before is what is changed.
    /// With a key in it the file becomes private to the user; undo() gives it the permissions it had.
    tl::expected<void, QString> write(const QByteArray& content, const QByteArray& expected,
                                      bool holdsKey = false);
    /// Whether others than the user can read it now.
    bool isShared() const;
    Undo undoState() const;
    /// Also when it was changed since, if `evenIfChanged`.
    tl::expected<void, QString> undo(bool evenIfChanged = false);

    QString backupPath() const { return m_path + QStringLiteral(".before-tollgate"); }

private:
    QFileDevice::Permissions permissionsBefore() const;
    QString markPath() const { return m_path + QStringLiteral(".tollgate-written"); }
    QString target() const; ///< where a link leads

    QString m_path;
};

} // namespace tollgate::ui
