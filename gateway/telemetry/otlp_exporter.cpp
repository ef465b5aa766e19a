#include "gateway/telemetry/otlp_exporter.h"

#include "gateway/config/otlp_secrets.h"
#include "gateway/telemetry/otlp_core.h"
#include "gateway/telemetry/otlp_json.h"
#include "gateway/telemetry/otlp_writing.h"
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
    , m_writing(std::make_unique<Writing>(clock.unixMs())) {
    m_thread.setObjectName(QStringLiteral("telemetry"));
}

OtlpExporter::~OtlpExporter() {
    stop(0);
}

void OtlpExporter::configure(OtlpSettings settings, GenAiProviders providers) {
    const bool on = !settings.endpoint.empty();
    {
        Writing& writing = *m_writing;
        const std::scoped_lock lock(writing.mutex, m_mutex);
        writing.providers = std::move(providers);
        writing.spans.forget();
        if (m_settings == settings)
            return;
        m_settings = std::move(settings);
        writing.on = on;
        writing.countsMetrics = m_settings.metrics;
        writing.sampleRatio = m_settings.sampleRatio;
        writing.head = "{\"resourceSpans\":[{" + resource() +
                       "\"scopeSpans\":[{\"scope\":{\"name\":\"tollgate\",\"version\":\"" TOLLGATE_VERSION
                       "\"},\"spans\":[";
        m_health.state = on ? OtlpHealth::State::Waiting : OtlpHealth::State::Off;
        m_health.lastError.clear();
        if (!on)
            dropAll();
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
    const std::scoped_lock lock(m_writing->mutex, m_mutex);
    m_writing->on = false;
    dropAll();
    m_settings = {};
}

/// Both mutexes are held.
void OtlpExporter::dropAll() {
    m_health.dropped += std::exchange(m_writing->gathered, 0);
    m_gathering = 0;
    m_writing->pen.end();
    m_queue.clear();
}

void OtlpExporter::recorded(Records records) {
    if (!m_on.load(std::memory_order_acquire))
        return;
    bool wake = false;
    {
        const std::scoped_lock writing(m_writing->mutex);
        if (!m_writing->on)
            return;
        const bool closed = write(records);
        const std::scoped_lock lock(m_mutex);
        m_gathering = m_writing->gathered;
        const bool forgotten = !m_timerRuns && (m_gathering > 0 || !m_queue.empty());
        wake = !m_wakePosted && (forgotten || (closed && !m_paused));
        m_wakePosted = m_wakePosted || wake;
    }
    // The core is there while m_on is set: it goes after the ledger's thread has ended.
    if (wake)
        QMetaObject::invokeMethod(
            m_core, [core = m_core] { core->woken(); }, Qt::QueuedConnection);
}

/// The mutex of what is written is held. Whether a chunk became full.
bool OtlpExporter::write(Records records) {
    Writing& to = *m_writing;
    bool closed = false;
    for (const RequestRecord* record : records) {
        if (to.countsMetrics)
            to.metrics.add(*record, to.providers);
        if (to.pen.size() == 0) {
            const std::scoped_lock lock(m_mutex);
            to.pen.begin(m_queue.memory());
            to.pen.put(to.head);
        }
        to.gathered += to.spans.write(to.pen, *record, to.providers, to.sampleRatio);
        if (to.pen.size() < OtlpQueue::kChunkBytes)
            continue;
        closeChunk();
        closed = true;
    }
    return closed;
}

/// The mutex of what is written is held, and something is.
void OtlpExporter::closeChunk() {
    OtlpPen& pen = m_writing->pen;
    pen.back(); // the last comma
    pen.put("]}]}]}");
    const std::scoped_lock lock(m_mutex);
    m_queue.add({pen.end(), std::exchange(m_writing->gathered, 0)});
    m_gathering = 0;
}

OtlpHealth OtlpExporter::health() const {
    const std::scoped_lock lock(m_mutex);
    OtlpHealth health = m_health;
    health.waiting += m_queue.waiting() + m_gathering;
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
