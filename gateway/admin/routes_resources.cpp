// The same six routes for every kind of resource.
#include "gateway/admin/admin_core.h"

#include <algorithm>

namespace tollgate {

namespace {

ApiError noSuch(const ResourceType& type, const std::string& id) {
    return notFound("there is no " + std::string(toString(type.kind())) + " " + id);
}

Outcome<AdminResponse> list(const AdminCore& core, const ResourceType& type, const Call& call) {
    const auto limit = call.query.limit();
    const auto after = idOfCursor(call.query.value("cursor"));
    if (!limit || !after)
        return tl::unexpected(!limit ? limit.error() : after.error());
    const SnapshotPtr world = core.world();
    const std::vector<std::string> ids = type.ids(*world);
    auto it = after->empty() ? ids.begin() : std::ranges::upper_bound(ids, *after);
    const auto end = it + std::min<std::ptrdiff_t>(*limit, ids.end() - it);
    boost::json::array data = type.showAll(*world, {it, end});
    it = end;
    boost::json::value next;
    if (it != ids.end())
        next = cursorOf(*std::prev(it));
    return jsonResponse(200, {{"data", std::move(data)}, {"next_cursor", std::move(next)}});
}

Outcome<AdminResponse> create(AdminCore& core, const ResourceType& type, const Call& call) {
    const auto given = bodyObject(call.request);
    if (!given)
        return tl::unexpected(given.error());
    const auto stored = core.write(type, {*given, {}}, call.request.actor);
    if (!stored)
        return tl::unexpected(stored.error());
    boost::json::object shown = type.show(*core.world(), stored->id);
    if (!stored->secret.empty())
        shown.emplace("secret", stored->secret);
    return jsonResponse(201, shown);
}

Outcome<AdminResponse> get(const AdminCore& core, const ResourceType& type, const Call& call) {
    return core.shown(type, type.idOf(call.params)).map([](const boost::json::object& shown) {
        return jsonResponse(200, shown);
    });
}

Outcome<AdminResponse> replace(AdminCore& core, const ResourceType& type, const Call& call, bool patch) {
    const std::string id = type.idOf(call.params);
    const SnapshotPtr world = core.world();
    if (!type.contains(*world, id))
        return tl::unexpected(noSuch(type, id));
    const auto body = bodyObject(call.request);
    if (!body)
        return tl::unexpected(body.error());
    boost::json::value document = *body;
    if (patch) {
        document = type.declare(*world, id);
        type.patch(document, *body);
    }
    const auto stored = core.write(type, {document.get_object(), id}, call.request.actor);
    if (!stored)
        return tl::unexpected(stored.error());
    return jsonResponse(200, type.show(*core.world(), stored->id));
}

Outcome<AdminResponse> remove(AdminCore& core, const ResourceType& type, const Call& call) {
    const std::string id = type.idOf(call.params);
    const SnapshotPtr world = core.world();
    if (!type.contains(*world, id))
        return tl::unexpected(noSuch(type, id));
    if (!type.isStored(*world, id))
        return tl::unexpected(
            inUse(id + " is part of the built-in catalogue; it can be replaced, not deleted"));
    if (const auto user = type.usedBy(*world, id))
        return tl::unexpected(inUse(id + " is used by " + *user));
    ConfigDraft draft(*world);
    removeAudited(type, draft, id);
    if (const auto committed = core.commit(draft, call.request.actor); !committed)
        return tl::unexpected(committed.error());
    return AdminResponse{204, {}, {}};
}

void addRoutes(RouteTable& table, AdminCore& core, const ResourceType& type) {
    const std::string collection = "/" + std::string(type.collection());
    const std::string item = type.itemPattern();
    const std::string tag(type.collection());
    const std::string one(toString(type.kind()));
    std::string schema = one;
    schema.front() = static_cast<char>(schema.front() - 'a' + 'A');

    RouteDoc listing{"List " + tag, tag, {}, schema};
    listing.list = true;
    listing.query = {{"limit", "at most so many, 1 to 1000"}, {"cursor", "next_cursor of the page before"}};
    table.add("GET", collection, listing, [&](const Call& call) { return list(core, type, call); });
    table.add("POST", collection, {"Create a " + one, tag, schema, schema, 201},
              [&](const Call& call) { return create(core, type, call); });
    table.add("GET", item, {"Read a " + one, tag, {}, schema},
              [&](const Call& call) { return get(core, type, call); });
    table.add("PUT", item, {"Replace a " + one, tag, schema, schema},
              [&](const Call& call) { return replace(core, type, call, false); });
    table.add("PATCH", item, {"Change a " + one + " by a JSON merge patch", tag, schema, schema},
              [&](const Call& call) { return replace(core, type, call, true); });
    table.add("DELETE", item, {"Delete a " + one, tag, {}, {}, 204},
              [&](const Call& call) { return remove(core, type, call); });
}

} // namespace

void addResourceRoutes(RouteTable& table, AdminCore& core) {
    for (const auto& type : core.types())
        addRoutes(table, core, *type);
}

} // namespace tollgate
