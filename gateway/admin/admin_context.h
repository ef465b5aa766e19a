#pragma once
// What the admin API works on. Everything is used in the control thread and must outlive the service.

#include "gateway/admin/admin_types.h"
#include "gateway/config/snapshot.h"
#include "gateway/ledger/arm_stats.h"
#include "gateway/ledger/client_book.h"
#include "gateway/ledger/ledger_reader.h"
#include "gateway/ledger/rerate.h"
#include "gateway/ledger/retention_run.h"
#include "gateway/policy/budget_book.h"
#include "gateway/policy/mirror_book.h"
#include "gateway/policy/rate_limiter.h"
#include "gateway/routing/health_board.h"
#include "gateway/secrets/secret_box.h"
#include "gateway/store/resource_repository.h"
#include "gateway/telemetry/otlp_exporter.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/event_sink.h"
#include "gateway/wire/work_progress.h"

#include <boost/json/object.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tollgate {

/// POST /providers/{name}/check and POST /providers/check.
struct ProviderCheckResult {
    bool ok = false;
    std::optional<double> latencyMs;
    std::vector<std::string> models;
    std::string error; ///< empty when ok; no secrets
    int status = 0;    ///< HTTP, of an answer; 0: none came
};
/// Calls back once, in the control thread, also when the service is gone by then.
/// `work->stop` ends it at once; then it calls back never.
using ProviderChecker = std::function<void(const Provider&, const Credentials&,
                                           std::function<void(ProviderCheckResult)>, const WorkPtr& work)>;

/// POST /route/explain: the request as the contract has it → the decision.
using RouteExplainer = std::function<Outcome<boost::json::object>(const boost::json::object&)>;

/// POST /usage/rerate. Calls back once, in the control thread; when something changed, budgets know it then.
using Rerater = std::function<void(const RerateQuery&, std::function<void(const RerateResult&)>)>;

/// POST /retention/run. Calls back once, in the control thread.
using RetentionRunner = std::function<void(const WorkPtr&, std::function<void(const RetentionResult&)>)>;

/// POST /telemetry/test. Calls back once, in the control thread.
using TelemetryTester = std::function<void(const OtlpSettings&, std::function<void(const OtlpVerdict&)>)>;

/// What is asked about tasks, batches and webhooks.
struct JobsQuery {
    enum class Kind {
        State,
        Tasks,
        Task,
        CancelTask,
        Batches,
        Batch,
        CancelBatch,
        BatchItems,
        BatchResults,
        Webhooks,
        ResendWebhook,
        ResendWebhooks
    };
    Kind kind = Kind::Tasks;
    std::string id; ///< of one
    // Of lists; empty: all.
    std::string status;
    std::string project;
    std::string key;
    std::string model;
    std::string cursor;
    int limit = 100;
};
/// Calls back once, in the control thread.
using JobsDesk = std::function<void(const JobsQuery&, std::function<void(Outcome<AdminResponse>)>)>;

struct AdminContext {
    const Clock& clock;
    ResourceRepository& repository;
    SnapshotCell& snapshots;
    HealthBoard& health;
    BudgetBook& budgets;
    LedgerReader& ledger;
    EventSink& events;
    ArmStats* arms = nullptr;             ///< for guardrails and ramps; null: flags stay as they are
    ClientBook* clients = nullptr;        ///< who calls; null: it is not known
    MirrorBook* mirrors = nullptr;        ///< may be null
    const RateLimiter* limiter = nullptr; ///< for live use; null: nobody counts what runs
    const SecretBox* secrets = nullptr;   ///< null: no master key, so credentials cannot be stored
    std::string secretStore = "memory";   ///< for GET /status
    std::string secretNote = {};          ///< what there is to be said loudly about it
    std::string dataDirectory = {};       ///< generated client keys go to keys/ below it
    std::function<std::optional<std::string>(const std::string&)> environment = {}; ///< for ${NAME}
    ProviderChecker checkProvider = {};
    ProviderChecker tryProvider = {}; ///< the same of one that is not stored: health hears nothing of it
    TelemetryTester tryTelemetry = {};
    RouteExplainer explainRoute = {};
    Rerater rerate = {};
    RetentionRunner runRetention = {};
    /// Runs it in a later turn of the control thread's event loop, while the service lives; null: there is
    /// no loop, and long work is done at once.
    std::function<void(std::function<void()>)> later = {};
    JobsDesk jobs = {};
    std::function<boost::json::object()> status = {}; ///< what GET /status adds to what the service knows
    std::function<boost::json::array()> securityChecks = {}; ///< GET /security/self-check
    /// After every change, with the new snapshot published already.
    std::function<void(const SnapshotPtr&)> published = {};
};

} // namespace tollgate
