#pragma once
// Retention applied now instead of with the next sweeps: what it removed.

#include <cstdint>
#include <string>

namespace tollgate {

struct RetentionResult {
    std::int64_t removed = 0;  ///< requests; their sums stay
    std::int64_t beforeMs = 0; ///< what was older went; 0: nothing goes by age
    std::int64_t bytesBefore = 0;
    std::int64_t bytesAfter = 0; ///< of the database that hold something
    bool cancelled = false;      ///< what was removed until then is gone
    std::string error;           ///< what stopped it
};

} // namespace tollgate
