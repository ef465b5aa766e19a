#include "gateway/telemetry/otlp_spans.h"

#include "gateway/telemetry/log.h"
#include "gateway/telemetry/otlp_json.h"
#include "gateway/wire/redacted.h"
#include "gateway/wire/trace_context.h"

namespace tollgate {

namespace {

constexpr std::string_view kMirrorArm = "mirror";
constexpr std::size_t kLongestMessage = 300;

// Flags and SpanKind of opentelemetry/proto/trace/v1/trace.proto: sampled (1), the parent is known (0x100) to
// be elsewhere (0x200); internal (1), server (2), client (3).
constexpr std::string_view kServer = "\"flags\":1,\"kind\":2,";
constexpr std::string_view kServerOfCaller = "\"flags\":769,\"kind\":2,";
constexpr std::string_view kMirror = "\"flags\":1,\"kind\":1,";
constexpr std::string_view kMirrorOfCaller = "\"flags\":769,\"kind\":1,";
constexpr std::string_view kClient = "\"flags\":257,\"kind\":3,";

struct SpanHead {
    const TraceContext& trace;
    SpanIdText id;
    std::string_view parent; ///< empty: none
    std::string_view role;   ///< flags and kind
    std::int64_t startUs = 0;
    std::int64_t durationUs = 0;
};

void beginSpan(OtlpPen& out, const SpanHead& head, std::string_view traceState) {
    out.put("{\"traceId\":\"");
    out.put(head.trace.traceId.view());
    out.put("\",\"spanId\":\"");
    out.put(head.id.view());
    if (!head.parent.empty()) {
        out.put("\",\"parentSpanId\":\"");
        out.put(head.parent);
    }
    out.put("\",");
    if (!traceState.empty()) {
        out.put("\"traceState\":");
        out.quoted(traceState);
        out.put(",");
    }
    out.put(head.role);
    out.put("\"startTimeUnixNano\":\"");
    out.time(head.startUs);
    out.put("\",\"endTimeUnixNano\":\"");
    out.time(head.startUs + head.durationUs);
    out.put("\",");
}

void endSpan(OtlpPen& out, bool failed, std::string_view message) {
    if (failed) {
        out.put(",\"status\":{\"code\":2");
        if (!message.empty()) {
            out.put(",\"message\":");
            out.quoted(redacted(message.substr(0, kLongestMessage)));
        }
        out.put("}");
    }
    out.put("},");
}

/// A server's span fails by what is the server's fault (semantic conventions for HTTP spans, "Status").
std::string_view errorTypeOf(const RequestRecord& record, std::string& storage) {
    if (record.status >= 500)
        return storage = std::to_string(record.status);
    if (record.outcome != RequestOutcome::Aborted)
        return {};
    return storage = record.errorCode.empty() ? "aborted" : record.errorCode;
}

/// The rest of what a request says, behind what its kind does.
void addRequest(OtlpPen& out, const RequestRecord& record, std::string_view errorType) {
    out.integer<"http.response.status_code">(record.status);
    out.text<"error.type">(errorType);
    out.text<"user.id">(record.user);
    out.word<"tollgate.request.id">(record.id);
    out.text<"tollgate.flag">(record.flag);
    out.text<"tollgate.arm">(record.arm);
    out.text<"tollgate.prompt">(record.prompt);
    out.text<"tollgate.prompt.version">(record.promptVersion);
    out.word<"tollgate.outcome">(toString(record.outcome));
    out.text<"tollgate.error.code">(record.errorCode);
    out.text<"tollgate.note">(record.note);
    if (record.cost)
        out.real<"tollgate.cost.usd">(record.cost->nanodollars, 9);
    out.integer<"tollgate.overhead.us">(record.overheadUs);
    out.put("]");
}

void addUsage(OtlpPen& out, const Usage& usage) {
    if (usage.total() == 0)
        return;
    out.integer<"gen_ai.usage.input_tokens">(usage.inputTotal());
    out.integer<"gen_ai.usage.output_tokens">(usage.outputTotal());
    if (usage.cached() > 0)
        out.integer<"gen_ai.usage.cache_read.input_tokens">(usage.cached());
    if (usage.cacheWrite() > 0)
        out.integer<"gen_ai.usage.cache_creation.input_tokens">(usage.cacheWrite());
    if (usage.reasoning > 0)
        out.integer<"gen_ai.usage.reasoning.output_tokens">(usage.reasoning);
}

void addAttempt(OtlpPen& out, const RequestRecord& record, const AttemptRecord& attempt,
                std::string_view errorType) {
    out.text<"error.type">(errorType);
    if (attempt.status != 0)
        out.integer<"http.response.status_code">(attempt.status);
    if (record.streaming && attempt.firstByteUs >= 0)
        out.real<"gen_ai.response.time_to_first_chunk">(attempt.firstByteUs, 6);
    if (attempt.backoffUs > 0)
        out.integer<"tollgate.backoff.us">(attempt.backoffUs);
    if (&attempt == &record.attempts.back()) {
        const bool same = record.responseModel.empty() && errorType.empty();
        out.text<"gen_ai.response.model">(same ? attempt.model : record.responseModel);
        out.text<"gen_ai.response.id">(record.responseId);
        out.words<"gen_ai.response.finish_reasons">(record.finishReasons);
        addUsage(out, record.usage);
    }
    out.put("]");
}

} // namespace

std::string_view errorTypeOf(const AttemptRecord& attempt, std::string& storage) {
    if (attempt.outcome == "ok" || attempt.outcome == "client_gone" || attempt.outcome.empty())
        return {};
    if (attempt.status >= 400)
        return storage = std::to_string(attempt.status);
    return attempt.outcome;
}

void OtlpSpanWriter::forget() {
    m_requests.clear();
    m_attempts.clear();
}

/// Name and attributes that requests by one key to one model share; the list is left open.
const std::string& OtlpSpanWriter::requestKind(const RequestRecord& record) {
    const decltype(m_requests)::Texts alike{record.route,   record.dialect, record.requestedModel,
                                            record.project, record.keyId,   record.alias};
    if (const std::string* known = m_requests.find(alike))
        return *known;
    const std::string_view route = httpRoute(record.route);
    const std::string_view method = httpMethod(record.dialect);
    std::string kind = "\"name\":";
    appendJsonText(kind, std::string(method).append(" ").append(route));
    kind += ',';
    OtlpAttributes attributes(kind);
    attributes.text("http.request.method", method);
    attributes.text("http.route", route);
    attributes.text("tollgate.request.model", record.requestedModel);
    attributes.text("tollgate.project", record.project);
    attributes.text("tollgate.key.id", record.keyId);
    attributes.text("tollgate.alias", record.alias);
    return m_requests.add(alike, std::move(kind));
}

/// The same of attempts at one target.
const std::string& OtlpSpanWriter::attemptKind(const RequestRecord& record, const AttemptRecord& attempt,
                                               const GenAiProviders& providers) {
    const decltype(m_attempts)::Texts alike{attempt.provider, attempt.model, record.dialect,
                                            record.streaming ? "stream" : ""};
    if (const std::string* known = m_attempts.find(alike))
        return *known;
    const std::string_view operation = genAiOperation(record.dialect);
    const auto* provider = ConfigSnapshot::find(providers, attempt.provider);
    std::string kind = "\"name\":";
    appendJsonText(kind, std::string(operation).append(" ").append(attempt.model));
    kind += ',';
    OtlpAttributes attributes(kind);
    attributes.text("gen_ai.operation.name", operation);
    attributes.text("gen_ai.provider.name", provider != nullptr ? provider->name : attempt.provider);
    attributes.text("gen_ai.request.model", attempt.model);
    if (provider != nullptr && !provider->address.empty()) {
        attributes.text("server.address", provider->address);
        attributes.integer("server.port", provider->port);
    }
    if (record.streaming)
        attributes.flag("gen_ai.request.stream", true);
    attributes.text("tollgate.provider", attempt.provider);
    return m_attempts.add(alike, std::move(kind));
}

int OtlpSpanWriter::write(OtlpPen& pen, const RequestRecord& record, const GenAiProviders& providers,
                          double sampleRatio) {
    std::string_view traceparent;
    std::string_view traceState;
    for (const auto& [name, value] : record.requestHeaders) {
        if (name == "traceparent" && traceparent.empty())
            traceparent = value;
        else if (name == "tracestate" && traceState.empty())
            traceState = value;
    }
    const TraceContext trace = traceContextOf(traceparent, record.traceId, sampleRatio);
    if (!trace.sampled)
        return 0;
    const SpanIds ids(record.id);
    const bool mirror = record.arm == kMirrorArm;
    const bool begins = trace.parentId.empty();
    SpanHead head{trace, ids.of(0), trace.parentId, begins ? kServer : kServerOfCaller};
    if (mirror)
        head.role = begins ? kMirror : kMirrorOfCaller;
    head.startUs = record.atMs * 1000;
    head.durationUs = record.latencyUs;
    std::string storage;
    std::string_view errorType = errorTypeOf(record, storage);
    beginSpan(pen, head, begins ? std::string_view() : traceState);
    pen.put(requestKind(record));
    addRequest(pen, record, errorType);
    endSpan(pen, !errorType.empty(), record.error);
    for (std::size_t i = 0; i < record.attempts.size(); ++i) {
        const AttemptRecord& attempt = record.attempts[i];
        const SpanHead child{trace,
                             ids.of(i + 1),
                             head.id.view(),
                             kClient,
                             head.startUs + attempt.offsetUs,
                             attempt.durationUs};
        errorType = errorTypeOf(attempt, storage);
        beginSpan(pen, child, {});
        pen.put(attemptKind(record, attempt, providers));
        addAttempt(pen, record, attempt, errorType);
        endSpan(pen, !errorType.empty(), attempt.error);
    }
    return static_cast<int>(1 + record.attempts.size());
}

} // namespace tollgate
