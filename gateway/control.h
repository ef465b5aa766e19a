#pragma once
// The control thread's object: database, configuration, admin service, and the once-a-second tick.

#include "gateway/admin/admin_context.h"
#include "gateway/admin/admin_service.h"
#include "gateway/anomaly_watch.h"
#include "gateway/database_repair.h"
#include "gateway/health_watch.h"
#include "gateway/house.h"
#include "gateway/opening.h"
#include "gateway/provider_check.h"
#include "gateway/provider_probes.h"
#include "gateway/secrets/master_key_loader.h"
#include "gateway/secrets/secret_box.h"
#include "gateway/server/listen_address.h"
#include "gateway/store/database.h"
#include "gateway/telemetry_check.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tollgate {

/// Made anywhere, then moved to the control thread and used there only.
class Control final : public QObject {
    Q_OBJECT
public:
    Control(House& house, std::string dataDirectory, std::shared_ptr<Opening> opening);
    ~Control() override;

    /// Migrates, loads the configuration, starts the ledger. The error is for people.
    tl::expected<void, std::string> open(const LoadedMasterKey& masterKey);
    void close();

    void handle(const AdminRequest& request, const std::function<void(AdminResponse)>& reply);
    tl::expected<void, std::string> applyConfigFile(const std::string& text, const std::string& fileName);
    /// Where the workers listen; nothing: they do not.
    void setListening(std::optional<ListenAddress> address, int threads);

private:
    tl::expected<void, std::string> openStore();
    tl::expected<void, std::string> openAdmin();
    void repairIfDamaged();
    void repair();
    void backUpConfiguration();
    void makeAdmin();
    void configureCache(const ConfigSnapshot& snapshot);
    void applyConfiguration(const SnapshotPtr& snapshot);
    boost::json::object status() const;
    std::string_view state(const LedgerHealth& ledger) const;
    boost::json::array notices(const LedgerHealth& ledger) const;
    void rerate(const RerateQuery& query, const std::function<void(const RerateResult&)>& done);
    void runRetention(const WorkPtr& work, const std::function<void(const RetentionResult&)>& done);
    void tick();
    void publishUserCosts();

    House& m_house;
    const std::string m_dataDirectory;
    const std::shared_ptr<Opening> m_opening;
    const std::int64_t m_startedMs;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ResourceRepository> m_repository;
    std::optional<SecretBox> m_box;
    std::unique_ptr<LedgerReader> m_reader;
    std::unique_ptr<ProviderChecks> m_checks;
    std::unique_ptr<ProviderProbes> m_probes;
    std::unique_ptr<TelemetryChecks> m_telemetryChecks;
    std::unique_ptr<AdminService> m_admin;
    int m_admins = 0; ///< how many there have been: an answer that comes late belongs to its own
    std::unique_ptr<AnomalyWatch> m_anomalies;
    HealthWatch m_healthWatch;
    std::unique_ptr<QTimer> m_tick;
    std::int64_t m_ticks = 0;
    std::optional<LoadedMasterKey> m_masterKey;
    std::optional<DatabaseRepair> m_repair; ///< the last one since the start
    std::string m_repairFailure;
    bool m_damageSeen = false;
    std::int64_t m_repairedAtTick = 0;
    std::int64_t m_backedUpVersion = -1;
    std::optional<ListenAddress> m_address;
    int m_threads = 0;
};

} // namespace tollgate
