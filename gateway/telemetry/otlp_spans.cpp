#include "gateway/telemetry/otlp_spans.h"

#include "gateway/telemetry/log.h"
#include "gateway/telemetry/otlp_json.h"
#include "gateway/wire/trace_context.h"

namespace tollgate {

namespace {

constexpr std::string_view kMirrorArm = "mirror";
constexpr std::size_t kLongestMessage = 300;

// SpanKind and the flags of opentelemetry/proto/trace/v1/trace.proto.
constexpr int kInternal = 1;
constexpr int kServer = 2;
constexpr int kClient = 3;
constexpr int kSampledFlag = 0x001;
constexpr int kParentKnownLocal = 0x100;
constexpr int kParentRemote = 0x300;

struct SpanHead {
    const TraceContext& trace;
    SpanIdText id;
    std::string_view parent; ///< empty: none
    int kind = kServer;
    int flags = kSampledFlag;
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
    out.put("\"flags\":");
    out.number(head.flags);
    out.put(",\"kind\":");
    out.number(head.kind);
    out.put(",\"startTimeUnixNano\":\"");
    out.number(head.startUs);
    out.put("000\",\"endTimeUnixNano\":\"");
    out.number(head.startUs + head.durationUs);
    out.put("000\",");
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
    out.integer("http.response.status_code", record.status);
    out.text("error.type", errorType);
    out.text("user.id", record.user);
    out.text("tollgate.request.id", record.id);
    out.text("tollgate.flag", record.flag);
    out.text("tollgate.arm", record.arm);
    out.text("tollgate.prompt", record.prompt);
    out.text("tollgate.prompt.version", record.promptVersion);
    out.text("tollgate.outcome", toString(record.outcome));
    out.text("tollgate.error.code", record.errorCode);
    out.text("tollgate.note", record.note);
    if (record.cost)
        out.real("tollgate.cost.usd", record.cost->nanodollars, 9);
    out.integer("tollgate.overhead.us", record.overheadUs);
    out.put("]");
}

void addUsage(OtlpPen& out, const Usage& usage) {
    if (usage.total() == 0)
        return;
    out.integer("gen_ai.usage.input_tokens", usage.inputTotal());
    out.integer("gen_ai.usage.output_tokens", usage.outputTotal());
    if (usage.cached() > 0)
        out.integer("gen_ai.usage.cache_read.input_tokens", usage.cached());
    if (usage.cacheWrite() > 0)
        out.integer("gen_ai.usage.cache_creation.input_tokens", usage.cacheWrite());
    if (usage.reasoning > 0)
        out.integer("gen_ai.usage.reasoning.output_tokens", usage.reasoning);
}

void addAttempt(OtlpPen& out, const RequestRecord& record, const AttemptRecord& attempt,
                std::string_view errorType) {
    out.text("error.type", errorType);
    if (attempt.status != 0)
        out.integer("http.response.status_code", attempt.status);
    if (record.streaming && attempt.firstByteUs >= 0)
        out.real("gen_ai.response.time_to_first_chunk", attempt.firstByteUs, 6);
    if (attempt.backoffUs > 0)
        out.integer("tollgate.backoff.us", attempt.backoffUs);
    if (&attempt == &record.attempts.back()) {
        const bool same = record.responseModel.empty() && errorType.empty();
        out.text("gen_ai.response.model", same ? attempt.model : record.responseModel);
        out.text("gen_ai.response.id", record.responseId);
        out.words("gen_ai.response.finish_reasons", record.finishReasons);
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

const std::string* OtlpSpanWriter::known(const Kinds& kinds) const {
    const auto found = kinds.find(m_key);
    return found == kinds.end() ? nullptr : &found->second;
}

std::string& OtlpSpanWriter::made(Kinds& kinds) {
    if (kinds.size() >= kMostKinds)
        kinds.clear();
    return kinds[m_key];
}

/// Name and attributes that requests by one key to one model share; the list is left open.
const std::string& OtlpSpanWriter::requestKind(const RequestRecord& record) {
    m_key.clear();
    for (const std::string* part : {&record.route, &record.dialect, &record.requestedModel, &record.project,
                                    &record.keyId, &record.alias})
        m_key.append(*part) += '\n';
    if (const std::string* kind = known(m_requests))
        return *kind;
    const std::string_view route = httpRoute(record.route);
    const std::string_view method = httpMethod(record.dialect);
    std::string& kind = made(m_requests);
    kind = "\"name\":";
    appendJsonText(kind, std::string(method).append(" ").append(route));
    kind += ',';
    OtlpAttributes attributes(kind);
    attributes.text("http.request.method", method);
    attributes.text("http.route", route);
    attributes.text("tollgate.request.model", record.requestedModel);
    attributes.text("tollgate.project", record.project);
    attributes.text("tollgate.key.id", record.keyId);
    attributes.text("tollgate.alias", record.alias);
    return kind;
}

/// The same of attempts at one target.
const std::string& OtlpSpanWriter::attemptKind(const RequestRecord& record, const AttemptRecord& attempt,
                                               const GenAiProviders& providers) {
    m_key.assign(attempt.provider).append("\n").append(attempt.model).append("\n").append(record.dialect);
    m_key += record.streaming ? 's' : 'u';
    if (const std::string* kind = known(m_attempts))
        return *kind;
    const std::string_view operation = genAiOperation(record.dialect);
    const auto* provider = ConfigSnapshot::find(providers, attempt.provider);
    std::string& kind = made(m_attempts);
    kind = "\"name\":";
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
    return kind;
}

int OtlpSpanWriter::append(std::string& out, const RequestRecord& record, const GenAiProviders& providers,
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
    SpanHead head{trace, ids.of(0), trace.parentId};
    head.kind = record.arm == kMirrorArm ? kInternal : kServer;
    head.flags = kSampledFlag | (trace.parentId.empty() ? 0 : kParentRemote);
    head.startUs = record.atMs * 1000;
    head.durationUs = record.latencyUs;
    std::string storage;
    std::string_view errorType = errorTypeOf(record, storage);
    m_pen.clear();
    beginSpan(m_pen, head, trace.parentId.empty() ? std::string_view() : traceState);
    m_pen.put(requestKind(record));
    addRequest(m_pen, record, errorType);
    endSpan(m_pen, !errorType.empty(), record.error);
    for (std::size_t i = 0; i < record.attempts.size(); ++i) {
        const AttemptRecord& attempt = record.attempts[i];
        SpanHead child{trace, ids.of(i + 1), head.id.view(), kClient};
        child.flags = kSampledFlag | kParentKnownLocal;
        child.startUs = head.startUs + attempt.offsetUs;
        child.durationUs = attempt.durationUs;
        errorType = errorTypeOf(attempt, storage);
        beginSpan(m_pen, child, {});
        m_pen.put(attemptKind(record, attempt, providers));
        addAttempt(m_pen, record, attempt, errorType);
        endSpan(m_pen, !errorType.empty(), attempt.error);
    }
    out += m_pen.view();
    return static_cast<int>(1 + record.attempts.size());
}

} // namespace tollgate
