// What a failed attempt leads to, by the contract's failure classes: the same target again, another key, the
// next target, or the end.

#include "gateway/config/scrub.h"
#include "gateway/pipeline/call.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::int64_t kBackoffBaseMs = 100;
constexpr std::int64_t kBackoffCapMs = 5'000;
/// The longest wait for a retry-after while another target could answer.
constexpr std::int64_t kPatienceMs = 10'000;
constexpr std::int64_t kRestMs = 5'000; ///< after a 429 that names no time, where others can answer
constexpr std::int64_t kLeastRetryAfterMs = 1'000;

bool isLate(const AttemptFailure& failure) {
    return failure.outcome == "timeout" || failure.outcome == "stalled";
}

Error asError(const AttemptFailure& failure, bool deadlinePassed) {
    Error error;
    error.message = failure.message;
    error.upstreamStatus = failure.status;
    error.param = failure.param;
    error.retryAfterMs = failure.retryAfterMs;
    if (deadlinePassed || isLate(failure)) {
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
        error.retryAfterMs = std::max(failure.retryAfterMs, kLeastRetryAfterMs);
    } else {
        error.code = ErrorCode::UpstreamError;
    }
    return error;
}

} // namespace

const Credentials* ChatCall::credentials() const {
    return ConfigSnapshot::find(m_snapshot->credentials, candidate().target.provider);
}

std::string_view ChatCall::apiKey() const {
    const Credentials* keys = credentials();
    if (keys == nullptr || keys->apiKeys.empty())
        return {};
    return keys->apiKeys[m_credential % keys->apiKeys.size()];
}

void ChatCall::attemptFailed(const AttemptFailure& reported) {
    if (m_settled)
        return;
    AttemptFailure failure = reported;
    m_failedId = failure.upstreamId;
    for (std::string* text : {&failure.message, &failure.details})
        *text = withoutSecrets(std::move(*text), credentials());
    closeAttempt(failure.outcome, &failure);
    tellHealth(failure);
    // The attempt is on the stack above us: it must not be destroyed before this event is over.
    QMetaObject::invokeMethod(
        this, [this, failure] { afterFailure(failure); }, Qt::QueuedConnection);
}

void ChatCall::tellHealth(const AttemptFailure& failure) {
    const bool slowReader = m_paused && isLate(failure);
    switch (failure.kind) {
    case FailureClass::Transient:
    case FailureClass::Timeout:
    case FailureClass::Broken:
        if (failure.ofDeadline || slowReader)
            m_permit.release(); // the caller's hurry or slowness is not the target's fault
        else
            m_permit.failed(failure.message);
        break;
    case FailureClass::RateLimited:
        m_permit.noted(failure.message);
        restAfterLimit(failure);
        break;
    case FailureClass::Credential:
        m_permit.noted(failure.message);
        if (const std::string_view key = apiKey(); !key.empty())
            m_services.health.credentials().refused(candidate().target.provider, key);
        break;
    case FailureClass::CallersFault:
        m_permit.release();
        break;
    }
}

/// Of several keys only the one that was limited rests; a single one takes its target with it. Where nobody
/// else can answer and no time is named, it rests no longer than callers are asked to wait.
void ChatCall::restAfterLimit(const AttemptFailure& failure) {
    const Target& target = candidate().target;
    const Credentials* keys = credentials();
    const bool otherKeys = keys != nullptr && keys->apiKeys.size() > 1;
    const bool alone = m_plan.candidates.size() == 1 && !otherKeys;
    const std::int64_t unnamed = alone ? kLeastRetryAfterMs : kRestMs;
    const std::int64_t until =
        m_services.clock.unixMs() + (failure.retryAfterMs >= 0 ? failure.retryAfterMs : unnamed);
    if (otherKeys)
        m_services.health.credentials().limited(target.provider, target.model, apiKey(), until);
    else
        m_services.health.rest(target.reference(), until);
}

