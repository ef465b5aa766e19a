#include "gateway/store/resource_repository.h"

#include "gateway/config/otlp_secrets.h"

#include <QByteArray>
#include <QVariant>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <array>
#include <utility>

namespace tollgate {

namespace {

template <typename T = void>
using Result = Database::Result<T>;

constexpr std::array kKinds{
    std::pair{ResourceKind::Provider, std::string_view("provider")},
    std::pair{ResourceKind::Model, std::string_view("model")},
    std::pair{ResourceKind::Alias, std::string_view("alias")},
    std::pair{ResourceKind::Project, std::string_view("project")},
    std::pair{ResourceKind::Key, std::string_view("key")},
    std::pair{ResourceKind::Budget, std::string_view("budget")},
    std::pair{ResourceKind::Flag, std::string_view("flag")},
    std::pair{ResourceKind::Prompt, std::string_view("prompt")},
    std::pair{ResourceKind::Settings, std::string_view("settings")},
};

std::optional<ResourceKind> kindOf(std::string_view text) {
    for (const auto& [kind, name] : kKinds) {
        if (name == text)
            return kind;
    }
    return std::nullopt;
}

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QVariant jsonOrNull(const boost::json::value& value) {
    return value.is_null() ? QVariant() : QVariant(text(boost::json::serialize(value)));
}

boost::json::value parsed(const QVariant& column) {
    if (column.isNull())
        return nullptr;
    boost::json::error_code error;
    return boost::json::parse(column.toString().toStdString(), error);
}

/// A query with its values bound and run.
Result<QSqlQuery> ask(Database& database, const QString& statement, const QVariantList& values = {}) {
    auto query = database.prepare(statement);
    if (!query)
        return query;
    for (const QVariant& value : values)
        query->addBindValue(value);
    if (auto done = Database::run(*query); !done)
        return tl::unexpected(done.error());
    return query;
}

Result<> tell(Database& database, const QString& statement, const QVariantList& values = {}) {
    return ask(database, statement, values).map([](const QSqlQuery&) {});
}

} // namespace

std::string_view toString(ResourceKind kind) {
    for (const auto& [value, name] : kKinds) {
        if (value == kind)
            return name;
    }
    return {};
}

Result<std::vector<StoredResource>> ResourceRepository::resources() {
    auto query = ask(m_database, QStringLiteral("SELECT kind, id, doc FROM resources ORDER BY kind, id"));
    if (!query)
        return tl::unexpected(query.error());
    std::vector<StoredResource> result;
    while (query->next()) {
        const std::string name = query->value(0).toString().toStdString();
        std::string id = query->value(1).toString().toStdString();
        const auto kind = kindOf(name);
        boost::json::value document = parsed(query->value(2));
        if (!kind || !document.is_object())
            return tl::unexpected(
                std::string("the stored ").append(name).append(" ").append(id).append(" cannot be read"));
        result.push_back({*kind, std::move(id), std::move(document.get_object())});
    }
    return result;
}

Result<std::vector<SealedCredential>> ResourceRepository::credentials() {
    auto query =
        ask(m_database,
            QStringLiteral("SELECT provider, field, sealed FROM credentials ORDER BY provider, field"));
    if (!query)
        return tl::unexpected(query.error());
    std::vector<SealedCredential> result;
    while (query->next()) {
        result.push_back({query->value(0).toString().toStdString(), query->value(1).toString().toStdString(),
                          query->value(2).toByteArray().toStdString()});
    }
    return result;
}

Result<std::int64_t> ResourceRepository::version() {
    auto query = ask(m_database, QStringLiteral("SELECT value FROM meta WHERE key = 'config_version'"));
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return tl::unexpected(std::string("the database has no config_version"));
    return static_cast<std::int64_t>(query->value(0).toLongLong());
}

Result<> ResourceRepository::writeDocument(const ResourceChange& change, std::int64_t nowMs) {
    const QString kind = text(toString(change.kind));
    if (!change.document) {
        return tell(m_database, QStringLiteral("DELETE FROM resources WHERE kind = ? AND id = ?"),
                    {kind, text(change.id)});
    }
    return tell(
        m_database,
        QStringLiteral(
            "INSERT INTO resources(kind, id, doc, updated_ms) VALUES(?, ?, ?, ?) "
            "ON CONFLICT(kind, id) DO UPDATE SET doc = excluded.doc, updated_ms = excluded.updated_ms"),
        {kind, text(change.id), text(boost::json::serialize(*change.document)), static_cast<qint64>(nowMs)});
}

Result<> ResourceRepository::writeCredentials(const ResourceChange& change) {
    const bool gone = change.kind == ResourceKind::Provider && !change.document;
    if (!gone && !change.credentials)
        return {};
    const QString owner = text(change.kind == ResourceKind::Settings ? std::string(kOtlpSecrets) : change.id);
    if (auto done = tell(m_database, QStringLiteral("DELETE FROM credentials WHERE provider = ?"), {owner});
        !done || gone)
        return done;
    for (const SealedCredential& credential : *change.credentials) {
        const auto done = tell(
            m_database, QStringLiteral("INSERT INTO credentials(provider, field, sealed) VALUES(?, ?, ?)"),
            {owner, text(credential.field), QByteArray::fromStdString(credential.sealed)});
        if (!done)
            return done;
    }
    return {};
}

Result<AuditEntry> ResourceRepository::writeAudit(const ResourceChange& change, std::string_view actor,
                                                  std::int64_t nowMs) {
    return note({0, nowMs, std::string(actor), change.action, std::string(toString(change.kind)), change.id,
                 change.before, change.after});
}

Result<AuditEntry> ResourceRepository::note(const AuditEntry& given) {
    AuditEntry entry = given;
    auto query =
        ask(m_database,
            QStringLiteral("INSERT INTO audit(at_ms, actor, action, kind, subject, before, after) "
                           "VALUES(?, ?, ?, ?, ?, ?, ?)"),
            {static_cast<qint64>(entry.atMs), text(entry.actor), text(entry.action), text(entry.kind),
             text(entry.subject), jsonOrNull(entry.before), jsonOrNull(entry.after)});
    if (!query)
        return tl::unexpected(query.error());
    entry.id = query->lastInsertId().toLongLong();
    return entry;
}

Result<std::int64_t> ResourceRepository::bumpVersion() {
    if (auto done = tell(m_database, QStringLiteral("UPDATE meta SET value = CAST(value AS INTEGER) + 1 "
                                                    "WHERE key = 'config_version'"));
        !done)
        return tl::unexpected(done.error());
    return version();
}

Result<AppliedChanges> ResourceRepository::apply(std::span<const ResourceChange> changes,
                                                 std::string_view actor, std::int64_t nowMs) {
    AppliedChanges applied;
    const auto done = m_database.inTransaction([&]() -> Result<> {
        for (const ResourceChange& change : changes) {
            if (auto step = writeDocument(change, nowMs); !step)
                return step;
            if (auto step = writeCredentials(change); !step)
                return step;
            if (!change.audited)
                continue;
            auto entry = writeAudit(change, actor, nowMs);
            if (!entry)
                return tl::unexpected(entry.error());
            applied.audit.push_back(*std::move(entry));
        }
        const auto next = bumpVersion();
        if (!next)
            return tl::unexpected(next.error());
        applied.version = *next;
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return applied;
}

Result<std::vector<AuditEntry>> ResourceRepository::audit(const AuditQuery& query) {
    QString statement = QStringLiteral(
        "SELECT id, at_ms, actor, action, kind, subject, before, after FROM audit WHERE 1 = 1");
    QVariantList values;
    const auto narrow = [&](const QString& condition, const QVariant& value) {
        statement += QStringLiteral(" AND ") + condition;
        values << value;
    };
    if (query.beforeId > 0)
        narrow(QStringLiteral("id < ?"), static_cast<qint64>(query.beforeId));
    if (!query.kind.empty())
        narrow(QStringLiteral("kind = ?"), text(query.kind));
    if (!query.subject.empty())
        narrow(QStringLiteral("subject = ?"), text(query.subject));
    if (!query.actor.empty())
        narrow(QStringLiteral("actor = ?"), text(query.actor));
    if (!query.text.empty())
        narrow(QStringLiteral("instr(lower(subject || ' ' || kind || ' ' || action || ' ' || actor || ' ' || "
                              "coalesce(before, '') || ' ' || coalesce(after, '')), lower(?)) > 0"),
               text(query.text));
    statement += QStringLiteral(" ORDER BY id DESC LIMIT ?");
    values << query.limit;

    auto rows = ask(m_database, statement, values);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<AuditEntry> result;
    while (rows->next()) {
        result.push_back({rows->value(0).toLongLong(), rows->value(1).toLongLong(),
                          rows->value(2).toString().toStdString(), rows->value(3).toString().toStdString(),
                          rows->value(4).toString().toStdString(), rows->value(5).toString().toStdString(),
                          parsed(rows->value(6)), parsed(rows->value(7))});
    }
    return result;
}

} // namespace tollgate
