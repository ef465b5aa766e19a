// POST /keys/{id}/restore, POST /providers/{name}/restore: a deletion is taken back, with its secret.
#include "gateway/admin/admin_core.h"

namespace tollgate {

namespace {

ApiError nothingKept(const std::string& what) {
    return notFound("nothing is kept of " + what +
                    " that could be restored: it was not deleted in the last "
                    "ten minutes, or the gateway has been restarted since");
}

void describe(ResourceChange& change, const ResourceType& type, const ConfigDraft& draft,
              const std::string& id) {
    change.action = "restore";
    change.after = type.declare(draft.world(), id);
}

Outcome<AdminResponse> finish(AdminCore& core, const ResourceType& type, ConfigDraft& draft,
                              const std::string& id, const Call& call) {
    if (const auto mistake = type.references(draft.world(), id))
        return tl::unexpected(invalid(*mistake));
    if (const auto committed = core.commit(draft, call.request.actor); !committed)
        return tl::unexpected(committed.error());
    core.undoBin().forget(type.kind(), id);
    return jsonResponse(200, type.show(*core.world(), id));
}

Outcome<AdminResponse> restoreKey(AdminCore& core, const Call& call) {
    const ResourceType& type = core.type(ResourceKind::Key);
    const SnapshotPtr world = core.world();
    const std::string& id = call.param("id");
    if (type.contains(*world, id))
        return tl::unexpected(conflict("key " + id + " is there already", "id"));
    const auto* kept = core.undoBin().find(ResourceKind::Key, id, core.context().clock.unixMs());
    if (kept == nullptr)
        return tl::unexpected(nothingKept("key " + id));
    for (const auto& [other, key] : world->keys) {
        if (key.name == kept->key.name)
            return tl::unexpected(conflict("a key named " + key.name + " is there already", "name"));
    }
    ConfigDraft draft(*world);
    draft.put(ClientKey(kept->key));
    describe(draft.changes().back(), type, draft, id);
    return finish(core, type, draft, id, call);
}

/// The provider with its prices and credentials; of one that is there, the credentials that were replaced or
/// taken away last.
Outcome<AdminResponse> restoreProvider(AdminCore& core, const Call& call) {
    const ResourceType& type = core.type(ResourceKind::Provider);
    const SnapshotPtr world = core.world();
    const std::string& name = call.param("name");
    const bool there = type.contains(*world, name);
    const auto* found = core.undoBin().find(ResourceKind::Provider, name, core.context().clock.unixMs());
    if (found == nullptr || (!there && !found->whole))
        return tl::unexpected(nothingKept("provider " + name));
    if (there && found->whole)
        return tl::unexpected(conflict("provider " + name + " is there already", "name"));
    const UndoBin::Entry kept = *found; // committing changes what is kept
    const bool secrets = !kept.credentials.apiKeys.empty() || !kept.credentials.fields.empty();
    if (secrets && core.context().secrets == nullptr)
        return tl::unexpected(unavailable("credentials cannot be stored: " + core.context().secretNote));
    ConfigDraft draft(*world);
    draft.put(there ? Provider(world->providers.find(name)->second) : Provider(kept.provider));
    if (secrets)
        draft.setCredentials(name, kept.credentials, *core.context().secrets);
    ResourceChange& change = draft.changes().back();
    if (there)
        change.before = type.declare(*world, name);
    describe(change, type, draft, name);
    for (const Model& model : kept.models) {
        draft.put(Model(model));
        draft.changes().back().audited = false; // they go along with their provider
    }
    return finish(core, type, draft, name, call);
}

} // namespace

void addRestoreRoutes(RouteTable& table, AdminCore& core) {
    table.add("POST", "/keys/{id}/restore",
              {"Take back the deletion of a key, its secret included, within ten minutes", "keys", {}, "Key"},
              [&core](const Call& call) { return restoreKey(core, call); });
    table.add("POST", "/providers/{name}/restore",
              {"Take back the deletion of a provider, its credentials and prices included, or bring back the "
               "credentials that were replaced or removed last, within ten minutes",
               "providers",
               {},
               "Provider"},
              [&core](const Call& call) { return restoreProvider(core, call); });
}

} // namespace tollgate
