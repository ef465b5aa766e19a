#include "gateway/admin/key_files.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace tollgate {

KeyFiles::~KeyFiles() {
    for (const std::string& path : m_written)
        QFile::remove(QString::fromStdString(path));
}

tl::expected<std::string, std::string> KeyFiles::write(const std::string& name, const std::string& secret) {
    const QString directory = QString::fromStdString(m_directory);
    constexpr auto kOwner = QFile::ReadOwner | QFile::WriteOwner;
    if (!QDir().mkpath(directory) || !QFile::setPermissions(directory, kOwner | QFile::ExeOwner))
        return tl::unexpected(m_directory + " cannot be created");
    // Nameable by codec.h: no slash, not "." or "..".
    std::string path = m_directory + "/" + name;
    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwner))
        return tl::unexpected(path + ": " + file.errorString().toStdString());
    file.write(QByteArray::fromStdString(secret + "\n"));
    if (!file.commit())
        return tl::unexpected(path + ": " + file.errorString().toStdString());
    m_written.push_back(path);
    return path;
}

} // namespace tollgate
