// The parts of Overview that are about its time window.
#include "gateway/ledger/overview_parts.h"

#include <boost/json/array.hpp>

#include <algorithm>

namespace tollgate::overview {

namespace json = boost::json;

namespace {

json::value scaled(const std::optional<std::int64_t>& value, double by) {
    return value ? json::value(static_cast<double>(*value) * by) : json::value();
}

json::value percentileMs(const Histogram& histogram, double fraction) {
    return scaled(histogram.percentile(fraction), 1e-3);
}

double rate(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

/// One value per bucket; nothing where there was no gateway yet.
template <typename Value>
json::array spark(const WindowStats& stats, Value value) {
    json::array values;
    for (std::size_t at = 0; at < stats.buckets.size(); ++at)
        values.push_back(stats.known(at) ? json::value(value(stats.buckets[at])) : json::value());
    return values;
}

json::object seriesOf(std::string_view name, const WindowStats& stats,
                      const std::function<const Histogram*(const SpanStats&)>& pick) {
    json::array p50;
    json::array p95;
    json::array p99;
    static const Histogram kEmpty;
    for (const SpanStats& bucket : stats.buckets) {
        const Histogram* found = pick(bucket);
        const Histogram& histogram = found ? *found : kEmpty;
        p50.push_back(percentileMs(histogram, 0.5));
        p95.push_back(percentileMs(histogram, 0.95));
        p99.push_back(percentileMs(histogram, 0.99));
    }
    return {
        {"name", name}, {"p50_ms", std::move(p50)}, {"p95_ms", std::move(p95)}, {"p99_ms", std::move(p99)}};
}

} // namespace

json::object requests(const WindowStats& stats) {
    const double seconds = std::max(stats.seconds(), 1.0);
    return {
        {"per_second", static_cast<double>(stats.total.totals.requests) / seconds},
        {"total", stats.total.totals.requests},
        {"previous_per_second", static_cast<double>(stats.previous.totals.requests) /
                                    (static_cast<double>(stats.previousMs) / 1000)},
        {"spark", spark(stats, [](const SpanStats& bucket) { return json::value(bucket.totals.requests); })},
    };
}

json::object latency(const WindowStats& stats) {
    const Histogram& all = stats.total.latency;
    return {
        {"p50_ms", percentileMs(all, 0.5)},
        {"p95_ms", percentileMs(all, 0.95)},
        {"p99_ms", percentileMs(all, 0.99)},
        {"ttft_p95_ms", percentileMs(stats.total.ttft, 0.95)},
        {"previous_p95_ms", percentileMs(stats.previous.latency, 0.95)},
        {"spark", spark(stats, [](const SpanStats& bucket) { return percentileMs(bucket.latency, 0.95); })},
    };
}

json::object overhead(const WindowStats& stats) {
    const Histogram& all = stats.total.overhead;
    return {
        {"p50_us", scaled(all.percentile(0.5), 1)},
        {"p95_us", scaled(all.percentile(0.95), 1)},
        {"p99_us", scaled(all.percentile(0.99), 1)},
        {"previous_p95_us", scaled(stats.previous.overhead.percentile(0.95), 1)},
        {"spark",
         spark(stats, [](const SpanStats& bucket) { return scaled(bucket.overhead.percentile(0.95), 1); })},
    };
}

json::object errors(const WindowStats& stats) {
    const Totals& totals = stats.total.totals;
    return {
        {"rate", rate(totals.errors, totals.requests)},
        {"count", totals.errors},
        {"previous_rate", rate(stats.previous.totals.errors, stats.previous.totals.requests)},
        {"saved_by_fallback", totals.savedByFallback},
        {"spark", spark(stats,
                        [](const SpanStats& bucket) {
                            return bucket.totals.requests > 0
                                       ? json::value(rate(bucket.totals.errors, bucket.totals.requests))
                                       : json::value();
                        })},
    };
}

json::object tokens(const WindowStats& stats) {
    const Totals& totals = stats.total.totals;
    const double hours = std::max(stats.seconds(), 1.0) / 3600;
    return {
        {"per_hour", static_cast<double>(totals.tokens()) / hours},
        {"previous_per_hour", static_cast<double>(stats.previous.totals.tokens()) /
                                  (static_cast<double>(stats.previousMs) / 3'600'000)},
        {"total", totals.tokens()},
        {"cached_ratio", rate(totals.cacheReadTokens, totals.inputTokens)},
        {"spark", spark(stats, [](const SpanStats& bucket) { return json::value(bucket.totals.tokens()); })},
    };
}

json::array spendSpark(const WindowStats& stats) {
    return spark(stats, [](const SpanStats& bucket) { return json::value(bucket.totals.cost.usd()); });
}

json::object latencySeries(const WindowStats& stats) {
    json::array times;
    for (std::size_t at = 0; at < stats.buckets.size(); ++at)
        times.push_back(stats.fromMs + static_cast<std::int64_t>(at) * stats.window.bucketMs);
    json::array series;
    series.push_back(seriesOf("all", stats, [](const SpanStats& bucket) { return &bucket.latency; }));
    for (const auto& [provider, histogram] : stats.total.latencyByProvider) {
        series.push_back(
            seriesOf(provider, stats, [&name = provider](const SpanStats& bucket) -> const Histogram* {
                const auto found = bucket.latencyByProvider.find(name);
                return found == bucket.latencyByProvider.end() ? nullptr : &found->second;
            }));
    }
    return {{"times", std::move(times)}, {"providers", std::move(series)}};
}

json::array providers(const std::vector<ProviderView>& views, const LiveStats* live) {
    const std::vector<ProviderLive> seen = live ? live->providers() : std::vector<ProviderLive>();
    json::array list;
    for (const ProviderView& view : views) {
        json::object item{
            {"name", view.name}, {"kind", view.kind}, {"state", view.state}, {"circuit", view.circuit}};
        const auto stats = std::find_if(seen.begin(), seen.end(), [&](const ProviderLive& candidate) {
            return candidate.name == view.name;
        });
        const bool tried = stats != seen.end();
        item["p95_ms"] = tried ? scaled(stats->p95Us, 1e-3) : json::value();
        item["error_rate"] = tried ? json::value(rate(stats->failures, stats->attempts)) : json::value();
        item["attempts"] = tried ? stats->attempts : 0;
        json::array uptime;
        for (std::size_t at = 0; at < LiveStats::kUptimeMinutes; ++at) {
            const bool known = tried && stats->uptime[at].has_value();
            uptime.push_back(known ? json::value(*stats->uptime[at]) : json::value());
        }
        item["uptime"] = std::move(uptime);
        item["retry_at"] = view.retryAtMs ? json::value(toRfc3339(*view.retryAtMs)) : json::value();
        list.push_back(std::move(item));
    }
    return list;
}

} // namespace tollgate::overview
