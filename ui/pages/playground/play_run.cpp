#include "ui/pages/playground/play_run.h"

#include "ui/link/gateway_link.h"
#include "ui/link/session_key.h"
#include "ui/models/gateway_words.h"

namespace tollgate::ui {
namespace {
constexpr int kLongestMs = 10 * 60 * 1000;
} // namespace

PlayRun::PlayRun(GatewayLink* link, QNetworkAccessManager* network, PlayCall call, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_network(network)
    , m_asked(std::move(call))
    , m_answer(m_asked.dialect) {
    m_clock.start();
    SessionKey::of(*link).ask(this, [this](const QString& secret, const QString& problem) {
        if (!isRunning())
            return;
        if (secret.isEmpty())
            end(State::Failed, problem);
        else
            start(secret);
    });
}

void PlayRun::start(const QString& secret) {
    DataRequest request;
    request.path = dialectPath(m_asked.dialect);
    request.body = m_asked.body;
    request.secret = secret;
    request.timeoutMs = kLongestMs;
    request.headers = m_asked.headers;
    if (m_asked.stream)
        request.headers.emplaceBack("X-Tollgate-Trailer", "1");
    m_clock.restart(); // what making a key took is not the model's
    m_call = new DataCall(*m_network, *m_link, request, this);
    connect(m_call, &DataCall::finished, this, &PlayRun::received);
    if (!m_asked.stream)
        return;
    connect(m_call, &DataCall::chunk, this, [this](const QByteArray& bytes) {
        if (!m_answer.feed(bytes))
            return;
        if (m_firstTokenMs < 0 && (!m_answer.text().isEmpty() || !m_answer.toolCalls().isEmpty()))
            m_firstTokenMs = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
        m_state = State::Streaming;
        Q_EMIT changed();
    });
}

void PlayRun::received(const DataReply& reply) {
    m_reply = reply;
    m_reply.body.clear(); // the answer keeps what matters
    m_totalMs = reply.totalMs;
    if (reply.status == 401)
        SessionKey::of(*m_link).forget();
    if (reply.cancelled)
        return end(State::Cancelled, {});
    if (!reply.ok())
        return end(State::Failed, reply.problem());
    if (!m_asked.stream)
        m_answer.whole(reply.body);
    if (!m_answer.error().isEmpty())
        return end(State::Failed, gatewaySentence(m_answer.error()));
    if (!m_answer.done())
        return end(State::Failed, tr("The answer broke off before its end."));
    end(State::Done, {});
}

void PlayRun::end(State state, const QString& problem) {
    m_state = state;
    m_problem = problem;
    if (m_totalMs <= 0)
        m_totalMs = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    Q_EMIT changed();
    Q_EMIT ended();
}

void PlayRun::cancel() {
    if (!isRunning())
        return;
    if (m_call)
        m_call->cancel();
    else
        end(State::Cancelled, {});
}

double PlayRun::totalMs() const {
    return isRunning() ? static_cast<double>(m_clock.nsecsElapsed()) / 1e6 : m_totalMs;
}

QString PlayRun::servedBy() const {
    const QString provider = m_reply.header("x-tollgate-provider");
    return provider.isEmpty() ? QString() : QString(provider + u'/' + m_reply.header("x-tollgate-model"));
}

std::optional<double> PlayRun::costUsd() const {
    bool number = false;
    const double unary = m_reply.header("x-tollgate-cost-usd").toDouble(&number);
    if (number)
        return unary;
    return m_answer.costUsd();
}

} // namespace tollgate::ui
