#pragma once
// Secrets of keys that the configuration document asked for: one file each, for their owner to fetch.

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace tollgate {

/// Writes files with mode 0600 into keys/ (0700) below the data directory, and takes them away again unless
/// it is told that the keys are really there.
class KeyFiles {
public:
    explicit KeyFiles(std::string dataDirectory)
        : m_directory(std::move(dataDirectory) + "/keys") {}
    ~KeyFiles();
    KeyFiles(const KeyFiles&) = delete;
    KeyFiles& operator=(const KeyFiles&) = delete;

    /// Returns the path. A file of that name from before is replaced.
    tl::expected<std::string, std::string> write(const std::string& name, const std::string& secret);
    void keep() { m_written.clear(); }

private:
    std::string m_directory;
    std::vector<std::string> m_written;
};

} // namespace tollgate
