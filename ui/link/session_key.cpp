#include "ui/link/session_key.h"

#include "ui/link/gateway_link.h"

#include <QJsonArray>
#include <QPointer>
#include <QSysInfo>
#include <QTimer>
#include <QUrl>

#include <utility>

namespace tollgate::ui {
namespace {

/// Consoles elsewhere have keys of their own: they would take the secret away from each other.
QString nameFor(const GatewayLink& link) {
    return link.canControl() ? QStringLiteral("console")
                             : QStringLiteral("console@") + QSysInfo::machineHostName().left(40);
}

} // namespace

SessionKey::SessionKey(GatewayLink& link)
    : QObject(&link)
    , m_link(link) {}

SessionKey& SessionKey::of(GatewayLink& link) {
    auto* key = link.findChild<SessionKey*>(QString(), Qt::FindDirectChildrenOnly);
    return key ? *key : *new SessionKey(link);
}

void SessionKey::ask(QObject* context, Handler handler) {
    m_waiting.emplace_back([guard = QPointer<QObject>(context),
                            handler = std::move(handler)](const QString& secret, const QString& problem) {
        if (guard)
            handler(secret, problem);
    });
    if (m_asking)
        return;
    m_asking = true;
    if (m_secret.isEmpty())
        find();
    else
        QTimer::singleShot(0, this, [this] { answer({}); });
}

void SessionKey::find() {
    m_link.get(QStringLiteral("/keys?limit=1000"), this, [this](const GatewayReply& reply) {
        if (!reply.ok())
            return answer(reply.errorMessage());
        for (const QJsonValue& value : reply.json.value(u"data").toArray()) {
            const QJsonObject key = value.toObject();
            if (key.value(u"name").toString() != nameFor(m_link) ||
                !key.value(u"project").toString().isEmpty() || !key.value(u"enabled").toBool(true))
                continue;
            const QString id = QString::fromLatin1(QUrl::toPercentEncoding(key.value(u"id").toString()));
            m_link.send("POST", QStringLiteral("/keys/%1/rotate").arg(id), {}, this,
                        [this](const GatewayReply& rotated) { received(rotated); });
            return;
        }
        create();
    });
}

void SessionKey::create() {
    m_link.send(
        "POST", QStringLiteral("/keys"),
        {{QStringLiteral("name"), nameFor(m_link)}, {QStringLiteral("user"), QStringLiteral("console")}},
        this, [this](const GatewayReply& created) { received(created); });
}

void SessionKey::received(const GatewayReply& reply) {
    m_secret = reply.json.value(u"secret").toString();
    answer(reply.ok() ? QString() : reply.errorMessage());
}

void SessionKey::answer(const QString& problem) {
    m_asking = false;
    for (const auto& handler : std::exchange(m_waiting, {}))
        handler(m_secret, problem);
}

} // namespace tollgate::ui
