// POST /config/undo: a write over many resources is taken back as one transaction, as long as nobody has
// changed any of them since.
#include "gateway/admin/admin_core.h"
#include "gateway/admin/settings_change.h"
#include "gateway/admin/write_log.h"
#include "gateway/config/field_reader.h"
#include "gateway/config/otlp_secrets.h"

namespace tollgate {

namespace {

template <typename Do>
auto withKind(ResourceKind kind, Do&& run) {
    switch (kind) {
    case ResourceKind::Provider:
        return run.template operator()<Provider>();
    case ResourceKind::Model:
        return run.template operator()<Model>();
    case ResourceKind::Alias:
        return run.template operator()<Alias>();
    case ResourceKind::Project:
        return run.template operator()<Project>();
    case ResourceKind::Key:
        return run.template operator()<ClientKey>();
    case ResourceKind::Budget:
        return run.template operator()<Budget>();
    case ResourceKind::Flag:
        return run.template operator()<Flag>();
    case ResourceKind::Prompt:
    case ResourceKind::Settings:
        break;
    }
    return run.template operator()<Prompt>();
}

Credentials credentialsIn(const ConfigSnapshot& world, std::string_view owner) {
    const auto* found = ConfigSnapshot::find(world.credentials, owner);
    return found == nullptr ? Credentials() : *found;
}

bool sameCredentials(const ConfigSnapshot& a, const ConfigSnapshot& b, std::string_view owner) {
    const Credentials one = credentialsIn(a, owner);
    const Credentials other = credentialsIn(b, owner);
    return one.apiKeys == other.apiKeys && one.fields == other.fields;
}

/// One write on its way back.
class TakingBack {
public:
    TakingBack(AdminCore& core, const LoggedWrite& write)
        : m_core(core)
        , m_write(write)
        , m_world(core.world())
        , m_draft(*m_world) {}

    std::optional<ApiError> prepare();
    ConfigDraft& draft() { return m_draft; }

private:
    bool same(ResourceKind kind, const std::string& id, const ConfigSnapshot& a,
              const ConfigSnapshot& b) const;
    std::optional<ApiError> putBack(const ResourceType& type, const std::string& id);
    std::optional<ApiError> putSettingsBack();
    std::optional<ApiError> setCredentials(const std::string& owner);
    std::optional<ApiError> checkReferences() const;

