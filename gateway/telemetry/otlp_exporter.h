#pragma once
// Sends what the ledger sees to an OpenTelemetry collector: traces about once a second, metrics every
// fifteen.
//
// Records are written as JSON in the ledger's thread, which no request waits for; a thread of its own sends
// them. Nothing of it exists while no endpoint is set. What cannot be sent waits within OtlpQueue's bound and
// is tried again with growing pauses; what falls out is counted.

#include "gateway/telemetry/gen_ai.h"
#include "gateway/telemetry/otlp_post.h"
#include "gateway/telemetry/otlp_queue.h"
#include "gateway/wire/clock.h"
#include "gateway/wire/record_observer.h"

#include <QThread>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace tollgate {

struct OtlpSettings {
    std::string endpoint; ///< empty: off
    OtlpHeaders headers;
    std::string serviceName;
    double sampleRatio = 1;
    bool metrics = true;

    friend bool operator==(const OtlpSettings&, const OtlpSettings&) = default;
};
OtlpSettings otlpSettingsOf(const ConfigSnapshot& snapshot);

struct OtlpHealth {
    enum class State { Off, Waiting, Ok, Failing };
    State state = State::Off;
    std::string lastError;       ///< of the last failure; empty once all is well
    std::int64_t lastSentMs = 0; ///< 0: nothing was taken yet
    std::int64_t exported = 0;   ///< spans
    std::int64_t dropped = 0;    ///< fell out of the queue
    std::int64_t rejected = 0;   ///< the collector did not want them
    std::int64_t waiting = 0;
};
std::string_view toString(OtlpHealth::State state);

class OtlpExporter final : public RecordObserver {
    struct Writing;

public:
    explicit OtlpExporter(const Clock& clock);
    ~OtlpExporter() override; ///< stops, without waiting for anything to be sent

    /// Takes effect at once. Control thread.
    void configure(OtlpSettings settings, GenAiProviders providers);
    /// Sends what there is, for at most so long, and ends. Control thread; idempotent.
    void stop(int withinMs);

    void recorded(Records records) override;
    OtlpHealth health() const; ///< any thread

private:
    class Core;

    std::string resource() const;
    void startThread();
    bool write(Records records);
    void closeChunk();
    void dropAll();

    const Clock& m_clock;
    const std::string m_instance;
    std::atomic<bool> m_on{false};
    const std::unique_ptr<Writing> m_writing;

    mutable std::mutex m_mutex; ///< of everything down to the blank line; held for microseconds
    OtlpSettings m_settings;
    OtlpQueue m_queue;
    OtlpHealth m_health;
    std::int64_t m_gathering = 0; ///< spans that are written, and not in the queue yet
    bool m_wakePosted = false;
    bool m_timerRuns = false;
    bool m_paused = false; ///< the collector is left alone

    QThread m_thread;
    Core* m_core = nullptr; ///< lives in the thread; control thread makes and ends it
};

/// A body with one span that says where it comes from, to try an endpoint with.
std::string otlpTestBody(const OtlpSettings& settings, std::int64_t nowMs);

} // namespace tollgate
