// POST /keys/{id}/rotate
#include "gateway/admin/admin_core.h"
#include "gateway/config/field_reader.h"
#include "gateway/policy/key_hash.h"
#include "gateway/policy/key_ring.h"

namespace tollgate {

namespace {

constexpr std::int64_t kLongestOverlapSeconds = 30 * 24 * 3600;

/// {"overlap_seconds": N}: how long the old secret stays good beside the new one; none by default, because
/// a secret that has leaked must end at once.
Outcome<std::int64_t> overlapSeconds(const AdminRequest& request) {
    const auto given = bodyObject(request, true);
    if (!given)
        return tl::unexpected(given.error());
    FieldReader in(*given);
    std::int64_t seconds = 0;
    in.integer("overlap_seconds", seconds, 0, kLongestOverlapSeconds);
    auto read = in.finish(seconds);
    if (!read)
        return tl::unexpected(invalid(read.error()));
    return *read;
}

Outcome<AdminResponse> rotate(AdminCore& core, const Call& call) {
    const SnapshotPtr world = core.world();
    const ResourceType& type = core.type(ResourceKind::Key);
    const std::string& id = call.param("id");
    const auto* key = ConfigSnapshot::find(world->keys, id);
    if (key == nullptr)
        return tl::unexpected(notFound("there is no key " + id));
    const auto overlap = overlapSeconds(call.request);
    if (!overlap)
        return tl::unexpected(overlap.error());
    const std::string secret = makeKeySecret();
    ClientKey rotated = *key;
    rotated.retired.reset();
    if (*overlap > 0)
        rotated.retired = {key->prefix, key->bcrypt, core.context().clock.unixMs() + *overlap * 1'000};
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
    const auto committed = commitLogged(core, draft, call.request.actor);
    if (!committed)
        return tl::unexpected(committed.error());
    boost::json::object shown = type.show(*core.world(), id);
    shown.emplace("config_version", *committed);
    shown.emplace("secret", secret);
    return jsonResponse(200, shown);
}

} // namespace

void addKeyRoutes(RouteTable& table, AdminCore& core) {
    table.add(
        "POST", "/keys/{id}/rotate",
        {"Give a key a new secret, shown once; the old one stays good for overlap_seconds (at most 30 days, "
         "0 by default). Rotating again ends an overlap that is running. POST /config/undo with the answer's "
         "config_version "
         "brings the old secret back",
         "keys", "Rotation", "Key"},
        [&core](const Call& call) { return rotate(core, call); });
}

} // namespace tollgate
