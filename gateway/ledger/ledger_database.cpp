#include "gateway/ledger/ledger_database.h"

#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/ledger_statements.h"
#include "gateway/wire/utf8.h"

namespace tollgate {

namespace {

constexpr std::size_t kCacheLimit = 50'000;
/// Pages of 4 KiB before what was written goes from the -wal file to where it belongs: four times as many as
/// by default, because every batch writes the same pages of indexes and sums again.
constexpr const char* kSettings = "PRAGMA wal_autocheckpoint=4000";

void bindOrNull(SqliteStatement& statement, std::string_view text) {
    if (text.empty())
        statement.bindNull();
    else
        statement.bind(text);
}

void bindOrNull(SqliteStatement& statement, const std::optional<std::int64_t>& number) {
    if (number)
        statement.bind(*number);
    else
        statement.bindNull();
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
    auto opened = SqliteConnection::open(m_path, m_busyTimeoutMs);
    if (!opened)
        return tl::unexpected(opened.error());
    m_connection = std::move(*opened);
    const auto failed = [this](std::string why) -> Result<> {
        close();
        return tl::unexpected(std::move(why));
    };
    if (auto set = m_connection->execute(kSettings); !set)
        return failed(std::move(set.error()));
    m_statements = std::make_unique<Statements>();
    if (auto prepared = m_statements->prepare(*m_connection); !prepared)
        return failed(std::move(prepared.error()));
    const auto rows = number("SELECT value FROM ledger_meta WHERE name = 'rows'");
    const auto detail = number("SELECT coalesce(max(seq), 0) FROM request_details");
    if (!rows || !detail)
        return failed(rows ? detail.error() : rows.error());
    m_rows = *rows;
    m_nextDetail = *detail + 1;
    return {};
}

void LedgerDatabase::close() {
    m_statements.reset();
    m_connection.reset();
    m_dimensions.clear();
    m_shapes.clear();
    m_hours.clear();
    forgetWritten();
}

LedgerDatabase::Result<> LedgerDatabase::begin() {
    m_hours.clear();
    m_inserted = 0;
    return m_connection->execute("BEGIN IMMEDIATE");
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
    if (auto done = m_statements->insertDetail.bind(m_nextDetail).bindBlob(detail).run(); !done)
        return tl::unexpected(std::move(done.error()));
    ++m_nextDetail;
    ++m_inserted;
    if (!counted)
        m_hours[{floorDiv(record.atMs, kMsPerHour), *dimension}].add(record);
    return true;
}

LedgerDatabase::Result<> LedgerDatabase::insertRow(const RequestRecord& record, std::int64_t dimension,
                                                   std::int64_t shape, bool& inserted) {
    SqliteStatement& row = m_statements->insertRequest;
    const Usage& usage = record.usage;
    std::string trace;
    row.bind(record.atMs).bind(record.id);
    bindOrNull(row, record.traceId == record.id ? std::string_view() : soundUtf8(record.traceId, trace));
    row.bind(dimension).bind(shape).bind(rowBits(record)).bind(std::ssize(record.attempts));
    for (const std::int64_t tokens :
         {usage.inputUncached, usage.cacheRead, usage.cacheWrite5m, usage.cacheWrite1h, usage.audioInput,
          usage.outputText, usage.reasoning, usage.audioOutput})
        row.bind(tokens);
    bindOrNull(row, record.cost ? std::optional(record.cost->nanodollars) : std::nullopt);
    row.bind(record.reserved.nanodollars).bind(record.latencyUs);
    bindOrNull(row, record.ttftUs == -1 ? std::nullopt : std::optional(record.ttftUs));
    row.bind(record.overheadUs);
    bindOrNull(row, soundUtf8(record.error, m_text));
    row.bind(m_nextDetail).bind(usage.audioCacheRead).bind(usage.imageOutput).bind(record.busyUs);
    if (auto done = row.run(); !done)
        return done;
    inserted = m_connection->changes() > 0;
    return {};
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::dimensionId(const RequestRecord& record) {
    const std::string status = std::to_string(record.status);
    const std::string_view parts[] = {
        record.user,      record.project,    record.keyId, record.provider,      record.model,
        record.alias,     record.flag,       record.arm,   record.promptVersion, status,
        record.failedArm, record.promptFlag, record.prompt};
    return lookUp(m_dimensions, parts, m_statements->insertDimension, m_statements->selectDimension);
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::shapeId(const RequestRecord& record) {
    static const AttemptRecord kNone;
    const AttemptRecord& first = record.attempts.empty() ? kNone : record.attempts.front();
    const std::string_view parts[] = {record.route,
                                      record.dialect,
                                      toString(record.outcome),
                                      record.errorCode,
                                      record.requestedModel,
                                      first.provider,
                                      first.model,
                                      record.note};
    return lookUp(m_shapes, parts, m_statements->insertShape, m_statements->selectShape);
}

LedgerDatabase::Result<std::int64_t> LedgerDatabase::lookUp(Dictionary& known,
                                                            std::span<const std::string_view> parts,
                                                            SqliteStatement& insert,
                                                            SqliteStatement& select) {
    // Each part with its length before it: no text can pass for two.
    m_key.clear();
    for (const std::string_view part : parts) {
        const auto length = static_cast<std::uint32_t>(part.size());
        m_key.append(reinterpret_cast<const char*>(&length), sizeof length).append(part);
    }
    if (const auto found = known.find(m_key); found != known.end())
        return found->second;
    std::vector<std::string> storage(parts.size());
    const auto bound = [&](SqliteStatement& statement) -> SqliteStatement& {
        for (std::size_t at = 0; at < parts.size(); ++at)
            statement.bind(soundUtf8(parts[at], storage[at]));
        return statement;
    };
    auto id = bound(select).number();
    if (!id)
        return tl::unexpected(std::move(id.error()));
    if (!*id) {
        if (auto done = bound(insert).run(); !done)
            return tl::unexpected(std::move(done.error()));
        *id = m_connection->lastInsertId();
    }
    if (known.size() >= kCacheLimit)
        known.clear();
    known.emplace(m_key, **id);
    return **id;
}

LedgerDatabase::Result<> LedgerDatabase::commit(const std::vector<Journal::Position>& positions,
                                                const std::vector<std::string>& removedSegments) {
    if (auto done = writeSums(); !done)
        return done;
    if (auto done = writePositions(positions, removedSegments); !done)
        return done;
    if (m_inserted > 0) {
        if (auto done = m_statements->addRows.bind(m_inserted).run(); !done)
            return done;
    }
    if (auto done = m_connection->execute("COMMIT"); !done)
        return done;
    m_rows += m_inserted;
    m_inserted = 0;
    m_hours.clear();
    return {};
}

LedgerDatabase::Result<> LedgerDatabase::writePositions(const std::vector<Journal::Position>& positions,
                                                        const std::vector<std::string>& removedSegments) {
    for (const Journal::Position& position : positions) {
        if (auto done = m_statements->upsertPosition.bind(position.segment).bind(position.offset).run();
            !done)
            return done;
    }
    for (const std::string& segment : removedSegments) {
        if (auto done = m_statements->deletePosition.bind(segment).run(); !done)
            return done;
    }
    return {};
}

void LedgerDatabase::rollback() {
    (void)m_connection->execute("ROLLBACK"); // nothing to undo when begin() itself failed
    // Dictionary ids handed out in the lost transaction are void, and so are its sums.
    m_dimensions.clear();
    m_shapes.clear();
    m_hours.clear();
    forgetWritten();
    m_inserted = 0;
}

} // namespace tollgate
