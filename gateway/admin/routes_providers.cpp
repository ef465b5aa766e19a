// What a provider can do besides being written: be asked now (the one answer that takes its time), and be
// forgiven.
#include "gateway/admin/admin_core.h"
#include "gateway/admin/credentials.h"
#include "gateway/config/codec.h"
#include "gateway/config/scrub.h"

namespace tollgate {

namespace {

AdminResponse checkResponse(const ProviderCheckResult& result) {
    boost::json::array models;
    for (const std::string& model : result.models)
        models.emplace_back(model);
    return jsonResponse(
        200, {{"ok", result.ok},
              {"latency_ms",
               result.latencyMs ? boost::json::value(*result.latencyMs) : boost::json::value(nullptr)},
              {"models", std::move(models)},
              {"error", result.ok ? boost::json::value(nullptr) : boost::json::value(result.error)}});
}

/// Stopped, the check will not call back: its request is answered here.
void stopAnswers(AdminCore& core, const WorkPtr& work, const Reply& reply) {
    if (!work->stop)
        return; // it has ended, or cannot be stopped
    work->stop = [&core, work, reply, stop = std::move(work->stop)] {
        stop();
        core.work().end(work);
        reply(errorResponse(cancelled("stopped before the provider answered")));
    };
}

void check(AdminCore& core, const Call& call, const Reply& reply) {
    const SnapshotPtr world = core.world();
    const std::string& name = call.param("name");
    const auto* provider = ConfigSnapshot::find(world->providers, name);
    if (provider == nullptr)
        return reply(errorResponse(notFound("there is no provider " + name)));
    if (!core.context().checkProvider)
        return reply(errorResponse(unavailable("providers cannot be checked while the gateway is stopped")));
    const auto* credentials = ConfigSnapshot::find(world->credentials, name);
    const auto work = core.work().begin(call, "check");
    if (!work)
        return reply(errorResponse(work.error()));
    core.context().checkProvider(
        *provider, credentials == nullptr ? Credentials() : *credentials,
        [&core, work = *work, reply](const ProviderCheckResult& result) {
            core.work().end(work);
            reply(checkResponse(result));
        },
        *work);
    stopAnswers(core, *work, reply);
}

/// A provider as a POST would make it, asked before it is made. Nothing is stored.
void checkUnsaved(AdminCore& core, const Call& call, const Reply& reply) {
    auto body = bodyObject(call.request);
    if (!body)
        return reply(errorResponse(body.error()));
    boost::json::value given = boost::json::object();
    if (const auto* found = body->if_contains("credentials"); found != nullptr && !found->is_null())
        given = *found;
    const auto provider = providerFromJson(*body);
    if (!provider)
        return reply(errorResponse(invalid(provider.error())));
    const SnapshotPtr world = core.world();
    const auto* stored = ConfigSnapshot::find(world->credentials, provider->name); // a masked key means it
    auto credentials =
        credentialsFromJson(given, provider->kind, stored == nullptr ? Credentials() : *stored);
    if (!credentials)
        return reply(errorResponse(invalid(credentials.error())));
    if (!core.context().tryProvider)
        return reply(errorResponse(unavailable("providers cannot be checked while the gateway is stopped")));
    const auto work = core.work().begin(call, "check");
    if (!work)
        return reply(errorResponse(work.error()));
    core.context().tryProvider(
        *provider, *credentials,
        [&core, work = *work, reply, secrets = *credentials](ProviderCheckResult result) {
            core.work().end(work);
            result.error = withoutSecrets(std::move(result.error), &secrets);
            reply(checkResponse(result));
        },
        *work);
    stopAnswers(core, *work, reply);
}

/// Written like a change, so that the audit log says who closed a circuit by hand.
Outcome<AdminResponse> reset(AdminCore& core, const Call& call) {
    const SnapshotPtr world = core.world();
    const std::string& name = call.param("name");
    const auto* provider = ConfigSnapshot::find(world->providers, name);
    if (provider == nullptr)
        return tl::unexpected(notFound("there is no provider " + name));
    const ResourceType& type = core.type(ResourceKind::Provider);
    const auto stored = core.write(type, {toJson(*provider), name}, call.request.actor, "reset");
    if (!stored)
        return tl::unexpected(stored.error());
    core.context().health.resetProvider(name);
    return jsonResponse(200, type.show(*core.world(), stored->id));
}

} // namespace

void addProviderRoutes(RouteTable& table, AdminCore& core) {
    RouteDoc unsaved{"Ask a provider before it is stored", "providers", "Provider", "Check"};
    RouteDoc stored{"Ask a provider now", "providers", {}, "Check"};
    describeWork(unsaved);
    describeWork(stored);
    table.addLater("POST", "/providers/check", unsaved,
                   [&core](const Call& call, const Reply& reply) { checkUnsaved(core, call, reply); });
    table.addLater("POST", "/providers/{name}/check", stored,
                   [&core](const Call& call, const Reply& reply) { check(core, call, reply); });
    table.add("POST", "/providers/{name}/reset",
              {"Close the circuits of a provider's targets and let its keys be used again",
               "providers",
               {},
               "Provider"},
              [&core](const Call& call) { return reset(core, call); });
}

} // namespace tollgate
