// The trace goes on: what an upstream is told of the span that asks it.

#include "gateway/pipeline/call.h"
#include "gateway/wire/trace_context.h"

namespace tollgate {

/// Where no spans are written the caller's own headers go through as they are (W3C Trace Context, section 4).
void ChatCall::passTraceOn(HttpHeaders& headers) const {
    const std::string_view given = m_request->headers.value("traceparent");
    const Settings& settings = m_snapshot->settings;
    const bool valid = !given.empty() && parseTraceparent(given).has_value();
    if (settings.otlpEndpoint.empty()) {
        if (valid)
            headers.add("traceparent", std::string(given));
    } else {
        const TraceContext context = traceContextOf(given, m_record.traceId, settings.otlpSampleRatio);
        headers.add("traceparent", traceparentFor(context, spanIdOf(m_record.id, m_record.attempts.size())));
    }
    if (const std::string_view state = m_request->headers.value("tracestate"); valid && !state.empty())
        headers.add("tracestate", std::string(state));
}

} // namespace tollgate
