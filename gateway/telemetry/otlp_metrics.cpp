#include "gateway/telemetry/otlp_metrics.h"

#include "gateway/telemetry/otlp_json.h"
#include "gateway/telemetry/otlp_spans.h"

#include <algorithm>
#include <array>

namespace tollgate {

namespace {

// The bounds that the conventions recommend.
constexpr std::array kOperationSeconds{0.01, 0.02, 0.04, 0.08,  0.16,  0.32,  0.64,
                                       1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92};
constexpr std::array kTokens{1.0,     4.0,     16.0,     64.0,      256.0,     1024.0,     4096.0,
                             16384.0, 65536.0, 262144.0, 1048576.0, 4194304.0, 16777216.0, 67108864.0};
constexpr std::array kFirstChunkSeconds{0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1,
                                        0.25,  0.5,   0.75, 1.0,  2.5,  5.0,  7.5,  10.0};
constexpr std::array kRequestSeconds{0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25,
                                     0.5,   0.75, 1.0,   2.5,  5.0,   7.5, 10.0};
constexpr char kSeparator = '\n';
constexpr std::string_view kOverflow = "\x01";
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
                kFirstChunkSeconds};
    case 3:
        return {"http.server.request.duration", "s", "Duration of HTTP server requests.", kRequestSeconds};
    default:
        return {"tollgate.cost", "{USD}", "What requests cost.", {}};
    }
}

void OtlpMetrics::add(const RequestRecord& record, const GenAiProviders& providers) {
    std::string storage;
    if (record.status >= 500)
        storage = std::to_string(record.status);
    m_labels.assign({{"http.request.method", httpMethod(record.dialect)},
                     {"http.route", httpRoute(record.route)},
                     {"error.type", storage},
                     {"url.scheme", "http"}});
    m_number = {"http.response.status_code", record.status};
    observe(m_requests, seconds(record.latencyUs));
    m_number = {};
    for (std::size_t i = 0; i < record.attempts.size(); ++i)
        addAttempt(record, i, providers);
}

void OtlpMetrics::addAttempt(const RequestRecord& record, std::size_t index,
                             const GenAiProviders& providers) {
    const AttemptRecord& attempt = record.attempts[index];
    const auto* provider = ConfigSnapshot::find(providers, attempt.provider);
    const std::string_view name = provider != nullptr ? std::string_view(provider->name) : attempt.provider;
    std::string storage;
    const std::string_view error = errorTypeOf(attempt, storage);
    m_labels.assign({{"gen_ai.operation.name", genAiOperation(record.dialect)},
                     {"gen_ai.provider.name", name},
                     {"gen_ai.request.model", attempt.model},
                     {"tollgate.provider", attempt.provider},
                     {"error.type", error}});
    observe(m_durations, seconds(attempt.durationUs));
    m_labels.pop_back();
    if (record.streaming && attempt.firstByteUs >= 0)
        observe(m_firstChunks, seconds(attempt.firstByteUs));
    if (index + 1 != record.attempts.size())
        return;
    if (record.cost && record.cost->nanodollars != 0)
        observe(m_costs, record.cost->usd());
    if (record.usage.total() == 0)
        return;
    m_labels.emplace_back("gen_ai.token.type", "input");
    observe(m_tokens, static_cast<double>(record.usage.inputTotal()));
    m_labels.back().second = "output";
    observe(m_tokens, static_cast<double>(record.usage.outputTotal()));
}

void OtlpMetrics::observe(Instrument& instrument, double value) {
    m_key.clear();
    for (const auto& [name, text] : m_labels) {
        m_key += text;
        m_key += kSeparator;
    }
    if (!m_number.first.empty())
        appendNumber(m_key, m_number.second);
    auto found = instrument.series.find(m_key);
    if (found == instrument.series.end()) {
        const bool full = instrument.series.size() >= kMaxSeries;
        found = instrument.series.try_emplace(full ? std::string(kOverflow) : m_key).first;
        Series& made = found->second;
        if (made.attributes.empty()) {
            OtlpAttributes attributes(made.attributes);
            if (full) {
                attributes.flag("otel.metric.overflow", true);
            } else {
                for (const auto& [name, text] : m_labels)
                    attributes.text(name, text);
                if (!m_number.first.empty())
                    attributes.integer(m_number.first, m_number.second);
            }
            attributes.end();
            made.buckets.resize(instrument.bounds.size() + 1);
        }
    }
    Series& series = found->second;
    const auto bucket = std::ranges::lower_bound(instrument.bounds, value) - instrument.bounds.begin();
    ++series.buckets[static_cast<std::size_t>(bucket)];
    ++series.count;
    series.sum += value;
}

void OtlpMetrics::write(std::string& out, const Instrument& instrument, std::int64_t nowMs) const {
    if (instrument.series.empty())
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
