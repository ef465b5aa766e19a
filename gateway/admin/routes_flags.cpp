// What a flag can do besides being written: evaluate, roll back, report.
#include "gateway/admin/admin_core.h"
#include "gateway/admin/flag_automation.h"
#include "gateway/config/field_reader.h"
#include "gateway/routing/flag_evaluator.h"

namespace tollgate {

namespace {

Outcome<Flag> flagOf(const AdminCore& core, const Call& call) {
    const SnapshotPtr world = core.world();
    const std::string& key = call.param("key");
    const auto* flag = ConfigSnapshot::find(world->flags, key);
    if (flag == nullptr)
        return tl::unexpected(notFound("there is no flag " + key));
    return *flag;
}

Outcome<AdminResponse> evaluate(const AdminCore& core, const Call& call) {
    const auto flag = flagOf(core, call);
    const auto body = flag ? bodyObject(call.request, true) : Outcome<boost::json::object>();
    if (!flag || !body)
        return tl::unexpected(flag ? body.error() : flag.error());
    if (flag->type != FlagType::Canary && flag->type != FlagType::Prompt)
        return tl::unexpected(invalid("key", "is of a type that has no arms to choose from"));
    struct Subject {
        std::string user = "anonymous";
        std::string project;
        std::string key;
    } subject;
    FieldReader in(*body);
    in.text("user", subject.user, {false, 256, nullptr});
    in.text("project", subject.project, {false, 256, nullptr});
    in.text("key", subject.key, {false, 256, nullptr});
    const auto read = in.finish(subject);
    if (!read)
        return tl::unexpected(invalid(read.error()));
    const FlagVerdict verdict = evaluateFlag(*flag, {subject.user, subject.project, subject.key});
    return jsonResponse(200,
                        {{"bucket", verdict.bucket}, {"serve", verdict.serve}, {"reason", verdict.reason}});
}

Outcome<AdminResponse> rollback(AdminCore& core, const Call& call) {
    auto flag = flagOf(core, call);
    if (!flag)
        return tl::unexpected(flag.error());
    rollBack(*flag);
    const auto done = intervene(core, *flag, call.request.actor, "rollback", "rolled back by hand");
    if (!done)
        return tl::unexpected(done.error());
    return jsonResponse(200, core.type(ResourceKind::Flag).show(*core.world(), flag->key));
}

Outcome<AdminResponse> report(const AdminCore& core, const Call& call) {
    const auto flag = flagOf(core, call);
    if (!flag)
        return tl::unexpected(flag.error());
    const std::string window = call.query.contains("window") ? call.query.value("window") : "24h";
    const auto answer = core.context().ledger.flagReport(*flag, window);
    if (!answer) {
        return tl::unexpected(answer.error().param.empty()
                                  ? unavailable(answer.error().message)
                                  : invalidAsSaid(answer.error().param, answer.error().message));
    }
    return jsonResponse(200, *answer);
}

} // namespace

void addFlagRoutes(RouteTable& table, AdminCore& core) {
    table.add("POST", "/flags/{key}/evaluate",
              {"Which arm would serve this caller", "flags", "FlagSubject", "Verdict"},
              [&core](const Call& call) { return evaluate(core, call); });
    table.add("POST", "/flags/{key}/rollback", {"Send everyone back to the stable arm", "flags", {}, "Flag"},
              [&core](const Call& call) { return rollback(core, call); });
    RouteDoc doc{"Compare the arms", "flags"};
    doc.query = {{"window", "15m, 1h, 24h, 7d or 30d"}};
    table.add("GET", "/flags/{key}/report", doc, [&core](const Call& call) { return report(core, call); });
}

} // namespace tollgate
