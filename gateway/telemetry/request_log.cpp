#include "gateway/telemetry/request_log.h"

#include "gateway/telemetry/gen_ai.h"
#include "gateway/telemetry/log.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/json_writer.h"
#include "gateway/wire/redacted.h"
#include "gateway/wire/trace_context.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::size_t kLongestError = 500;

LogLevel levelOf(const RequestRecord& record) {
    const bool failed = record.status >= 500 || record.outcome == RequestOutcome::Aborted;
    return failed ? LogLevel::Warning : LogLevel::Info;
}

void writeIds(JsonWriter& out, const RequestRecord& record) {
    const auto header =
        std::ranges::find(record.requestHeaders, "traceparent", &std::pair<std::string, std::string>::first);
    const TraceContext trace = traceContextOf(
        header == record.requestHeaders.end() ? std::string_view() : header->second, record.traceId, 1);
    out.member("trace_id", record.traceId);
    out.member("request_id", record.id);
    out.member("otel_trace_id", trace.traceId.view());
    out.member("otel_span_id", spanIdOf(record.id, 0).view());
}

void writeFigures(JsonWriter& out, const RequestRecord& record) {
    out.key("latency_us");
    out.number(record.latencyUs);
    out.member("overhead_us", record.overheadUs);
    out.member("ttft_us", record.ttftUs, -1);
    out.key("attempts");
    out.number(static_cast<std::int64_t>(record.attempts.size()));
    out.member("input_tokens", record.usage.inputTotal());
    out.member("output_tokens", record.usage.outputTotal());
    if (record.cost) {
        out.key("cost_nanodollars");
        out.number(record.cost->nanodollars);
    }
}

} // namespace

std::string requestLine(const RequestRecord& record) {
    const std::string_view method = httpMethod(record.dialect);
    std::string line;
    line.reserve(768);
    JsonWriter out(line);
    out.beginObject();
    out.member("time", toRfc3339(record.atMs));
    out.member("level", nameOf(levelOf(record)));
    out.member("category", "request");
    out.member("message", std::string(method) + " " + record.route + " " + std::to_string(record.status));
    writeIds(out, record);
    out.member("method", method);
    out.member("route", record.route);
    out.key("status");
    out.number(record.status);
    out.member("outcome", toString(record.outcome));
    out.member("error_code", record.errorCode);
    out.member("error", std::string_view(record.error).substr(0, kLongestError));
    out.member("user", record.user);
    out.member("project", record.project);
    out.member("key_id", record.keyId);
    out.member("requested_model", record.requestedModel);
    out.member("alias", record.alias);
    out.member("provider", record.provider);
    out.member("model", record.model);
    out.member("arm", record.arm);
    out.member("note", record.note);
    out.flag("streaming", record.streaming);
    writeFigures(out, record);
    out.endObject();
    return redacted(line) + "\n";
}

void RequestLog::recorded(Records records) {
    if (!logsRequests())
        return;
    for (const RequestRecord* record : records)
        logStructured(levelOf(*record), [record] { return requestLine(*record); });
}

} // namespace tollgate
