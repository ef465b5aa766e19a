// Walking the plan: which target next, and what must be taken before it is tried, all under one deadline.

#include "gateway/pipeline/call.h"
#include "gateway/pipeline/provider_quota.h"
#include "gateway/pipeline/route_request.h"
#include "gateway/providers/provider_adapter.h"
#include "gateway/wire/redacted.h"

#include <algorithm>
#include <charconv>

namespace tollgate {

namespace {

constexpr std::int64_t kForeverMs = 24 * kMsPerHour;

} // namespace

std::int64_t ChatCall::remainingMs() const {
    return (m_deadlineNs - m_services.clock.monotonicNs()) / 1'000'000;
}

/// One deadline for all attempts: the provider's total time, or what the caller is ready to wait.
bool ChatCall::setDeadline() {
    std::int64_t patience = candidate().provider->timeouts.totalMs;
    if (const std::string_view header = m_request->headers.value("x-tollgate-timeout-ms"); !header.empty()) {
        std::int64_t asked = 0;
        const auto [end, failure] = std::from_chars(header.data(), header.data() + header.size(), asked);
        if (failure != std::errc{} || end != header.data() + header.size() || asked <= 0) {
            fail({ErrorCode::InvalidRequest, "X-Tollgate-Timeout-Ms must be a whole number of milliseconds.",
                  "X-Tollgate-Timeout-Ms"});
            return false;
        }
        patience = patience > 0 ? std::min(patience, asked) : asked;
    }
    m_deadlineNs =
        m_request->arrivedNs + (patience > 0 ? std::min(patience, kForeverMs) : kForeverMs) * 1'000'000;
    return true;
}

void ChatCall::tryNext() {
    if (m_deadlineNs == 0 && !setDeadline())
        return;
    for (; m_candidate < m_plan.candidates.size(); ++m_candidate, m_triesHere = 0, m_credentialsTried = 0) {
        if (startAttempt(candidate()))
            return;
    }
    m_candidate = m_plan.candidates.size() - 1;
    nobodyLeft();
}

void ChatCall::nobodyLeft() {
    if (m_lastFailure) {
        giveUp(*m_lastFailure);
        return;
    }
    if (m_budgetRefusal) {
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
    giveUp(error);
}

bool ChatCall::startAttempt(const Candidate& target) {
    const ProviderAdapter* adapter = adapterFor(target.provider->kind);
    const bool local = countsHere(target, adapter);
    if (!local && !isServed(target, adapter))
        return false;
    if (!promisedAt(target) || !takePermits(target))
        return false;
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
    if (!outgoing || !affords(target, outgoing->encoded.replyTokens)) {
        giveBackPermits();
        if (outgoing)
            return false; // there is no money for it
        skip(target, "candidate.incapable", outgoing.error().message);
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
    noteArm(target);
    AttemptRecord attempt;
    attempt.provider = target.target.provider;
    attempt.model = target.target.model;
    attempt.offsetUs = sinceArrivalUs();
    attempt.backoffUs = std::exchange(m_backoffUs, 0);
    m_record.attempts.push_back(std::move(attempt));
    // What an earlier attempt had told was not passed on yet.
    m_out.clear();
    m_textBytes = 0;
    m_gotUsage = false;
    m_record.usage = {};
    m_record.responseModel.clear();
    m_record.responseId.clear();
    m_record.finishReasons.clear();
    m_record.ttftUs = -1;
    m_attemptStartUs = sinceArrivalUs();
    const bool hourly = target.model != nullptr && target.model->usdPerHour;
    m_share = hourly
                  ? m_services.ledger.hours().begin(target.target.reference(), m_services.clock.monotonicNs())
                  : HourMeter::Share();
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
    skip(target, "candidate.incapable", error.message);
    if (!m_cannotSay)
        m_cannotSay = std::move(error);
    return false;
}

void ChatCall::skip(const Candidate& target, const char* code, const std::string& why) {
    notePassedOver(target, code);
    m_record.decision.push_back({code, target.target.reference() + " — skipped: " + why});
}

/// The plan saw all of this free, but others were quicker: then it is the next target's turn, without a wait.
bool ChatCall::takePermits(const Candidate& target) {
    if (!takeCredential(target))
        return false;
    m_permit = m_services.health.tryAcquire(target.target.reference());
    if (!m_permit) {
        skip(target, "candidate.circuit", "it cannot be tried any more");
        return false;
    }
    if (takeSlot(target))
        return true;
    m_permit.release();
    return false;
}

void ChatCall::giveBackPermits() {
    m_services.limiter.cancel(m_slot);
    m_permit.release();
}

bool ChatCall::takeCredential(const Candidate& target) {
    const Credentials* keys = credentials();
    if (keys == nullptr || keys->apiKeys.size() < 2)
        return true;
    const auto choice =
        m_services.health.credentials().pick(target.target.provider, target.target.model, *keys);
    if (!choice)
        skip(target, "candidate.credentials", "all its keys rest");
    m_credential = choice.value_or(0);
    return choice.has_value();
}

bool ChatCall::takeSlot(const Candidate& target) {
    const std::int64_t tokens = estimatedPromptTokens(m_envelope) + m_envelope.maxTokens.value_or(0);
    auto verdict = ProviderQuotas(m_services.limiter).take(*target.provider, tokens);
    m_slot = std::move(verdict.ticket);
    if (verdict.refusal)
        skip(target, "candidate.quota", "its " + verdict.refusal->dimension + " is used up");
    return !verdict.refusal;
}

/// What goes off the provider's tokens per minute.
std::int64_t ChatCall::tokensUsedHere() const {
    if (m_gotUsage)
        return m_record.usage.total();
    constexpr std::int64_t kBytesPerToken = 4;
    return m_textBytes == 0
               ? 0
               : static_cast<std::int64_t>(m_envelope.promptBytes + m_textBytes) / kBytesPerToken;
}

void ChatCall::closeAttempt(std::string_view outcome, const AttemptFailure* failure) {
    m_services.limiter.finish(m_slot, tokensUsedHere());
    AttemptRecord& attempt = m_record.attempts.back();
    attempt.durationUs = sinceArrivalUs() - m_attemptStartUs;
    m_share.end(m_services.clock.monotonicNs());
    m_waitedUs += attempt.durationUs;
    attempt.firstByteUs = m_attempt ? m_attempt->firstByteUs() : -1;
    attempt.outcome = outcome;
    if (failure != nullptr) {
        attempt.status = failure->status;
        attempt.error = redacted(failure->message);
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

} // namespace tollgate
