#include "ui/link/local_link.h"

#include <QJsonDocument>
#include <QPointer>

namespace tollgate::ui {

namespace {

constexpr int kWatchMs = 200;

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
    m_watch.setInterval(kWatchMs);
    connect(&m_watch, &QTimer::timeout, this, &LocalLink::watchOpening);
    m_watch.start();
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
    if (m_state != LinkState::Listening)
        return start();
    auto* once = new QObject(this); // the old address is left first
    connect(this, &GatewayLink::stateChanged, once, [this, once] {
        if (m_state != LinkState::Stopped)
            return;
        once->deleteLater();
        disconnect(this, nullptr, once, nullptr);
        start();
    });
    stop();
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

/// A start that takes its time says what it does. The numbers in it change without a signal: nobody else has
/// to do anything about them.
void LocalLink::watchOpening() {
    if (m_opened || m_state != LinkState::Starting)
        return m_watch.stop();
    const WorkProgress& work = *m_gateway.opening().work;
    const qint64 done = work.done;
    const qint64 total = work.total;
    const OpeningStage stage = m_gateway.opening().stage;
    switch (stage) {
    case OpeningStage::Check:
        m_detail = tr("Checking the database…");
        break;
    case OpeningStage::Repair:
        m_detail =
            tr("The database is damaged. What can still be read is taken out: %1 rows so far.").arg(done);
        break;
    case OpeningStage::Migrate:
        m_detail = total > 0 ? tr("The database is brought up to date: step %1 of %2.")
                                   .arg(qMin(done + 1, total))
                                   .arg(total)
                             : tr("Opening the database…");
        break;
    case OpeningStage::Journal:
        m_detail = tr("Reading the journal…");
        break;
    case OpeningStage::Configuration:
    case OpeningStage::None:
        m_detail.clear();
        break;
    }
    if (std::exchange(m_stage, stage) != stage)
        Q_EMIT stateChanged();
}

void LocalLink::opened() {
    m_opened = true;
    m_watch.stop();
    m_detail.clear();
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
