#include "gateway/ledger/ledger_database.h"

#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/ledger_statements.h"
#include "gateway/ledger/sql_text.h"

namespace tollgate {

namespace {

constexpr std::size_t kCacheLimit = 50'000;
constexpr char kSeparator = '\x1f';

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string key;
    for (const std::string_view part : parts) {
        key += part;
        key += kSeparator;
    }
    return key;
}

/// Binds the parts of a key in order; the same for the insert and the select of a dictionary.
void bindParts(QSqlQuery& query, std::string_view key) {
    int at = 0;
    for (std::size_t end = key.find(kSeparator); end != std::string_view::npos; end = key.find(kSeparator)) {
        query.bindValue(at++, sqlText(key.substr(0, end)));
        key.remove_prefix(end + 1);
    }
}

QVariant orNull(const std::string& text) {
    return text.empty() ? QVariant() : QVariant(sqlText(text));
}

QVariant orNull(std::int64_t number, std::int64_t absent) {
    return number == absent ? QVariant() : QVariant(static_cast<qint64>(number));
}

} // namespace

LedgerDatabase::LedgerDatabase(std::string path, int busyTimeoutMs)
    : m_path(std::move(path))
    , m_busyTimeoutMs(busyTimeoutMs) {}

LedgerDatabase::~LedgerDatabase() {
    close();
}

LedgerDatabase::Result<> LedgerDatabase::open() {
    close();
    auto opened = Database::open(m_path);
    if (!opened)
        return tl::unexpected(opened.error());
    m_database = std::move(*opened);
    const auto failed = [this](std::string why) -> Result<> {
        close();
        return tl::unexpected(std::move(why));
    };
    if (auto set = m_database->execute(u"PRAGMA busy_timeout=%1"_qs.arg(m_busyTimeoutMs)); !set)
        return failed(set.error());
    m_statements = std::make_unique<Statements>(m_database->connection());
    if (std::string why = m_statements->prepare(); !why.empty())
        return failed(std::move(why));
    const auto rows = number(u"SELECT value FROM ledger_meta WHERE name = 'rows'"_qs);
    const auto detail = number(u"SELECT coalesce(max(seq), 0) FROM request_details"_qs);
    if (!rows || !detail)
        return failed(rows ? detail.error() : rows.error());
    m_rows = *rows;
    m_nextDetail = *detail + 1;
    return {};
}

void LedgerDatabase::close() {
    m_statements.reset();
    m_database.reset();
    m_dimensions.clear();
    m_shapes.clear();
    m_hours.clear();
}

LedgerDatabase::Result<> LedgerDatabase::begin() {
    m_hours.clear();
    m_inserted = 0;
    return m_database->execute(u"BEGIN IMMEDIATE"_qs);
}

LedgerDatabase::Result<bool> LedgerDatabase::insert(const RequestRecord& record, std::string_view detail,
                                                    bool counted) {
    const auto dimension = dimensionId(record);
    if (!dimension)
        return tl::unexpected(dimension.error());
    const auto shape = shapeId(record);
    if (!shape)
        return tl::unexpected(shape.error());
    bool inserted = false;
    if (auto done = insertRow(record, *dimension, *shape, inserted); !done)
        return tl::unexpected(std::move(done.error()));
    if (!inserted)
        return false;
    QSqlQuery& query = m_statements->insertDetail;
    query.bindValue(m_statements->requestColumns[0], static_cast<qint64>(m_nextDetail));
    query.bindValue(m_statements->requestColumns[1], sqlBlob(detail));
    if (!query.exec())
        return tl::unexpected(errorOf(query));
    ++m_nextDetail;
    ++m_inserted;
    if (!counted)
        m_hours[{floorDiv(record.atMs, kMsPerHour), *dimension}].add(record);
    return true;
}

