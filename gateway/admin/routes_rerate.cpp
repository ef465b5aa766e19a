// POST /usage/rerate: history priced again, with a look at the difference first.
#include "gateway/admin/admin_core.h"
#include "gateway/config/field_reader.h"

namespace tollgate {

namespace {

Outcome<RerateQuery> queryOf(const AdminCore& core, const boost::json::object& body) {
    FieldReader in(body);
    RerateQuery query;
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;
    in.time("from", from);
    in.time("to", to);
    in.text("provider", query.provider);
    in.text("model", query.model);
    in.boolean("dry_run", query.dryRun);
    query.fromMs = from.value_or(0);
    query.toMs = to.value_or(core.context().clock.unixMs() + 1);
    if (from && to && *from >= *to)
        in.fail("to", "must be later than from");
    return in.finish(std::move(query)).map_error([](FieldError error) { return invalid(std::move(error)); });
}

void putSums(boost::json::object& out, const RerateSums& sums) {
    out["rows"] = sums.rows;
    out["changed"] = sums.changed;
    out["unpriced"] = sums.unpriced;
    out["old_cost_usd"] = sums.oldCost.usd();
    out["new_cost_usd"] = sums.newCost.usd();
    out["difference_usd"] = (sums.newCost - sums.oldCost).usd();
}

boost::json::object answerOf(const RerateQuery& query, const RerateResult& result) {
    boost::json::object out;
    out["dry_run"] = query.dryRun;
    putSums(out, result.total);
    boost::json::array models;
    for (const RerateModel& model : result.models) {
        boost::json::object item;
        item["provider"] = model.provider;
        item["model"] = model.model;
        putSums(item, model.sums);
        models.push_back(std::move(item));
    }
    out["models"] = std::move(models);
    return out;
}

/// Who had what priced again, and what came of it.
void audit(AdminCore& core, const RerateQuery& query, const std::string& actor, boost::json::object answer) {
    AuditEntry entry;
    entry.atMs = core.context().clock.unixMs();
    entry.actor = actor;
    entry.action = "rerate";
    entry.kind = "usage";
    entry.subject =
        (query.provider.empty() ? "*" : query.provider) + "/" + (query.model.empty() ? "*" : query.model);
    entry.before = {{"from", toRfc3339(query.fromMs)},
                    {"to", toRfc3339(query.toMs)},
                    {"cost_usd", answer["old_cost_usd"]}};
    entry.after = std::move(answer);
    if (const auto noted = core.context().repository.note(entry))
        core.context().events.publish("audit", toJson(*noted));
}

void rerate(AdminCore& core, const Call& call, const Reply& reply) {
    const auto body = bodyObject(call.request, true);
    const auto query = body ? queryOf(core, *body) : Outcome<RerateQuery>(tl::unexpected(body.error()));
    if (!query)
        return reply(errorResponse(query.error()));
    if (!core.context().rerate)
        return reply(errorResponse(unavailable("history cannot be priced while the gateway is stopped")));
    auto work = core.work().begin(call, "rerate");
    if (!work)
        return reply(errorResponse(work.error()));
    RerateQuery asked = *query;
    asked.work = *work;
    core.context().rerate(asked, [&core, query = asked, actor = call.request.actor,
                                  reply](const RerateResult& result) {
        core.work().end(query.work);
        boost::json::object answer = answerOf(query, result);
        if (!query.dryRun && result.total.changed > 0)
            audit(core, query, actor, answer);
        if (!result.error.empty())
            return reply(errorResponse(unavailable("history was priced in part only: " + result.error)));
        if (result.cancelled)
            return reply(errorResponse(
                cancelled(query.dryRun || result.total.changed == 0
                              ? "stopped: nothing was changed"
                              : "stopped: " + std::to_string(result.total.changed) +
                                    " requests have their new price already, the others keep the old one")));
        reply(jsonResponse(200, answer));
    });
}

} // namespace

void addRerateRoutes(RouteTable& table, AdminCore& core) {
    RouteDoc doc{"Price history again by the prices that now hold for its time", "ledger", "Rerate",
                 "RerateResult"};
    describeWork(doc);
    table.addLater("POST", "/usage/rerate", doc,
                   [&core](const Call& call, const Reply& reply) { rerate(core, call, reply); });
}

} // namespace tollgate
