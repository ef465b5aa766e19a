#include "gateway/admin/config_document.h"

#include "gateway/admin/config_text.h"
#include "gateway/admin/key_files.h"
#include "gateway/admin/prompt_import.h"
#include "gateway/admin/settings_change.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

namespace tollgate {

namespace {

/// One PUT /config on its way.
class Application {
public:
    Application(AdminCore& core, bool dryRun)
        : m_core(core)
        , m_dryRun(dryRun)
        , m_world(core.world())
        , m_draft(*m_world)
        , m_files(core.context().dataDirectory) {}

    /// What is to be read, step by step; the document must stay.
    std::optional<ApiError> plan(const boost::json::object& document);
    std::size_t steps() const { return m_steps.size(); }
    std::optional<ApiError> step(std::size_t number) { return m_steps[number](); }
    std::optional<ApiError> checkReferences() const;
    Outcome<ConfigApplied> finish(std::string_view actor);
    const ConfigSnapshot& world() const { return *m_world; }

private:
    struct Entry {
        const ResourceType* type;
        std::string id;
        std::string where; ///< "aliases[0]"
    };

    std::optional<ApiError> planList(const ResourceType& type, const boost::json::value& list);
    std::optional<ApiError> readEntry(const ResourceType& type, const boost::json::value& given,
                                      const std::string& where);
    std::optional<ApiError> readSettings(const boost::json::value& given);
    std::optional<ApiError> saveSecret(const Stored& stored);
    void prune(const ResourceType& type);

