// POST /models/import: prices from LiteLLM's cost map, with a look at the difference first.
#include "gateway/admin/admin_core.h"
#include "gateway/admin/cost_map.h"
#include "gateway/config/price_sanity.h"
#include "gateway/config/price_versions.h"

#include <optional>
#include <set>

namespace tollgate {

namespace {

struct ImportResult {
    std::int64_t added = 0;
    std::int64_t unchanged = 0;
    boost::json::array changed;
    boost::json::array skipped;
    boost::json::array warnings;
    std::set<std::string> seen; ///< ids of models the file has named already

    void skip(const std::string& name, const std::string& reason) {
        skipped.push_back({{"model", name}, {"reason", reason}});
    }
};

/// The row as it would be: what the file does not say stays as it is, and so do the prices of other times.
Model merged(const Model* old, Model next, const std::string& provider, std::int64_t fromMs) {
    next.provider = provider;
    if (old == nullptr)
        return next; // since ever: nothing else was known
    next.validFromMs = fromMs;
    const auto keep = [](auto& value, const auto& before) {
        if (!value)
            value = before;
    };
    const Prices& before = pricesAt(*old, fromMs);
    keep(next.input, before.input);
    keep(next.output, before.output);
    keep(next.cacheRead, before.cacheRead);
    keep(next.cacheWrite, before.cacheWrite);
    keep(next.cacheWrite1h, before.cacheWrite1h);
    keep(next.reasoning, before.reasoning);
    keep(next.audioInput, before.audioInput);
    keep(next.audioCacheRead, before.audioCacheRead);
    keep(next.audioOutput, before.audioOutput);
    keep(next.imageOutput, before.imageOutput);
    if (next.tiers.empty())
        next.tiers = before.tiers;
    next.usdPerHour = before.usdPerHour;
    keep(next.contextWindow, old->contextWindow);
    keep(next.maxOutputTokens, old->maxOutputTokens);
    next.tier = old->tier;
    return next;
}

/// Where it comes from and since when is no difference.
bool saysTheSame(const Model& old, Model next) {
    static_cast<Prices&>(next).source = old.source;
    next.reference = old.reference;
    next.validFromMs = old.validFromMs;
    next.otherVersions = old.otherVersions;
    return toJson(old) == toJson(next);
}

class Import {
public:
    Import(const ConfigSnapshot& world, std::int64_t fromMs, std::int64_t nowMs)
        : m_world(world)
        , m_draft(world)
        , m_fromMs(fromMs)
        , m_nowMs(nowMs) {}

    void take(const CostMapEntry& entry) {
        if (!entry.skip.empty())
            return m_result.skip(entry.name, entry.skip);
        bool meant = false;
        for (const auto& [name, provider] : m_world.providers) {
            if (!vendorMeans(entry.vendor, provider))
                continue;
            meant = true;
            if (m_result.seen.insert(name + "/" + entry.model.model).second)
                apply(entry, provider);
            else
                m_result.skip(entry.name, "the file has " + name + "/" + entry.model.model + " twice");
        }
        if (!meant)
            m_result.skip(entry.name, "no provider of kind " + entry.vendor);
    }
    void ignore(const CostMap& map) {
        for (const auto& [field, rows] : map.ignored)
            m_ignored[field] = rows;
    }
    ConfigDraft& draft() { return m_draft; }
    boost::json::object answer(bool dryRun) {
        return {{"dry_run", dryRun},
                {"added", m_result.added},
                {"changed", std::move(m_result.changed)},
                {"unchanged", m_result.unchanged},
                {"skipped", std::move(m_result.skipped)},
                {"warnings", std::move(m_result.warnings)},
                {"ignored_fields", std::move(m_ignored)}};
    }

private:
    void apply(const CostMapEntry& entry, const Provider& provider) {
        const std::string id = provider.name + "/" + entry.model.model;
        const Model* known = ConfigSnapshot::find(m_world.models, id);
        const auto old = known == nullptr ? std::optional<Model>() : asOf(*known, m_fromMs);
        Model next = merged(old ? &*old : nullptr, entry.model, provider.name, m_fromMs);
        if (old && saysTheSame(*old, next)) {
            ++m_result.unchanged;
            return;
        }
        if (old)
            next = withVersionsOf(std::move(next), *old);
        if (next.otherVersions.size() >= kMaxPriceVersions)
            return m_result.skip(entry.name, id + " has too many versions already");
        warn(id, next);
        boost::json::value before;
        if (old)
            before = toJson(*old);
        const boost::json::object after = toJson(next);
        if (old)
            m_result.changed.push_back(
                {{"provider", provider.name}, {"model", next.model}, {"old", before}, {"new", after}});
        else
            ++m_result.added;
        m_draft.put(asOf(std::move(next), m_nowMs));
        ResourceChange& change = m_draft.changes().back();
        change.action = "import";
        change.before = std::move(before);
        change.after = after;
    }

