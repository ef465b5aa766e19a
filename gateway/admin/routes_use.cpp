// GET /projects/{name}/use, GET /keys/{id}/use: what is used of the limits right now.
#include "gateway/admin/admin_core.h"
#include "gateway/config/snapshot.h"

namespace tollgate {

namespace {

constexpr std::int64_t kMinuteMs = 60'000;

std::string quoted(const std::string& text) {
    std::string term = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            term.push_back('\\');
        term.push_back(letter);
    }
    return term + '"';
}

/// Requests that arrived within the last minute and have ended: from the ledger, so those of other limits'
/// subjects and of subjects without a limit count as well.
Outcome<AdminResponse> useOf(const AdminCore& core, LimitScope scope, const std::string& name,
                             const Limits& limits) {
    const AdminContext& context = core.context();
    UsageQuery query;
    query.fromMs = context.clock.unixMs() - kMinuteMs;
    query.filter = (scope == LimitScope::Key ? "key:" : "project:") + quoted(name);
    const auto usage = context.ledger.usage(query);
    if (!usage)
        return tl::unexpected(internalError(usage.error().message));
    boost::json::object use;
    use["running"] = nullptr;
    const bool limited = limits.rpm || limits.tpm || limits.maxParallel;
    if (limited && context.limiter != nullptr)
        use["running"] = context.limiter->running(scope, name).value_or(0);
    const boost::json::array& rows = usage->at("data").as_array();
    std::int64_t requests = 0;
    std::int64_t tokens = 0;
    for (const boost::json::value& row : rows) {
        requests += row.at("requests").to_number<std::int64_t>();
        tokens += row.at("input_tokens").to_number<std::int64_t>() +
                  row.at("output_tokens").to_number<std::int64_t>();
    }
    use["requests_last_minute"] = requests;
    use["tokens_last_minute"] = tokens;
    return jsonResponse(200, use);
}

Outcome<AdminResponse> projectUse(const AdminCore& core, const Call& call) {
    const SnapshotPtr world = core.world();
    const std::string& name = call.param("name");
    const auto* project = ConfigSnapshot::find(world->projects, name);
    if (project == nullptr)
        return tl::unexpected(notFound("there is no project " + name));
    return useOf(core, LimitScope::Project, name, project->limits);
}

Outcome<AdminResponse> keyUse(const AdminCore& core, const Call& call) {
    const SnapshotPtr world = core.world();
    const std::string& id = call.param("id");
    const auto* key = ConfigSnapshot::find(world->keys, id);
    if (key == nullptr)
        return tl::unexpected(notFound("there is no key " + id));
    return useOf(core, LimitScope::Key, id, key->limits);
}

} // namespace

void addUseRoutes(RouteTable& table, AdminCore& core) {
    table.add("GET", "/projects/{name}/use",
              {"What a project used of its limits in the last minute, and what of it runs",
               "projects",
               {},
               "LimitUse"},
              [&core](const Call& call) { return projectUse(core, call); });
    table.add(
        "GET", "/keys/{id}/use",
        {"What a key used of its limits in the last minute, and what of it runs", "keys", {}, "LimitUse"},
        [&core](const Call& call) { return keyUse(core, call); });
}

} // namespace tollgate
