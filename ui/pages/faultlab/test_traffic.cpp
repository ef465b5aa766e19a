#include "ui/pages/faultlab/test_traffic.h"

#include "ui/link/gateway_link.h"
#include "ui/link/session_key.h"
#include "ui/pages/playground/play_request.h"

#include <QDateTime>

#include <memory>

namespace tollgate::ui {
namespace {
constexpr int kLongestMs = 60'000;
} // namespace

TestTraffic::TestTraffic(GatewayLink* link, QObject* parent)
    : QObject(parent)
    , m_link(link) {
    connect(&m_pace, &QTimer::timeout, this, [this] { sendOne(m_secret); });
}

void TestTraffic::start(const QString& model, int perSecond, int inAll) {
    stop();
    m_model = model;
    m_wanted = qBound(1, inAll, kMostInAll);
    m_sent = m_succeeded = m_failed = m_saved = 0;
    m_outcomes.clear();
    m_running = true;
    m_pace.setInterval(1000 / qBound(1, perSecond, kMostPerSecond));
    Q_EMIT changed();
    SessionKey::of(*m_link).ask(this, [this](const QString& secret, const QString& problem) {
        if (!m_running)
            return;
        if (secret.isEmpty())
            return finish(problem);
        m_secret = secret;
        m_pace.start();
        sendOne(secret);
    });
}

void TestTraffic::stop() {
    if (!m_running)
        return;
    for (const QPointer<DataCall>& call : std::as_const(m_calls))
        delete call;
    m_calls.clear();
    m_active = 0;
    finish({});
}

void TestTraffic::finish(const QString& problem) {
    m_running = false;
    m_pace.stop();
    Q_EMIT changed();
    Q_EMIT stopped(problem);
}

void TestTraffic::sendOne(const QString& secret) {
    if (m_sent >= m_wanted || m_active >= kMostAtOnce)
        return;
    PlayPrompt prompt;
    prompt.user = tr("Fault lab, request %1: say a short sentence.").arg(m_sent + 1);
    prompt.maxTokens = 32;
    const auto body = playBody(prompt, m_model);
    if (!body)
        return finish(body.error().text);
    DataRequest request;
    request.path = QStringLiteral("/v1/chat/completions");
    request.body = *body;
    request.secret = secret;
    request.timeoutMs = kLongestMs;
    request.headers = {{"X-Tollgate-Tags", "fault-lab"}};
    ++m_sent;
    ++m_active;
    auto* call = new DataCall(m_network, *m_link, request, this);
    m_calls.append(call);
    auto stream = std::make_shared<PlayStream>();
    connect(call, &DataCall::chunk, this, [stream](const QByteArray& bytes) { stream->feed(bytes); });
    connect(call, &DataCall::finished, this, [this, call, stream, number = m_sent](const DataReply& reply) {
        m_calls.removeOne(call);
        call->deleteLater();
        received(number, stream.get(), reply);
    });
    Q_EMIT changed();
}

void TestTraffic::received(int number, PlayStream* stream, const DataReply& reply) {
    --m_active;
    if (reply.status == 401)
        SessionKey::of(*m_link).forget();
    TrafficOutcome outcome;
    outcome.number = number;
    outcome.status = reply.status;
    outcome.attempts = reply.header("x-tollgate-attempts").toInt();
    outcome.totalMs = reply.totalMs;
    outcome.atMs = QDateTime::currentMSecsSinceEpoch();
    outcome.ok = reply.ok() && stream->done() && stream->error().isEmpty();
    if (reply.ok())
        outcome.servedBy = reply.header("x-tollgate-provider") + u'/' + reply.header("x-tollgate-model");
    if (!outcome.ok)
        outcome.problem = !reply.ok()                 ? reply.problem()
                          : stream->error().isEmpty() ? tr("broke off")
                                                      : stream->error();
    ++(outcome.ok ? m_succeeded : m_failed);
    m_saved += outcome.ok && outcome.attempts > 1 ? 1 : 0;
    m_outcomes.append(outcome);
    if (m_outcomes.size() > kKept)
        m_outcomes.removeFirst();
    if (m_running && m_active == 0 && m_sent >= m_wanted)
        finish({});
    else
        Q_EMIT changed();
}

} // namespace tollgate::ui
