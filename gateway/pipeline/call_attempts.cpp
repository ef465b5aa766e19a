// Walking the plan: which target next, by the contract's failure classes, all under one deadline.

#include "gateway/config/scrub.h"
#include "gateway/pipeline/call.h"
#include "gateway/providers/provider_adapter.h"

#include <algorithm>
#include <charconv>

namespace tollgate {

namespace {

constexpr std::int64_t kBackoffBaseMs = 100;
constexpr std::int64_t kBackoffCapMs = 5'000;
constexpr std::int64_t kPatienceMs =
    10'000;                             ///< longest wait for a retry-after while another target could answer
constexpr std::int64_t kRestMs = 5'000; ///< after a 429 that names no time

Error asError(const AttemptFailure& failure, bool deadlinePassed) {
    Error error;
    error.message = failure.message;
    error.upstreamStatus = failure.status;
    error.param = failure.param;
    error.retryAfterMs = failure.retryAfterMs;
    if (deadlinePassed || failure.kind == FailureClass::Timeout) {
        error.code = ErrorCode::UpstreamTimeout;
        error.retryAfterMs = -1;
    } else if (failure.kind == FailureClass::CallersFault) {
        error.code = ErrorCode::UpstreamRejected;
        const bool known =
            failure.status == 400 || failure.status == 404 || failure.status == 413 || failure.status == 422;
        error.upstreamStatus = known ? failure.status : 400;
        error.details = failure.details;
    } else if (failure.kind == FailureClass::RateLimited) {
        error.code = ErrorCode::RateLimited;
        error.retryAfterMs = std::max<std::int64_t>(failure.retryAfterMs, 1'000);
    } else {
        error.code = ErrorCode::UpstreamError;
    }
    return error;
}

} // namespace

std::int64_t ChatCall::remainingMs() const {
    return (m_deadlineNs - m_services.clock.monotonicNs()) / 1'000'000;
}

void ChatCall::tryNext() {
    if (m_deadlineNs == 0) {
        std::int64_t patience = candidate().provider->timeouts.totalMs;
        std::int64_t asked = 0;
        const std::string_view header = m_request->headers.value("x-tollgate-timeout-ms");
        std::from_chars(header.data(), header.data() + header.size(), asked);
        if (asked > 0)
            patience = patience > 0 ? std::min(patience, asked) : asked;
        constexpr std::int64_t kForever = 24 * kMsPerHour;
        m_deadlineNs = m_request->arrivedNs + (patience > 0 ? patience : kForever) * 1'000'000;
    }
    for (; m_candidate < m_plan.candidates.size(); ++m_candidate, m_triesHere = 0, m_credentialsTried = 0) {
        if (startAttempt(candidate()))
            return;
    }
    m_candidate = m_plan.candidates.size() - 1;
    if (m_budgetRefusal && m_record.attempts.empty()) {
        refuseForBudget();
        return;
    }
    if (m_cannotSay) { // some target is there, but what was asked cannot be put to it
        fail(*m_cannotSay);
        return;
    }
    Error error;
    error.code = ErrorCode::NoHealthyTarget;
    error.message = "No healthy target is left.";
    error.retryAfterMs = 1'000;
    fail(error);
}

bool ChatCall::startAttempt(const Candidate& target) {
    const ProviderAdapter* adapter = adapterFor(target.provider->kind);
    const bool local = countsHere(target, adapter);
    if (!local && !isServed(target, adapter))
        return false;
    if (!promisedAt(target) || !takeSlot(*target.provider))
        return false;
    if (!m_services.health.tryAcquire(target.target.reference())) {
        m_services.limiter.finish(m_slot, 0);
        return false;
    }
    m_record.provider = target.target.provider;
    m_record.model = target.target.model;
    if (local) {
        openAttempt(target);
        countHere(target);
        return true;
    }
    if (target.provider->kind == ProviderKind::Simulated) {
        openAttempt(target);
        startSimulated(target);
        return true;
    }
    TranslationLog log(m_plan.alias != nullptr ? m_plan.alias->unsupportedParams : UnsupportedParams::Drop);
    auto outgoing = prepare(target, *adapter, log);
    m_record.translation = log.take();
    if (!outgoing) {
        m_services.limiter.finish(m_slot, 0);
        m_services.health.release(target.target.reference());
        m_record.decision.push_back(
            {"candidate.incapable", target.target.reference() + " — skipped: " + outgoing.error().message});
        if (!m_cannotSay)
            m_cannotSay = std::move(outgoing.error());
        return false;
    }
    openAttempt(target);
    startHttp(target, *adapter, *std::move(outgoing));
    return true;
}

void ChatCall::openAttempt(const Candidate& target) {
    if ((m_candidate > 0 || target.fallback) && m_record.note.find("fallback") == std::string::npos)
        m_record.note += m_record.note.empty() || m_record.note.ends_with(' ') ? "fallback" : " fallback";
    AttemptRecord attempt;
    attempt.provider = target.target.provider;
    attempt.model = target.target.model;
    attempt.offsetUs = sinceArrivalUs();
    attempt.backoffUs = std::exchange(m_backoffUs, 0);
    m_record.attempts.push_back(std::move(attempt));
    m_attemptStartUs = sinceArrivalUs();
}

/// Counting tokens needs nobody where the upstream offers no count of its own.
bool ChatCall::countsHere(const Candidate& target, const ProviderAdapter* adapter) const {
    return m_dialect.operation() == Operation::CountTokens &&
           (target.provider->kind == ProviderKind::Simulated ||
            (adapter != nullptr && !adapter->serves(Operation::CountTokens)));
}

bool ChatCall::isServed(const Candidate& target, const ProviderAdapter* adapter) {
    Error error;
    if (m_envelope.continuesThread &&
        (adapter == nullptr || !adapter->accepts(m_dialect.wireFormat(), *target.provider))) {
        // What Anthropic says of a thread it lost: clients then tell the whole conversation.
        error.code = ErrorCode::NotFound;
        error.param = "thread";
        error.message =
            "\"" + target.target.reference() + "\" does not hold this conversation: send all of it.";
        error.details = R"({"error_code":"thread_not_found"})";
    } else if (target.provider->kind == ProviderKind::Simulated ||
               (adapter != nullptr && adapter->serves(m_dialect.operation()))) {
        return true;
    } else {
        error.code = ErrorCode::InvalidRequest;
        error.param = "model";
        error.message = "\"" + target.target.reference() + "\" cannot make embeddings.";
    }
    m_record.decision.push_back(
        {"candidate.incapable", target.target.reference() + " — skipped: " + error.message});
    if (!m_cannotSay)
        m_cannotSay = std::move(error);
    return false;
}

/// A provider with max_parallel lets only so many in; full means the next target, not a wait.
bool ChatCall::takeSlot(const Provider& provider) {
    if (!provider.maxParallel)
        return true;
    const Limits limits{std::nullopt, std::nullopt, provider.maxParallel};
    auto verdict = m_services.limiter.admit({{LimitScope::Provider, provider.name, &limits}}, 0);
    m_slot = std::move(verdict.ticket);
    if (verdict.refusal) {
        m_record.decision.push_back({"candidate.full", candidate().target.reference() + " — skipped: " +
                                                           std::to_string(*provider.maxParallel) +
                                                           " requests are running there"});
    }
    return !verdict.refusal;
}

void ChatCall::closeAttempt(std::string_view outcome, const AttemptFailure* failure) {
    m_services.limiter.finish(m_slot, 0);
    AttemptRecord& attempt = m_record.attempts.back();
    attempt.durationUs = sinceArrivalUs() - m_attemptStartUs;
    m_waitedUs += attempt.durationUs;
    attempt.firstByteUs = m_attempt ? m_attempt->firstByteUs() : -1;
    attempt.outcome = outcome;
    if (failure != nullptr) {
        attempt.status = failure->status;
        attempt.error = failure->message;
        if (!failure->upstreamId.empty())
            attempt.error += " [upstream request " + failure->upstreamId + "]";
        m_record.decision.push_back({"attempt.failed", "attempt " + std::to_string(m_record.attempts.size()) +
                                                           ": " + attempt.provider + "/" + attempt.model +
                                                           " " + attempt.outcome + " — " + attempt.error});
    } else if (outcome == "ok") {
        attempt.status = 200;
        m_record.decision.push_back({"attempt.ok", "attempt " + std::to_string(m_record.attempts.size()) +
                                                       ": " + attempt.provider + "/" + attempt.model +
                                                       " answered"});
    }
}

void ChatCall::attemptFailed(const AttemptFailure& reported) {
    if (m_settled)
        return;
    AttemptFailure failure = reported;
    m_failedId = failure.upstreamId;
    for (std::string* text : {&failure.message, &failure.details}) {
        *text = withoutSecrets(std::move(*text),
                               ConfigSnapshot::find(m_snapshot->credentials, candidate().target.provider));
    }
    const std::string reference = candidate().target.reference();
    closeAttempt(failure.outcome, &failure);
    switch (failure.kind) {
    case FailureClass::Transient:
    case FailureClass::Timeout:
    case FailureClass::Broken:
        m_services.health.failed(reference, failure.message);
        break;
    case FailureClass::RateLimited:
    case FailureClass::Credential:
        m_services.health.noted(reference, failure.message);
        break;
    case FailureClass::CallersFault:
        m_services.health.release(reference);
        break;
    }
    // The attempt is on the stack above us: it must not be destroyed before this event is over.
    QMetaObject::invokeMethod(
        this, [this, failure] { afterFailure(failure); }, Qt::QueuedConnection);
}

bool ChatCall::mayRetrySame(const AttemptFailure& failure) const {
    if (m_triesHere >= candidate().provider->maxRetries)
        return false;
    if (failure.kind == FailureClass::Transient)
        return m_services.health.available(candidate().target.reference());
    if (failure.kind != FailureClass::RateLimited || failure.retryAfterMs < 0 ||
        failure.retryAfterMs >= remainingMs())
        return false;
    return failure.retryAfterMs <= kPatienceMs || m_candidate + 1 == m_plan.candidates.size();
}

void ChatCall::afterFailure(const AttemptFailure& failure) {
    m_attempt.reset();
    if (m_settled)
        return;
    if (m_streamBegun || remainingMs() <= 0) {
        giveUp(failure);
        return;
    }
    const bool anotherKey =
        failure.kind == FailureClass::RateLimited || failure.kind == FailureClass::Credential;
    if (anotherKey) {
        const Credentials* credentials =
            ConfigSnapshot::find(m_snapshot->credentials, candidate().target.provider);
        const std::size_t keys = credentials != nullptr ? credentials->apiKeys.size() : 0;
        if (++m_credentialsTried < keys) {
            ++m_credential;
            tryNext();
            return;
        }
    }
    if (mayRetrySame(failure)) {
        std::int64_t delay = failure.retryAfterMs;
        if (failure.kind == FailureClass::Transient) {
            // Full jitter: anything between nothing and the doubling ceiling.
            const std::int64_t ceiling = std::min(kBackoffCapMs, kBackoffBaseMs << std::min(m_triesHere, 10));
            delay = std::uniform_int_distribution<std::int64_t>(0, ceiling)(m_context.jitter);
        }
        ++m_triesHere;
        retryAfter(std::min(delay, std::max<std::int64_t>(remainingMs(), 0)));
        return;
    }
    if (failure.kind == FailureClass::RateLimited) {
        const std::int64_t rest = failure.retryAfterMs >= 0 ? failure.retryAfterMs : kRestMs;
        m_services.health.rest(candidate().target.reference(), m_services.clock.unixMs() + rest);
    }
    const bool final = failure.kind == FailureClass::CallersFault && !failure.contextLength;
    if (final || m_candidate + 1 >= m_plan.candidates.size()) {
        giveUp(failure);
        return;
    }
    ++m_candidate;
    m_triesHere = 0;
    m_credentialsTried = 0;
    tryNext();
}

void ChatCall::retryAfter(std::int64_t delayMs) {
    m_backoffUs = delayMs * 1000;
    m_waitedUs += m_backoffUs;
    QTimer::singleShot(std::chrono::milliseconds(delayMs), this, [this] {
        if (!m_settled)
            tryNext();
    });
}

void ChatCall::giveUp(const AttemptFailure& failure) {
    fail(asError(failure, remainingMs() <= 0));
}

} // namespace tollgate
