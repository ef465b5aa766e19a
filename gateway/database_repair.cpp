#include "gateway/database_repair.h"

#include "gateway/house.h"
#include "gateway/ledger/ledger_database.h"
#include "gateway/ledger/schema.h"
#include "gateway/store/config_backup.h"
#include "gateway/store/database_rescue.h"
#include "gateway/store/resource_repository.h"

#include <algorithm>
#include <cstdio>
#include <initializer_list>

namespace tollgate {

namespace {

using Tables = std::vector<SalvagedTable>;

const SalvagedTable* find(const Tables& tables, std::string_view name) {
    const auto at = std::ranges::find(tables, name, &SalvagedTable::name);
    return at == tables.end() ? nullptr : &*at;
}

bool complete(const Tables& tables, std::initializer_list<std::string_view> names) {
    return std::ranges::all_of(names, [&](std::string_view name) {
        const SalvagedTable* table = find(tables, name);
        return table != nullptr && table->complete;
    });
}

/// Where the configuration of the new database comes from, in words.
Database::Result<std::string> bringConfiguration(Database& database, const Tables& salvaged,
                                                 const std::string& backup) {
    const bool whole = complete(salvaged, {"resources", "credentials", "meta"});
    const std::int64_t version = ResourceRepository(database).version().value_or(0);
    const auto saved = configBackupVersion(backup);
    if (saved && (!whole || *saved > version)) {
        if (auto done = restoreConfigBackup(backup, database); !done)
            return tl::unexpected(done.error());
        return "the configuration is that of its last backup, version " + std::to_string(*saved);
    }
    if (whole)
        return "the configuration was read from the damaged file, version " + std::to_string(version);
    const SalvagedTable* resources = find(salvaged, "resources");
    if (resources != nullptr && resources->rows > 0)
        return "only a part of the configuration could be read, and there is no backup of it";
    return std::string(
        "the configuration is lost: nothing of it could be read, and there is no backup of it");
}

Database::Result<std::string> bringLedger(const std::string& path, const Tables& salvaged, bool& refill) {
    const bool sums = complete(salvaged, {"rollup_hour", "rollup_day", "journal_positions", "ledger_dims",
                                          "ledger_shapes", "ledger_meta"});
    const bool rows = complete(salvaged, {"requests", "request_details"});
    refill = sums && !rows;
    LedgerDatabase ledger(path);
    if (auto opened = ledger.open(); !opened)
        return tl::unexpected(opened.error());
    if (auto mended = ledger.mendRows(); !mended)
        return tl::unexpected(mended.error());
    if (!sums) {
        if (auto rebuilt = ledger.rebuildSums(); !rebuilt)
            return tl::unexpected(rebuilt.error());
    }
    const SalvagedTable* requests = find(salvaged, "requests");
    return std::to_string(requests == nullptr ? 0 : requests->rows) +
           " requests were read from it; what the journal holds beyond them is replayed";
}

Database::Result<> fill(const std::string& path, const std::string& damaged, const std::string& backup,
                        DatabaseRepair& repair, const WorkPtr& work) {
    auto database = openMigrated(path);
    if (!database)
        return tl::unexpected(database.error());
    const auto salvaged = salvage(damaged, **database, work);
    if (!salvaged)
        return tl::unexpected(salvaged.error());
    const auto configuration = bringConfiguration(**database, *salvaged, backup);
    if (!configuration)
        return tl::unexpected(configuration.error());
    const auto ledger = bringLedger(path, *salvaged, repair.refill);
    if (!ledger)
        return tl::unexpected(ledger.error());
    if (work && work->cancelled)
        return tl::unexpected(std::string("stopped")); // what is damaged stays where it is
    repair.text = *configuration + "; " + *ledger + ".";
    return {};
}

} // namespace

std::string configBackupPath(const std::string& dataDirectory) {
    return dataDirectory + "/config-backup.json";
}

tl::expected<std::optional<DatabaseRepair>, std::string> repairDatabase(const std::string& dataDirectory,
                                                                        const Clock& clock,
                                                                        const std::string& knownDamage,
                                                                        Opening* opening) {
    const std::string path = House::databasePath(dataDirectory);
    auto damage = knownDamage.empty() ? damageOf(path) : std::optional(knownDamage);
    if (!damage)
        return std::nullopt;
    if (opening != nullptr)
        opening->enter(OpeningStage::Repair);
    // Made beside it first: a disk that is full as well must not cost the one there is.
    const std::string made = path + ".rebuilt";
    for (const char* suffix : {"", "-wal", "-shm"})
        std::remove((made + suffix).c_str()); // of a try that failed
    DatabaseRepair repair;
    repair.damage = *damage;
    if (auto filled = fill(made, path, configBackupPath(dataDirectory), repair,
                           opening == nullptr ? WorkPtr() : opening->work);
        !filled)
        return tl::unexpected("a new database cannot be filled: " + filled.error());
    auto moved = moveAside(path, clock.unixMs());
    if (!moved)
        return tl::unexpected(moved.error());
    repair.movedTo = *moved;
    if (std::rename(made.c_str(), path.c_str()) != 0)
        return tl::unexpected(made + " cannot be put in its place");
    repair.text = "The database was damaged (" + repair.damage + ") and is kept as " + repair.movedTo + ": " +
                  repair.text;
    return repair;
}

} // namespace tollgate
