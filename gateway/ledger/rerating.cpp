#include "gateway/ledger/rerating.h"

#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/pricing.h"
#include "gateway/ledger/record_json.h"
#include "gateway/ledger/rollup.h"
#include "gateway/ledger/sql_text.h"

namespace tollgate {

namespace {

constexpr int kChunk = 1000;

double squared(const std::optional<Money>& cost) {
    const double usd = cost.value_or(Money{}).usd();
    return usd * usd;
}

Database::Result<> run(QSqlQuery& query) {
    return Database::run(query);
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

Database::Result<bool> Rerating::step(Database& database, std::vector<Correction>& corrections) {
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
    return true;
}

Database::Result<std::vector<Rerating::Row>> Rerating::read(Database& database) {
    QString sql =
        uR"(SELECT r.at_ms, r.id, r.dim, r.detail, r.bits, r.busy_us, r.attempts, r.input, r.cache_read,
            r.cache_write_5m, r.cache_write_1h, r.audio_input, r.output, r.reasoning, r.audio_output,
            r.audio_cache_read, r.image_output, r.cost, d.project, d.provider, d.model, d.arm
        FROM requests r CROSS JOIN ledger_dims d ON d.id = r.dim
        WHERE (r.at_ms, r.id) > (?, ?) AND r.at_ms < ?)"_qs;
    if (!m_query.provider.empty())
        sql += u" AND d.provider = ?"_qs;
    if (!m_query.model.empty())
        sql += u" AND d.model = ?"_qs;
    sql += u" ORDER BY r.at_ms, r.id LIMIT "_qs + QString::number(kChunk);
    auto query = database.prepare(sql);
    if (!query)
        return tl::unexpected(query.error());
    query->addBindValue(static_cast<qint64>(m_afterMs));
    query->addBindValue(sqlText(m_afterId));
    query->addBindValue(static_cast<qint64>(m_query.toMs));
    for (const std::string* name : {&m_query.provider, &m_query.model}) {
        if (!name->empty())
            query->addBindValue(sqlText(*name));
    }
    if (auto done = run(*query); !done)
        return tl::unexpected(done.error());
    std::vector<Row> rows;
    while (query->next()) {
        const auto number = [&](int column) { return std::int64_t{numberAt(*query, column)}; };
        Row row;
        row.atMs = number(0);
        row.id = textAt(*query, 1);
        row.dimension = number(2);
        row.detail = number(3);
        row.bits = number(4);
        row.busyUs = number(5);
        row.wasTried = number(6) > 0;
        row.usage = {number(7),  number(8),  number(9), number(10),           number(11), number(12),
                     number(13), number(14), false,     tierOfBits(row.bits), number(15), number(16)};
        if (!query->value(17).isNull())
            row.cost = Money{number(17)};
        row.project = textAt(*query, 18);
        row.provider = textAt(*query, 19);
        row.model = textAt(*query, 20);
        row.mirrored = textAt(*query, 21) == kMirrorArm;
        rows.push_back(std::move(row));
    }
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

Database::Result<> Rerating::write(Database& database, const std::vector<Change>& changes) const {
    for (const Change& change : changes) {
        if (auto done = writeRow(database, change); !done)
            return done;
    }
    return writeSums(database, changes);
}

Database::Result<> Rerating::writeRow(Database& database, const Change& change) const {
    auto row = database.prepare(u"UPDATE requests SET cost = ?, bits = ? WHERE at_ms = ? AND id = ?"_qs);
    auto old = database.prepare(u"SELECT body FROM request_details WHERE seq = ?"_qs);
    auto detail = database.prepare(u"UPDATE request_details SET body = ? WHERE seq = ?"_qs);
    if (!row || !old || !detail)
        return tl::unexpected(!row ? row.error() : !old ? old.error() : detail.error());
    row->addBindValue(static_cast<qint64>(change.cost.nanodollars));
    row->addBindValue(static_cast<qint64>(change.bits));
    row->addBindValue(static_cast<qint64>(change.row.atMs));
    row->addBindValue(sqlText(change.row.id));
    if (auto done = run(*row); !done)
        return done;
    old->addBindValue(static_cast<qint64>(change.row.detail));
    if (auto done = run(*old); !done)
        return done;
    if (!old->next())
        return {};
    const QByteArray body = old->value(0).toByteArray();
    old->finish();
    const std::string next =
        detailWithCost({body.constData(), static_cast<std::size_t>(body.size())}, change.lines, m_nowMs);
    detail->addBindValue(sqlBlob(next));
    detail->addBindValue(static_cast<qint64>(change.row.detail));
    return run(*detail);
}

Database::Result<> Rerating::writeSums(Database& database, const std::vector<Change>& changes) {
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
    for (const auto& [table, deltas] :
         {std::pair{u"rollup_hour"_qs, &hours}, std::pair{u"rollup_day"_qs, &days}}) {
        // Hourly sums of long ago are gone; then there is nothing to change.
        auto query =
            database.prepare(u"UPDATE "_qs + table +
                             u" SET cost = cost + ?, cost_squares = max(cost_squares + ?, 0), unpriced = "
                             "unpriced + ?, estimated = estimated + ? WHERE bucket = ? AND dim = ?"_qs);
        if (!query)
            return tl::unexpected(query.error());
        for (const auto& [key, delta] : *deltas) {
            query->bindValue(0, static_cast<qint64>(delta.totals.cost.nanodollars));
            query->bindValue(1, delta.squares);
            query->bindValue(2, static_cast<qint64>(delta.totals.unpriced));
            query->bindValue(3, static_cast<qint64>(delta.totals.estimated));
            query->bindValue(4, static_cast<qint64>(key.first));
            query->bindValue(5, static_cast<qint64>(key.second));
            if (auto done = run(*query); !done)
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
