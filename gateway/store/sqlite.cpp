#include "gateway/store/sqlite.h"

#include "gateway/store/pragmas.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace tollgate {

namespace {

std::string words(sqlite3* connection) {
    return sqlite3_errmsg(connection);
}

} // namespace

std::int64_t SqliteRow::number() {
    return sqlite3_column_int64(m_statement, m_column++);
}

std::optional<std::int64_t> SqliteRow::numberOrNull() {
    if (!nextIsNull())
        return number();
    ++m_column;
    return std::nullopt;
}

double SqliteRow::real() {
    return sqlite3_column_double(m_statement, m_column++);
}

std::string_view SqliteRow::bytes() {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, m_column));
    const int size = sqlite3_column_bytes(m_statement, m_column++);
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(size)) : std::string_view();
}

bool SqliteRow::nextIsNull() const {
    return sqlite3_column_type(m_statement, m_column) == SQLITE_NULL;
}

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void SqliteStatement::note(int code) {
    if (m_bindError == SQLITE_OK)
        m_bindError = code;
}

SqliteStatement& SqliteStatement::bind(std::int64_t value) {
    note(sqlite3_bind_int64(m_statement.get(), nextParameter(), value));
    return *this;
}

SqliteStatement& SqliteStatement::bind(std::string_view text) {
    // A null pointer would bind NULL.
    note(sqlite3_bind_text64(m_statement.get(), nextParameter(), text.empty() ? "" : text.data(), text.size(),
                             nullptr, SQLITE_UTF8));
    return *this;
}

SqliteStatement& SqliteStatement::bindBlob(std::string_view bytes) {
    note(sqlite3_bind_blob64(m_statement.get(), nextParameter(), bytes.empty() ? "" : bytes.data(),
                             bytes.size(), nullptr));
    return *this;
}

SqliteStatement& SqliteStatement::bindReal(double value) {
    note(sqlite3_bind_double(m_statement.get(), nextParameter(), value));
    return *this;
}

SqliteStatement& SqliteStatement::bindNull() {
    note(sqlite3_bind_null(m_statement.get(), nextParameter()));
    return *this;
}

SqliteResult<bool> SqliteStatement::step() {
    if (m_bindError != SQLITE_OK)
        return tl::unexpected(std::string(sqlite3_errstr(m_bindError)));
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return tl::unexpected(words(sqlite3_db_handle(m_statement.get())));
    }
}

void SqliteStatement::reset() {
    sqlite3_reset(m_statement.get()); // says the error of step() again
    m_bound = 0;
    m_bindError = SQLITE_OK;
}

SqliteResult<> SqliteStatement::run() {
    auto done = step();
    reset();
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return {};
}

SqliteResult<std::optional<std::int64_t>> SqliteStatement::number() {
    std::optional<std::int64_t> found;
    auto done = eachRow([&](SqliteRow& row) {
        found = row.number();
        return false;
    });
    if (!done)
        return tl::unexpected(std::move(done.error()));
    return found;
}

void SqliteConnection::Close::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection); // closes once the last statement is gone
}

SqliteResult<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::string& path,
                                                                       int busyTimeoutMs) {
    // SQLite gives its journal files the mode of the database file.
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return tl::unexpected(path + ": cannot be opened: " + std::strerror(errno));
    ::close(fd);
    std::unique_ptr<SqliteConnection> opened(new SqliteConnection);
    sqlite3* connection = nullptr;
    // Without SQLite's own locking: one thread has it.
    const int code =
        sqlite3_open_v2(path.c_str(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    opened->m_connection.reset(connection); // even when it failed
    if (code != SQLITE_OK)
        return tl::unexpected(path + ": " + (connection ? words(connection) : sqlite3_errstr(code)));
    sqlite3_busy_timeout(connection, busyTimeoutMs);
    if (auto configured = opened->configure(); !configured)
        return tl::unexpected(path + ": " + configured.error());
    return opened;
}

SqliteResult<> SqliteConnection::configure() {
    for (const Pragma& pragma : kPragmas) {
        if (auto done = execute(pragma.statement); !done)
            return done;
        auto question = prepare(pragma.question);
        if (!question)
            return tl::unexpected(std::move(question.error()));
        std::string answer;
        if (auto done = question->eachRow([&](SqliteRow& row) { answer = row.text(); }); !done)
            return done;
        if (answer != pragma.answer)
            return tl::unexpected(std::string(pragma.statement) + kPragmaFailed);
    }
    return {};
}

SqliteResult<> SqliteConnection::execute(const std::string& sql) {
    if (sqlite3_exec(m_connection.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(words(m_connection.get()));
    return {};
}

SqliteResult<SqliteStatement> SqliteConnection::prepare(std::string_view sql) {
    sqlite3_stmt* made = nullptr;
    const int code =
        sqlite3_prepare_v2(m_connection.get(), sql.data(), static_cast<int>(sql.size()), &made, nullptr);
    SqliteStatement statement;
    statement.m_statement.reset(made);
    if (code != SQLITE_OK)
        return tl::unexpected(words(m_connection.get()));
    return statement;
}

SqliteResult<> SqliteConnection::inTransaction(const std::function<SqliteResult<>()>& work) {
    if (auto begun = execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    SqliteResult<> done = work();
    if (done)
        done = execute("COMMIT");
    if (!done)
        (void)execute("ROLLBACK"); // the first mistake is the one to tell
    return done;
}

std::int64_t SqliteConnection::changes() const {
    return sqlite3_changes64(m_connection.get());
}

std::int64_t SqliteConnection::lastInsertId() const {
    return sqlite3_last_insert_rowid(m_connection.get());
}

} // namespace tollgate
