#include "gateway/ledger/rerating.h"

#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/pricing.h"
#include "gateway/ledger/record_json.h"
#include "gateway/ledger/record_row.h"
#include "gateway/ledger/rollup.h"

namespace tollgate {

namespace {

constexpr int kChunk = 1000;

double squared(const std::optional<Money>& cost) {
    const double usd = cost.value_or(Money{}).usd();
    return usd * usd;
}

} // namespace

struct Rerating::Row {
    std::int64_t atMs = 0;
    std::string id;
    std::int64_t dimension = 0;
    std::int64_t detail = 0;
    std::int64_t bits = 0;
    std::int64_t busyUs = 0;
    bool wasTried = false;
    bool mirrored = false; ///< a copy for comparison: no sum in memory counts it
    Usage usage;
    std::optional<Money> cost;
    std::string project;
    std::string provider;
    std::string model;
};

struct Rerating::Change {
    Row row;
    Money cost;
    std::int64_t bits = 0;
    std::vector<CostLine> lines;

    Totals delta() const {
        Totals delta;
        delta.cost = cost - row.cost.value_or(Money{});
        delta.unpriced = row.cost ? 0 : -1;
        delta.estimated = ((bits & kEstimatedBit) != 0 ? 1 : 0) - ((row.bits & kEstimatedBit) != 0 ? 1 : 0);
        return delta;
    }
};

Rerating::Rerating(RerateQuery query, SnapshotPtr config, std::int64_t nowMs)
    : m_query(std::move(query))
    , m_config(std::move(config))
    , m_nowMs(nowMs)
    , m_afterMs(m_query.fromMs) {}

SqliteResult<> Rerating::count(SqliteConnection& database) {
    std::string sql = "SELECT count(*) FROM requests r CROSS JOIN ledger_dims d ON d.id = r.dim "
                      "WHERE (r.at_ms, r.id) > (?, ?) AND r.at_ms < ?";
    if (!m_query.provider.empty())
        sql += " AND d.provider = ?";
    if (!m_query.model.empty())
        sql += " AND d.model = ?";
    auto query = database.prepare(sql);
    if (!query)
        return tl::unexpected(std::move(query.error()));
    query->bind(m_afterMs).bind(m_afterId).bind(m_query.toMs);
    for (const std::string* name : {&m_query.provider, &m_query.model}) {
        if (!name->empty())
            query->bind(*name);
    }
    return query->eachRow([&](SqliteRow& row) { m_query.work->total = row.number(); });
}

SqliteResult<bool> Rerating::step(SqliteConnection& database, std::vector<Correction>& corrections) {
    if (m_query.work && m_afterId.empty()) {
        if (auto counted = count(database); !counted)
            return tl::unexpected(counted.error());
    }
    const auto rows = read(database);
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->empty())
        return false;
    const auto before = m_sums;
    std::vector<Change> changes;
    for (const Row& row : *rows)
        judge(row, changes);
    if (!m_query.dryRun && !changes.empty()) {
        if (auto done = database.inTransaction([&] { return write(database, changes); }); !done) {
            m_sums = before;
            return tl::unexpected(done.error());
        }
        for (const Change& change : changes) {
            if (!change.row.mirrored)
                corrections.push_back(
                    {change.row.atMs, change.row.project, change.row.provider, change.delta()});
        }
    }
    m_afterMs = rows->back().atMs;
    m_afterId = rows->back().id;
    if (m_query.work)
        m_query.work->done += static_cast<std::int64_t>(rows->size());
    return true;
}

SqliteResult<std::vector<Rerating::Row>> Rerating::read(SqliteConnection& database) {
    std::string sql = "SELECT r.at_ms, r.id, r.dim, r.detail, r.busy_us, r.attempts, r.cost, d.project, "
                      "d.provider, d.model, d.arm, " +
                      std::string(kUsageColumns) +
                      R"( FROM requests r CROSS JOIN ledger_dims d ON d.id = r.dim
        WHERE (r.at_ms, r.id) > (?, ?) AND r.at_ms < ?)";
    if (!m_query.provider.empty())
        sql += " AND d.provider = ?";
    if (!m_query.model.empty())
        sql += " AND d.model = ?";
    auto query = database.prepare(sql + " ORDER BY r.at_ms, r.id LIMIT " + std::to_string(kChunk));
    if (!query)
        return tl::unexpected(std::move(query.error()));
    query->bind(m_afterMs).bind(m_afterId).bind(m_query.toMs);
    for (const std::string* name : {&m_query.provider, &m_query.model}) {
        if (!name->empty())
            query->bind(*name);
    }
    std::vector<Row> rows;
    auto done = query->eachRow([&](SqliteRow& read) {
        Row row;
        row.atMs = read.number();
        row.id = read.text();
        row.dimension = read.number();
        row.detail = read.number();
        row.busyUs = read.number();
        row.wasTried = read.number() > 0;
        if (const auto cost = read.numberOrNull())
            row.cost = Money{*cost};
        row.project = read.text();
        row.provider = read.text();
        row.model = read.text();
        row.mirrored = read.bytes() == kMirrorArm;
        const UsageRow usage = readUsage(read);
        row.bits = usage.bits;
        row.usage = usage.usage;
        rows.push_back(std::move(row));
    });
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return rows;
}

