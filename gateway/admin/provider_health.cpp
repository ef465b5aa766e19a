#include "gateway/admin/provider_health.h"

#include "gateway/config/codec_parts.h"

namespace tollgate {

boost::json::object healthJson(const TargetHealth& health, bool enabled) {
    boost::json::value p95;
    if (health.p95Ms >= 0)
        p95 = health.p95Ms;
    boost::json::value errorRate;
    if (health.requests > 0)
        errorRate = static_cast<double>(health.failures) / static_cast<double>(health.requests);
    const auto time = [](std::int64_t ms) { return ms == 0 ? boost::json::value(nullptr) : timeOrNull(ms); };
    return {{"state", healthState(health, enabled)},
            {"circuit", toString(health.circuit)},
            {"p95_ms", std::move(p95)},
            {"error_rate", std::move(errorRate)},
            {"last_error", textOrNull(health.lastError)},
            {"checked_at", time(health.checkedAtMs)},
            {"retry_at", time(health.retryAtMs)}};
}

} // namespace tollgate
