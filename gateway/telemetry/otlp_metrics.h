#pragma once
// Metrics of the OpenTelemetry conventions, summed up since the start (cumulative temporality):
// gen_ai.client.operation.duration, gen_ai.client.token.usage, gen_ai.client.operation.time_to_first_chunk,
// http.server.request.duration and tollgate.cost.

#include "gateway/telemetry/gen_ai.h"
#include "gateway/telemetry/otlp_kinds.h"
#include "gateway/wire/request_record.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace tollgate {

/// Not thread-safe.
class OtlpMetrics {
public:
    /// Beyond so many series of one metric everything falls into one whose attribute `otel.metric.overflow`
    /// is true (OpenTelemetry specification, metrics/sdk.md, "Overflow attribute").
    static constexpr std::size_t kMaxSeries = 1'000;

    explicit OtlpMetrics(std::int64_t startMs)
        : m_startMs(startMs) {}

    void add(const RequestRecord& record, const GenAiProviders& providers);
    bool empty() const { return m_durations.series.empty() && m_requests.series.empty(); }
    /// The body of one export, `resource` as otlpResource() has it.
    std::string body(const std::string& resource, std::string_view scopeVersion, std::int64_t nowMs) const;

private:
    struct Series {
        std::string attributes; ///< as JSON
        std::vector<std::int64_t> buckets;
        std::int64_t count = 0;
        double sum = 0;
    };
    struct Instrument {
        std::string_view name;
        std::string_view unit;
        std::string_view description;
        std::span<const double> bounds; ///< empty: a sum
        std::map<std::string, Series, std::less<>> series = {};
    };

    /// What one kind of attempt adds to, found with a single look-up.
    struct Attempts {
        Series* durations = nullptr;
        Series* firstChunks = nullptr;
        Series* costs = nullptr;
        Series* inputTokens = nullptr;
        Series* outputTokens = nullptr;
    };
    using Labels = std::vector<std::pair<std::string_view, std::string_view>>;

    Series& requestSeries(const RequestRecord& record);
    void addAttempt(const RequestRecord& record, std::size_t index, const GenAiProviders& providers);
    Attempts& attemptSeries(const RequestRecord& record, const AttemptRecord& attempt,
                            const GenAiProviders& providers);
    static Series& series(Instrument& instrument, const Labels& labels, std::int64_t status = 0);
    static void observe(const Instrument& instrument, Series& series, double value);
    void write(std::string& out, const Instrument& instrument, std::int64_t nowMs) const;
    static Instrument instrument(int which);

    const std::int64_t m_startMs;
    Instrument m_durations = instrument(0);
    Instrument m_tokens = instrument(1);
    Instrument m_firstChunks = instrument(2);
    Instrument m_requests = instrument(3);
    Instrument m_costs = instrument(4);
    struct Status {
        int status = 0;
        Series* durations = nullptr;
    };
    OtlpKinds<2, std::vector<Status>> m_byRequest;
    OtlpKinds<4, Attempts> m_byAttempt;
};

} // namespace tollgate