void ChatCall::afterFailure(const AttemptFailure& failure) {
    m_attempt.reset();
    if (m_settled)
        return;
    const bool late = remainingMs() <= 0;
    m_lastFailure = asError(failure, late);
    if (m_streamBegun || late) {
        giveUp(*m_lastFailure);
        return;
    }
    if (tryAnotherKey(failure))
        return;
    if (const auto delay = delayBeforeRetry(failure)) {
        ++m_triesHere;
        m_credentialsTried = 0;
        retryAfter(*delay);
        return;
    }
    if (moveOn(failure)) {
        tryNext();
    } else if (failure.kind == FailureClass::CallersFault) {
        fail(*m_lastFailure); // asked elsewhere it would be as wrong
    } else {
        giveUp(*m_lastFailure);
    }
}

bool ChatCall::tryAnotherKey(const AttemptFailure& failure) {
    if (failure.kind != FailureClass::RateLimited && failure.kind != FailureClass::Credential)
        return false;
    const Credentials* keys = credentials();
    if (keys == nullptr || ++m_credentialsTried >= keys->apiKeys.size())
        return false;
    const Target& target = candidate().target;
    if (m_services.health.credentials().retryAtMs(target.provider, target.model, *keys) != 0)
        return false; // the others rest as well
    tryNext();
    return true;
}

/// How long to wait before the same target is asked again; nothing: it is not.
std::optional<std::int64_t> ChatCall::delayBeforeRetry(const AttemptFailure& failure) {
    if (m_triesHere >= candidate().provider->maxRetries)
        return std::nullopt;
    std::int64_t delay = 0;
    if (failure.kind == FailureClass::Transient) {
        if (!m_services.health.available(candidate().target.reference()))
            return std::nullopt;
        // Full jitter: anything between nothing and the doubling ceiling.
        const std::int64_t ceiling = std::min(kBackoffCapMs, kBackoffBaseMs << std::min(m_triesHere, 10));
        delay = std::uniform_int_distribution<std::int64_t>(0, ceiling)(m_context.jitter);
    } else if (failure.kind == FailureClass::RateLimited && failure.retryAfterMs >= 0) {
        delay = limitEndsInMs(failure);
        if (delay > kPatienceMs && m_candidate + 1 < m_plan.candidates.size())
            return std::nullopt;
    } else {
        return std::nullopt;
    }
    return delay < remainingMs() ? std::optional(delay) : std::nullopt;
}

/// When the limited target, or the first of its keys, may be asked again.
std::int64_t ChatCall::limitEndsInMs(const AttemptFailure& failure) const {
    const Target& target = candidate().target;
    const Credentials* keys = credentials();
    if (keys == nullptr || keys->apiKeys.size() < 2)
        return failure.retryAfterMs;
    const std::int64_t at = m_services.health.credentials().retryAtMs(target.provider, target.model, *keys);
    return std::max<std::int64_t>(at - m_services.clock.unixMs(), 0);
}

/// To the next target, if this failure allows one.
bool ChatCall::moveOn(const AttemptFailure& failure) {
    if (failure.kind == FailureClass::CallersFault && !failure.contextLength)
        return false;
    const Model* failed = candidate().model;
    const std::int64_t window = failed != nullptr ? failed->contextWindow.value_or(0) : 0;
    std::size_t next = m_candidate + 1;
    for (; failure.contextLength && next < m_plan.candidates.size(); ++next) {
        const Candidate& one = m_plan.candidates[next];
        if (window == 0 || one.model == nullptr || one.model->contextWindow.value_or(window + 1) > window)
            break;
        skip(one, "candidate.window", "its context window is no larger");
    }
    if (next >= m_plan.candidates.size())
        return false;
    m_candidate = next;
    m_triesHere = 0;
    m_credentialsTried = 0;
    return true;
}

void ChatCall::retryAfter(std::int64_t delayMs) {
    m_backoffUs = delayMs * 1000;
    m_waitedUs += m_backoffUs;
    // A coarse timer may fire before a rest is over.
    QTimer::singleShot(std::chrono::milliseconds(delayMs), Qt::PreciseTimer, this, [this] {
        if (!m_settled)
            tryNext();
    });
}

/// Every target has failed, or none could be tried: whoever may answer instead of them answers here.
void ChatCall::giveUp(const Error& error) {
    fail(error);
}

} // namespace tollgate
