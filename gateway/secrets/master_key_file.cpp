#include "gateway/secrets/master_key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace tollgate {

namespace {

constexpr std::string_view kMarker = "in-keychain\n";

class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_fd; }

private:
    int m_fd;
};

std::string failure(const std::string& path, const char* what) {
    return path + ": " + what + ": " + std::strerror(errno);
}

tl::expected<void, std::string> writeNew(const std::string& path, std::string_view text) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (file.get() < 0)
        return tl::unexpected(failure(path, "cannot be created"));
    while (!text.empty()) {
        const ssize_t written = ::write(file.get(), text.data(), text.size());
        if (written < 0)
            return tl::unexpected(failure(path, "cannot be written"));
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.get()) != 0)
        return tl::unexpected(failure(path, "cannot be synced"));
    return {};
}

} // namespace

tl::expected<std::optional<MasterKeyFile>, std::string> readMasterKeyFile(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (file.get() < 0) {
        if (errno == ENOENT)
            return std::optional<MasterKeyFile>();
        if (errno == ELOOP)
            return tl::unexpected(path + ": is a symbolic link; the master key must be a file of its own");
        return tl::unexpected(failure(path, "cannot be opened"));
    }
    struct stat facts {};
    if (::fstat(file.get(), &facts) != 0)
        return tl::unexpected(failure(path, "cannot be examined"));
    if (!S_ISREG(facts.st_mode))
        return tl::unexpected(path + ": is not a regular file");
    if (facts.st_uid != ::geteuid())
        return tl::unexpected(path + ": belongs to another user");

    MasterKeyFile result;
    if ((facts.st_mode & 077U) != 0) {
        if (::fchmod(file.get(), 0600) != 0)
            return tl::unexpected(path + ": is open to others and its mode cannot be set to 0600");
        result.warning = path +
                         ": was open to other users; its mode is 0600 now. Consider the credentials sealed "
                         "with it as known to whoever could read it";
    }
    std::array<char, 256> text{};
    const ssize_t length = ::read(file.get(), text.data(), text.size());
    if (length < 0)
        return tl::unexpected(failure(path, "cannot be read"));
    const std::string_view content(text.data(), static_cast<std::size_t>(length));
    if (content == kMarker)
        return result;
    auto key = MasterKey::fromText(content);
    if (!key)
        return tl::unexpected(path + ": " + key.error());
    result.key = *std::move(key);
    return result;
}

tl::expected<void, std::string> writeMasterKeyFile(const std::string& path, const MasterKey& key) {
    return writeNew(path, key.toHex() + "\n");
}

tl::expected<void, std::string> writeKeychainMarker(const std::string& path) {
    return writeNew(path, kMarker);
}

} // namespace tollgate
