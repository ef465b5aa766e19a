#include "gateway/admin/provider_health.h"

#include "gateway/config/codec_parts.h"
#include "gateway/secrets/mask.h"

namespace tollgate {

namespace {

boost::json::value timeOrNothing(std::int64_t ms) {
    return ms == 0 ? boost::json::value(nullptr) : timeOrNull(ms);
}

} // namespace

boost::json::object healthJson(const TargetHealth& health, bool enabled) {
    boost::json::value p95;
    if (health.p95Ms >= 0)
        p95 = health.p95Ms;
    boost::json::value errorRate;
    if (health.requests > 0)
        errorRate = static_cast<double>(health.failures) / static_cast<double>(health.requests);
    return {{"state", healthState(health, enabled)},
            {"circuit", toString(health.circuit)},
            {"p95_ms", std::move(p95)},
            {"error_rate", std::move(errorRate)},
            {"last_error", textOrNull(health.lastError)},
            {"checked_at", timeOrNothing(health.checkedAtMs)},
            {"retry_at", timeOrNothing(health.retryAtMs)}};
}

boost::json::array credentialsJson(const Credentials& credentials,
                                   const std::vector<CredentialHealth>& health) {
    boost::json::array list;
    for (std::size_t i = 0; i < credentials.apiKeys.size() && i < health.size(); ++i) {
        boost::json::object item;
        item["key"] = maskSecret(credentials.apiKeys[i]);
        item["state"] = toString(health[i].state);
        item["retry_at"] = timeOrNothing(health[i].retryAtMs);
        list.push_back(std::move(item));
    }
    return list;
}

} // namespace tollgate
