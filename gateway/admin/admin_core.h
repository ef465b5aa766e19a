#pragma once
// What every part of the admin API shares: the context, the kinds of resources, and the one way to change
// the configuration.

#include "gateway/admin/admin_context.h"
#include "gateway/admin/config_draft.h"
#include "gateway/admin/resource_type.h"
#include "gateway/admin/route_table.h"
#include "gateway/admin/undo_bin.h"
#include "gateway/admin/work_board.h"
#include "gateway/admin/write_log.h"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace tollgate {

class AdminCore {
public:
    explicit AdminCore(AdminContext context);
    AdminCore(const AdminCore&) = delete; // the types refer to its context
    AdminCore& operator=(const AdminCore&) = delete;

    const AdminContext& context() const { return m_context; }
    SnapshotPtr world() const { return m_context.snapshots.load(); }
    const std::vector<std::unique_ptr<ResourceType>>& types() const { return m_types; }
    const ResourceType& type(ResourceKind kind) const;

    /// Writes the draft in one transaction, publishes the new snapshot and tells everyone. On an error
    /// nothing has changed. Returns the new version.
    Outcome<std::int64_t> commit(ConfigDraft& draft, std::string_view actor);

    /// Lets flags and the façade, and with it budgets and health, follow the snapshot that is published.
    void follow();
    void onFollow(std::function<void()> handler) { m_onFollow = std::move(handler); }
    /// The first snapshot, as it was loaded.
    void begin(ConfigSnapshot snapshot);

    /// Shows the prices that hold from now on, when the time of some has come. They are charged by the
    /// instant of the request anyway.
    void refreshPrices();

    /// What the latest deletions took; commit() fills it.
    UndoBin& undoBin() { return m_undoBin; }
    /// What the latest writes over many resources changed; commitLogged() fills it.
    WriteLog& writeLog() { return m_writeLog; }
    WorkBoard& work() { return m_work; }

    // The same for every single-resource write: store, check what it names, commit.
    Outcome<Stored> write(const ResourceType& type, const StoreRequest& request, std::string_view actor,
                          std::string_view action = {});

    // Also for the flag and key actions.
    Outcome<boost::json::object> shown(const ResourceType& type, const std::string& id) const;

private:
    void publish(ConfigSnapshot snapshot);

    AdminContext m_context;
    UndoBin m_undoBin;
    WriteLog m_writeLog;
    WorkBoard m_work;
    std::int64_t m_nextPriceChangeMs = 0; ///< 0: none to come
    std::vector<std::unique_ptr<ResourceType>> m_types;
    std::function<void()> m_onFollow;
};

boost::json::object toJson(const AuditEntry& entry);

// Each room of the API adds its routes; the core outlives the table.
void addResourceRoutes(RouteTable& table, AdminCore& core);  ///< list, create, get, replace, patch, delete
void addProviderRoutes(RouteTable& table, AdminCore& core);  ///< check, reset
void addModelRoutes(RouteTable& table, AdminCore& core);     ///< import
void addKeyRoutes(RouteTable& table, AdminCore& core);       ///< rotate
void addUseRoutes(RouteTable& table, AdminCore& core);       ///< what projects and keys use of their limits
void addRestoreRoutes(RouteTable& table, AdminCore& core);   ///< restore of keys and providers
void addUndoRoutes(RouteTable& table, AdminCore& core);      ///< config/undo
void addFlagRoutes(RouteTable& table, AdminCore& core);      ///< evaluate, rollback, report
void addPromptRoutes(RouteTable& table, AdminCore& core);    ///< versions, render, prompts.yaml
void addLedgerRoutes(RouteTable& table, AdminCore& core);    ///< usage, requests, overview
void addRerateRoutes(RouteTable& table, AdminCore& core);    ///< usage/rerate
void addJobRoutes(RouteTable& table, AdminCore& core);       ///< tasks, batches, webhooks/dead
void addRetentionRoutes(RouteTable& table, AdminCore& core); ///< retention/run
void addWorkRoutes(RouteTable& table, AdminCore& core);      ///< work
void addSystemRoutes(RouteTable& table, AdminCore& core);    ///< status, audit, settings, route/explain
void addConfigRoutes(RouteTable& table, AdminCore& core);    ///< config

} // namespace tollgate
