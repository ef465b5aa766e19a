#include "ui/link/long_work.h"

#include <QUuid>

namespace tollgate::ui {

namespace {
constexpr int kAskEveryMs = 200;
} // namespace

LongWork::LongWork(GatewayLink& link, QObject* parent)
    : QObject(parent)
    , m_link(link) {
    m_poll.setInterval(kAskEveryMs);
    connect(&m_poll, &QTimer::timeout, this, &LongWork::ask);
}

void LongWork::start(const QByteArray& method, const QString& path, const QJsonObject& body,
                     GatewayLink::ReplyHandler onReply) {
    if (m_running)
        cancel();
    m_id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_done = m_total = 0;
    m_running = true;
    m_stopping = false;
    m_poll.start();
    const QString whole = path + (path.contains(u'?') ? u'&' : u'?') + u"operation=" + m_id;
    m_link.send(method, whole, body, this,
                [this, id = m_id, onReply = std::move(onReply)](const auto& reply) {
                    if (id != m_id)
                        return;
                    end();
                    onReply(reply);
                });
    Q_EMIT changed();
}

void LongWork::cancel() {
    if (!m_running || m_stopping)
        return;
    m_stopping = true;
    m_link.send("DELETE", u"/operations/" + m_id, {}, this, [](const GatewayReply&) {});
    Q_EMIT changed();
}

void LongWork::ask() {
    m_link.get(u"/operations/" + m_id, this, [this, id = m_id](const GatewayReply& reply) {
        if (id != m_id || !m_running || !reply.ok())
            return; // it ended meanwhile
        m_done = reply.json.value(u"done").toInteger();
        m_total = reply.json.value(u"total").toInteger();
        Q_EMIT changed();
    });
}

void LongWork::end() {
    m_poll.stop();
    m_running = false;
    m_stopping = false;
    Q_EMIT changed();
}

bool LongWork::wasCancelled(const GatewayReply& reply) {
    return reply.json.value(u"error").toObject().value(u"code") == QLatin1String("cancelled");
}

} // namespace tollgate::ui
