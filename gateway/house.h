#pragma once
// Everything that more than one thread of the gateway shares. Each part is thread-safe by itself.

#include "gateway/admin/event_feed.h"
#include "gateway/cache/reply_cache.h"
#include "gateway/config/snapshot.h"
#include "gateway/jobs/job_queue.h"
#include "gateway/ledger/client_book.h"
#include "gateway/ledger/ledger.h"
#include "gateway/pipeline/services.h"
#include "gateway/policy/budget_book.h"
#include "gateway/policy/key_ring.h"
#include "gateway/policy/mirror_book.h"
#include "gateway/policy/output_lengths.h"
#include "gateway/policy/rate_limiter.h"
#include "gateway/providers/simulated.h"
#include "gateway/routing/router.h"
#include "gateway/server/access_policy.h"
#include "gateway/store/response_store.h"
#include "gateway/telemetry/metrics.h"
#include "gateway/telemetry/otlp_exporter.h"
#include "gateway/telemetry/request_log.h"

#include <memory>
#include <string>

namespace tollgate {

class House {
public:
    House(const Clock& clock, const std::string& dataDirectory);

    PipelineServices services();
    static std::string databasePath(const std::string& dataDirectory) {
        return dataDirectory + "/tollgate.db";
    }

    const Clock& clock;
    SnapshotCell snapshots;
    EventFeed events;
    HealthBoard health;
    Router router;
    RateLimiter limiter;
    BudgetBook budgets;
    OutputLengths lengths;
    SimulatedProviders simulated;
    LiveStats live;
    Metrics metrics;
    std::shared_ptr<AccessPolicy> access = std::make_shared<AccessPolicy>();
    OtlpExporter telemetry;
    RequestLog requestLog;
    ClientBook clients;
    Ledger ledger; ///< behind what looks at its records
    ResponseStore responses;
    MirrorBook mirrors;
    ReplyCache cache;
    JobQueue jobs;
    KeyRing keys; ///< last, so that its thread ends first

private:
    void tellHealth(std::string_view target, Circuit circuit);
    void tellThreshold(const BudgetThreshold& threshold);
};

} // namespace tollgate
