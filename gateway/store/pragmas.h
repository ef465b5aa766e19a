#pragma once
// What every connection to one of Tollgate's databases is set to, whichever interface opened it.

#include <array>

namespace tollgate {

struct Pragma {
    const char* statement;
    const char* question;
    const char* answer; ///< what SQLite must say afterwards
};

// https://www.sqlite.org/pragma.html. synchronous 1 = NORMAL, temp_store 2 = MEMORY.
inline constexpr std::array kPragmas{
    Pragma{"PRAGMA journal_mode=WAL", "PRAGMA journal_mode", "wal"},
    Pragma{"PRAGMA synchronous=NORMAL", "PRAGMA synchronous", "1"},
    Pragma{"PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", "1"},
    Pragma{"PRAGMA temp_store=MEMORY", "PRAGMA temp_store", "2"},
};
inline constexpr const char* kPragmaFailed = " has no effect here (a file system without shared memory?)";

} // namespace tollgate
