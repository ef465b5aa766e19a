#include "gateway/pipeline/simulated_attempt.h"

#include <QPointer>

#include <chrono>
#include <cmath>

namespace tollgate {

namespace {
constexpr std::int64_t kRetryAfterMs = 1'000; ///< what a simulated 429 asks for
} // namespace

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
    const bool over = !m_streaming || m_next == m_plan.pieces.size();
    if (over && m_plan.ending != SimulatedCall::Ending::Whole) {
        breakOff();
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

void SimulatedAttempt::breakOff() {
    if (m_plan.ending == SimulatedCall::Ending::Stall && !m_stalled) {
        m_stalled = true;
        m_timer.start(std::chrono::milliseconds(std::lround(m_plan.stallMs)));
        return;
    }
    AttemptFailure failure;
    const bool begun = m_streaming && m_next > 0;
    failure.kind = begun ? FailureClass::Broken : m_stalled ? FailureClass::Timeout : FailureClass::Transient;
    failure.outcome = m_stalled ? "stalled" : "cut";
    failure.message = m_stalled ? "The simulated model fell silent." : "The simulated model broke off.";
    m_sink.attemptFailed(failure);
}

void SimulatedAttempt::fail() {
    AttemptFailure failure;
    if (m_late || m_plan.fate == SimulatedCall::Fate::Timeout) {
        failure.kind = FailureClass::Timeout;
        failure.outcome = "timeout";
        failure.message = "The simulated model timed out.";
    } else if (m_plan.fate == SimulatedCall::Fate::RateLimited) {
        failure.kind = FailureClass::RateLimited;
        failure.status = 429;
        failure.outcome = "http_429";
        failure.message = "The simulated model is asked too often.";
        failure.retryAfterMs = kRetryAfterMs;
    } else {
        failure.status = 500;
        failure.outcome = "http_500";
        failure.message = "The simulated model failed.";
    }
    m_sink.attemptFailed(failure);
}

} // namespace tollgate
