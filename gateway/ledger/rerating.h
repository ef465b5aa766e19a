#pragma once
// One re-rating on its way: chunk by chunk, each in a transaction of its own, so that new records get their
// turn in between. One thread: the database's.

#include "gateway/config/snapshot.h"
#include "gateway/ledger/live_stats.h"
#include "gateway/ledger/rerate.h"
#include "gateway/store/sqlite.h"
#include "gateway/wire/request_record.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tollgate {

class Rerating {
public:
    /// What a chunk changed of one request, for the sums that are kept in memory.
    struct Correction {
        std::int64_t atMs = 0;
        std::string project;
        std::string provider;
        Totals delta;
    };

    Rerating(RerateQuery query, SnapshotPtr config, std::int64_t nowMs);

    /// The next chunk; nothing is changed when it fails. False: there was none left.
    SqliteResult<bool> step(SqliteConnection& database, std::vector<Correction>& corrections);
    RerateResult result() const;
    /// Whether somebody wants it stopped.
    bool isCancelled() const { return m_query.work && m_query.work->cancelled; }

private:
    struct Row;
    struct Change;
    SqliteResult<> count(SqliteConnection& database); ///< what there is to look at
    SqliteResult<std::vector<Row>> read(SqliteConnection& database);
    void judge(const Row& row, std::vector<Change>& changes);
    SqliteResult<> write(SqliteConnection& database, const std::vector<Change>& changes) const;
    SqliteResult<> writeRows(SqliteConnection& database, const std::vector<Change>& changes) const;
    static SqliteResult<> writeSums(SqliteConnection& database, const std::vector<Change>& changes);

    const RerateQuery m_query;
    const SnapshotPtr m_config;
    const std::int64_t m_nowMs;
    std::int64_t m_afterMs;
    std::string m_afterId; ///< the last request that was looked at
    std::map<std::pair<std::string, std::string>, RerateSums> m_sums;
};

} // namespace tollgate
