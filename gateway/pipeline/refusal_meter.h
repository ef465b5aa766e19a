#pragma once
// Keeps a flood of callers without a valid key from filling the ledger.

#include <cstdint>

namespace tollgate {

/// One per worker.
class RefusalMeter {
public:
    /// May this refusal be recorded? The first kPerSecond of each second may.
    bool allows(std::int64_t unixMs) {
        if (unixMs / 1000 != m_second) {
            m_second = unixMs / 1000;
            m_count = 0;
        }
        return m_count++ < kPerSecond;
    }

private:
    static constexpr int kPerSecond = 10;
    std::int64_t m_second = 0;
    int m_count = 0;
};

} // namespace tollgate
