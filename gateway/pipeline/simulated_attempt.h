#pragma once
// Plays what the simulated provider planned, on the worker's own timers.

#include "gateway/pipeline/attempt.h"
#include "gateway/providers/simulated.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace tollgate {

class SimulatedAttempt final : public QObject, public Attempt {
    Q_OBJECT
public:
    SimulatedAttempt(SimulatedCall call, std::string model, bool streaming, int firstByteTimeoutMs,
                     AttemptSink& sink);

    void pause() override;
    void resume() override;
    std::int64_t firstByteUs() const override { return m_firstByteUs; }

private:
    void step();
    void fail();
    void breakOff();
    void answerWhole();

    const SimulatedCall m_plan;
    const std::string m_model;
    const bool m_streaming;
    bool m_stalled = false;
    bool m_late = false; ///< its answer would come after the caller's patience
    AttemptSink& m_sink;
    QElapsedTimer m_clock;
    QTimer m_timer;
    std::size_t m_next = 0;
    std::int64_t m_firstByteUs = -1;
};

} // namespace tollgate
