#include "gateway/admin/admin_core.h"

#include "gateway/admin/snapshot_builder.h"
#include "gateway/wire/clock.h"

namespace tollgate {

namespace {

ApiError applyFailure(const std::string& message) {
    return internalError("the change could not be written: " + message);
}

/// With the reason, where nobody asked for the change.
boost::json::object flagEvent(const AuditEntry& entry) {
    boost::json::object event{
        {"key", entry.subject}, {"action", entry.action}, {"actor", entry.actor}, {"flag", entry.after}};
    const auto* after = entry.after.if_object();
    if (const auto* reason = after == nullptr ? nullptr : after->if_contains("reason"))
        event["reason"] = *reason;
    return event;
}

} // namespace

boost::json::object toJson(const AuditEntry& entry) {
    return {{"id", entry.id},         {"at", toRfc3339(entry.atMs)}, {"actor", entry.actor},
            {"action", entry.action}, {"kind", entry.kind},          {"subject", entry.subject},
            {"before", entry.before}, {"after", entry.after}};
}

AdminCore::AdminCore(AdminContext context)
    : m_context(std::move(context))
    , m_types(makeResourceTypes(m_context)) {}

const ResourceType& AdminCore::type(ResourceKind kind) const {
    for (const auto& type : m_types) {
        if (type->kind() == kind)
            return *type;
    }
    qFatal("no such kind of resource");
}

Outcome<std::int64_t> AdminCore::commit(ConfigDraft& draft, std::string_view actor) {
    const auto applied = m_context.repository.apply(draft.changes(), actor, m_context.clock.unixMs());
    if (!applied)
        return tl::unexpected(applyFailure(applied.error()));
    m_undoBin.keep(draft.changes(), *world(), m_context.clock.unixMs());
    publish(draft.take(applied->version));
    follow();
    for (const AuditEntry& entry : applied->audit) {
        m_context.events.publish("audit", toJson(entry));
        if (entry.kind == toString(ResourceKind::Flag))
            m_context.events.publish("flag", flagEvent(entry));
    }
    m_context.events.publish("config", {{"version", applied->version}});
    return applied->version;
}

void AdminCore::publish(ConfigSnapshot snapshot) {
    m_nextPriceChangeMs = rotatePrices(snapshot, m_context.clock.unixMs());
    m_context.snapshots.store(std::make_shared<const ConfigSnapshot>(std::move(snapshot)));
}

void AdminCore::begin(ConfigSnapshot snapshot) {
    publish(std::move(snapshot));
    follow();
}

void AdminCore::refreshPrices() {
    if (m_nextPriceChangeMs == 0 || m_context.clock.unixMs() < m_nextPriceChangeMs)
        return;
    publish(*world());
    follow();
    m_context.events.publish("config", {{"version", world()->version}});
}

void AdminCore::follow() {
    if (m_onFollow)
        m_onFollow();
    if (m_context.published)
        m_context.published(world());
}

Outcome<Stored> AdminCore::write(const ResourceType& type, const StoreRequest& request,
                                 std::string_view actor, std::string_view action) {
    ConfigDraft draft(*world());
    auto stored = storeAudited(type, draft, request);
    if (!stored)
        return stored;
    if (auto mistake = type.references(draft.world(), stored->id))
        return tl::unexpected(invalid(*mistake));
    if (!action.empty())
        draft.changes().back().action = action;
    if (auto committed = commit(draft, actor); !committed)
        return tl::unexpected(committed.error());
    return stored;
}

Outcome<boost::json::object> AdminCore::shown(const ResourceType& type, const std::string& id) const {
    const SnapshotPtr snapshot = world();
    if (!type.contains(*snapshot, id))
        return tl::unexpected(notFound("there is no " + std::string(toString(type.kind())) + " " + id));
    return type.show(*snapshot, id);
}

} // namespace tollgate
