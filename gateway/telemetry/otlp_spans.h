#pragma once
// A request record as OTLP spans: one SERVER span for the request, one CLIENT span for each attempt. Prompts
// and answers are never in them.

#include "gateway/telemetry/gen_ai.h"
#include "gateway/telemetry/otlp_kinds.h"
#include "gateway/telemetry/otlp_pen.h"
#include "gateway/wire/request_record.h"

#include <string>
#include <string_view>

namespace tollgate {

/// Not thread-safe. What all requests of a kind say alike is made once and kept.
class OtlpSpanWriter {
public:
    /// Writes them as JSON objects, each followed by a comma; returns how many: 0 of a trace that is not
    /// sampled.
    int write(OtlpPen& pen, const RequestRecord& record, const GenAiProviders& providers, double sampleRatio);
    /// The providers have changed.
    void forget();

private:
    const std::string& requestKind(const RequestRecord& record);
    const std::string& attemptKind(const RequestRecord& record, const AttemptRecord& attempt,
                                   const GenAiProviders& providers);

    OtlpKinds<6, std::string> m_requests;
    OtlpKinds<4, std::string> m_attempts;
};

/// Whether an attempt failed, and as what: error.type. Empty: it did not.
std::string_view errorTypeOf(const AttemptRecord& attempt, std::string& storage);

} // namespace tollgate
