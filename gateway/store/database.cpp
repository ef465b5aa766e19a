#include "gateway/store/database.h"

#include "gateway/store/pragmas.h"

#include <QSqlError>
#include <QUuid>
#include <QVariant>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace tollgate {

namespace {

std::string words(const QSqlError& error) {
    return error.databaseText().isEmpty() ? error.text().toStdString() : error.databaseText().toStdString();
}

/// SQLite gives its journal files the mode of the database file.
Database::Result<> createPrivate(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return tl::unexpected(path + ": cannot be opened: " + std::strerror(errno));
    ::close(fd);
    return {};
}

} // namespace

Database::Result<std::unique_ptr<Database>> Database::open(const std::string& path) {
    if (auto created = createPrivate(path); !created)
        return tl::unexpected(created.error());
    std::unique_ptr<Database> database(new Database);
    database->m_name = QUuid::createUuid().toString();
    database->m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_name);
    database->m_connection.setDatabaseName(QString::fromStdString(path));
    database->m_connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!database->m_connection.open())
        return tl::unexpected(path + ": " + words(database->m_connection.lastError()));
    if (auto configured = database->configure(); !configured)
        return tl::unexpected(path + ": " + configured.error());
    return database;
}

Database::~Database() {
    m_connection.close();
    m_connection = QSqlDatabase(); // removeDatabase() wants no copy left
    QSqlDatabase::removeDatabase(m_name);
}

Database::Result<> Database::configure() {
    for (const Pragma& pragma : kPragmas) {
        if (auto done = execute(QString::fromLatin1(pragma.statement)); !done)
            return done;
        QSqlQuery answer(m_connection);
        if (!answer.exec(QString::fromLatin1(pragma.question)) || !answer.next() ||
            answer.value(0).toString() != QLatin1String(pragma.answer)) {
            return tl::unexpected(std::string(pragma.statement) + kPragmaFailed);
        }
    }
    return {};
}

Database::Result<> Database::execute(const QString& statement) {
    QSqlQuery query(m_connection);
    if (!query.exec(statement))
        return tl::unexpected(words(query.lastError()));
    return {};
}

Database::Result<QSqlQuery> Database::prepare(const QString& statement) {
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return tl::unexpected(words(query.lastError()));
    return query;
}

Database::Result<> Database::run(QSqlQuery& query) {
    if (!query.exec())
        return tl::unexpected(words(query.lastError()));
    return {};
}

Database::Result<> Database::inTransaction(const std::function<Result<>()>& work) {
    if (auto begun = execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    Result<> done = work();
    if (done)
        done = execute(QStringLiteral("COMMIT"));
    if (!done)
        (void)execute(QStringLiteral("ROLLBACK")); // the first mistake is the one to tell
    return done;
}

} // namespace tollgate
