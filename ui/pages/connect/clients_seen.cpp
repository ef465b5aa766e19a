#include "ui/pages/connect/clients_seen.h"

#include "ui/link/gateway_link.h"
#include "ui/pages/connect/client_kinds.h"

#include <QJsonArray>

#include <algorithm>

namespace tollgate::ui {
namespace {
const QString kOwnAgent = QStringLiteral("tollgate-console"); // the console's own probes connect nobody
} // namespace

ClientsSeen::ClientsSeen(GatewayLink* link, QObject* parent)
    : QObject(parent)
    , m_link(link) {
    m_tell.setSingleShot(true);
    m_tell.setInterval(500);
    connect(&m_tell, &QTimer::timeout, this, &ClientsSeen::changed);
    connect(m_link, &GatewayLink::event, this, [this](const QString& type, const QJsonObject& data) {
        if (!m_active || type != QLatin1String("request"))
            return;
        for (const QJsonValue& row : data.value(u"rows").toArray())
            add(row.toObject());
    });
}

void ClientsSeen::setActive(bool active) {
    const bool begins = active && !m_active;
    m_active = active;
    if (begins)
        read();
}

void ClientsSeen::read() {
    m_link->get(QStringLiteral("/clients"), this, [this](const GatewayReply& reply) {
        if (!reply.ok())
            return;
        m_seen.clear();
        for (const QJsonValue& row : reply.json.value(u"data").toArray())
            add(row.toObject());
        Q_EMIT changed();
    });
}

void ClientsSeen::add(const QJsonObject& row) {
    const QString agent = row.value(u"user_agent").toString();
    if (agent.isEmpty() || agent.startsWith(kOwnAgent))
        return;
    const QString name = row.value(u"key_name").toString();
    const QString key = name.isEmpty() ? row.value(u"key_id").toString() : name;
    Seen& seen = m_seen[agent + u'\n' + key];
    const auto at = static_cast<qint64>(row.value(u"at_ms").toDouble());
    if (at >= seen.atMs) {
        seen.agent = agent;
        seen.key = key;
        seen.user = row.value(u"user").toString();
        seen.traceId = row.value(u"trace_id").toString();
        seen.atMs = at;
        seen.status = row.value(u"status").toInt();
        const QString provider = row.value(u"provider").toString();
        const QString asked = row.value(u"requested_model").toString();
        seen.target =
            provider.isEmpty()
                ? asked
                : QString(asked + QStringLiteral(" → ") + provider + u'/' + row.value(u"model").toString());
    }
    if (m_seen.size() > kMost) {
        const auto oldest = std::min_element(m_seen.begin(), m_seen.end(),
                                             [](const Seen& a, const Seen& b) { return a.atMs < b.atMs; });
        m_seen.erase(oldest);
    }
    if (!m_tell.isActive())
        m_tell.start();
}

QList<ClientsSeen::Seen> ClientsSeen::all() const {
    QList<Seen> list = m_seen.values();
    std::sort(list.begin(), list.end(), [](const Seen& a, const Seen& b) { return a.atMs > b.atMs; });
    return list;
}

QList<ClientsSeen::Seen> ClientsSeen::of(const ClientKind& kind) const {
    QList<Seen> list;
    for (const Seen& seen : all())
        if (kind.isAgent(seen.agent))
            list.append(seen);
    return list;
}

} // namespace tollgate::ui
