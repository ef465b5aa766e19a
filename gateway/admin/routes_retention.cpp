// POST /retention/run: what retention would remove bit by bit goes now.
#include "gateway/admin/admin_core.h"

namespace tollgate {

namespace {

boost::json::object answerOf(const RetentionResult& result) {
    return {{"removed_requests", result.removed},
            {"before", result.beforeMs == 0 ? boost::json::value(nullptr)
                                            : boost::json::value(toRfc3339(result.beforeMs))},
            {"database_bytes_before", result.bytesBefore},
            {"database_bytes", result.bytesAfter}};
}

void audit(AdminCore& core, const std::string& actor, const boost::json::object& answer) {
    AuditEntry entry;
    entry.atMs = core.context().clock.unixMs();
    entry.actor = actor;
    entry.action = "delete";
    entry.kind = "usage";
    entry.subject = "retention";
    entry.before = answer;
    if (const auto noted = core.context().repository.note(entry))
        core.context().events.publish("audit", toJson(*noted));
}

void run(AdminCore& core, const Call& call, const Reply& reply) {
    if (!core.context().runRetention)
        return reply(errorResponse(unavailable("nothing can be removed while the gateway is stopped")));
    auto work = core.work().begin(call, "retention");
    if (!work)
        return reply(errorResponse(work.error()));
    core.context().runRetention(*work, [&core, work = *work, actor = call.request.actor,
                                        reply](const RetentionResult& result) {
        core.work().end(work);
        boost::json::object answer = answerOf(result);
        if (result.removed > 0)
            audit(core, actor, answer);
        if (!result.error.empty())
            return reply(errorResponse(unavailable("retention was applied in part only: " + result.error)));
        if (result.cancelled)
            return reply(errorResponse(cancelled("stopped: " + std::to_string(result.removed) +
                                                 " requests have been removed already")));
        reply(jsonResponse(200, answer));
    });
}

} // namespace

void addRetentionRoutes(RouteTable& table, AdminCore& core) {
    RouteDoc doc{
        "Remove now what retention (retention_days, max_database_mb) would remove bit by bit; sums stay",
        "ledger",
        {},
        "RetentionRun"};
    describeWork(doc);
    table.addLater("POST", "/retention/run", doc,
                   [&core](const Call& call, const Reply& reply) { run(core, call, reply); });
}

} // namespace tollgate
