#pragma once
// What the arms of the flags that are watched have come to since each flag's last change: in memory, for
// guardrails and ramps. A request counts for the arm its caller was given: where that one failed and another
// answered, as a failure of the former and not at all for the latter, whose latency would hold the time lost.

#include "gateway/ledger/rollup.h"
#include "gateway/wire/request_record.h"

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate {

/// Arm → what its requests came to.
using ArmCells = std::map<std::string, RollupCell, std::less<>>;

/// Requests of one arm, or, with `failedArm`, requests that arm failed and another answered. Requests that
/// reached no target have no arm and do not count.
void addArm(ArmCells& arms, std::string_view arm, std::string_view failedArm, const RollupCell& cell);

/// Thread-safe.
class ArmStats {
public:
    struct Watch {
        std::string flag;
        std::int64_t sinceMs = 0; ///< requests that came before do not count
    };
    /// Begins anew for flags whose `sinceMs` has changed; forgets flags that are not named. Returns those
    /// that begin.
    std::vector<Watch> watch(const std::vector<Watch>& flags);
    /// What the ledger holds of a flag since then; for the start, before the first request.
    void seed(std::string_view flag, const ArmCells& arms);
    void record(const RequestRecord& record);
    ArmCells of(std::string_view flag) const;

private:
    struct Watched {
        std::int64_t sinceMs = 0;
        ArmCells arms;
    };
    mutable std::mutex m_mutex;
    std::map<std::string, Watched, std::less<>> m_flags;
};

} // namespace tollgate
