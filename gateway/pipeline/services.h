#pragma once
// What the life of a request needs from the house. All of it is thread-safe, shared by every worker and
// outlives them.

#include "gateway/cache/reply_cache.h"
#include "gateway/config/snapshot.h"
#include "gateway/ledger/ledger.h"
#include "gateway/policy/budget_book.h"
#include "gateway/policy/key_ring.h"
#include "gateway/policy/mirror_book.h"
#include "gateway/policy/output_lengths.h"
#include "gateway/policy/rate_limiter.h"
#include "gateway/providers/simulated.h"
#include "gateway/routing/router.h"
#include "gateway/store/response_store.h"
#include "gateway/telemetry/metrics.h"

namespace tollgate {

struct PipelineServices {
    const Clock& clock;
    const SnapshotCell& snapshots;
    KeyRing& keys;
    RateLimiter& limiter;
    BudgetBook& budgets;
    HealthBoard& health;
    Router& router;
    SimulatedProviders& simulated;
    Ledger& ledger;
    LiveStats& live;
    Metrics& metrics;
    ResponseStore& responses;
    OutputLengths& lengths;
    MirrorBook& mirrors;
    ReplyCache& cache;
};

} // namespace tollgate
