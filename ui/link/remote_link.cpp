#include "ui/link/remote_link.h"

#include "ui/link/plain_request.h"

#include <QCryptographicHash>
#include <QNetworkReply>
#include <QRandomGenerator>

#include <algorithm>

namespace tollgate::ui {
namespace {

constexpr int kSilenceMs = 20'000;    // of a stream that ticks every second
constexpr int kAnswerMs = 120'000;    // without a byte; imports and price changes take their time
constexpr qsizetype kMostSaid = 2048; // of an answer that is no event stream

int statusOf(const QNetworkReply& reply) {
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isEventStream(const QNetworkReply& reply) {
    return statusOf(reply) == 200 && reply.rawHeader("Content-Type").startsWith("text/event-stream");
}

GatewayReply replyOf(QNetworkReply& answer) {
    GatewayReply reply;
    reply.status = statusOf(answer);
    reply.bytes = answer.isOpen() ? answer.readAll() : QByteArray();
    // An answer that broke off is none.
    if (answer.error() != QNetworkReply::NoError && reply.ok())
        reply.status = 0;
    reply.json = QJsonDocument::fromJson(reply.bytes).object();
    return reply;
}

} // namespace

RemoteLink::RemoteLink(const RemoteAddress& address, QObject* parent)
    : GatewayLink(parent)
    , m_address(address) {
    m_retry.setSingleShot(true);
    m_silence.setSingleShot(true);
    m_silence.setInterval(kSilenceMs);
    connect(&m_retry, &QTimer::timeout, this, &RemoteLink::start);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        if (m_events)
            m_events->abort();
    });
}

RemoteLink::~RemoteLink() {
    if (m_events) {
        m_events->disconnect(this);
        m_events->abort();
    }
}

void RemoteLink::setToken(const QString& token) {
    m_token = token.trimmed();
    start();
}

void RemoteLink::setPin(const QByteArray& sha256) {
    m_pin = sha256;
    if (m_trouble == Trouble::Certificate)
        start();
}

void RemoteLink::setPauses(int firstMs, int longestMs) {
    m_firstPauseMs = firstMs;
    m_longestPauseMs = longestMs;
}

QNetworkRequest RemoteLink::request(const QString& path) const {
    QNetworkRequest out = plainRequest(QUrl(url(QStringLiteral("/admin/v1") + path)));
    out.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    out.setTransferTimeout(kAnswerMs);
    return out;
}

// ---- the event stream: whether the gateway is there ----

void RemoteLink::start() {
    m_retry.stop();
    if (m_events)
        return;
    if (m_token.isEmpty()) {
        fail(Trouble::Token, tr("The gateway's admin token is needed."));
        Q_EMIT tokenWanted(false, {});
        return;
    }
    m_reader.restart();
    m_doubt = CertificateDoubt();
    QNetworkRequest out = request(QStringLiteral("/events"));
    out.setTransferTimeout(0); // its silence is watched here
    out.setRawHeader("Accept", "text/event-stream");
    if (!m_reader.lastId().isEmpty())
        out.setRawHeader("Last-Event-ID", m_reader.lastId());
    m_events = m_eventNetwork.get(out);
    m_events->setParent(this);
    vouchFor(*m_events);
    connect(m_events, &QNetworkReply::readyRead, this, &RemoteLink::heard);
    connect(m_events, &QNetworkReply::finished, this, &RemoteLink::ended);
    m_silence.start();
}

void RemoteLink::stop() {
    m_retry.stop();
    m_silence.stop();
    if (m_events) {
        m_events->disconnect(this);
        m_events->abort();
        m_events->deleteLater();
        m_events = nullptr;
    }
    m_state = LinkState::Stopped;
    m_detail.clear();
    Q_EMIT stateChanged();
    answerWaiting();
}

void RemoteLink::heard() {
    if (!isEventStream(*m_events))
        return; // ended() reads what it says
    m_silence.start();
    m_lastHeard = QDateTime::currentDateTime();
    if (m_state != LinkState::Listening)
        connected();
    const bool sane =
        m_reader.feed(m_events->readAll(), [this](const QByteArray& type, const QByteArray& data) {
            Q_EMIT event(QString::fromUtf8(type), QJsonDocument::fromJson(data).object());
        });
    if (!sane && m_events)
        m_events->abort();
}

