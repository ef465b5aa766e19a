#pragma once
// "Does the collector take it?": sends one span, and an empty set of metrics where they are on. Used by POST
// /telemetry/test.

#include "gateway/telemetry/otlp_exporter.h"
#include "gateway/upstream/upstream_client.h"

#include <functional>
#include <memory>
#include <set>

namespace tollgate {

/// Control thread.
class TelemetryChecks {
public:
    using Done = std::function<void(const OtlpVerdict&)>;

    explicit TelemetryChecks(const Clock& clock);
    ~TelemetryChecks();

    /// Calls `done` once, later.
    void ask(const OtlpSettings& settings, Done done);

private:
    struct Check;
    void traces(Check& check);
    void metrics(Check& check);
    void end(Check& check, const OtlpVerdict& verdict);

    const Clock& m_clock;
    UpstreamClient m_client;
    std::set<std::unique_ptr<Check>> m_checks;
};

} // namespace tollgate