    void warn(const std::string& id, Model next) {
        // Of what is there already it has been said.
        std::erase_if(next.otherVersions,
                      [&](const Prices& other) { return other.validFromMs > next.validFromMs; });
        if (!next.otherVersions.empty())
            next.otherVersions = {next.otherVersions.back()};
        for (const std::string& text : priceWarnings(next)) {
            if (!text.starts_with("history "))
                m_result.warnings.push_back({{"model", id}, {"warning", text}});
        }
    }

    const ConfigSnapshot& m_world;
    ConfigDraft m_draft;
    const std::int64_t m_fromMs;
    const std::int64_t m_nowMs;
    ImportResult m_result;
    boost::json::object m_ignored;
};

constexpr std::size_t kEntriesAtOnce = 32;
constexpr int kMostBeginnings = 5; ///< when the configuration changes under it

/// A file on its way, some entries a turn; nothing is written before the last one is read.
class ImportRun {
public:
    ImportRun(AdminCore& core, CostMap map, WorkPtr work, Reply reply)
        : m_core(core)
        , m_map(std::move(map))
        , m_work(std::move(work))
        , m_reply(std::move(reply)) {
        m_work->total = std::ssize(m_map.entries);
    }

    bool dryRun = false;
    std::int64_t fromMs = 0;
    std::string actor;

    /// False: it has answered.
    bool step() {
        if (m_work->cancelled)
            return end(errorResponse(cancelled("stopped: no price was changed")));
        if (!m_import || m_core.world()->version != m_world->version)
            begin();
        if (m_begun > kMostBeginnings)
            return end(errorResponse(conflict("the configuration changes all the time: try again", {})));
        for (std::size_t i = 0; i < kEntriesAtOnce && m_at < m_map.entries.size(); ++i)
            m_import->take(m_map.entries[m_at++]);
        m_work->done = static_cast<std::int64_t>(m_at);
        return m_at < m_map.entries.size() || end(finish());
    }

private:
    void begin() {
        ++m_begun;
        m_at = 0;
        m_world = m_core.world();
        m_import.emplace(*m_world, fromMs, m_core.context().clock.unixMs());
    }
    AdminResponse finish() {
        m_import->ignore(m_map);
        std::int64_t version = m_world->version;
        if (!dryRun && !m_import->draft().changes().empty()) {
            const auto committed = commitLogged(m_core, m_import->draft(), actor);
            if (!committed)
                return errorResponse(committed.error());
            version = *committed;
        }
        boost::json::object answer = m_import->answer(dryRun);
        answer["config_version"] = version;
        return jsonResponse(200, answer);
    }
    bool end(AdminResponse response) {
        m_core.work().end(m_work);
        m_reply(std::move(response));
        return false;
    }

    AdminCore& m_core;
    const CostMap m_map;
    WorkPtr m_work;
    Reply m_reply;
    SnapshotPtr m_world;
    std::optional<Import> m_import;
    std::size_t m_at = 0;
    int m_begun = 0;
};

void import(AdminCore& core, const Call& call, const Reply& reply) {
    const auto dryRun = call.query.flag("dry_run", false);
    const auto from = call.query.time("valid_from");
    if (!dryRun || !from)
        return reply(errorResponse(!dryRun ? dryRun.error() : from.error()));
    const auto body = bodyObject(call.request);
    if (!body)
        return reply(errorResponse(body.error()));
    auto work = core.work().begin(call, "import");
    if (!work)
        return reply(errorResponse(work.error()));
    const auto run = std::make_shared<ImportRun>(core, readCostMap(*body), *work, reply);
    run->dryRun = *dryRun;
    run->fromMs = from->value_or(core.context().clock.unixMs());
    run->actor = call.request.actor;
    runInSlices(core, [run] { return run->step(); });
}

} // namespace

void addModelRoutes(RouteTable& table, AdminCore& core) {
    RouteDoc doc{"Take prices from a LiteLLM cost map", "models", "CostMap", "ImportResult"};
    doc.query = {{"dry_run", "true shows the difference and applies nothing"},
                 {"valid_from", "since when changed prices hold; else from now on"}};
    describeWork(doc);
    table.addLater("POST", "/models/import", doc,
                   [&core](const Call& call, const Reply& reply) { import(core, call, reply); });
}

} // namespace tollgate
