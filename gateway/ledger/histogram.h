#pragma once
// Distribution of durations in logarithmic buckets: 32 per octave, so a percentile is within 1.6 % of the
// true value. Exact counts, mergeable in any order, small when sparse. A plain value; no thread safety of its
// own.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate {

class Histogram {
public:
    /// Any unit (microseconds here); negative values count as 0, values beyond 2^40 as 2^40.
    void add(std::int64_t value, std::uint64_t times = 1);
    void merge(const Histogram& other);
    void clear() { m_counts.clear(); }

    std::uint64_t count() const;
    bool empty() const { return m_counts.empty(); }
    /// The value below which `fraction` (0..1) of all samples lie; nothing when there is none.
    std::optional<std::int64_t> percentile(double fraction) const;

    /// Variable-length integers: gap to the previous bucket, count. Empty for an empty histogram.
    std::string serialise() const;
    /// False, leaving what was read so far, when the bytes are not a histogram.
    bool mergeSerialised(std::string_view bytes);
    /// The bytes of one sample alone, in `storage`.
    using SampleBytes = std::array<char, 4>;
    static std::string_view serialised(std::int64_t value, SampleBytes& storage);

    friend bool operator==(const Histogram&, const Histogram&) = default;

private:
    using Bucket = std::uint16_t;
    void addTo(Bucket bucket, std::uint64_t times);

    std::vector<std::pair<Bucket, std::uint64_t>> m_counts; ///< ascending by bucket
};

/// The sum of many serialised histograms, for answers: quicker to add to than a Histogram, and larger when
/// its samples lie far apart.
class HistogramSum {
public:
    /// As Histogram::mergeSerialised().
    bool add(std::string_view serialised);
    std::optional<std::int64_t> percentile(double fraction) const;

private:
    std::uint64_t& at(std::size_t bucket);

    std::vector<std::uint64_t> m_counts; ///< of m_first and the buckets after it
    std::size_t m_first = 0;
    std::uint64_t m_total = 0;
};

} // namespace tollgate
