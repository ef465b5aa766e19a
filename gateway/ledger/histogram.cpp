#include "gateway/ledger/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace tollgate {

namespace {

constexpr int kSubBits = 5;
constexpr std::int64_t kSubCount = 1 << kSubBits;
/// What is so many times smaller is merged bucket by bucket.
constexpr std::size_t kFewTimes = 8;
constexpr std::int64_t kMaxValue = std::int64_t{1} << 40;

constexpr std::uint16_t bucketOf(std::int64_t value) {
    value = std::clamp<std::int64_t>(value, 0, kMaxValue);
    if (value < kSubCount)
        return static_cast<std::uint16_t>(value);
    const int exponent = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(value))) - 1;
    const int shift = exponent - kSubBits;
    return static_cast<std::uint16_t>((shift + 1) * kSubCount + ((value >> shift) - kSubCount));
}

constexpr std::uint64_t kLastBucket = bucketOf(kMaxValue);

/// The middle of the bucket.
std::int64_t valueOf(std::uint16_t bucket) {
    if (bucket < 2 * kSubCount)
        return bucket;
    const int shift = bucket / static_cast<int>(kSubCount) - 1;
    const std::int64_t low = (kSubCount + bucket % kSubCount) << shift;
    return low + (std::int64_t{1} << shift) / 2;
}

void putVarint(std::string& out, std::uint64_t value) {
    while (value >= 0x80) {
        out += static_cast<char>((value & 0x7F) | 0x80);
        value >>= 7;
    }
    out += static_cast<char>(value);
}

std::optional<std::uint64_t> takeVarint(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80)
            return value;
    }
    return std::nullopt;
}

/// Calls take(bucket, times) with every bucket in the bytes, ascending; false, having said what was read so
/// far, when they are not a histogram.
template <typename Take>
bool eachBucket(std::string_view bytes, Take take) {
    std::uint64_t bucket = 0;
    for (bool first = true; !bytes.empty(); first = false) {
        const auto gap = takeVarint(bytes);
        const auto times = takeVarint(bytes);
        if (!gap || !times || *times == 0 || (*gap == 0 && !first) || *gap > kLastBucket ||
            bucket + *gap > kLastBucket)
            return false;
        bucket += *gap;
        take(static_cast<std::uint16_t>(bucket), *times);
    }
    return true;
}

/// Which of `total` samples in ascending order is the percentile, counted from one.
std::uint64_t rankOf(double fraction, std::uint64_t total) {
    const double wanted = std::ceil(std::clamp(fraction, 0.0, 1.0) * static_cast<double>(total));
    return std::clamp<std::uint64_t>(static_cast<std::uint64_t>(wanted), 1, total);
}

} // namespace

void Histogram::add(std::int64_t value, std::uint64_t times) {
    if (times > 0)
        addTo(bucketOf(value), times);
}

void Histogram::addTo(Bucket bucket, std::uint64_t times) {
    const auto at = std::lower_bound(m_counts.begin(), m_counts.end(), bucket,
                                     [](const auto& entry, Bucket wanted) { return entry.first < wanted; });
    if (at != m_counts.end() && at->first == bucket)
        at->second += times;
    else
        m_counts.insert(at, {bucket, times});
}

void Histogram::merge(const Histogram& other) {
    if (m_counts.empty()) {
        m_counts = other.m_counts;
        return;
    }
    if (other.m_counts.size() * kFewTimes < m_counts.size()) {
        for (const auto& [bucket, times] : other.m_counts)
            addTo(bucket, times);
        return;
    }
    std::vector<std::pair<Bucket, std::uint64_t>> merged;
    merged.reserve(m_counts.size() + other.m_counts.size());
    auto mine = m_counts.begin();
    auto theirs = other.m_counts.begin();
    while (mine != m_counts.end() || theirs != other.m_counts.end()) {
        if (theirs == other.m_counts.end() || (mine != m_counts.end() && mine->first < theirs->first)) {
            merged.push_back(*mine++);
        } else if (mine == m_counts.end() || theirs->first < mine->first) {
            merged.push_back(*theirs++);
        } else {
            merged.emplace_back(mine->first, mine->second + theirs->second);
            ++mine;
            ++theirs;
        }
    }
    m_counts = std::move(merged);
}

std::uint64_t Histogram::count() const {
    std::uint64_t total = 0;
    for (const auto& [bucket, times] : m_counts)
        total += times;
    return total;
}

std::optional<std::int64_t> Histogram::percentile(double fraction) const {
    const std::uint64_t total = count();
    if (total == 0)
        return std::nullopt;
    const std::uint64_t rank = rankOf(fraction, total);
    std::uint64_t seen = 0;
    for (const auto& [bucket, times] : m_counts) {
        seen += times;
        if (seen >= rank)
            return valueOf(bucket);
    }
    return valueOf(m_counts.back().first);
}

std::string Histogram::serialise() const {
    std::string out;
    out.reserve(m_counts.size() * 2);
    Bucket previous = 0;
    for (const auto& [bucket, times] : m_counts) {
        putVarint(out, static_cast<std::uint64_t>(bucket - previous));
        putVarint(out, times);
        previous = bucket;
    }
    return out;
}

bool Histogram::mergeSerialised(std::string_view bytes) {
    Histogram read;
    const bool complete = eachBucket(
        bytes, [&](Bucket bucket, std::uint64_t times) { read.m_counts.emplace_back(bucket, times); });
    if (m_counts.empty())
        m_counts = std::move(read.m_counts);
    else
        merge(read);
    return complete;
}

std::string_view Histogram::serialised(std::int64_t value, SampleBytes& storage) {
    std::size_t size = 0;
    std::uint16_t bucket = bucketOf(value);
    for (; bucket >= 0x80; bucket >>= 7)
        storage[size++] = static_cast<char>((bucket & 0x7F) | 0x80);
    storage[size++] = static_cast<char>(bucket);
    storage[size++] = 1;
    return {storage.data(), size};
}

std::uint64_t& HistogramSum::at(std::size_t bucket) {
    if (m_counts.empty())
        m_first = bucket;
    if (bucket < m_first) {
        m_counts.insert(m_counts.begin(), m_first - bucket, 0);
        m_first = bucket;
    }
    if (bucket - m_first >= m_counts.size())
        m_counts.resize(bucket - m_first + 1);
    return m_counts[bucket - m_first];
}

bool HistogramSum::add(std::string_view serialised) {
    return eachBucket(serialised, [this](std::uint16_t bucket, std::uint64_t times) {
        at(bucket) += times;
        m_total += times;
    });
}

std::optional<std::int64_t> HistogramSum::percentile(double fraction) const {
    if (m_total == 0)
        return std::nullopt;
    const std::uint64_t rank = rankOf(fraction, m_total);
    std::uint64_t seen = 0;
    std::size_t bucket = m_first;
    for (const std::uint64_t times : m_counts) {
        seen += times;
        if (seen >= rank)
            break;
        ++bucket;
    }
    return valueOf(static_cast<std::uint16_t>(bucket));
}

} // namespace tollgate
