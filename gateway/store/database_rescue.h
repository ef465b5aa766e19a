#pragma once
// What to do with a database file that contradicts itself: tell, put aside, take out of it what can still be
// read. One thread; nobody else may have the file open meanwhile.

#include "gateway/store/database.h"
#include "gateway/wire/work_progress.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// Whether an error of SQLite's means that the file itself is damaged (SQLITE_CORRUPT, SQLITE_NOTADB:
/// https://www.sqlite.org/rescode.html). A full or locked disk does not.
bool saysCorrupt(std::string_view error);

/// What is wrong with the file, if anything. No file and an empty one are sound. Small tables are checked
/// always, the whole only up to `wholeUpToBytes`: a gigabyte takes seconds, and its damage shows when it is
/// met.
std::optional<std::string> damageOf(const std::string& path, std::int64_t wholeUpToBytes = 64 << 20);

/// Renames the file and its -wal and -shm to PATH.corrupt-YYYYMMDDTHHMMSSZ and returns that name.
Database::Result<std::string> moveAside(const std::string& path, std::int64_t nowMs);

struct SalvagedTable {
    std::string name;
    std::int64_t rows = 0;
    bool complete = false; ///< every row of the old table was read
};

/// Copies into the tables of `to` whatever the file still yields of the same tables, from both ends of each.
/// A file that cannot be opened at all yields nothing; errors are those of writing.
/// `work`, which may be null, counts rows; cancelled, it is an error.
Database::Result<std::vector<SalvagedTable>> salvage(const std::string& from, Database& to,
                                                     const WorkPtr& work = {});

} // namespace tollgate
