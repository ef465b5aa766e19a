// GET and PUT /config.
#include "gateway/admin/config_document.h"

namespace tollgate {

namespace {

AdminResponse answerOf(bool dryRun, ConfigApplied applied) {
    return jsonResponse(200, {{"dry_run", dryRun},
                              {"changes", std::move(applied.changes)},
                              {"unchanged", applied.unchanged},
                              {"config_version", applied.version},
                              {"generated_keys", std::move(applied.generatedKeys)}});
}

void apply(AdminCore& core, const Call& call, const Reply& reply) {
    const auto dryRun = call.query.flag("dry_run", false);
    auto document = dryRun ? configDocumentOf(call.request) : Outcome<boost::json::object>();
    if (!dryRun || !document)
        return reply(errorResponse(dryRun ? document.error() : dryRun.error()));
    auto work = core.work().begin(call, "config");
    if (!work)
        return reply(errorResponse(work.error()));
    applyConfigInSlices(core, *std::move(document), *dryRun, call.request.actor, *work,
                        [&core, work = *work, dryRun = *dryRun, reply](Outcome<ConfigApplied> applied) {
                            core.work().end(work);
                            reply(applied ? answerOf(dryRun, *std::move(applied))
                                          : errorResponse(applied.error()));
                        });
}

} // namespace

void addConfigRoutes(RouteTable& table, AdminCore& core) {
    table.add(
        "GET", "/config", {"The whole configuration without secrets", "system", {}, "Config"},
        [&core](const Call&) -> Outcome<AdminResponse> { return jsonResponse(200, exportConfig(core)); });
    RouteDoc doc{"Apply a configuration document (JSON, or YAML by its content type)", "system", "Config",
                 "ConfigApplied"};
    doc.query = {{"dry_run", "true shows what would change and changes nothing"}};
    describeWork(doc);
    table.addLater("PUT", "/config", doc,
                   [&core](const Call& call, const Reply& reply) { apply(core, call, reply); });
}

} // namespace tollgate
