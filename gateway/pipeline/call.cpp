#include "gateway/pipeline/call.h"

#include "gateway/pipeline/provider_quota.h"
#include "gateway/pipeline/route_request.h"
#include "gateway/policy/allowed_models.h"

#include <algorithm>

namespace tollgate {

ChatCall::ChatCall(const CallContext& context, ExchangePtr exchange, const Dialect& dialect,
                   std::function<void(ChatCall*)> onDone)
    : m_context(context)
    , m_services(context.services)
    , m_exchange(std::move(exchange))
    , m_request(&m_exchange->request())
    , m_dialect(dialect)
    , m_onDone(std::move(onDone))
    , m_snapshot(context.services.snapshots.load())
    , m_active(context.services.live.enter()) {}

ChatCall::~ChatCall() {
    m_exchange->onClientGone({});
    m_exchange->onDrained({});
}

std::int64_t ChatCall::sinceArrivalUs() const {
    return (m_services.clock.monotonicNs() - m_request->arrivedNs) / 1000;
}

void ChatCall::start() {
    begin();
    m_exchange->onClientGone([this] { clientLeft(); });
    m_exchange->onDrained([this] {
        m_paused = false;
        if (m_attempt)
            m_attempt->resume();
    });
    if (const std::string* keyId = m_exchange->onBehalfOf()) {
        identified(identifyById(*m_snapshot, *keyId, m_record.atMs));
        return;
    }
    identify(m_services, m_snapshot, *m_request, this,
             [this](Identified who) { identified(std::move(who)); });
}

void ChatCall::begin() {
    m_record.atMs = m_services.clock.unixMs();
    m_record.id = m_context.ids.next(m_record.atMs);
    m_record.traceId = m_record.id;
    if (const std::string_view given = m_request->headers.value("x-trace-id"); isTraceId(given))
        m_record.traceId = given;
    else if (const std::string_view parent = traceIdOfTraceparent(m_request->headers.value("traceparent"));
             !parent.empty())
        m_record.traceId = parent;
    m_record.route = m_request->path;
    m_record.dialect = m_dialect.name();
    for (const auto& [name, value] : m_request->headers.entries()) {
        if (!isSecretHeader(name))
            m_record.requestHeaders.emplace_back(name, value);
    }
}

void ChatCall::identified(Identified who) {
    if (m_settled)
        return; // the caller left while bcrypt ran
    if (!who) {
        fail(who.error());
        return;
    }
    m_key = *who;
    if (m_key != nullptr) {
        m_record.keyId = m_key->id;
        m_record.project = m_key->project;
    }
    if (!decode() || !ledgerTakesIt())
        return;
    if (needsConversation())
        findConversation();
    else
        proceed();
}

void ChatCall::proceed() {
    if (!choosePromptVersion() || !route() || !admit())
        return;
    tryNext();
}

bool ChatCall::decode() {
    if (!m_storedPrompt.empty() && !fillStoredPrompt())
        return false;
    auto envelope = m_dialect.inspect(*m_request);
    if (!envelope) {
        fail(envelope.error());
        return false;
    }
    m_envelope = std::move(*envelope);
    m_record.streaming = m_envelope.stream;
    m_record.user =
        m_key != nullptr && m_key->user ? *m_key->user : std::string(m_request->headers.value("x-user-id"));
    if (m_record.user.empty())
        m_record.user = m_envelope.user.empty() ? "anonymous" : m_envelope.user;

    m_modelName = modelNameOf(m_dialect, *m_request, m_envelope, m_snapshot->settings);
    m_record.requestedModel = m_modelName;
    if (m_modelName.empty()) {
        fail({ErrorCode::InvalidRequest, "model is missing, and so is the X-Model header.", "model"});
        return false;
    }
    return true;
}

bool ChatCall::ledgerTakesIt() {
    if (!m_snapshot->settings.refuseOnLedgerFailure || m_services.ledger.writable())
        return true;
    Error error{ErrorCode::LedgerUnavailable,
                "The gateway cannot write its ledger, and is set to refuse requests it cannot account for."};
    error.retryAfterMs = 1'000;
    fail(error);
    return false;
}

FlagSubject ChatCall::subject() const {
    return {m_record.user, m_record.project, m_record.keyId};
}

bool ChatCall::route() {
    const ProviderQuotas quotas(m_services.limiter);
    const ChatTask task(m_dialect, *m_request);
    RouteRequest wanted =
        routeRequestFor(m_dialect, m_envelope, m_modelName, subject(), m_snapshot->settings);
    wanted.tags = m_request->headers.value("x-tollgate-tags");
    wanted.quota = &quotas;
    wanted.task = &task;
    auto plan = m_services.router.plan(*m_snapshot, wanted);
    if (!plan) {
        Error error = plan.error();
        if (error.code == ErrorCode::ModelNotFound && m_dialect.wireFormat() == WireFormat::None)
            error.message = "Unknown model: " + m_modelName; // the notebook's own words
        if (error.code == ErrorCode::NoHealthyTarget || error.code == ErrorCode::RateLimited)
            giveUp(error);
        else
            fail(error);
        return false;
    }
    m_plan = std::move(*plan);
    m_record.alias = m_plan.alias != nullptr ? m_plan.alias->alias : std::string();
    std::ranges::move(m_plan.decision, std::back_inserter(m_record.decision));
    if (!mayUseModel()) {
        fail(
            {ErrorCode::ModelNotAllowed, "This key may not use the model \"" + m_modelName + "\".", "model"});
        return false;
    }
    return true;
}

bool ChatCall::mayUseModel() const {
    return keyAllows(m_key, m_modelName) ||
           (m_plan.alias == nullptr && keyAllows(m_key, m_plan.candidates.front().target.reference()));
}

bool ChatCall::admit() {
    if (m_dialect.operation() == Operation::CountTokens)
        return admitRate(TokensAre::Free);
    return admitRate(TokensAre::Counted) && !answeredFromCache() && admitBudget(true);
}

} // namespace tollgate
