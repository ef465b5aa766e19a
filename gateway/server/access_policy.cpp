#include "gateway/server/access_policy.h"

#include <algorithm>
#include <cctype>

namespace tollgate {

namespace {

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

struct HostParts {
    std::string_view name; ///< with the brackets of an IPv6 address
    std::string_view port;
    bool valid = false;
};

bool isPort(std::string_view text) {
    if (text.empty() || text.size() > 5)
        return false;
    int port = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return false;
        port = port * 10 + (c - '0');
    }
    return port > 0 && port <= 65535;
}

/// "name", "name:port", "[v6]" or "[v6]:port".
HostParts splitHost(std::string_view host) {
    HostParts parts;
    std::size_t end = 0;
    if (host.starts_with('[')) {
        end = host.find(']');
        if (end == std::string_view::npos)
            return parts;
        ++end;
        for (const char c : host.substr(1, end - 2)) {
            if (std::isxdigit(static_cast<unsigned char>(c)) == 0 && c != ':' && c != '.')
                return parts;
        }
    } else {
        end = std::min(host.find(':'), host.size());
        for (const char c : host.substr(0, end)) {
            if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '.' && c != '-' && c != '_')
                return parts;
        }
    }
    parts.name = host.substr(0, end);
    if (end < host.size()) {
        if (host[end] != ':' || !isPort(host.substr(end + 1)))
            return parts;
        parts.port = host.substr(end + 1);
    }
    parts.valid = !parts.name.empty();
    return parts;
}

} // namespace

AccessRules::AccessRules(const std::vector<std::string>& hosts, const std::vector<std::string>& origins) {
    for (const std::string& host : hosts)
        m_hosts.push_back(lowered(host));
    for (const std::string& origin : origins) {
        std::string_view text(origin);
        while (text.ends_with('/'))
            text.remove_suffix(1);
        if (!text.empty() && text != "*")
            m_origins.push_back(lowered(text));
    }
}

bool AccessRules::hostAllowed(std::string_view host) const {
    const HostParts parts = splitHost(host);
    if (!parts.valid)
        return false;
    if (parts.name == "127.0.0.1" || equalsIgnoringCase(parts.name, "localhost") || parts.name == "[::1]")
        return true;
    return std::any_of(m_hosts.begin(), m_hosts.end(), [&](const std::string& allowed) {
        return equalsIgnoringCase(parts.name, allowed) || equalsIgnoringCase(host, allowed);
    });
}

bool AccessRules::originAllowed(std::string_view origin) const {
    return std::any_of(m_origins.begin(), m_origins.end(),
                       [origin](const std::string& allowed) { return equalsIgnoringCase(origin, allowed); });
}

namespace {

/// What a web page may send to another origin without asking first (fetch.spec.whatwg.org, "CORS-safelisted
/// request-header"): no application has a reason to send it here.
bool isSimpleType(std::string_view contentType) {
    std::string_view type = contentType.substr(0, contentType.find(';'));
    while (type.ends_with(' ') || type.ends_with('\t'))
        type.remove_suffix(1);
    return equalsIgnoringCase(type, "text/plain") || equalsIgnoringCase(type, "multipart/form-data") ||
           equalsIgnoringCase(type, "application/x-www-form-urlencoded");
}

Refusal judgeBody(const RequestHead& head) {
    if (head.contentLength <= 0 && !head.chunked)
        return {};
    if (isSimpleType(head.contentType))
        return {415, "unsupported_media_type", "send content-type: application/json, not", head.contentType};
    if (!head.contentEncoding.empty() && !equalsIgnoringCase(head.contentEncoding, "identity"))
        return {415, "unsupported_encoding", "request bodies are read as they are, without content-encoding",
                head.contentEncoding};
    return {};
}

} // namespace

Refusal AccessRules::judge(const RequestHead& head) const {
    if (head.hostCount != 1) {
        return {421,
                "misdirected_request",
                head.hostCount == 0 ? "the request has no host header"
                                    : "the request has more than one host header",
                {}};
    }
    if (!hostAllowed(head.host))
        return {421, "misdirected_request", "this gateway does not answer for that host:", head.host};
    if (!head.authority.empty() && !hostAllowed(head.authority))
        return {421, "misdirected_request", "this gateway does not answer for that host:", head.authority};
    if (!head.origin.empty()) {
        if (!originAllowed(head.origin))
            return {403, "origin_not_allowed",
                    "that origin is not on the list of allowed origins:", head.origin};
        return judgeBody(head);
    }
    // Without an origin it is an image, a link or the like; other ports of this machine are the same site.
    if (equalsIgnoringCase(head.fetchSite, "cross-site") || equalsIgnoringCase(head.fetchSite, "same-site"))
        return {403, "origin_not_allowed", "a web page of another site may not call this gateway", {}};
    return judgeBody(head);
}

AccessPolicy::AccessPolicy() {
    m_rules = std::make_shared<const AccessRules>(m_hosts, m_origins);
}

void AccessPolicy::setHosts(std::vector<std::string> hosts) {
    const std::lock_guard lock(m_mutex);
    m_hosts = std::move(hosts);
    publish();
}

void AccessPolicy::setOrigins(std::vector<std::string> origins) {
    const std::lock_guard lock(m_mutex);
    m_origins = std::move(origins);
    publish();
}

std::vector<std::string> AccessPolicy::hosts() const {
    const std::lock_guard lock(m_mutex);
    return m_hosts;
}

std::vector<std::string> AccessPolicy::origins() const {
    const std::lock_guard lock(m_mutex);
    return m_origins;
}

void AccessPolicy::publish() {
    m_rules = std::make_shared<const AccessRules>(m_hosts, m_origins);
    m_version.fetch_add(1, std::memory_order_release);
}

std::shared_ptr<const AccessRules> AccessPolicy::rules() const {
    const std::lock_guard lock(m_mutex);
    return m_rules;
}

} // namespace tollgate
