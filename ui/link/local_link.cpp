#include "ui/link/local_link.h"

#include <QJsonDocument>
#include <QPointer>

namespace tollgate::ui {

namespace {

GatewayReply replyOf(const AdminResponse& response) {
    GatewayReply reply;
    reply.status = response.status;
    reply.bytes = QByteArray::fromStdString(response.body);
    reply.json = QJsonDocument::fromJson(reply.bytes).object();
    return reply;
}

} // namespace

LocalLink::LocalLink(Gateway& gateway, QObject* parent)
    : GatewayLink(parent)
    , m_gateway(gateway) {
    connect(&gateway, &Gateway::opened, this, &LocalLink::opened);
    connect(&gateway, &Gateway::openFailed, this, &LocalLink::fail);
    connect(&gateway, &Gateway::listening, this, [this](const QString& address) {
        m_address = address;
        setState(LinkState::Listening);
    });
    connect(&gateway, &Gateway::listenFailed, this,
            [this](bool, const QString& message) { setState(LinkState::Failed, message); });
    connect(&gateway, &Gateway::stopped, this, [this] { setState(LinkState::Stopped); });
    m_events = gateway.events().subscribe(
        [this] { QMetaObject::invokeMethod(this, &LocalLink::drain, Qt::QueuedConnection); });
}

LocalLink::~LocalLink() = default;

void LocalLink::send(const QByteArray& method, const QString& path, const QJsonObject& body, QObject* context,
                     ReplyHandler onReply) {
    if (!m_opened) {
        m_waiting.emplace_back([this, method, path, body, guard = QPointer<QObject>(context), onReply] {
            if (guard)
                send(method, path, body, guard, onReply);
        });
        return;
    }
    AdminRequest request;
    request.method = method.toStdString();
    const qsizetype question = path.indexOf(u'?');
    request.path = path.left(question < 0 ? path.size() : question).toStdString();
    request.query = question < 0 ? std::string() : path.mid(question + 1).toStdString();
    request.actor = "console";
    if (!body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH") {
        request.contentType = "application/json";
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact).toStdString();
    }
    m_gateway.admin(
        std::move(request), context,
        [onReply = std::move(onReply)](const AdminResponse& response) { onReply(replyOf(response)); });
}

void LocalLink::start() {
    if (!m_opened || m_state == LinkState::Listening)
        return;
    setState(LinkState::Starting);
    m_gateway.listen(m_wanted);
}

void LocalLink::startOnFreePort() {
    m_wanted.port = 0;
    start();
}

void LocalLink::stop() {
    m_gateway.stopListening();
}

void LocalLink::setAddress(const ListenAddress& address) {
    m_wanted = address;
    if (m_address.isEmpty())
        m_address = QString::fromStdString(address.toString());
}

void LocalLink::fail(const QString& detail) {
    setState(LinkState::Failed, detail);
}

void LocalLink::opened() {
    m_opened = true;
    for (const auto& request : std::exchange(m_waiting, {}))
        request();
    Q_EMIT stateChanged();
}

void LocalLink::drain() {
    for (const FeedEvent& one : m_events.take())
        Q_EMIT event(QString::fromStdString(one.type),
                     QJsonDocument::fromJson(QByteArray::fromStdString(*one.data)).object());
}

void LocalLink::setState(LinkState state, const QString& detail) {
    m_state = state;
    m_detail = detail;
    Q_EMIT stateChanged();
}

} // namespace tollgate::ui
