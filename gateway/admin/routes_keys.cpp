// POST /keys/{id}/rotate
#include "gateway/admin/admin_core.h"
#include "gateway/policy/key_hash.h"
#include "gateway/policy/key_ring.h"

namespace tollgate {

namespace {

Outcome<AdminResponse> rotate(AdminCore& core, const Call& call) {
    const SnapshotPtr world = core.world();
    const ResourceType& type = core.type(ResourceKind::Key);
    const std::string& id = call.param("id");
    const auto* key = ConfigSnapshot::find(world->keys, id);
    if (key == nullptr)
        return tl::unexpected(notFound("there is no key " + id));
    const std::string secret = makeKeySecret();
    ClientKey rotated = *key;
    rotated.bcrypt = hashKeySecret(secret);
    rotated.prefix = secret.substr(0, KeyRing::kPrefixLength);
    if (rotated.bcrypt.empty())
        return tl::unexpected(internalError("bcrypt failed"));

    ConfigDraft draft(*world);
    draft.put(std::move(rotated));
    ResourceChange& change = draft.changes().back();
    change.action = "rotate";
    change.before = type.declare(*world, id);
    change.after = type.declare(draft.world(), id);
    if (const auto committed = core.commit(draft, call.request.actor); !committed)
        return tl::unexpected(committed.error());
    boost::json::object shown = type.show(*core.world(), id);
    shown.emplace("secret", secret);
    return jsonResponse(200, shown);
}

} // namespace

void addKeyRoutes(RouteTable& table, AdminCore& core) {
    table.add("POST", "/keys/{id}/rotate", {"Give a key a new secret, shown once", "keys", {}, "Key"},
              [&core](const Call& call) { return rotate(core, call); });
}

} // namespace tollgate
