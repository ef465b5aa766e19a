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

void beginSpan(std::string& out, const SpanHead& head, std::string_view traceState) {
    out += "{\"traceId\":\"";
    out += head.trace.traceId.view();
    out += "\",\"spanId\":\"";
    out += head.id.view();
    if (!head.parent.empty()) {
        out += "\",\"parentSpanId\":\"";
        out += head.parent;
    }
    if (!traceState.empty()) {
        out += "\",\"traceState\":";
        appendJsonText(out, traceState);
        out += ",\"flags\":";
    } else {
        out += "\",\"flags\":";
    }
    appendNumber(out, head.flags);
    out += ",\"kind\":";
    appendNumber(out, head.kind);
    out += ",\"startTimeUnixNano\":\"";
    appendNumber(out, head.startUs);
    out += "000\",\"endTimeUnixNano\":\"";
    appendNumber(out, head.startUs + head.durationUs);
    out += "000\",";
}

void endSpan(std::string& out, bool failed, std::string_view message) {
    if (failed) {
        out += ",\"status\":{\"code\":2";
        if (!message.empty()) {
            out += ",\"message\":";
            appendJsonText(out, redacted(message.substr(0, kLongestMessage)));
        }
        out += '}';
    }
    out += "},";
}

/// A server's span fails by what is the server's fault (semantic conventions for HTTP spans, "Status").
std::string_view errorTypeOf(const RequestRecord& record, std::string& storage) {
    if (record.status >= 500)
        return storage = std::to_string(record.status);
    if (record.outcome != RequestOutcome::Aborted)
        return {};
    return storage = record.errorCode.empty() ? "aborted" : record.errorCode;
}

void writeRequest(std::string& out, const RequestRecord& record, const SpanHead& head,
                  std::string_view traceState) {
    const std::string_view route = httpRoute(record.route);
    const std::string_view method = httpMethod(record.dialect);
    beginSpan(out, head, traceState);
    out += "\"name\":\"";
    out += method;
    out += ' ';
    out.append(route == record.route ? std::string_view(record.route) : route);
    out += "\",";
    std::string storage;
    const std::string_view errorType = errorTypeOf(record, storage);
    OtlpAttributes attributes(out);
    attributes.text("http.request.method", method);
    attributes.text("http.route", route);
    attributes.integer("http.response.status_code", record.status);
    attributes.text("error.type", errorType);
    attributes.text("user.id", record.user);
    attributes.text("tollgate.request.id", record.id);
    attributes.text("tollgate.request.model", record.requestedModel);
    attributes.text("tollgate.project", record.project);
    attributes.text("tollgate.key.id", record.keyId);
    attributes.text("tollgate.alias", record.alias);
    attributes.text("tollgate.flag", record.flag);
    attributes.text("tollgate.arm", record.arm);
    attributes.text("tollgate.prompt", record.prompt);
    attributes.text("tollgate.prompt.version", record.promptVersion);
    attributes.text("tollgate.outcome", toString(record.outcome));
    attributes.text("tollgate.error.code", record.errorCode);
    attributes.text("tollgate.note", record.note);
    if (record.cost)
        attributes.real("tollgate.cost.usd", record.cost->usd());
    attributes.integer("tollgate.overhead.us", record.overheadUs);
    attributes.end();
    endSpan(out, !errorType.empty(), record.error);
}

void writeUsage(OtlpAttributes& attributes, const RequestRecord& record) {
    const Usage& usage = record.usage;
    if (usage.total() == 0)
        return;
    attributes.integer("gen_ai.usage.input_tokens", usage.inputTotal());
    attributes.integer("gen_ai.usage.output_tokens", usage.outputTotal());
    if (usage.cached() > 0)
        attributes.integer("gen_ai.usage.cache_read.input_tokens", usage.cached());
    if (usage.cacheWrite() > 0)
        attributes.integer("gen_ai.usage.cache_creation.input_tokens", usage.cacheWrite());
    if (usage.reasoning > 0)
        attributes.integer("gen_ai.usage.reasoning.output_tokens", usage.reasoning);
}

void writeAttempt(std::string& out, const RequestRecord& record, std::size_t index, const SpanHead& head,
                  const GenAiProviders& providers) {
    const AttemptRecord& attempt = record.attempts[index];
    const bool last = index + 1 == record.attempts.size();
    const std::string_view operation = genAiOperation(record.dialect);
    const auto* provider = ConfigSnapshot::find(providers, attempt.provider);
    beginSpan(out, head, {});
    std::string name(operation);
    out += "\"name\":";
    appendJsonText(out, name.append(" ").append(attempt.model));
    out += ',';
    std::string storage;
    const std::string_view errorType = errorTypeOf(attempt, storage);
    OtlpAttributes attributes(out);
    attributes.text("gen_ai.operation.name", operation);
    attributes.text("gen_ai.provider.name", provider != nullptr ? provider->name : attempt.provider);
    attributes.text("gen_ai.request.model", attempt.model);
    if (provider != nullptr && !provider->address.empty()) {
        attributes.text("server.address", provider->address);
        attributes.integer("server.port", provider->port);
    }
    attributes.text("error.type", errorType);
    if (attempt.status != 0)
        attributes.integer("http.response.status_code", attempt.status);
    if (record.streaming)
        attributes.flag("gen_ai.request.stream", true);
    if (record.streaming && attempt.firstByteUs >= 0)
        attributes.real("gen_ai.response.time_to_first_chunk",
                        static_cast<double>(attempt.firstByteUs) / 1e6);
    attributes.text("tollgate.provider", attempt.provider);
    if (attempt.backoffUs > 0)
        attributes.integer("tollgate.backoff.us", attempt.backoffUs);
    if (last) {
        attributes.text("gen_ai.response.model", record.responseModel.empty() && errorType.empty()
                                                     ? attempt.model
                                                     : record.responseModel);
        writeUsage(attributes, record);
    }
    attributes.end();
    endSpan(out, !errorType.empty(), attempt.error);
}

} // namespace

std::string_view errorTypeOf(const AttemptRecord& attempt, std::string& storage) {
    if (attempt.outcome == "ok" || attempt.outcome == "client_gone" || attempt.outcome.empty())
        return {};
    if (attempt.status >= 400)
        return storage = std::to_string(attempt.status);
    return attempt.outcome;
}

int appendSpans(std::string& out, const RequestRecord& record, const GenAiProviders& providers,
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
    SpanHead head{trace, spanIdOf(record.id, 0), trace.parentId};
    head.kind = record.arm == kMirrorArm ? kInternal : kServer;
    head.flags = kSampledFlag | (trace.parentId.empty() ? 0 : kParentRemote);
    head.startUs = record.atMs * 1000;
    head.durationUs = record.latencyUs;
    writeRequest(out, record, head, trace.parentId.empty() ? std::string_view() : traceState);
    const SpanIdText parent = head.id;
    for (std::size_t i = 0; i < record.attempts.size(); ++i) {
        SpanHead child{trace, spanIdOf(record.id, i + 1), parent.view(), kClient};
        child.flags = kSampledFlag | kParentKnownLocal;
        child.startUs = head.startUs + record.attempts[i].offsetUs;
        child.durationUs = record.attempts[i].durationUs;
        writeAttempt(out, record, i, child, providers);
    }
    return static_cast<int>(1 + record.attempts.size());
}

} // namespace tollgate
