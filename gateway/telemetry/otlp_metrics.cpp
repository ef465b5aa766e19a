#include "gateway/telemetry/otlp_metrics.h"

#include "gateway/telemetry/otlp_json.h"
#include "gateway/telemetry/otlp_spans.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

// The bounds that the conventions recommend (open-telemetry/semantic-conventions-genai,
// docs/gen-ai/gen-ai-metrics.md; open-telemetry/semantic-conventions, docs/http/http-metrics.md). A client's
// first chunk has those of its whole operation; finer ones are a model server's (time_to_first_token).
constexpr std::array kOperationSeconds{0.01, 0.02, 0.04, 0.08,  0.16,  0.32,  0.64,
                                       1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92};
constexpr std::array kTokens{1.0,     4.0,     16.0,     64.0,      256.0,     1024.0,     4096.0,
                             16384.0, 65536.0, 262144.0, 1048576.0, 4194304.0, 16777216.0, 67108864.0};
constexpr std::array kRequestSeconds{0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25,
                                     0.5,   0.75, 1.0,   2.5,  5.0,   7.5, 10.0};
constexpr int kCumulative = 2; // AggregationTemporality

double seconds(std::int64_t us) {
    return static_cast<double>(us) / 1e6;
}

} // namespace

OtlpMetrics::Instrument OtlpMetrics::instrument(int which) {
    switch (which) {
    case 0:
        return {"gen_ai.client.operation.duration", "s", "GenAI operation duration.", kOperationSeconds};
    case 1:
        return {"gen_ai.client.token.usage", "{token}", "Number of input and output tokens used.", kTokens};
    case 2:
        return {"gen_ai.client.operation.time_to_first_chunk", "s", "Time to receive the first chunk.",
                kOperationSeconds};
    case 3:
        return {"http.server.request.duration", "s", "Duration of HTTP server requests.", kRequestSeconds};
    default:
        return {"tollgate.cost", "{USD}", "What requests cost.", {}};
    }
}

void OtlpMetrics::add(const RequestRecord& record, const GenAiProviders& providers) {
    observe(m_requests, requestSeries(record), seconds(record.latencyUs));
    for (std::size_t i = 0; i < record.attempts.size(); ++i)
        addAttempt(record, i, providers);
}

OtlpMetrics::Series& OtlpMetrics::requestSeries(const RequestRecord& record) {
    const std::string_view route = httpRoute(record.route);
    const decltype(m_byRequest)::Texts alike{route, record.dialect};
    std::vector<Status>* known = m_byRequest.find(alike);
    if (known == nullptr)
        known = &m_byRequest.add(alike, {});
    for (const Status& each : *known) {
        if (each.status == record.status)
            return *each.durations;
    }
    const std::string status = std::to_string(record.status);
    Series& made =
        series(m_requests,
               {{"http.request.method", httpMethod(record.dialect)},
                {"http.route", route},
                {"error.type", record.status >= 500 ? std::string_view(status) : std::string_view()},
                {"url.scheme", "http"}},
               record.status);
    known->push_back({record.status, &made});
    return made;
}

OtlpMetrics::Attempts& OtlpMetrics::attemptSeries(const RequestRecord& record, const AttemptRecord& attempt,
                                                  const GenAiProviders& providers) {
    std::string storage;
    const std::string_view error = errorTypeOf(attempt, storage);
    const decltype(m_byAttempt)::Texts alike{record.dialect, attempt.provider, attempt.model, error};
    if (Attempts* known = m_byAttempt.find(alike))
        return *known;
    const auto* provider = ConfigSnapshot::find(providers, attempt.provider);
    Labels labels{
        {"gen_ai.operation.name", genAiOperation(record.dialect)},
        {"gen_ai.provider.name", provider != nullptr ? std::string_view(provider->name) : attempt.provider},
        {"gen_ai.request.model", attempt.model},
        {"tollgate.provider", attempt.provider},
        {"error.type", error}};
    Attempts made;
    made.durations = &series(m_durations, labels);
    labels.pop_back();
    made.firstChunks = &series(m_firstChunks, labels);
    made.costs = &series(m_costs, labels);
    labels.emplace_back("gen_ai.token.type", "input");
    made.inputTokens = &series(m_tokens, labels);
    labels.back().second = "output";
    made.outputTokens = &series(m_tokens, labels);
    return m_byAttempt.add(alike, made);
}

