#include "gateway/store/response_archive.h"

#include "gateway/store/migrations.h"

#include <QByteArray>
#include <QVariant>

#include <array>

namespace tollgate {

namespace {

constexpr int kTrimStep = 64; ///< replies; each may be large

// A file of its own, so numbers of its own: 20 to 29.
constexpr std::array<std::string_view, 5> kSchema{
    "CREATE TABLE responses(seq INTEGER PRIMARY KEY, owner TEXT NOT NULL, id TEXT NOT NULL,"
    " previous TEXT NOT NULL, created_ms INTEGER NOT NULL, bytes INTEGER NOT NULL, UNIQUE(owner, id))",
    "CREATE INDEX responses_by_age ON responses(created_ms)",
    "CREATE TABLE response_items(item INTEGER PRIMARY KEY, seq INTEGER NOT NULL REFERENCES responses(seq)"
    " ON DELETE CASCADE, place INTEGER NOT NULL, output INTEGER NOT NULL, owner TEXT NOT NULL, id TEXT,"
    " json BLOB NOT NULL)",
    "CREATE UNIQUE INDEX response_items_by_place ON response_items(seq, place)",
    "CREATE INDEX response_items_by_id ON response_items(owner, id) WHERE id IS NOT NULL",
};

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string bytesAt(const QSqlQuery& query, int column) {
    return query.value(column).toByteArray().toStdString();
}

} // namespace

ResponseArchive::Result<std::unique_ptr<ResponseArchive>> ResponseArchive::open(const std::string& path) {
    auto database = Database::open(path);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    // What is forgotten is not to be found in the file's free pages.
    if (auto set = (*database)->execute(QStringLiteral("PRAGMA secure_delete=ON")); !set)
        return tl::unexpected(std::move(set.error()));
    if (auto migrated = migrate(**database, {{20, "responses", kSchema}}); !migrated)
        return tl::unexpected(std::move(migrated.error()));
    std::unique_ptr<ResponseArchive> archive(new ResponseArchive(std::move(*database)));
    if (auto counted = archive->countBytes(); !counted)
        return tl::unexpected(std::move(counted.error()));
    return archive;
}

ResponseArchive::Result<> ResponseArchive::countBytes() {
    auto query = m_database->prepare(QStringLiteral("SELECT COALESCE(SUM(bytes), 0) FROM responses"));
    if (!query)
        return tl::unexpected(std::move(query.error()));
    if (auto done = Database::run(*query); !done)
        return done;
    m_bytes = query->next() ? query->value(0).toLongLong() : 0;
    return {};
}

ResponseArchive::Result<>
ResponseArchive::add(std::span<const std::shared_ptr<const StoredResponse>> responses) {
    const std::int64_t before = m_bytes;
    auto done = m_database->inTransaction([&]() -> Result<> {
        for (const auto& response : responses) {
            if (auto inserted = insert(*response); !inserted)
                return inserted;
        }
        return {};
    });
    if (!done)
        m_bytes = before;
    return done;
}

ResponseArchive::Result<> ResponseArchive::insert(const StoredResponse& response) {
    auto query = m_database->prepare(
        QStringLiteral("INSERT INTO responses(owner, id, previous, created_ms, bytes) VALUES(?, ?, ?, ?, ?)"
                       " ON CONFLICT DO NOTHING"));
    if (!query)
        return tl::unexpected(std::move(query.error()));
    const auto size = static_cast<qint64>(response.bytes());
    query->addBindValue(text(response.owner));
    query->addBindValue(text(response.id));
    query->addBindValue(text(response.previousId));
    query->addBindValue(static_cast<qint64>(response.createdMs));
    query->addBindValue(size);
    if (auto done = Database::run(*query); !done || query->numRowsAffected() == 0)
        return done;
    m_bytes += size;
    return insertItems(query->lastInsertId().toLongLong(), response);
}

ResponseArchive::Result<> ResponseArchive::insertItems(std::int64_t response, const StoredResponse& content) {
    auto query = m_database->prepare(QStringLiteral(
        "INSERT INTO response_items(seq, place, output, owner, id, json) VALUES(?, ?, ?, ?, ?, ?)"));
    if (!query)
        return tl::unexpected(std::move(query.error()));
    int place = 0;
    for (const auto* items : {&content.input, &content.output}) {
        for (const ReplyItem& item : *items) {
            query->bindValue(0, static_cast<qint64>(response));
            query->bindValue(1, place++);
            query->bindValue(2, items == &content.output);
            query->bindValue(3, text(content.owner));
            query->bindValue(4, item.id.empty() ? QVariant() : QVariant(text(item.id)));
            query->bindValue(5, QByteArray(item.json.data(), static_cast<qsizetype>(item.json.size())));
            if (auto done = Database::run(*query); !done)
                return done;
        }
    }
    return {};
}

ResponseArchive::Result<std::optional<StoredResponse>>
ResponseArchive::find(std::string_view owner, std::string_view id, std::int64_t sinceMs) {
    auto query = m_database->prepare(QStringLiteral(
        "SELECT seq, previous, created_ms FROM responses WHERE owner = ? AND id = ? AND created_ms >= ?"));
    if (!query)
        return tl::unexpected(std::move(query.error()));
    query->addBindValue(text(owner));
    query->addBindValue(text(id));
    query->addBindValue(static_cast<qint64>(sinceMs));
    if (auto done = Database::run(*query); !done)
        return tl::unexpected(std::move(done.error()));
    if (!query->next())
        return std::nullopt;
    StoredResponse response;
    response.owner = owner;
    response.id = id;
    response.previousId = query->value(1).toString().toStdString();
    response.createdMs = query->value(2).toLongLong();
    auto items = m_database->prepare(
        QStringLiteral("SELECT output, id, json FROM response_items WHERE seq = ? ORDER BY place"));
    if (!items)
        return tl::unexpected(std::move(items.error()));
    items->addBindValue(query->value(0));
    if (auto done = Database::run(*items); !done)
        return tl::unexpected(std::move(done.error()));
    while (items->next()) {
        std::vector<ReplyItem>& list = items->value(0).toBool() ? response.output : response.input;
        list.push_back({items->value(1).toString().toStdString(), bytesAt(*items, 2)});
    }
    return response;
}

ResponseArchive::Result<std::optional<std::string>>
ResponseArchive::findItem(std::string_view owner, std::string_view itemId, std::int64_t sinceMs) {
    auto query = m_database->prepare(QStringLiteral(
        "SELECT json FROM response_items JOIN responses USING(seq) WHERE response_items.owner = ?"
        " AND response_items.id = ? AND created_ms >= ? ORDER BY seq DESC, place DESC LIMIT 1"));
    if (!query)
        return tl::unexpected(std::move(query.error()));
    query->addBindValue(text(owner));
    query->addBindValue(text(itemId));
    query->addBindValue(static_cast<qint64>(sinceMs));
    if (auto done = Database::run(*query); !done)
        return tl::unexpected(std::move(done.error()));
    return query->next() ? std::optional(bytesAt(*query, 0)) : std::nullopt;
}

ResponseArchive::Result<bool> ResponseArchive::trim(std::int64_t sinceMs, std::int64_t maxBytes) {
    int removed = 0;
    auto done = m_database->inTransaction([&]() -> Result<> {
        auto oldest = m_database->prepare(
            QStringLiteral("SELECT seq, created_ms, bytes FROM responses ORDER BY created_ms, seq LIMIT ?"));
        auto remove = m_database->prepare(QStringLiteral("DELETE FROM responses WHERE seq = ?"));
        if (!oldest || !remove)
            return tl::unexpected(!oldest ? std::move(oldest.error()) : std::move(remove.error()));
        oldest->addBindValue(kTrimStep);
        if (auto read = Database::run(*oldest); !read)
            return read;
        std::vector<qint64> victims;
        std::int64_t left = m_bytes;
        while (oldest->next() && (oldest->value(1).toLongLong() < sinceMs || left > maxBytes)) {
            victims.push_back(oldest->value(0).toLongLong());
            left -= oldest->value(2).toLongLong();
        }
        oldest->finish();
        for (const qint64 victim : victims) {
            remove->bindValue(0, victim);
            if (auto deleted = Database::run(*remove); !deleted)
                return deleted;
        }
        removed = static_cast<int>(victims.size());
        return removed > 0 ? countBytes() : Result<>();
    });
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return removed == kTrimStep;
}

} // namespace tollgate
