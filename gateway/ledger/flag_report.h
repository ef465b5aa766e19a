#pragma once
// A flag's arms out of the ledger.

#include "gateway/config/codec.h"
#include "gateway/ledger/flag_comparison.h"
#include "gateway/ledger/ledger_connection.h"
#include "gateway/ledger/window_stats.h"

#include <boost/json/value.hpp>

namespace tollgate {

/// Arm (of a prompt flag: version) → sums since then.
Answer<ArmCells> readArms(LedgerConnection& connection, const Flag& flag, std::int64_t fromMs);
/// Overview's canary card.
boost::json::value canaryJson(const Flag& flag, const ArmCells& arms, std::string_view window);

} // namespace tollgate
