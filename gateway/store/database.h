#pragma once
// One SQLite connection. Made, used and dropped in one thread: Qt's driver opens without SQLite's own
// locking.

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <string>

namespace tollgate {

/// Errors are for people: what was tried and SQLite's own words.
class Database {
public:
    template <typename T = void>
    using Result = tl::expected<T, std::string>;

    /// Opens the file, creating it with mode 0600, and checks that WAL, foreign keys and the rest are really
    /// on. Prepared queries must be gone before the database is.
    static Result<std::unique_ptr<Database>> open(const std::string& path);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    QSqlDatabase& connection() { return m_connection; }
    Result<> execute(const QString& statement);
    /// A prepared query, forward only.
    Result<QSqlQuery> prepare(const QString& statement);
    /// Runs a prepared and bound query.
    static Result<> run(QSqlQuery& query);

    /// BEGIN IMMEDIATE, so that a lost race shows here and not at the commit. Rolls back when `work` fails.
    Result<> inTransaction(const std::function<Result<>()>& work);

private:
    Database() = default;
    Result<> configure();

    QString m_name;
    QSqlDatabase m_connection;
};

} // namespace tollgate
