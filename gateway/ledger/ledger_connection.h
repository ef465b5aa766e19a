#pragma once
// The reader's SQLite connection and the dimension sets it has seen (they never change and are never
// deleted). One thread.

#include "gateway/ledger/filter.h"
#include "gateway/ledger/ledger_reader.h"
#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/rollup.h"
#include "gateway/store/sqlite.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tollgate {

/// What sums are kept by.
struct Dimension {
    std::string user;
    std::string project;
    std::string keyId;
    std::string provider;
    std::string model;
    std::string alias;
    std::string flag;
    std::string arm;
    std::string promptVersion;
    int status = 0;
    std::string failedArm;
    std::string promptFlag;
    std::string prompt;

    /// A copy for comparison, which nobody waited for and nobody pays.
    bool isMirror() const { return arm == kMirrorArm; }
};

/// A span of time and the requests in it that are meant.
struct ScanRange {
    std::optional<std::int64_t> fromMs; ///< inclusive
    std::optional<std::int64_t> toMs;   ///< exclusive
    /// No bucket may be coarser: kMsPerHour when hours are told apart, kMsPerDay when days are.
    std::int64_t resolutionMs = kMsPerDay;
    bool histograms = true;   ///< whether latency, ttft and overhead are wanted
    bool mirrors = false;     ///< whether copies for comparison count, too
    bool onlyLatency = false; ///< of the histograms
};

class LedgerConnection {
public:
    explicit LedgerConnection(std::string path)
        : m_path(std::move(path)) {}

    void close();
    /// Calls take(SqliteRow&) with every row of the answer (until it returns false, when it returns
    /// something).
    template <typename Take>
    Answer<void> each(const std::string& sql, const std::vector<SqlValue>& values, Take rows) {
        auto statement = prepare(sql, values);
        if (!statement)
            return tl::unexpected(std::move(statement.error()));
        if (auto done = statement->eachRow(std::move(rows)); !done)
            return failed(std::move(done.error()));
        return {};
    }
    /// The first number of the answer; 0 when it is empty.
    Answer<std::int64_t> number(const std::string& sql, const std::vector<SqlValue>& values = {});

    /// Everything between these two sees one state of the database.
    Answer<void> beginRead();
    void endRead();

    Answer<const Dimension*> dimension(std::int64_t id);

    using Take = std::function<void(const Dimension&, std::int64_t startMs, const SumRow&)>;
    /// Sums over the range: whole days and hours from rollups, the ragged ends (and everything, when the
    /// filter asks for what rollups do not know) from requests. `startMs` is the bucket's or the request's
    /// time.
    Answer<void> scan(const ScanRange& range, const Filter& filter, const Take& take);
    Answer<void> scan(const ScanRange& range, const SqlCondition& dimensions, const Take& take);

    /// Whether an answer failed because the file contradicts itself.
    bool damaged() const { return m_damaged; }

private:
    Answer<void> open();
    Answer<SqliteStatement> prepare(const std::string& sql, const std::vector<SqlValue>& values);
    tl::unexpected<QueryError> failed(std::string why);
    Answer<void> scanRollup(const std::string& table, std::int64_t bucketMs, const ScanRange& part,
                            const SqlCondition& dimensions, const Take& take);
    Answer<void> scanRequests(const ScanRange& part, const SqlCondition& dimensions,
                              const SqlCondition& requests, const Take& take);
    /// Requests before that instant may be gone; their sums are not.
    Answer<std::int64_t> completeFromMs();

    const std::string m_path;
    bool m_damaged = false;
    std::unique_ptr<SqliteConnection> m_database;
    std::optional<SqliteStatement> m_selectDimension;
    std::unordered_map<std::int64_t, Dimension> m_dimensions;
};

} // namespace tollgate
