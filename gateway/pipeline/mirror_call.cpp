#include "gateway/pipeline/mirror_call.h"

#include "gateway/config/scrub.h"
#include "gateway/ledger/ledger_row.h"
#include "gateway/ledger/pricing.h"
#include "gateway/pipeline/http_attempt.h"
#include "gateway/pipeline/simulated_attempt.h"
#include "gateway/routing/reference.h"
#include "gateway/wire/redacted.h"

#include <algorithm>

namespace tollgate {

namespace {

constexpr std::int64_t kLongestMs = 10 * 60'000;

} // namespace

MirrorCall::MirrorCall(const PipelineServices& services, UpstreamClient& upstream, MirrorJob job)
    : m_services(services)
    , m_upstream(upstream)
    , m_job(std::move(job)) {}

MirrorCall::~MirrorCall() {
    if (!m_settled && m_attempt)
        settle(RequestOutcome::Aborted, 503, "cancelled",
               "The gateway stopped before the copy was answered.");
}

std::int64_t MirrorCall::elapsedUs() const {
    return (m_services.clock.monotonicNs() - m_startNs) / 1000;
}

void MirrorCall::start(std::function<void(MirrorCall*)> onDone) {
    m_onDone = std::move(onDone);
    m_startNs = m_services.clock.monotonicNs();
    const Target target = splitReference(m_job.flag->target);
    const Provider* provider = ConfigSnapshot::find(m_job.snapshot->providers, target.provider);
    m_model = ConfigSnapshot::find(m_job.snapshot->models, target.reference());
    RequestRecord& record = m_job.record;
    record.provider = m_provider = target.provider;
    record.model = target.model;
    AttemptRecord attempt;
    attempt.provider = target.provider;
    attempt.model = target.model;
    record.attempts.push_back(std::move(attempt));
    const std::optional<Error> mistake = open(*provider, target);
    if (!mistake)
        return;
    settle(RequestOutcome::Error, mistake->httpStatus(), "refused", mistake->message);
    leave();
}

std::optional<Error> MirrorCall::open(const Provider& provider, const Target& target) {
    std::optional<Error> mistake;
    if (provider.kind == ProviderKind::Simulated) {
        m_attempt =
            std::make_unique<SimulatedAttempt>(m_services.simulated.plan(provider, target.model, m_job.chat),
                                               target.model, false, provider.timeouts.firstByteMs, sink());
    } else {
        openHttp(provider, target, mistake);
    }
    return mistake;
}

void MirrorCall::openHttp(const Provider& provider, const Target& target, std::optional<Error>& mistake) {
    const ProviderAdapter& adapter = *adapterFor(provider.kind);
    CallTarget where{provider, target.model, m_model};
    where.credentials = ConfigSnapshot::find(m_job.snapshot->credentials, provider.name);
    if (where.credentials != nullptr && !where.credentials->apiKeys.empty()) {
        const auto turn =
            m_services.health.credentials().pick(provider.name, target.model, *where.credentials);
        where.apiKey = where.credentials->apiKeys[turn.value_or(0)];
    }
    OutgoingCall call;
    call.operation = m_job.chat.operation;
    call.unixMs = m_services.clock.unixMs();
    // Where long answers must be streamed, all are: the copy's caller does not mind.
    call.stream = call.operation == Operation::Chat && adapter.streamsLongReplies();
    m_job.chat.stream = call.stream;
    TranslationLog log(UnsupportedParams::Drop);
    auto encoded = adapter.encode(m_job.chat, where, log);
    m_job.record.translation = log.take();
    if (!encoded) {
        mistake = std::move(encoded.error());
        return;
    }
    HttpAttemptOptions options;
    options.streaming = options.fold = call.stream;
    options.timeouts = provider.timeouts;
    const std::int64_t total = provider.timeouts.totalMs > 0 ? provider.timeouts.totalMs : kLongestMs;
    options.remainingMs = static_cast<int>(std::min(total, kLongestMs));
    auto decoder = adapter.decoder(call, std::move(encoded->hints));
    m_attempt = std::make_unique<HttpAttempt>(m_upstream, adapter, std::move(decoder),
                                              adapter.request(where, call, std::move(encoded->body)), options,
                                              sink());
}

void MirrorCall::note(const std::vector<ChatEvent>& events) {
    for (const ChatEvent& event : events) {
        if (const auto* usage = std::get_if<event::UsageReport>(&event))
            m_job.record.usage = usage->usage;
    }
}

void MirrorCall::attemptReply(const std::vector<ChatEvent>& events, std::string_view /*bytes*/) {
    note(events);
    settle(RequestOutcome::Ok, 200, "ok", {});
    leave();
}

void MirrorCall::attemptStreamed(const std::vector<ChatEvent>& events, std::string_view /*bytes*/) {
    note(events);
}

void MirrorCall::attemptEnded(std::string_view /*bytes*/) {
    settle(RequestOutcome::Ok, 200, "ok", {});
    leave();
}

void MirrorCall::attemptFailed(const AttemptFailure& failure) {
    constexpr int kBadGateway = 502;
    constexpr int kTimeout = 504;
    const int status = failure.kind == FailureClass::Timeout ? kTimeout
                       : failure.status >= 400               ? failure.status
                                                             : kBadGateway;
    const Credentials* credentials = ConfigSnapshot::find(m_job.snapshot->credentials, m_job.record.provider);
    settle(RequestOutcome::Error, status, failure.outcome, withoutSecrets(failure.message, credentials));
    leave();
}

/// To the ledger, the flag's own account and the budgets of everything and of the provider; no budget of a
/// person or project, no limit, breaker or metric hears of it.
void MirrorCall::settle(RequestOutcome outcome, int status, std::string_view word, std::string_view error) {
    if (m_settled)
        return;
    m_settled = true;
    RequestRecord& record = m_job.record;
    record.outcome = outcome;
    record.status = status;
    record.error = redacted(error);
    if (outcome != RequestOutcome::Ok)
        record.errorCode = "upstream_error";
    record.latencyUs = elapsedUs();
    AttemptRecord& attempt = record.attempts.back();
    attempt.durationUs = record.latencyUs;
    attempt.firstByteUs = m_attempt ? m_attempt->firstByteUs() : -1;
    attempt.status = outcome == RequestOutcome::Ok ? status : 0;
    attempt.outcome = word;
    attempt.error = redacted(error);
    if (record.usage.total() == 0) {
        record.cost = Money{};
    } else {
        record.busyUs = record.latencyUs;
        PricedCost priced = price(m_model, record.usage, {record.atMs, record.latencyUs});
        record.cost = priced.cost;
        record.costLines = std::move(priced.lines);
    }
    m_services.mirrors.settle(record.flag, m_job.reserved, record.cost.value_or(m_job.reserved));
    const BudgetSubjects payer{{}, {}, {}, record.provider, record.atMs};
    m_services.budgets.settle(m_job.promise, payer, record.cost, record.id);
    m_services.ledger.append(std::move(record));
    BudgetBook::recorded(m_job.promise);
}

void MirrorCall::leave() {
    // The attempt that told us of the end is on the stack: go only when it has returned.
    if (auto done = std::exchange(m_onDone, {}))
        QMetaObject::invokeMethod(
            this, [this, done] { done(this); }, Qt::QueuedConnection);
}

} // namespace tollgate