void Rerating::judge(const Row& row, std::vector<Change>& changes) {
    // What used nothing costs nothing, and what never went to a provider (a cached answer) was not charged.
    if (row.usage.total() == 0 || !row.wasTried)
        return;
    RerateSums& sums = m_sums[{row.provider, row.model}];
    const Money old = row.cost.value_or(Money{});
    ++sums.rows;
    sums.oldCost += old;
    const Model* model = ConfigSnapshot::find(m_config->models, row.provider + "/" + row.model);
    PricedCost priced = price(model, row.usage, {row.atMs, row.busyUs});
    if (!priced.cost) {
        ++sums.unpriced;
        sums.newCost += old;
        return;
    }
    sums.newCost += *priced.cost;
    const bool estimated = (row.bits & kUsageEstimatedBit) != 0 || priced.estimated();
    const std::int64_t bits = estimated ? row.bits | kEstimatedBit : row.bits & ~std::int64_t{kEstimatedBit};
    if (row.cost == priced.cost && bits == row.bits)
        return;
    ++sums.changed;
    changes.push_back({row, *priced.cost, bits, std::move(priced.lines)});
}

SqliteResult<> Rerating::write(SqliteConnection& database, const std::vector<Change>& changes) const {
    if (auto done = writeRows(database, changes); !done)
        return done;
    return writeSums(database, changes);
}

SqliteResult<> Rerating::writeRows(SqliteConnection& database, const std::vector<Change>& changes) const {
    auto row = database.prepare("UPDATE requests SET cost = ?, bits = ? WHERE at_ms = ? AND id = ?");
    auto old = database.prepare("SELECT body FROM request_details WHERE seq = ?");
    auto detail = database.prepare("UPDATE request_details SET body = ? WHERE seq = ?");
    for (auto* prepared : {&row, &old, &detail}) {
        if (!*prepared)
            return tl::unexpected(prepared->error());
    }
    for (const Change& change : changes) {
        row->bind(change.cost.nanodollars).bind(change.bits).bind(change.row.atMs).bind(change.row.id);
        if (auto done = row->run(); !done)
            return done;
        std::optional<std::string> body;
        old->bind(change.row.detail);
        if (auto done = old->eachRow([&](SqliteRow& found) { body = found.text(); }); !done)
            return done;
        if (!body)
            continue;
        const std::string next = detailWithCost(*body, change.lines, m_nowMs);
        if (auto done = detail->bindBlob(next).bind(change.row.detail).run(); !done)
            return done;
    }
    return {};
}

SqliteResult<> Rerating::writeSums(SqliteConnection& database, const std::vector<Change>& changes) {
    struct Delta {
        Totals totals;
        double squares = 0;
    };
    using Deltas = std::map<std::pair<std::int64_t, std::int64_t>, Delta>;
    Deltas hours;
    Deltas days;
    for (const Change& change : changes) {
        for (const auto& [deltas, bucketMs] :
             {std::pair{&hours, std::int64_t{kMsPerHour}}, std::pair{&days, std::int64_t{kMsPerDay}}}) {
            Delta& delta = (*deltas)[{floorDiv(change.row.atMs, bucketMs), change.row.dimension}];
            delta.totals += change.delta();
            delta.squares += squared(change.cost) - squared(change.row.cost);
        }
    }
    for (const auto& [table, deltas] : {std::pair{"rollup_hour", &hours}, std::pair{"rollup_day", &days}}) {
        // Hourly sums of long ago are gone; then there is nothing to change.
        auto update = database.prepare(std::string("UPDATE ") + table +
                                       " SET cost = cost + ?, cost_squares = max(cost_squares + ?, 0), "
                                       "unpriced = unpriced + ?, estimated = estimated + ? "
                                       "WHERE bucket = ? AND dim = ?");
        if (!update)
            return tl::unexpected(std::move(update.error()));
        for (const auto& [key, delta] : *deltas) {
            const Totals& totals = delta.totals;
            update->bind(totals.cost.nanodollars).bindReal(delta.squares).bind(totals.unpriced);
            if (auto done = update->bind(totals.estimated).bind(key.first).bind(key.second).run(); !done)
                return done;
        }
    }
    return {};
}

RerateResult Rerating::result() const {
    RerateResult result;
    for (const auto& [name, sums] : m_sums) {
        result.total += sums;
        result.models.push_back({name.first, name.second, sums});
    }
    return result;
}

} // namespace tollgate
