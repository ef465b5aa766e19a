#pragma once
// A log in files of bounded size: FILE is written, FILE.1 is the one before it, up to FILE.N, the oldest.

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace tollgate {

struct LogFileOptions {
    std::string path;
    std::int64_t maxBytes = 16 << 20; ///< of one file
    int files = 5;                    ///< in all, the current one included
};

/// Thread-safe. Files are the user's alone (0600).
class LogFile {
public:
    /// Goes on behind what the file holds already. The error is for people.
    static tl::expected<std::unique_ptr<LogFile>, std::string> open(LogFileOptions options);
    ~LogFile();
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;

    /// One line, with its newline; a line is never torn between two files. What cannot be written is lost:
    /// the disk is full, and a log must not be what stops the gateway.
    void write(std::string_view line);

private:
    explicit LogFile(LogFileOptions options)
        : m_options(std::move(options)) {}

    bool openCurrent();
    void rotate();
    std::string nameOf(int number) const;

    const LogFileOptions m_options;
    std::mutex m_mutex;
    int m_descriptor = -1;
    std::int64_t m_bytes = 0;
};

} // namespace tollgate
