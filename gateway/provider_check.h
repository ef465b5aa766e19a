#pragma once
// "Does it answer?": lists a provider's models, or plays a simulated call. Used by POST
// /providers/{name}/check.

#include "gateway/config/snapshot.h"
#include "gateway/providers/simulated.h"
#include "gateway/routing/health_board.h"
#include "gateway/upstream/upstream_client.h"

#include <QObject>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace tollgate {

struct CheckOutcome {
    bool ok = false;
    std::int64_t latencyMs = 0;
    std::vector<std::string> models;
    std::string error;
};

/// Control thread.
class ProviderChecks final : public QObject {
public:
    using Done = std::function<void(const CheckOutcome&)>;

    ProviderChecks(const SnapshotCell& snapshots, HealthBoard& health, SimulatedProviders& simulated);
    ~ProviderChecks() override;

    /// Calls `done` once, later. The provider is looked up in the current snapshot.
    void check(const std::string& provider, Done done);

private:
    class Probe;
    void checkSimulated(const Provider& provider, const ConfigSnapshot& snapshot, Done done);
    void finish(const std::string& provider, const CheckOutcome& outcome, const Done& done);

    const SnapshotCell& m_snapshots;
    HealthBoard& m_health;
    SimulatedProviders& m_simulated;
    UpstreamClient m_upstream;
    std::set<std::unique_ptr<Probe>> m_probes;
};

} // namespace tollgate
