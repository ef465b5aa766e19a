// The gateway about itself: status, audit log, settings, and why a request would go where.
#include "gateway/admin/admin_core.h"
#include "gateway/admin/settings_change.h"

#include <charconv>

namespace tollgate {

namespace {

Outcome<AdminResponse> status(const AdminCore& core, const Call&) {
    const AdminContext& context = core.context();
    boost::json::object json{
        {"version", TOLLGATE_VERSION},
        {"config_version", core.world()->version},
        {"data_directory", context.dataDirectory},
        {"secret_store", context.secrets == nullptr ? "unavailable" : context.secretStore},
        {"secret_store_note",
         context.secretNote.empty() ? boost::json::value(nullptr) : boost::json::value(context.secretNote)},
        {"budget_alerts", context.budgets.alertCount()}};
    if (context.status) {
        for (auto& entry : context.status())
            json.insert_or_assign(entry.key(), std::move(entry.value()));
    }
    return jsonResponse(200, json);
}

Outcome<AdminResponse> selfCheck(const AdminCore& core, const Call&) {
    if (!core.context().securityChecks)
        return tl::unexpected(unavailable("the gateway is stopped"));
    return jsonResponse(200, {{"data", core.context().securityChecks()}, {"next_cursor", nullptr}});
}

Outcome<AdminResponse> audit(const AdminCore& core, const Call& call) {
    const auto limit = call.query.limit();
    const auto cursor = idOfCursor(call.query.value("cursor"));
    if (!limit || !cursor)
        return tl::unexpected(!limit ? limit.error() : cursor.error());
    AuditQuery query;
    query.limit = *limit + 1; // one more tells whether there is a next page
    query.kind = call.query.value("kind");
    query.subject = call.query.value("subject");
    query.actor = call.query.value("actor");
    query.text = call.query.value("text");
    const auto [end, error] =
        std::from_chars(cursor->data(), cursor->data() + cursor->size(), query.beforeId);
    if (!cursor->empty() && (error != std::errc{} || end != cursor->data() + cursor->size()))
        return tl::unexpected(invalid("cursor", "is not one that this list gave out"));
    const auto entries = core.context().repository.audit(query);
    if (!entries)
        return tl::unexpected(unavailable(entries.error()));
    boost::json::array data;
    boost::json::value next;
    for (const AuditEntry& entry : *entries) {
        if (data.size() == static_cast<std::size_t>(*limit)) {
            next = cursorOf(std::to_string(data.back().at("id").as_int64()));
            break;
        }
        data.push_back(toJson(entry));
    }
    return jsonResponse(200, {{"data", std::move(data)}, {"next_cursor", std::move(next)}});
}

Outcome<AdminResponse> settings(const AdminCore& core, const Call&) {
    return jsonResponse(200, shownSettings(*core.world()));
}

Outcome<AdminResponse> patch(AdminCore& core, const Call& call) {
    const auto body = bodyObject(call.request);
    if (!body)
        return tl::unexpected(body.error());
    ConfigDraft draft(*core.world());
    if (const auto patched = patchSettings(core.context(), draft, *body); !patched)
        return tl::unexpected(patched.error());
    if (const auto committed = core.commit(draft, call.request.actor); !committed)
        return tl::unexpected(committed.error());
    return settings(core, call);
}

/// Nothing is stored.
void testTelemetry(AdminCore& core, const Call& call, const Reply& reply) {
    const auto body = call.request.body.empty() ? Outcome<boost::json::object>(boost::json::object())
                                                : bodyObject(call.request);
    if (!body)
        return reply(errorResponse(body.error()));
    ConfigDraft draft(*core.world());
    if (const auto patched = patchSettings(core.context(), draft, *body); !patched)
        return reply(errorResponse(patched.error()));
    const OtlpSettings settings = otlpSettingsOf(draft.world());
    if (settings.endpoint.empty())
        return reply(errorResponse(invalid("otlp_endpoint", "is not set: there is nothing to test")));
    if (!core.context().tryTelemetry)
        return reply(errorResponse(unavailable("telemetry cannot be tested while the gateway is stopped")));
    core.context().tryTelemetry(settings, [reply](const OtlpVerdict& verdict) {
        const bool ok = verdict.error.empty();
        reply(jsonResponse(
            200, {{"ok", ok},
                  {"latency_ms", ok ? boost::json::value(static_cast<double>(verdict.latencyUs) / 1000)
                                    : boost::json::value(nullptr)},
                  {"error", ok ? boost::json::value(nullptr) : boost::json::value(verdict.error)}}));
    });
}

Outcome<AdminResponse> explain(const AdminCore& core, const Call& call) {
    const auto body = bodyObject(call.request);
    if (!body)
        return tl::unexpected(body.error());
    if (!core.context().explainRoute)
        return tl::unexpected(unavailable("routes cannot be explained while the gateway is stopped"));
    return core.context().explainRoute(*body).map(
        [](const boost::json::object& decision) { return jsonResponse(200, decision); });
}

} // namespace

void addSystemRoutes(RouteTable& table, AdminCore& core) {
    table.add("GET", "/status", {"How the gateway is", "system", {}, "Status"},
              [&core](const Call& call) { return status(core, call); });
    RouteDoc checkDoc{
        "What protects this gateway, point by point, as it is right now", "system", {}, "SecurityCheck"};
    checkDoc.list = true;
    table.add("GET", "/security/self-check", checkDoc,
              [&core](const Call& call) { return selfCheck(core, call); });
    RouteDoc auditDoc{"Who changed what, newest first", "system", {}, "AuditEntry"};
    auditDoc.list = true;
    auditDoc.query = {{"limit", "at most so many, 1 to 1000"},
                      {"cursor", "next_cursor of the page before"},
                      {"kind", "provider, model, alias, …"},
                      {"subject", "id of the resource"},
                      {"actor", "console, admin-token or config-file"},
                      {"text", "somewhere in the entry"}};
    table.add("GET", "/audit", auditDoc, [&core](const Call& call) { return audit(core, call); });
    table.add("GET", "/settings", {"Read the settings", "system", {}, "Settings"},
              [&core](const Call& call) { return settings(core, call); });
    table.add("PATCH", "/settings",
              {"Change settings by a JSON merge patch", "system", "Settings", "Settings"},
              [&core](const Call& call) { return patch(core, call); });
    table.addLater(
        "POST", "/telemetry/test",
        {"Send one span to a collector now: as the settings say, or as they would say with this patch",
         "system", "Settings", "TelemetryTest"},
        [&core](const Call& call, const Reply& reply) { testTelemetry(core, call, reply); });
    table.add("POST", "/route/explain",
              {"Why a request would go where; nothing is sent", "system", "ExplainRequest"},
              [&core](const Call& call) { return explain(core, call); });
}

} // namespace tollgate