    AdminCore& m_core;
    const bool m_dryRun;
    SnapshotPtr m_world;
    ConfigDraft m_draft;
    KeyFiles m_files;
    std::vector<std::function<std::optional<ApiError>()>> m_steps;
    std::vector<Entry> m_entries;
    std::vector<Entry> m_pruned;
    ConfigApplied m_result;
};

/// What is known at the top, for the message about what is not.
std::string topLevelFields(const AdminCore& core) {
    std::string names;
    for (const auto& type : core.types())
        names += std::string(type->collection()) + ", ";
    return names + "settings, prune";
}

std::optional<ApiError> Application::plan(const boost::json::object& document) {
    bool pruning = false;
    for (const auto& entry : document) {
        const std::string_view key = entry.key();
        const auto isList = [&](const auto& type) { return type->collection() == key; };
        if (key == "prune" && entry.value().is_bool())
            pruning = entry.value().get_bool();
        else if (key == "prune")
            return invalid("prune", "must be true or false");
        else if (key != "settings" && std::ranges::none_of(m_core.types(), isList))
            return invalid(std::string(key), "is not a known field; there are " + topLevelFields(m_core));
    }
    // In the types' own order, so that what is named stands before what names it.
    for (const auto& type : m_core.types()) {
        const auto* list = document.if_contains(type->collection());
        if (list == nullptr || list->is_null())
            continue;
        if (auto mistake = planList(*type, *list))
            return mistake;
        if (pruning)
            m_steps.emplace_back([this, type = type.get()]() -> std::optional<ApiError> {
                prune(*type);
                return std::nullopt;
            });
    }
    if (const auto* settings = document.if_contains("settings"); settings != nullptr && !settings->is_null())
        m_steps.emplace_back([this, settings] { return readSettings(*settings); });
    return std::nullopt;
}

std::optional<ApiError> Application::planList(const ResourceType& type, const boost::json::value& list) {
    const std::string name(type.collection());
    if (!list.is_array())
        return invalid(name, "must be a list");
    for (std::size_t i = 0; i < list.get_array().size(); ++i)
        m_steps.emplace_back(
            [this, &type, given = &list.get_array()[i], where = name + "[" + std::to_string(i) + "]"] {
                return readEntry(type, *given, where);
            });
    return std::nullopt;
}

std::optional<ApiError> Application::readEntry(const ResourceType& type, const boost::json::value& given,
                                               const std::string& where) {
    if (!given.is_object())
        return invalid(where, "must be an object");
    std::vector<std::string> taken;
    for (const Entry& entry : m_entries) {
        if (entry.type == &type)
            taken.push_back(entry.id);
    }
    const std::string known = type.identify(*m_world, given.get_object(), taken);
    if (!known.empty() && std::ranges::find(taken, known) != taken.end())
        return invalid(where,
                       "means the same " + std::string(toString(type.kind())) + " as an entry before it");
    const std::size_t before = m_draft.changes().size();
    const auto stored = storeAudited(type, m_draft, {given.get_object(), known, true});
    if (!stored) {
        ApiError error = stored.error();
        error.status = error.status == 409 ? 422 : error.status; // twice in one document is a mistake in it
        error.param = error.param.empty() ? where : where + "." + error.param;
        error.message = where + ": " + error.message;
        return error;
    }
    m_entries.push_back({&type, stored->id, where});
    if (!stored->changed) {
        ++m_result.unchanged;
        m_draft.changes().resize(before);
    }
    const bool brought = given.get_object().contains("secret");
    return stored->secret.empty() || brought ? std::nullopt : saveSecret(*stored);
}

std::optional<ApiError> Application::saveSecret(const Stored& stored) {
    if (m_dryRun)
        return std::nullopt;
    const std::string& name = ConfigSnapshot::find(m_draft.world().keys, stored.id)->name;
    auto path = m_files.write(name, stored.secret);
    if (!path)
        return internalError("the secret of key " + name + " cannot be handed over: " + path.error());
    m_result.generatedKeys.push_back({{"name", name}, {"path", *path}});
    return std::nullopt;
}

std::optional<ApiError> Application::readSettings(const boost::json::value& given) {
    if (!given.is_object())
        return invalid("settings", "must be an object");
    const auto changed = patchSettings(m_core.context(), m_draft, given.get_object());
    if (!changed) {
        ApiError mistake = changed.error();
        mistake.param = mistake.param.empty() ? "settings" : "settings." + mistake.param;
        return mistake;
    }
    if (!*changed) {
        m_draft.changes().pop_back();
        ++m_result.unchanged;
    }
    return std::nullopt;
}

void Application::prune(const ResourceType& type) {
    for (const std::string& id : type.ids(*m_world)) {
        const auto named = [&](const Entry& entry) { return entry.type == &type && entry.id == id; };
        if (std::ranges::any_of(m_entries, named) || !type.contains(m_draft.world(), id) ||
            !type.isStored(m_draft.world(), id))
            continue;
        removeAudited(type, m_draft, id);
        m_pruned.push_back({&type, id, std::string(type.collection())});
    }
}

std::optional<ApiError> Application::checkReferences() const {
    for (const Entry& entry : m_entries) {
        if (!entry.type->contains(m_draft.world(), entry.id))
            continue; // went along with a pruned provider
        if (auto mistake = entry.type->references(m_draft.world(), entry.id))
            return invalid(*std::move(mistake), entry.where);
    }
    for (const Entry& gone : m_pruned) {
        if (const auto user = gone.type->usedBy(m_draft.world(), gone.id))
            return invalid(gone.where, "cannot go without " + gone.id + ", which is used by " + *user);
    }
    return std::nullopt;
}

Outcome<ConfigApplied> Application::finish(std::string_view actor) {
    for (const ResourceChange& change : m_draft.changes()) {
        if (!change.audited)
            continue;
        m_result.changes.push_back({{"kind", toString(change.kind)},
                                    {"id", change.id},
                                    {"action", change.action},
                                    {"before", change.before},
                                    {"after", change.after}});
    }
    m_result.version = m_world->version;
    if (m_dryRun || m_draft.changes().empty())
        return std::move(m_result);
    const auto version = commitLogged(m_core, m_draft, actor);
    if (!version)
        return tl::unexpected(version.error());
    m_result.version = *version;
    m_files.keep();
    return std::move(m_result);
}

} // namespace

boost::json::object exportConfig(const AdminCore& core) {
    const SnapshotPtr world = core.world();
    boost::json::object document;
    for (const auto& type : core.types()) {
        boost::json::array list;
        for (const std::string& id : type->ids(*world)) {
            if (type->isStored(*world, id))
                list.push_back(type->exported(*world, id));
        }
        document.emplace(type->collection(), std::move(list));
    }
    document.emplace("settings", toJson(world->settings));
    boost::json::value escaped = std::move(document);
    escapeVariables(escaped);
    return std::move(escaped.get_object());
}

Outcome<boost::json::object> configDocumentOf(const AdminRequest& request) {
    if (request.contentType.find("yaml") == std::string::npos)
        return bodyObject(request);
    auto parsed = parseConfigText(request.body);
    if (parsed)
        return *std::move(parsed);
    const TextError& error = parsed.error();
    return tl::unexpected(badRequest("the body is not valid YAML: line " + std::to_string(error.line) +
                                     ", column " + std::to_string(error.column) + ": " + error.message));
}

namespace {

/// The document as it is meant: variables and prompts files in their place.
Outcome<boost::json::object> resolved(const AdminCore& core, boost::json::object document) {
    // The texts of a prompts file are taken as they are written, as its import and its checks take them.
    boost::json::value prompts;
    if (auto* given = document.if_contains("prompts"); given != nullptr && given->is_object())
        prompts = std::exchange(*given, nullptr);
    boost::json::value substituted = std::move(document);
    if (const auto missing = substituteEnvironment(substituted, core.context().environment))
        return tl::unexpected(invalid(missing->param, "needs the environment variable " + missing->name +
                                                          ", which is not set"));
    if (prompts.is_object())
        substituted.get_object()["prompts"] = std::move(prompts);
    if (const auto mistake =
            takePromptMapping(*core.world(), substituted.get_object(), core.context().clock.unixMs()))
        return tl::unexpected(invalid(*mistake));
    return std::move(substituted.get_object());
}

constexpr std::size_t kStepsAtOnce = 16;
constexpr int kMostBeginnings = 5; ///< when the configuration changes under it

/// A document on its way, some entries a turn; nothing is written before the last one is read.
class ConfigRun {
public:
    using Done = std::function<void(Outcome<ConfigApplied>)>;