void RemoteLink::connected() {
    const bool again = m_failures > 0 || m_trouble != Trouble::None;
    m_failures = 0;
    m_trouble = Trouble::None;
    m_state = LinkState::Listening;
    m_detail.clear();
    Q_EMIT stateChanged();
    answerWaiting();
    if (again) // the ring of events may have lost what happened meanwhile: everybody looks again
        Q_EMIT event(QStringLiteral("config"), {});
}

void RemoteLink::ended() {
    m_silence.stop();
    QNetworkReply* reply = m_events;
    m_events = nullptr;
    reply->deleteLater();
    const int status = statusOf(*reply);
    if (!m_doubt.certificate.isNull()) {
        fail(Trouble::Certificate, tr("The gateway's certificate does not verify."));
        Q_EMIT certificateDoubted(m_doubt);
        return;
    }
    if (isEventStream(*reply))
        return fail(Trouble::Unreachable, tr("The gateway has ended the connection."));
    if (status == 0)
        return fail(Trouble::Unreachable, reply->errorString());
    GatewayReply said;
    said.status = status;
    said.json = QJsonDocument::fromJson(reply->isOpen() ? reply->read(kMostSaid) : QByteArray()).object();
    if (status == 401 || (status == 403 && !said.json.isEmpty())) {
        fail(Trouble::Token, said.errorMessage());
        Q_EMIT tokenWanted(true, said.errorMessage());
        return;
    }
    fail(Trouble::Foreign, said.json.isEmpty()
                               ? tr("Something that is no gateway answers there, with status %1.").arg(status)
                               : said.errorMessage());
}

void RemoteLink::fail(Trouble trouble, const QString& detail) {
    m_trouble = trouble;
    m_detail = detail;
    m_state = LinkState::Failed;
    if (trouble == Trouble::Unreachable || trouble == Trouble::Foreign) {
        const int doublings = std::min(m_failures++, 10);
        const int pause = std::min(m_longestPauseMs, m_firstPauseMs << doublings);
        // Many consoles that lost the same gateway do not all come back at once.
        m_retry.start(pause - QRandomGenerator::global()->bounded(pause / 4 + 1));
    }
    Q_EMIT stateChanged();
    answerWaiting();
}

// ---- certificates ----

void RemoteLink::vouchFor(QNetworkReply& reply) {
    connect(&reply, &QNetworkReply::sslErrors, this,
            [this, &reply](const QList<QSslError>& errors) { judge(reply, errors); });
}

void RemoteLink::judge(QNetworkReply& reply, const QList<QSslError>& errors) {
    const QSslCertificate certificate = reply.sslConfiguration().peerCertificate();
    if (certificate.isNull())
        return;
    if (!m_pin.isEmpty() && certificate.digest(QCryptographicHash::Sha256) == m_pin) {
        reply.ignoreSslErrors(errors);
        return;
    }
    QStringList reasons;
    for (const QSslError& error : errors)
        if (!reasons.contains(error.errorString()))
            reasons << error.errorString();
    m_doubt = {certificate, reasons, !m_pin.isEmpty()};
}

// ---- requests ----

void RemoteLink::answerWaiting() {
    for (const auto& one : std::exchange(m_waiting, {}))
        one();
}

void RemoteLink::send(const QByteArray& method, const QString& path, const QJsonObject& body,
                      QObject* context, ReplyHandler onReply) {
    if (m_state == LinkState::Starting) {
        m_waiting.emplace_back([this, method, path, body, guard = QPointer<QObject>(context), onReply] {
            if (guard)
                send(method, path, body, guard, onReply);
        });
        return;
    }
    if (m_state != LinkState::Listening) { // known to be lost: nobody waits for a timeout
        QTimer::singleShot(0, context, [onReply = std::move(onReply)] { onReply({}); });
        return;
    }
    QNetworkRequest out = request(path);
    QByteArray bytes;
    if (!body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH") {
        bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
        out.setRawHeader("Content-Type", "application/json");
    }
    QNetworkReply* reply = m_network.sendCustomRequest(out, method, bytes);
    vouchFor(*reply);
    connect(reply, &QNetworkReply::finished, reply,
            [reply, guard = QPointer<QObject>(context), onReply = std::move(onReply)] {
                reply->deleteLater();
                if (guard)
                    onReply(replyOf(*reply));
            });
}

} // namespace tollgate::ui
