#include "gateway/policy/output_lengths.h"

#include <algorithm>
#include <bit>
#include <string>

namespace tollgate {

namespace {

/// Four buckets between a power of two and the next.
std::size_t bucketOf(std::int64_t tokens) {
    if (tokens < 4)
        return static_cast<std::size_t>(std::max<std::int64_t>(tokens, 0));
    const auto value = static_cast<std::uint64_t>(tokens);
    const auto power = static_cast<std::size_t>(std::bit_width(value)) - 1; // at least 2
    return 4 * (power - 1) + static_cast<std::size_t>((value >> (power - 2)) & 3U);
}

std::int64_t longestIn(std::size_t bucket) {
    if (bucket < 4)
        return static_cast<std::int64_t>(bucket);
    const std::size_t power = bucket / 4 + 1;
    return static_cast<std::int64_t>(((4 + bucket % 4 + 1) << (power - 2)) - 1);
}

} // namespace

void OutputLengths::note(std::string_view reference, std::int64_t tokens) {
    const std::size_t bucket = std::min(bucketOf(tokens), kBuckets - 1);
    const std::scoped_lock lock(m_mutex);
    auto known = m_models.find(reference);
    if (known == m_models.end()) {
        if (m_models.size() >= kMostModels)
            m_models.clear();
        known = m_models.emplace(std::string(reference), Lengths()).first;
    }
    Lengths& lengths = known->second;
    if (lengths.total >= kRemembered) {
        lengths.total = 0;
        for (std::uint16_t& count : lengths.counts) {
            count = static_cast<std::uint16_t>(count / 2);
            lengths.total += count;
        }
    }
    ++lengths.counts[bucket];
    ++lengths.total;
}

std::optional<std::int64_t> OutputLengths::p95(std::string_view reference) const {
    const std::scoped_lock lock(m_mutex);
    const Lengths* lengths = ConfigSnapshot::find(m_models, reference);
    if (lengths == nullptr || lengths->total < kEnough)
        return std::nullopt;
    int longer = lengths->total / 20;
    std::size_t bucket = kBuckets - 1;
    for (; bucket > 0; --bucket) {
        longer -= lengths->counts[bucket];
        if (longer < 0)
            break;
    }
    return longestIn(bucket);
}

std::optional<std::int64_t> OutputLengths::longest(std::string_view reference) const {
    const std::scoped_lock lock(m_mutex);
    const Lengths* lengths = ConfigSnapshot::find(m_models, reference);
    if (lengths == nullptr)
        return std::nullopt;
    for (std::size_t bucket = kBuckets; bucket-- > 0;) {
        if (lengths->counts[bucket] > 0)
            return longestIn(bucket);
    }
    return std::nullopt;
}

} // namespace tollgate
