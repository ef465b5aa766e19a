#include "gateway/telemetry/log_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tollgate {

tl::expected<std::unique_ptr<LogFile>, std::string> LogFile::open(LogFileOptions options) {
    std::unique_ptr<LogFile> file(new LogFile(std::move(options))); // its constructor is private
    if (!file->openCurrent())
        return tl::unexpected("cannot write " + file->m_options.path + ": " + std::strerror(errno));
    return file;
}

LogFile::~LogFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

std::string LogFile::nameOf(int number) const {
    return number == 0 ? m_options.path : m_options.path + "." + std::to_string(number);
}

bool LogFile::openCurrent() {
    m_descriptor = ::open(m_options.path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (m_descriptor < 0)
        return false;
    struct stat found {};
    if (::fstat(m_descriptor, &found) != 0 || !S_ISREG(found.st_mode)) {
        ::close(m_descriptor);
        m_descriptor = -1;
        errno = EINVAL;
        return false;
    }
    m_bytes = found.st_size;
    return true;
}

void LogFile::rotate() {
    ::close(m_descriptor);
    for (int number = m_options.files - 1; number > 0; --number)
        std::rename(nameOf(number - 1).c_str(), nameOf(number).c_str());
    if (m_options.files == 1)
        ::unlink(m_options.path.c_str());
    openCurrent();
}

void LogFile::write(std::string_view line) {
    const auto size = static_cast<std::int64_t>(line.size());
    const std::scoped_lock lock(m_mutex);
    if (m_descriptor >= 0 && m_bytes > 0 && m_bytes + size > m_options.maxBytes)
        rotate();
    if (m_descriptor < 0 && !openCurrent())
        return;
    while (!line.empty()) {
        const ssize_t written = ::write(m_descriptor, line.data(), line.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return;
        m_bytes += written;
        line.remove_prefix(static_cast<std::size_t>(written));
    }
}

} // namespace tollgate
