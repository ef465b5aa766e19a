#pragma once
// The ledger's side of SQLite: rows and rollups in, in transactions. One object per connection, used in one
// thread only: open() and everything after it in the same thread. Errors are SQLite's own words.

#include "gateway/ledger/journal.h"
#include "gateway/ledger/rollup.h"
#include "gateway/store/sqlite.h"
#include "gateway/wire/request_record.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tollgate {

class LedgerDatabase {
public:
    template <typename T = void>
    using Result = SqliteResult<T>;

    explicit LedgerDatabase(std::string path, int busyTimeoutMs = 2000);
    ~LedgerDatabase();

    /// Opens the file, which migrate() has been over.
    Result<> open();
    void close();
    SqliteConnection* connection() { return m_connection.get(); }
    bool isOpen() const { return m_statements != nullptr; }

    // One transaction: begin, any number of inserts, commit. After an error, rollback() and try again.
    Result<> begin();
    /// Whether the id was new; only then it is counted, and not when the sums hold it already.
    Result<bool> insert(const RequestRecord& record, std::string_view detail, bool counted = false);
    Result<> commit(const std::vector<Journal::Position>& positions = {},
                    const std::vector<std::string>& removedSegments = {});
    void rollback();
    /// Writes something of no meaning, to see whether writing works at all.
    Result<> probe(std::int64_t nowMs);

    Result<std::unordered_map<std::string, std::int64_t>> journalPositions();
    std::int64_t rows() const { return m_rows; }
    /// Pages in use, in bytes.
    Result<std::int64_t> usedBytes();
    /// Size of the file, in bytes.
    Result<std::int64_t> fileBytes();
    /// Everything charged on that UTC day.
    Result<Money> spentOnDay(std::int64_t day);
    /// Records from that instant on, oldest first, at most `limit` of them (then the newest), with their
    /// attempts.
    Result<> readSince(std::int64_t fromMs, std::int64_t limit,
                       const std::function<void(const RequestRecord&)>& take);

    /// Deletes at most `limit` of the oldest requests before `beforeMs`; returns how many. Their sums stay.
    Result<std::int64_t> deleteOldest(std::int64_t beforeMs, int limit);
    Result<std::int64_t> countBefore(std::int64_t beforeMs); ///< requests older than that
    /// Deletes hourly sums before that instant; daily ones stay for good.
    Result<> deleteHoursBefore(std::int64_t beforeMs);
    Result<> checkpoint();
    /// After rows were taken out of a damaged file: drops those that lack their other half, and counts what
    /// is there.
    Result<> mendRows();
    /// Makes the sums of everything of which rows are kept anew, and forgets the journal's positions.
    Result<> rebuildSums();

private:
    struct Statements;
    using Dictionary = std::unordered_map<std::string, std::int64_t>;
    struct Histograms {
        Histogram latency;
        Histogram ttft;
        Histogram overhead;
    };
    /// Of a rollup's table, as far as it has been written lately: nobody else changes them, so they need not
    /// be read again for every batch.
    using Written = std::map<Rollup::key_type, Histograms>;

    Result<std::int64_t> dimensionId(const RequestRecord& record);
    Result<std::int64_t> shapeId(const RequestRecord& record);
    Result<std::int64_t> lookUp(Dictionary& known, std::span<const std::string_view> parts,
                                SqliteStatement& insert, SqliteStatement& select);
    Result<> insertRow(const RequestRecord& record, std::int64_t dimension, std::int64_t shape,
                       bool& inserted);
    Result<> writeSums();
    Result<> writeRollup(const Rollup& rollup, Written& written, SqliteStatement& select,
                         SqliteStatement& upsert);
    Result<Histograms*> histogramsOf(const Rollup::key_type& key, Written& written, SqliteStatement& select);
    void forgetWritten();
    Result<> writePositions(const std::vector<Journal::Position>& positions,
                            const std::vector<std::string>& removedSegments);
    Result<std::int64_t> number(const std::string& sql);

    const std::string m_path;
    const int m_busyTimeoutMs;
    std::unique_ptr<SqliteConnection> m_connection;
    std::unique_ptr<Statements> m_statements;
    Dictionary m_dimensions;
    Dictionary m_shapes;
    std::string m_key;  ///< scratch of lookUp()
    std::string m_text; ///< and of insertRow()
    Rollup m_hours;     ///< of the open transaction
    Written m_writtenHours;
    Written m_writtenDays;
    std::int64_t m_inserted = 0;
    std::int64_t m_rows = 0;
    std::int64_t m_nextDetail = 1;
};

} // namespace tollgate
