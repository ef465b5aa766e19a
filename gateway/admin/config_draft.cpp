#include "gateway/admin/config_draft.h"

#include "gateway/admin/credentials.h"
#include "gateway/admin/snapshot_builder.h"

namespace tollgate {

bool ConfigDraft::putSettings(Settings settings) {
    ResourceChange change;
    change.kind = ResourceKind::Settings;
    change.id = "settings";
    change.document = toJson(settings);
    change.action = "update";
    const bool changed = toJson(m_world.settings) != *change.document;
    m_world.settings = std::move(settings);
    m_changes.push_back(std::move(change));
    return changed;
}

void ConfigDraft::setCredentials(const std::string& provider, Credentials credentials, const SecretBox& box) {
    m_changes.back().credentials = sealCredentials(box, provider, credentials);
    m_world.credentials.insert_or_assign(provider, std::move(credentials));
}

ConfigSnapshot ConfigDraft::take(std::int64_t version) {
    m_world.version = version;
    completeSnapshot(m_world);
    return std::move(m_world);
}

} // namespace tollgate
