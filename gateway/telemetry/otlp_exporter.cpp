#include "gateway/telemetry/otlp_exporter.h"

#include "gateway/config/otlp_secrets.h"
#include "gateway/telemetry/otlp_core.h"
#include "gateway/telemetry/otlp_json.h"
#include "gateway/wire/trace_context.h"
#include "gateway/wire/trace_id.h"

namespace tollgate {

OtlpSettings otlpSettingsOf(const ConfigSnapshot& snapshot) {
    const Settings& settings = snapshot.settings;
    OtlpSettings result;
    result.endpoint = settings.otlpEndpoint;
    result.serviceName = settings.otlpServiceName.empty() ? "tollgate" : settings.otlpServiceName;
    result.sampleRatio = settings.otlpSampleRatio;
    result.metrics = settings.otlpMetrics;
    if (const auto* secrets = ConfigSnapshot::find(snapshot.credentials, kOtlpSecrets))
        result.headers.assign(secrets->fields.begin(), secrets->fields.end());
    return result;
}

std::string_view toString(OtlpHealth::State state) {
    switch (state) {
    case OtlpHealth::State::Off:
        return "off";
    case OtlpHealth::State::Waiting:
        return "waiting";
    case OtlpHealth::State::Ok:
        return "ok";
    case OtlpHealth::State::Failing:
        return "failing";
    }
    return "off";
}

OtlpExporter::OtlpExporter(const Clock& clock)
    : m_clock(clock)
    , m_instance(UlidSource(randomSeed()).next(clock.unixMs()))
    , m_metrics(clock.unixMs()) {
    m_thread.setObjectName(QStringLiteral("telemetry"));
}

OtlpExporter::~OtlpExporter() {
    stop(0);
}

void OtlpExporter::configure(OtlpSettings settings, GenAiProviders providers) {
    const bool on = !settings.endpoint.empty();
    {
        const std::scoped_lock lock(m_mutex);
        m_providers = std::move(providers);
        m_spans.forget();
        if (m_settings == settings)
            return;
        m_settings = std::move(settings);
        m_spansHead = "{\"resourceSpans\":[{" + resource() +
                      "\"scopeSpans\":[{\"scope\":{\"name\":\"tollgate\",\"version\":\"" TOLLGATE_VERSION
                      "\"},\"spans\":[";
        m_health.state = on ? OtlpHealth::State::Waiting : OtlpHealth::State::Off;
        m_health.lastError.clear();
        if (!on)
            m_queue.clear();
    }
    if (on && m_core == nullptr)
        startThread();
    m_on.store(on, std::memory_order_release);
    if (m_core != nullptr)
        QMetaObject::invokeMethod(
            m_core, [core = m_core] { core->configured(); }, Qt::QueuedConnection);
}

void OtlpExporter::startThread() {
    m_thread.start();
    // The thread's own objects are made there: timers and the client belong to its loop.
    auto* birthplace = new QObject;
    birthplace->moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        birthplace, [this] { m_core = new Core(*this); }, Qt::BlockingQueuedConnection);
    birthplace->deleteLater();
    QObject::connect(&m_thread, &QThread::finished, m_core, &QObject::deleteLater);
}

void OtlpExporter::stop(int withinMs) {
    m_on.store(false, std::memory_order_release);
    if (m_core == nullptr)
        return;
    Core* core = std::exchange(m_core, nullptr);
    QMetaObject::invokeMethod(
        core, [core, withinMs] { core->finish(withinMs); }, Qt::QueuedConnection);
    m_thread.wait();
    const std::scoped_lock lock(m_mutex);
    m_queue.clear();
    m_settings = {};
}

void OtlpExporter::recorded(const RequestRecord& record) {
    if (!m_on.load(std::memory_order_acquire))
        return;
    bool wake = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_settings.metrics)
            m_metrics.add(record, m_providers);
        const int spans =
            m_spans.append(m_queue.end(m_spansHead), record, m_providers, m_settings.sampleRatio);
        if (spans == 0)
            return;
        m_queue.appended(spans);
        wake = !m_wakePosted && (!m_timerRuns || m_queue.hasFullChunk());
        m_wakePosted = m_wakePosted || wake;
    }
    // The core is there while m_on is set: it goes after the ledger's thread has ended.
    if (wake)
        QMetaObject::invokeMethod(
            m_core, [core = m_core] { core->woken(); }, Qt::QueuedConnection);
}

OtlpHealth OtlpExporter::health() const {
    const std::scoped_lock lock(m_mutex);
    OtlpHealth health = m_health;
    health.waiting += m_queue.waiting();
    health.dropped += m_queue.dropped();
    return health;
}

/// m_mutex is held.
std::string OtlpExporter::resource() const {
    return otlpResource(m_settings.serviceName, TOLLGATE_VERSION, m_instance);
}

std::string otlpTestBody(const OtlpSettings& settings, std::int64_t nowMs) {
    const std::string id = UlidSource(randomSeed()).next(nowMs);
    const TraceContext trace = traceContextOf({}, id, 1);
    std::string body = "{\"resourceSpans\":[{" + otlpResource(settings.serviceName, TOLLGATE_VERSION, id) +
                       "\"scopeSpans\":[{\"scope\":{\"name\":\"tollgate\"},\"spans\":[{\"traceId\":\"";
    body.append(trace.traceId.view()).append("\",\"spanId\":\"").append(spanIdOf(id, 0).view());
    body += "\",\"kind\":1,\"name\":\"tollgate telemetry test\",\"startTimeUnixNano\":\"";
    appendNumber(body, nowMs);
    body += "000000\",\"endTimeUnixNano\":\"";
    appendNumber(body, nowMs);
    return body + "000000\"}]}]}]}";
}

} // namespace tollgate
