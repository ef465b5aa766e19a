#include "gateway/store/database_rescue.h"

#include "gateway/wire/clock.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QStringList>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <functional>

namespace tollgate {

namespace {

constexpr std::array kNotCopied{"schema_migrations"};
/// Small, and a gateway is nothing without them.
constexpr std::array kAlwaysChecked{"resources", "credentials", "meta", "ledger_meta", "journal_positions"};

std::string words(const QSqlError& error) {
    return error.databaseText().isEmpty() ? error.text().toStdString() : error.databaseText().toStdString();
}

/// A connection that changes nothing: no pragma, no checkpoint when it closes.
class ReadOnly {
public:
    explicit ReadOnly(const std::string& path) {
        m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        m_connection.setDatabaseName(QString::fromStdString(path));
        m_connection.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"));
        if (!m_connection.open())
            m_error = words(m_connection.lastError());
    }
    ~ReadOnly() {
        m_connection.close();
        m_connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    ReadOnly(const ReadOnly&) = delete;
    ReadOnly& operator=(const ReadOnly&) = delete;

    const std::string& error() const { return m_error; }
    /// Calls `take` for every row; the error is empty when all of them came.
    std::string each(const QString& sql, const std::function<void(const QSqlQuery&)>& take) const {
        QSqlQuery query(m_connection);
        query.setForwardOnly(true);
        if (!query.exec(sql))
            return words(query.lastError());
        while (query.next())
            take(query);
        return query.lastError().isValid() ? words(query.lastError()) : std::string();
    }
    std::string texts(const QString& sql, QStringList& list) const {
        return each(sql, [&](const QSqlQuery& query) { list << query.value(0).toString(); });
    }

private:
    const QString m_name = QUuid::createUuid().toString();
    QSqlDatabase m_connection;
    std::string m_error;
};

const QString kTables = QStringLiteral(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");

struct Columns {
    QStringList names;
    QStringList key; ///< in order
};

Columns columnsOf(const QSqlDatabase& connection, const QString& table) {
    Columns columns;
    std::vector<std::pair<int, QString>> key;
    QSqlQuery query(connection);
    if (query.exec(QStringLiteral("PRAGMA table_info(\"%1\")").arg(table))) {
        while (query.next()) {
            columns.names << query.value(1).toString();
            if (const int place = query.value(5).toInt(); place > 0)
                key.emplace_back(place, query.value(1).toString());
        }
    }
    std::ranges::sort(key);
    for (const auto& [place, name] : key)
        columns.key << name;
    return columns;
}

QString quoted(const QStringList& names, const QString& after = {}) {
    QStringList list;
    for (const QString& name : names)
        list << QStringLiteral("\"%1\"").arg(name) + after;
    return list.join(QStringLiteral(", "));
}

Database::Result<SalvagedTable> salvageTable(const ReadOnly& from, Database& to, const QString& table,
                                             const QStringList& common, const QStringList& key,
                                             const WorkPtr& work) {
    SalvagedTable result;
    result.name = table.toStdString();
    const QString marks = QStringList(common.size(), QStringLiteral("?")).join(QStringLiteral(", "));
    auto insert = to.prepare(
        QStringLiteral("INSERT OR REPLACE INTO \"%1\"(%2) VALUES(%3)").arg(table, quoted(common), marks));
    if (!insert)
        return tl::unexpected(insert.error());
    const auto done = to.inTransaction([&]() -> Database::Result<> {
        std::string writeError;
        const auto copy = [&](const QSqlQuery& row) {
            for (int column = 0; column < common.size(); ++column)
                insert->bindValue(column, row.value(column));
            if (work && work->cancelled)
                writeError = "stopped";
            if (!writeError.empty())
                return; // the rest is read for nothing
            if (auto written = Database::run(*insert); !written)
                writeError = written.error();
            else
                ++result.rows;
            if (work)
                ++work->done;
        };
        const QString select = QStringLiteral("SELECT %1 FROM \"%2\"").arg(quoted(common), table);
        result.complete = from.each(select, copy).empty();
        if (!result.complete && writeError.empty()) {
            // What lies behind the damage can be reached from the other end.
            const QString order =
                key.isEmpty() ? QStringLiteral("rowid DESC") : quoted(key, QStringLiteral(" DESC"));
            (void)from.each(select + QStringLiteral(" ORDER BY ") + order, copy); // as far as it goes
        }
        if (!writeError.empty())
            return tl::unexpected(writeError);
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return result;
}

} // namespace

bool saysCorrupt(std::string_view error) {
    return error.find("database disk image is malformed") != std::string_view::npos ||
           error.find("file is not a database") != std::string_view::npos;
}

std::optional<std::string> damageOf(const std::string& path, std::int64_t wholeUpToBytes) {
    std::error_code failure;
    const auto size = std::filesystem::file_size(path, failure);
    if (failure || size == 0)
        return std::nullopt;
    const ReadOnly database(path);
    if (!database.error().empty())
        return saysCorrupt(database.error()) ? std::optional(database.error()) : std::nullopt;
    QStringList tables;
    if (const std::string why = database.texts(kTables, tables); !why.empty())
        return saysCorrupt(why) ? std::optional(why) : std::nullopt;
    QStringList checks{QStringLiteral("PRAGMA quick_check(1)")};
    if (static_cast<std::int64_t>(size) > wholeUpToBytes) {
        checks.clear();
        for (const char* table : kAlwaysChecked) {
            if (tables.contains(QLatin1String(table)))
                checks << QStringLiteral("PRAGMA quick_check(\"%1\")").arg(QLatin1String(table));
        }
    }
    for (const QString& check : checks) {
        QStringList verdict;
        const std::string why = database.texts(check, verdict);
        if (saysCorrupt(why))
            return why;
        if (why.empty() && verdict.value(0) != u"ok")
            return verdict.value(0).toStdString();
    }
    return std::nullopt;
}

Database::Result<std::string> moveAside(const std::string& path, std::int64_t nowMs) {
    std::string stamp = toRfc3339(nowMs).substr(0, 19) + "Z";
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
    const std::string aside = path + ".corrupt-" + stamp;
    if (std::rename(path.c_str(), aside.c_str()) != 0)
        return tl::unexpected(path + " cannot be moved aside: " + std::strerror(errno));
    for (const char* suffix : {"-wal", "-shm"})
        (void)std::rename((path + suffix).c_str(), (aside + suffix).c_str()); // they need not be there
    return aside;
}

Database::Result<std::vector<SalvagedTable>> salvage(const std::string& from, Database& to,
                                                     const WorkPtr& work) {
    std::vector<SalvagedTable> result;
    const ReadOnly old(from);
    QStringList tables;
    if (!old.error().empty() || !old.texts(kTables, tables).empty())
        return result;
    QStringList wanted;
    auto list = to.prepare(kTables);
    if (!list || !Database::run(*list))
        return tl::unexpected(std::string("the new database cannot be read"));
    while (list->next())
        wanted << list->value(0).toString();
    list->finish();
    for (const QString& table : wanted) {
        const bool skipped =
            std::ranges::any_of(kNotCopied, [&](const char* name) { return table == QLatin1String(name); });
        if (skipped || !tables.contains(table))
            continue;
        const Columns columns = columnsOf(to.connection(), table);
        QStringList had;
        (void)old.texts(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table), had);
        QStringList common;
        for (const QString& name : columns.names) {
            if (had.contains(name))
                common << name;
        }
        if (common.isEmpty())
            continue;
        auto copied = salvageTable(old, to, table, common, columns.key, work);
        if (!copied)
            return tl::unexpected(copied.error());
        result.push_back(std::move(*copied));
    }
    return result;
}

} // namespace tollgate