void OtlpMetrics::addAttempt(const RequestRecord& record, std::size_t index,
                             const GenAiProviders& providers) {
    const AttemptRecord& attempt = record.attempts[index];
    const Attempts& to = attemptSeries(record, attempt, providers);
    observe(m_durations, *to.durations, seconds(attempt.durationUs));
    if (record.streaming && attempt.firstByteUs >= 0)
        observe(m_firstChunks, *to.firstChunks, seconds(attempt.firstByteUs));
    if (index + 1 != record.attempts.size())
        return;
    if (record.cost && record.cost->nanodollars != 0)
        observe(m_costs, *to.costs, record.cost->usd());
    if (record.usage.total() == 0)
        return;
    observe(m_tokens, *to.inputTokens, static_cast<double>(record.usage.inputTotal()));
    observe(m_tokens, *to.outputTokens, static_cast<double>(record.usage.outputTotal()));
}

/// A new one counts nothing yet, and is not told before it does.
OtlpMetrics::Series& OtlpMetrics::series(Instrument& instrument, const Labels& labels, std::int64_t status) {
    std::string text;
    OtlpAttributes attributes(text);
    for (const auto& [name, value] : labels)
        attributes.text(name, value);
    if (status != 0)
        attributes.integer("http.response.status_code", status);
    attributes.end();
    auto found = instrument.series.find(text);
    if (found == instrument.series.end() && instrument.series.size() >= kMaxSeries) {
        text.clear();
        OtlpAttributes overflow(text);
        overflow.flag("otel.metric.overflow", true);
        overflow.end();
    }
    found = instrument.series.try_emplace(text).first;
    found->second.attributes = text;
    found->second.buckets.resize(instrument.bounds.size() + 1);
    return found->second;
}

void OtlpMetrics::observe(const Instrument& instrument, Series& series, double value) {
    const auto bucket = std::ranges::lower_bound(instrument.bounds, value) - instrument.bounds.begin();
    ++series.buckets[static_cast<std::size_t>(bucket)];
    ++series.count;
    series.sum += value;
}

void OtlpMetrics::write(std::string& out, const Instrument& instrument, std::int64_t nowMs) const {
    const auto counts = [](const auto& one) { return one.second.count > 0; };
    if (std::ranges::none_of(instrument.series, counts))
        return;
    const bool histogram = !instrument.bounds.empty();
    out += "{\"name\":\"";
    out.append(instrument.name).append("\",\"unit\":\"").append(instrument.unit);
    out.append("\",\"description\":\"").append(instrument.description);
    out += histogram ? "\",\"histogram\":{" : "\",\"sum\":{\"isMonotonic\":true,";
    out += "\"aggregationTemporality\":";
    appendNumber(out, kCumulative);
    out += ",\"dataPoints\":[";
    for (const auto& [key, series] : instrument.series) {
        if (series.count == 0)
            continue;
        out += '{';
        out += series.attributes;
        out += ",\"startTimeUnixNano\":\"";
        appendNumber(out, m_startMs);
        out += "000000\",\"timeUnixNano\":\"";
        appendNumber(out, nowMs);
        out += "000000\",";
        if (!histogram) {
            out += "\"asDouble\":";
            appendReal(out, series.sum);
            out += "},";
            continue;
        }
        out += "\"count\":\"";
        appendNumber(out, series.count);
        out += "\",\"sum\":";
        appendReal(out, series.sum);
        out += ",\"bucketCounts\":[";
        for (const std::int64_t count : series.buckets) {
            out += '"';
            appendNumber(out, count);
            out += "\",";
        }
        out.back() = ']';
        out += ",\"explicitBounds\":[";
        for (const double bound : instrument.bounds) {
            appendReal(out, bound);
            out += ',';
        }
        out.back() = ']';
        out += "},";
    }
    out.back() = ']';
    out += "}},";
}

std::string OtlpMetrics::body(const std::string& resource, std::string_view scopeVersion,
                              std::int64_t nowMs) const {
    std::string out = "{\"resourceMetrics\":[{" + resource +
                      "\"scopeMetrics\":[{\"scope\":{\"name\":\"tollgate\","
                      "\"version\":";
    appendJsonText(out, scopeVersion);
    out += "},\"metrics\":[";
    const std::size_t before = out.size();
    for (const Instrument* each : {&m_durations, &m_tokens, &m_firstChunks, &m_requests, &m_costs})
        write(out, *each, nowMs);
    if (out.size() > before)
        out.pop_back(); // the last comma
    return out + "]}]}]}";
}

} // namespace tollgate
