#include "gateway/telemetry/otlp_core.h"

#include "gateway/telemetry/otlp_writing.h"
#include "gateway/wire/trace_id.h"

#include <QDebug>

#include <algorithm>

namespace tollgate {

namespace {

constexpr int kGatherMs = 1'000;
constexpr int kMetricsMs = 15'000;
constexpr int kMostAtOnce = 4;
constexpr std::int64_t kFirstPauseMs = 1'000;
constexpr std::int64_t kLongestPauseMs = 30'000;
constexpr std::int64_t kShortestPauseMs = 100;

} // namespace

OtlpExporter::Core::Core(OtlpExporter& exporter)
    : m_exporter(exporter)
    , m_client(exporter.m_clock)
    , m_dice(static_cast<std::uint32_t>(randomSeed())) {
    for (QTimer* timer : {&m_batch, &m_pause, &m_deadline})
        timer->setSingleShot(true);
    connect(&m_batch, &QTimer::timeout, this, [this] { pump(true); });
    connect(&m_pause, &QTimer::timeout, this, [this] { pump(true); });
    connect(&m_metrics, &QTimer::timeout, this, &Core::sendMetrics);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_posts.clear();
        thread()->quit();
    });
}

void OtlpExporter::Core::configured() {
    m_failures = 0;
    m_toldFailure = false;
    m_errors = {};
    m_pause.stop();
    bool metrics = false;
    {
        const std::scoped_lock lock(m_exporter.m_mutex);
        metrics = m_exporter.m_settings.metrics && !m_exporter.m_settings.endpoint.empty();
    }
    if (!metrics)
        m_metrics.stop();
    else if (!m_metrics.isActive())
        m_metrics.start(kMetricsMs);
    pump(true);
}

void OtlpExporter::Core::woken() {
    {
        const std::scoped_lock lock(m_exporter.m_mutex);
        m_exporter.m_wakePosted = false;
        m_exporter.m_timerRuns = true;
    }
    if (!m_batch.isActive())
        m_batch.start(kGatherMs);
    pump(false);
}

void OtlpExporter::Core::pump(bool all) {
    if (m_pause.isActive() && !m_finishing)
        return;
    OtlpQueue::Chunk chunk;
    while (m_spansUnderWay < kMostAtOnce && (takeChunk(chunk) || (all && closeChunk() && takeChunk(chunk))))
        sendSpans(std::move(chunk));
    keepTime();
    endIfDone();
}

/// What is left has a time at which it will be looked at again; what comes to an empty queue wakes us.
void OtlpExporter::Core::keepTime() {
    const std::scoped_lock lock(m_exporter.m_mutex);
    const bool waits = (!m_exporter.m_queue.empty() || m_exporter.m_gathering > 0) &&
                       !m_exporter.m_settings.endpoint.empty();
    if (waits && !m_batch.isActive() && !m_pause.isActive())
        m_batch.start(kGatherMs);
    m_exporter.m_paused = m_pause.isActive();
    m_exporter.m_timerRuns = m_batch.isActive() || m_exporter.m_paused;
}

bool OtlpExporter::Core::takeChunk(OtlpQueue::Chunk& chunk) {
    const std::scoped_lock lock(m_exporter.m_mutex);
    OtlpQueue& queue = m_exporter.m_queue;
    if (queue.empty() || m_exporter.m_settings.endpoint.empty())
        return false;
    chunk = queue.take();
    m_exporter.m_health.waiting += chunk.count; // under way
    return true;
}

/// What gathers goes into the queue, if there is anything.
bool OtlpExporter::Core::closeChunk() {
    const std::scoped_lock lock(m_exporter.m_writing->mutex);
    if (m_exporter.m_writing->gathered == 0)
        return false;
    m_exporter.closeChunk();
    return true;
}

void OtlpExporter::Core::sendSpans(OtlpQueue::Chunk chunk) {
    ++m_spansUnderWay;
    post("/v1/traces", std::move(chunk.body), [this, count = chunk.count](OtlpVerdict verdict) {
        --m_spansUnderWay;
        spansAnswered(count, std::move(verdict));
    });
}

