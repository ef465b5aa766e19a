#pragma once
// "Does it answer?": lists a provider's models, or plays a simulated call. Used by POST
// /providers/{name}/check.

#include "gateway/admin/admin_context.h"
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

/// Control thread.
class ProviderChecks final : public QObject {
public:
    using Done = std::function<void(ProviderCheckResult)>;

    ProviderChecks(const SnapshotCell& snapshots, HealthBoard& health, SimulatedProviders& simulated);
    ~ProviderChecks() override;

    /// Calls `done` once, later, when the health board has been told.
    /// `work->stop`, if there is work, ends it without calling back.
    void check(const Provider& provider, const Credentials& credentials, Done done, const WorkPtr& work = {});
    /// The same without telling the board.
    void ask(const Provider& provider, const Credentials& credentials, Done done, const WorkPtr& work = {});

private:
    class Probe;
    void checkSimulated(const Provider& provider, Done done, const WorkPtr& work);
    void finish(const std::string& provider, const ProviderCheckResult& outcome, const Done& done);

    const SnapshotCell& m_snapshots;
    HealthBoard& m_health;
    SimulatedProviders& m_simulated;
    UpstreamClient m_upstream;
    std::set<std::unique_ptr<Probe>> m_probes;
};

} // namespace tollgate
