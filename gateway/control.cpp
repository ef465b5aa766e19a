#include "gateway/control.h"

#include "gateway/admin/config_text.h"
#include "gateway/budget_history.h"
#include "gateway/jobs_desk.h"
#include "gateway/ledger/schema.h"
#include "gateway/notices.h"
#include "gateway/pipeline/explain.h"
#include "gateway/pipeline/provider_quota.h"
#include "gateway/security_check.h"

#include <QDebug>
#include <QFile>

#include <boost/json.hpp>

#include <algorithm>
#include <functional>

#include <unistd.h>

namespace tollgate {

namespace json = boost::json;

namespace {

constexpr int kTickMs = 1'000;
constexpr int kTelemetryLastMs = 3'000;
constexpr std::int64_t kUserCostsEveryTicks = 15;

std::int64_t residentBytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().split(' ');
    return fields.size() > 1 ? fields[1].toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
}

json::value textOrNull(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

/// First day of the month that holds the instant, as the usage query takes it.
std::int64_t monthStart(std::int64_t unixMs) {
    return fromRfc3339(utcDay(unixMs).substr(0, 8) + "01").value_or(unixMs);
}

json::object telemetryStatus(const OtlpHealth& health) {
    return {{"state", json::string(toString(health.state))},
            {"last_error", textOrNull(health.lastError)},
            {"last_sent_at",
             health.lastSentMs == 0 ? json::value(nullptr) : json::value(toRfc3339(health.lastSentMs))},
            {"spans_waiting", health.waiting},
            {"spans_exported", health.exported},
            {"spans_dropped", health.dropped},
            {"spans_rejected", health.rejected}};
}

json::object cacheStatus(const ReplyCache::Stats& stats) {
    return {{"entries", stats.entries}, {"bytes", stats.bytes},   {"max_bytes", stats.maxBytes},
            {"hits", stats.hits},       {"misses", stats.misses}, {"stale", stats.stale}};
}

} // namespace

Control::Control(House& house, std::string dataDirectory, std::shared_ptr<Opening> opening)
    : m_house(house)
    , m_dataDirectory(std::move(dataDirectory))
    , m_opening(std::move(opening))
    , m_startedMs(house.clock.unixMs())
    , m_healthWatch(house.health, house.events) {}

Control::~Control() = default;

tl::expected<void, std::string> Control::open(const LoadedMasterKey& masterKey) {
    m_masterKey = masterKey;
    m_box.emplace(masterKey.key);
    if (!masterKey.note.empty())
        qWarning("%s", masterKey.note.c_str());
    m_opening->enter(OpeningStage::Check);
    auto repaired = repairDatabase(m_dataDirectory, m_house.clock, {}, m_opening.get());
    if (!repaired)
        return tl::unexpected(repaired.error());
    m_repair = std::move(*repaired);
    if (m_repair)
        qCritical("%s", m_repair->text.c_str());
    m_opening->enter(OpeningStage::Migrate);
    if (auto done = openStore(); !done)
        return done;
    if (m_opening->work->cancelled)
        return tl::unexpected(std::string("stopped before it was open"));
    m_opening->enter(OpeningStage::Journal);
    if (const auto kept = m_house.limiter.keepIn(m_dataDirectory + "/limits"); !kept)
        qWarning("rate limits begin anew and will not outlive this process: %s", kept.error().c_str());
    if (auto done = m_house.responses.start(); !done)
        qWarning("conversations are kept in memory only: %s", done.error().c_str());
    if (auto done = m_house.ledger.start(m_repair && m_repair->refill); !done)
        return tl::unexpected(done.error());
    m_opening->enter(OpeningStage::Configuration);
    if (auto done = openAdmin(); !done)
        return done;
    // Behind the configuration, whose settings say where webhooks may go.
    if (auto done = m_house.jobs.start(jobSecrets(*m_box)); !done)
        qWarning("there are no tasks, batches and webhooks: %s", done.error().c_str());
    m_tick = std::make_unique<QTimer>();
    connect(m_tick.get(), &QTimer::timeout, this, &Control::tick);
    m_tick->start(kTickMs);
    m_opening->enter(OpeningStage::None);
    return {};
}

tl::expected<void, std::string> Control::openStore() {
    auto database = openMigrated(House::databasePath(m_dataDirectory), m_opening->work);
    if (!database)
        return tl::unexpected(database.error());
    m_database = std::move(*database);
    m_repository = std::make_unique<ResourceRepository>(*m_database);
    return {};
}

tl::expected<void, std::string> Control::openAdmin() {
    m_reader = std::make_unique<LedgerReader>(House::databasePath(m_dataDirectory), m_house.clock,
                                              &m_house.live, &m_house.snapshots);
    makeAdmin();
    const auto warnings = m_admin->start();
    if (!warnings)
        return tl::unexpected(warnings.error());
    for (const std::string& warning : *warnings)
        qWarning("%s", warning.c_str());
    m_anomalies = std::make_unique<AnomalyWatch>(*m_reader, m_house.events, m_house.clock);
    return {};
}

void Control::makeAdmin() {
    m_checks = std::make_unique<ProviderChecks>(m_house.snapshots, m_house.health, m_house.simulated);
    m_probes = std::make_unique<ProviderProbes>(
        m_house.clock, m_house.health,
        [this](const Provider& provider, const Credentials& credentials, ProviderChecks::Done done) {
            m_checks->ask(provider, credentials, std::move(done));
        },
        static_cast<std::uint64_t>(m_startedMs));
    AdminContext context{m_house.clock,   *m_repository, m_house.snapshots, m_house.health,
                         m_house.budgets, *m_reader,     m_house.events};
    context.arms = &m_house.live.arms();
    context.clients = &m_house.clients;
    context.mirrors = &m_house.mirrors;
    context.limiter = &m_house.limiter;
    context.secrets = m_box ? &*m_box : nullptr;
    context.secretStore = toString(m_masterKey->store);
    context.secretNote = m_masterKey->note;
    context.dataDirectory = m_dataDirectory;
    context.environment = systemEnvironment();
    context.checkProvider = [this](const Provider& provider, const Credentials& credentials,
                                   std::function<void(ProviderCheckResult)> done, const WorkPtr& work) {
        m_checks->check(
            provider, credentials,
            [this, done = std::move(done)](const ProviderCheckResult& result) {
                done(result);
                m_healthWatch.look(*m_house.snapshots.load());
            },
            work);
    };
    context.tryProvider = [this](const Provider& provider, const Credentials& credentials,
                                 std::function<void(ProviderCheckResult)> done, const WorkPtr& work) {
        m_checks->ask(provider, credentials, std::move(done), work);
    };
    m_telemetryChecks = std::make_unique<TelemetryChecks>(m_house.clock);
    context.tryTelemetry = [this](const OtlpSettings& settings, TelemetryChecks::Done done) {
        m_telemetryChecks->ask(settings, std::move(done));
    };
    context.rerate = [this](const RerateQuery& query, const std::function<void(const RerateResult&)>& done) {
        rerate(query, done);
    };
    context.runRetention = [this](const WorkPtr& work,
                                  const std::function<void(const RetentionResult&)>& done) {
        runRetention(work, done);
    };
    context.later = [this, admin = m_admins + 1](const std::function<void()>& run) {
        QTimer::singleShot(0, this, [this, admin, run] {
            if (m_admin && m_admins == admin)
                run();
        });
    };
    context.explainRoute = [this](const json::object& question) -> Outcome<json::object> {
        const ProviderQuotas quotas(m_house.limiter);
        auto answer = explainRoute(m_house.router, *m_house.snapshots.load(), question, &quotas);
        if (!answer)
            return tl::unexpected(invalidAsSaid(answer.error().param, answer.error().message));
        return std::move(*answer);
    };
    context.jobs = jobsDesk(m_house.jobs, *this);
    context.status = [this] { return status(); };
    context.securityChecks = [this] {
        return securityChecks({*m_house.snapshots.load(), *m_house.access, m_dataDirectory, m_address,
                               std::string(toString(m_masterKey->store)), m_masterKey->note});
    };
    context.published = [this](const SnapshotPtr& snapshot) { applyConfiguration(snapshot); };
    m_admin = std::make_unique<AdminService>(std::move(context));
    ++m_admins;
}

/// Turned off, it forgets: nothing of what was said stays in memory that nobody may be given.
void Control::configureCache(const ConfigSnapshot& snapshot) {
    m_house.cache.setMaxBytes(static_cast<std::size_t>(snapshot.settings.cacheMaxMb) * 1024 * 1024);
    const bool used =
        snapshot.settings.cacheExact ||
        std::ranges::any_of(snapshot.aliases, [](const auto& one) { return one.second.route.serveStale; });
    if (!used)
        m_house.cache.clear();
}

void Control::applyConfiguration(const SnapshotPtr& snapshot) {
    const Settings& settings = snapshot->settings;
    m_house.health.setRules(settings.breaker);
    m_house.access->setOrigins(settings.corsOrigins);
    configureCache(*snapshot);
    m_house.telemetry.configure(otlpSettingsOf(*snapshot), genAiProviders(*snapshot));
    m_house.ledger.setRetention(settings.retentionDays, settings.maxDatabaseMb);
    m_house.limiter.forgetIdle();
    m_house.budgets.configure(*snapshot, [this] { return openSpendingHistory(m_house.ledger, *m_reader); });
    m_healthWatch.look(*snapshot);
}

tl::expected<void, std::string> Control::applyConfigFile(const std::string& text,
                                                         const std::string& fileName) {
    return m_admin->applyConfigFile(text, fileName);
}

void Control::setListening(std::optional<ListenAddress> address, int threads) {
    m_address = std::move(address);
    m_threads = threads;
}

std::string_view Control::state(const LedgerHealth& ledger) const {
    if (!m_address)
        return "stopped";
    return ledger.writable ? "ready" : "ledger_failing";
}

json::array Control::notices(const LedgerHealth& ledger) const {
    NoticeFacts facts;
    facts.ledgerWritable = ledger.writable;
    facts.ledgerError = ledger.lastError;
    facts.waiting = ledger.pending;
    facts.lost = ledger.lost;
    facts.refuses = m_house.snapshots.load()->settings.refuseOnLedgerFailure;
    facts.repair = m_repairFailure.empty() ? (m_repair ? m_repair->text : std::string()) : m_repairFailure;
    facts.repairFailed = !m_repairFailure.empty();
    if (m_address && !m_address->isLoopback())
        facts.reachableAt = m_address->toString();
    return noticesFor(facts);
}

json::object Control::status() const {
    const LedgerHealth ledger = m_house.ledger.health();
    return {{"version", TOLLGATE_VERSION},
            {"state", state(ledger)},
            {"listen", m_address ? json::value(m_address->toString()) : json::value(nullptr)},
            {"threads", m_threads},
            {"uptime_seconds", (m_house.clock.unixMs() - m_startedMs) / 1000},
            {"active_requests", m_house.live.activeCount()},
            {"ledger_rows", ledger.rows},
            {"journal_lag", ledger.pending},
            {"database_bytes", ledger.databaseBytes},
            {"ledger_error", textOrNull(ledger.lastError)},
            {"ledger_lost", ledger.lost},
            {"notices", notices(ledger)},
            {"memory_rss_bytes", residentBytes()},
            {"cache", cacheStatus(m_house.cache.stats())},
            {"jobs", jobsStatus(m_house.jobs.gauges())},
            {"telemetry", telemetryStatus(m_house.telemetry.health())}};
}

void Control::tick() {
    repairIfDamaged();
    backUpConfiguration();
    const SnapshotPtr snapshot = m_house.snapshots.load();
    const LedgerHealth ledger = m_house.ledger.health();
    json::object data = m_house.live.tick();
    data["spend_today_usd"] = m_house.ledger.spentToday().usd();
    data["ledger_rows"] = ledger.rows;
    data["database_bytes"] = ledger.databaseBytes;
    data["journal_pending"] = ledger.pending;
    data["state"] = state(ledger);
    data["ledger_error"] = textOrNull(ledger.lastError);
    data["ledger_lost"] = ledger.lost;
    data["notices"] = notices(ledger);
    data["config_version"] = snapshot->version;
    data["jobs"] = jobsStatus(m_house.jobs.gauges());
    data["telemetry"] = telemetryStatus(m_house.telemetry.health());
    data["budget_alerts"] = m_house.budgets.alertCount();
    json::array providers;
    Metrics::Values circuits;
    for (const auto& [name, provider] : snapshot->providers) {
        const TargetHealth health = m_house.health.providerHealth(name);
        providers.push_back({{"name", name},
                             {"state", json::string(healthState(health, provider.enabled))},
                             {"circuit", json::string(toString(health.circuit))}});
        if (provider.enabled) // nobody waits for the circuit of one that is switched off
            circuits.emplace_back(name, health.circuit == Circuit::Open       ? 2
                                        : health.circuit == Circuit::HalfOpen ? 1
                                                                              : 0);
    }
    m_house.metrics.setCircuitStates(circuits);
    data["providers"] = std::move(providers);
    m_house.events.publish("tick", std::move(data));

    if (m_admin != nullptr)
        m_admin->tick();
    m_probes->tick(*snapshot);
    m_healthWatch.look(*snapshot);

    m_house.metrics.setActiveRequests(m_house.live.activeCount());
    m_house.metrics.setLedgerLag(ledger.pending);
    m_house.metrics.setJobs(m_house.jobs.gauges());
    m_house.metrics.setLedgerState(ledger.writable, ledger.lost);
    const OtlpHealth telemetry = m_house.telemetry.health();
    m_house.metrics.setTelemetry(telemetry.exported, telemetry.dropped + telemetry.rejected,
                                 telemetry.waiting);
    Metrics::Values budgets;
    for (const auto& [id, budget] : snapshot->budgets) {
        if (budget.enabled && budget.limit.nanodollars > 0)
            budgets.emplace_back(id, m_house.budgets.status(id).spent.usd() / budget.limit.usd());
    }
    m_house.metrics.setBudgetsUsed(budgets);
    if (m_anomalies)
        m_anomalies->look();
    if (m_ticks++ % kUserCostsEveryTicks == 0)
        publishUserCosts();
}

void Control::publishUserCosts() {
    UsageQuery query;
    query.fromMs = monthStart(m_house.clock.unixMs());
    query.groupBy = {"user"};
    if (m_reader == nullptr)
        return;
    const auto usage = m_reader->usage(query);
    if (!usage)
        return;
    std::vector<std::pair<std::string, double>> costs;
    for (const json::value& row : usage->at("data").as_array()) {
        const json::value& cost = row.at("cost_usd");
        costs.emplace_back(std::string(row.at("user").as_string()),
                           cost.is_number() ? cost.to_number<double>() : 0.0);
    }
    std::ranges::sort(costs, std::greater<>{}, &std::pair<std::string, double>::second);
    m_house.metrics.setUserMonthlyCosts(costs);
}

void Control::close() {
    m_tick.reset();
    m_anomalies.reset();
    backUpConfiguration();
    m_admin.reset();
    m_checks.reset();
    m_probes.reset();
    m_telemetryChecks.reset();
    m_house.jobs.stop();
    m_house.ledger.stop();
    m_house.telemetry.stop(kTelemetryLastMs); // which hears of the ledger's last records
    m_house.responses.stop();
    if (m_reader)
        m_reader->close();
    m_reader.reset();
    m_repository.reset();
    m_database.reset();
}

} // namespace tollgate
