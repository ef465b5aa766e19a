#pragma once
// SQLite's own C interface (https://www.sqlite.org/cintro.html), for what writes or reads much: values go in
// and out as they are, without QString or QVariant. The one place that knows that interface. A connection and
// its statements belong to one thread. It is the same library that Qt's driver uses, and has to be: two
// copies of it in one process lose each other's file locks (https://www.sqlite.org/howtocorrupt.html, 2.2.1).

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace tollgate {

/// Errors are SQLite's own words.
template <typename T = void>
using SqliteResult = tl::expected<T, std::string>;

/// The row a statement stands on, read from left to right. What it says in bytes lives until the next row.
class SqliteRow {
public:
    explicit SqliteRow(sqlite3_stmt* statement)
        : m_statement(statement) {}

    std::int64_t number();
    std::optional<std::int64_t> numberOrNull();
    double real();
    std::string_view bytes(); ///< of text and blobs; empty for NULL
    std::string text() { return std::string(bytes()); }
    bool nextIsNull() const;

private:
    sqlite3_stmt* m_statement;
    int m_column = 0;
};

/// Prepared once, run any number of times.
class SqliteStatement {
public:
    SqliteStatement() = default;

    // To the `?`s from left to right; bytes are borrowed until the statement has run.
    SqliteStatement& bind(std::int64_t value);
    SqliteStatement& bind(std::string_view text);
    SqliteStatement& bindBlob(std::string_view bytes);
    SqliteStatement& bindReal(double value);
    SqliteStatement& bindNull();

    /// For a statement without rows; it can be bound again afterwards.
    SqliteResult<> run();
    /// Calls take(SqliteRow&) with every row, or until it returns false when it returns something. An error
    /// in the middle, as a damaged page is, comes out of here; nothing else tells it from the last row.
    template <typename Take>
    SqliteResult<> eachRow(Take take);
    /// The first row's first number; nothing without a row.
    SqliteResult<std::optional<std::int64_t>> number();

private:
    friend class SqliteConnection;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    SqliteResult<bool> step();
    void reset();
    int nextParameter() { return ++m_bound; }
    void note(int code);

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_bound = 0;
    int m_bindError = 0;
};

class SqliteConnection {
public:
    /// Opens the file, creating it with mode 0600, with the settings of pragmas.h.
    static SqliteResult<std::unique_ptr<SqliteConnection>> open(const std::string& path,
                                                                int busyTimeoutMs = 5000);

    /// One or more statements whose rows do not matter.
    SqliteResult<> execute(const std::string& sql);
    SqliteResult<SqliteStatement> prepare(std::string_view sql);
    /// BEGIN IMMEDIATE, so that a lost race shows here and not at the commit. Rolls back when `work` fails.
    SqliteResult<> inTransaction(const std::function<SqliteResult<>()>& work);

    /// Rows that the last INSERT, UPDATE or DELETE touched.
    std::int64_t changes() const;
    std::int64_t lastInsertId() const;

private:
    struct Close {
        void operator()(sqlite3* connection) const;
    };
    SqliteConnection() = default;
    SqliteResult<> configure();

    std::unique_ptr<sqlite3, Close> m_connection;
};

template <typename Take>
SqliteResult<> SqliteStatement::eachRow(Take take) {
    SqliteResult<bool> more = step();
    for (; more && *more; more = step()) {
        SqliteRow row(m_statement.get());
        if constexpr (std::is_void_v<std::invoke_result_t<Take&, SqliteRow&>>) {
            take(row);
        } else if (!take(row)) {
            break;
        }
    }
    reset();
    if (!more)
        return tl::unexpected(std::move(more.error()));
    return {};
}

} // namespace tollgate