    AdminCore& m_core;
    const LoggedWrite& m_write;
    SnapshotPtr m_world;
    ConfigDraft m_draft;
};

bool TakingBack::same(ResourceKind kind, const std::string& id, const ConfigSnapshot& a,
                      const ConfigSnapshot& b) const {
    if (kind == ResourceKind::Settings)
        return toJson(a.settings) == toJson(b.settings) && sameCredentials(a, b, kOtlpSecrets);
    const ResourceType& type = m_core.type(kind);
    const bool there = type.isStored(a, id);
    if (there != type.isStored(b, id) || !there)
        return there == type.isStored(b, id);
    if (kind == ResourceKind::Provider && !sameCredentials(a, b, id))
        return false;
    return withKind(kind, [&]<typename T>() {
        constexpr auto map = ResourceTraits<T>::kMap;
        return storedJson((a.*map).find(id)->second) == storedJson((b.*map).find(id)->second);
    });
}

std::optional<ApiError> TakingBack::prepare() {
    for (const auto& [kind, id] : m_write.touched) {
        if (!same(kind, id, *m_write.after, *m_world))
            return conflict(std::string(toString(kind)) + " " + id +
                                " was changed since: nothing was taken back",
                            "config_version");
    }
    const auto& types = m_core.types();
    // What names something goes before what it names, and comes after it.
    for (auto type = types.rbegin(); type != types.rend(); ++type) {
        for (const auto& [kind, id] : m_write.touched) {
            if (kind == (*type)->kind() && !(*type)->isStored(*m_write.before, id) &&
                (*type)->isStored(m_draft.world(), id))
                removeAudited(**type, m_draft, id);
        }
    }
    for (const auto& type : types) {
        for (const auto& [kind, id] : m_write.touched) {
            if (kind != type->kind() || !type->isStored(*m_write.before, id))
                continue;
            if (auto mistake = putBack(*type, id))
                return mistake;
        }
    }
    for (const auto& [kind, id] : m_write.touched) {
        if (kind != ResourceKind::Settings)
            continue;
        if (auto mistake = putSettingsBack())
            return mistake;
    }
    return checkReferences();
}

std::optional<ApiError> TakingBack::putBack(const ResourceType& type, const std::string& id) {
    if (same(type.kind(), id, *m_write.before, *m_world))
        return std::nullopt;
    boost::json::value now;
    if (type.isStored(*m_world, id))
        now = type.declare(*m_world, id);
    withKind(type.kind(), [&]<typename T>() {
        m_draft.put(T(((*m_write.before).*ResourceTraits<T>::kMap).find(id)->second));
    });
    if (type.kind() == ResourceKind::Provider && !sameCredentials(*m_write.before, m_draft.world(), id)) {
        if (auto mistake = setCredentials(id))
            return mistake;
    }
    ResourceChange& change = m_draft.changes().back();
    change.action = "restore";
    change.before = std::move(now);
    change.after = type.declare(m_draft.world(), id);
    return std::nullopt;
}

std::optional<ApiError> TakingBack::setCredentials(const std::string& owner) {
    if (m_core.context().secrets == nullptr)
        return unavailable("credentials cannot be stored: " + m_core.context().secretNote);
    m_draft.setCredentials(owner, credentialsIn(*m_write.before, owner), *m_core.context().secrets);
    return std::nullopt;
}

std::optional<ApiError> TakingBack::putSettingsBack() {
    boost::json::object now = shownSettings(m_draft.world());
    m_draft.putSettings(Settings(m_write.before->settings));
    if (!sameCredentials(*m_write.before, m_draft.world(), kOtlpSecrets)) {
        if (auto mistake = setCredentials(std::string(kOtlpSecrets)))
            return mistake;
    }
    ResourceChange& change = m_draft.changes().back();
    change.action = "restore";
    change.before = std::move(now);
    change.after = shownSettings(m_draft.world());
    return std::nullopt;
}

std::optional<ApiError> TakingBack::checkReferences() const {
    for (const auto& [kind, id] : m_write.touched) {
        if (kind == ResourceKind::Settings)
            continue;
        const ResourceType& type = m_core.type(kind);
        const std::string what = std::string(toString(kind)) + " " + id;
        if (!type.contains(m_draft.world(), id)) {
            if (const auto user = type.usedBy(m_draft.world(), id))
                return inUse(what + " cannot go: it is used by " + *user);
        } else if (const auto mistake = type.references(m_draft.world(), id)) {
            return inUse(what + " cannot come back: " + mistake->param + " " + mistake->message);
        }
    }
    return std::nullopt;
}

Outcome<AdminResponse> undo(AdminCore& core, const Call& call) {
    const auto body = bodyObject(call.request);
    if (!body)
        return tl::unexpected(body.error());
    FieldReader in(*body);
    std::int64_t version = 0;
    in.integer("config_version", version, 1, INT64_MAX);
    if (version == 0 && !body->contains("config_version"))
        in.fail("config_version", "is required");
    if (const auto read = in.finish(version); !read)
        return tl::unexpected(invalid(read.error()));
    const LoggedWrite* found = core.writeLog().find(version, core.context().clock.unixMs());
    if (found == nullptr)
        return tl::unexpected(notFound("nothing is kept of the write that made version " +
                                       std::to_string(version) +
                                       ": it was longer ago than ten minutes, was taken back already, or the "
                                       "gateway has been restarted since"));
    const LoggedWrite write = *found; // committing changes what is kept
    TakingBack back(core, write);
    if (auto mistake = back.prepare())
        return tl::unexpected(*std::move(mistake));
    boost::json::array changes;
    for (const ResourceChange& change : back.draft().changes()) {
        if (change.audited)
            changes.push_back({{"kind", toString(change.kind)},
                               {"id", change.id},
                               {"action", change.action},
                               {"before", change.before},
                               {"after", change.after}});
    }
    const auto committed = commitLogged(core, back.draft(), call.request.actor);
    if (!committed)
        return tl::unexpected(committed.error());
    core.writeLog().forget(version);
    return jsonResponse(200, {{"dry_run", false},
                              {"changes", std::move(changes)},
                              {"unchanged", 0},
                              {"config_version", *committed},
                              {"generated_keys", boost::json::array()}});
}

} // namespace

void addUndoRoutes(RouteTable& table, AdminCore& core) {
    table.add(
        "POST", "/config/undo",
        {"Take back the write that made config_version (PUT /config, POST /models/import, the rotation of "
         "a key), secrets included, within ten minutes; 409 when any of it was changed since",
         "system", "ConfigUndo", "ConfigApplied"},
        [&core](const Call& call) { return undo(core, call); });
}

} // namespace tollgate
