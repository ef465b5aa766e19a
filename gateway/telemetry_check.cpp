#include "gateway/telemetry_check.h"

#include <algorithm>
#include <utility>

namespace tollgate {

struct TelemetryChecks::Check {
    OtlpSettings settings;
    Done done;
    std::unique_ptr<OtlpPost> post = {};
};

TelemetryChecks::TelemetryChecks(const Clock& clock)
    : m_clock(clock)
    , m_client(clock) {}

TelemetryChecks::~TelemetryChecks() {
    OtlpVerdict verdict;
    verdict.error = "the gateway is stopping";
    for (const auto& check : std::exchange(m_checks, {}))
        check->done(verdict);
}

void TelemetryChecks::ask(const OtlpSettings& settings, Done done) {
    const auto made = m_checks.insert(std::make_unique<Check>(Check{settings, std::move(done)}));
    traces(**made.first);
}

void TelemetryChecks::traces(Check& check) {
    check.post = std::make_unique<OtlpPost>(
        m_client, check.settings.endpoint, "/v1/traces", check.settings.headers,
        otlpTestBody(check.settings, m_clock.unixMs()), [this, &check](const OtlpVerdict& verdict) {
            if (verdict.error.empty() && check.settings.metrics)
                metrics(check);
            else
                end(check, verdict);
        });
}

void TelemetryChecks::metrics(Check& check) {
    const auto before = std::exchange(check.post, nullptr); // whose callback this is
    check.post =
        std::make_unique<OtlpPost>(m_client, check.settings.endpoint, "/v1/metrics", check.settings.headers,
                                   "{}", [this, &check](const OtlpVerdict& verdict) { end(check, verdict); });
}

void TelemetryChecks::end(Check& check, const OtlpVerdict& verdict) {
    const auto found = std::ranges::find(m_checks, &check, &std::unique_ptr<Check>::get);
    const auto ended = m_checks.extract(found); // goes when this has returned
    ended.value()->done(verdict);
}

} // namespace tollgate
