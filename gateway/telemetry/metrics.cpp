#include "gateway/telemetry/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace tollgate {

namespace {

using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;
using prometheus::MetricFamily;
using prometheus::MetricType;
using Buckets = Histogram::BucketBoundaries;

const Buckets kDurationSeconds{0.1, 0.5, 1, 2, 5, 10, 30};
const Buckets kLatencyMs{100, 500, 1000, 2000, 5000, 10000};
const Buckets kOverheadSeconds{0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05};
const Buckets kFirstTokenSeconds{0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

/// Everything one (provider, model, status) adds to, found with a single look-up.
struct Series {
    Counter* aiRequests = nullptr;
    Counter* gatewayRequests = nullptr;
    Histogram* duration = nullptr;
    Histogram* latency = nullptr;
    Counter* inputTokens = nullptr;
    Counter* outputTokens = nullptr;
    Counter* gatewayInput = nullptr;
    Counter* gatewayOutput = nullptr;
    Counter* cost = nullptr;
    Counter* broken = nullptr;
};

/// A family whose series come and go together with what they are about. The ones that stay are never taken
/// out in between, so that no scrape misses them.
class LabelledGauges {
public:
    LabelledGauges(Family<Gauge>& family, std::string label)
        : m_family(family)
        , m_label(std::move(label)) {}

    void assign(const Metrics::Values& values) {
        const std::scoped_lock lock(m_mutex);
        std::unordered_map<std::string, Gauge*> gone = std::exchange(m_gauges, {});
        for (const auto& [name, value] : values) {
            const auto node = gone.extract(name);
            Gauge* gauge = node ? node.mapped() : &m_family.Add({{m_label, name}});
            gauge->Set(value);
            m_gauges.emplace(name, gauge);
        }
        for (const auto& [name, gauge] : gone)
            m_family.Remove(gauge);
    }

private:
    Family<Gauge>& m_family;
    const std::string m_label;
    std::mutex m_mutex;
    std::unordered_map<std::string, Gauge*> m_gauges;
};

} // namespace

class Metrics::Private {
public:
    prometheus::Registry registry;
    std::vector<MetricFamily> declared; ///< by name, without their series
    Family<Counter>& aiRequests = counter("ai_requests_total", "Requests by model, provider and status.");
    Family<Histogram>& aiDuration = histogram("ai_request_duration_seconds", "Duration of requests.");
    Family<Counter>& aiTokens = counter("ai_tokens_total", "Tokens by model, provider and type.");
    Family<Counter>& aiCost = counter("ai_cost_dollars_total", "Cost in USD.");
    Family<Counter>& requests = counter("gateway_requests_total", "Requests by provider, model and status.");
    Family<Histogram>& latency =
        histogram("gateway_request_latency_ms", "Latency of requests in milliseconds.");
    Family<Counter>& tokens = counter("gateway_tokens_processed_total", "Tokens by provider and type.");
    LabelledGauges userCost{gauge("gateway_user_monthly_cost_usd", "Cost of this month by user, in USD."),
                            "user_id"};
    Histogram& overhead =
        histogram("tollgate_overhead_seconds", "Time spent in the gateway itself.").Add({}, kOverheadSeconds);
    Histogram& firstToken =
        histogram("tollgate_time_to_first_token_seconds", "Time to the first token of streams.")
            .Add({}, kFirstTokenSeconds);
    Family<Counter>& broken =
        counter("tollgate_streams_broken_total", "Streams that ended with an error after their first byte.");
    Gauge& active = gauge("tollgate_active_requests", "Requests under way.").Add({});
    LabelledGauges circuits{
        gauge("tollgate_circuit_state", "Circuit breaker: 0 closed, 1 half-open, 2 open."), "provider"};
    LabelledGauges budgets{gauge("tollgate_budget_used_ratio", "Share of the budget that is spent."),
                           "budget"};
    Family<Counter>& fallbacks = counter("tollgate_fallbacks_total", "Requests answered by another target.");
    Family<Counter>& arms =
        counter("tollgate_flag_requests_total", "Requests by flag and the arm their caller was given.");
    Gauge& lag = gauge("tollgate_ledger_lag_records", "Records not yet in the database.").Add({});
    Gauge& jobsWaiting =
        gauge("tollgate_jobs_waiting", "Requests of tasks and batches that wait for their turn.").Add({});
    Gauge& jobsRunning = gauge("tollgate_jobs_running", "Requests of tasks and batches that run.").Add({});
    Gauge& webhooksWaiting =
        gauge("tollgate_webhooks_waiting", "Webhooks that are still to be delivered.").Add({});
    Gauge& webhooksDead =
        gauge("tollgate_webhooks_dead", "Webhooks that could not be delivered and were given up.").Add({});
    Counter& spansExported =
        counter("tollgate_otlp_spans_exported_total", "Spans that the collector took.").Add({});
    Counter& spansLost =
        counter("tollgate_otlp_spans_lost_total", "Spans that the collector refused or never got.").Add({});
    Gauge& spansWaiting = gauge("tollgate_otlp_spans_waiting", "Spans that are still to be sent.").Add({});
    Gauge& jobsStored =
        gauge("tollgate_jobs_stored_bytes", "What is kept of tasks, batches and webhooks.").Add({});
    Gauge& writable =
        gauge("tollgate_ledger_writable", "1 while journal and database can be written.").Add({});
    Counter& lost =
        counter("tollgate_ledger_lost_records_total", "Records neither journal nor memory could hold.")
            .Add({});

