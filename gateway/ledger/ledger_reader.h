#pragma once
// Everything the admin API answers out of the ledger. Control thread only: it has its own SQLite connection,
// opened on first use in the thread that calls. Dashboards read rollups (and live statistics for the last
// hour), lists read requests by key; no answer takes longer because the ledger is longer. Amounts in the
// answers are USD as JSON numbers, times as in the admin contract.

#include "gateway/config/snapshot.h"
#include "gateway/ledger/arm_stats.h"
#include "gateway/ledger/filter.h"
#include "gateway/ledger/forecast.h"
#include "gateway/ledger/live_stats.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/money.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tollgate {

class LedgerConnection;
struct Window;

/// A refused or failed query. `param` names the query parameter at fault; empty: the database failed.
struct QueryError {
    std::string message;
    std::string param;
};
template <typename T>
using Answer = tl::expected<T, QueryError>;

struct UsageQuery {
    std::optional<std::int64_t> fromMs; ///< inclusive; nothing: from the beginning
    std::optional<std::int64_t> toMs;   ///< exclusive; nothing: until now
    std::vector<std::string> groupBy;   ///< hour day month user project key provider model alias flag arm …
    std::string filter;
    std::optional<int> limit = {}; ///< at most so many rows; nothing: all of them
    std::string cursor = {};       ///< next_cursor of the page before
};

struct RequestsQuery {
    std::string filter;
    int limit = 100;
    std::string cursor;      ///< next_cursor of the page before
    bool userAgents = false; ///< tell them: they stand in the details, which take longer to read
};

/// The budget whose line Overview draws, as the caller keeps it.
struct BudgetView {
    std::string id;
    std::string name; ///< "global · day"
    Money limit;
    Money spent;
};

/// What only routing knows of a provider.
struct ProviderView {
    std::string name;
    std::string kind;
    std::string state = "unknown";
    std::string circuit = "closed";
    std::optional<std::int64_t> retryAtMs;
};

struct OverviewQuery {
    std::string window = "1h"; ///< 15m 1h 24h 7d 30d
    std::string by = "provider";
    std::string project;
    std::optional<BudgetView> budget;
    std::vector<ProviderView> providers; ///< in the order to show
    std::optional<Flag> canary;          ///< the flag to compare, if any
    std::int64_t journalPending = 0;
    std::int64_t databaseBytes = 0;
};

/// Whose spending in which time; `toMs` is exclusive.
struct SpendSpan {
    BudgetScope scope = BudgetScope::Global;
    std::string subject; ///< empty for global
    std::int64_t fromMs = 0;
    std::int64_t toMs = 0;
};

using LastUses = std::unordered_map<std::string, std::int64_t>;

struct Spend {
    Money cost;
    std::int64_t unpriced = 0; ///< requests whose price is not known
};

class LedgerReader {
public:
    /// `live` (then the short windows come from the database, too) and `config` (names of keys) may be null.
    LedgerReader(std::string databasePath, const Clock& clock, const LiveStats* live,
                 const SnapshotCell* config = nullptr);
    ~LedgerReader();

    /// Closes the connection; call it in the thread that queried, before that thread ends.
    void close();
    /// Whether an answer failed because the file contradicts itself.
    bool sawDamage() const;

    /// GET /usage → {"data":[rows],"next_cursor":…}.
    Answer<boost::json::object> usage(const UsageQuery& query);
    /// GET /requests → {"data":[rows],"next_cursor":…,"description":"plain words of the filter"}.
    Answer<boost::json::object> requests(const RequestsQuery& query);
    /// GET /requests/{id or trace id}: null when there is none. Of several with one trace id, the newest
    /// that is no copy.
    Answer<std::optional<boost::json::object>> request(const std::string& idOrTrace);
    Answer<boost::json::object> overview(const OverviewQuery& query);
    /// GET /usage/outlook: this month so far, what it will come to, who spends unlike themselves.
    Answer<boost::json::object> outlook(const std::string& project);
    /// GET /flags/{key}/report; window 15m 1h 24h 7d 30d.
    Answer<boost::json::object> flagReport(const Flag& flag, const std::string& window);

    /// What the arms of a flag have come to since then.
    Answer<ArmCells> arms(const Flag& flag, std::int64_t fromMs);

    /// Between these two every answer is of one state of the ledger.
    Answer<void> beginView();
    void endView();
    /// Exactly what was charged in each of the spans, in one pass over the ledger however many there are.
    /// Mirror traffic is charged to nobody.
    Answer<std::vector<Spend>> spend(const std::vector<SpendSpan>& spans);
    /// Those of the request ids that are in the database.
    Answer<std::vector<std::string>> present(const std::vector<std::string>& requestIds);
    /// Users who spend far above their own habit right now; at most a minute old.
    Answer<std::vector<Anomaly>> anomalies();
    /// When keys made their newest request, by key id; of one key, or (empty) of all in one query.
    Answer<LastUses> lastUsed(const std::string& keyId);
    Answer<std::int64_t> rowCount();

private:
    SnapshotPtr config() const { return m_config ? m_config->load() : nullptr; }
    Answer<Filter> parseFilter(const std::string& text) const;
    /// Who usually spends how much when; kept for a minute.
    struct Habits {
        std::int64_t readAtMs = 0;
        std::int64_t hour = 0;
        HourlyByUser hourly;
        DayProfile profile{};
    };
    Answer<const Habits*> habits(std::int64_t nowMs);
    Answer<boost::json::object> overviewOf(const OverviewQuery& query, const Window& window);

    std::unique_ptr<LedgerConnection> m_connection;
    const Clock& m_clock;
    const LiveStats* const m_live;
    const SnapshotCell* const m_config;
    std::unique_ptr<Habits> m_habits;
};

} // namespace tollgate
