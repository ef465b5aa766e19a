#pragma once
// Between the engine's UTF-8 and what QtSql binds: text as QString (so that it is TEXT in SQLite and compares
// as such), bytes as QByteArray (BLOB).

#include <QByteArray>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <string>
#include <string_view>

namespace tollgate {

inline QString sqlText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Borrows the bytes: they must outlive the statement's execution.
inline QByteArray sqlBlob(std::string_view bytes) {
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

inline std::string errorOf(const QSqlQuery& query) {
    return query.lastError().text().toStdString();
}

inline std::string textAt(const QSqlQuery& query, int column) {
    return query.value(column).toString().toStdString();
}

inline qint64 numberAt(const QSqlQuery& query, int column) {
    return query.value(column).toLongLong();
}

} // namespace tollgate