    Series& series(const RequestRecord& record) {
        const std::string status = std::to_string(record.status);
        std::string key = record.provider + '\n' + record.model + '\n' + status;
        const std::scoped_lock lock(mutex);
        if (const auto it = known.find(key); it != known.end())
            return it->second;
        std::string provider = record.provider.empty() ? "none" : record.provider;
        std::string model = record.model.empty() ? "none" : record.model;
        if (known.size() >= kMaxSeries) {
            provider = "other";
            model = "other";
            key = "other\nother\n" + status;
        }
        return known.try_emplace(key, make(provider, model, status)).first->second;
    }

    void fallback(const std::string& from, const std::string& to, const std::string& reason) {
        const std::scoped_lock lock(mutex);
        const bool full =
            fallbackKeys.size() >= kMaxSeries && !fallbackKeys.contains(from + '\n' + to + '\n' + reason);
        if (full) {
            fallbacks.Add({{"from", "other"}, {"to", "other"}, {"reason", "other"}}).Increment();
            return;
        }
        fallbackKeys.insert(from + '\n' + to + '\n' + reason);
        fallbacks.Add({{"from", from}, {"to", to}, {"reason", reason}}).Increment();
    }

    void arm(const std::string& flag, const std::string& arm) {
        const std::string key = flag + '\n' + arm;
        const std::scoped_lock lock(mutex);
        auto it = armCounters.find(key);
        if (it == armCounters.end()) {
            const bool full = armCounters.size() >= kMaxSeries;
            Counter& counter = full ? arms.Add({{"flag", "other"}, {"arm", "other"}})
                                    : arms.Add({{"flag", flag}, {"arm", arm}});
            it = armCounters.try_emplace(full ? "other\nother" : key, &counter).first;
        }
        it->second->Increment();
    }

    std::mutex mutex;
    std::unordered_map<std::string, Series> known;
    std::unordered_set<std::string> fallbackKeys;
    std::unordered_map<std::string, Counter*> armCounters;

private:
    Series make(const std::string& provider, const std::string& model, const std::string& status) {
        Series s;
        s.aiRequests = &aiRequests.Add({{"model", model}, {"provider", provider}, {"status", status}});
        s.gatewayRequests = &requests.Add({{"provider", provider}, {"model", model}, {"status", status}});
        s.duration = &aiDuration.Add({{"model", model}, {"provider", provider}}, kDurationSeconds);
        s.latency = &latency.Add({{"provider", provider}}, kLatencyMs);
        s.inputTokens = &aiTokens.Add({{"model", model}, {"provider", provider}, {"type", "input"}});
        s.outputTokens = &aiTokens.Add({{"model", model}, {"provider", provider}, {"type", "output"}});
        s.gatewayInput = &tokens.Add({{"provider", provider}, {"token_type", "input"}});
        s.gatewayOutput = &tokens.Add({{"provider", provider}, {"token_type", "output"}});
        s.cost = &aiCost.Add({{"model", model}, {"provider", provider}});
        s.broken = &broken.Add({{"model", model}, {"provider", provider}});
        return s;
    }

