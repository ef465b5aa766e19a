#pragma once
// Which Host and Origin a request may name. A local port is within reach of every web page the user visits: a
// foreign Host is DNS rebinding, a foreign Origin is a page that has no business here.

#include "gateway/server/http_head.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace tollgate {

/// Immutable.
class AccessRules {
public:
    /// hosts: names allowed beside 127.0.0.1, localhost and [::1]; "name" goes with any port, "name:port"
    /// with that one. origins: "https://app.example" and so on, compared whole. There is no wildcard.
    AccessRules(const std::vector<std::string>& hosts, const std::vector<std::string>& origins);

    bool hostAllowed(std::string_view host) const;
    bool originAllowed(std::string_view origin) const;
    Refusal judge(const RequestHead& head) const;

private:
    std::vector<std::string> m_hosts;
    std::vector<std::string> m_origins;
};

/// Thread-safe: replaced from any thread, read by every worker.
class AccessPolicy {
public:
    AccessPolicy();

    void setHosts(std::vector<std::string> hosts);
    void setOrigins(std::vector<std::string> origins);

    std::vector<std::string> hosts() const;
    std::vector<std::string> origins() const;

    /// Changes with every replacement, so that a worker takes the lock only then.
    std::uint64_t version() const { return m_version.load(std::memory_order_acquire); }
    std::shared_ptr<const AccessRules> rules() const;

private:
    void publish();

    mutable std::mutex m_mutex;
    std::vector<std::string> m_hosts;
    std::vector<std::string> m_origins;
    std::shared_ptr<const AccessRules> m_rules;
    std::atomic<std::uint64_t> m_version{1};
};

} // namespace tollgate
