#pragma once
// The admin API: a request value in, a response value out, no sockets. HTTP and the console's local link both
// come through here, so validation, audit and permissions exist once.

#include "gateway/admin/admin_context.h"
#include "gateway/admin/admin_types.h"
#include "gateway/admin/route_table.h"

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

class AdminCore;
class FlagAutomation;

/// Control thread only. Who the caller is has been settled before: the request carries the actor.
class AdminService {
public:
    explicit AdminService(AdminContext context);
    ~AdminService();
    AdminService(const AdminService&) = delete;
    AdminService& operator=(const AdminService&) = delete;

    /// Loads the configuration and publishes the first snapshot. Returns what is to be said loudly
    /// (credentials that cannot be unsealed); the error is for people and means that nothing can be served.
    tl::expected<std::vector<std::string>, std::string> start();

    /// Answers once: from inside the call, but for a provider's check.
    void handle(const AdminRequest& request, const Reply& reply);

    /// --config FILE: applied as actor `config-file`. The error names file, line and field:
    /// "tollgate.yaml:4: projects[0].limits.rpm must be a whole number of at least 1".
    tl::expected<void, std::string> applyConfigFile(std::string_view text, const std::string& fileName);

    /// About once a second: guardrails, ramps, and prices whose time has come.
    void tick();

    const RouteTable& routes() const { return m_table; }

private:
    std::unique_ptr<AdminCore> m_core;
    std::unique_ptr<FlagAutomation> m_automation;
    RouteTable m_table;
};

} // namespace tollgate
