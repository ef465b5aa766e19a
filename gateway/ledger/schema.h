#pragma once
// The ledger's tables.

#include <span>
#include <string_view>

namespace tollgate {

/// Statements of migration 10, in order; harmless when the tables are there already.
std::span<const std::string_view> ledgerSchema();

} // namespace tollgate
