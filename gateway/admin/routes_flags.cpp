// What a flag can do besides being written: evaluate, roll back, report.
#include "gateway/admin/admin_core.h"
#include "gateway/config/field_reader.h"
#include "gateway/routing/flag_evaluator.h"

#include <algorithm>

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

/// Everyone back to what was there before the flag: the audit log keeps what it said.
void rollBack(Flag& flag) {
    switch (flag.type) {
    case FlagType::Canary:
        flag.rolloutPercent = 0;
        flag.ramp.reset();
        std::erase_if(flag.rules, [](const FlagRule& rule) { return rule.serve == "canary"; });
        break;
    case FlagType::Prompt:
        flag.weights = {{flag.defaultVersion, 100}};
        std::erase_if(flag.rules, [&](const FlagRule& rule) { return rule.serve != flag.defaultVersion; });
        break;
    case FlagType::KillSwitch:
        flag.enabled = false;
        break;
    case FlagType::Mirror:
        flag.percent = 0;
        break;
    }
}

Outcome<AdminResponse> rollback(AdminCore& core, const Call& call) {
    auto flag = flagOf(core, call);
    if (!flag)
        return tl::unexpected(flag.error());
    rollBack(*flag);
    const ResourceType& type = core.type(ResourceKind::Flag);
    const boost::json::object document = toJson(*flag);
    const auto stored = core.write(type, {document, flag->key}, call.request.actor, "rollback");
    if (!stored)
        return tl::unexpected(stored.error());
    return jsonResponse(200, type.show(*core.world(), stored->id));
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
                                  : invalid(answer.error().param, answer.error().message));
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
