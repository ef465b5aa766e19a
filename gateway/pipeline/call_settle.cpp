// What is kept: usage becomes cost, promises are given back, the record goes to the ledger.

#include "gateway/ledger/pricing.h"
#include "gateway/pipeline/call.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::chrono::milliseconds kLastBytes{1'000};
constexpr std::string_view kNotWritten = "ledger_unavailable";
constexpr std::size_t kMaxCapture = 256 * 1024;

} // namespace

void ChatCall::estimateMissingUsage(RequestOutcome outcome) {
    Usage& usage = m_record.usage;
    const auto written = static_cast<std::int64_t>(m_textBytes) / 4;
    if (m_gotUsage) {
        // A stream that was cut has only told at its beginning what it read, and hardly what it wrote.
        if (outcome != RequestOutcome::Ok && written > usage.outputTotal()) {
            usage.outputText += written - usage.outputTotal();
            usage.estimated = true;
        }
        return;
    }
    const bool answered = outcome == RequestOutcome::Ok && m_dialect.operation() != Operation::CountTokens;
    if (m_textBytes == 0 && !answered)
        return;
    // Something was delivered and nobody said what it cost: four bytes a token, marked as an estimate.
    // Vectors and empty answers have been read for, if not written.
    usage.inputUncached = std::max<std::int64_t>(1, static_cast<std::int64_t>(m_envelope.promptBytes) / 4);
    usage.outputText = m_textBytes == 0 ? 0 : std::max<std::int64_t>(1, written);
    usage.estimated = true;
}

void ChatCall::settle(RequestOutcome outcome, int status) {
    m_settled = true;
    m_outcome = outcome;
    m_record.outcome = outcome;
    m_record.status = status;
    m_record.latencyUs = sinceArrivalUs();
    m_record.overheadUs = std::max<std::int64_t>(0, m_record.latencyUs - m_waitedUs);
    estimateMissingUsage(outcome);
    if (m_record.usage.total() == 0) {
        m_record.cost = Money{};
    } else {
        // Who does not say how it served serves as it was asked to.
        if (m_record.usage.tier == ServiceTier::Unsaid)
            m_record.usage.tier = m_envelope.service;
        m_record.busyUs = m_share.end(m_services.clock.monotonicNs());
        PricedCost priced = price(candidate().model, m_record.usage, {m_record.atMs, m_record.busyUs});
        m_record.cost = priced.cost;
        m_record.costLines = std::move(priced.lines);
    }
    m_services.budgets.settle(m_reservation, payers(m_record.provider), m_record.cost, m_record.id);
    noteReplyLength();
    m_services.limiter.finish(m_ticket, m_record.usage.total());
}

void ChatCall::capture(std::string_view replyBytes) {
    if (m_snapshot->settings.captureBodies == CaptureBodies::Off)
        return;
    const std::string_view kept =
        replyBytes.substr(0, kMaxCapture - std::min(kMaxCapture, m_record.responseBody.size()));
    m_record.responseBody.append(kept);
    if (m_envelope.stream)
        m_eventTimes.add(kept, sinceArrivalUs() / 1000, m_record.eventMs);
}

/// Hands the record over: of m_record nothing may be read afterwards.
void ChatCall::append(const HttpHeaders& replyHeaders) {
    if (m_record.status == 401 && !m_context.refusals.allows(m_record.atMs))
        return;
    const CaptureBodies mode = m_snapshot->settings.captureBodies;
    if (mode == CaptureBodies::All ||
        (mode == CaptureBodies::Errors && m_record.outcome != RequestOutcome::Ok))
        m_record.requestBody = m_request->body.substr(0, kMaxCapture);
    else {
        m_record.responseBody.clear();
        m_record.eventMs.clear();
    }
    m_record.responseHeaders = replyHeaders.entries();
    considerMirror();
    m_services.metrics.record(m_record);
    countPassedOver();
    if (m_record.status == 503 && m_record.errorCode == kNotWritten)
        return; // there is nothing to write it to: counted, not kept
    m_services.ledger.append(std::move(m_record));
}

void ChatCall::finish() {
    BudgetBook::recorded(m_reservation);
    if (m_mirrorRecord) // once the last bytes are on their way
        QMetaObject::invokeMethod(this, &ChatCall::sendMirror, Qt::QueuedConnection);
    // A good stream may still have its last bytes to read; they leave the connection fit for the next
    // request.
    if (m_outcome == RequestOutcome::Ok && m_attempt && m_attempt->busy()) {
        QTimer::singleShot(kLastBytes, this, &ChatCall::leave);
        return;
    }
    leave();
}

void ChatCall::attemptReleased() {
    if (m_settled && m_outcome == RequestOutcome::Ok)
        leave(); // the transfer of an attempt that failed may run out while the next one is on its way
}

void ChatCall::leave() {
    // Whoever told us of the end may be on the stack: go only when it has returned.
    if (auto done = std::exchange(m_onDone, {}))
        QMetaObject::invokeMethod(
            this, [this, done] { done(this); }, Qt::QueuedConnection);
}

} // namespace tollgate