    Family<Counter>& counter(const char* name, const char* help) {
        declared.push_back({name, help, MetricType::Counter, {}});
        return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
    }
    Family<Gauge>& gauge(const char* name, const char* help) {
        declared.push_back({name, help, MetricType::Gauge, {}});
        return prometheus::BuildGauge().Name(name).Help(help).Register(registry);
    }
    Family<Histogram>& histogram(const char* name, const char* help) {
        declared.push_back({name, help, MetricType::Histogram, {}});
        return prometheus::BuildHistogram().Name(name).Help(help).Register(registry);
    }
};

Metrics::Metrics()
    : d(std::make_unique<Private>()) {}
Metrics::~Metrics() = default;

void Metrics::record(const RequestRecord& record) {
    const Series& s = d->series(record);
    s.aiRequests->Increment();
    s.gatewayRequests->Increment();
    const double latencyUs = static_cast<double>(record.latencyUs);
    s.duration->Observe(latencyUs / 1e6);
    s.latency->Observe(latencyUs / 1e3);
    const auto input = static_cast<double>(record.usage.inputTotal());
    const auto output = static_cast<double>(record.usage.outputTotal());
    s.inputTokens->Increment(input);
    s.outputTokens->Increment(output);
    s.gatewayInput->Increment(input);
    s.gatewayOutput->Increment(output);
    if (record.cost)
        s.cost->Increment(record.cost->usd());
    if (record.outcome == RequestOutcome::Aborted) // their status was sent before anything went wrong: 200
        s.broken->Increment();
    d->overhead.Observe(static_cast<double>(record.overheadUs) / 1e6);
    if (record.ttftUs >= 0)
        d->firstToken.Observe(static_cast<double>(record.ttftUs) / 1e6);
    if (record.outcome == RequestOutcome::Ok && record.attempts.size() > 1 &&
        record.attempts.front().provider != record.provider)
        d->fallback(record.attempts.front().provider, record.provider, record.attempts.front().outcome);
    // As ArmStats counts: a canary that was saved by another target stays the canary's.
    const std::string& arm = record.failedArm.empty() ? record.arm : record.failedArm;
    if (!record.flag.empty() && !arm.empty())
        d->arm(record.flag, arm);
    if (!record.promptFlag.empty())
        d->arm(record.promptFlag, record.promptVersion);
}

void Metrics::fellBack(const std::string& from, const std::string& to, const std::string& reason) {
    d->fallback(from, to, reason);
}

void Metrics::setActiveRequests(std::int64_t count) {
    d->active.Set(static_cast<double>(count));
}

void Metrics::setJobs(const JobGauges& jobs) {
    d->jobsWaiting.Set(static_cast<double>(jobs.waiting));
    d->jobsRunning.Set(static_cast<double>(jobs.running));
    d->webhooksWaiting.Set(static_cast<double>(jobs.webhooksWaiting));
    d->webhooksDead.Set(static_cast<double>(jobs.webhooksDead));
    d->jobsStored.Set(static_cast<double>(jobs.storedBytes));
}

void Metrics::setTelemetry(std::int64_t exported, std::int64_t lost, std::int64_t waiting) {
    d->spansExported.Increment(static_cast<double>(exported) - d->spansExported.Value());
    d->spansLost.Increment(static_cast<double>(lost) - d->spansLost.Value());
    d->spansWaiting.Set(static_cast<double>(waiting));
}

void Metrics::setLedgerLag(std::int64_t records) {
    d->lag.Set(static_cast<double>(records));
}

void Metrics::setLedgerState(bool writable, std::int64_t lost) {
    d->writable.Set(writable ? 1 : 0);
    d->lost.Increment(static_cast<double>(lost) - d->lost.Value());
}

void Metrics::setCircuitStates(const Values& states) {
    d->circuits.assign(states);
}

void Metrics::setBudgetsUsed(const Values& ratios) {
    d->budgets.assign(ratios);
}

void Metrics::setUserMonthlyCosts(const Values& costs) {
    Values shown;
    double rest = 0;
    for (std::size_t i = 0; i < costs.size(); ++i) {
        if (i >= kMaxUsers || costs[i].first == "other")
            rest += costs[i].second;
        else
            shown.push_back(costs[i]);
    }
    if (rest > 0)
        shown.emplace_back("other", rest);
    d->userCost.assign(shown);
}

std::string Metrics::exposition() const {
    std::vector<MetricFamily> families = d->registry.Collect(); // those that have a series
    for (const MetricFamily& one : d->declared) {
        const auto isThis = [&one](const MetricFamily& family) { return family.name == one.name; };
        if (std::ranges::none_of(families, isThis))
            families.push_back(one);
    }
    return prometheus::TextSerializer().Serialize(families);
}

} // namespace tollgate
