#include "gateway/store/migrations.h"

#include "gateway/wire/clock.h"

#include <QVariant>

#include <algorithm>
#include <array>
#include <set>

namespace tollgate {

namespace {

constexpr std::array<std::string_view, 5> kResources{
    "CREATE TABLE resources(kind TEXT NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL, updated_ms INTEGER NOT "
    "NULL,"
    " PRIMARY KEY(kind, id)) WITHOUT ROWID",
    "CREATE TABLE credentials(provider TEXT NOT NULL, field TEXT NOT NULL, sealed BLOB NOT NULL,"
    " PRIMARY KEY(provider, field)) WITHOUT ROWID",
    "CREATE TABLE audit(id INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, actor TEXT NOT NULL,"
    " action TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, before TEXT, after TEXT)",
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "INSERT INTO meta(key, value) VALUES('config_version', '0')",
};

constexpr std::array<std::string_view, 1> kAuditBySubject{
    "CREATE INDEX audit_subject ON audit(kind, subject, id)",
};

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Database::Result<std::set<int>> appliedNumbers(Database& database) {
    auto query = database.prepare(QStringLiteral("SELECT number FROM schema_migrations"));
    if (!query)
        return tl::unexpected(query.error());
    if (auto done = Database::run(*query); !done)
        return tl::unexpected(done.error());
    std::set<int> numbers;
    while (query->next())
        numbers.insert(query->value(0).toInt());
    return numbers;
}

Database::Result<> note(Database& database, const Migration& migration) {
    auto query = database.prepare(
        QStringLiteral("INSERT INTO schema_migrations(number, name, applied_ms) VALUES(?, ?, ?)"));
    if (!query)
        return tl::unexpected(query.error());
    query->addBindValue(migration.number);
    query->addBindValue(text(migration.name));
    query->addBindValue(static_cast<qint64>(Clock::system().unixMs()));
    return Database::run(*query);
}

/// Whether it was this call that applied it.
Database::Result<bool> apply(Database& database, const Migration& migration, const WorkPtr& work) {
    bool applied = false;
    const auto done = database.inTransaction([&]() -> Database::Result<> {
        const auto known = appliedNumbers(database); // again: now nobody else writes
        if (!known)
            return tl::unexpected(known.error());
        if (known->contains(migration.number))
            return {};
        for (const std::string_view statement : migration.statements) {
            if (work && work->cancelled)
                return tl::unexpected(std::string("stopped; nothing of it was done"));
            if (auto step = database.execute(text(statement)); !step)
                return step;
        }
        applied = true;
        return note(database, migration);
    });
    if (!done) {
        return tl::unexpected("migration " + std::to_string(migration.number) + " (" +
                              std::string(migration.name) + "): " + done.error());
    }
    return applied;
}

} // namespace

std::vector<Migration> storeMigrations() {
    return {{1, "resources", kResources}, {2, "audit by subject", kAuditBySubject}};
}

Database::Result<std::vector<int>> migrate(Database& database, std::vector<Migration> migrations,
                                           const WorkPtr& work) {
    std::ranges::sort(migrations, {}, &Migration::number);
    const auto made = database.execute(
        QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migrations(number INTEGER PRIMARY KEY,"
                       " name TEXT NOT NULL, applied_ms INTEGER NOT NULL)"));
    if (!made)
        return tl::unexpected(made.error());
    const auto known = appliedNumbers(database);
    if (!known)
        return tl::unexpected(known.error());
    for (const int number : *known) {
        if (!std::ranges::binary_search(migrations, number, {}, &Migration::number)) {
            return tl::unexpected("the database was written by a newer version of Tollgate (migration " +
                                  std::to_string(number) + ")");
        }
    }
    std::vector<int> applied;
    if (work)
        work->total = std::ssize(migrations) - static_cast<std::int64_t>(known->size());
    for (const Migration& migration : migrations) {
        if (known->contains(migration.number))
            continue;
        const auto done = apply(database, migration, work);
        if (work)
            ++work->done;
        if (!done)
            return tl::unexpected(done.error());
        if (*done)
            applied.push_back(migration.number);
    }
    return applied;
}

} // namespace tollgate
