#pragma once
// What the ledger's thread writes for the exporter: the chunk of spans that gathers, and the sums.

#include "gateway/telemetry/otlp_exporter.h"
#include "gateway/telemetry/otlp_metrics.h"
#include "gateway/telemetry/otlp_pen.h"
#include "gateway/telemetry/otlp_spans.h"

namespace tollgate {

/// Its mutex is held while some dozens of records are written. Others take it about once a second: a thread
/// that waited for it with every record made both of them slow.
struct OtlpExporter::Writing {
    explicit Writing(std::int64_t nowMs)
        : metrics(nowMs) {}

    std::mutex mutex; ///< of all the rest; comes before m_mutex
    bool on = false;
    bool countsMetrics = false;
    double sampleRatio = 1;
    std::string head; ///< what a body of spans begins with
    GenAiProviders providers;
    OtlpSpanWriter spans;
    OtlpPen pen; ///< of the chunk that gathers
    std::int64_t gathered = 0;
    OtlpMetrics metrics;
};

} // namespace tollgate