LedgerDatabase::Result<> LedgerDatabase::insertRow(const RequestRecord& record, std::int64_t dimension,
                                                   std::int64_t shape, bool& inserted) {
    QSqlQuery& query = m_statements->insertRequest;
    const Usage& usage = record.usage;
    std::size_t at = 0;
    const auto bind = [&](const QVariant& value) {
        query.bindValue(m_statements->requestColumns[at++], value);
    };
    const auto bindNumber = [&](std::int64_t value) { bind(static_cast<qint64>(value)); };
    bindNumber(record.atMs);
    bind(sqlText(record.id));
    bind(record.traceId == record.id ? QVariant() : orNull(record.traceId));
    bindNumber(dimension);
    bindNumber(shape);
    bindNumber(rowBits(record));
    bindNumber(static_cast<std::int64_t>(record.attempts.size()));
    bindNumber(usage.inputUncached);
    bindNumber(usage.cacheRead);
    bindNumber(usage.cacheWrite5m);
    bindNumber(usage.cacheWrite1h);
    bindNumber(usage.audioInput);
    bindNumber(usage.outputText);
    bindNumber(usage.reasoning);
    bindNumber(usage.audioOutput);
    bind(record.cost ? QVariant(static_cast<qint64>(record.cost->nanodollars)) : QVariant());
    bindNumber(record.reserved.nanodollars);
    bindNumber(record.latencyUs);
    bind(orNull(record.ttftUs, -1));
    bindNumber(record.overheadUs);
    bind(orNull(record.error));
    bindNumber(m_nextDetail);
    bindNumber(usage.audioCacheRead);
    bindNumber(usage.imageOutput);
    bindNumber(record.busyUs);
    if (!query.exec())
        return tl::unexpected(errorOf(query));
    inserted = query.numRowsAffected() > 0;
    return {};
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::dimensionId(const RequestRecord& record) {
    return lookUp(m_dimensions,
                  joined({record.user, record.project, record.keyId, record.provider, record.model,
                          record.alias, record.flag, record.arm, record.promptVersion,
                          std::to_string(record.status), record.failedArm, record.promptFlag}),
                  m_statements->insertDimension, m_statements->selectDimension);
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::shapeId(const RequestRecord& record) {
    static const AttemptRecord kNone;
    const AttemptRecord& first = record.attempts.empty() ? kNone : record.attempts.front();
    return lookUp(m_shapes,
                  joined({record.route, record.dialect, toString(record.outcome), record.errorCode,
                          record.requestedModel, first.provider, first.model, record.note}),
                  m_statements->insertShape, m_statements->selectShape);
}

LedgerDatabase::Result<std::int64_t>
LedgerDatabase::lookUp(std::unordered_map<std::string, std::int64_t>& cache, std::string key,
                       QSqlQuery& insert, QSqlQuery& select) {
    if (const auto known = cache.find(key); known != cache.end())
        return known->second;
    bindParts(select, key);
    if (!select.exec())
        return tl::unexpected(errorOf(select));
    std::int64_t id = 0;
    if (select.next()) {
        id = numberAt(select, 0);
        select.finish();
    } else {
        select.finish();
        bindParts(insert, key);
        if (!insert.exec())
            return tl::unexpected(errorOf(insert));
        id = insert.lastInsertId().toLongLong();
    }
    if (cache.size() >= kCacheLimit)
        cache.clear();
    cache.emplace(std::move(key), id);
    return id;
}

LedgerDatabase::Result<> LedgerDatabase::commit(const std::vector<Journal::Position>& positions,
                                                const std::vector<std::string>& removedSegments) {
    if (auto done = writeSums(); !done)
        return done;
    if (auto done = writePositions(positions, removedSegments); !done)
        return done;
    if (m_inserted > 0) {
        QSqlQuery& query = m_statements->addRows;
        query.bindValue(0, static_cast<qint64>(m_inserted));
        if (!query.exec())
            return tl::unexpected(errorOf(query));
    }
    if (auto done = m_database->execute(u"COMMIT"_qs); !done)
        return done;
    m_rows += m_inserted;
    m_inserted = 0;
    m_hours.clear();
    return {};
}

LedgerDatabase::Result<> LedgerDatabase::writePositions(const std::vector<Journal::Position>& positions,
                                                        const std::vector<std::string>& removedSegments) {
    for (const Journal::Position& position : positions) {
        QSqlQuery& query = m_statements->upsertPosition;
        query.bindValue(0, sqlText(position.segment));
        query.bindValue(1, static_cast<qint64>(position.offset));
        if (!query.exec())
            return tl::unexpected(errorOf(query));
    }
    for (const std::string& segment : removedSegments) {
        QSqlQuery& query = m_statements->deletePosition;
        query.bindValue(0, sqlText(segment));
        if (!query.exec())
            return tl::unexpected(errorOf(query));
    }
    return {};
}

void LedgerDatabase::rollback() {
    (void)m_database->execute(u"ROLLBACK"_qs); // nothing to undo when begin() itself failed
    // Dictionary ids handed out in the lost transaction are void.
    m_dimensions.clear();
    m_shapes.clear();
    m_hours.clear();
    m_inserted = 0;
}

} // namespace tollgate
