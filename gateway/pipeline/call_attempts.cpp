// Walking the plan: which target next, by the contract's failure classes, all under one deadline.

#include "gateway/config/scrub.h"
#include "gateway/pipeline/call.h"
#include "gateway/pipeline/http_attempt.h"
#include "gateway/pipeline/simulated_attempt.h"
#include "gateway/providers/openai_splice.h"
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
        const std::string_view header = m_request.headers.value("x-tollgate-timeout-ms");
        std::from_chars(header.data(), header.data() + header.size(), asked);
        if (asked > 0)
            patience = patience > 0 ? std::min(patience, asked) : asked;
        constexpr std::int64_t kForever = 24 * kMsPerHour;
        m_deadlineNs = m_request.arrivedNs + (patience > 0 ? patience : kForever) * 1'000'000;
    }
    for (; m_candidate < m_plan.candidates.size(); ++m_candidate, m_triesHere = 0, m_credentialsTried = 0) {
        if (startAttempt(candidate()))
            return;
    }
    m_candidate = m_plan.candidates.size() - 1;
    Error error;
    error.code = ErrorCode::NoHealthyTarget;
    error.message = "No healthy target is left.";
    error.retryAfterMs = 1'000;
    fail(error);
}

bool ChatCall::startAttempt(const Candidate& target) {
    if (!takeSlot(*target.provider))
        return false;
    if (!m_services.health.tryAcquire(target.target.reference())) {
        m_services.limiter.finish(m_slot, 0);
        return false;
    }
    m_record.provider = target.target.provider;
    m_record.model = target.target.model;
    if ((m_candidate > 0 || target.fallback) && m_record.note.find("fallback") == std::string::npos)
        m_record.note += m_record.note.empty() || m_record.note.ends_with(' ') ? "fallback" : " fallback";

    AttemptRecord attempt;
    attempt.provider = target.target.provider;
    attempt.model = target.target.model;
    attempt.offsetUs = sinceArrivalUs();
    attempt.backoffUs = std::exchange(m_backoffUs, 0);
    m_record.attempts.push_back(std::move(attempt));
    m_attemptStartUs = sinceArrivalUs();

    if (target.provider->kind == ProviderKind::Simulated) {
        startSimulated(target);
        return true;
    }
    const ProviderAdapter* adapter = adapterFor(target.provider->kind);
    if (adapter == nullptr) {
        AttemptFailure failure;
        failure.kind = FailureClass::Credential; // not the target's fault, and no reason to try again
        failure.outcome = "unsupported";
        failure.message = "Providers of this kind are not served.";
        QMetaObject::invokeMethod(
            this, [this, failure] { attemptFailed(failure); }, Qt::QueuedConnection);
        return true;
    }
    startHttp(target, *adapter);
    return true;
}

/// A provider with max_parallel lets only so many in; full means the next target, not a wait.
bool ChatCall::takeSlot(const Provider& provider) {
    if (!provider.maxParallel)
        return true;
    const Limits limits{std::nullopt, std::nullopt, provider.maxParallel};
    auto verdict = m_services.limiter.admit({{"provider:" + provider.name, &limits}}, 0);
    m_slot = std::move(verdict.ticket);
    if (verdict.refusal) {
        m_record.decision.push_back({"candidate.full", candidate().target.reference() + " — skipped: " +
                                                           std::to_string(*provider.maxParallel) +
                                                           " requests are running there"});
    }
    return !verdict.refusal;
}

const ChatRequest* ChatCall::decoded() {
    if (!m_chat) {
        auto chat = m_dialect.decode(m_request);
        if (!chat)
            return nullptr;
        m_chat = std::move(*chat);
        m_chat->stream = m_envelope.stream;
        if (m_prompt != nullptr) {
            Message system;
            system.role = Role::System;
            system.parts.emplace_back().text = m_prompt->system;
            m_chat->messages.insert(m_chat->messages.begin(), std::move(system));
        }
    }
    return &*m_chat;
}

std::string ChatCall::passThroughBody(const Candidate& target) const {
    OpenAiSplice splice;
    splice.objectStart = m_envelope.objectStart;
    splice.messagesStart = m_envelope.messagesStart;
    splice.modelOffset = m_envelope.modelValue.offset;
    splice.modelLength = m_envelope.modelValue.length;
    splice.streamOptionsOffset = m_envelope.streamOptionsValue.offset;
    splice.streamOptionsLength = m_envelope.streamOptionsValue.length;
    splice.model = target.target.model;
    if (m_prompt != nullptr)
        splice.systemText = m_prompt->system;
    splice.askForUsage = m_envelope.stream && !m_envelope.includeUsage;
    return spliceOpenAiBody(m_request.body, splice);
}

void ChatCall::startHttp(const Candidate& target, const ProviderAdapter& adapter) {
    m_passThrough = m_dialect.wireFormat() == WireFormat::OpenAiChat && adapter.acceptsOpenAiChat();
    std::string body;
    if (m_passThrough) {
        body = passThroughBody(target);
    } else if (const ChatRequest* chat = decoded()) {
        body = adapter.encode(*chat, target.target.model);
    }
    std::string_view apiKey;
    if (const Credentials* credentials =
            ConfigSnapshot::find(m_snapshot->credentials, target.target.provider);
        credentials != nullptr && !credentials->apiKeys.empty())
        apiKey = credentials->apiKeys[m_credential % credentials->apiKeys.size()];

    HttpAttemptOptions options;
    options.streaming = m_envelope.stream;
    options.passThrough = m_passThrough;
    options.hideUsage = !m_envelope.includeUsage;
    options.timeouts = target.provider->timeouts;
    options.remainingMs = static_cast<int>(std::clamp<std::int64_t>(remainingMs(), 1, 24 * kMsPerHour));
    m_encoder = m_passThrough ? nullptr : m_dialect.encoder(m_envelope, facts());
    m_attempt =
        std::make_unique<HttpAttempt>(m_context.upstream, adapter,
                                      adapter.chatRequest(*target.provider, apiKey, target.target.model,
                                                          std::move(body), m_envelope.stream),
                                      options, sink());
}

void ChatCall::startSimulated(const Candidate& target) {
    m_passThrough = false;
    m_encoder = m_dialect.encoder(m_envelope, facts());
    const ChatRequest* chat = decoded();
    SimulatedCall plan = m_services.simulated.plan(*target.provider, target.target.model,
                                                   chat != nullptr ? *chat : ChatRequest());
    const std::int64_t patience = std::min<std::int64_t>(target.provider->timeouts.firstByteMs,
                                                         std::max<std::int64_t>(remainingMs(), 1));
    m_attempt = std::make_unique<SimulatedAttempt>(std::move(plan), target.target.model, m_envelope.stream,
                                                   static_cast<int>(patience), sink());
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
    failure.message =
        withoutSecrets(std::move(failure.message),
                       ConfigSnapshot::find(m_snapshot->credentials, candidate().target.provider));
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
