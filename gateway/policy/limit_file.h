#pragma once
// The levels of all token buckets in a file that is mapped into memory. Workers change plain memory and do no
// I/O; the kernel keeps the pages, so after kill -9 every admission that was made is there, to the last one.
// (Writing the levels out every few seconds would forget the admissions since; counting them up again from
// the ledger cannot know where a busy bucket stood before.) A lost machine may lose the last seconds.
//
// Not thread-safe; the limiter locks. Levels themselves are atomic.

#include "gateway/policy/token_bucket.h"
#include "gateway/wire/clock.h"

#include <tl/expected.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

struct BucketLevels {
    BucketLevel requestsFullNs{0};
    BucketLevel tokensFullNs{0};

    bool full(std::int64_t nowNs) const { return requestsFullNs <= nowNs && tokensFullNs <= nowNs; }
};

class LimitFile {
public:
    /// Makes the file (mode 0600) or takes over what it holds; what is no file of this kind is begun anew.
    /// `bootId` tells whether the monotonic clock still counts from the same instant: if not, the wall clock
    /// says how much time has passed.
    static tl::expected<std::unique_ptr<LimitFile>, std::string>
    open(const std::string& path, const Clock& clock, const std::string& bootId = systemBootId());
    ~LimitFile();
    LimitFile(const LimitFile&) = delete;
    LimitFile& operator=(const LimitFile&) = delete;

    /// The levels of that subject, as they were left; null: the file has no room for one more.
    BucketLevels* levels(std::string_view subject);
    /// The subject may lose its place: its buckets are full.
    void release(std::string_view subject);

    static std::string systemBootId();
    static constexpr std::size_t kPlaces = 32'768; ///< 1 MiB

private:
    struct Header;
    struct Place;
    using Name = std::array<unsigned char, 16>;

    LimitFile(int descriptor, void* memory);
    void takeOver(const Clock& clock, const std::string& bootId);
    static Name nameOf(std::string_view text);
    Header& header();
    Place* places();

    const int m_descriptor;
    void* const m_memory;
    std::map<Name, std::size_t> m_used;
    std::vector<std::size_t> m_free;
};

} // namespace tollgate
