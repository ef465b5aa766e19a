// POST /models/import: prices from LiteLLM's cost map, with a look at the difference first.
#include "gateway/admin/admin_core.h"
#include "gateway/admin/cost_map.h"

namespace tollgate {

namespace {

struct ImportResult {
    std::int64_t added = 0;
    std::int64_t unchanged = 0;
    boost::json::array changed;
    boost::json::array skipped;
};

/// The row as it would be: what the file does not say stays as it is.
Model merged(const Model* old, Model next, const std::string& provider, std::int64_t nowMs) {
    next.provider = provider;
    next.validFromMs = nowMs;
    if (old == nullptr)
        return next;
    const auto keep = [](auto& value, const auto& before) {
        if (!value)
            value = before;
    };
    keep(next.input, old->input);
    keep(next.output, old->output);
    keep(next.cacheRead, old->cacheRead);
    keep(next.cacheWrite, old->cacheWrite);
    keep(next.contextWindow, old->contextWindow);
    keep(next.maxOutputTokens, old->maxOutputTokens);
    next.usdPerHour = old->usdPerHour;
    next.tier = old->tier;
    return next;
}

/// Where it comes from and since when is no difference.
bool saysTheSame(const Model& a, Model b) {
    b.source = a.source;
    b.validFromMs = a.validFromMs;
    return toJson(a) == toJson(b);
}

void apply(ConfigDraft& draft, const CostMapEntry& entry, const Provider& provider, std::int64_t nowMs,
           ImportResult& result) {
    const Model* old = ConfigSnapshot::find(draft.world().models, provider.name + "/" + entry.model.model);
    Model next = merged(old, entry.model, provider.name, nowMs);
    if (old != nullptr && saysTheSame(*old, next)) {
        ++result.unchanged;
        return;
    }
    boost::json::value before;
    if (old != nullptr)
        before = toJson(*old);
    const boost::json::object after = toJson(next);
    if (old == nullptr)
        ++result.added;
    else
        result.changed.push_back(
            {{"provider", provider.name}, {"model", next.model}, {"old", before}, {"new", after}});
    draft.put(std::move(next));
    ResourceChange& change = draft.changes().back();
    change.action = "import";
    change.before = std::move(before);
    change.after = after;
}

Outcome<AdminResponse> import(AdminCore& core, const Call& call) {
    const auto dryRun = call.query.flag("dry_run", false);
    const auto body = dryRun ? bodyObject(call.request) : Outcome<boost::json::object>();
    if (!dryRun || !body)
        return tl::unexpected(dryRun ? body.error() : dryRun.error());
    const auto entries = readCostMap(*body);
    if (!entries)
        return tl::unexpected(entries.error());

    const SnapshotPtr world = core.world();
    ConfigDraft draft(*world);
    ImportResult result;
    for (const CostMapEntry& entry : *entries) {
        std::string skip = entry.skip;
        bool meant = false;
        for (const auto& [name, provider] : world->providers) {
            if (skip.empty() && vendorMeans(entry.vendor, provider)) {
                apply(draft, entry, provider, core.context().clock.unixMs(), result);
                meant = true;
            }
        }
        if (!meant && skip.empty())
            skip = "no provider of kind " + entry.vendor;
        if (!skip.empty())
            result.skipped.push_back({{"model", entry.name}, {"reason", skip}});
    }
    if (!*dryRun && !draft.changes().empty()) {
        if (const auto committed = core.commit(draft, call.request.actor); !committed)
            return tl::unexpected(committed.error());
    }
    return jsonResponse(200, {{"dry_run", *dryRun},
                              {"added", result.added},
                              {"changed", std::move(result.changed)},
                              {"unchanged", result.unchanged},
                              {"skipped", std::move(result.skipped)}});
}

} // namespace

void addModelRoutes(RouteTable& table, AdminCore& core) {
    RouteDoc doc{"Take prices from a LiteLLM cost map", "models", "CostMap", "ImportResult"};
    doc.query = {{"dry_run", "true shows the difference and applies nothing"}};
    table.add("POST", "/models/import", doc, [&core](const Call& call) { return import(core, call); });
}

} // namespace tollgate
