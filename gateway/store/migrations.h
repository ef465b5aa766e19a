#pragma once
// The schema grows by numbered steps that are never edited once released. Each room brings its own: the store
// has numbers 1 to 9, the ledger 10 to 19.

#include "gateway/store/database.h"
#include "gateway/wire/work_progress.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

struct Migration {
    int number = 0;
    std::string_view name;
    std::span<const std::string_view> statements; ///< must live as long as the program
};

/// Resources, credentials, audit, meta.
std::vector<Migration> storeMigrations();

/// Applies what is missing, in order of numbers, each in a transaction of its own, and returns the numbers
/// applied. Another process doing the same at the same time is harmless. A file that knows a number which is
/// not in the list comes from a newer version and is refused.
/// `work`, which may be null, counts them; cancelled, the one that runs is rolled back.
Database::Result<std::vector<int>> migrate(Database& database, std::vector<Migration> migrations,
                                           const WorkPtr& work = {});

} // namespace tollgate
