#pragma once
// Writes over many resources (PUT /config, POST /models/import, a rotation), kept whole for ten minutes so
// that POST /config/undo can take one back in one transaction, secrets included. In memory only: it goes with
// the process. Control thread. Times are milliseconds of the injected clock.

#include "gateway/admin/admin_types.h"
#include "gateway/config/snapshot.h"
#include "gateway/store/resource_repository.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tollgate {

class AdminCore;
class ConfigDraft;

struct LoggedWrite {
    std::int64_t version = 0; ///< of the configuration, afterwards
    std::int64_t untilMs = 0;
    SnapshotPtr before;
    SnapshotPtr after;
    std::vector<std::pair<ResourceKind, std::string>> touched;
};

class WriteLog {
public:
    static constexpr std::int64_t kKeptMs = 10 * 60 * 1'000;
    static constexpr std::size_t kMost = 16; ///< the oldest go first

    void keep(LoggedWrite write);
    /// Null: nothing is kept of it (any more).
    const LoggedWrite* find(std::int64_t version, std::int64_t nowMs);
    void forget(std::int64_t version);
    void expire(std::int64_t nowMs);

private:
    std::deque<LoggedWrite> m_writes; ///< oldest first
};

/// AdminCore::commit(), and what it needs to be taken back.
Outcome<std::int64_t> commitLogged(AdminCore& core, ConfigDraft& draft, std::string_view actor);

} // namespace tollgate
