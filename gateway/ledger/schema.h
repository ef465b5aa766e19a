#pragma once
// The ledger's tables.

#include "gateway/store/migrations.h"

#include <vector>

namespace tollgate {

/// Numbers 10 to 19.
std::vector<Migration> ledgerMigrations();

} // namespace tollgate
