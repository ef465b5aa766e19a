#include "gateway/policy/limit_file.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <new>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tollgate {

namespace {

constexpr std::array<char, 8> kMagic{'t', 'g', 'l', 'i', 'm', 'i', 't', '1'};

std::string failure(const std::string& what) {
    return what + ": " + std::strerror(errno);
}

} // namespace

struct LimitFile::Header {
    std::array<char, 8> magic;
    Name boot;
    std::int64_t wallMinusMonotonicNs;
    std::array<char, 32> unused;
};

struct LimitFile::Place {
    Name name; ///< of all zeros: free
    BucketLevels levels;
};

LimitFile::LimitFile(int descriptor, void* memory)
    : m_descriptor(descriptor)
    , m_memory(memory) {}

LimitFile::Header& LimitFile::header() {
    return *static_cast<Header*>(m_memory);
}
LimitFile::Place* LimitFile::places() {
    return reinterpret_cast<Place*>(static_cast<char*>(m_memory) + sizeof(Header));
}

tl::expected<std::unique_ptr<LimitFile>, std::string>
LimitFile::open(const std::string& path, const Clock& clock, const std::string& bootId) {
    static_assert(sizeof(Header) == 64 && sizeof(Place) == 32);
    constexpr std::size_t kBytes = sizeof(Header) + kPlaces * sizeof(Place);
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return tl::unexpected(failure(path));
    ::fchmod(descriptor, 0600); // also where somebody copied it to
    struct stat info {};
    ::fstat(descriptor, &info);
    const bool usable = info.st_size == static_cast<off_t>(kBytes);
    if (!usable && ::ftruncate(descriptor, 0) != 0) {
        const std::string why = failure(path);
        ::close(descriptor);
        return tl::unexpected(why);
    }
    // All of it now: a page that the disk has no room for later would be a signal, not an error.
    if (const int full = ::posix_fallocate(descriptor, 0, kBytes); full != 0) {
        ::close(descriptor);
        return tl::unexpected(path + ": " + std::strerror(full));
    }
    void* memory = ::mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (memory == MAP_FAILED) {
        const std::string why = failure(path);
        ::close(descriptor);
        return tl::unexpected(why);
    }
    std::unique_ptr<LimitFile> file(new LimitFile(descriptor, memory));
    file->takeOver(clock, bootId);
    return file;
}

LimitFile::~LimitFile() {
    ::munmap(m_memory, sizeof(Header) + kPlaces * sizeof(Place));
    ::close(m_descriptor);
}

void LimitFile::takeOver(const Clock& clock, const std::string& bootId) {
    const std::int64_t now = clock.monotonicNs();
    const std::int64_t offset = clock.unixMs() * 1'000'000 - now;
    const Name boot = nameOf(bootId);
    Header& head = header();
    const bool known = head.magic == kMagic;
    const std::int64_t shift = !known || head.boot == boot ? 0 : head.wallMinusMonotonicNs - offset;
    for (std::size_t i = kPlaces; i-- > 0;) {
        Place& place = places()[i];
        bool kept = known && place.name != Name{};
        if (kept) {
            for (BucketLevel* level : {&place.levels.requestsFullNs, &place.levels.tokensFullNs}) {
                const std::int64_t full = level->load() == 0 ? 0 : level->load() + shift;
                *level = std::clamp<std::int64_t>(full, 0, now + TokenBucket::kLongestDebtNs);
            }
            kept = !place.levels.full(now) && m_used.emplace(place.name, i).second;
        }
        if (!kept) {
            new (&place) Place{};
            m_free.push_back(i);
        }
    }
    head.boot = boot;
    head.wallMinusMonotonicNs = offset;
    head.magic = kMagic;
}

BucketLevels* LimitFile::levels(std::string_view subject) {
    const Name name = nameOf(subject);
    if (const auto known = m_used.find(name); known != m_used.end())
        return &places()[known->second].levels;
    if (m_free.empty())
        return nullptr;
    const std::size_t at = m_free.back();
    m_free.pop_back();
    m_used.emplace(name, at);
    places()[at].name = name;
    return &places()[at].levels;
}

void LimitFile::release(std::string_view subject) {
    const auto known = m_used.find(nameOf(subject));
    if (known == m_used.end())
        return;
    new (&places()[known->second]) Place{};
    m_free.push_back(known->second);
    m_used.erase(known);
}

LimitFile::Name LimitFile::nameOf(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr);
    Name name{};
    std::copy_n(digest.begin(), name.size(), name.begin());
    return name;
}

std::string LimitFile::systemBootId() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

} // namespace tollgate