void OtlpExporter::Core::spansAnswered(std::int64_t count, OtlpVerdict verdict) {
    {
        const std::scoped_lock lock(m_exporter.m_mutex);
        OtlpHealth& health = m_exporter.m_health;
        OtlpQueue& queue = m_exporter.m_queue;
        health.waiting -= count;
        if (!verdict.ok && verdict.retry && !m_finishing) {
            queue.giveBack({std::move(verdict.body), count});
        } else {
            if (verdict.ok) {
                health.exported += count - std::min(count, verdict.rejected);
                health.rejected += verdict.rejected;
            } else {
                (verdict.retry ? health.dropped : health.rejected) += count;
            }
            queue.recycle(std::move(verdict.body));
        }
    }
    tell(Signal::Traces, verdict);
    if (verdict.ok)
        m_failures = 0;
    else if (verdict.retry && !m_finishing)
        backOff(verdict);
    // More of what still gathers has its own time.
    pump(m_finishing);
}

/// Full jitter: many gateways that lost one collector shall not come back together.
void OtlpExporter::Core::backOff(const OtlpVerdict& verdict) {
    const std::int64_t most = std::min(kLongestPauseMs, kFirstPauseMs << std::min(m_failures, 6));
    ++m_failures;
    std::int64_t pause = std::uniform_int_distribution<std::int64_t>(kShortestPauseMs, most)(m_dice);
    if (verdict.retryAfterMs >= 0)
        pause = std::max(verdict.retryAfterMs, kShortestPauseMs);
    if (!m_pause.isActive() || m_pause.remainingTime() < pause)
        m_pause.start(static_cast<int>(pause));
}

void OtlpExporter::Core::sendMetrics() {
    if (m_metricsUnderWay) // of a collector that takes long the next export says all of it again
        return;
    std::string resource;
    {
        const std::scoped_lock lock(m_exporter.m_mutex);
        if (m_exporter.m_settings.endpoint.empty() || !m_exporter.m_settings.metrics)
            return;
        resource = m_exporter.resource();
    }
    std::string body;
    {
        const std::scoped_lock lock(m_exporter.m_writing->mutex);
        if (m_exporter.m_writing->metrics.empty())
            return;
        body = m_exporter.m_writing->metrics.body(resource, TOLLGATE_VERSION, m_exporter.m_clock.unixMs());
    }
    m_metricsUnderWay = true;
    post("/v1/metrics", std::move(body), [this](const OtlpVerdict& verdict) {
        m_metricsUnderWay = false;
        tell(Signal::Metrics, verdict);
        endIfDone();
    });
}

void OtlpExporter::Core::post(std::string_view path, std::string body,
                              std::function<void(OtlpVerdict)> done) {
    OtlpSettings settings;
    {
        const std::scoped_lock lock(m_exporter.m_mutex);
        settings = m_exporter.m_settings;
    }
    const std::uint64_t id = ++m_lastPost;
    m_posts[id] =
        std::make_unique<OtlpPost>(m_client, settings.endpoint, path, settings.headers, std::move(body),
                                   [this, id, done = std::move(done)](OtlpVerdict verdict) {
                                       const auto gone = m_posts.extract(id); // once this has returned
                                       done(std::move(verdict));
                                   });
}

/// Logged once when it begins to fail, and once when it is over.
void OtlpExporter::Core::tell(Signal signal, const OtlpVerdict& verdict) {
    m_errors[static_cast<std::size_t>(signal)] = verdict.error;
    const std::string& error = m_errors[0].empty() ? m_errors[1] : m_errors[0];
    {
        const std::scoped_lock lock(m_exporter.m_mutex);
        OtlpHealth& health = m_exporter.m_health;
        if (health.state == OtlpHealth::State::Off)
            return;
        health.state = error.empty() ? OtlpHealth::State::Ok : OtlpHealth::State::Failing;
        health.lastError = error;
        if (verdict.ok)
            health.lastSentMs = m_exporter.m_clock.unixMs();
    }
    if (!error.empty() && !m_toldFailure)
        qWarning("telemetry does not get through: %s", error.c_str());
    else if (error.empty() && m_toldFailure)
        qInfo("telemetry gets through again");
    m_toldFailure = !error.empty();
}

void OtlpExporter::Core::finish(int withinMs) {
    m_finishing = true;
    m_metrics.stop();
    m_pause.stop();
    m_deadline.start(withinMs);
    if (withinMs > 0)
        sendMetrics();
    pump(true);
}

void OtlpExporter::Core::endIfDone() {
    if (m_finishing && m_spansUnderWay == 0 && !m_metricsUnderWay)
        thread()->quit();
}

} // namespace tollgate
