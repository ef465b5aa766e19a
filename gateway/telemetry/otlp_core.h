#pragma once
// What runs in the exporter's own thread: timers, requests, back-off.

#include "gateway/telemetry/otlp_exporter.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>
#include <random>
#include <unordered_map>

namespace tollgate {

class OtlpExporter::Core final : public QObject {
public:
    explicit Core(OtlpExporter& exporter);

    void configured();
    void woken();
    void finish(int withinMs);

private:
    void pump(bool all);
    bool takeChunk(OtlpQueue::Chunk& chunk);
    bool closeChunk();
    void sendSpans(OtlpQueue::Chunk chunk);
    void spansAnswered(std::int64_t count, OtlpVerdict verdict);
    void sendMetrics();
    void post(std::string_view path, std::string body, std::function<void(OtlpVerdict)> done);
    void backOff(const OtlpVerdict& verdict);
    enum class Signal { Traces, Metrics };
    void tell(Signal signal, const OtlpVerdict& verdict);
    void keepTime();
    void endIfDone();

    OtlpExporter& m_exporter;
    UpstreamClient m_client;
    QTimer m_batch;   ///< since the first span of what has gathered
    QTimer m_metrics; ///< the next export of them
    QTimer m_pause;   ///< runs while the collector is left alone
    QTimer m_deadline;
    std::minstd_rand m_dice;
    std::unordered_map<std::uint64_t, std::unique_ptr<OtlpPost>> m_posts;
    std::uint64_t m_lastPost = 0;
    int m_spansUnderWay = 0; ///< posts of spans
    int m_failures = 0;      ///< in a row
    bool m_metricsUnderWay = false;
    bool m_finishing = false;
    bool m_toldFailure = false;
    std::array<std::string, 2> m_errors; ///< by signal: what the last export of it met
};

} // namespace tollgate
