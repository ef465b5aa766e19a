#include "gateway/security_check.h"

#include "gateway/config/enum_names.h"
#include "gateway/config/provider_options.h"
#include "gateway/server/edge_options.h"

#include <boost/json/object.hpp>

#include <array>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

namespace tollgate {

namespace {

constexpr std::size_t kShortestToken = 16;

struct Check {
    std::string_view id;
    std::string_view title;
    std::string_view state = "ok";
    std::string detail;

    void warn(const std::string& why) {
        state = "warning";
        detail += (detail.empty() ? "" : " ") + why;
    }
};

std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& one : list)
        text += (text.empty() ? "" : ", ") + one;
    return text;
}

bool hasOthers(const SecurityFacts& facts) {
    return facts.address && !facts.address->isLoopback();
}

Check binding(const SecurityFacts& facts) {
    Check check{"bind", "Listens on this machine only, unless told otherwise", "ok", {}};
    if (!facts.address) {
        check.state = "off";
        check.detail = "The gateway does not listen.";
    } else if (hasOthers(facts)) {
        check.warn("Other machines can reach " + facts.address->toString() + "; client keys are compulsory.");
    } else {
        check.detail = "Listens on " + facts.address->toString() + ".";
    }
    return check;
}

Check hosts(const SecurityFacts& facts) {
    const auto names = facts.access.hosts();
    return {"host", "Answers only for its own names (DNS rebinding)", "ok",
            "127.0.0.1, localhost and [::1]" + (names.empty() ? std::string() : ", " + joined(names)) +
                "; anything else is 421."};
}

Check origins(const SecurityFacts& facts) {
    const auto list = facts.access.origins();
    return {"origin", "Web pages may not call it", "ok",
            (list.empty() ? std::string("No origin is allowed.") : "Allowed origins: " + joined(list) + ".") +
                " Forms, plain text and cross-site requests are refused."};
}

Check keys(const SecurityFacts& facts) {
    Check check{"client_keys", "Every caller has a key of its own", "ok", {}};
    std::size_t endless = 0;
    for (const auto& [id, key] : facts.config.keys)
        endless += key.enabled && !key.expiresAtMs ? 1 : 0;
    check.detail = std::to_string(facts.config.keys.size()) + " keys, kept as bcrypt; " +
                   std::to_string(endless) + " never expire.";
    if (facts.config.settings.auth == AuthMode::OptionalOnLoopback) {
        if (hasOthers(facts))
            check.detail += " settings.auth is optional_on_loopback, which does not apply at this address.";
        else
            check.warn("settings.auth is optional_on_loopback: every program of every user here is let in.");
    }
    return check;
}

/// What others could read of a file or directory that is the user's alone.
void lookAt(Check& check, const std::string& path) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0)
        return; // not there, so nobody reads it
    if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        check.warn(path + " can be read or changed by others.");
    if (facts.st_uid != ::geteuid())
        check.warn(path + " belongs to another user.");
}

Check secrets(const SecurityFacts& facts) {
    Check check{"secrets", "Provider keys are sealed and its files are private", "ok", {}};
    check.detail = "The master key is in: " + facts.secretStore + ".";
    if (facts.secretStore != "keychain")
        check.warn(facts.secretNote);
    lookAt(check, facts.dataDirectory);
    for (const char* name : {"tollgate.db", "tollgate.db-wal", "responses.db", "jobs.db", "journal", "keys",
                             "limits", "admin-token", "master-key", "config-backup.json"})
        lookAt(check, facts.dataDirectory + "/" + name);
    return check;
}

Check upstreamChoice(const SecurityFacts& facts) {
    return {"upstream_choice", "No request chooses where it is sent", "ok",
            "Only the " + std::to_string(facts.config.providers.size()) +
                " configured providers are called, whatever a body or header names."};
}

Check requestForgery(const SecurityFacts& facts) {
    Check check{"request_forgery", "It cannot be made to fetch for others", "ok",
                "No redirect is followed and no URL inside a request is fetched."};
    if (facts.config.settings.webhookAllowPrivate)
        check.warn("settings.webhook_allow_private allows webhooks into private networks.");
    return check;
}

Check webhooks(const SecurityFacts& facts) {
    Check check{"webhooks", "Webhooks are signed and go only where they may", "ok",
                "The address is judged when it is connected to, so no name can lead elsewhere; link-local "
                "and cloud metadata addresses are refused always, redirects are not followed, no proxy is "
                "used. HMAC-SHA256 over the exact bytes, with an id and a time against replay; secrets are "
                "kept sealed."};
    if (facts.config.settings.webhookAllowPrivate)
        check.warn("Loopback and private networks are allowed by settings.webhook_allow_private.");
    else
        check.detail += " Loopback and private networks are refused.";
    return check;
}

