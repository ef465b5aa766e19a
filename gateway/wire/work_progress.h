#pragma once
// How far a long piece of work is, and the wish that it stop. Shared between who does it and who watches it.

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

namespace tollgate {

struct WorkProgress {
    std::atomic<std::int64_t> done{0};
    std::atomic<std::int64_t> total{0}; ///< 0: not known
    std::atomic<bool> cancelled{false}; ///< whoever works looks at it between two steps
    /// Set where looking is not enough (a request that waits for its answer). Control thread only.
    std::function<void()> stop = {};
};

using WorkPtr = std::shared_ptr<WorkProgress>;

} // namespace tollgate
