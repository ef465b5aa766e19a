#pragma once
// How long a model's replies usually are, for callers who set no limit: what rate limits take in advance, and
// what budgets reserve where not even the catalogue knows a model's longest reply. Learnt in this process,
// from recent replies.

#include "gateway/config/snapshot.h"

#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>

namespace tollgate {

/// Thread-safe.
class OutputLengths {
public:
    /// A whole reply of "provider/model" that nobody had limited.
    void note(std::string_view reference, std::int64_t tokens);
    /// Longer than 95 of 100 replies were, by at most a quarter; nothing before kEnough were seen.
    std::optional<std::int64_t> p95(std::string_view reference) const;

    /// The longest of the replies remembered, by at most a quarter more; nothing before the first.
    std::optional<std::int64_t> longest(std::string_view reference) const;

    static constexpr int kEnough = 20;
    static constexpr int kRemembered = 512; ///< then the older ones count half
    static constexpr std::size_t kMostModels = 1'000;

private:
    static constexpr std::size_t kBuckets = 128;
    struct Lengths {
        std::array<std::uint16_t, kBuckets> counts{};
        int total = 0;
    };

    mutable std::mutex m_mutex;
    ByName<Lengths> m_models;
};

} // namespace tollgate
