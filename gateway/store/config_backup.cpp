#include "gateway/store/config_backup.h"

#include <QFile>
#include <QSaveFile>
#include <QSqlRecord>
#include <QVariant>

#include <boost/json.hpp>

#include <array>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr std::array kTables{"resources", "credentials", "meta"};
constexpr std::string_view kFormat = "tollgate-config-backup-1";

json::value cell(const QVariant& value) {
    switch (value.typeId()) {
    case QMetaType::QByteArray: {
        json::object bytes;
        bytes["base64"] = value.toByteArray().toBase64().toStdString();
        return bytes;
    }
    case QMetaType::LongLong:
    case QMetaType::Int:
        return value.toLongLong();
    case QMetaType::Double:
        return value.toDouble();
    default:
        break;
    }
    return value.isNull() ? json::value(nullptr) : json::value(value.toString().toStdString());
}

QVariant variant(const json::value& value) {
    if (value.is_int64())
        return QVariant(static_cast<qint64>(value.get_int64()));
    if (value.is_double())
        return {value.get_double()};
    if (value.is_string())
        return QString::fromStdString(std::string(value.get_string()));
    if (const json::object* bytes = value.if_object(); bytes != nullptr && bytes->contains("base64"))
        return QByteArray::fromBase64(
            QByteArray::fromStdString(std::string(bytes->at("base64").as_string())));
    return {};
}

Database::Result<json::array> rowsOf(Database& database, const char* table) {
    auto query = database.prepare(QStringLiteral("SELECT * FROM %1").arg(QLatin1String(table)));
    if (!query)
        return tl::unexpected(query.error());
    if (auto done = Database::run(*query); !done)
        return tl::unexpected(done.error());
    json::array rows;
    while (query->next()) {
        const QSqlRecord record = query->record();
        json::object row;
        for (int column = 0; column < record.count(); ++column)
            row[record.fieldName(column).toStdString()] = cell(record.value(column));
        rows.push_back(std::move(row));
    }
    return rows;
}

bool isText(const json::object& object, std::string_view name, std::string_view wanted) {
    const json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() && std::string_view(value->get_string()) == wanted;
}

std::optional<json::object> read(const std::string& path) {
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    boost::system::error_code failure;
    const json::value value = json::parse(file.readAll().toStdString(), failure);
    const json::object* document = failure ? nullptr : value.if_object();
    if (document == nullptr || !isText(*document, "format", kFormat))
        return std::nullopt;
    for (const char* table : kTables) {
        const json::value* rows = document->if_contains(table);
        if (rows == nullptr || !rows->is_array())
            return std::nullopt;
    }
    return *document;
}

Database::Result<> insertRow(Database& database, const char* table, const json::object& row) {
    QStringList names;
    QStringList marks;
    for (const auto& member : row) {
        names << QString::fromStdString(std::string(member.key()));
        marks << QStringLiteral("?");
    }
    auto insert = database.prepare(
        QStringLiteral("INSERT OR REPLACE INTO %1(%2) VALUES(%3)")
            .arg(QLatin1String(table), names.join(QStringLiteral(", ")), marks.join(QStringLiteral(", "))));
    if (!insert)
        return tl::unexpected(insert.error());
    for (const auto& member : row)
        insert->addBindValue(variant(member.value()));
    return Database::run(*insert);
}

} // namespace

Database::Result<> writeConfigBackup(Database& database, const std::string& path) {
    json::object document;
    document["format"] = kFormat;
    for (const char* table : kTables) {
        auto rows = rowsOf(database, table);
        if (!rows)
            return tl::unexpected(rows.error());
        document[table] = std::move(*rows);
    }
    QSaveFile file(QString::fromStdString(path));
    const std::string text = json::serialize(document);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
        file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) &&
        file.commit();
    if (!written)
        return tl::unexpected(path + " cannot be written: " + file.errorString().toStdString());
    return {};
}

std::optional<std::int64_t> configBackupVersion(const std::string& path) {
    const auto document = read(path);
    if (!document)
        return std::nullopt;
    for (const json::value& row : document->at("meta").as_array()) {
        const json::object* entry = row.if_object();
        if (entry != nullptr && isText(*entry, "key", "config_version") && entry->contains("value"))
            return variant(entry->at("value")).toLongLong();
    }
    return std::nullopt;
}

Database::Result<> restoreConfigBackup(const std::string& path, Database& database) {
    const auto document = read(path);
    if (!document)
        return tl::unexpected(path + " is no backup of a configuration");
    return database.inTransaction([&]() -> Database::Result<> {
        for (const char* table : kTables) {
            if (auto cleared = database.execute(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table)));
                !cleared)
                return cleared;
            for (const json::value& row : document->at(table).as_array()) {
                if (!row.is_object())
                    return tl::unexpected(path + " is no backup of a configuration");
                if (auto inserted = insertRow(database, table, row.get_object()); !inserted)
                    return inserted;
            }
        }
        return {};
    });
}

} // namespace tollgate