Check jobs(const SecurityFacts& facts) {
    const Settings& settings = facts.config.settings;
    return {"jobs", "Tasks run as the key that handed them in", "ok",
            "Only the key's id is kept: what it may and has left is looked at when the task runs. Results "
            "are its project's alone, go after " +
                std::to_string(settings.taskTtlHours) + " h and are bounded by " +
                std::to_string(settings.jobsProjectMaxMb) + " MiB for a project, " +
                std::to_string(settings.jobsMaxMb) + " MiB in all."};
}

Check limits() {
    const EdgeOptions edge;
    return {"limits", "Sizes, times and connections are bounded", "ok",
            std::to_string(edge.maxHeadBytes >> 10U) + " KiB of head, " +
                std::to_string(edge.maxBodyBytes >> 20U) + " MiB of body, no compressed bodies, " +
                std::to_string(edge.headTimeoutMs / 1000) + " s for a head, " +
                std::to_string(edge.bodyIdleTimeoutMs / 1000) + " s between pieces of a body, " +
                std::to_string(edge.maxConnections) + " connections."};
}

Check admin() {
    Check check{"admin", "The admin API takes its own token and no cookie", "ok",
                "A bearer token; client keys are refused there, and it is refused elsewhere."};
    const char* token = std::getenv("TOLLGATE_ADMIN_TOKEN"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (token != nullptr && *token != '\0' && std::string_view(token).size() < kShortestToken)
        check.warn("TOLLGATE_ADMIN_TOKEN is shorter than 16 characters.");
    return check;
}

Check headers() {
    return {"headers", "Ambiguous requests are refused, callers' credentials go nowhere", "ok",
            "Both lengths, folded fields and doubled hosts are refused; of the caller's headers providers "
            "get only "
            "those on a list."};
}

Check capture(const SecurityFacts& facts) {
    Check check{"capture", "Prompts and answers are not kept", "ok", {}};
    const Settings& settings = facts.config.settings;
    if (settings.captureBodies == CaptureBodies::Off)
        check.detail = "capture_bodies is off.";
    else
        check.warn("capture_bodies is " +
                   std::string(settings.captureBodies == CaptureBodies::All ? "all" : "errors") +
                   "; bodies are kept for " + std::to_string(settings.retentionDays) + " days.");
    return check;
}

Check injection() {
    return {"injection", "Nothing a caller sends is run", "ok",
            "Every value reaches SQL as a bound parameter; there are no plug-ins and no scripts."};
}

bool isLocal(std::string_view url) {
    const std::string_view host = url.substr(url.find("://") + 3);
    return host.starts_with("127.") || host.starts_with("localhost") || host.starts_with("[::1]");
}

Check tls(const SecurityFacts& facts) {
    Check check{"tls", "Connections to providers are verified", "ok",
                "Certificates and names are always checked."};
    for (const auto& [name, provider] : facts.config.providers) {
        if (provider.kind != ProviderKind::Simulated && provider.baseUrl.starts_with("http://") &&
            !isLocal(provider.baseUrl))
            check.warn("Provider " + name + " is called without TLS.");
        if (const std::string file = caFileOf(provider); !file.empty()) {
            check.detail.append(" ")
                .append(name)
                .append(" has its own authorities in ")
                .append(file)
                .append(".");
            if (::access(file.c_str(), R_OK) != 0)
                check.warn("That file cannot be read.");
        }
    }
    for (const char* name : {"https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY"}) {
        const char* proxy = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nobody sets it
        if (proxy != nullptr && *proxy != '\0')
            check.detail += std::string(" A proxy is used, from ") + name + ".";
    }
    return check;
}

Check instance(const SecurityFacts& facts) {
    Check check{"single_instance", "Nobody else uses this data directory", "ok", {}};
    std::ifstream lock(facts.dataDirectory + "/lock"); // QLockFile's: the process id is its first line
    long owner = 0;
    if (lock >> owner && owner == ::getpid())
        check.detail = "Locked by this process.";
    else
        check.warn("The data directory is not locked by this process.");
    return check;
}

} // namespace

boost::json::array securityChecks(const SecurityFacts& facts) {
    boost::json::array list;
    for (const Check& check :
         {binding(facts), hosts(facts), origins(facts), keys(facts), secrets(facts), upstreamChoice(facts),
          requestForgery(facts), webhooks(facts), jobs(facts), limits(), admin(), headers(), capture(facts),
          injection(), tls(facts), instance(facts)}) {
        boost::json::object entry;
        entry["id"] = check.id;
        entry["title"] = check.title;
        entry["state"] = check.state;
        entry["detail"] = check.detail;
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace tollgate
