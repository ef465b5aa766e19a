#pragma once
// The configuration at rest: every resource as one JSON document, provider credentials sealed, and who
// changed what. A write is one transaction: documents, credentials, audit entries and the configuration's
// version change together or not at all.

#include "gateway/store/database.h"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

enum class ResourceKind { Provider, Model, Alias, Project, Key, Budget, Flag, Prompt, Settings };
/// "provider", "model", …: as in the audit log.
std::string_view toString(ResourceKind kind);

struct StoredResource {
    ResourceKind kind = ResourceKind::Provider;
    std::string id;
    boost::json::object document;
};

struct SealedCredential {
    std::string provider;
    std::string field;
    std::string sealed; ///< binary
};

struct ResourceChange {
    ResourceKind kind = ResourceKind::Provider;
    std::string id;
    std::optional<boost::json::object> document; ///< nothing: delete
    std::optional<std::vector<SealedCredential>>
        credentials; ///< replaces all of that provider's or the settings'
    // For the audit log; no secrets.
    std::string action; ///< "create", "update", "delete", "rotate", …
    boost::json::value before;
    boost::json::value after;
    bool audited = true; ///< false for what goes along with another change (the models of a deleted provider)
};

struct AuditEntry {
    std::int64_t id = 0;
    std::int64_t atMs = 0;
    std::string actor;
    std::string action;
    std::string kind;
    std::string subject;
    boost::json::value before;
    boost::json::value after;
};

struct AuditQuery {
    std::int64_t beforeId = 0; ///< 0: from the newest
    int limit = 100;
    // Empty: any.
    std::string kind = {};
    std::string subject = {};
    std::string actor = {};
    std::string text = {}; ///< somewhere in the entry, whatever the case of its ASCII letters
};

struct AppliedChanges {
    std::int64_t version = 0;
    std::vector<AuditEntry> audit;
};

/// Used in the database's thread (control).
class ResourceRepository {
public:
    explicit ResourceRepository(Database& database)
        : m_database(database) {}

    Database::Result<std::vector<StoredResource>> resources();
    Database::Result<std::vector<SealedCredential>> credentials();
    Database::Result<std::int64_t> version();

    Database::Result<AppliedChanges> apply(std::span<const ResourceChange> changes, std::string_view actor,
                                           std::int64_t nowMs);
    /// An entry about what is no resource. Returns it with its id.
    Database::Result<AuditEntry> note(const AuditEntry& entry);
    /// Newest first.
    Database::Result<std::vector<AuditEntry>> audit(const AuditQuery& query);

private:
    Database::Result<> writeDocument(const ResourceChange& change, std::int64_t nowMs);
    Database::Result<> writeCredentials(const ResourceChange& change);
    Database::Result<AuditEntry> writeAudit(const ResourceChange& change, std::string_view actor,
                                            std::int64_t nowMs);
    Database::Result<std::int64_t> bumpVersion();

    Database& m_database;
};

} // namespace tollgate
