#pragma once
// The ledger's tables.

#include "gateway/store/migrations.h"

#include <memory>
#include <string>
#include <vector>

namespace tollgate {

/// Numbers 10 to 19.
std::vector<Migration> ledgerMigrations();

/// The database of resources and ledger, made or brought up to date.
Database::Result<std::unique_ptr<Database>> openMigrated(const std::string& path, const WorkPtr& work = {});

} // namespace tollgate
