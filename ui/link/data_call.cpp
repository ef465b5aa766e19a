#include "ui/link/data_call.h"

#include "ui/link/gateway_link.h"
#include "ui/link/plain_request.h"
#include "ui/models/gateway_words.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

namespace tollgate::ui {
namespace {

constexpr qsizetype kLargestBody = 8 * 1024 * 1024; ///< of an answer kept; the rest is only counted through

QNetworkRequest requestFor(const GatewayLink& link, const DataRequest& request) {
    QNetworkRequest out = plainRequest(QUrl(DataCall::reachable(link.url(request.path))));
    if (!request.body.isEmpty())
        out.setRawHeader("Content-Type", "application/json");
    if (!request.secret.isEmpty())
        out.setRawHeader("Authorization", "Bearer " + request.secret.toUtf8());
    for (const auto& [name, value] : request.headers)
        out.setRawHeader(name, value);
    return out;
}

} // namespace

QString DataReply::header(const QByteArray& name) const {
    for (const auto& [key, value] : headers)
        if (key == name)
            return QString::fromUtf8(value);
    return {};
}

QString DataReply::problem() const {
    if (ok())
        return {};
    if (cancelled)
        return DataCall::tr("Cancelled.");
    const QJsonValue said = QJsonDocument::fromJson(body).object().value(u"error");
    const QString message =
        gatewaySentence(said.isObject() ? said.toObject().value(u"message").toString() : said.toString());
    if (!message.isEmpty())
        return DataCall::tr("%1 (status %2)").arg(message).arg(status);
    if (!error.isEmpty())
        return error;
    return DataCall::tr("The gateway answered with status %1.").arg(status);
}

DataCall::DataCall(QNetworkAccessManager& network, GatewayLink& link, const DataRequest& request,
                   QObject* parent)
    : QObject(parent) {
    m_clock.start();
    m_reply = network.sendCustomRequest(requestFor(link, request), request.method, request.body);
    m_reply->setParent(this);
    link.vouchFor(*m_reply);
    connect(m_reply, &QNetworkReply::readyRead, this, &DataCall::read);
    connect(m_reply, &QNetworkReply::finished, this, &DataCall::end);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_timedOut = true;
        if (m_reply)
            m_reply->abort();
    });
    m_deadline.start(request.timeoutMs);
}

DataCall::~DataCall() {
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (m_reply->manager()) // it may go with the same owner, and before; its replies must not speak then
        m_reply->abort();
}

void DataCall::cancel() {
    m_result.cancelled = true;
    if (m_reply)
        m_reply->abort();
}

QString DataCall::reachable(const QString& url) {
    QString out = url;
    out.replace(QLatin1String("://0.0.0.0:"), QLatin1String("://127.0.0.1:"));
    return out.replace(QLatin1String("://[::]:"), QLatin1String("://[::1]:"));
}

void DataCall::read() {
    const QByteArray bytes = m_reply->readAll();
    if (bytes.isEmpty())
        return;
    if (m_result.firstByteMs < 0)
        m_result.firstByteMs = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    if (m_result.body.size() < kLargestBody)
        m_result.body += bytes;
    Q_EMIT chunk(bytes);
}

void DataCall::end() {
    m_deadline.stop();
    if (m_reply->isOpen())
        read(); // the last bytes may come with the end
    m_result.totalMs = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    m_result.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto& [name, value] : m_reply->rawHeaderPairs())
        m_result.headers.append({name.toLower(), value});
    // A status of 400 and above is an error to Qt, but an answer to us.
    const bool broken = m_reply->error() != QNetworkReply::NoError && (m_result.status == 0 || m_result.ok());
    if (m_timedOut)
        m_result.error = tr("No answer in time.");
    else if (broken || m_result.cancelled)
        m_result.error = m_reply->errorString();
    m_reply->deleteLater();
    m_reply = nullptr;
    Q_EMIT finished(m_result);
}

} // namespace tollgate::ui
