#pragma once
// When tollgate.db is damaged: it is moved aside, and a new one is filled with what the old one still yields,
// the last backup of the configuration and, when the ledger starts on it, the journal.

#include "gateway/opening.h"
#include "gateway/wire/clock.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>

namespace tollgate {

struct DatabaseRepair {
    std::string damage;  ///< SQLite's words
    std::string movedTo; ///< where the damaged file is now
    std::string text;    ///< all of it, for people
    bool refill = false; ///< rows are missing whose sums are there: see Ledger::start()
};

/// Control thread, while nobody has the database open. Nothing when the file is sound and `knownDamage` is
/// empty. The error says what could not even be put aside or made anew. `opening` sees how far it is; stopped
/// by it, the damaged file is as it was.
tl::expected<std::optional<DatabaseRepair>, std::string> repairDatabase(const std::string& dataDirectory,
                                                                        const Clock& clock,
                                                                        const std::string& knownDamage = {},
                                                                        Opening* opening = nullptr);

std::string configBackupPath(const std::string& dataDirectory);

} // namespace tollgate