    ConfigRun(AdminCore& core, boost::json::object document, bool dryRun, std::string actor, WorkPtr work)
        : m_core(core)
        , m_document(std::move(document))
        , m_dryRun(dryRun)
        , m_actor(std::move(actor))
        , m_work(std::move(work)) {}

    /// Nothing: it goes on.
    std::optional<Outcome<ConfigApplied>> step() {
        if (m_work->cancelled)
            return tl::unexpected(cancelled("stopped: nothing was changed"));
        if (!m_application || m_core.world()->version != m_application->world().version) {
            if (auto mistake = begin())
                return tl::unexpected(*std::move(mistake));
        }
        for (std::size_t i = 0; i < kStepsAtOnce && m_at < m_application->steps(); ++i) {
            if (auto mistake = m_application->step(m_at++))
                return tl::unexpected(*std::move(mistake));
        }
        m_work->done = static_cast<std::int64_t>(m_at);
        if (m_at < m_application->steps())
            return std::nullopt;
        if (auto mistake = m_application->checkReferences())
            return tl::unexpected(*std::move(mistake));
        return m_application->finish(m_actor);
    }

private:
    std::optional<ApiError> begin() {
        if (++m_begun > kMostBeginnings)
            return conflict("the configuration changes all the time: try again", {});
        m_at = 0;
        m_application = std::make_unique<Application>(m_core, m_dryRun);
        auto mistake = m_application->plan(m_document);
        m_work->total = static_cast<std::int64_t>(m_application->steps());
        return mistake;
    }

    AdminCore& m_core;
    const boost::json::object m_document;
    const bool m_dryRun;
    const std::string m_actor;
    WorkPtr m_work;
    std::unique_ptr<Application> m_application;
    std::size_t m_at = 0;
    int m_begun = 0;
};

} // namespace

Outcome<ConfigApplied> applyConfig(AdminCore& core, boost::json::object document, bool dryRun,
                                   std::string_view actor) {
    auto meant = resolved(core, std::move(document));
    if (!meant)
        return tl::unexpected(meant.error());
    ConfigRun run(core, *std::move(meant), dryRun, std::string(actor), std::make_shared<WorkProgress>());
    for (;;) {
        if (auto ended = run.step())
            return *std::move(ended);
    }
}

void applyConfigInSlices(AdminCore& core, boost::json::object document, bool dryRun, std::string actor,
                         const WorkPtr& work, std::function<void(Outcome<ConfigApplied>)> done) {
    auto meant = resolved(core, std::move(document));
    if (!meant)
        return done(tl::unexpected(meant.error()));
    const auto run = std::make_shared<ConfigRun>(core, *std::move(meant), dryRun, std::move(actor), work);
    runInSlices(core, [run, done = std::move(done)] {
        auto ended = run->step();
        if (!ended)
            return true;
        done(*std::move(ended));
        return false;
    });
}

} // namespace tollgate
