#include "gateway/pipeline/simulated_attempt.h"

#include <QPointer>

#include <chrono>
#include <cmath>

namespace tollgate {

SimulatedAttempt::SimulatedAttempt(SimulatedCall call, std::string model, bool streaming,
                                   int firstByteTimeoutMs, AttemptSink& sink)
    : m_plan(std::move(call))
    , m_model(std::move(model))
    , m_streaming(streaming)
    , m_sink(sink) {
    m_late = firstByteTimeoutMs > 0 && m_plan.delayMs > firstByteTimeoutMs;
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SimulatedAttempt::step);
    m_clock.start();
    const double wait = m_late ? firstByteTimeoutMs : m_plan.delayMs;
    m_timer.start(std::chrono::milliseconds(std::lround(wait)));
}

void SimulatedAttempt::pause() {
    m_timer.stop();
}

void SimulatedAttempt::resume() {
    if (!m_timer.isActive())
        m_timer.start(0);
}

void SimulatedAttempt::step() {
    if (m_late || m_plan.fate != SimulatedCall::Fate::Answer) {
        fail();
        return;
    }
    if (m_firstByteUs < 0)
        m_firstByteUs = m_clock.nsecsElapsed() / 1000;
    if (!m_streaming) {
        answerWhole();
        return;
    }
    const QPointer<SimulatedAttempt> self(this);
    std::vector<ChatEvent> events;
    if (m_next == 0)
        events.emplace_back(event::Start{{}, m_model});
    if (m_next < m_plan.pieces.size()) {
        events.emplace_back(event::TextDelta{m_plan.pieces[m_next++]});
        m_sink.attemptStreamed(events, {});
        if (self)
            m_sink.attemptPaused();
        if (self)
            m_timer.start(std::chrono::milliseconds(std::lround(m_plan.msPerPiece)));
        return;
    }
    events.emplace_back(event::Finish{m_plan.finish});
    events.emplace_back(event::UsageReport{m_plan.usage});
    m_sink.attemptStreamed(events, {});
    if (self)
        m_sink.attemptEnded({});
}

void SimulatedAttempt::answerWhole() {
    std::vector<ChatEvent> events;
    events.emplace_back(event::Start{{}, m_model});
    for (const event::Embedding& embedding : m_plan.embeddings)
        events.emplace_back(embedding);
    for (const std::string& piece : m_plan.pieces)
        events.emplace_back(event::TextDelta{piece});
    events.emplace_back(event::Finish{m_plan.finish});
    events.emplace_back(event::UsageReport{m_plan.usage});
    m_sink.attemptReply(events, {});
}

void SimulatedAttempt::fail() {
    AttemptFailure failure;
    if (m_late || m_plan.fate == SimulatedCall::Fate::Timeout) {
        failure.kind = FailureClass::Timeout;
        failure.outcome = "timeout";
        failure.message = "The simulated model timed out.";
    } else {
        failure.status = 500;
        failure.outcome = "http_500";
        failure.message = "The simulated model failed.";
    }
    m_sink.attemptFailed(failure);
}

} // namespace tollgate
