// GET and PUT /config.
#include "gateway/admin/config_document.h"

namespace tollgate {

namespace {

Outcome<AdminResponse> apply(AdminCore& core, const Call& call) {
    const auto dryRun = call.query.flag("dry_run", false);
    auto document = dryRun ? configDocumentOf(call.request) : Outcome<boost::json::object>();
    if (!dryRun || !document)
        return tl::unexpected(dryRun ? document.error() : dryRun.error());
    auto applied = applyConfig(core, *std::move(document), *dryRun, call.request.actor);
    if (!applied)
        return tl::unexpected(applied.error());
    return jsonResponse(200, {{"dry_run", *dryRun},
                              {"changes", std::move(applied->changes)},
                              {"unchanged", applied->unchanged},
                              {"config_version", applied->version},
                              {"generated_keys", std::move(applied->generatedKeys)}});
}

} // namespace

void addConfigRoutes(RouteTable& table, AdminCore& core) {
    table.add(
        "GET", "/config", {"The whole configuration without secrets", "system", {}, "Config"},
        [&core](const Call&) -> Outcome<AdminResponse> { return jsonResponse(200, exportConfig(core)); });
    RouteDoc doc{"Apply a configuration document (JSON, or YAML by its content type)", "system", "Config",
                 "ConfigApplied"};
    doc.query = {{"dry_run", "true shows what would change and changes nothing"}};
    table.add("PUT", "/config", doc, [&core](const Call& call) { return apply(core, call); });
}

} // namespace tollgate
