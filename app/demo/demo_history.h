#pragma once
// Thirty days that never happened, written straight into the ledger's tables: weekdays and weekends, mornings
// and nights, an outage of anthropic six days ago that fallbacks bridged, a canary, a local model that went
// down an hour ago and made nightly-eval expensive, a daily budget three quarters used. The same clock gives
// the same history.

#include <tl/expected.hpp>

#include <cstdint>
#include <string>

namespace tollgate {

struct DemoHistoryResult {
    std::int64_t requests = 0; ///< written now
    std::int64_t fromMs = 0;
    double costUsd = 0;
};

/// Fills the ledger at `databasePath` (migrated here if it is new) up to `nowMs`: all thirty days when it is
/// empty, else from its last request on. Blocks for a second or two; any thread; no other ledger may be open
/// on the file. The error is for people.
tl::expected<DemoHistoryResult, std::string> writeDemoHistory(const std::string& databasePath,
                                                              std::int64_t nowMs, int days = 30);

} // namespace tollgate
